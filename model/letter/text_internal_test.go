package letter

import (
	"strings"
	"testing"
)

func TestClean(t *testing.T) {
	for in, want := range map[string]string{
		"  Jalan\nMelati\t 3 ": "Jalan Melati 3", "a\u00a0b": "a b", "x\u200by\u202e\ufeff": "xy", "\x00\x1e\x1f": "", "d\xffe": "d\uFFFDe",
	} {
		if got := clean(in); got != want {
			t.Errorf("clean(%q) = %q, want %q", in, got, want)
		}
	}
}

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

// Text of a record is never layout: whatever it begins with or contains, it stays one paragraph in one weight.
func TestParser_ValuesAreNotLayout(t *testing.T) {
	for _, value := range []string{"# Judul", "(1) ayat", "a. huruf", "^^ tengah", "@signature", "x **tebal** y", "[[REF C06]]", "a | b"} {
		p := newParser(func(s string) string { return s })
		blocks := p.blocks(literal(clean(value)) + "\n")
		if len(blocks) != 1 || blocks[0].kind != paragraph || blocks[0].text() != value || blocks[0].runs[0].bold {
			t.Errorf("%q became %+v", value, blocks)
		}
	}
}

func TestParser_Marks(t *testing.T) {
	p := newParser(func(s string) string { return s })
	blocks := p.blocks("# Judul\n(1) satu:\na. dua\nb. tiga\n(2) empat\n\nbiasa\na. lima\n10. enam\nIV. tujuh\n" + gap("terms.x") + "\n")
	var got []string
	for _, b := range blocks {
		got = append(got, strings.Repeat("-", b.level)+b.text())
	}
	want := "JUDUL|(1) satu:|-a. dua|-b. tiga|(2) empat|biasa|a. lima|10. enam|IV. tujuh|" + gapText
	if strings.Join(got, "|") != want {
		t.Errorf("got  %s\nwant %s", strings.Join(got, "|"), want)
	}
	if len(p.gaps) != 1 || p.gaps[0] != "terms.x" {
		t.Errorf("gaps %q", p.gaps)
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
