// Package page turns the pages of a PDF into pictures, so that a paper can be looked at inside the program before it
// is made, and joins papers that are printed together. PDFium runs as WebAssembly: no C library is needed and a broken file cannot harm the program.
package page

import (
	"context"
	"fmt"
	"image"
	"io"
	"sync"
	"time"

	"github.com/klippa-app/go-pdfium"
	"github.com/klippa-app/go-pdfium/requests"
	"github.com/klippa-app/go-pdfium/webassembly"
)

// Printer makes pictures of pages. The first use takes a second or two; it may be used from any goroutine.
type Printer struct {
	mu       sync.Mutex
	pool     pdfium.Pool
	instance pdfium.Pdfium
}

// New returns a printer that starts PDFium at its first use.
func New() *Printer { return &Printer{} }

// Pages returns a picture of every page at a resolution in dots per inch.
func (p *Printer) Pages(ctx context.Context, pdf []byte, dpi int) ([]image.Image, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if err := p.start(); err != nil {
		return nil, err
	}
	doc, err := p.instance.OpenDocument(&requests.OpenDocument{File: &pdf})
	if err != nil {
		return nil, fmt.Errorf("open pdf: %w", err)
	}
	defer p.instance.FPDF_CloseDocument(&requests.FPDF_CloseDocument{Document: doc.Document})
	count, err := p.instance.FPDF_GetPageCount(&requests.FPDF_GetPageCount{Document: doc.Document})
	if err != nil {
		return nil, fmt.Errorf("count pages: %w", err)
	}
	var pages []image.Image
	for i := range count.PageCount {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		drawn, err := p.draw(requests.Page{ByIndex: &requests.PageByIndex{Document: doc.Document, Index: i}}, dpi)
		if err != nil {
			return nil, err
		}
		pages = append(pages, drawn)
	}
	return pages, nil
}

func (p *Printer) draw(page requests.Page, dpi int) (image.Image, error) {
	drawn, err := p.instance.RenderPageInDPI(&requests.RenderPageInDPI{DPI: dpi, Page: page})
	if err != nil {
		return nil, fmt.Errorf("draw page: %w", err)
	}
	defer drawn.Cleanup()
	from := drawn.Result.Image
	picture := image.NewRGBA(from.Bounds())
	copy(picture.Pix, from.Pix)
	return picture, nil
}

func (p *Printer) start() error {
	if p.instance != nil {
		return nil
	}
	// A program from the Windows start menu has no output that PDFium could be given.
	pool, err := webassembly.Init(webassembly.Config{MinIdle: 0, MaxIdle: 1, MaxTotal: 1, Stdout: io.Discard, Stderr: io.Discard})
	if err != nil {
		return fmt.Errorf("start pdfium: %w", err)
	}
	instance, err := pool.GetInstance(30 * time.Second)
	if err != nil {
		_ = pool.Close()
		return fmt.Errorf("start pdfium: %w", err)
	}
	p.pool, p.instance = pool, instance
	return nil
}

// Close ends PDFium.
func (p *Printer) Close() error {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.pool == nil {
		return nil
	}
	err := p.instance.Close()
	if e := p.pool.Close(); err == nil {
		err = e
	}
	p.pool, p.instance = nil, nil
	return err
}
