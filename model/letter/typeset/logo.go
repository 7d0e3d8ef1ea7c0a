package typeset

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
)

// Logo is a logo as the printer takes it: 8 bits, no transparency, no larger than print needs.
type Logo struct {
	png           []byte
	width, height int
}

// logoPrint is the most pixels that a side of a logo is printed with: on 22 mm they are 690 dots to the inch.
const logoPrint = 600

// NewLogo takes a picture as it is, or returns nil when it cannot be kept as a PNG.
func NewLogo(picture image.Image) *Logo {
	var b bytes.Buffer
	if err := png.Encode(&b, picture); err != nil {
		return nil
	}
	return &Logo{b.Bytes(), picture.Bounds().Dx(), picture.Bounds().Dy()}
}

// Shrink draws a picture on white with no more pixels than are printed, each the mean of those it stands for.
func Shrink(src image.Image) *image.RGBA {
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
