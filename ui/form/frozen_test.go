package form_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"jejaring/model"
	"jejaring/ui/form"
	"jejaring/ui/look"
	"jejaring/ui/task/tasktest"
	"jejaring/ui/uitest"
)

// A party without a partner is the clinic itself: that is said on the paper, so also where the paper is shown as text.
func TestFrozen_NothingPickedKeepsTheWordsThatMeanSomething(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(look.Theme{Mode: "light"})
	window := test.NewTempWindow(t, nil)
	f := form.New(words(t, "id"), "agreement", []form.Group[letter]{{Title: "group.partner", Lines: []form.Line[letter]{
		form.PickOr("partner_id", "party.own", func(r *letter) *model.ID { return &r.parent }, shelf{}),
	}}}, form.Events{Changed: func() {}, Left: func(string) {}, Escaped: func() {}, Frozen: func(string) bool { return true }})
	window.SetContent(f.Object())
	window.Resize(fyne.NewSize(700, 300))
	f.Load(letter{}, nil)
	if seen := uitest.New(t, window, tasktest.NewLoop()); !seen.Shows("Klinik sendiri") {
		t.Error("the own clinic is shown as nothing")
	}
}
