// Package letter is the room of the mails, the issued papers and the ledger of numbers. It knows no other room.
package letter

import (
	"context"

	"jejaring/model"
	"jejaring/ui/look"
	"jejaring/ui/register"
	"jejaring/ui/room"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// Records are what this room reads and writes of the register.
type Records struct {
	Messages   model.Register[model.Message]
	Documents  model.Register[model.Document]
	Numbers    model.Register[model.NumberEntry]
	Agreements model.Register[model.Agreement]
	Papers     Papers
	Mail       Mail
}

// Papers are the issued papers.
type Papers interface {
	// Bytes returns an issued paper as it was made.
	Bytes(ctx context.Context, document model.ID) ([]byte, error)
}

// Mail is what a mail holds beyond its record.
type Mail interface {
	// Attachment returns the bytes of one attachment.
	Attachment(ctx context.Context, message model.ID, index int) ([]byte, error)
	// Quoted divides a text into what is new and what it quotes.
	Quoted(body string) (fresh, quoted string)
}

// Host is what this room asks of the window beyond what every room does.
type Host interface {
	// Sync reads all mailboxes.
	Sync()
	// OpenSection shows a part of the settings.
	OpenSection(name string)
}

// state is what survives when the window is built anew.
type state struct {
	mail      register.State[model.Message]
	documents register.State[model.Document]
	numbers   register.State[model.NumberEntry]
	letters   int // the list that is open
}

type desk struct {
	room.Desk
	Host
	Records
	state *state
}

// New is the room of an open register; its lists begin with the newest.
func New(host Host, r Records) room.Place {
	s := &state{}
	s.mail.List.Sort, s.mail.List.Desc = "date", true
	s.documents.List.Sort, s.documents.List.Desc = "date", true
	s.numbers.List.Sort, s.numbers.List.Desc = "letter_date", true
	at := func(d room.Desk) *desk { return &desk{d, host, r, s} }

	mails := room.EntryOf(model.EntityMessage, r.Messages, nil)
	mails.Latest = room.LinesOf(r.Messages, "date", func(d room.Desk, m model.Message) room.Line {
		detail := room.Joined(d.Words.Label("direction", m.Direction), d.Words.ShortDay(d.At(m.Date)), at(d).trusted(m))
		return room.Line{Text: at(d).subject(m), Detail: detail, ID: m.ID}
	})
	mails.Beside = []room.Beside{{Of: model.EntityPartner, Field: model.ByPartner, Title: "tab.letters", Rank: 40},
		{Of: model.EntityAgreement, Field: model.ByAgreement, Title: "tab.letters", Rank: 40}}
	mails.Related = func(d room.Desk, field model.FilterName, id model.ID) fyne.CanvasObject {
		return at(d).messagesOf(field, id)
	}
	mails.Reminders = map[string]room.Reminder{
		model.AttentionPressing: {Chip: room.Waits("chip.urgent", look.Late), Named: true},
		model.AttentionLetter:   {Chip: room.Waits("chip.answer", look.Busy), Named: true},
		model.AttentionUnlinked: {Chip: room.Waits("chip.unlinked", look.Plain), Named: true, Do: linkRow},
		model.AttentionDanger:   {Chip: room.Waits("chip.danger", look.Late), Named: true},
	}
	papers := room.EntryOf(model.EntityDocument, r.Documents, func(d model.Document) string { return d.Number })
	papers.Related = func(d room.Desk, field model.FilterName, id model.ID) fyne.CanvasObject {
		return at(d).papersOf(field, id)
	}
	papers.Latest = room.LinesOf(r.Documents, "date", func(d room.Desk, x model.Document) room.Line {
		which := ""
		if x.Copies > 1 {
			which = d.Words.Say("document.copy", x.CopyNo, x.Copies)
		}
		line := room.Line{Text: room.Joined(d.Words.Label("document_type", string(x.Type)), which),
			Detail: room.Joined(d.Words.ShortDay(x.Date.Time()), x.Number), ID: x.ID}
		if x.Status != "issued" {
			line.Chip, line.Tone = d.Words.Label("document_status", x.Status), look.Late
		}
		return line
	})

	numbers := room.EntryOf(model.EntityNumber, r.Numbers, nil)

	return room.Place{Name: "letters", Icon: theme.MailComposeIcon(), Screen: func(d room.Desk) room.Screen { return newLetters(at(d)) },
		Waiting: func(c model.Counts) int { return c.Unlinked }, Entries: []room.Entry{mails, papers, numbers},
		Lists: map[string]*register.ListState{"mail": &s.mail.List, "documents": &s.documents.List, "numbers": &s.numbers.List}}
}
