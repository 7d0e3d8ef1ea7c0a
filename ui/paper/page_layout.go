package paper

import (
	"sort"

	"fyne.io/fyne/v2"

	"jejaring/ui/room"
)

// pageLayout knows where each page of a PDF stands on the sheet and places those that are in view.
type pageLayout struct {
	zoom  float32
	room  float32     // the width of the sheet
	pages []fyne.Size // as they are shown
	tops  []float32   // of the pages, and the end of the last one
	at    []int       // the pages that are placed
}

const (
	// onScreen is the size of a point at 100 %, as long as the page is not wider than the sheet.
	onScreen = 80.0 / 72
	// pageGap is the room around the pages.
	pageGap = 14
	// leastPage is the least height of a page that can be seen.
	leastPage = 24
)

// measure finds out how large the pages are on a sheet.
func (l *pageLayout) measure(p room.Pages, width float32) {
	l.room = width
	l.pages = nil
	l.tops = []float32{pageGap}
	if p == nil {
		return
	}

	top := float32(pageGap)
	for i := range p.Len() {
		w, h := p.Size(i)
		shown := min(float32(w)*onScreen, max(width-2*pageGap, 60)) * l.zoom
		size := fyne.NewSize(shown, max(leastPage, shown*float32(h/w)))
		l.pages = append(l.pages, size)
		top += size.Height + pageGap
		l.tops = append(l.tops, top)
	}
}

// between returns the pages from a height of the sheet on.
func (l *pageLayout) between(top, height float32) (first, last int) {
	return l.page(top), l.page(top + height)
}

// page is the page at a height of the sheet.
func (l *pageLayout) page(y float32) int {
	i := sort.Search(len(l.pages), func(i int) bool { return l.tops[i+1] > y })
	return min(i, len(l.pages)-1)
}

// MinSize is the whole sheet.
func (l *pageLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	var width float32
	for _, p := range l.pages {
		width = max(width, p.Width)
	}

	if len(l.tops) == 0 {
		return fyne.Size{}
	}
	if l.zoom <= 1 {
		return fyne.NewSize(0, l.tops[len(l.tops)-1])
	}

	return fyne.NewSize(width+2*pageGap, l.tops[len(l.tops)-1])
}

// Layout places the pages that are in view.
func (l *pageLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for n, o := range objects {
		if n >= len(l.at) || l.at[n] >= len(l.pages) {
			return
		}
		page := l.pages[l.at[n]]
		o.Resize(page)
		o.Move(fyne.NewPos(max(pageGap, (size.Width-page.Width)/2), l.tops[l.at[n]]))
	}
}
