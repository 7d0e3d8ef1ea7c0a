package model

import (
	"regexp"
	"strconv"
	"strings"
)

// Money is an amount of rupiah in sen (1 rupiah = 100 sen).
type Money int64

// ParseMoney reads a typed amount: 1250000, 1.250.000, Rp1.250.000,00, Rp 1.250.000,- (brief section 4.1), 1,5 juta.
// The comma is the decimal mark; English grouping is read behind IDR alone, where our English papers have it. The second
// result is false for anything else.
func ParseMoney(text string) (Money, bool) {
	text = strings.TrimSpace(Plain(text))
	english := false
	switch {
	case len(text) >= 2 && strings.EqualFold(text[:2], "rp"):
		text = strings.TrimSpace(strings.TrimPrefix(text[2:], "."))
	case len(text) >= 3 && strings.EqualFold(text[:3], "idr"):
		text = strings.TrimSpace(text[3:])
		english = matches(`^\d{1,3}(,\d{3})+(\.\d{2})?$`, text)
	}

	if english {
		text = strings.NewReplacer(",", "", ".", ",").Replace(text)
	}
	if m, ok := largeMoney(text); ok {
		return m, true
	}

	shape := regexp.MustCompile(`^(\d+|\d{1,3}(?:\.\d{3})+)(?:,(\d{2}|--?))?$`)
	m := shape.FindStringSubmatch(text)
	if m == nil {
		return 0, false
	}

	rupiah, err := strconv.ParseInt(strings.ReplaceAll(m[1], ".", ""), 10, 64)
	if err != nil || rupiah > 9e15 {
		return 0, false
	}

	sen, _ := strconv.ParseInt("0"+strings.Trim(m[2], "-"), 10, 64)
	return Money(rupiah*100 + sen), true
}

// largeMoney reads amounts in words of size: 500 ribu, 1,5 juta, 2 miliar.
func largeMoney(text string) (Money, bool) {
	m := regexp.MustCompile(`(?i)^(\d{1,6})(?:,(\d{1,3}))? ?(ribu|rb|juta|jt|miliar|milyar)\.?$`).FindStringSubmatch(text)
	if m == nil {
		return 0, false
	}
	places := map[string]int{"r": 3, "j": 6, "m": 9}[strings.ToLower(m[3][:1])]
	rupiah, err := strconv.ParseInt(m[1]+m[2]+strings.Repeat("0", places-len(m[2])), 10, 64)
	return Money(rupiah * 100), err == nil && rupiah <= 9e15
}
