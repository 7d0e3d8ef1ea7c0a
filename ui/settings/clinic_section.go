package settings

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"jejaring/model"
	"jejaring/ui/look"
	"jejaring/ui/room"
)

// clinicSection is the clinic's profile in the settings.
type clinicSection struct {
	*ClinicPage
	object fyne.CanvasObject
}

func newClinicSection(d *desk) *clinicSection {
	s := &clinicSection{ClinicPage: newClinicPage(d, clinicGroups)}
	if kept := d.state.clinic; kept != nil {
		s.form.Load(kept.rec, kept.typed)
		s.logo, s.dirty = kept.rec.Logo, true
		d.state.clinic = nil
	}

	save := look.NewMainButton(d.Words.Say("action.save"), theme.DocumentSaveIcon(), s.Save)
	foot := look.Border(nil, nil, nil, save, s.state)
	s.object = look.Border(nil, look.PadXY(0, 6, foot), nil, nil, s.ClinicPage.object)
	return s
}

func (s *clinicSection) Object() fyne.CanvasObject { return s.object }

func (s *clinicSection) Reload() {}

// Save stores the profile.
func (s *clinicSection) Save() { s.Store(func(bool) {}) }

// Leave asks about unsaved changes.
func (s *clinicSection) Leave(then func()) {
	room.AskUnsaved(s.desk.Desk, s.dirty, s.Store, func() {
		s.form.Load(s.desk.Clinic(), nil)
		s.logo, s.dirty = s.desk.Clinic().Logo, false
		s.refresh()
	}, then)
}

// Keep stores what was typed before the window is built anew.
func (s *clinicSection) Keep() {
	if s.dirty {
		rec, _ := s.record()
		s.desk.state.clinic = &keptClinic{rec, s.form.Typed()}
	}
}

// keptClinic is an edited profile on its way through a new window.
type keptClinic struct {
	rec   model.Clinic
	typed map[string]string
}
