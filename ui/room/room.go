// Package room is what the rooms of the window share: the desk that each of them works at, the questions that they ask, and
// the lines, files and papers that they show. It knows no room and no place of the window; the rooms meet through Host.
package room

import (
	"context"
	"errors"
	"log/slog"
	"time"

	"fyne.io/fyne/v2"

	"jejaring/model"
	"jejaring/ui/form"
	"jejaring/ui/look"
	"jejaring/ui/register"
)

// Screen is what a place of the navigation shows.
type Screen interface {
	Object() fyne.CanvasObject
	Reload()
	// Leave calls then at once, or after asking about unsaved changes.
	Leave(then func())
	// Keep stores what was typed, before the window is built anew.
	Keep()
	// Save is Ctrl+S, FocusSearch Ctrl+F, Create Ctrl+N.
	Save()
	FocusSearch()
	Create()
}

// Desk is what a room works at: the window with its words and tasks, and what its frame does for the room. It belongs to
// one register in one language; a new one is made when the window is built anew.
type Desk struct {
	register.Env
	Host
}

// Host is what the frame of the window does for its rooms. It is implemented by package ui.
type Host interface {
	Reader
	Ways
	Rows
	// Current reports whether the register of this desk is still the one that the window shows: an answer that comes later
	// is for nobody.
	Current() bool
	// Recount brings the figures in the navigation up to date.
	Recount()
	// Told is the sentence and the hint of an error; one that nobody expected goes to the log.
	Told(err error) []string
	// Settings are those of the program, System is the desktop, Log the log.
	Settings() fyne.Preferences
	System() System
	Log() *slog.Logger
	// ShowPDF shows a file over the window, page by page.
	ShowPDF(PDF)
	// Memory is what stays in mind until the register is left.
	Memory() *Memory
}

// Reader is what every room may ask about the register, and the one change that all records share.
type Reader interface {
	// Now is the present instant on the register's day, Zone the clinic's time zone; nil while no register is open.
	Now() time.Time
	Zone() *time.Location
	Clinic() model.Clinic
	// History lists what happened to a record, the newest first.
	History(ctx context.Context, entity model.Entity, record model.ID, limit int) ([]model.HistoryEntry, error)
	// NIK returns the whole NIK of a person in a table; that somebody looked at it is logged.
	NIK(ctx context.Context, table string, id model.ID) (string, error)
	// Correct changes a record whose paper stands already, and makes its papers again where that is asked for.
	Correct(ctx context.Context, c *model.Correction) ([]model.Document, error)
}

// Ways lead to other places of the window.
type Ways interface {
	// Open shows a record in its place, after asking about unsaved changes; OpenAt at the page with a title, and
	// with the cursor in the input of a field; "" is the first page, and no input.
	Open(entity model.Entity, id model.ID)
	OpenAt(entity model.Entity, id model.ID, page, field string)
	// Leave calls then at once, or after asking about unsaved changes; Go leads to a place after that, Show without.
	Leave(then func())
	Go(place string)
	Show(place string) Screen
	// Shown is the screen of the place that is open.
	Shown() Screen
	// Search opens the search over everything.
	Search()
	// Remind begins a reminder about a record, or about none, over what is open.
	Remind(about model.Subject)
}

// Rows are what the rooms tell about their records without knowing each other.
type Rows interface {
	// Entry is what the window knows of a record type; an empty one where it knows nothing.
	Entry(entity model.Entity) Entry
	// Entries are those of all record types, in the order of their places.
	Entries() []Entry
	// Finder looks records of a type up for a picker; narrow says which, in words of that type's room.
	Finder(entity model.Entity, narrow model.Filters) form.Finder
	// Related lists the records of a type that belong to another one, by the field that names it, such as partner_id.
	Related(entity model.Entity, field model.FilterName, id model.ID) fyne.CanvasObject
	// Beside are the pages that the records of a type have for those of other types, in their order.
	Beside(of model.Entity) []Beside
	// Named is what a record is called, or "".
	Named(ctx context.Context, entity model.Entity, id model.ID) string
	// Referred is the type of record that a field refers to by its name, or "".
	Referred(field string) model.Entity
}

// Memory is what the rooms keep in mind until the register is left.
type Memory struct {
	untold untold
	// scans is the folder where a patient's scan was chosen last.
	scans string
	// picking says that the system's dialog for files is open.
	picking bool
	// targets are the buttons that ask for a file; dropped is a file that one is just taking.
	targets []fileTarget
	dropped fyne.URI
}

// ErrNoDialog: the system could not show its own dialog for files.
var ErrNoDialog = errors.New("no dialog for files")

// Picking is what a dialog of the system asks for.
type Picking struct {
	Title string
	// Folder is where it begins; "" leaves that to the system.
	Folder string
	// Ends are how the names of the files may end, Kind what such files are called together. Without any, a folder is asked for.
	Ends []string
	Kind string
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
	// Picker is the system's own dialog for files over the window, or nil where there is none. It waits for the person and
	// returns the path of the choice, or "" for none; ErrNoDialog says that it could not be shown after all.
	Picker(over fyne.Window) func(ctx context.Context, p Picking) (path string, err error)
	// Maximise lets the window that is opened next fill the screen.
	Maximise()
	// Fills reports whether a window of this many pixels fills a screen, but for its title.
	Fills(width, height int) bool
}

// Busy lets a button show that what it began is under way.
func (d Desk) Busy(b *look.Button) *look.Button { return register.Busy(d.Tasks, d.Words, b) }

// LetGo takes the cursor out of what is not shown any more.
func (d Desk) LetGo() { look.LetGo(d.Window.Canvas()) }
