package letter

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"jejaring/model"
	"jejaring/model/letter/typeset"
)

// papersOf makes a paper of every kind out of the same words.
func papersOf(words string) []model.LetterData {
	clinic := model.NewClinic()
	clinic.Name, clinic.Address, clinic.City, clinic.HeadName, clinic.Phone = "Klinik X", "Jalan 1", "Kota Y", "dr. Z", "+62999000100"
	day := model.Date{Year: 2026, Month: 11, Day: 21}
	text := model.Text{ID: words, EN: words}
	r := model.Referral{ReferralAt: day.Time(), DoctorStaffID: 1, ServiceType: "gawat_darurat", Urgency: "emergency", DestUnit: words, DestDoctor: words, Insurance: "bpjs_pbi", InsuranceNo: words,
		ValidUntil: day, TACC: "time", EmergencyCriteria: []bool{true, true, true, true, true}, ReasonCategory: "procedure",
		DxPrimary: model.Diagnosis{Code: "I10", Text: text}, DxSecondary: []model.Diagnosis{{Code: "I11", Text: text}}, ReasonText: words,
		Anamnesis: words, Physical: words, Supporting: words, Therapy: words, RequestedService: words, Transport: "umum", Companion: words,
		Vitals: model.Vitals{Consciousness: words, BPSystolic: 100, HR: 80, RR: 20}, Consent: model.Consent{Person: words, Relation: "anak"},
		Reply: model.Reply{CareDate: day, FinalDx: model.Diagnosis{Text: text}, Summary: words, FollowUp: "rujuk_lanjut", NextPlace: words,
			Advice: words, Therapy: []model.Therapy{{Drug: words, Dose: words}}}, DoctorName: words, ReferralNo: words}
	p := model.Patient{Name: words, NIK: words, MRNo: words, Address: words, FamilyContact: words, AgeYears: 5, Sex: "P"}
	tr := model.Training{Number: "TR-1", Title: words, TitleEN: words, Type: "seminar", Organizer: "joint", PartnerIDs: []model.ID{1}, Place: words,
		Link: words, Method: "hibrida", Start: day, End: day, RSVPDate: day, Purpose: text, Target: text, JPL: 4, SKPStatus: "approved", SKPValue: 1, SKPReference: words}
	for range 3 {
		tr.Sessions = append(tr.Sessions, model.Session{Date: day, Start: "08:00", End: "09:00", Topic: words, JPL: 2, Speakers: []string{words}, Room: words})
		tr.Participants = append(tr.Participants, model.Participant{Name: words, Profession: words, Institution: words, Role: "peserta", Registration: "confirmed", AttendancePct: 100})
	}

	partner := model.Partner{Base: model.Base{ID: 1}, Name: words, Address: words, City: words,
		Contacts: []model.Contact{{Name: words, Position: words, Role: "decision_maker"}}}
	var all []model.LetterData
	for _, kind := range []model.DocumentCode{"RJK", "SRB", "UND", "DH", "SRT"} {
		d := model.LetterData{Type: kind, Language: "bilingual", Number: "001/" + string(kind), Date: day, Clinic: clinic, Partners: []model.Partner{partner},
			Doctor: &model.Staff{Name: words, SIPNo: words}}
		if kind == "RJK" || kind == "SRB" {
			own := r
			own.Direction = map[model.DocumentCode]string{"RJK": "out", "SRB": "in"}[kind]
			d.Referral, d.Patient = &own, &p
		} else {
			d.Training = &tr
			d.Certified = &tr.Participants[0]
		}

		all = append(all, d)
	}

	return all
}

// checkPaper fails when text leaves the text area; the letterhead and the page number stand outside of it.
func checkPaper(t *testing.T, name string, d model.LetterData, pages []typeset.Page) string {
	t.Helper()
	s := sheetFor(d)
	var drawn strings.Builder
	for n, p := range pages {
		for _, o := range p.Ops {
			drawn.WriteString(strings.ReplaceAll(o.Text, " ", ""))
			if o.Text == "" || o.Y == s.Height-6.5 {
				continue
			}
			if o.X < s.Left-0.01 || o.X+o.Width > s.Width-s.Right+0.05 || o.Y > s.Height-s.Bottom+0.01 || o.Y < headTop {
				t.Errorf("%s %s, page %d: %.60q at %.1f, %.1f, %.1f wide is outside", name, d.Type, n+1, o.Text, o.X, o.Y, o.Width)
			}
		}
	}

	return drawn.String()
}

func TestPapers_HostileTexts(t *testing.T) {
	w := New(nil)
	f, err := w.faces()
	if err != nil {
		t.Fatal(err)
	}

	for name, words := range map[string]string{
		"long":     strings.Repeat("nyeri dada sejak kemarin ", 60),
		"one word": strings.Repeat("W", 900),
		"marks":    "@box | ** :: x || [[REF C01]] {{.nik}} _ @end | |= a | b; ^^ c > d",
		"lines":    "satu\n@page\n:: dua | tiga\n\n|- empat",
	} {
		for _, d := range papersOf(words) {
			composed, err := w.compose(d)
			if err != nil {
				t.Fatalf("%s %s: %v", name, d.Type, err)
			}

			pages := composed.pages(f)
			drawn := checkPaper(t, name, d, pages)
			if want := strings.ReplaceAll(typeset.Clean(words), " ", ""); !strings.Contains(drawn, want) && (name == "marks" || name == "one word") {
				t.Errorf("%s %s: the text is lost", name, d.Type)
			}
			if problems := composed.missing(); problems.Errors() != nil {
				t.Errorf("%s %s lacks %v", name, d.Type, problems)
			}
			if len(pages) > 60 {
				t.Errorf("%s %s: %d pages", name, d.Type, len(pages))
			}
		}
	}
}

// A frame that is longer than a page is closed at its foot and opened again.
func TestPaper_FrameOverPages(t *testing.T) {
	w := New(nil)
	f, err := w.faces()
	if err != nil {
		t.Fatal(err)
	}

	d := papersOf("x")[0]
	d.Referral.Companion = strings.Repeat("pendamping ", 1500)
	composed, err := w.compose(d)
	if err != nil {
		t.Fatal(err)
	}

	const boxPad = 1.6
	s := sheetFor(d)
	frames := 0
	for _, p := range composed.pages(f) {
		for _, o := range p.Ops {
			if o.Height > 0 && !o.Solid && o.Width == s.TextWidth() {
				frames++
				if o.Y < s.Top-0.01 || o.Y+o.Height > s.Height-s.Bottom+2*boxPad+0.01 {
					t.Errorf("a frame from %.1f to %.1f", o.Y, o.Y+o.Height)
				}
			}
		}
	}

	if frames < 6 {
		t.Errorf("%d frames", frames)
	}
}

// drawnPages are the pages of an Indonesian draft.
func drawnPages(t *testing.T, d model.LetterData) []typeset.Page {
	t.Helper()
	d.Draft, d.Language = true, "id"
	composed, err := New(nil).compose(d)
	if err != nil {
		t.Fatal(err)
	}
	return composed.pages(reportFaces(t))
}

// TestAttendance_ShortCellsStandInTheMiddle has an institution on two lines beside a name on one.
func TestAttendance_ShortCellsStandInTheMiddle(t *testing.T) {
	d := papersOf("kata")[3]
	d.Training.Participants = []model.Participant{{Name: "Ani", Institution: "Posyandu-Kenanga Tirtasana-Samudra-Barat", Role: "peserta", Registration: "confirmed"}}
	at := map[string]float64{}
	for _, o := range drawnPages(t, d)[0].Ops {
		at[o.Text] = o.Y
	}

	first := at["Posyandu-Kenanga"]
	last := at["Tirtasana-Samudra-Barat"]
	if first == 0 || last <= first {
		t.Fatalf("the institution does not stand on two lines: %v", at)
	}
	if middle := (first + last) / 2; at["Ani"] < middle-0.1 || at["Ani"] > middle+0.1 || at["1"] != at["Ani"] {
		t.Errorf("the name stands at %.1f, the number at %.1f, the institution around %.1f", at["Ani"], at["1"], middle)
	}
}

// TestCertificate_RoomToSignIsBelowTheSigners has the clinic and a partner, who sign beside one another.
func TestCertificate_RoomToSignIsBelowTheSigners(t *testing.T) {
	d := papersOf("kata")[4]
	paper := sheetFor(d)
	const sideGap = 10.0
	half := (paper.TextWidth() - sideGap) / 2
	var middles []float64

	for _, o := range drawnPages(t, d)[0].Ops {
		if o.Text == "cap dan tanda tangan" {
			middles = append(middles, o.X+o.Width/2-paper.Left)
		}
	}

	want := []float64{half / 2, half/2 + half + sideGap}
	if len(middles) != 2 || math.Abs(middles[0]-want[0]) > 0.1 || math.Abs(middles[1]-want[1]) > 0.1 {
		t.Errorf("room to sign around %.1f, want %.1f", middles, want)
	}
}

func TestPapers_GlyphsAtTheirField(t *testing.T) {
	for kind, want := range map[model.DocumentCode]string{"RJK": "patient.name", "SRB": "patient.name", "UND": "title", "DH": "participants[0].name", "SRT": "participants.name"} {
		for _, d := range papersOf("x") {
			if d.Type != kind {
				continue
			}
			if d.Patient != nil {
				d.Patient.Name = "漢"
			}
			if d.Training != nil {
				d.Training.Participants[0].Name, d.Training.Title = "漢", "漢"
			}
			if _, err := New(nil).Render(d); !model.AsProblems(err).Has(want, "glyph") {
				t.Errorf("%s: %v", kind, err)
			}
		}
	}
}

// Both languages of a paper have the same rows in the same order.
func TestPapers_LanguagesAreParallel(t *testing.T) {
	for _, d := range papersOf("kata") {
		composed, err := New(nil).compose(d)
		if err != nil {
			t.Fatal(err)
		}

		kinds := func(m typeset.Manuscript) string {
			var b strings.Builder
			for _, section := range m.Sections {
				for _, block := range section.Blocks {
					if k := block.Shape; k == typeset.Pairs || k == typeset.Side || k == typeset.TableHead || k == typeset.TableRow || k == typeset.Directive {
						fmt.Fprintf(&b, "%d%s%d ", k, block.Mark, len(block.Cells))
					}
				}
			}

			return b.String()
		}
		if id, en := kinds(composed.manuscripts[0]), kinds(composed.manuscripts[1]); id != en {
			t.Errorf("%s:\n%s\n%s", d.Type, id, en)
		}
	}
}

// TestPapers_Golden keeps the whole wording of each paper under review.
func TestPapers_Golden(t *testing.T) {
	for _, d := range papersOf("kata") {
		composed, err := New(nil).compose(d)
		if err != nil {
			t.Fatal(err)
		}
		for i, m := range composed.manuscripts {
			compareGolden(t, string(d.Type)+"."+composed.words[i].Language()+".txt", m.Text())
		}
	}
}

// BenchmarkCertificates makes the certificates of a training with 100 participants.
func BenchmarkCertificates(b *testing.B) {
	w := New(nil)
	d := papersOf("Tata Laksana Rujukan")[4]
	d.Language = "id"
	for b.Loop() {
		for i := range 100 {
			d.Number = fmt.Sprintf("%03d/SRT/KLN-SM/XI/2026", i+1)
			if _, err := w.Render(d); err != nil {
				b.Fatal(err)
			}
		}
	}
}

// BenchmarkReferral makes one referral letter.
func BenchmarkReferral(b *testing.B) {
	w := New(nil)
	d := papersOf("nyeri dada sejak kemarin")[0]
	d.Language = "id"
	for b.Loop() {
		if _, err := w.Render(d); err != nil {
			b.Fatal(err)
		}
	}
}
