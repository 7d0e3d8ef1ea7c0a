package letter

import (
	"bytes"
	"image"
	"image/color"
	_ "image/jpeg" // clinics keep their logo as PNG or JPEG
	"image/png"

	"jejaring/model"
)

// logo is the clinic's logo as the printer takes it: 8 bits, no transparency, no larger than print needs.
type logo struct {
	png           []byte
	width, height int
}

// Limits of a logo: what is decoded at all, and what is printed (600 pixels on 22 mm are 690 dots to the inch).
const (
	logoPixels = 40 << 20
	logoPrint  = 600
)

// newLogo reads a PNG or JPEG; it returns nil when there is none or it cannot be read.
func newLogo(data []byte) *logo {
	cfg, _, err := image.DecodeConfig(bytes.NewReader(data))
	if err != nil || cfg.Width < 1 || cfg.Height < 1 || cfg.Width*cfg.Height > logoPixels {
		return nil
	}
	src, _, err := image.Decode(bytes.NewReader(data))
	if err != nil {
		return nil
	}
	dst := model.Upright(shrink(src), model.Orientation(data))
	var b bytes.Buffer
	if err := png.Encode(&b, dst); err != nil {
		return nil
	}
	return &logo{b.Bytes(), dst.Bounds().Dx(), dst.Bounds().Dy()}
}

// shrink draws the image on white, each pixel the mean of those it stands for.
func shrink(src image.Image) *image.RGBA {
	r := src.Bounds()
	step := max(1, (max(r.Dx(), r.Dy())+logoPrint-1)/logoPrint)
	dst := image.NewRGBA(image.Rect(0, 0, max(1, r.Dx()/step), max(1, r.Dy()/step)))
	for y := range dst.Rect.Dy() {
		for x := range dst.Rect.Dx() {
			var sum [3]uint32
			n := uint32(0)
			for j := 0; j < step && y*step+j < r.Dy(); j++ {
				for i := 0; i < step && x*step+i < r.Dx(); i++ {
					red, green, blue, alpha := src.At(r.Min.X+x*step+i, r.Min.Y+y*step+j).RGBA()
					sum[0] += red + 0xFFFF - alpha
					sum[1] += green + 0xFFFF - alpha
					sum[2] += blue + 0xFFFF - alpha
					n++
				}
			}
			dst.SetRGBA(x, y, color.RGBA{uint8(sum[0] / n >> 8), uint8(sum[1] / n >> 8), uint8(sum[2] / n >> 8), 255})
		}
	}
	return dst
}

// fit returns the size in millimetres inside a square.
func (l *logo) fit(square float64) (width, height float64) {
	scale := square / float64(max(l.width, l.height))
	return float64(l.width) * scale, float64(l.height) * scale
}
