package mime

import (
	"strconv"
	"strings"

	"golang.org/x/net/html/atom"
)

// htmlList is an open list of the page.
type htmlList struct {
	ordered  bool
	next     int
	step     int
	numerals string // 1, a, A, i or I
}

// openList begins a list as its attributes say.
func (p *prose) openList(name atom.Atom, a attribute) {
	const deepest = 100

	l := htmlList{ordered: name == atom.Ol, next: 1, step: 1, numerals: a.listType}
	if n, err := strconv.Atoi(a.start); err == nil {
		l.next = n
	}

	if a.reversed != "" && a.start != "" {
		l.step = -1
	}

	if len(p.lists) < deepest {
		p.lists = append(p.lists, l)
	}
}

// openItem begins an item with its number or a dash.
func (p *prose) openItem(a attribute) {
	if !p.appearance().shown() && !p.everything {
		return
	}

	if len(p.lists) == 0 || !p.lists[len(p.lists)-1].ordered {
		p.write("- ")
		return
	}

	l := &p.lists[len(p.lists)-1]
	if n, err := strconv.Atoi(a.value); err == nil {
		l.next = n
	}

	p.write(l.mark() + ". ")
	l.next += l.step
}

// mark is the number of the next item as the list counts.
func (l htmlList) mark() string {
	switch {
	case l.next < 1 || l.next > 3999:
	case l.numerals == "a":
		return letters(l.next)
	case l.numerals == "A":
		return strings.ToUpper(letters(l.next))
	case l.numerals == "i":
		return strings.ToLower(roman(l.next))
	case l.numerals == "I":
		return roman(l.next)
	}

	return strconv.Itoa(l.next)
}

// letters counts a, b … z, aa, ab …
func letters(n int) string {
	text := ""
	for ; n > 0; n = (n - 1) / 26 {
		text = string(rune('a'+(n-1)%26)) + text
	}
	return text
}

// roman writes a number as the Romans did.
func roman(n int) string {
	var out strings.Builder
	values := []int{1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1}
	for i, sign := range strings.Fields("M CM D CD C XC L XL X IX V IV I") {
		for ; n >= values[i]; n -= values[i] {
			out.WriteString(sign)
		}
	}

	return out.String()
}

// strike opens or closes the mark of crossed-out words.
func (p *prose) strike(on bool) {
	if !on {
		p.endStrike()
		return
	}

	p.write("~~")
	p.struck = true
}

// endStrike closes the mark right behind the last word.
func (p *prose) endStrike() {
	if p.struck {
		p.out.WriteString("~~")
		p.last = '~'
		p.struck = false
	}
}

// raised writes the digits of a power or a note so that 10³ does not become 103.
func raised(s string) string {
	return strings.NewReplacer("0", "⁰", "1", "¹", "2", "²", "3", "³", "4", "⁴", "5", "⁵", "6", "⁶", "7", "⁷", "8", "⁸", "9", "⁹", "-", "⁻", "−", "⁻", "+", "⁺").Replace(s)
}
