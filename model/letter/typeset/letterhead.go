package typeset

import "strings"

// Letterhead is what stands above the text on the first page of a letter: who writes.
type Letterhead struct {
	Owner, Name string
	Small       []string // lines in small type
}

// Text is the letterhead as plain text.
func (h Letterhead) Text() string {
	return h.Owner + "\n" + h.Name + "\n" + strings.Join(h.Small, "\n")
}

const (
	headTop    = 15.0 // upper edge of the letterhead
	headHeight = 38.0 // its greatest height
	logoSize   = 22.0
)

// Small type of a letterhead: the usual size, and the least when there is too much of it.
const (
	headSmall = 9.0
	headLeast = 6.0
)

// letterhead sets the letterhead on a page and returns where the text may begin. Small text gets smaller when there is
// too much of it.
func (l Layout) letterhead() ([]Op, float64) {
	var ops []Op
	var y float64
	for size := headSmall; size >= headLeast; size -= 0.5 {
		if ops, y = l.headLines(size); y-headTop <= headHeight-2 {
			break
		}
	}

	s := l.Sheet
	if l.Logo != nil {
		width, height := l.Logo.fit(logoSize)
		ops = append(ops, Op{X: s.Left, Y: headTop, Width: width, Logo: height})
		y = max(y, headTop+height)
	}

	y += 1.5
	ops = append(ops, Op{X: s.Left, Y: y, Width: s.TextWidth(), Thick: 2},
		Op{X: s.Left, Y: y + 1, Width: s.TextWidth(), Thick: 0.5})
	return ops, y + 7
}

// HeadFits reports whether the letterhead is no higher than it may be, in the smallest type if it must be.
func (l Layout) HeadFits() bool {
	_, y := l.headLines(headLeast)
	return y-headTop <= headHeight
}

// HeadAlone is a page with the letterhead and no text.
func (l Layout) HeadAlone() Page {
	ops, _ := l.letterhead()
	return Page{Ops: ops}
}

// headLines sets the lines with small text of a size, and returns where they end.
func (l Layout) headLines(small float64) ([]Op, float64) {
	inset := 0.0
	if l.Logo != nil {
		inset = logoSize + 3
	}

	s := l.Sheet
	f := l.Faces.sans
	measure := s.TextWidth() - inset
	y := headTop

	var ops []Op
	add := func(text string, size float64, bold bool) {
		face := typeface{f, size}
		for _, line := range face.balance([]Run{{text, bold}}, measure) {
			y += size * pt * 1.2
			x := s.Left + inset + (measure-line.width)/2
			for _, span := range line.spans {
				ops = append(ops, Op{X: x + span.x, Y: y - size*pt*0.25, Text: span.text, Size: size, Bold: span.bold, Family: f.name})
			}
		}
	}

	add(l.Head.Owner, min(11, small+2), false)
	size := 16.0
	for size > 11 && f.width(l.Head.Name, size, true) > measure {
		size -= 0.5
	}

	add(l.Head.Name, size, true)
	for _, line := range l.Head.Small {
		add(line, small, false)
	}

	return ops, y
}
