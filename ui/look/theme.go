// Package look is how the window looks: colours, sizes and the few small widgets that every screen shares.
// It knows no records and no words.
package look

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// Colours beyond Fyne's own names.
const (
	ColorSurface   fyne.ThemeColorName = "surface"   // cards and panels
	ColorNav       fyne.ThemeColorName = "nav"       // the navigation
	ColorNavChosen fyne.ThemeColorName = "navChosen" // the chosen place in it
	ColorMuted     fyne.ThemeColorName = "muted"     // secondary text
	ColorLine      fyne.ThemeColorName = "line"      // hairlines
	ColorRow       fyne.ThemeColorName = "row"       // the chosen row of a list
	ColorFound     fyne.ThemeColorName = "found"     // over what was found on a page, which is white paper in every theme
	ColorFoundHere fyne.ThemeColorName = "foundHere" // over the place that is looked at
)

// Theme is the program's theme: one teal accent, light or dark, with text from 90 to 150 per cent.
type Theme struct {
	// Mode is light, dark or system.
	Mode string
	// Scale is the text size, 1 for 100 per cent.
	Scale float32
}

var _ fyne.Theme = Theme{}

func rgb(hex uint32) color.NRGBA {
	return color.NRGBA{R: uint8(hex >> 16), G: uint8(hex >> 8), B: uint8(hex), A: 0xff}
}

type pair struct{ light, dark color.NRGBA }

func palette(name fyne.ThemeColorName) (pair, bool) {
	switch name {
	case theme.ColorNamePrimary, theme.ColorNameHyperlink:
		return pair{rgb(0x0F766E), rgb(0x2DD4BF)}, true
	case theme.ColorNameForegroundOnPrimary:
		return pair{rgb(0xFFFFFF), rgb(0x06201D)}, true
	case theme.ColorNameBackground:
		return pair{rgb(0xF5F7F9), rgb(0x14181D)}, true
	case ColorSurface, theme.ColorNameOverlayBackground, theme.ColorNameMenuBackground, theme.ColorNameHeaderBackground:
		return pair{rgb(0xFFFFFF), rgb(0x1D2229)}, true
	case ColorNav:
		return pair{rgb(0xFFFFFF), rgb(0x191E24)}, true
	case ColorNavChosen, ColorRow:
		return pair{rgb(0xE3F4F1), rgb(0x17403C)}, true
	case theme.ColorNameForeground:
		return pair{rgb(0x1F2933), rgb(0xE4E9EE)}, true
	case ColorMuted, theme.ColorNamePlaceHolder:
		return pair{rgb(0x5D6975), rgb(0xA3AFBC)}, true
	case ColorLine, theme.ColorNameSeparator:
		return pair{rgb(0xE4E8EC), rgb(0x2E353E)}, true
	case theme.ColorNameButton:
		return pair{rgb(0xEEF1F4), rgb(0x2A313A)}, true
	case theme.ColorNameDisabledButton:
		return pair{rgb(0xF0F2F4), rgb(0x252B33)}, true
	case theme.ColorNameDisabled:
		return pair{rgb(0x9AA5B1), rgb(0x6B7682)}, true
	case theme.ColorNameInputBackground:
		return pair{rgb(0xFFFFFF), rgb(0x181C22)}, true
	case theme.ColorNameInputBorder:
		return pair{rgb(0x7F8A95), rgb(0x78838F)}, true
	case theme.ColorNameSelection:
		return pair{rgb(0xCDEBE6), rgb(0x1C5A53)}, true
	case theme.ColorNameFocus:
		return pair{color.NRGBA{0x0F, 0x76, 0x6E, 0x60}, color.NRGBA{0x2D, 0xD4, 0xBF, 0x60}}, true
	case theme.ColorNameHover:
		return pair{color.NRGBA{0x0F, 0x76, 0x6E, 0x14}, color.NRGBA{0xFF, 0xFF, 0xFF, 0x10}}, true
	case ColorFound:
		clear := color.NRGBA{0xFD, 0xB0, 0x22, 0x55}
		return pair{clear, clear}, true
	case ColorFoundHere:
		strong := color.NRGBA{0xF7, 0x90, 0x09, 0x96}
		return pair{strong, strong}, true
	case theme.ColorNameError:
		return pair{rgb(0xB42318), rgb(0xF97066)}, true
	case theme.ColorNameWarning:
		return pair{rgb(0x93590A), rgb(0xFDB022)}, true
	case theme.ColorNameSuccess:
		return pair{rgb(0x14733B), rgb(0x47CD89)}, true
	case theme.ColorNameShadow:
		return pair{color.NRGBA{A: 0x22}, color.NRGBA{A: 0x66}}, true
	}
	return pair{}, false
}

// Dark reports whether the theme draws on a dark ground for the system's variant.
func (t Theme) Dark(v fyne.ThemeVariant) bool {
	return t.Mode == "dark" || (t.Mode != "light" && v == theme.VariantDark)
}

// Color returns a colour of the palette, else Fyne's own.
func (t Theme) Color(name fyne.ThemeColorName, _ fyne.ThemeVariant) color.Color {
	v := theme.VariantLight
	if t.Dark(currentVariant()) {
		v = theme.VariantDark
	}

	if p, ok := palette(name); ok {
		if v == theme.VariantDark {
			return p.dark
		}
		return p.light
	}

	return theme.DefaultTheme().Color(name, v)
}

func currentVariant() fyne.ThemeVariant {
	if app := fyne.CurrentApp(); app != nil {
		return app.Settings().ThemeVariant()
	}
	return theme.VariantLight
}

// Font returns Fyne's own fonts, which cover Latin, Greek and Cyrillic.
func (t Theme) Font(s fyne.TextStyle) fyne.Resource { return theme.DefaultTheme().Font(s) }

// Icon returns Fyne's own icons: one set for all.
func (t Theme) Icon(n fyne.ThemeIconName) fyne.Resource { return theme.DefaultTheme().Icon(n) }

// Size returns the sizes: a 4 px grid and text that follows Scale.
func (t Theme) Size(name fyne.ThemeSizeName) float32 {
	scale := t.Scale
	if scale == 0 {
		scale = 1
	}

	switch name {
	case theme.SizeNameText:
		return 13 * scale
	case theme.SizeNameCaptionText:
		return 11.5 * scale
	case theme.SizeNameSubHeadingText:
		return 15.5 * scale
	case theme.SizeNameHeadingText:
		return 20 * scale
	case theme.SizeNameInlineIcon:
		return 18 * scale
	case theme.SizeNamePadding:
		return 4
	case theme.SizeNameInnerPadding:
		return 7
	case theme.SizeNameInputRadius, theme.SizeNameSelectionRadius, theme.SizeNameButtonRadius, theme.SizeNameCardRadius,
		theme.SizeNamePopupRadius, theme.SizeNameMenuRadius, theme.SizeNameDialogRadius:
		return 6
	case theme.SizeNameScrollBar:
		return 10
	case theme.SizeNameScrollBarSmall:
		return 4
	}

	return theme.DefaultTheme().Size(name)
}

// Paint returns a colour of the current theme, for canvas objects.
func Paint(name fyne.ThemeColorName) color.Color {
	return fyne.CurrentApp().Settings().Theme().Color(name, fyne.CurrentApp().Settings().ThemeVariant())
}
