package sheet

import (
	"regexp"
	"slices"
	"strings"

	"jejaring/model"
)

// What a column of a list of people can be taken for; "" is nothing.
const (
	ColumnName        = "name"
	ColumnSurname     = "surname"
	ColumnPrefix      = "title_prefix"
	ColumnSuffix      = "title_suffix"
	ColumnProfession  = "profession"
	ColumnInstitution = "institution"
	ColumnPhone       = "phone"
	ColumnEmail       = "email"
	ColumnNIK         = "nik"
)

// Columns are the columns that can be taken, in the order in which they are offered.
func Columns() []string {
	return []string{ColumnName, ColumnSurname, ColumnPrefix, ColumnSuffix, ColumnProfession, ColumnInstitution, ColumnPhone, ColumnEmail, ColumnNIK}
}

// People is a table of people and how it is read: which row names the columns, and what each column is taken for.
type People struct {
	Separator rune
	Rows      [][]string
	// Heading is the row that names the columns, or -1.
	Heading int
	// Begin is the first row that may be a person.
	Begin   int
	Columns []string
}

// headingRows is how far down the names of the columns are looked for: below a title and a few lines about the day.
const headingRows = 15

// ReadPeople reads a pasted table. The separator and the columns are guessed; both can be changed afterwards.
func ReadPeople(text string) People {
	var best People
	most := -1
	for _, separator := range Separators() {
		s := People{Separator: separator, Rows: Cells(text, separator)}
		s.Guess()
		if points := s.points(); points > most {
			best, most = s, points
		}
	}

	return best
}

// points weighs a separator: by the headings that it lays open, then by how many rows it divides alike.
func (s *People) points() int {
	known, even, filled := 0, 0, 0
	for _, c := range s.Columns {
		if c != "" && s.Heading >= 0 {
			known++
		}
	}

	width := s.width()
	for _, cells := range s.Rows[s.Begin:] {
		if blankCells(cells) {
			continue
		}
		if filled++; len(cells) == width || len(cells) > 1 && s.Separator != ',' {
			even++
		}
	}

	switch {
	case s.Separator == 0 || width < 2:
		return 10 * known
	case known == 0 && (filled == 0 || 10*even < 6*filled || s.Separator == ',' && s.degrees()):
		return -1
	case known > 1 || filled == 0:
		return 10*known + 2
	}

	return 10*known + 9*even/filled
}

// width is the number of cells of the headings, or else of most rows.
func (s *People) width() int {
	if s.Heading >= 0 {
		return len(s.Rows[s.Heading])
	}

	counts := map[int]int{}
	usual := 0
	for _, cells := range s.Rows {
		if blankCells(cells) {
			continue
		}
		if counts[len(cells)]++; counts[len(cells)] > counts[usual] || counts[len(cells)] == counts[usual] && len(cells) > usual {
			usual = len(cells)
		}
	}

	return usual
}

// some are the first rows of people: enough to guess by, also of a long list.
func (s *People) some() [][]string { return s.Rows[s.Begin:min(s.Begin+100, len(s.Rows))] }

// degrees reports whether what stands behind every first comma is a degree: a list of names such as "dr. Ani, Sp.A".
func (s *People) degrees() bool {
	for _, cells := range s.some() {
		for _, cell := range cells[min(1, len(cells)):] {
			if !Degree(cell) {
				return false
			}
		}
	}
	return true
}

// Degree reports whether a text looks like a degree behind a name: Sp.PD, S.Kep., Ns, M.K.M., MARS.
func Degree(text string) bool {
	text = strings.TrimSpace(model.Plain(text))
	const bare = " SKM MKM MARS MPH MSc PhD Ns Ners Apt Amd AMK AMd.Keb STr SST SKep SKM SH SE MM MKes SpA SpB SpOG SpPD FINASIM FISQua FICS CN "
	return text == "" || strings.Contains(bare, " "+strings.TrimSuffix(text, ".")+" ") ||
		regexp.MustCompile(`^(?:[A-Z][A-Za-z]{0,5}\.[ -]?){1,4}(?:[A-Z(][A-Za-z-]{0,9}[)]?\.?){0,2}$`).MatchString(text)
}

// Guess finds the row of headings and says what each column is taken for.
func (s *People) Guess() {
	s.Heading, s.Begin = -1, 0
	most := 0
	for i, cells := range s.Rows[:min(headingRows, len(s.Rows))] {
		if columns := headingColumns(cells); slices.Contains(columns, ColumnName) {
			if known := len(columns) - count(columns, ""); known > most {
				most = known
				s.Heading = i
				s.Begin = i + 1
				s.Columns = columns
			}
		}
	}

	if s.Heading < 0 {
		s.guessWithout()
	}
}

// SetHeading takes a row for the headings, or none (-1), and looks at the columns anew.
func (s *People) SetHeading(row int) {
	if row >= 0 && row < len(s.Rows) {
		s.Heading, s.Begin, s.Columns = row, row+1, headingColumns(s.Rows[row])
		return
	}
	s.Heading, s.Begin = -1, 0
	s.guessWithout()
}

// Take says what a column is taken for. One thing stands in one column: another that was taken for it is none now.
func (s *People) Take(column int, what string) {
	for i, c := range s.Columns {
		if c == what {
			s.Columns[i] = ""
		}
	}
	s.Columns[column] = what
}

func count(list []string, what string) (n int) {
	for _, c := range list {
		if c == what {
			n++
		}
	}
	return n
}
