package letter_test

import (
	"os"
	"path/filepath"
	"testing"

	"jejaring/model/letter"
)

func TestLook(t *testing.T) {
	dir := os.Getenv("LOOK")
	if dir == "" {
		t.Skip()
	}
	w := letter.New(nil)
	for _, lang := range []string{"id", "bilingual"} {
		d := sampleData(t)
		d.Language = lang
		d.Clinic.Logo = sampleLogo(t)
		ps, err := w.Render(d)
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range ps {
			os.WriteFile(filepath.Join(dir, lang+"-"+p.FileName), p.PDF, 0o644)
		}
		d = proposalData(t)
		d.Language = lang
		d.Clinic.Logo = sampleLogo(t)
		d.Draft = lang == "id"
		ps, err = w.Render(d)
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range ps {
			os.WriteFile(filepath.Join(dir, lang+"-"+p.FileName), p.PDF, 0o644)
		}
	}
}
