package sheet

import (
	"slices"
	"strings"
	"unicode"
)

// What a row of a list of people is when it is no person that can be taken; codes of problems.
const (
	RowBlank   = "paste_blank"
	RowTitle   = "paste_title"   // above the headings
	RowHeading = "paste_heading" // the headings, or the headings once more
	RowFooter  = "paste_footer"  // a sum, or who signed the list
	RowCells   = "paste_cells"   // more cells than the table has columns
	RowName    = "paste_name"    // the name is no name
)

// Person returns what stands in a row by what its column is taken for, and a code that says why the row is no person.
func (s *People) Person(row int) (values map[string]string, code string) {
	cells := s.Rows[row]
	switch {
	case blankCells(cells):
		return nil, RowBlank
	case row == s.Heading, s.Heading >= 0 && slices.Equal(cells, s.Rows[s.Heading]):
		return nil, RowHeading
	case row < s.Begin:
		return nil, RowTitle
	}

	cells, fits := s.fit(cells)
	values = map[string]string{}
	for i, cell := range cells[:min(len(cells), len(s.Columns))] {
		if c := s.Columns[i]; c != "" {
			values[c] = strings.Join(strings.Fields(strings.TrimPrefix(strings.TrimSpace(cell), "'")), " ")
		}
	}

	values[ColumnName] = joinName(values)
	switch name := values[ColumnName]; {
	case row >= s.footer() || footerWord(cells) && filledCells(cells) <= 3:
		code = RowFooter
	case !fits:
		code = RowCells
	case name != "" && !strings.ContainsFunc(name, unicode.IsLetter) || strings.Contains(name, "@"):
		code = RowName
	}

	return values, code
}

func joinName(values map[string]string) string {
	name := strings.TrimSpace(values[ColumnPrefix] + " " + values[ColumnName] + " " + values[ColumnSurname])
	if suffix := strings.Trim(values[ColumnSuffix], ", "); suffix != "" && name != "" {
		name += ", " + suffix
	}
	return strings.Join(strings.Fields(name), " ")
}

// fit makes a row as wide as the table: blank cells at its end go, and degrees that a comma cut off come back to the name.
func (s *People) fit(cells []string) ([]string, bool) {
	cells = slices.Clone(cells)
	width := len(s.Columns)
	name := slices.Index(s.Columns, ColumnName)
	for len(cells) > width && strings.TrimSpace(cells[len(cells)-1]) == "" {
		cells = cells[:len(cells)-1]
	}

	for s.Separator == ',' && name >= 0 && len(cells) > width && name+1 < len(cells) && Degree(cells[name+1]) {
		cells[name] += ", " + strings.TrimSpace(cells[name+1])
		cells = slices.Delete(cells, name+1, name+2)
	}

	return cells, len(cells) <= width
}

// footer is the first row below the list: behind a blank row only lines of one cell follow. Without one it is the end.
func (s *People) footer() int {
	at := len(s.Rows)
	for len(s.Columns) > 1 && at > s.Begin && filledCells(s.Rows[at-1]) < 2 {
		if at--; blankCells(s.Rows[at]) && at < len(s.Rows)-1 && at > s.Begin {
			return at
		}
	}
	return len(s.Rows)
}

// footerWord reports whether a row begins as a sum does.
func footerWord(cells []string) bool {
	first := strings.Fields(strings.ToLower(strings.Join(cells, " ")))
	return slices.Contains([]string{"jumlah", "total", "mengetahui"}, strings.TrimRight(first[0], ":,."))
}
