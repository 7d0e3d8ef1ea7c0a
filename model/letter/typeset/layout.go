package typeset

// Layout is what the pages of a paper have in common.
type Layout struct {
	Faces Faces
	Sheet Sheet
	Head  Letterhead
	Logo  *Logo // nil for none
}

// paginator begins the pages of a paper that has a letterhead.
func (l Layout) paginator() paginator { return paginator{sheet: l.Sheet, head: l.letterhead} }

// Numbered writes a line at the foot of the pages when there are several: what text returns for page n of all. The first page
// gets one only when it is asked for.
func (l Layout) Numbered(pages []Page, first bool, text func(n, of int) string) {
	const size = 8
	f := l.Faces.sans
	for i := range pages {
		if len(pages) == 1 || i == 0 && !first {
			continue
		}
		line := text(i+1, len(pages))
		x := l.Sheet.Left + (l.Sheet.TextWidth()-f.width(line, size, false))/2
		pages[i].Ops = append(pages[i].Ops, Op{X: x, Y: l.Sheet.Height - footLine, Text: line, Family: f.name, Size: size})
	}
}

// footLine is how far above the edge of the paper a page number stands.
const footLine = 6.5
