package letter

import (
	"strings"
	"testing"

	"jejaring/model/letter/typeset"
)

func TestOffice(t *testing.T) {
	for _, c := range [][3]string{
		{"Penanggung Jawab Klinik", "Klinik Pratama Samudra Melati", "Penanggung Jawab Klinik Pratama Samudra Melati"},
		{"Direktur", "RS Bunda Cempaka", "Direktur RS Bunda Cempaka"}, {"Ketua", "Ketua", "Ketua Ketua"},
	} {
		if got := office(c[0], c[1]); got != c[2] {
			t.Errorf("office(%q, %q) = %q, want %q", c[0], c[1], got, c[2])
		}
	}
}

func TestLetterOf(t *testing.T) {
	for i, want := range map[int]string{0: "a", 25: "z", 26: "aa", 27: "ab", 51: "az", 52: "ba"} {
		if got := letterOf(i); got != want {
			t.Errorf("letterOf(%d) = %s, want %s", i, got, want)
		}
	}
}

func TestStampedBy(t *testing.T) {
	for n, want := range map[int]string{2: "01 10", 3: "010 001 100", 4: "0100 0010 0001 1000"} {
		var copies []string
		for k := range n {
			s := ""
			for i := range n {
				s += map[bool]string{true: "1", false: "0"}[stampedBy("one_on_each_copy", k, i, n)]
			}
			copies = append(copies, s)
		}

		if got := strings.Join(copies, " "); got != want {
			t.Errorf("%d parties: %s, want %s", n, got, want)
		}
	}
}

// The subject of a letter has a capital at every word but the small ones; gaps stay as they are.
func TestTitle(t *testing.T) {
	for in, want := range map[string]string{"rujukan pasien": "Rujukan Pasien", "pelatihan dan magang di klinik": "Pelatihan dan Magang di Klinik",
		"dan seterusnya": "Dan Seterusnya", "(csr) untuk warga": "(Csr) untuk Warga", "RS dari X": "RS dari X", "": ""} {
		if got := title(in); got != want {
			t.Errorf("title(%q) = %q, want %q", in, got, want)
		}
	}
	if got, gaps := typeset.Plain(title("uji " + typeset.Gap("cooperation_field"))); got != "Uji "+typeset.GapText || gaps[0] != "cooperation_field" {
		t.Errorf("%q, %q", got, gaps)
	}
}

func TestInSentence(t *testing.T) {
	for in, want := range map[string]string{"Rujukan pasien": "rujukan pasien", "CSR support": "CSR support", "": "", "A": "A", "Élan vital": "élan vital"} {
		if got := inSentence(in); got != want {
			t.Errorf("inSentence(%q) = %q, want %q", in, got, want)
		}
	}
}

// A list sets its own marks at the ends of its items.
func TestItems(t *testing.T) {
	list := items([]map[string]any{{}, {}, {}})
	for i, want := range []string{"1a;", "2b;", "3c."} {
		if got := list[i]["i"].(string) + list[i]["letter"].(string) + list[i]["end"].(string); got != want {
			t.Errorf("item %d: %s, want %s", i, got, want)
		}
	}

	for in, want := range map[string]string{"menerima pasien;": "menerima pasien", "satu . ": "satu", "1,5": "1,5", ".": ""} {
		if got := inList(in); got != want {
			t.Errorf("inList(%q) = %q, want %q", in, got, want)
		}
	}
}
