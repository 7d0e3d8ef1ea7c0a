package page

import (
	"context"
	"errors"
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"math"

	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"
)

// Document is a PDF that is looked at, page by page. It may be used from any goroutine and must be closed.
type Document struct {
	printer *Printer
	pdf     []byte
	sizes   []size
	ref     references.FPDF_DOCUMENT
	turn    int // of the instance that ref belongs to; 0 is none
}

// size is the width and the height of a page in points.
type size struct{ width, height float64 }

// A picture has at most so many pixels, and so many in a line or column: a page can claim to be kilometres wide.
const maxPixels, maxSide = 5_000_000, 6000

// Open reads how many pages a PDF has and how large they are. None of them is drawn.
func (p *Printer) Open(ctx context.Context, pdf []byte) (*Document, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	d := &Document{printer: p, pdf: pdf}
	if err := d.open(); err != nil {
		return nil, err
	}

	count, err := p.instance.FPDF_GetPageCount(&requests.FPDF_GetPageCount{Document: d.ref})
	if err != nil {
		return nil, fmt.Errorf("count pages: %w", err)
	}

	for i := range count.PageCount {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		d.sizes = append(d.sizes, p.sizeOf(d.ref, i))
	}

	if len(d.sizes) == 0 {
		return nil, errors.New("pdf without pages")
	}
	return d, nil
}

// sizeOf is the size of a page; one that says nothing sensible is taken for A4.
func (p *Printer) sizeOf(ref references.FPDF_DOCUMENT, i int) size {
	got, err := p.instance.FPDF_GetPageSizeByIndex(&requests.FPDF_GetPageSizeByIndex{Document: ref, Index: i})
	if err != nil || !sound(got.Width) || !sound(got.Height) {
		return size{595, 842}
	}
	return size{got.Width, got.Height}
}

func sound(points float64) bool { return points >= 1 && points < 1e6 } // false for what is no number, too

// open gives the document to the PDFium that runs now, unless it has it.
func (d *Document) open() error {
	p := d.printer
	if err := p.start(); err != nil {
		return err
	}
	if d.turn == p.turn {
		return nil
	}

	return p.within(func() error {
		doc, err := p.instance.OpenDocument(&requests.OpenDocument{File: &d.pdf})
		if err != nil {
			return fmt.Errorf("open pdf: %w", err)
		}
		d.ref, d.turn = doc.Document, p.turn
		return nil
	})
}

// Len is the number of pages.
func (d *Document) Len() int { return len(d.sizes) }

// Size is the width and the height of a page in points.
func (d *Document) Size(i int) (width, height float64) { return d.sizes[i].width, d.sizes[i].height }

// Draw returns a picture of a page, so many pixels wide, or less where it would become too large.
func (d *Document) Draw(ctx context.Context, i, width int) (image.Image, error) {
	w, h := bounded(d.sizes[i], width)
	var picture image.Image
	err := d.with(ctx, func() error {
		drawn, err := d.printer.instance.RenderPageInPixels(&requests.RenderPageInPixels{Width: w, Height: h,
			Page: requests.Page{ByIndex: &requests.PageByIndex{Document: d.ref, Index: i}}})
		if err != nil {
			return fmt.Errorf("draw page: %w", err)
		}
		defer drawn.Cleanup()
		picture = onWhite(drawn.Result.Image)
		return nil
	})
	if err != nil {
		return nil, err
	}
	if picture.Bounds().Empty() {
		return nil, errors.New("draw page: nothing to draw")
	}

	return picture, nil
}

// with lets PDFium do something with the document, once nobody else works with it.
func (d *Document) with(ctx context.Context, do func() error) error {
	p := d.printer
	p.mu.Lock()
	defer p.mu.Unlock()
	if err := ctx.Err(); err != nil { // while others were drawing
		return err
	}
	if err := d.open(); err != nil {
		return err
	}
	return p.within(do)
}

// bounded is the size of a picture of a page in pixels.
func bounded(s size, width int) (w, h int) {
	scale := float64(width) / s.width
	scale = min(scale, maxSide/s.width, maxSide/s.height, math.Sqrt(maxPixels/(s.width*s.height)))
	return max(1, int(s.width*scale)), max(1, int(s.height*scale))
}

// onWhite copies a picture onto paper: what is not printed may be clear.
func onWhite(from *image.RGBA) image.Image {
	to := image.NewRGBA(from.Bounds())
	draw.Draw(to, to.Bounds(), image.NewUniform(color.White), image.Point{}, draw.Src)
	draw.Draw(to, to.Bounds(), from, from.Bounds().Min, draw.Over)
	return to
}

// Close forgets the document.
func (d *Document) Close() {
	p := d.printer
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.instance != nil && d.turn == p.turn && d.turn != 0 {
		_, _ = p.instance.FPDF_CloseDocument(&requests.FPDF_CloseDocument{Document: d.ref})
	}
	d.turn = 0
}
