package ui

import (
	"context"
	"log/slog"
	"time"

	"fyne.io/fyne/v2"

	"jejaring/model"
	"jejaring/ui/form"
	"jejaring/ui/register"
	"jejaring/ui/room"
	"jejaring/ui/settings"
)

// host is what the frame does for the rooms of one register: it is all the interfaces by which they ask for it, and its methods
// are described there.
type host struct {
	app     *App
	session *Session // nil while no register is open
	rooms   *rooms
}

var (
	_ room.Host     = (*host)(nil)
	_ settings.Host = (*host)(nil)
)

// desk is what the rooms work at, in the language of the window.
func (a *App) desk() room.Desk {
	return room.Desk{Env: a.env(), Host: &host{app: a, session: a.session, rooms: a.rooms}}
}

// env is what the screens of the open register share. What they still report when another one was opened stays unsaid.
func (a *App) env() register.Env {
	session := a.session
	report := func(err error) {
		if session == a.session {
			a.report(err)
		}
	}
	today := func() model.Date { // also asked by work beside the window, which must not look at what the window changes
		if session == nil {
			return model.Date{}
		}
		return session.Today()
	}

	return register.Env{Window: a.window, Words: a.words, Tasks: a.Tasks, Report: report, Notify: a.notify, Today: today, Undoable: func(act func()) { a.strip.undo = act },
		SaveAs: func(name string, content []byte) { a.desk().SaveFile(name, content) }}
}

func (h *host) Now() time.Time                        { return h.session.Frame.Now() }
func (h *host) Zone() *time.Location                  { return h.app.zone }
func (h *host) Clinic() model.Clinic                  { return h.app.clinic }
func (h *host) Current() bool                         { return h.session == h.app.session }
func (h *host) Recount()                              { h.app.refreshCounts() }
func (h *host) Told(err error) []string               { return h.app.told(err) }
func (h *host) Settings() fyne.Preferences            { return h.app.App.Preferences() }
func (h *host) System() room.System                   { return h.app.System }
func (h *host) Log() *slog.Logger                     { return h.app.Log }
func (h *host) Memory() *room.Memory                  { return &h.app.memory }
func (h *host) Leave(then func())                     { h.app.leave(then) }
func (h *host) Go(place string)                       { h.app.Go(place) }
func (h *host) Show(place string) room.Screen         { return h.app.show(place) }
func (h *host) Shown() room.Screen                    { return h.app.places[h.app.place] }
func (h *host) Remind(about model.Subject)            { h.rooms.reminder.Ask(h.app.desk(), about) }
func (h *host) Search()                               { h.app.showSearch() }
func (h *host) Referred(field string) model.Entity    { return h.rooms.referred(field) }
func (h *host) SetClinic(c model.Clinic)              { h.app.setClinic(c); delete(h.app.places, "home") } // its title is the clinic's name
func (h *host) Rebuild()                              { h.app.build() }
func (h *host) SetLanguage(language string)           { h.app.SetLanguage(language) }
func (h *host) SetLook(mode string, scale float64)    { h.app.SetLook(mode, scale) }
func (h *host) SwitchRegister(sample bool)            { h.app.SwitchRegister(sample) }
func (h *host) ForgetSample()                         { h.app.throwSampleAway() }
func (h *host) ShowHelp(topic string)                 { h.app.showHelp(topic) }
func (h *host) Sync()                                 { h.app.sync() }
func (h *host) CopiesPart() settings.Part             { return newCopiesPage(h.app) }
func (h *host) Version() string                       { return h.app.Version }
func (h *host) AskCounts() (take func(model.Counts))  { return h.app.askCounts() }
func (h *host) Open(entity model.Entity, id model.ID) { h.app.openRecord(entity, id) }
func (h *host) KeyBanner() fyne.CanvasObject          { return h.rooms.settings.KeyBanner(h.app.desk()) }
func (h *host) ShowPDF(p room.PDF)                    { h.rooms.paper.ShowPDF(h.app.desk(), p) }

func (h *host) OpenAt(entity model.Entity, id model.ID, page, field string) {
	h.app.openRecordAt(entity, id, page, field)
}

func (h *host) ShowPaper(job room.PaperJob, done func(model.ID)) {
	h.rooms.paper.ShowPaper(h.app.desk(), job, done)
}

func (h *host) History(ctx context.Context, entity model.Entity, record model.ID, limit int) ([]model.HistoryEntry, error) {
	return h.session.Frame.Register.History(ctx, entity, record, limit)
}

func (h *host) NIK(ctx context.Context, table string, id model.ID) (string, error) {
	return h.session.Frame.Register.NIK(ctx, table, id)
}

func (h *host) Correct(ctx context.Context, c *model.Correction) ([]model.Document, error) {
	return h.session.Frame.Correct(ctx, c)
}

func (h *host) Named(ctx context.Context, entity model.Entity, id model.ID) string {
	return h.rooms.named(ctx, entity, id)
}

// Entry is what the window knows of a record type.
func (h *host) Entry(entity model.Entity) room.Entry {
	e, _ := h.rooms.entry(entity)
	return e
}

// Entries are those of all record types, in the order of their places.
func (h *host) Entries() []room.Entry {
	var all []room.Entry
	for _, p := range h.rooms.places {
		all = append(all, p.Entries...)
	}
	return all
}

func (h *host) Finder(entity model.Entity, narrow model.Filters) form.Finder {
	return h.Entry(entity).Finder(h.app.desk(), narrow)
}

func (h *host) Related(entity model.Entity, field model.FilterName, id model.ID) fyne.CanvasObject {
	return h.Entry(entity).Related(h.app.desk(), field, id)
}

func (h *host) Beside(of model.Entity) []room.Beside { return h.rooms.beside(of) }

// Restorer takes a record of a type out of the trash.
func (h *host) Restorer(entity model.Entity) func(context.Context, model.ID) error {
	return h.Entry(entity).Restore
}

// AgreementWith begins an agreement with a partner.
func (h *host) AgreementWith(p model.Partner) {
	h.app.leave(func() {
		h.app.show("agreements").(interface{ CreateWith(model.Partner) }).CreateWith(p)
	})
}

// OpenFiltered shows a part of the settings with a chip of its list chosen.
func (h *host) OpenFiltered(name string, chip int) {
	h.app.leave(func() { h.app.show("settings").(*settings.Screen).Filtered(name, chip) })
}

// OpenSection shows a part of the settings.
func (h *host) OpenSection(name string) {
	h.app.leave(func() { h.app.show("settings").(*settings.Screen).Section(name) })
}
