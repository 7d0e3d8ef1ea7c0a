package ui

import (
	"fyne.io/fyne/v2"

	"jejaring/model"
	"jejaring/ui/form"
	"jejaring/ui/register"
)

// states is what survives when the window is built anew.
type states struct {
	partners   register.State[model.Partner]
	agreements register.State[model.Agreement]
	referrals  register.State[sheet]
	trainings  register.State[model.Training]
	report     model.Period
	staff      register.State[model.Staff]
	bases      register.State[model.LegalBasis]
	mail       register.State[model.Message]
	documents  register.State[model.Document]
	numbers    register.State[model.NumberEntry]
	mailboxes  register.State[model.Mailbox]
	settings   settingsState
	clinic     *keptClinic
	numbering  *keptSettings
	letters    int
	allDue     model.ID      // the agreement of which all occurrences are listed
	laws       []form.Option // the legal bases that an agreement can name
}

// newStates begins with what the user left: sorting and the widths of columns.
func newStates(p fyne.Preferences) *states {
	s := &states{}
	s.partners.List.Sort = "name"
	s.agreements.List.Sort = "end_date"
	s.staff.List.Sort = "name"
	s.referrals.List.Sort, s.referrals.List.Desc = "referral_at", true
	s.trainings.List.Sort, s.trainings.List.Desc = "start", true
	s.mail.List.Sort, s.mail.List.Desc = "date", true
	s.documents.List.Sort, s.documents.List.Desc = "date", true
	s.numbers.List.Sort, s.numbers.List.Desc = "letter_date", true
	for name, list := range s.lists() {
		for _, w := range p.FloatList("widths." + name) {
			list.Widths = append(list.Widths, float32(w))
		}
	}
	return s
}

// lists names the lists whose columns can be made wider.
func (s *states) lists() map[string]*register.ListState {
	return map[string]*register.ListState{"partners": &s.partners.List, "agreements": &s.agreements.List, "staff": &s.staff.List,
		"referrals": &s.referrals.List, "trainings": &s.trainings.List,
		"bases": &s.bases.List, "documents": &s.documents.List, "numbers": &s.numbers.List, "mailboxes": &s.mailboxes.List}
}

// remember keeps the widths of columns for the next start.
func (s *states) remember(p fyne.Preferences) {
	for name, list := range s.lists() {
		widths := make([]float64, len(list.Widths))
		for i, w := range list.Widths {
			widths[i] = float64(w)
		}
		p.SetFloatList("widths."+name, widths)
	}
}
