package typeset

import (
	"bytes"
	"image"
	"image/color"
	_ "image/jpeg" // logos are kept as PNG or JPEG
	"image/png"
)

// Logo is a logo as the printer takes it: 8 bits, no transparency, no larger than print needs.
type Logo struct {
	png           []byte
	width, height int
}

// Limits of a logo: what is decoded at all, and what is printed (600 pixels on 22 mm are 690 dots to the inch).
const (
	logoPixels = 40 << 20
	logoPrint  = 600
)

// ReadLogo reads a PNG or JPEG, and turns the picture upright; it returns nil when there is none or it cannot be read.
func ReadLogo(data []byte, upright func(image.Image) image.Image) *Logo {
	cfg, _, err := image.DecodeConfig(bytes.NewReader(data))
	if err != nil || cfg.Width < 1 || cfg.Height < 1 || cfg.Width*cfg.Height > logoPixels {
		return nil
	}
	src, _, err := image.Decode(bytes.NewReader(data))
	if err != nil {
		return nil
	}

	dst := upright(shrink(src))
	var b bytes.Buffer
	if err := png.Encode(&b, dst); err != nil {
		return nil
	}
	return &Logo{b.Bytes(), dst.Bounds().Dx(), dst.Bounds().Dy()}
}

// PNG is the picture as it is printed.
func (l *Logo) PNG() []byte { return l.png }

// shrink draws the image on white, each pixel the mean of those it stands for.
func shrink(src image.Image) *image.RGBA {
	r := src.Bounds()
	step := max(1, (max(r.Dx(), r.Dy())+logoPrint-1)/logoPrint)
	dst := image.NewRGBA(image.Rect(0, 0, max(1, r.Dx()/step), max(1, r.Dy()/step)))
	for y := range dst.Rect.Dy() {
		for x := range dst.Rect.Dx() {
			corner := image.Pt(x*step, y*step)
			square := image.Rectangle{corner, corner.Add(image.Pt(step, step))}.Add(r.Min).Intersect(r)
			dst.SetRGBA(x, y, mean(src, square))
		}
	}
	return dst
}

// mean is the mean colour of a part of the image, on white.
func mean(src image.Image, square image.Rectangle) color.RGBA {
	var sum [3]uint32
	n := uint32(0)
	for y := square.Min.Y; y < square.Max.Y; y++ {
		for x := square.Min.X; x < square.Max.X; x++ {
			red, green, blue, alpha := src.At(x, y).RGBA()
			sum[0] += red + 0xFFFF - alpha
			sum[1] += green + 0xFFFF - alpha
			sum[2] += blue + 0xFFFF - alpha
			n++
		}
	}
	return color.RGBA{uint8(sum[0] / n >> 8), uint8(sum[1] / n >> 8), uint8(sum[2] / n >> 8), 255}
}

// fit returns the size in millimetres inside a square.
func (l *Logo) fit(square float64) (width, height float64) {
	scale := square / float64(max(l.width, l.height))
	return float64(l.width) * scale, float64(l.height) * scale
}
