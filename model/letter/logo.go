package letter

import (
	"bytes"
	"image"
	_ "image/jpeg" // clinics keep their logo as PNG or JPEG
	_ "image/png"

	"jejaring/model/content"
	"jejaring/model/letter/typeset"
)

// logoPixels is the size of a picture up to which it is decoded at all.
const logoPixels = 40 << 20

// readLogo reads a PNG or JPEG; it returns nil when there is none or it cannot be read.
func readLogo(data []byte) *typeset.Logo {
	picture := readPicture(data)
	if picture == nil {
		return nil
	}
	return typeset.NewLogo(picture)
}

// readPicture is the picture as it is printed: small and upright, whatever way it was held.
func readPicture(data []byte) image.Image {
	cfg, _, err := image.DecodeConfig(bytes.NewReader(data))
	if err != nil || cfg.Width < 1 || cfg.Height < 1 || cfg.Width*cfg.Height > logoPixels {
		return nil
	}

	src, _, err := image.Decode(bytes.NewReader(data))
	if err != nil {
		return nil
	}
	return content.Upright(typeset.Shrink(src), content.Orientation(data))
}
