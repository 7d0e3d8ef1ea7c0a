package typeset

import (
	"strings"
	"testing"
)

func TestClean(t *testing.T) {
	for in, want := range map[string]string{
		"  Jalan\nMelati\t 3 ": "Jalan Melati 3", "a\u00a0b": "a b", "x\u200by\u202e\ufeff": "xy", "\x00\x1e\x1f": "", "d\xffe": "d\uFFFDe",
	} {
		if got := Clean(in); got != want {
			t.Errorf("Clean(%q) = %q, want %q", in, got, want)
		}
	}
}

// Text of a record is never layout: whatever it begins with or contains, it stays one paragraph in one weight.
func TestParser_ValuesAreNotLayout(t *testing.T) {
	for _, value := range []string{"# Judul", "(1) ayat", "a. huruf", "^^ tengah", "@signature", "x **tebal** y", "[[REF C06]]", "a | b"} {
		p := NewParser(func(s string) string { return s })
		blocks := p.Blocks(Literal(Clean(value)) + "\n")
		if len(blocks) != 1 || blocks[0].Shape != Paragraph || blocks[0].Text() != value || blocks[0].Runs[0].Bold {
			t.Errorf("%q became %+v", value, blocks)
		}
	}
}

func TestParser_Marks(t *testing.T) {
	p := NewParser(func(s string) string { return s })
	blocks := p.Blocks("# Judul\n(1) satu:\na. dua\nb. tiga\n(2) empat\n\nbiasa\na. lima\n10. enam\nIV. tujuh\n" + Gap("terms.x") + "\n")
	var got []string
	for _, b := range blocks {
		got = append(got, strings.Repeat("-", b.Level)+b.Text())
	}
	want := "JUDUL|(1) satu:|-a. dua|-b. tiga|(2) empat|biasa|a. lima|10. enam|IV. tujuh|" + GapText
	if strings.Join(got, "|") != want {
		t.Errorf("got  %s\nwant %s", strings.Join(got, "|"), want)
	}
	if len(p.Gaps()) != 1 || p.Gaps()[0] != "terms.x" {
		t.Errorf("gaps %q", p.Gaps())
	}
}
