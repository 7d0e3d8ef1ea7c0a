package letter

import (
	"bytes"
	"encoding/binary"
	"hash/crc32"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"os"
	"testing"

	"jejaring/model/content"
)

// exif is a block that says how a picture was held.
func exif(order binary.AppendByteOrder, how uint16) []byte {
	head := "MM\x00*"
	if order == binary.AppendByteOrder(binary.LittleEndian) {
		head = "II*\x00"
	}

	b := order.AppendUint32([]byte(head), 8)
	b = order.AppendUint16(b, 2)
	for _, tag := range [][2]uint16{{0x010F, 7}, {0x0112, how}} {
		b = order.AppendUint16(b, tag[0])
		b = order.AppendUint16(b, 3)
		b = order.AppendUint32(b, 1)
		b = order.AppendUint16(b, tag[1])
		b = order.AppendUint16(b, 0)
	}

	return order.AppendUint32(b, 0)
}

// corners is a picture of 40 × 20 whose left upper corner is red and whose right upper corner is blue.
func corners() *image.RGBA {
	m := image.NewRGBA(image.Rect(0, 0, 40, 20))
	for i := range m.Pix {
		m.Pix[i] = 255
	}

	for y := range 8 {
		for x := range 8 {
			m.SetRGBA(x, y, color.RGBA{255, 0, 0, 255})
			m.SetRGBA(39-x, y, color.RGBA{0, 0, 255, 255})
		}
	}

	return m
}

// held stores the picture as a camera does that was held in one of eight ways: the pixels are such that upright gives corners.
func held(t *testing.T, how int, asPNG bool) []byte {
	t.Helper()
	back := map[int]int{6: 8, 8: 6}
	undo := how
	if b, ok := back[how]; ok {
		undo = b
	}

	var b bytes.Buffer
	stored := content.Upright(corners(), undo)
	if !asPNG {
		if err := jpeg.Encode(&b, stored, &jpeg.Options{Quality: 100}); err != nil {
			t.Fatal(err)
		}
		block := append([]byte("Exif\x00\x00"), exif(binary.LittleEndian, uint16(how))...)
		part := binary.BigEndian.AppendUint16([]byte{0xFF, 0xE1}, uint16(len(block)+2))
		return append(append(append(b.Bytes()[:2:2], part...), block...), b.Bytes()[2:]...)
	}

	if err := png.Encode(&b, stored); err != nil {
		t.Fatal(err)
	}

	block := append([]byte("eXIf"), exif(binary.BigEndian, uint16(how))...)
	part := append(binary.BigEndian.AppendUint32(nil, uint32(len(block)-4)), block...)
	part = binary.BigEndian.AppendUint32(part, crc32.ChecksumIEEE(block))
	const headEnds = 8 + 25

	return append(append(b.Bytes()[:headEnds:headEnds], part...), b.Bytes()[headEnds:]...)
}

func TestALogoStandsUprightHoweverItsPictureWasHeld(t *testing.T) {
	for how := 1; how <= 8; how++ {
		for _, asPNG := range []bool{false, true} {
			m := readPicture(held(t, how, asPNG))
			if m == nil || m.Bounds() != image.Rect(0, 0, 40, 20) {
				t.Fatalf("%d, PNG %v: %v", how, asPNG, m)
			}
			if r, _, b, _ := m.At(2, 2).RGBA(); r < 0xC000 || b > 0x5000 {
				t.Errorf("%d, PNG %v: the left upper corner is %v", how, asPNG, m.At(2, 2))
			}
			if r, _, b, _ := m.At(37, 2).RGBA(); b < 0xC000 || r > 0x5000 {
				t.Errorf("%d, PNG %v: the right upper corner is %v", how, asPNG, m.At(37, 2))
			}
		}
	}
}

func TestALogo_TheCaseOfATelephonesPicture(t *testing.T) {
	data, err := os.ReadFile("testdata/rot6.jpg")
	if err != nil {
		t.Fatal(err)
	}
	if m := readPicture(data); m == nil || m.Bounds() != image.Rect(0, 0, 150, 300) {
		t.Errorf("%v, want 150 by 300", m)
	}
}

func TestOrientation_OfDamagedPicturesIsUpright(t *testing.T) {
	data := held(t, 6, false)
	for i := range data[:60] {
		for _, b := range []byte{0, 0xFF, data[i] ^ 0x55} {
			harmed := bytes.Clone(data)
			harmed[i] = b
			if how := content.Orientation(harmed); how < 1 || how > 8 {
				t.Errorf("byte %d: %d", i, how)
			}
			content.Orientation(harmed[:i])
		}
	}

	small := held(t, 6, true)
	for i := range small[:90] {
		content.Orientation(small[:i])
	}
}
