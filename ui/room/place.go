package room

import (
	"context"

	"fyne.io/fyne/v2"

	"jejaring/model"
	"jejaring/ui/form"
	"jejaring/ui/look"
	"jejaring/ui/register"
)

// Place is a room as the frame of the window knows it. It lives as long as its register is open, and so does what it keeps:
// its screens come and go with language and theme.
type Place struct {
	// Name is that in the navigation, and the end of the key of its words: nav.partners.
	Name string
	Icon fyne.Resource
	// Under is the place whose records lead here, for one that is not in the navigation itself.
	Under string
	// Screen makes the screen, not loaded yet.
	Screen func(Desk) Screen
	// Waiting is what the badge beside the name counts; nil counts nothing.
	Waiting func(model.Counts) int
	// Entries are the types of records that are shown here.
	Entries []Entry
	// Lists are those whose columns can be made wider, by the name under which the settings keep them.
	Lists map[string]*register.ListState
	// Turn is told the day that is over; nil where nothing hangs on it.
	Turn func(over model.Date)
}

// Entry is what the frame knows of a record type: where one is shown and how it comes back from the trash come from it, as do
// its name in the history, its picker and its rows beside other records.
type Entry struct {
	Entity model.Entity
	// Restore takes one out of the trash; nil where none lies there.
	Restore func(context.Context, model.ID) error
	// Name is what a record is called; nil where none is named.
	Name func(context.Context, model.ID) string
	// Fields are names of fields that refer to this type without saying so.
	Fields []string
	// Finder looks records up for a picker; narrow says which. Nil where nothing picks one.
	Finder func(d Desk, narrow model.Filters) form.Finder
	// Related lists the records that belong to another one, by the field that names it. Nil where no other shows them; Beside
	// are the other types that have a page for them.
	Related func(d Desk, field model.FilterName, id model.ID) fyne.CanvasObject
	Beside  []Beside
	// Number counts the records that belong to another one, by the field that names it.
	Number func(ctx context.Context, field model.FilterName, id model.ID) (int, error)
	// Latest are the last records that belong to another one, as lines of its summary; nil where none shows them.
	Latest func(ctx context.Context, d Desk, field model.FilterName, id model.ID, most int) ([]Line, error)
	// Hidden records have no screen of their own.
	Hidden bool
	// Figures are its numbers in the report, and Parts its charts and tables; nil where it has none.
	Figures func(Desk, Reported) []Figure
	Parts   func(Desk, Reported) []ReportPart
	// Reminders say how the home screen shows what the records ask for, by the kind of the row. A row of a kind that is not
	// among them says when it is due, and opens its record.
	Reminders map[string]Reminder
	// Dates are the meanings of their dates in the calendar, by kind: what ends is look.Soon, what is due look.Busy, what
	// begins look.Good.
	Dates map[string]look.Tone
}

// Beside says that the records of a type have a page that lists those of another one.
type Beside struct {
	// Of is the type that has the page, Field the field of the listed ones that names its record, Title the key of the page.
	Of    model.Entity
	Field model.FilterName
	Title string
	// Rank puts the pages in order.
	Rank int
	// Listed is the type that is listed, and Number counts its records; the frame fills them in.
	Listed model.Entity
	Number func(ctx context.Context, field model.FilterName, id model.ID) (int, error)
}

// RelatedTabs are the pages of a record that list those of other types that belong to it.
func RelatedTabs[T any](d Desk, of model.Entity, id func(T) model.ID) []register.Tab[T] {
	var tabs []register.Tab[T]
	for _, b := range d.Beside(of) {
		tabs = append(tabs, register.Tab[T]{Title: b.Title,
			View:  func(r T) fyne.CanvasObject { return d.Related(b.Listed, b.Field, id(r)) },
			Count: func(ctx context.Context, r T) (int, error) { return b.Number(ctx, b.Field, id(r)) }})
	}
	return tabs
}

// EntryOf is the entry of a type with a register. Name may be nil.
func EntryOf[T any](entity model.Entity, records model.Register[T], name func(T) string) Entry {
	e := Entry{Entity: entity, Restore: records.Restore}
	e.Number = func(ctx context.Context, field model.FilterName, id model.ID) (int, error) {
		return records.Count(ctx, model.Query{Filter: model.Filters{field: IDText(id)}})
	}
	if name != nil {
		e.Name = func(ctx context.Context, id model.ID) string {
			r, _ := records.Get(ctx, id) // one that is gone has no name

			return name(r)
		}
	}

	return e
}

// LinesOf reads the last records of a type that belong to another one, as lines.
func LinesOf[T any](records model.Register[T], sort string, line func(Desk, T) Line) func(context.Context, Desk, model.FilterName, model.ID, int) ([]Line, error) {
	return func(ctx context.Context, d Desk, field model.FilterName, id model.ID, most int) ([]Line, error) {
		found, err := records.Find(ctx, model.Query{Filter: model.Filters{field: IDText(id)}, Sort: sort, Desc: true, Limit: most})
		lines := make([]Line, len(found))
		for i, r := range found {
			lines[i] = line(d, r)
		}
		return lines, err
	}
}
