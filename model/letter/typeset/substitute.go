package typeset

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// substituted writes what the fonts of the papers lack by what says exactly the same: ℃ is °C, Ⅳ is IV, a full-width letter
// a letter, a non-breaking hyphen a hyphen. What has no such substitute stays and is named where the paper is refused.
func substituted(s string) string {
	if ascii(s) {
		return s
	}

	s = norm.NFC.String(s) // letters with an accent of their own, as a Mac writes them
	var b strings.Builder
	var before rune
	runes := []rune(s)
	for i := 0; i < len(runes); i++ {
		if n := raised(runes[i:]); n > 0 {
			b.WriteString(exponent(before, string(runes[i:i+n])))
			i += n - 1
		} else {
			b.WriteString(instead(runes[i], before))
		}
		before = runes[i]
	}

	return norm.NFC.String(b.String()) // a substitute takes the accent that follows it: Ⅰ with a grave accent is Ì
}

func ascii(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return r >= 0x80 }) < 0
}

// instead is what stands for one sign; before is the one in front of it.
func instead(r, before rune) string {
	if s, ok := signsInstead(r); ok {
		return s
	}

	same := norm.NFKC.String(string(r))
	switch {
	case strings.ContainsRune("№™Ωℓ℗℮⅍ⅎ℅⅓⅔⅛⅜⅝⅞ↄﬁﬂ", r): // in the fonts
	case r >= '⅐' && r <= '⅟':
		same = strings.ReplaceAll(same, "\u2044", "/")
		if unicode.IsDigit(before) {
			return " " + same
		}
		return same
	case r >= '①' && r <= '⓪': // ① and ⓐ
		if strings.ContainsAny(same, "(.") {
			return same
		}
		return "(" + same + ")"
	case r >= 0x3371 && r <= 0x33DF: // ㎎, ㎡
		return strings.NewReplacer("2", "²", "3", "³", "\u2215", "/").Replace(same)
	case r >= 0x2100 && r <= 0x214F, r >= 0x2150 && r <= 0x2188, r >= 0xFB00 && r <= 0xFB06, r >= 0xFE50 && r <= 0xFE6F, r >= 0xFF01 && r <= 0xFFEE,
		r >= 0x1D400 && r <= 0x1D7FF, r >= 0x2080 && r <= 0x208E && !strings.ContainsRune("₀₁₂₃₄₅₆₇₈₉", r), r >= 0x2095 && r <= 0x209C:
		if s, ok := signsInstead([]rune(same)[0]); ok && utf8.RuneCountInString(same) == 1 {
			return s // a substitute that has one itself: ｡ is 。, and that a full stop
		}
		return same
	}

	return string(r)
}

// signsInstead are substitutes that no rule of Unicode gives, or gives otherwise.
func signsInstead(r rune) (string, bool) {
	const list = "\u2011- \u2043- \ufe63- \u2024. \u2025.. \u2027· \u2023• \u2e3a—— \u2e3b——— \u2047?? \u2048?! \u2049!? " +
		"\u2217* \u223c~ \u301c~ \u22c5· \u2236: \u2223| \u2266≤ \u2267≥ \u2a7d≤ \u2a7e≥ \u3001, \u3002. \u301d“ \u301e” \u275d“ \u275e” \u275b‘ \u275c’ " +
		"\u2794→ \u2799→ \u279c→ \u279d→ \u279e→ \u27a1→ \u27f6→ \u27f5← \u2b05← \u2b06↑ \u2b07↓ \u21e8→ \u21d2→ \u2795+ \u2796− \u2797÷ \u2715× \u2716× " +
		"\u27a2► \u25b6► \u25c6♦ \u25cf● \u2022• \u211eR/ " +
		"\uf0b7• \uf0a7▪ \uf0a8◘ \uf0d8► \uf0e0→ \uf0df← \uf0e8→ \uf02d- \uf0b0° \uf0b1± \uf0b3≥ \uf0a3≤ \uf0ae→ \uf0ad↑ \uf0af↓ \uf06d\u00b5 " // Word's symbol fonts

	for pair := range strings.FieldsSeq(list) {
		if rest, found := strings.CutPrefix(pair, string(r)); found && rest != "" {
			return rest, true
		}
	}

	return "", false
}

// raised is how many signs at the beginning are raised digits and signs of which the fonts lack one: ⁻³, ⁺, ¹⁰.
func raised(runes []rune) int {
	n := 0
	lacking := false
	for n < len(runes) && strings.ContainsRune("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱ", runes[n]) {
		lacking = lacking || strings.ContainsRune("⁰⁺⁻⁼⁽⁾ⁱ", runes[n])
		n++
	}

	if !lacking {
		return 0
	}
	return n
}

// exponent writes raised signs on the line: 10⁻³ is 10^-3, and the charge of Ca²⁺ is Ca2+.
func exponent(before rune, text string) string {
	plain := strings.ReplaceAll(norm.NFKC.String(text), "\u2212", "-")
	if unicode.IsLetter(before) && strings.ContainsAny(plain[len(plain)-1:], "+-") {
		return plain
	}
	return "^" + plain
}
