package sheet

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strconv"
	"strings"
)

// Limits of a workbook: what one part of it may unpack to, how many columns and rows are looked at.
const (
	workbookPart    = 32 << 20
	workbookColumns = 64
	workbookRows    = 10_000
)

var errWorkbook = errors.New("no readable workbook")

// Workbook reads the first sheet of an .xlsx file as a table with tabs, as copying its cells would give it.
func Workbook(body []byte) (string, error) {
	z, err := zip.NewReader(bytes.NewReader(body), int64(len(body)))
	if err != nil {
		return "", errWorkbook
	}

	var shared struct {
		Items []sharedText `xml:"si"`
	}
	if err := workbookXML(z, "xl/sharedStrings.xml", &shared); err != nil && !errors.Is(err, errNoPart) {
		return "", err
	}

	var sheet struct {
		Rows []struct {
			Place int            `xml:"r,attr"`
			Cells []workbookCell `xml:"c"`
		} `xml:"sheetData>row"`
	}
	if err := workbookXML(z, firstSheet(z), &sheet); err != nil {
		return "", err
	}

	var b strings.Builder
	for i, row := range sheet.Rows[:min(len(sheet.Rows), workbookRows)] {
		if i > 0 {
			b.WriteByte('\n')
		}

		cells := make([]string, 0, len(row.Cells))
		for _, c := range row.Cells {
			if at := c.column(len(cells)); at >= len(cells) && at < workbookColumns {
				cells = append(cells, make([]string, at-len(cells)+1)...)
				cells[at] = c.text(shared.Items)
			}
		}

		for i, cell := range cells {
			if strings.ContainsAny(cell, "\t\n\"") {
				cells[i] = `"` + strings.ReplaceAll(strings.NewReplacer("\t", " ", "\r", "").Replace(cell), `"`, `""`) + `"`
			}
		}

		b.WriteString(strings.Join(cells, "\t"))
	}

	return b.String(), nil
}

var errNoPart = errors.New("no such part")

func workbookXML(z *zip.Reader, name string, into any) error {
	f, err := z.Open(name)
	if err != nil {
		return errNoPart
	}

	defer func() { _ = f.Close() }()
	limited := &io.LimitedReader{R: f, N: workbookPart}
	if err := xml.NewDecoder(limited).Decode(into); err != nil || limited.N == 0 {
		return errWorkbook
	}

	return nil
}

// firstSheet is the part of the sheet that stands first; a workbook numbers its sheets as they were made.
func firstSheet(z *zip.Reader) string {
	var book struct {
		Sheets []struct {
			Link string `xml:"http://schemas.openxmlformats.org/officeDocument/2006/relationships id,attr"`
		} `xml:"sheets>sheet"`
	}
	var links struct {
		All []struct {
			ID     string `xml:"Id,attr"`
			Target string `xml:"Target,attr"`
		} `xml:"Relationship"`
	}

	if workbookXML(z, "xl/workbook.xml", &book) == nil && workbookXML(z, "xl/_rels/workbook.xml.rels", &links) == nil && len(book.Sheets) > 0 {
		for _, l := range links.All {
			if l.ID == book.Sheets[0].Link {
				return "xl/" + strings.TrimPrefix(strings.TrimPrefix(l.Target, "/"), "xl/")
			}
		}
	}

	return "xl/worksheets/sheet1.xml"
}

type sharedText struct {
	Text string `xml:"t"`
	Runs []struct {
		Text string `xml:"t"`
	} `xml:"r"`
}

func (s sharedText) all() string {
	text := s.Text
	for _, r := range s.Runs {
		text += r.Text
	}
	return text
}

type workbookCell struct {
	Place  string     `xml:"r,attr"`
	Kind   string     `xml:"t,attr"`
	Value  string     `xml:"v"`
	Inline sharedText `xml:"is"`
}

// column reads the letters of a place such as AB12; a cell without one stands behind the one before.
func (c workbookCell) column(next int) int {
	at := 0
	for _, r := range c.Place {
		if r < 'A' || r > 'Z' || at > workbookColumns {
			break
		}
		at = at*26 + int(r-'A') + 1
	}

	if at == 0 {
		return next
	}
	return at - 1
}

// text is what the cell shows; a long number is written out, as a NIK or a telephone needs it.
func (c workbookCell) text(shared []sharedText) string {
	switch c.Kind {
	case "s":
		if i, err := strconv.Atoi(c.Value); err == nil && i >= 0 && i < len(shared) {
			return shared[i].all()
		}
		return ""
	case "inlineStr":
		return c.Inline.all()
	}

	if n, err := strconv.ParseFloat(c.Value, 64); err == nil && c.Kind != "str" && n == float64(int64(n)) {
		return strconv.FormatFloat(n, 'f', -1, 64)
	}
	return c.Value
}
