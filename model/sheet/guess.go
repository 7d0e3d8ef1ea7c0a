package sheet

import (
	"regexp"
	"slices"
	"strings"
	"unicode"

	"jejaring/model"
)

// headingColumns says what a row of headings names. What is named twice counts where it stands first.
func headingColumns(cells []string) []string {
	columns := make([]string, len(cells))
	for i, cell := range cells {
		if c := headingColumn(cell); c != "" && !slices.Contains(columns, c) {
			columns[i] = c
		}
	}
	return columns
}

// headingColumn reads one heading by the words in it: "Nama Lengkap (beserta gelar)", "Asal Instansi", "No. HP/WA".
func headingColumn(cell string) string {
	words := strings.FieldsFunc(strings.ToLower(model.Narrow(model.Plain(cell))), func(r rune) bool { return !unicode.IsLetter(r) })
	if len(words) == 0 || len(words) > 8 || strings.ContainsAny(cell, ";|\t") {
		return ""
	}

	has := func(list string) bool {
		return slices.ContainsFunc(words, func(w string) bool { return strings.Contains(" "+list+" ", " "+w+" ") })
	}
	name := has("nama name")
	switch {
	case has("panggilan nickname ibu kegiatan pelatihan") || has("nip sip str ttd tanda tanggal tgl"):
		return ""
	case has("surel email mail"):
		return ColumnEmail
	case has("nik ktp kependudukan") || has("national") && has("id"):
		return ColumnNIK
	case has("telepon telpon telp tlp tel hp wa whatsapp handphone hape ponsel kontak phone mobile cellphone seluler"):
		return ColumnPhone
	case has("instansi lembaga asal faskes fasyankes puskesmas rumah organisasi institution institusi organization organisation "+
		"company klinik kantor perusahaan employer unit workplace affiliation afiliasi tempat") && !has("lahir"):
		return ColumnInstitution
	case !name && has("profesi jabatan pekerjaan profession position occupation job spesialisasi specialty kualifikasi"):
		return ColumnProfession
	case has("gelar title degree") && has("depan prefix front"):
		return ColumnPrefix
	case !name && has("gelar degree"):
		return ColumnSuffix
	case name && has("belakang last family keluarga") || has("surname"):
		return ColumnSurname
	case name && !has("file user"), len(words) == 1 && has("peserta participant participants"):
		return ColumnName
	}

	return ""
}

// guessWithout says what columns without headings hold: by what stands in them, and else by the order name, profession,
// institution, telephone, e-mail.
func (s *People) guessWithout() {
	width := s.width()
	for s.Begin < len(s.Rows) && width > 1 && filledCells(s.Rows[s.Begin]) < 2 && s.Begin < headingRows {
		s.Begin++ // a title above the table
	}

	if s.Begin == len(s.Rows) {
		s.Begin = 0
	}

	s.Columns = make([]string, width)
	special := make([]string, width)
	for i := range special {
		special[i] = s.contents(i)
	}

	if count(special, "") == width {
		copy(s.Columns, []string{ColumnName, ColumnProfession, ColumnInstitution, ColumnPhone, ColumnEmail})
		return
	}

	text := []string{ColumnName, ColumnProfession, ColumnInstitution}
	for i, c := range special {
		switch {
		case c == "" && len(text) > 0:
			s.Columns[i], text = text[0], text[1:]
		case c != "" && c != "number" && !slices.Contains(s.Columns, c):
			s.Columns[i] = c
		}
	}
}

// contents says what most cells of a column are: addresses, telephones, NIKs, running numbers, or nothing of these.
func (s *People) contents(column int) string {
	counts := map[string]int{}
	filled := 0
	for _, cells := range s.some() {
		if column >= len(cells) || strings.TrimSpace(cells[column]) == "" {
			continue
		}
		filled++
		counts[cellKind(strings.TrimSpace(strings.TrimPrefix(cells[column], "'")))]++
	}

	for _, kind := range []string{ColumnEmail, ColumnNIK, ColumnPhone, "number"} {
		if 2*counts[kind] > filled {
			return kind
		}
	}

	return ""
}

func cellKind(cell string) string {
	bare := model.Digits(model.Plain(cell))
	switch _, ps := model.Phone(cell); {
	case strings.Contains(cell, "@"):
		return ColumnEmail
	case matches(`^\d{16}$`, bare):
		return ColumnNIK
	case ps.Errors() == nil && len(bare) >= 8:
		return ColumnPhone
	case matches(`^\(?\d{1,4}[).]?$`, bare):
		return "number"
	}

	return ""
}

func matches(pattern, text string) bool { return regexp.MustCompile(pattern).MatchString(text) }

func filledCells(cells []string) (n int) {
	for _, cell := range cells {
		if strings.TrimSpace(cell) != "" {
			n++
		}
	}
	return n
}
