package letter

import (
	"testing"

	"jejaring/model"
)

// begun is a composition without any text.
func begun(t *testing.T, d model.LetterData, languages ...string) *composition {
	t.Helper()
	k, ok := kindOf(model.DocumentCode(d.Type))
	if !ok {
		t.Fatalf("no kind %q", d.Type)
	}

	c, err := New(nil).begin(k, d, languages)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func TestVersion_ThePaperSaysWhichOneItIs(t *testing.T) {
	for _, c := range []struct {
		d         model.LetterData
		languages []string
		want      string
	}{
		{model.LetterData{Revision: 1}, []string{"id"}, ""},
		{model.LetterData{Revision: 2, Replaces: 1, Draft: true}, []string{"id"}, ""},
		{model.LetterData{Revision: 2, Replaces: 1}, []string{"id"}, "Versi 2, menggantikan versi 1"},
		{model.LetterData{Revision: 2, Replaces: 1}, []string{"id", "en"}, "Versi 2, menggantikan versi 1 / Version 2, replaces version 1"},
		{model.LetterData{Revision: 2, Beside: 1, BesideLanguage: "id"}, []string{"en"}, "Version 2, valid beside version 1 (Indonesian)"},
		{model.LetterData{Revision: 4, Replaces: 2, Beside: 3, BesideLanguage: "en"}, []string{"id"},
			"Versi 4, menggantikan versi 2, berlaku di samping versi 3 (bahasa Inggris)"},
	} {
		c.d.Type = "SPK"
		if got := begun(t, c.d, c.languages...).version(); got != c.want {
			t.Errorf("%q, want %q", got, c.want)
		}
	}
}
