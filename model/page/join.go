package page

import (
	"bytes"
	"context"
	"fmt"

	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"
)

// Join makes one PDF of the pages of several, in their order, so that they can be printed together. The pages are carried over,
// not drawn again.
func (p *Printer) Join(ctx context.Context, pdfs [][]byte) ([]byte, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if err := p.start(); err != nil {
		return nil, err
	}

	all, err := p.instance.FPDF_CreateNewDocument(&requests.FPDF_CreateNewDocument{})
	if err != nil {
		return nil, fmt.Errorf("begin pdf: %w", err)
	}

	defer p.instance.FPDF_CloseDocument(&requests.FPDF_CloseDocument{Document: all.Document})
	pages := 0
	for _, pdf := range pdfs {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		n, err := p.append(all.Document, pdf, pages)
		if err != nil {
			return nil, err
		}
		pages += n
	}

	var out bytes.Buffer
	if _, err := p.instance.FPDF_SaveAsCopy(&requests.FPDF_SaveAsCopy{Document: all.Document, Flags: requests.SaveFlagNoIncremental, FileWriter: &out}); err != nil {
		return nil, fmt.Errorf("write pdf: %w", err)
	}
	return out.Bytes(), nil
}

// append puts the pages of a PDF behind those that are there, and returns how many they are.
func (p *Printer) append(to references.FPDF_DOCUMENT, pdf []byte, at int) (int, error) {
	from, err := p.instance.OpenDocument(&requests.OpenDocument{File: &pdf})
	if err != nil {
		return 0, fmt.Errorf("open pdf: %w", err)
	}

	defer p.instance.FPDF_CloseDocument(&requests.FPDF_CloseDocument{Document: from.Document})
	count, err := p.instance.FPDF_GetPageCount(&requests.FPDF_GetPageCount{Document: from.Document})
	if err != nil {
		return 0, fmt.Errorf("count pages: %w", err)
	}
	if _, err := p.instance.FPDF_ImportPages(&requests.FPDF_ImportPages{Source: from.Document, Destination: to, Index: at}); err != nil {
		return 0, fmt.Errorf("carry pages over: %w", err)
	}

	return count.PageCount, nil
}
