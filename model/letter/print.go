package letter

import (
	"bytes"
	"fmt"
	"time"

	"github.com/jung-kurt/gofpdf"

	"jejaring/model"
)

// printer draws pages with gofpdf; nothing else in this package knows that library.
type printer struct {
	pdf   *gofpdf.Fpdf
	sheet sheet
	logo  *logo
	fonts map[string]bool
}

// printAll makes the papers of a document.
func printAll(d model.LetterData, t *text, pages []page) ([]model.Paper, error) {
	list := []original{{}}
	if d.Type == "PKS" {
		list = originals(d, t)
	}
	if len(list) == 0 {
		list = []original{{}}
	}
	var papers []model.Paper
	for _, o := range list {
		pdf, err := printOne(d, o, pages, t)
		if err != nil {
			return nil, fmt.Errorf("print %s: %w", d.Type, err)
		}
		papers = append(papers, model.Paper{CopyNo: o.copyNo, Copies: o.copies, FileName: fileName(d, o), PDF: pdf})
	}
	return papers, nil
}

func printOne(d model.LetterData, o original, pages []page, t *text) (out []byte, err error) {
	defer func() {
		if r := recover(); r != nil {
			out, err = nil, fmt.Errorf("pdf: %v", r)
		}
	}()
	p, mark := newPrinter(d, t.logo), version(d, t.languages)
	for i, content := range pages {
		p.pdf.AddPage()
		if d.Draft {
			p.watermark()
		}
		p.content(content)
		p.versionLine(mark, o)
		if o.copies > 0 {
			p.frame(o, content, i+1, len(pages))
		}
	}
	var b bytes.Buffer
	if err := p.pdf.Output(&b); err != nil {
		return nil, fmt.Errorf("pdf: %w", err)
	}
	return b.Bytes(), nil
}

func newPrinter(d model.LetterData, l *logo) *printer {
	s := sheetFor(d)
	pdf := gofpdf.NewCustom(&gofpdf.InitType{OrientationStr: "P", UnitStr: "mm",
		Size: gofpdf.SizeType{Wd: s.width, Ht: s.height}})
	day := time.Date(2000, 1, 1, 0, 0, 0, 0, time.UTC)
	if !d.Date.IsZero() {
		day = d.Date.Time()
	}
	pdf.SetCreationDate(day)
	pdf.SetModificationDate(day)
	pdf.SetCatalogSort(true)
	pdf.SetAutoPageBreak(false, 0)
	pdf.SetMargins(0, 0, 0)
	pdf.SetCellMargin(0)
	pdf.SetTitle(join(d.Type+" "+clean(d.Number), clean(subject(d))), true)
	pdf.SetAuthor(clean(d.Clinic.Name), true)
	p := &printer{pdf: pdf, sheet: s, logo: l, fonts: map[string]bool{}}
	if l != nil {
		pdf.RegisterImageOptionsReader("logo", gofpdf.ImageOptions{ImageType: "PNG"}, bytes.NewReader(l.png))
	}
	return p
}

// subject is what the file says it is about: never a person.
func subject(d model.LetterData) string {
	if d.Training != nil {
		return d.Training.Title
	}
	return d.Agreement.Title
}

// font chooses a font; its file is added to the document when it is first needed. gofpdf writes into the bytes, so each
// document has its own copy.
func (p *printer) font(family string, bold bool, size float64) {
	weight, style := "Regular", ""
	if bold {
		weight, style = "Bold", "B"
	}
	if !p.fonts[family+weight] {
		data, err := fontFile(family, weight)
		if err != nil {
			p.pdf.SetError(err)
			return
		}
		p.pdf.AddUTF8FontFromBytes(family, style, data)
		p.fonts[family+weight] = true
	}
	p.pdf.SetFont(family, style, size)
}

func (p *printer) content(content page) {
	for _, o := range content.ops {
		switch {
		case o.thick > 0 || o.solid:
			p.rule(o)
		case o.logo > 0:
			p.image(o.x, o.y, o.width, o.logo)
		default:
			p.text(o)
		}
	}
	for _, s := range content.spaces {
		if s.role == "logo" && p.logo != nil {
			width, height := p.logo.fit(logoSize)
			p.image(s.x, s.y, width, height)
		}
	}
}

func (p *printer) image(x, y, width, height float64) {
	p.pdf.ImageOptions("logo", x, y, width, height, false, gofpdf.ImageOptions{ImageType: "PNG"}, 0, "")
}

func (p *printer) text(o op) {
	p.font(o.family, o.bold, o.size)
	switch {
	case o.grey:
		p.pdf.SetTextColor(150, 150, 150)
	case o.light:
		p.pdf.SetTextColor(255, 255, 255)
	case o.accent:
		p.pdf.SetTextColor(accentRed, accentGreen, accentBlue)
	}
	defer p.pdf.SetTextColor(0, 0, 0)
	if !o.stretch {
		p.pdf.Text(o.x, o.y, o.text)
		return
	}
	p.pdf.SetXY(o.x, o.y-0.3*o.size*pt)
	p.pdf.CellFormat(o.width, 0, o.text, "", 0, "J", false, 0, "")
}
