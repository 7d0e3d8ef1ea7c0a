package ui_test

import (
	"strings"
	"testing"

	"jejaring/assets"
	"jejaring/model"
)

// TestGuide_TellsWhenEachModelFitsBesideItsChoice: every model stands in the guide by its name, with its strengths and risks, in both
// languages; the guide is opened where the model is chosen, and what was typed stays.
func TestGuide_TellsWhenEachModelFitsBesideItsChoice(t *testing.T) {
	for language, parts := range map[string][]string{"id": {"*Cocok bila*", "*Kekuatan:*", "*Risiko:*"}, "en": {"*Fits when*", "*Strengths:*", "*Risks:*"}} {
		all, err := assets.Help.ReadFile("help/" + language + ".md")
		if err != nil {
			t.Fatal(err)
		}
		_, page, _ := strings.Cut(string(all), "{models}\n")
		page, _, _ = strings.Cut(page, "\n# ")
		for _, code := range model.CooperationModels() {
			_, told, found := strings.Cut(page, "**"+words(t, language).Label("cooperation_model", code)+"**. ")
			told, _, _ = strings.Cut(told, "\n")
			for _, part := range parts {
				if !found || !strings.Contains(told, part) {
					t.Errorf("%s: of %s is said %q, without %s", language, code, told, part)
				}
			}
		}
	}

	c := sampleOpen(t)
	c.Tap("Perjanjian", "Perjanjian baru")
	c.Enter("Tentang", "Rujukan gigi")
	c.Tap("Bandingkan model …")
	c.Sees("Model kerja sama", "Cocok bila")
	c.Tap("Tutup")
	c.shows("Tentang", "Rujukan gigi")
}
