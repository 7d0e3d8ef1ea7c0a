package typeset

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func same(s string) string { return s }

// Text of a record is never layout: whatever it begins with or contains, it stays one paragraph in one weight.
func TestParser_ValuesAreNotLayout(t *testing.T) {
	for _, value := range []string{"# Judul", "(1) ayat", "a. huruf", "^^ tengah", "@signature", "x **tebal** y", "[[REF C06]]", "a | b", "***", "a*****b", "[[[x"} {
		p := NewParser(same)
		blocks := p.Blocks(Literal(Clean(value)) + "\n")
		if len(blocks) != 1 || blocks[0].Shape != Paragraph || blocks[0].Text() != value || blocks[0].Runs[0].Bold {
			t.Errorf("%q became %+v", value, blocks)
		}
	}
}

func TestParser_NoValueIsLayout(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		value := Clean(rapid.StringOf(rapid.SampledFrom([]rune("aI1.()@^#>|=:-*[]_ \n"))).Draw(t, "value"))
		if value == "" {
			return
		}
		blocks := NewParser(same).Blocks(Literal(value))
		if len(blocks) != 1 || blocks[0].Shape != Paragraph || blocks[0].Text() != value {
			t.Errorf("%q became %+v", value, blocks)
		}
	})
}

func TestParser_Marks(t *testing.T) {
	p := NewParser(same)
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

// The marks are those that the model texts explain at their top.
func TestParser_EveryMarkHasItsShape(t *testing.T) {
	for line, want := range map[string]Block{
		"^^^ Budi":    {Shape: Display, Runs: []Run{{"Budi", false}}},
		"^^ JUDUL":    {Shape: Banner, Runs: []Run{{"JUDUL", false}}},
		"^ Nomor: 1":  {Shape: Centred, Runs: []Run{{"Nomor: 1", false}}},
		"# maksud":    {Shape: Caption, Runs: []Run{{"MAKSUD", false}}},
		"> Yth.":      {Shape: Tight, Runs: []Run{{"Yth.", false}}},
		"= Hal | Uji": {Shape: Field, Cells: [][]Run{{{"Hal", false}}, {{"Uji", false}}}},
		":: Nama | **Budi** | NIK | 1;": {Shape: Pairs,
			Cells: [][]Run{{{"Nama", false}}, {{"Budi", true}}, {{"NIK", false}}, {{"1", false}}}},
		"|= No | Nama":  {Shape: TableHead, Cells: [][]Run{{{"No", false}}, {{"Nama", false}}}},
		"|- 1 | ":       {Shape: TableRow, Cells: [][]Run{{{"1", false}}, nil}},
		"@ kiri | ":     {Shape: Side, Cells: [][]Run{{{"kiri", false}}, nil}},
		"@signature":    {Shape: SignatureHere},
		"@gap 4":        {Shape: Directive, Mark: "gap", Cells: [][]Run{{{"4", false}}}},
		"@end":          {Shape: Directive, Mark: "end", Cells: [][]Run{nil}},
		"II. dua":       {Shape: Item, Mark: "II.", Runs: []Run{{"dua", false}}},
		"ab. dua":       {Shape: Item, Mark: "ab.", Runs: []Run{{"dua", false}}},
		"Pasal. satu":   {Shape: Paragraph, Runs: []Run{{"Pasal. satu", false}}},
		"a **b** c":     {Shape: Paragraph, Runs: []Run{{"a ", false}, {"b", true}, {" c", false}}},
		"(1234) banyak": {Shape: Paragraph, Runs: []Run{{"(1234) banyak", false}}},
	} {
		blocks := NewParser(same).Blocks(line)
		if len(blocks) != 1 {
			t.Errorf("%q: %d blocks", line, len(blocks))
			continue
		}
		if diff := cmp.Diff(want, blocks[0]); diff != "" {
			t.Errorf("%q (-want +got):\n%s", line, diff)
		}
	}
}

func TestParser_TheLastChangeReachesEveryText(t *testing.T) {
	p := NewParser(strings.NewReplacer("PERTAMA", "KESATU").Replace)
	var got []string
	for _, b := range p.Blocks("# pihak pertama\n= PERTAMA | x\n|- PERTAMA | PERTAMA\nPIHAK **PERTAMA**\n") {
		got = append(got, strings.TrimSpace(b.Text()))
	}
	if want := "PIHAK KESATU|KESATU x|KESATU KESATU|PIHAK KESATU"; strings.Join(got, "|") != want {
		t.Errorf("%s, want %s", strings.Join(got, "|"), want)
	}
}

func TestManuscript_TextHasALineForEachBlock(t *testing.T) {
	p := NewParser(same)
	m := Manuscript{Sections: []Section{{Blocks: p.Blocks("# satu\n(1) dua\n")}, {Blocks: p.Blocks("= Hal | Uji | 3\n")}}}
	if want := "SATU\n(1) dua\nHal Uji 3 \n"; m.Text() != want {
		t.Errorf("%q, want %q", m.Text(), want)
	}
}
