package look

import (
	"strings"
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Text returns one line of text in a colour and size of the theme; what does not fit ends in an ellipsis.
func Text(s string, c fyne.ThemeColorName, size fyne.ThemeSizeName, bold bool) *widget.RichText {
	t := widget.NewRichText()
	t.Truncation = fyne.TextTruncateEllipsis
	SetText(t, s, c, size, bold)
	return t
}

// SetText replaces what Text shows.
func SetText(t *widget.RichText, s string, c fyne.ThemeColorName, size fyne.ThemeSizeName, bold bool) {
	t.Segments = []widget.RichTextSegment{&widget.TextSegment{Text: seen(s, t.Wrapping == fyne.TextWrapOff), Style: widget.RichTextStyle{
		ColorName: c, SizeName: size, TextStyle: fyne.TextStyle{Bold: bold}}}}
	t.Refresh()
}

// seen is a text without what nobody sees: control characters of imported data, and marks that turn the direction of
// writing. On one line, line ends are blanks.
func seen(text string, oneLine bool) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n' && !oneLine:
			return r
		case r == '\n' || r == '\t' || r == '\r' || r == '\u2028' || r == '\u2029':
			return ' '
		case unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r):
			return -1
		}
		return r
	}, text)
}

// Paragraph returns text that wraps at words.
func Paragraph(s string, c fyne.ThemeColorName, size fyne.ThemeSizeName, bold bool) *widget.RichText {
	t := widget.NewRichText()
	t.Wrapping = fyne.TextWrapWord
	SetText(t, s, c, size, bold)
	return t
}

// Title is the heading of a screen.
func Title(s string) *widget.RichText {
	return Text(s, theme.ColorNameForeground, theme.SizeNameHeadingText, true)
}

// Heading is the heading of a part.
func Heading(s string) *widget.RichText {
	return Text(s, theme.ColorNameForeground, theme.SizeNameText, true)
}

// Muted is secondary text on one line.
func Muted(s string) *widget.RichText {
	return Text(s, ColorMuted, theme.SizeNameText, false)
}

// Hint is small secondary text that wraps.
func Hint(s string) *widget.RichText {
	return Paragraph(s, ColorMuted, theme.SizeNameCaptionText, false)
}
