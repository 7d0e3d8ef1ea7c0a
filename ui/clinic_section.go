package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"jejaring/model"
	"jejaring/ui/look"
)

// clinicSection is the clinic's profile in the settings.
type clinicSection struct {
	*clinicPage
	object fyne.CanvasObject
}

func newClinicSection(a *App) *clinicSection {
	s := &clinicSection{clinicPage: newClinicPage(a, clinicGroups)}
	if kept := a.states.clinic; kept != nil {
		s.form.Load(kept.rec, kept.typed)
		s.logo, s.dirty = kept.rec.Logo, true
		a.states.clinic = nil
	}
	save := look.NewMainButton(a.words.Say("action.save"), theme.DocumentSaveIcon(), s.Save)
	foot := look.Border(nil, nil, nil, save, s.state)
	s.object = look.Border(nil, look.PadXY(0, 6, foot), nil, nil, s.clinicPage.object)
	return s
}

func (s *clinicSection) Object() fyne.CanvasObject { return s.object }
func (s *clinicSection) Reload()                   {}

// Save stores the profile.
func (s *clinicSection) Save() { s.save(func(bool) {}) }

// Leave asks about unsaved changes.
func (s *clinicSection) Leave(then func()) {
	askUnsaved(s.app, s.dirty, s.save, func() {
		s.form.Load(s.app.clinic, nil)
		s.logo, s.dirty = s.app.clinic.Logo, false
		s.refresh()
	}, then)
}

// Keep stores what was typed before the window is built anew.
func (s *clinicSection) Keep() {
	if s.dirty {
		rec, _ := s.record()
		s.app.states.clinic = &keptClinic{rec, s.form.Typed()}
	}
}

// keptClinic is an edited profile on its way through a new window.
type keptClinic struct {
	rec   model.Clinic
	typed map[string]string
}
