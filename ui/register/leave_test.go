package register_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"jejaring/ui/register"
)

func TestNew_TheArrowClosesItAndTheListHasItsPlaceAgain(t *testing.T) {
	o := open(t, nil)
	o.window.Resize(fyne.NewSize(880, 640))
	o.Tap("Mitra baru")
	o.Enter("Nama mitra", "Klinik Mawar")
	o.TapIcon(theme.NavigateBackIcon(), 0)
	o.Tap("Buang perubahan")
	o.Sees("RSUD Tirtasana")
	o.window.Resize(fyne.NewSize(1180, 740))
	if o.Fields("Nama mitra") != nil || o.state.Draft != nil {
		t.Error("the form that was left stands beside the list")
	}
}

func TestNew_AnUntouchedOneIsCancelled(t *testing.T) {
	for how, leave := range map[string]func(*office){
		"Batal": func(o *office) { o.Tap("Batal") },
		"Esc":   func(o *office) { o.Field("Nama mitra").Focus(); o.Press(fyne.KeyEscape) },
	} {
		o := open(t, nil)
		o.Tap("Mitra baru")
		leave(o)
		if o.Fields("Nama mitra") != nil || o.state.Draft != nil {
			t.Errorf("%s leaves the empty form open", how)
		}
	}
}

func TestGuard_CancelAsksWithTwoAnswersThatDiffer(t *testing.T) {
	o := open(t, nil)
	o.openPartner("Puskesmas Kenanga")
	o.Enter("Kabupaten/kota", "Kota Baru")
	o.Tap("Batal")
	o.Sees("Buang perubahan?")
	if over := o.Over(); strings.Join(over[2:], ", ") != "Buang perubahan, Lanjut menyunting" {
		t.Errorf("the question is %q", over)
	}

	o.Press(fyne.KeyReturn)
	o.SeesNoMore("Buang perubahan?")
	if got := o.Field("Kabupaten/kota").Text(); got != "Kota Baru" {
		t.Errorf("Enter threw the text away: %q", got)
	}
}

// drawn are the lines of a text as they are drawn.
func drawn(text *widget.RichText) []string {
	var lines []string
	for _, o := range test.WidgetRenderer(text).Objects() {
		if line, ok := o.(*canvas.Text); ok {
			lines = append(lines, line.Text)
		}
	}
	return lines
}

func TestAsk_SaysItsSentenceToTheEnd(t *testing.T) {
	o := open(t, nil)
	const sentence = "Peladen surel tidak dapat dihubungi. Surel yang sudah tersimpan tetap dapat dibaca."
	register.Ask(o.window, sentence, "Periksa nama peladen.", nil, register.Answer{Label: "Tutup", Main: true})
	text := o.Text(sentence)
	lines := drawn(text)
	if got := strings.Join(lines, ""); len(lines) < 2 || !strings.HasSuffix(got, "dibaca.") || strings.Contains(got, "…") {
		t.Errorf("drawn is %q", lines)
	}
	if text.Size().Height < text.MinSize().Height {
		t.Errorf("the sentence has %v of %v", text.Size().Height, text.MinSize().Height)
	}
}
