// Package ui is the frame of the window: its places, the strip at its foot, the first start, and which register is open. What
// the places show is in packages of their own; the frame knows neither SQL nor IMAP nor PDF, and meets those only where cmd wires
// them together.
package ui

import (
	"context"
	"time"

	"jejaring/model"
	"jejaring/ui/addendum"
	"jejaring/ui/agreement"
	"jejaring/ui/evaluation"
	"jejaring/ui/home"
	"jejaring/ui/letter"
	"jejaring/ui/obstacle"
	"jejaring/ui/paper"
	"jejaring/ui/partner"
	"jejaring/ui/referral"
	"jejaring/ui/reminder"
	"jejaring/ui/report"
	"jejaring/ui/settings"
	"jejaring/ui/training"
)

// Session is one open register, with what each room of the window asks of it.
type Session struct {
	Frame      Frame
	Home       home.Records
	Partner    partner.Records
	Agreement  agreement.Records
	Addendum   addendum.Records
	Letter     letter.Records
	Referral   referral.Records
	Training   training.Records
	Obstacle   obstacle.Records
	Report     report.Records
	Settings   settings.Records
	Paper      paper.Records
	Evaluation evaluation.Records
	Reminder   reminder.Records
}

// Frame is what the frame of the window itself asks of an open register.
type Frame struct {
	Register  Register
	Mailboxes model.Register[model.Mailbox]
	Copies    Copies
	// Problem says why the identities that there are cannot be opened: a kind of model.ErrKeyLost, or nil.
	Problem func(ctx context.Context) error
	// Sync reads all active mailboxes. The results come in the order of the mailboxes; a mailbox that fails does not
	// stop the others, and the first failure is the error.
	Sync func(ctx context.Context, report func(model.Progress)) ([]model.SyncResult, error)
	// Correct changes a record whose paper stands already, with a reason, and makes its papers again where that is asked for.
	Correct func(ctx context.Context, c *model.Correction) ([]model.Document, error)

	// Now is the present instant of the register in the clinic's zone; a register with a day of its own stays on it.
	Now func() time.Time
	// Sample says that this is the fictitious clinic; Path is the register's file.
	Sample bool
	Path   string
	// Upkeep is what the first start of a day does beside the window: a copy of the register, and the trash.
	Upkeep func(ctx context.Context) error
	// Pulse is called every few seconds: whether another program has changed the register since, or model.ErrRegisterMoved
	// when its file is no longer in its place. PutBack saves the open register at its own path, or another one, then, and
	// goes on there; what has taken its place is kept aside, under the name that is returned.
	Pulse   func(ctx context.Context) (foreign bool, err error)
	PutBack func(ctx context.Context, path string) (aside string, err error)
	// Close ends the session; nothing may be called afterwards.
	Close func() error
}

// Register is what the frame asks about the register as a whole. It is implemented by the store.
type Register interface {
	Clinic(ctx context.Context) (model.Clinic, error)
	Counts(ctx context.Context, today model.Date) (model.Counts, error)
	// Waiting is what a person should do, and what was put off until a later day.
	Waiting(ctx context.Context, today model.Date, limit int) (awake, asleep []model.Attention, err error)
	Search(ctx context.Context, text string, limit int) ([]model.Hit, error)
	History(ctx context.Context, entity model.Entity, record model.ID, limit int) ([]model.HistoryEntry, error)
	// NIK returns the whole NIK of a person of the staff (table staff) or of a participant; that somebody looked at it is
	// logged.
	NIK(ctx context.Context, table string, id model.ID) (string, error)
	// PassDay brings all agreements in line with a day and returns how many that changed.
	PassDay(ctx context.Context, today model.Date) (int, error)
	// Jumped returns the last day on which something was written, and whether today is so far from it that the clock may be wrong;
	// ConfirmDay notes that it is right.
	Jumped(ctx context.Context) (last model.Date, jumped bool, err error)
	ConfirmDay(ctx context.Context) error
}

// Copies saves copies of the register, and knows what there is to remind of.
type Copies interface {
	// Save saves a checked copy in a folder, and reports whether that lies on another disk.
	Save(ctx context.Context, folder string) (c model.Copy, outside bool, err error)
	Upkeep(ctx context.Context) (model.Upkeep, error)
	// Regained are numbers that the register did not know when it was opened and that were given nevertheless.
	Regained() []string
}

// Opener opens the own register or the sample one, which it makes when it is missing.
type Opener func(ctx context.Context, sample bool) (*Session, error)

// Rescuer finds the copies of a register, which need not be open, and puts one in its place.
type Rescuer interface {
	// Now is the computer's clock.
	Now() time.Time
	// Copies lists every copy, checked, the newest first; CopiesIn those in a folder.
	Copies(ctx context.Context, sample bool) ([]model.Copy, error)
	CopiesIn(ctx context.Context, sample bool, folder string) ([]model.Copy, error)
	// Use puts a copy in the register's place; the present one is kept aside. Last are the numbers that a person says were
	// given last, nil when nobody was asked.
	Use(ctx context.Context, sample bool, c model.Copy, last []model.LastNumber) (model.Restored, error)
}

// Today is the day on which the register lives.
func (s *Session) Today() model.Date { return model.DateOf(s.Frame.Now()) }
