package model

import (
	"regexp"
	"strconv"
	"strings"
)

// Money is an amount of rupiah in sen (1 rupiah = 100 sen).
type Money int64

// ParseMoney reads a typed amount: 1250000, 1.250.000, Rp1.250.000,00, Rp 1.250.000,- (brief section 4.1).
// The comma is the decimal mark; English grouping is refused. The second result is false for anything else.
func ParseMoney(text string) (Money, bool) {
	text = strings.TrimSpace(text)
	if len(text) >= 2 && strings.EqualFold(text[:2], "rp") {
		text = strings.TrimSpace(strings.TrimPrefix(text[2:], "."))
	}
	shape := regexp.MustCompile(`^(\d+|\d{1,3}(?:\.\d{3})+)(?:,(\d{2}|-))?$`)
	m := shape.FindStringSubmatch(text)
	if m == nil {
		return 0, false
	}
	rupiah, err := strconv.ParseInt(strings.ReplaceAll(m[1], ".", ""), 10, 64)
	if err != nil || rupiah > 9e15 {
		return 0, false
	}
	sen, _ := strconv.ParseInt("0"+strings.TrimSuffix(m[2], "-"), 10, 64)
	return Money(rupiah*100 + sen), true
}
