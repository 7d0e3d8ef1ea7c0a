package letter_test

import (
	"os"
	"path/filepath"
	"testing"

	"jejaring/model"
	"jejaring/model/letter"
)

func TestLook(t *testing.T) {
	dir := os.Getenv("LOOK")
	if dir == "" {
		t.Skip()
	}
	three, four, f4, gaps, tariff, spk := parties(t, 3), parties(t, 4), sampleData(t), bare(), sampleData(t), proposalData(t)
	f4.Clinic.Paper, f4.Agreement.Terms.MeteraiMode, f4.Draft = "F4", "electronic", true
	gaps.Language = "bilingual"
	tariff.Agreement.FinancingMode, tariff.Agreement.Terms.BankAccount = "mixed", "Bank Contoh 123 a.n. RS"
	tariff.LegalBases = []model.LegalBasis{{Citation: "Undang-Undang Nomor 17 Tahun 2023 tentang Kesehatan"}}
	spk.Clinic.Logo = nil
	four.Language = "bilingual"
	for n, d := range map[string]model.LetterData{"three": three, "four": four, "f4": f4, "gaps": gaps, "tariff": tariff, "spk": spk} {
		ps, err := letter.New(nil).Render(d)
		if err != nil {
			t.Fatal(err)
		}
		p := ps[len(ps)-1]
		os.WriteFile(filepath.Join(dir, n+".pdf"), p.PDF, 0o644)
	}
}
