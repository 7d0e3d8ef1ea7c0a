// Package settings is the room of everything that is set up once: the clinic's profile, its staff, mailboxes, numbering, laws,
// and the program's own. It knows no other room.
package settings

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
	Staff      model.Register[model.Staff]
	SKPRecords model.Register[model.SKPRecord]
	Mailboxes  model.Register[model.Mailbox]
	LegalBases model.Register[model.LegalBasis]
	Profile    Profile
	Trash      Trash
	Credits    Credits
	Papers     Papers
	Mail       Mail
	Keys       Keys
	Sheet      Sheet
	// Path is the register's file.
	Path string
}

// Profile keeps the clinic's own data. It is implemented by the store.
type Profile interface {
	SaveClinic(ctx context.Context, c *model.Clinic) error
	Settings(ctx context.Context) (model.Settings, error)
	SaveSettings(ctx context.Context, s model.Settings) error
}

// Trash lists what was deleted. It is implemented by the store.
type Trash interface {
	Trash(ctx context.Context) ([]model.Hit, error)
}

// Credits lists the credits of a person of the staff, the newest first. It is implemented by the store.
type Credits interface {
	Credits(ctx context.Context, staff model.ID) ([]model.Credit, error)
}

// Papers show the clinic's letterhead and the numbers to come.
type Papers interface {
	room.Reporter
	// Letterhead renders a page with only the head of the clinic's letters.
	Letterhead(ctx context.Context, c model.Clinic) ([]byte, error)
	NextNumbers(ctx context.Context, docType model.DocumentCode, date model.Date, n int) ([]string, error)
	// Pages opens a PDF to be looked at.
	Pages(ctx context.Context, pdf []byte) (room.Pages, error)
}

// Mail sets mailboxes up.
type Mail interface {
	SetPassword(ctx context.Context, mailbox model.ID, password string) error
	HasPassword(ctx context.Context, mailbox model.ID) bool
	// PasswordPlace says where passwords are kept: keyring or file.
	PasswordPlace() string
	// Test connects and returns the server's folders; an empty password means the one that is kept.
	Test(ctx context.Context, box model.Mailbox, password string) (folders []string, err error)
	Providers() []Provider
}

// Provider is a preset for the mailboxes of a provider.
type Provider struct {
	Key, Name, Host, Security, Hint string
	Port                            int
}

// Keys keeps the key that patients' identities are sealed with.
type Keys interface {
	// Problem says why the identities that there are cannot be opened: a kind of model.ErrKeyLost, or nil.
	Problem(ctx context.Context) error
	// Again looks for the key once more.
	Again(ctx context.Context) error
	// KeptIn says where the key is: keyring or file, or nothing while it is lost.
	KeptIn() string
	// Sheet returns the code that a person prints and locks away; Restore takes it back.
	Sheet(ctx context.Context) (string, error)
	Restore(ctx context.Context, sheet string) error
}

// Sheet notes that the recovery sheet was printed or saved.
type Sheet interface {
	SheetKept(ctx context.Context) error
}

// Host is what this room asks of the window beyond what every room does.
type Host interface {
	// SetClinic takes over a profile that was saved.
	SetClinic(c model.Clinic)
	// Rebuild shows everything anew.
	Rebuild()
	SetLanguage(language string)
	SetLook(mode string, scale float64)
	SwitchRegister(sample bool)
	// ForgetSample leaves the sample register and removes it, after asking.
	ForgetSample()
	ShowHelp(topic string)
	// Restorer takes a record of a type out of the trash; nil where none can be.
	Restorer(entity model.Entity) func(context.Context, model.ID) error
	// Sync reads all mailboxes.
	Sync()
	// CopiesPart is the part that saves and restores copies of the register.
	CopiesPart() Part
	// Version is that of the program.
	Version() string
}

// state is what survives when the window is built anew.
type state struct {
	staff     register.State[model.Staff]
	bases     register.State[model.LegalBasis]
	mailboxes register.State[model.Mailbox]
	section   string // the one that is open
	clinic    *keptClinic
	register  *keptSettings
}

type desk struct {
	room.Desk
	Host
	Records
	state *state
}

// Room is what the window and, through it, other rooms can ask of this one.
type Room struct {
	host    Host
	records Records
	state   *state
}

// New is the room of an open register; it begins with the clinic's profile.
func New(host Host, r Records) *Room {
	s := &state{section: "clinic"}
	s.staff.List.Sort = "name"
	return &Room{host, r, s}
}

func (r *Room) at(d room.Desk) *desk { return &desk{d, r.host, r.records, r.state} }

// Place is the room as the frame knows it.
func (r *Room) Place() room.Place {
	staff := room.EntryOf(model.EntityStaff, r.records.Staff, func(s model.Staff) string { return s.Name })
	staff.Finder = func(d room.Desk, narrow model.Filters) form.Finder { return finder(r.at(d), narrow) }
	staff.Dates = map[string]look.Tone{"sip_expiry": look.Soon, "str_expiry": look.Soon}
	staff.Reminders = map[string]room.Reminder{model.AttentionSIP: {Page: "tab.profile", Field: "sip_expiry"},
		model.AttentionSTR: {Page: "tab.profile", Field: "str_expiry"}}
	credits := room.EntryOf(model.EntitySKPRecord, r.records.SKPRecords, nil)
	credits.Hidden = true
	boxes := room.EntryOf(model.EntityMailbox, r.records.Mailboxes, func(b model.Mailbox) string { return b.Name })
	boxes.Reminders = map[string]room.Reminder{model.AttentionMailboxFailing: {Chip: room.Waits("chip.mail", look.Late), Named: true}}
	bases := room.EntryOf(model.EntityLegalBasis, r.records.LegalBases, nil)

	return room.Place{Name: "settings", Icon: theme.SettingsIcon(), Screen: func(d room.Desk) room.Screen { return newSettings(r.at(d)) },
		Entries: []room.Entry{staff, credits, boxes, bases, clinicEntry(), registerEntry()},
		Lists: map[string]*register.ListState{"staff": &r.state.staff.List, "bases": &r.state.bases.List,
			"mailboxes": &r.state.mailboxes.List}}
}

// finder looks the clinic's own people up for a picker, and makes a person on the spot; with "signs" those who may sign.
func finder(d *desk, narrow model.Filters) form.Finder {
	f := staffFinder{d}
	if narrow[model.BySigns] != "" {
		return signerFinder{f}
	}
	return f
}

// Basics is the clinic's profile with what a first letter needs, for the first start.
func (r *Room) Basics(d room.Desk) *ClinicPage { return newClinicPage(r.at(d), clinicBasics) }

// KeyBanner says that identities cannot be opened, and what can be done; nothing while they can.
func (r *Room) KeyBanner(d room.Desk) fyne.CanvasObject { return r.at(d).keyBanner() }

// AskKey takes the lines of the recovery sheet.
func (r *Room) AskKey(d room.Desk) { r.at(d).askKey() }
