package typeset

import (
	"strconv"
	"strings"
	"testing"

	"jejaring/assets"
)

// faces are those of the program.
func faces(t testing.TB) Faces {
	t.Helper()
	f, err := LoadFaces(assets.Fonts)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// staffTable is the widest table of the report.
func staffTable() (heads []string, rows [][]string) {
	return []string{"Nama staf", "STR", "SIP s.d.", "Pembelajaran", "Pelayanan", "Pengabdian", "Jumlah", "Target"},
		[][]string{{"Ns. Dewi Anggraini Kusumawardhani, S.Kep., M.Kep.", "Seumur hidup", "20 Des 2026", "7", "0", "2", "9", "50"}}
}

func TestFitColumns_NoWordOfATableBreaks(t *testing.T) {
	style := Style{Size: 9.5}
	face := faces(t).style(style).face
	heads, rows := staffTable()
	var sum float64
	for i, word := range strings.Fields(faces(t).FitColumns(style, 185, heads, rows, false)) {
		width, err := strconv.ParseFloat(strings.TrimRight(word, "cr-"), 64)
		sum += width
		for text := range strings.FieldsSeq(heads[i]) {
			if err != nil || width < face.width(text, true)+3 {
				t.Errorf("%q has %.1f mm in a column of %s", text, face.width(text, true), word)
			}
		}
		if right := strings.HasSuffix(word, "r"); right != (i > 2) {
			t.Errorf("%s stands at the right: %v", heads[i], right)
		}
	}
	if sum < 184.9 || sum > 185.1 {
		t.Errorf("the table is %.1f mm wide", sum)
	}
}
