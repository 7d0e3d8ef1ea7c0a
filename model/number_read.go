package model

import (
	"math"
	"strconv"
	"strings"
)

// ReadInt reads a whole number as it is typed: 1250, 1.250 and 1 250 are one; a percent sign behind it says nothing new.
// Empty text is 0.
func ReadInt(text string) (int, bool) {
	text = bareNumber(text)
	if matches(`^-?\d{1,3}(\.\d{3})+$`, text) {
		text = strings.ReplaceAll(text, ".", "")
	}
	if text == "" {
		return 0, true
	}
	if !matches(`^-?\d+$`, text) {
		return 0, false
	}
	n, err := strconv.Atoi(text)
	return n, err == nil
}

// ReadDecimal reads a number with a decimal comma or point: 12,5, 12.5 and 1.250,75. Points alone that stand before each
// three digits divide thousands, as in all amounts here: 1.250 is one thousand two hundred and fifty. Empty text is 0.
func ReadDecimal(text string) (float64, bool) {
	text = bareNumber(text)
	switch {
	case text == "":
		return 0, true
	case matches(`^-?[1-9]\d{0,2}(\.\d{3})+(,\d+)?$`, text):
		text = strings.ReplaceAll(text, ".", "")
	case !matches(`^-?\d+([.,]\d+)?$`, text):
		return 0, false
	}
	n, err := strconv.ParseFloat(strings.Replace(text, ",", ".", 1), 64)
	return n, err == nil && !math.IsInf(n, 0)
}

// bareNumber takes out what only goes with a number: blanks between digits, a percent sign.
func bareNumber(text string) string {
	return strings.Join(strings.Fields(strings.TrimSuffix(strings.TrimSpace(Plain(text)), "%")), "")
}
