package ui

import (
	"context"

	"jejaring/model"
)

// kind is what the window knows of a record type beside its screen: the place that shows it, and how one comes back
// from the trash.
type kind struct {
	place   string
	restore func(context.Context, model.ID) error
}

// kinds are the record types by the name that hits, attentions and the trash give them.
func (a *App) kinds() map[string]kind {
	s := a.session
	return map[string]kind{
		"partner":     {"partners", s.Partners.Restore},
		"agreement":   {"agreements", s.Agreements.Restore},
		"referral":    {"referrals", s.Referrals.Restore},
		"training":    {"trainings", s.Trainings.Restore},
		"message":     {"letters", s.Messages.Restore},
		"document":    {"letters", s.Documents.Restore},
		"number":      {"letters", s.Numbers.Restore},
		"staff":       {"settings", s.Staff.Restore},
		"skp_record":  {"", s.SKPRecords.Restore},
		"mailbox":     {"settings", s.Mailboxes.Restore},
		"legal_basis": {"settings", s.LegalBases.Restore},
		"clinic":      {"settings", nil},
	}
}

// openRecord shows a record of any kind in its place.
func (a *App) openRecord(entity string, id model.ID) {
	k := a.kinds()[entity]
	if k.place == "" {
		return
	}
	a.leave(func() {
		switch s := a.show(k.place).(type) {
		case interface{ OpenID(model.ID) }:
			s.OpenID(id)
		case interface{ openRecord(string, model.ID) }:
			s.openRecord(entity, id)
		}
	})
}

// openRecordAt shows a record at the page with a title, where its place knows pages.
func (a *App) openRecordAt(entity string, id model.ID, page string) {
	a.leave(func() {
		if s, ok := a.show(a.kinds()[entity].place).(interface{ OpenAt(model.ID, string) }); ok {
			s.OpenAt(id, page)
			return
		}
		a.openRecord(entity, id)
	})
}
