// Package agreement is the room of the cooperation documents: their form, steps, papers and what is owed under them. It knows
// no other room.
package agreement

import (
	"context"

	"jejaring/model"
	"jejaring/ui/form"
	"jejaring/ui/look"
	"jejaring/ui/register"
	"jejaring/ui/room"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// Records are what this room reads and writes of the register.
type Records struct {
	Agreements model.Register[model.Agreement]
	Partners   model.Register[model.Partner]
	Staff      model.Register[model.Staff]
	LegalBases model.Register[model.LegalBasis]
	Addenda    model.Register[model.Addendum]
	Changes    Changes
	Papers     Papers
	Lessons    Lessons
	Calendar   Calendar
}

// Calendar knows on which days is worked. It is implemented by the store.
type Calendar interface {
	Settings(ctx context.Context) (model.Settings, error)
}

// Changes are what becomes of an agreement beyond a save. It is implemented by the store.
type Changes interface {
	Apply(ctx context.Context, agreement model.ID, step model.StepName, ch model.Change) (model.Agreement, error)
	// AcknowledgeEnd notes that somebody has seen what the day did to an agreement.
	AcknowledgeEnd(ctx context.Context, agreement model.ID) (model.Agreement, error)
	// Renew makes the draft that follows an agreement on the same terms, or returns the one that is there. Without a good evaluation
	// it asks for a reason: problems of renewal_reason.
	Renew(ctx context.Context, agreement model.ID, today model.Date, reason string) (model.Agreement, error)
	// Complete makes the draft of the full agreement that a short one announced, or returns the one that is there.
	Complete(ctx context.Context, short model.ID, today model.Date) (model.Agreement, error)
	// Settle records that an occurrence of an obligation was met or is waived; Reopen takes that back.
	Settle(ctx context.Context, agreement model.ID, by model.Settlement) (model.Agreement, error)
	// Handover notes what came of a contribution, or went back.
	Handover(ctx context.Context, agreement model.ID, by model.Handover) (model.Agreement, error)
	Reopen(ctx context.Context, agreement, obligation model.ID, due model.Date) (model.Agreement, error)
	// Tell notes that somebody who must know was told, Send that information was sent; no day takes that back.
	Tell(ctx context.Context, agreement model.ID, who model.MustKnow, on model.Date) (model.Agreement, error)
	Send(ctx context.Context, agreement model.ID, x model.Exchange, on model.Date) (model.Agreement, error)
	AttachFile(ctx context.Context, agreement model.ID, f model.File) (model.Agreement, error)
	DetachFile(ctx context.Context, agreement model.ID, name string) (model.Agreement, error)
	FileBytes(ctx context.Context, agreement model.ID, name string) ([]byte, error)
}

// Papers are the papers of agreements.
type Papers interface {
	// Bytes returns an issued paper as it was made.
	Bytes(ctx context.Context, document model.ID) ([]byte, error)
	room.Gaps
	// Preset is what a field of cooperation fills in.
	Preset(field string) (model.Preset, bool)
}

// Host is what this room asks of the window beyond what every room does.
type Host interface {
	// ShowPaper shows a paper before it is issued, and calls done with its agreement once it was.
	ShowPaper(job room.PaperJob, done func(model.ID))
	// ShowHelp opens the help over the window, at a topic.
	ShowHelp(topic string)
}

// state is what survives when the window is built anew.
type state struct {
	agreements register.State[model.Agreement]
	allDue     model.ID      // the agreement of which all occurrences are listed
	laws       []form.Option // the legal bases that an agreement can name
	source     model.ID      // the agreement whose contents the new one begins with
}

type desk struct {
	room.Desk
	Host
	Records
	state *state
}

// New is the room of an open register.
func New(host Host, r Records) room.Place {
	s := &state{}
	at := func(d room.Desk) *desk { return &desk{d, host, r, s} }

	agreements := room.EntryOf(model.EntityAgreement, r.Agreements, func(a model.Agreement) string { return room.Short(a.Title, 60) })
	agreements.Fields = []string{"parent", "successor"}
	agreements.Finder = func(d room.Desk, narrow model.Filters) form.Finder {
		return agreementFinder{at(d), room.ID(narrow[model.ByPartner])}
	}
	agreements.Latest = room.LinesOf(r.Agreements, "end_date", func(d room.Desk, r model.Agreement) room.Line {
		text, tone := at(d).statusChip(r)
		return room.Line{Text: r.Title, Detail: room.Joined(r.NumberOwn, at(d).period(r)), Chip: text, Tone: tone, ID: r.ID}
	})
	agreements.Beside = []room.Beside{{Of: model.EntityPartner, Field: model.ByPartner, Title: "tab.agreements", Rank: 10}}
	agreements.Related = func(d room.Desk, field model.FilterName, id model.ID) fyne.CanvasObject {
		return at(d).related(field, id)
	}
	agreements.Reminders = reminders(at)
	agreements.Dates = map[string]look.Tone{"agreement_starts": look.Good, "agreement_ends": look.Soon, "agreement_terminates": look.Soon, "agreement_resumes": look.Busy, "full_agreement_due": look.Soon, "obligation_due": look.Busy,
		"contribution_due": look.Busy, "loan_return": look.Soon}

	return room.Place{Name: "agreements", Icon: theme.DocumentIcon(), Screen: func(d room.Desk) room.Screen { return newAgreements(at(d)) },
		Waiting: func(c model.Counts) int { return c.Expiring + c.Awaiting + c.Ended },
		Entries: []room.Entry{agreements}, Lists: map[string]*register.ListState{"agreements": &s.agreements.List}}
}
