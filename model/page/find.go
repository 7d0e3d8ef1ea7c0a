package page

import (
	"context"
	"fmt"
	"strings"

	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"
)

// mostHits is how often a text is found on a page at most: a page can claim to have millions of letters.
const mostHits = 500

// Find looks for a text on a page, whatever the case of its letters. Each place has a box for every line that it stands on: left,
// top, width and height in points, from the upper left corner of the page. A text of blanks is nowhere.
func (d *Document) Find(ctx context.Context, i int, text string) (places [][][4]float64, err error) {
	text = strings.TrimSpace(strings.ToValidUTF8(text, ""))
	if text == "" {
		return nil, nil
	}

	p := d.printer
	err = d.with(ctx, func() error {
		loaded, err := p.instance.FPDFText_LoadPage(&requests.FPDFText_LoadPage{
			Page: requests.Page{ByIndex: &requests.PageByIndex{Document: d.ref, Index: i}}})
		if err != nil {
			return fmt.Errorf("read page: %w", err)
		}
		defer func() { _, _ = p.instance.FPDFText_ClosePage(&requests.FPDFText_ClosePage{TextPage: loaded.TextPage}) }()

		places, err = p.findOn(loaded.TextPage, text, d.sizes[i])
		return err
	})

	return places, err
}

// findOn finds a text on a page whose letters are read.
func (p *Printer) findOn(page references.FPDF_TEXTPAGE, text string, size size) (places [][][4]float64, err error) {
	search, err := p.instance.FPDFText_FindStart(&requests.FPDFText_FindStart{TextPage: page, Find: text})
	if err != nil {
		return nil, fmt.Errorf("find: %w", err)
	}
	defer func() { _, _ = p.instance.FPDFText_FindClose(&requests.FPDFText_FindClose{Search: search.Search}) }()

	for len(places) < mostHits {
		next, err := p.instance.FPDFText_FindNext(&requests.FPDFText_FindNext{Search: search.Search})
		if err != nil {
			return nil, fmt.Errorf("find: %w", err)
		}
		if !next.GotMatch {
			break
		}

		boxes, err := p.boxesOf(page, search.Search, size)
		if err != nil {
			return nil, err
		}
		places = append(places, boxes)
	}

	return places, nil
}

// boxesOf are the boxes of the place that a search has come to.
func (p *Printer) boxesOf(page references.FPDF_TEXTPAGE, search references.FPDF_SCHHANDLE, size size) (boxes [][4]float64, err error) {
	first, err := p.instance.FPDFText_GetSchResultIndex(&requests.FPDFText_GetSchResultIndex{Search: search})
	if err != nil {
		return nil, fmt.Errorf("find: %w", err)
	}
	letters, err := p.instance.FPDFText_GetSchCount(&requests.FPDFText_GetSchCount{Search: search})
	if err != nil {
		return nil, fmt.Errorf("find: %w", err)
	}
	lines, err := p.instance.FPDFText_CountRects(&requests.FPDFText_CountRects{TextPage: page, StartIndex: first.Index, Count: letters.Count})
	if err != nil {
		return nil, fmt.Errorf("find: %w", err)
	}

	for n := range min(lines.Count, mostHits) {
		r, err := p.instance.FPDFText_GetRect(&requests.FPDFText_GetRect{TextPage: page, Index: n})
		if err != nil {
			return nil, fmt.Errorf("find: %w", err)
		}
		boxes = append(boxes, [4]float64{r.Left, size.height - r.Top, r.Right - r.Left, r.Top - r.Bottom})
	}

	return boxes, nil
}
