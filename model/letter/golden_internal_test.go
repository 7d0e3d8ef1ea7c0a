package letter

import (
	"flag"
	"os"
	"path/filepath"
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
	for name, d := range map[string]model.LetterData{"PKS": d, "SPK": offer} {
		d.Language = "bilingual"
		composed, err := New(nil).compose(d)
		if err != nil {
			t.Fatal(err)
		}
		for _, doc := range composed.documents {
			compareGolden(t, name+"."+doc.language+".txt", doc.text())
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
		id, en := composed.documents[0], composed.documents[1]
		for i, part := range id.sections {
			other := en.sections[i]
			if part.key != other.key || len(part.blocks) != len(other.blocks) {
				t.Fatalf("%s has %d paragraphs, %s has %d", part.key, len(part.blocks), other.key, len(other.blocks))
			}
			for k, b := range part.blocks {
				if b.kind != other.blocks[k].kind || b.mark != other.blocks[k].mark {
					t.Errorf("%s: %q beside %q", part.key, b.text(), other.blocks[k].text())
				}
			}
		}
	}
}
