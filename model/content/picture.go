package content

import (
	"bytes"
	"encoding/binary"
	"image"
)

// Orientation reads how a camera or a scanner held the picture: the EXIF tag 0x0112 of a JPEG, or of the eXIf part of a PNG,
// from 1 to 8. Whatever cannot be read is upright, 1.
func Orientation(data []byte) int {
	if bytes.HasPrefix(data, []byte("\x89PNG\r\n\x1a\n")) {
		return pngOrientation(data[8:])
	}

	for at := 2; at+4 <= len(data) && data[0] == 0xFF && data[1] == 0xD8; {
		mark := data[at+1]
		size := int(binary.BigEndian.Uint16(data[at+2:]))
		if data[at] != 0xFF || mark == 0xDA || size < 2 || at+2+size > len(data) {
			break
		}

		part := data[at+4 : at+2+size]
		if mark == 0xE1 && bytes.HasPrefix(part, []byte("Exif\x00\x00")) {
			return tiffOrientation(part[6:])
		}

		at += 2 + size
	}

	return 1
}

func pngOrientation(data []byte) int {
	for len(data) >= 12 {
		size := int(binary.BigEndian.Uint32(data))
		if size < 0 || size > len(data)-12 {
			break
		}
		if string(data[4:8]) == "eXIf" {
			return tiffOrientation(data[8 : 8+size])
		}
		data = data[12+size:]
	}
	return 1
}

// tiffOrientation looks the tag up in the first list of a TIFF block.
func tiffOrientation(data []byte) int {
	if len(data) < 8 {
		return 1
	}

	var order binary.ByteOrder = binary.BigEndian
	if string(data[:2]) == "II" {
		order = binary.LittleEndian
	}

	at := uint64(order.Uint32(data[4:]))
	if at+2 > uint64(len(data)) {
		return 1
	}

	entries := data[at+2:]
	for range order.Uint16(data[at:]) {
		if len(entries) < 12 {
			break
		}

		if order.Uint16(entries) == 0x0112 {
			if n := int(order.Uint16(entries[8:])); n >= 1 && n <= 8 {
				return n
			}
			break
		}

		entries = entries[12:]
	}

	return 1
}

// Upright turns and mirrors a picture as its orientation says.
func Upright(src image.Image, how int) image.Image {
	if how < 2 || how > 8 {
		return src
	}

	r := src.Bounds()
	dst := image.NewNRGBA(image.Rect(0, 0, r.Dx(), r.Dy()))
	if how >= 5 {
		dst = image.NewNRGBA(image.Rect(0, 0, r.Dy(), r.Dx()))
	}

	for y := range r.Dy() {
		for x := range r.Dx() {
			to := image.Pt(x, y)
			if how >= 5 {
				to = image.Pt(y, x)
			}
			if how == 2 || how == 3 || how == 6 || how == 7 {
				to.X = dst.Rect.Dx() - 1 - to.X
			}
			if how == 3 || how == 4 || how == 7 || how == 8 {
				to.Y = dst.Rect.Dy() - 1 - to.Y
			}

			dst.Set(to.X, to.Y, src.At(r.Min.X+x, r.Min.Y+y))
		}
	}

	return dst
}
