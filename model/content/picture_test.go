package content_test

import (
	"bytes"
	"encoding/binary"
	"image"
	"image/color"
	"image/png"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"jejaring/model/content"
)

// exif is a TIFF block with one entry: how the camera was held (tag 0x0112, a short).
func exif(order binary.AppendByteOrder, how uint16) []byte {
	block := []byte("MM")
	if order == binary.AppendByteOrder(binary.LittleEndian) {
		block = []byte("II")
	}

	block = order.AppendUint16(block, 42)
	block = order.AppendUint32(block, 8) // the list follows
	block = order.AppendUint16(block, 1)
	block = order.AppendUint16(block, 0x0112)
	block = order.AppendUint16(block, 3)
	block = order.AppendUint32(block, 1)
	block = order.AppendUint16(block, how)

	return append(block, 0, 0, 0, 0, 0, 0)
}

// photo is the head of a JPEG, with its EXIF part behind another one.
func photo(block []byte) []byte {
	body := []byte("\xff\xd8\xff\xe0\x00\x06JFIF\xff\xe1")
	body = binary.BigEndian.AppendUint16(body, uint16(2+6+len(block)))
	return append(append(body, "Exif\x00\x00"...), block...)
}

// scanned is a PNG with an eXIf part before its end.
func scanned(t *testing.T, block []byte) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, image.NewGray(image.Rect(0, 0, 1, 1))); err != nil {
		t.Fatal(err)
	}

	part := binary.BigEndian.AppendUint32(nil, uint32(len(block)))
	part = append(append(append(part, "eXIf"...), block...), 0, 0, 0, 0)
	end := b.Len() - 12
	return append(append(bytes.Clone(b.Bytes()[:end]), part...), b.Bytes()[end:]...)
}

func TestOrientation_IsReadFromPhotosAndScans(t *testing.T) {
	for how := uint16(1); how <= 8; how++ {
		for name, body := range map[string][]byte{"photo": photo(exif(binary.BigEndian, how)), "photo, little end first": photo(exif(binary.LittleEndian, how)),
			"scan": scanned(t, exif(binary.BigEndian, how))} {
			if got := content.Orientation(body); got != int(how) {
				t.Errorf("%s held as %d is read as %d", name, how, got)
			}
		}
	}
}

// TestOrientation_WhatCannotBeReadIsUpright, and no broken file brings the program down.
func TestOrientation_WhatCannotBeReadIsUpright(t *testing.T) {
	whole := photo(exif(binary.BigEndian, 6))
	for name, body := range map[string][]byte{"nothing": nil, "a PDF": []byte("%PDF-1.7"), "no EXIF": []byte("\xff\xd8\xff\xe0\x00\x06JFIF\xff\xda"),
		"turned by 9": photo(exif(binary.BigEndian, 9)), "a list far outside": photo([]byte("MM\x00\x2a\xff\xff\xff\xf0")), "a PNG without": scanned(t, nil)} {
		if got := content.Orientation(body); got != 1 {
			t.Errorf("%s is held as %d", name, got)
		}
	}

	for n := range whole {
		if got := content.Orientation(whole[:n]); got != 1 && got != 6 {
			t.Errorf("cut after %d bytes it is held as %d", n, got)
		}
	}
}

// letters is a picture whose dots are letters, row by row.
func letters(rows ...string) image.Image {
	dots := image.NewGray(image.Rect(0, 0, len(rows[0]), len(rows)))
	for y, row := range rows {
		for x := range row {
			dots.SetGray(x, y, color.Gray{Y: row[x]})
		}
	}
	return dots
}

// spelled reads a picture of letters.
func spelled(picture image.Image) string {
	var rows []string
	b := picture.Bounds()
	for y := b.Min.Y; y < b.Max.Y; y++ {
		var row strings.Builder
		for x := b.Min.X; x < b.Max.X; x++ {
			row.WriteByte(color.GrayModel.Convert(picture.At(x, y)).(color.Gray).Y)
		}
		rows = append(rows, row.String())
	}

	return strings.Join(rows, " ")
}

// TestUpright_TurnsAndMirrorsAsTheStandardSays: what the first row and the first column of the stored picture are when it is
// looked at (EXIF 2.3, tag 0x0112).
func TestUpright_TurnsAndMirrorsAsTheStandardSays(t *testing.T) {
	for how, want := range map[int]string{
		1: "abc def",  // top, left
		2: "cba fed",  // top, right
		3: "fed cba",  // bottom, right
		4: "def abc",  // bottom, left
		5: "ad be cf", // left, top
		6: "da eb fc", // right, top
		7: "fc eb da", // right, bottom
		8: "cf be ad", // left, bottom
		0: "abc def", 9: "abc def",
	} {
		if got := spelled(content.Upright(letters("abc", "def"), how)); got != want {
			t.Errorf("held as %d it is shown as %q, not %q", how, got, want)
		}
	}
}

// TestUpright_APartOfAPictureIsTurnedAsTheWhole: its corner need not lie at 0, 0.
func TestUpright_APartOfAPictureIsTurnedAsTheWhole(t *testing.T) {
	whole := letters("xxxx", "xabc", "xdef").(*image.Gray)
	if got := spelled(content.Upright(whole.SubImage(image.Rect(1, 1, 4, 3)), 6)); got != "da eb fc" {
		t.Error(got)
	}
}

func TestUpright_TurningThereAndBackLeavesThePicture(t *testing.T) {
	back := map[int]int{2: 2, 3: 3, 4: 4, 5: 5, 6: 8, 7: 7, 8: 6}
	rapid.Check(t, func(t *rapid.T) {
		width := rapid.IntRange(1, 6).Draw(t, "width")
		rows := rapid.SliceOfN(rapid.StringOfN(rapid.RuneFrom([]rune("abcdefgh")), width, width, -1), 1, 6).Draw(t, "rows")
		for how, undo := range back {
			if got := spelled(content.Upright(content.Upright(letters(rows...), how), undo)); got != strings.Join(rows, " ") {
				t.Fatalf("%d and %d make %q of %q", how, undo, got, rows)
			}
		}
	})
}
