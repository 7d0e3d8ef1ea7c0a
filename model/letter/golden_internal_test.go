package letter

import (
	"flag"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"jejaring/model"
)

var update = flag.Bool("update", false, "write the texts of testdata anew")

// TestText_Golden keeps the whole wording of each document under review: every clause, with every condition met.
func TestText_Golden(t *testing.T) {
	d := agreementOf(4, "merujuk pasien")
	preset, _ := Preset("referral")
	preset.Fill(&d.Agreement)
	a := &d.Agreement
	a.Rights = preset.Rights
	a.FinancingMode, a.Terms.BankAccount = "mixed", "Bank Contoh 123"
	a.AutoRenew, a.RenewTermN, a.RenewTermUnit, a.RenewMax = true, 1, "year", 2
	d.LegalBases = []model.LegalBasis{{Citation: "Undang-Undang Nomor 17 Tahun 2023 tentang Kesehatan", ShortTitleEN: "Health Act 2023"}}
	d.Parent = &model.Agreement{Type: "mou", NumberOwn: "001/MOU/X/I/2024", SignDate: model.Date{Year: 2024, Month: 1, Day: 5}}
	for _, term := range []string{"Pasien", "Rujukan", "Fasyankes"} {
		a.Definitions = append(a.Definitions, model.Definition{Term: term, Meaning: model.Text{ID: "arti", EN: "a meaning"}})
	}

	offer := d
	offer.Type, offer.Agreement.Terms.ProposalFlavour = "SPK", "penawaran"
	notice := d
	notice.Type = "SPB-AKH"
	notice.Date = model.Date{Year: 2028, Month: 9, Day: 22}
	notice.Agreement.Status, notice.Agreement.NumberOwn = model.StatusActive, "002/PKS/X/XI/2026"
	notice.Agreement.SignDate, notice.Agreement.EndDate = model.Date{Year: 2026, Month: 11, Day: 21}, model.Date{Year: 2028, Month: 11, Day: 21}
	notice.Agreement.Parties = slices.Clone(notice.Agreement.Parties)
	notice.Agreement.Parties[1].OwnNumber = "Y/7/2026"
	notice.Said = model.Said{AnswerBy: model.Date{Year: 2028, Month: 10, Day: 20}, RenewBy: "addendum", Changes: "tarif", Evaluation: "12 rujukan"}

	end := notice
	end.Type = "SPB-PGK"
	end.Said = model.Said{TerminatesOn: model.Date{Year: 2028, Month: 10, Day: 31}, Cause: "convenience", Reason: "layanan pindah", Clause: "Pasal 14",
		Continuity: "merujuk ke rumah sakit lain", CloseoutOn: model.Date{Year: 2028, Month: 10, Day: 30}, CloseoutPlace: "Kota Tirtasana"}
	end.Agreement.Obligations = slices.Clone(end.Agreement.Obligations)
	end.Agreement.Obligations[0].Occurrences = []model.Occurrence{{Due: model.Date{Year: 2028, Month: 10, Day: 5}}}

	memorandum := d
	memorandum.Type, memorandum.Agreement.Type = "MOU", "mou"

	minutes := notice
	minutes.Type, minutes.Number, minutes.Said = "BA", "001/BA/X/IX/2028", model.Said{}
	minutes.Evaluation = &model.Evaluation{PeriodStart: model.Date{Year: 2026, Month: 11, Day: 22}, PeriodEnd: model.Date{Year: 2028, Month: 9, Day: 21}, Place: "Kota Tirtasana",
		Attendees: []model.Attendee{{Party: "p1", Name: "dr. Z", Position: model.HeadOfClinic}, {Party: "p2", Name: "Ns. Y"}, {Party: "p1", Name: "X"}},
		Items: []model.EvaluationItem{{Text: model.Text{ID: "rujukan diterima", EN: "referrals accepted"}, Indicator: "waktu tanggap", Baseline: "45 menit", Target: "30 menit",
			Actual: "28 menit", OwnScore: 4, PartnerScore: 3, Note: "membaik"}, {Text: model.Text{ID: "balasan rujukan", EN: "replies"}, Score: 3}},
		BenefitScores: []model.BenefitScore{{Benefit: "access", Score: 4}, {Benefit: "quality", Score: 3}, {Benefit: "network"}},
		Strengths:     "balasan cepat", Weaknesses: "nomor IGD sibuk", Lessons: "satu nomor khusus", PartnerFeedback: "laporan lengkap",
		FollowUps:      []model.FollowUpAction{{Text: "rapat setiap triwulan", Owner: "X", DueDate: model.Date{Year: 2028, Month: 12, Day: 31}}},
		Recommendation: "lanjut_perbaikan"}
	minutes.EvaluationFacts = &model.EvaluationFacts{Total: 5, Done: 3, Overdue: 1, Obstacles: []model.Obstacle{{Title: "IGD sulit dihubungi", Category: "communication",
		Actions: []model.ObstacleAction{{Text: "ditelepon"}, {Text: "nomor baru diminta"}}, OwnerStaffID: 7, DueDate: model.Date{Year: 2028, Month: 10, Day: 31}}},
		Owners: map[model.ID]string{7: "Ns. W"}}

	change := notice
	change.Type, change.Number, change.Date = "ADD", "002/ADD/X/IX/2028", model.Date{Year: 2028, Month: 9, Day: 22}
	change.Agreement.EndDate = model.Date{Year: 2028, Month: 11, Day: 21}
	change.Earlier = []model.Addendum{{Ordinal: 1, NumberOwn: "001/ADD/X/V/2027", SignDate: model.Date{Year: 2027, Month: 5, Day: 3}}}
	change.Addendum = &model.Addendum{AgreementID: 1, Ordinal: 2, Status: model.AddendumDraft, NumberPartner: "Y/9/2028", SignPlace: "Kota Z",
		EffectiveDate: model.Date{Year: 2028, Month: 10, Day: 1}, NewEndDate: model.Date{Year: 2029, Month: 11, Day: 21},
		Changes: []model.ClauseChange{{Clause: model.Text{ID: "Pasal 7 ayat (1)", EN: "Article 7 (1)"},
			Text: model.Text{ID: "Biaya ditanggung PIHAK PERTAMA.\nPembayaran setiap bulan.", EN: "The costs are borne by the FIRST PARTY.\nPayment is made monthly."}},
			{Clause: model.Text{ID: "Pasal 9", EN: "Article 9"}, Text: model.Text{ID: "Evaluasi dilakukan setiap tahun.", EN: "An evaluation is made every year."}}}}

	read := change
	read.Type, read.Number = "RKS", ""
	read.Earlier = []model.Addendum{*change.Addendum}
	read.Earlier[0].Status = model.AddendumActive
	read.Date, read.Agreement.DataSharing = model.Date{Year: 2028, Month: 10, Day: 2}, "identified"

	for name, d := range map[string]model.LetterData{"BA": minutes, "RKS": read, "ADD": change, "PKS": d, "MOU": memorandum, "SPK": offer, "SPB-AKH": notice, "SPB-PGK": end} {
		d.Language = "bilingual"
		composed, err := New(nil).compose(d)
		if err != nil {
			t.Fatal(err)
		}
		for i, m := range composed.manuscripts {
			compareGolden(t, name+"."+composed.words[i].Language()+".txt", m.Text())
		}
	}
}

func compareGolden(t *testing.T, name, got string) {
	t.Helper()
	file := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}

	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("%s differs (-want +got):\n%s", name, diff)
	}
}

// Both languages have the same paragraphs in the same order, so that the columns of a bilingual agreement agree.
func TestText_LanguagesAreParallel(t *testing.T) {
	d := agreementOf(4, "merujuk pasien")
	d.Language = "bilingual"
	for _, mode := range model.FinancingModes() {
		d.Agreement.FinancingMode = mode
		composed, err := New(nil).compose(d)
		if err != nil {
			t.Fatal(err)
		}

		id := composed.manuscripts[0]
		en := composed.manuscripts[1]
		for i, section := range id.Sections {
			other := en.Sections[i]
			if section.Key != other.Key || len(section.Blocks) != len(other.Blocks) {
				t.Fatalf("%s has %d paragraphs, %s has %d", section.Key, len(section.Blocks), other.Key, len(other.Blocks))
			}

			for k, b := range section.Blocks {
				if b.Shape != other.Blocks[k].Shape || b.Mark != other.Blocks[k].Mark {
					t.Errorf("%s: %q beside %q", section.Key, b.Text(), other.Blocks[k].Text())
				}
			}
		}
	}
}
