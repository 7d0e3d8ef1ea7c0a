package look_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"jejaring/ui/form"
	"jejaring/ui/look"
)

// room is a window with a guard and an input on a page that can be exchanged.
func room(t *testing.T) (c fyne.Canvas, guard *look.Guard, page *fyne.Container, input *form.Entry) {
	t.Helper()
	test.NewTempApp(t)
	w := test.NewTempWindow(t, nil)
	c = w.Canvas()
	input = form.NewEntry(false)
	guard = look.NewGuard(c)
	page = container.NewVBox(widget.NewLabel("Mitra"), input)
	w.SetContent(container.NewStack(page, guard))
	w.Resize(fyne.NewSize(300, 300))
	c.Focus(input)
	guard.MinSize() // as before a picture
	if !input.Focused() || c.Focused() != fyne.Focusable(input) {
		t.Fatal("the cursor left an input that is shown")
	}

	return c, guard, page, input
}

func TestGuard_TheCursorLeavesWhatWasTakenAwayWithTheNextPicture(t *testing.T) {
	for name, away := range map[string]func(page *fyne.Container, input *form.Entry){
		"taken away":   func(page *fyne.Container, input *form.Entry) { page.Remove(input) },
		"hidden":       func(_ *fyne.Container, input *form.Entry) { input.Hide() },
		"a page apart": func(page *fyne.Container, _ *form.Entry) { page.Hide() },
	} {
		c, guard, page, input := room(t)
		away(page, input)
		guard.MinSize()
		if c.Focused() != nil || input.Focused() {
			t.Errorf("%s: the cursor stays", name)
		}
	}
}

func TestGuard_AnInputOverTheWindowIsLeftWhenItIsClosedByOthers(t *testing.T) {
	c, guard, _, _ := room(t)
	search := form.NewEntry(false)
	popup := widget.NewModalPopUp(container.NewVBox(widget.NewLabel("Cari"), search), c)
	popup.Show()
	c.Focus(search)
	guard.MinSize()
	popup.Hide()
	guard.MinSize()
	if search.Focused() {
		t.Error("its cursor blinks on")
	}
}

func TestClose_TheCursorLeavesWhatIsClosed(t *testing.T) {
	c, _, page, input := room(t)
	search := form.NewEntry(false)
	popup := widget.NewModalPopUp(container.NewVBox(widget.NewLabel("Cari"), search), c)
	popup.Show()
	c.Focus(search)
	page.Remove(input) // the page changes below it
	look.Close(popup)
	if search.Focused() || c.Focused() != nil {
		t.Errorf("the cursor is in %T", c.Focused())
	}
}
