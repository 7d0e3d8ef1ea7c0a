// Package referral is the room of the patients who were sent or received. It knows no other room.
package referral

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"jejaring/model"
	"jejaring/ui/form"
	"jejaring/ui/look"
	"jejaring/ui/register"
	"jejaring/ui/room"
)

// Records are what this room reads and writes of the register.
type Records struct {
	Referrals model.Register[model.Referral]
	Partners  model.Register[model.Partner]
	Staff     model.Register[model.Staff]
	Patients  Patients
	Changes   Changes
	Papers    room.Gaps
}

// Patients are the identities of those who are referred. It is implemented by the store.
type Patients interface {
	// Locked reports that identities cannot be opened, because their key is missing.
	Locked() bool
	// Patient returns an identity; that somebody looked at it is logged. ErrKeyLost when it cannot be opened.
	Patient(ctx context.Context, id model.ID) (model.Patient, error)
	// Merge joins two records of one person; double is removed for good.
	Merge(ctx context.Context, keep, double model.ID) (model.Patient, error)
	// Erase removes an identity and what was written about the person for good.
	Erase(ctx context.Context, id model.ID) error
	// Find looks for a record number or its beginning, a whole NIK or card number, and words of the name or their
	// beginnings; while Locked, for record numbers alone.
	Find(ctx context.Context, text string) ([]model.PatientHit, error)
	// Twins looks for a whole NIK, card number, record number or full name.
	Twins(ctx context.Context, text string) ([]model.PatientHit, error)
}

// Changes are what becomes of a referral beyond a save. It is implemented by the store.
type Changes interface {
	// Save stores a referral together with the identity of its patient: both, or neither.
	Save(ctx context.Context, r *model.Referral, p *model.Patient) error
	Apply(ctx context.Context, id model.ID, step model.StepName, ch model.ReferralChange) (model.Referral, error)
	// Next makes the draft that follows a rejected or redirected referral, to another partner.
	Next(ctx context.Context, id, partner model.ID) (model.Referral, error)
	// ReplyFile returns the scan of a reply with its bytes; that somebody looked at it is logged as Patient does.
	ReplyFile(ctx context.Context, referral model.ID) (model.ReplyFile, error)
	// Covering returns the agreements that cover a referral to a partner on a day.
	Covering(ctx context.Context, partner model.ID, day model.Date) ([]model.Agreement, error)
}

// Host is what this room asks of the window beyond what every room does.
type Host interface {
	// ShowPaper shows a paper before it is issued, and calls done once it was.
	ShowPaper(job room.PaperJob, done func(model.ID))
	// KeyBanner says that identities cannot be opened, and what can be done; nothing while they can.
	KeyBanner() fyne.CanvasObject
}

// state is what survives when the window is built anew.
type state struct {
	referrals register.State[Sheet]
}

type desk struct {
	room.Desk
	Host
	Records
	state *state
}

// New is the room of an open register; its list begins with the newest.
func New(host Host, r Records) room.Place {
	s := &state{}
	s.referrals.List.Sort, s.referrals.List.Desc = "referral_at", true
	at := func(d room.Desk) *desk { return &desk{d, host, r, s} }

	referrals := room.EntryOf(model.EntityReferral, r.Referrals, func(r model.Referral) string { return r.ReferralNo })
	referrals.Latest = room.LinesOf(r.Referrals, "referral_at", func(d room.Desk, r model.Referral) room.Line { return at(d).line(r) })
	referrals.Beside = []room.Beside{{Of: model.EntityPartner, Field: model.ByPartner, Title: "tab.referrals", Rank: 20},
		{Of: model.EntityAgreement, Field: model.ByAgreement, Title: "tab.referrals", Rank: 20}}
	referrals.Finder = func(d room.Desk, _ model.Filters) form.Finder {
		return room.FinderOf(d, r.Referrals, model.Query{Sort: "referral_at", Desc: true}, func(x model.Referral) form.Option {
			title := room.Joined(x.ReferralNo, x.PartnerName, d.Words.ShortDay(d.At(x.ReferralAt)))
			return form.Option{ID: x.ID, Title: title, Detail: room.Joined(x.Initials, x.MRNo)}
		})
	}
	referrals.Related = func(d room.Desk, field model.FilterName, id model.ID) fyne.CanvasObject {
		return at(d).referralsOf(field, id)
	}

	contact := room.Reminder{Page: "tab.journey", Do: func(d room.Desk, a model.Attention) { at(d).contactRow(a) }}
	referrals.Reminders = map[string]room.Reminder{model.AttentionDecision: contact, model.AttentionReply: contact,
		model.AttentionBackReferred: {Page: "tab.journey"}}
	referrals.Dates = map[string]look.Tone{"back_referral_due": look.Busy}

	return room.Place{Name: "referrals", Icon: theme.MailSendIcon(), Screen: func(d room.Desk) room.Screen { return newReferrals(at(d)) },
		Waiting: func(c model.Counts) int { return c.Waiting }, Entries: []room.Entry{referrals, {Entity: model.EntityPatient, Hidden: true}},
		Lists: map[string]*register.ListState{"referrals": &s.referrals.List}}
}
