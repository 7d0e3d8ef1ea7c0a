package translations_test

import (
	"strings"
	"testing"

	"jejaring/translations"
)

// TestReasonsAgainstACertificateAreSentences walks the reasons that model.Training.Earned and the register give.
func TestReasonsAgainstACertificateAreSentences(t *testing.T) {
	for _, language := range []string{"id", "en"} {
		w, err := translations.In(language)
		if err != nil {
			t.Fatal(err)
		}

		for _, code := range []string{"not_registered", "attendance_low", "score_low", "nobody_certified", "certified_removed", "certified_unearned"} {
			if s := w.Problem("certificate_no", code); strings.Contains(s, "⟦") || !strings.HasSuffix(s, ".") {
				t.Errorf("%s %s: %q", language, code, s)
			}
		}

		for _, why := range []string{"not_registered", "attendance_low", "score_low"} {
			if s := w.Say("training.why." + why); strings.Contains(s, "⟦") {
				t.Errorf("%s %s: %q", language, why, s)
			}
		}
	}
}
