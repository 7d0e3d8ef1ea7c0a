// Package ui is the window. It shows records and asks for them through the interfaces in session.go; it knows
// neither SQL nor IMAP nor PDF, and meets those only where cmd wires them together.
package ui

import (
	"context"
	"image"
	"time"

	"jejaring/model"
)

// Session is one open register with everything that works on it.
type Session struct {
	Partners   model.Register[model.Partner]
	Staff      model.Register[model.Staff]
	Agreements model.Register[model.Agreement]
	Documents  model.Register[model.Document]
	Numbers    model.Register[model.NumberEntry]
	Mailboxes  model.Register[model.Mailbox]
	Messages   model.Register[model.Message]
	LegalBases model.Register[model.LegalBasis]
	Referrals  model.Register[model.Referral]
	Trainings  model.Register[model.Training]
	SKPRecords model.Register[model.SKPRecord]

	Profile     Profile
	Overview    Overview
	Cooperation Cooperation
	Papers      Papers
	Mail        Mail
	Care        Care
	Courses     Courses
	Figures     Figures
	Keys        Keys
	Copies      Copies

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

// Profile keeps the clinic's own data. It is implemented by the store.
type Profile interface {
	Clinic(ctx context.Context) (model.Clinic, error)
	SaveClinic(ctx context.Context, c *model.Clinic) error
	Settings(ctx context.Context) (model.Settings, error)
	SaveSettings(ctx context.Context, s model.Settings) error
}

// Overview answers what the home screen and the search ask. It is implemented by the store.
type Overview interface {
	Counts(ctx context.Context, today model.Date) (model.Counts, error)
	Attention(ctx context.Context, today model.Date, limit int) ([]model.Attention, error)
	Upcoming(ctx context.Context, today model.Date, days, limit int) ([]model.Upcoming, error)
	Search(ctx context.Context, text string, limit int) ([]model.Hit, error)
	Trash(ctx context.Context) ([]model.Hit, error)
	History(ctx context.Context, entity string, record model.ID, limit int) ([]model.HistoryEntry, error)
}

// Cooperation changes agreements beyond a save. It is implemented by the store.
type Cooperation interface {
	// TwinPartners are the partners who may be the one that is about to be saved.
	TwinPartners(ctx context.Context, p model.Partner) ([]model.PartnerTwin, error)
	Apply(ctx context.Context, agreement model.ID, ch model.Change) (model.Agreement, error)
	// PassDay brings all agreements in line with a day and returns how many that changed.
	PassDay(ctx context.Context, today model.Date) (int, error)
	// AcknowledgeEnd notes that somebody has seen what the day did to an agreement.
	AcknowledgeEnd(ctx context.Context, agreement model.ID) (model.Agreement, error)
	// Renew makes the draft that follows an agreement on the same terms, or returns the one that is there.
	Renew(ctx context.Context, agreement model.ID, today model.Date) (model.Agreement, error)
	// Settle records that an occurrence of an obligation was met or is waived; Reopen takes that back.
	Settle(ctx context.Context, agreement model.ID, by model.Settlement) (model.Agreement, error)
	Reopen(ctx context.Context, agreement, obligation model.ID, due model.Date) (model.Agreement, error)
	AttachFile(ctx context.Context, agreement model.ID, f model.File) (model.Agreement, error)
	DetachFile(ctx context.Context, agreement model.ID, name string) (model.Agreement, error)
	FileBytes(ctx context.Context, agreement model.ID, name string) ([]byte, error)
}

// Care is what referrals need beyond a register: the patients' identities and the changes of state. It is implemented
// by the store.
type Care interface {
	// Locked reports that identities cannot be opened, because their key is missing.
	Locked() bool
	// Patient returns an identity; that somebody looked at it is logged. ErrKeyLost when it cannot be opened.
	Patient(ctx context.Context, id model.ID) (model.Patient, error)
	// NIK returns the whole NIK of a person of the staff (table staff) or of a participant; that somebody looked at it is
	// logged.
	NIK(ctx context.Context, table string, id model.ID) (string, error)
	// ReplyFile returns the scan of a reply with its bytes; that somebody looked at it is logged as Patient does.
	ReplyFile(ctx context.Context, referral model.ID) (model.ReplyFile, error)
	// SaveReferral stores a referral together with the identity of its patient: both, or neither.
	SaveReferral(ctx context.Context, r *model.Referral, p *model.Patient) error
	// MergePatients joins two records of one person; double is removed for good.
	MergePatients(ctx context.Context, keep, double model.ID) (model.Patient, error)
	// ErasePatient removes an identity and what was written about the person for good.
	ErasePatient(ctx context.Context, id model.ID) error
	// FindPatients looks for a record number or its beginning, a whole NIK or card number, and words of the name or their
	// beginnings; while Locked, for record numbers alone.
	FindPatients(ctx context.Context, text string) ([]model.PatientHit, error)
	// TwinPatients looks for a whole NIK, card number, record number or full name.
	TwinPatients(ctx context.Context, text string) ([]model.PatientHit, error)
	// Covering returns the agreements that cover a referral to a partner on a day.
	Covering(ctx context.Context, partner model.ID, day model.Date) ([]model.Agreement, error)
	ApplyReferral(ctx context.Context, id model.ID, ch model.ReferralChange) (model.Referral, error)
	// NextReferral makes the draft that follows a rejected or redirected referral, to another partner.
	NextReferral(ctx context.Context, id, partner model.ID) (model.Referral, error)
}

// Courses changes trainings beyond a save. It is implemented by the store.
type Courses interface {
	ApplyTraining(ctx context.Context, id model.ID, to, reason string, today model.Date) (model.Training, error)
	AttachTrainingFile(ctx context.Context, training model.ID, f model.File) (model.Training, error)
	DetachTrainingFile(ctx context.Context, training model.ID, name string) (model.Training, error)
	TrainingFileBytes(ctx context.Context, training model.ID, name string) ([]byte, error)
	// Credits lists the credits of a person of the staff, the newest first.
	Credits(ctx context.Context, staff model.ID) ([]model.Credit, error)
}

// Figures computes the key figures. It is implemented by the store.
type Figures interface {
	KPIs(ctx context.Context, of model.Period) (model.KPIs, error)
	// OutgoingByMonth counts the outgoing referrals of each month, by "2026-01"; months without any are left out.
	OutgoingByMonth(ctx context.Context, from, to model.Date) (map[string]int, error)
}

// Keys keeps the key that patients' identities are sealed with.
type Keys interface {
	// Problem says why the identities that there are cannot be opened: a kind of model.ErrKeyLost, or nil.
	Problem(ctx context.Context) error
	// Again looks for the key once more.
	Again(ctx context.Context) error
	// Place says where the key is kept: keyring or file, or nothing while it is lost.
	Place() string
	// Sheet returns the code that a person prints and locks away; Restore takes it back.
	Sheet(ctx context.Context) (string, error)
	Restore(ctx context.Context, sheet string) error
}

// Copies saves copies of the register, and knows what there is to remind of.
type Copies interface {
	// Save saves a checked copy in a folder, and reports whether that lies on another disk.
	Save(ctx context.Context, folder string) (c model.Copy, outside bool, err error)
	Upkeep(ctx context.Context) (model.Upkeep, error)
	// SheetKept notes that the recovery sheet was printed or saved.
	SheetKept(ctx context.Context) error
	// Regained are numbers that the register did not know when it was opened and that were given nevertheless.
	Regained() []string
}

// Papers makes documents.
type Papers interface {
	// Draft renders a document as it would be now, with a watermark and gaps for what is missing.
	Draft(ctx context.Context, i model.Issue) ([]model.Paper, error)
	// Missing lists what the issue would refuse, and warnings.
	Missing(ctx context.Context, i model.Issue) (model.Problems, error)
	// Issue takes the number, makes and stores the papers.
	Issue(ctx context.Context, i model.Issue) ([]model.Document, error)
	// Bytes returns an issued paper as it was made.
	Bytes(ctx context.Context, document model.ID) ([]byte, error)
	NextNumbers(ctx context.Context, docType string, date model.Date, n int) ([]string, error)
	// Correct changes a record whose paper stands already, with a reason, and makes its papers again where that is asked for.
	Correct(ctx context.Context, c *model.Correction) ([]model.Document, error)
	Preset(field string) (model.Preset, bool)
	// Letterhead renders a page with only the head of the clinic's letters.
	Letterhead(ctx context.Context, c model.Clinic) ([]byte, error)
	// Report makes a plain document of tables under the clinic's letterhead; it is neither numbered nor stored.
	Report(ctx context.Context, r model.Report) ([]byte, error)
	// Pages opens a PDF to be looked at.
	Pages(ctx context.Context, pdf []byte) (Pages, error)
	// Join makes one PDF of several, to be printed together.
	Join(ctx context.Context, pdfs [][]byte) ([]byte, error)
}

// Pages is a PDF that is looked at, page by page.
type Pages interface {
	// Len is the number of pages.
	Len() int
	// Size is the width and the height of a page in points.
	Size(page int) (width, height float64)
	// Draw returns a picture of a page, so many pixels wide, or less where it would become too large.
	Draw(ctx context.Context, page, width int) (image.Image, error)
	// Close forgets the PDF. It may have to wait for another one that is being drawn.
	Close()
}

// Mail reads the mailboxes.
type Mail interface {
	SetPassword(ctx context.Context, mailbox model.ID, password string) error
	HasPassword(ctx context.Context, mailbox model.ID) bool
	// PasswordPlace says where passwords are kept: keyring or file.
	PasswordPlace() string
	// Test connects and returns the server's folders; an empty password means the one that is kept.
	Test(ctx context.Context, box model.Mailbox, password string) (folders []string, err error)
	// Sync reads all active mailboxes. The results come in the order of the mailboxes; a mailbox that fails does not
	// stop the others, and the first failure is the error.
	Sync(ctx context.Context, report func(model.Progress)) ([]model.SyncResult, error)
	// Attachment returns the bytes of one attachment.
	Attachment(ctx context.Context, message model.ID, index int) ([]byte, error)
	// Quoted divides a text into what is new and what it quotes.
	Quoted(body string) (fresh, quoted string)
	Providers() []Provider
}

// Provider is a preset for the mailboxes of a provider.
type Provider struct {
	Key, Name, Host, Security, Hint string
	Port                            int
}

// System is what the desktop does for the window.
type System interface {
	// OpenFile shows a file in the system's viewer. It never opens what could be a program.
	OpenFile(name string, content []byte) error
	// Print sends a PDF to the printer and reports whether it did; where the system cannot, it shows the file instead.
	Print(name string, content []byte) (printed bool, err error)
	// Save writes a file whole or not at all. One that is there already stays as it is, and the error is fs.ErrExist, unless
	// it may be replaced.
	Save(folder, name string, content []byte, replace bool) error
	// Documents is the folder where people keep their papers.
	Documents() string
	// Maximise lets the window that is opened next fill the screen.
	Maximise()
	// Fills reports whether a window of this many pixels fills a screen, but for its title.
	Fills(width, height int) bool
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
func (s *Session) Today() model.Date { return model.DateOf(s.Now()) }
