package chart

import (
	"image/color"
)

// fadedColor is an accent at less than half its strength, as bars in a row are drawn.
func fadedColor(red, green, blue uint32) color.Color {
	return color.NRGBA{R: uint8(red >> 8), G: uint8(green >> 8), B: uint8(blue >> 8), A: 0x66}
}
