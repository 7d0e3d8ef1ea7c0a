package letter

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"jejaring/model"
	"jejaring/model/letter/typeset"
)

// agreementOf makes a complete agreement of n parties out of the given texts.
func agreementOf(n int, words string) model.LetterData {
	a := model.NewAgreement(model.Date{Year: 2026, Month: 11, Day: 21})
	a.Title, a.CooperationField = "Rujukan Pasien", "referral"
	a.TitleEN = "Patient Referral"
	a.Purpose = model.Text{ID: words, EN: words}
	a.Goals = []model.Goal{{Text: model.Text{ID: words, EN: words}, Indicator: "x"}}
	a.ScopeItems = []model.Text{{ID: words, EN: words}}
	a.Parties = nil
	d := model.LetterData{Type: "PKS", Language: "id", Number: "001/PKS/X/XI/2026", Date: a.StartDate, MeteraiRate: 1000000}
	d.Clinic = model.NewClinic()
	d.Clinic.Name, d.Clinic.Address, d.Clinic.City, d.Clinic.HeadName = "Klinik X", "Jalan 1", "Kota Y", "dr. Z"

	for i, role := range model.PartyRoles()[:n] {
		a.Parties = append(a.Parties, model.Party{Role: role, PartnerID: model.ID(i), RepName: "Nama " + role, RepPosition: "Direktur",
			Authority: "Akta", Undertaking: model.Text{ID: words, EN: words}})
		a.PICs = append(a.PICs, model.PIC{Party: role, Name: "Kontak", Phone: "+6281200000000"})
		for range 2 {
			a.Obligations = append(a.Obligations, model.Obligation{Party: role, Text: model.Text{ID: words, EN: words}})
		}

		if i > 0 {
			d.Partners = append(d.Partners, model.Partner{Base: model.Base{ID: model.ID(i)}, Name: "Mitra " + role, Address: "Jalan 2", City: "Kota Y"})
		}
	}

	d.Agreement = a
	return d
}

func setPages(t testing.TB, d model.LetterData) (*composition, []typeset.Page) {
	t.Helper()
	w := New(nil)
	composed, err := w.compose(d)
	if err != nil {
		t.Fatal(err)
	}

	f, err := w.faces()
	if err != nil {
		t.Fatal(err)
	}
	return composed, composed.pages(f)
}

// headTop is where the letterhead begins, in millimetres from the edge of the paper.
const headTop = 15.0

// sheetFor is the paper of a document.
func sheetFor(d model.LetterData) typeset.Sheet {
	k, _ := kindOf(model.DocumentCode(d.Type))
	return k.sheet(d.Clinic.Paper)
}

func TestStamps_UnderTheOtherParty(t *testing.T) {
	for n := 2; n <= 4; n++ {
		for _, paper := range []string{"A4", "F4"} {
			d := agreementOf(n, "merujuk pasien")
			d.Clinic.Paper = paper
			composed, pages := setPages(t, d)
			last := pages[len(pages)-1]
			if len(last.Rooms) != n {
				t.Fatalf("%d spaces to sign for %d parties", len(last.Rooms), n)
			}

			for k, o := range composed.originals() {
				stamps := o.frame.StampsOn(last)
				if len(stamps) != 1 {
					t.Fatalf("original %d of %d has %d stamps", k+1, n, len(stamps))
				}

				at := slices.IndexFunc(last.Rooms, func(s typeset.Room) bool { return s.Key == fmt.Sprintf("p%d", (k+1)%n+1) })
				room := last.Rooms[at]
				s := stamps[0]
				if s.Width != 32 || s.Height != 42 || !s.Dashed || s.Label != "Meterai Rp10.000" {
					t.Errorf("stamp %+v", s)
				}
				if s.X < room.X || s.X+s.Width > room.X+room.Width || s.Y < room.Y || s.Y+s.Height > room.Y+room.Height {
					t.Errorf("%s: stamp %+v is outside of %+v", paper, s, room)
				}
			}
		}
	}
}

func TestStamps_Modes(t *testing.T) {
	for mode, want := range map[string]int{"none": 0, "both_signatures": 2, "one_on_each_copy": 1, "electronic": 1} {
		d := agreementOf(2, "merujuk pasien")
		d.Agreement.Terms.MeteraiMode = mode
		composed, pages := setPages(t, d)
		stamps := composed.originals()[0].frame.StampsOn(pages[len(pages)-1])
		if len(stamps) != want {
			t.Errorf("%s: %d stamps, want %d", mode, len(stamps), want)
		}
		if mode == "electronic" && (stamps[0].Width != 35 || stamps[0].Height != 35 || stamps[0].Label != "e-Meterai") {
			t.Errorf("electronic stamp %+v", stamps[0])
		}
	}
}

func TestSignatures_Sides(t *testing.T) {
	for side, left := range map[string]string{"left": "p1", "right": "p2"} {
		d := agreementOf(3, "merujuk pasien")
		d.Agreement.Terms.FirstPartySide = side
		_, pages := setPages(t, d)
		rooms := pages[len(pages)-1].Rooms
		slices.SortFunc(rooms, func(a, b typeset.Room) int { return int(math.Copysign(1, a.Y-b.Y+(a.X-b.X)/1000)) })
		middle := rooms[2].X + rooms[2].Width/2
		if rooms[0].Key != left || rooms[2].Key != "p3" || math.Abs(middle-(30+155.0/2)) > 0.01 {
			t.Errorf("%s: %+v", side, rooms)
		}
	}
}

// checkPages fails when text leaves the text area, lines run into one another, a heading stands at the end of a page,
// or signatures stand without text above them.
func checkPages(t interface{ Errorf(string, ...any) }, d model.LetterData, pages []typeset.Page) {
	s := sheetFor(d)
	for n, p := range pages {
		var last typeset.Op
		for _, o := range p.Ops {
			if o.Thick > 0 || o.Logo > 0 {
				continue
			}
			if o.X < s.Left-0.01 || o.X+o.Width > s.Width-s.Right+0.05 || o.Y > s.Height-s.Bottom+0.01 || o.Y < headTop {
				t.Errorf("page %d: %.60q at %.1f, %.1f, %.1f wide is outside", n+1, o.Text, o.X, o.Y, o.Width)
			}
			if o.Y > last.Y {
				last = o
			}
		}

		if n+1 < len(pages) && (strings.HasPrefix(last.Text, "Pasal ") || last.Bold && last.Text == strings.ToUpper(last.Text) && last.Text != "" && len(last.Text) < 40 && strings.Contains(last.Text, "HAK DAN")) {
			t.Errorf("page %d ends with the heading %q", n+1, last.Text)
		}

		if p.Signed() && d.Type == "PKS" {
			above := map[float64]bool{}
			for _, o := range p.Ops {
				if o.Y < p.Rooms[0].Y {
					above[o.Y] = true
				}
			}

			if len(above) < 5 {
				t.Errorf("page %d: %d lines above the signatures", n+1, len(above))
			}
		}
	}
}

func TestPages_AnyText(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		words := rapid.StringOfN(rapid.SampledFrom([]rune("aAiImM,. ;-@/ 12  é–≥|#*(){}[]\n\t")), 1, 900, -1).Draw(t, "words")
		n := rapid.IntRange(2, 4).Draw(t, "parties")
		d := agreementOf(n, words)
		d.Language = rapid.SampledFrom([]string{"id", "bilingual"}).Draw(t, "language")
		d.Clinic.Paper = rapid.SampledFrom([]string{"A4", "F4"}).Draw(t, "paper")
		w := New(nil)
		composed, err := w.compose(d)
		if err != nil {
			t.Fatal(err)
		}

		f, err := w.faces()
		if err != nil {
			t.Fatal(err)
		}

		checkPages(t, d, composed.pages(f))
	})
}

func TestPages_HostileLengths(t *testing.T) {
	for name, words := range map[string]string{
		"long":     strings.Repeat("menjamin kesinambungan pelayanan ", 160),
		"one word": strings.Repeat("W", 5000),
		"mail":     strings.Repeat("nama.panjang@contoh.example.com", 40),
		"signs":    strings.Repeat("≥ ", 2000) + "1",
	} {
		for _, language := range []string{"id", "bilingual"} {
			d := agreementOf(2, words)
			d.Language = language
			composed, pages := setPages(t, d)
			checkPages(t, d, pages)
			want := strings.Join(strings.Fields(words), "")
			var drawn strings.Builder

			for _, p := range pages {
				for _, o := range p.Ops {
					drawn.WriteString(strings.ReplaceAll(o.Text, " ", ""))
				}
			}

			if language == "id" && !strings.Contains(drawn.String(), want[:len(want)-3]) {
				t.Errorf("%s: text is lost", name)
			}
			if len(composed.manuscripts[0].Sections) == 0 {
				t.Errorf("%s: nothing set", name)
			}
		}
	}
}

func TestPages_HostileNames(t *testing.T) {
	long := strings.Repeat("Sangat Panjang Sekali ", 100)
	d := agreementOf(4, "merujuk")
	for i := range d.Agreement.Parties {
		d.Agreement.Parties[i].RepName, d.Agreement.Parties[i].RepPosition = long, long
	}

	_, pages := setPages(t, d)
	s := sheetFor(d)
	for n, p := range pages {
		for _, o := range p.Ops {
			if o.Y > s.Height-s.Bottom+0.01 || o.X+o.Width > s.Width-s.Right+0.05 {
				t.Errorf("page %d: %q at %.1f, %.1f is outside", n+1, o.Text, o.X, o.Y)
			}
		}
	}

	d = agreementOf(2, "merujuk")
	d.Type, d.Clinic.LicenseNo, d.Number, d.Clinic.City = "SPK", long, long, long
	d.Clinic.KopLines = []string{long, long}
	_, pages = setPages(t, d)
	for n, p := range pages {
		for _, o := range p.Ops {
			if o.Y > s.Height-s.Bottom+0.01 {
				t.Errorf("letter, page %d: %q at %.1f is outside", n+1, o.Text, o.Y)
			}
		}
	}
}
