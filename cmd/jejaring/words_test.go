//go:build e2e

package main

import (
	"image"
	"image/color"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"jejaring/ui/look"
)

// stencil is the picture of some words as the window draws them: how much ink lies on every pixel, from 0 to 1.
type stencil struct {
	width, height int
	ink           []float64 // less their mean
	norm          float64
	full, blank   []image.Point // pixels that are certain to be ink or ground
}

// before and margin are the numbers of empty columns around words, so that they are not found inside a longer text.
const before, margin = 2, 6

// stencils draws words in the sizes and weights of the theme, the usual ones first.
func stencils(words string) []*stencil {
	var all []*stencil
	for _, size := range []float32{13, 15.5, 11.5, 20} {
		for _, bold := range []bool{false, true} {
			all = append(all, newStencil(drawn(words, size, bold)))
		}
	}
	return all
}

// drawn draws words in black on white.
func drawn(words string, size float32, bold bool) image.Image {
	fyne.CurrentApp().Settings().SetTheme(look.Theme{Mode: "light"})
	text := canvas.NewText(words, color.Black)
	text.TextSize, text.TextStyle.Bold = size, bold
	sheet := test.NewWindow(container.NewStack(canvas.NewRectangle(color.White), container.NewCenter(text)))
	defer sheet.Close()
	sheet.SetPadded(false)
	sheet.Resize(text.MinSize().AddWidthHeight(4*margin, 4*margin))
	return sheet.Canvas().Capture()
}

func gray(c color.Color) float64 {
	r, g, b, _ := c.RGBA()
	return (0.299*float64(r) + 0.587*float64(g) + 0.114*float64(b)) / 0xffff
}

// newStencil cuts a picture down to its ink and the margin at both sides.
func newStencil(picture image.Image) *stencil {
	var box image.Rectangle
	for y := picture.Bounds().Min.Y; y < picture.Bounds().Max.Y; y++ {
		for x := picture.Bounds().Min.X; x < picture.Bounds().Max.X; x++ {
			if gray(picture.At(x, y)) < 0.5 {
				box = box.Union(image.Rect(x, y, x+1, y+1))
			}
		}
	}

	box.Min.X, box.Max.X = box.Min.X-before, box.Max.X+margin
	s := &stencil{width: box.Dx(), height: box.Dy()}
	sum := 0.0
	for y := range s.height {
		for x := range s.width {
			ink := 1 - gray(picture.At(box.Min.X+x, box.Min.Y+y))
			s.ink = append(s.ink, ink)
			sum += ink
			switch {
			case ink > 0.65:
				s.full = append(s.full, image.Pt(x, y))
			case ink < 0.02:
				s.blank = append(s.blank, image.Pt(x, y))
			}
		}
	}

	for i := range s.ink {
		s.ink[i] -= sum / float64(len(s.ink))
		s.norm += s.ink[i] * s.ink[i]
	}

	s.full, s.blank = spread(s.full), spread(s.blank)
	return s
}

// spread keeps some twenty points of a list.
func spread(points []image.Point) []image.Point {
	step := max(1, len(points)/20)
	var kept []image.Point
	for i := step / 2; i < len(points); i += step {
		kept = append(kept, points[i])
	}
	return kept
}

// sight is a picture of the screen in grey, from 0 to 255.
type sight struct {
	width, height int
	gray          []uint8
}

// find returns the places of a stencil in a picture, from top to bottom.
func (p *sight) find(s *stencil) []image.Rectangle {
	var found []image.Rectangle
	for y := 0; y+s.height <= p.height; y++ {
		for x := 0; x+s.width <= p.width; x++ {
			if p.promising(s, x, y) && p.alone(s, x, y) && p.likeness(s, x, y) > 0.97 {
				found = append(found, image.Rect(x+before, y, x+s.width-margin, y+s.height))
				x += s.width - 1
			}
		}
	}

	return found
}

// promising compares some pixels only: all ink is on one side of all ground.
func (p *sight) promising(s *stencil, x, y int) bool {
	at := func(q image.Point) int { return int(p.gray[(y+q.Y)*p.width+x+q.X]) }
	low, high := 255, 0
	for _, q := range s.blank {
		low = min(low, at(q))
		high = max(high, at(q))
		if high-low > 40 {
			return false
		}
	}

	dark := at(s.full[0]) < low
	for _, q := range s.full {
		if g := at(q); dark && g > low-20 || !dark && g < high+20 {
			return false
		}
	}

	return true
}

// alone looks for letters behind the words; an icon before them is no letter.
func (p *sight) alone(s *stencil, x, y int) bool {
	low := uint8(255)
	high := uint8(0)
	for row := range s.height {
		for _, g := range p.gray[(y+row)*p.width+x+s.width-margin+2:][:margin-2] {
			low = min(low, g)
			high = max(high, g)
		}
	}

	return high-low < 60
}

// likeness is 1 where the picture shows exactly the stencil, dark on light or light on dark.
func (p *sight) likeness(s *stencil, x, y int) float64 {
	var sum, squares, product float64
	for row := range s.height {
		line := p.gray[(y+row)*p.width+x:][:s.width]
		for i, g := range line {
			v := float64(g)
			sum += v
			squares += v * v
			product += v * s.ink[row*s.width+i]
		}
	}

	variance := squares - sum*sum/float64(len(s.ink))
	if variance <= 0 {
		return 0
	}
	return math.Abs(product) / math.Sqrt(variance*s.norm)
}
