package typeset

import (
	"strings"
	"unicode"
)

// Marks inside composed text. Values are cleaned of control characters, so they can never contain them.
const (
	valueMark = "\x1f" // begins a value: what follows is text, never layout
	gapMark   = "\x1e" // encloses the field of a missing value
	barMark   = "\x1c" // a bar in a value
)

// GapText is what a missing value looks like on paper.
const GapText = "................"

// Clean makes one line of printable text out of whatever a person or another program wrote. What the fonts lack is written by
// something that says the same, where there is such a thing.
func Clean(s string) string {
	s = strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r) || unicode.IsControl(r) || r == '\u2800' || r == '\u3164':
			return ' '
		case unicode.Is(unicode.Cf, r) || unicode.Is(unicode.Variation_Selector, r) || r == '\u034f':
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, "\uFFFD"))

	return strings.Join(strings.Fields(substituted(s)), " ")
}

// Literal protects a cleaned value, so that the parser never reads it as layout.
func Literal(s string) string {
	if s == "" {
		return ""
	}
	return valueMark + strings.NewReplacer("*", "*"+valueMark, "[", "["+valueMark, "|", barMark).Replace(s)
}

// Bare is a value without the mark that Literal begins it with, for a place inside a line.
func Bare(s string) string { return strings.TrimPrefix(s, valueMark) }

// Gap stands for the missing value of a field: the parser prints GapText for it and remembers the field.
func Gap(field string) string { return gapMark + field + gapMark }

// Plain takes the marks out of composed text and reports the fields of its gaps.
func Plain(s string) (text string, gaps []string) {
	between := strings.Split(s, gapMark)
	var b strings.Builder
	for i, one := range between {
		if i%2 == 1 {
			gaps = append(gaps, one)
			one = GapText
		}
		b.WriteString(one)
	}

	return strings.NewReplacer(valueMark, "", barMark, "|").Replace(b.String()), gaps
}

// OutsideGaps changes composed text, but not the fields of its gaps.
func OutsideGaps(s string, change func(string) string) string {
	between := strings.Split(s, gapMark)
	for i := 0; i < len(between); i += 2 {
		between[i] = change(between[i])
	}
	return strings.Join(between, gapMark)
}

// Upper writes composed text in capitals.
func Upper(s string) string { return OutsideGaps(s, strings.ToUpper) }
