package typeset

import (
	"bytes"
	"fmt"
	"time"

	"github.com/jung-kurt/gofpdf"
)

// File is what a PDF file says beside its pages.
type File struct {
	Sheet Sheet
	Logo  *Logo // the one that the pages were laid out with
	// Day is when the file says that it was made; the same pages of the same day give the same bytes.
	Day           time.Time
	Title, Author string
	// Watermark marks every page of a draft, with the hints where the seal goes; a final has none.
	Watermark string
	Foot      string // a line at the foot of every page
	Frame     *Frame // of one original of a deed, or nil
}

// printer draws pages with gofpdf; nothing else in this package knows that library.
type printer struct {
	pdf   *gofpdf.Fpdf
	faces Faces
	sheet Sheet
	logo  *Logo
	draft bool
	fonts map[string]bool // those that are in the file
}

// Print makes a PDF file of pages.
func (f Faces) Print(pages []Page, file File) (out []byte, err error) {
	defer func() {
		if r := recover(); r != nil {
			out = nil
			err = fmt.Errorf("pdf: %v", r)
		}
	}()

	p := f.printer(file)
	for i, content := range pages {
		p.pdf.AddPage()
		if p.draft {
			p.watermark(file.Watermark)
		}

		p.content(content)
		p.foot(file.Foot, file.Frame != nil)
		if file.Frame != nil {
			p.around(*file.Frame, content, i+1, len(pages))
		}
	}

	var b bytes.Buffer
	if err := p.pdf.Output(&b); err != nil {
		return nil, fmt.Errorf("pdf: %w", err)
	}
	return b.Bytes(), nil
}

func (f Faces) printer(file File) *printer {
	s := file.Sheet
	pdf := gofpdf.NewCustom(&gofpdf.InitType{OrientationStr: "P", UnitStr: "mm",
		Size: gofpdf.SizeType{Wd: s.Width, Ht: s.Height}})
	pdf.SetCreationDate(file.Day)
	pdf.SetModificationDate(file.Day)
	pdf.SetCatalogSort(true)
	pdf.SetAutoPageBreak(false, 0)
	pdf.SetMargins(0, 0, 0)
	pdf.SetCellMargin(0)
	pdf.SetTitle(file.Title, true)
	pdf.SetAuthor(file.Author, true)

	if file.Logo != nil {
		pdf.RegisterImageOptionsReader("logo", gofpdf.ImageOptions{ImageType: "PNG"}, bytes.NewReader(file.Logo.png))
	}
	return &printer{pdf: pdf, faces: f, sheet: s, logo: file.Logo, draft: file.Watermark != "", fonts: map[string]bool{}}
}

// font chooses a font; its file is added to the document when it is first needed. gofpdf writes into the bytes, so each
// document has its own copy.
func (p *printer) font(family string, bold bool, size float64) {
	weight := "Regular"
	style := ""
	if bold {
		weight = "Bold"
		style = "B"
	}

	if !p.fonts[family+weight] {
		data, err := p.faces.file(family, weight)
		if err != nil {
			p.pdf.SetError(err)
			return
		}
		p.pdf.AddUTF8FontFromBytes(family, style, data)
		p.fonts[family+weight] = true
	}

	p.pdf.SetFont(family, style, size)
}

func (p *printer) content(content Page) {
	for _, o := range content.Ops {
		switch {
		case o.DraftOnly && !p.draft:
		case o.Thick > 0 || o.Solid:
			p.rule(o)
		case o.Logo > 0:
			p.image(o.X, o.Y, o.Width, o.Logo)
		default:
			p.text(o)
		}
	}

	for _, r := range content.Rooms {
		if r.Key == logoRoom && p.logo != nil {
			width, height := p.logo.fit(logoSize)
			p.image(r.X, r.Y, width, height)
		}
	}
}

func (p *printer) image(x, y, width, height float64) {
	p.pdf.ImageOptions("logo", x, y, width, height, false, gofpdf.ImageOptions{ImageType: "PNG"}, 0, "")
}

func (p *printer) text(o Op) {
	p.font(o.Family, o.Bold, o.Size)
	switch {
	case o.Grey:
		p.pdf.SetTextColor(150, 150, 150)
	case o.Light:
		p.pdf.SetTextColor(255, 255, 255)
	case o.Accent:
		p.pdf.SetTextColor(accentRed, accentGreen, accentBlue)
	}

	defer p.pdf.SetTextColor(0, 0, 0)

	if !o.Stretch {
		p.pdf.Text(o.X, o.Y, o.Text)
		return
	}

	p.pdf.SetXY(o.X, o.Y-0.3*o.Size*pt)
	p.pdf.CellFormat(o.Width, 0, o.Text, "", 0, "J", false, 0, "")
}
