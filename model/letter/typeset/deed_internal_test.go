package typeset

import (
	"fmt"
	"strings"
	"testing"
)

func deedStyle() Style {
	return Style{Serif: true, Size: 12, Spacing: 1.25, Justify: true, Gap: 2.4, Mark: 9, Title: 13}
}

// deedOf is a deed of one section with n signatories.
func deedOf(n int, lines ...string) Deed {
	d := Deed{Manuscripts: []Manuscript{manuscript(lines...)}, Style: deedStyle(), Room: 45}
	for i := range n {
		key := fmt.Sprint("p", i+1)
		d.Signatories = append(d.Signatories, Signatory{Key: key, Label: "PIHAK " + key, Company: "Klinik " + key, Position: "Direktur", Name: "Nama " + key})
	}
	return d
}

// Two sign side by side, 72.5 mm each with 10 mm between; a third one below in the middle, a fourth beside the third.
func TestDeed_WhereTheySign(t *testing.T) {
	const left, right, middle = 30.0, 30 + 82.5, 30 + 77.5 - 36.25
	for _, c := range []struct {
		n       int
		swapped bool
		want    []float64
	}{{2, false, []float64{left, right}}, {2, true, []float64{right, left}}, {3, false, []float64{left, right, middle}},
		{3, true, []float64{right, left, middle}}, {4, false, []float64{left, right, left, right}}} {
		d := deedOf(c.n, "Satu.", "Dua.")
		d.Swapped = c.swapped
		pages := office(t).Deed(d)
		rooms := map[string]Room{}
		for _, r := range pages[len(pages)-1].Rooms {
			rooms[r.Key] = r
		}

		for i, x := range c.want {
			r := rooms[fmt.Sprint("p", i+1)]
			if !near(r.X, x) || !near(r.Width, 72.5) || r.Height != 45 || (r.Y == rooms["p1"].Y) != (i < 2) {
				t.Errorf("%d signatories, swapped %v: p%d signs in %+v", c.n, c.swapped, i+1, r)
			}
		}
	}
}

func TestDeed_WhoSignsStandsAroundTheRoom(t *testing.T) {
	pages := office(t).Deed(deedOf(2, "Satu."))
	room := pages[0].Rooms[0]
	last := 0.0
	for _, text := range []string{"PIHAK p1", "KLINIK P1", "Direktur,"} {
		o, _ := find(t, pages, text)
		if o.Y <= last || o.Y > room.Y {
			t.Errorf("%q stands at %.1f", text, o.Y)
		}
		last = o.Y
	}

	if name, _ := find(t, pages, "Nama p1"); name.Y < room.Y+room.Height || !name.Bold {
		t.Errorf("the name is %+v", name)
	}
}

// The signatures never stand without the closing article above them (brief section 2.2).
func TestDeed_TheClosingStaysWithTheSignatures(t *testing.T) {
	for n := range 12 {
		lines := []string{}
		for i := range n {
			lines = append(lines, fmt.Sprintf("(%d) %s", i+1, strings.Repeat("kata demi kata ", 12)))
		}

		pages := office(t).Deed(deedOf(4, append(lines, "# penutup", "Demikian Perjanjian ini dibuat.")...))
		inside(t, a4(), pages)
		_, heading := find(t, pages, "PENUTUP")
		_, words := find(t, pages, "Demikian Perjanjian ini dibuat.")
		if _, signed := find(t, pages, "Nama p1"); heading != signed || words != signed {
			t.Errorf("%d paragraphs: heading on page %d, text on %d, signatures on %d", n, heading+1, words+1, signed+1)
		}

		for i, page := range pages {
			if page.Signed() != (len(page.Rooms) > 0) {
				t.Errorf("page %d of %d", i+1, len(pages))
			}
		}
	}
}

func TestDeed_AnnexesStandBehindTheSignatures(t *testing.T) {
	d := deedOf(2, "Satu.")
	for _, name := range []string{"TARIF", "NARAHUBUNG"} {
		annex := manuscript("^^ "+name, "isi").Sections[0]
		annex.Key = name
		annex.Annex = true
		d.Manuscripts[0].Sections = append([]Section{annex}, d.Manuscripts[0].Sections...)
	}

	pages := office(t).Deed(d)
	for text, want := range map[string]int{"Satu.": 0, "Nama p2": 0, "NARAHUBUNG": 1, "TARIF": 2} {
		if _, n := find(t, pages, text); n != want || len(pages) != 3 {
			t.Errorf("%s stands on page %d of %d", text, n+1, len(pages))
		}
	}
}

// Each paragraph begins beside its translation, however much longer the one before was.
func TestDeed_LanguagesStandSideBySide(t *testing.T) {
	d := deedOf(2, "(1) "+strings.Repeat("kata ", 40), "(2) dua", "tiga")
	d.Manuscripts = append(d.Manuscripts, manuscript("(1) word", "(2) two", "three"))
	d.Style.Size = 10
	pages := office(t).Deed(d)
	for id, en := range map[string]string{"dua": "two", "tiga": "three"} {
		left, _ := find(t, pages, id)
		right, _ := find(t, pages, en)
		if left.Y != right.Y || left.X > 104 || right.X < 111 {
			t.Errorf("%s at %.1f, %.1f beside %s at %.1f, %.1f", id, left.X, left.Y, en, right.X, right.Y)
		}
	}
}

func TestDeed_TheLogoIsNoSignature(t *testing.T) {
	l := office(t)
	l.Logo = square(t)
	pages := l.Deed(deedOf(0, "Satu."))
	if len(pages[0].Rooms) != 1 || pages[0].Signed() {
		t.Errorf("%+v", pages[0].Rooms)
	}

	first, _ := find(t, pages, "Satu.")
	if first.Y < 25+logoSize+3 {
		t.Errorf("the text begins at %.1f, over the logo", first.Y)
	}
}
