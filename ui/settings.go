package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"

	"jejaring/model"
	"jejaring/ui/look"
	"jejaring/ui/register"
)

// settingsState is the open section.
type settingsState struct{ section string }

// settings is the screen of everything that is set up once.
type settings struct {
	app     *App
	object  *fyne.Container
	current part
	list    *fyne.Container // the sections
}

// part is a section of the settings.
type part interface {
	Object() fyne.CanvasObject
	Reload()
}

// guarded is a section with unsaved changes to ask about.
type guarded interface{ Leave(then func()) }

func sections() []string {
	return []string{"clinic", "staff", "mailboxes", "numbering", "bases", "look", "privacy", "copies", "trash", "history", "about"}
}

func newSettings(a *App) *settings {
	s := &settings{app: a, object: container.NewStack()}
	if a.states.settings.section == "" {
		a.states.settings.section = "clinic"
	}
	s.current = s.make(a.states.settings.section)
	s.draw()
	return s
}

func (s *settings) draw() {
	w, c := s.app.words, s.app.window.Canvas()
	list, focus := container.NewVBox(), -1
	if s.list != nil {
		focus = look.FocusedAt(c, s.list.Objects)
	}
	s.list = list
	for _, name := range sections() {
		chosen := name == s.app.states.settings.section
		colour, ground := theme.ColorNameForeground, fyne.ThemeColorName("")
		if chosen {
			colour, ground = theme.ColorNamePrimary, look.ColorNavChosen
		}
		tap := look.NewTap(look.PadXY(4, 0, look.Text(w.Say("settings."+name), colour, theme.SizeNameText, chosen)), func() { s.section(name) })
		tap.SetResting(ground)
		list.Add(tap)
	}
	side := look.Fixed(look.Scaled(190), 0, look.Card(look.Border(list, nil, nil, nil, layout.NewSpacer())))
	var tools []fyne.CanvasObject
	if t, ok := s.current.(interface{ Tools() []fyne.CanvasObject }); ok {
		tools = t.Tools()
	}
	s.object.Objects = []fyne.CanvasObject{look.Border(heading(w.Say("nav.settings"), nil, tools...), nil,
		container.NewHBox(side, look.Gap(12, 1)), nil, s.current.Object())}
	s.object.Refresh()
	look.FocusAt(c, list.Objects, focus)
	s.app.letGo()
}

// openSection shows a part of the settings.
func (a *App) openSection(name string) {
	a.leave(func() { a.show("settings").(*settings).section(name) })
}

// section opens a part of the settings, after asking about unsaved changes.
func (s *settings) section(name string) {
	s.Leave(func() {
		s.app.states.settings.section = name
		s.current = s.make(name)
		s.draw()
		s.current.Reload()
	})
}

func (s *settings) make(name string) part {
	switch name {
	case "staff":
		return newStaffScreen(s.app)
	case "mailboxes":
		return newMailboxScreen(s.app)
	case "numbering":
		return newNumberingPage(s.app)
	case "bases":
		return newBasesScreen(s.app)
	case "look":
		return newLookPage(s.app)
	case "privacy":
		return newPrivacyPage(s.app)
	case "copies":
		return newCopiesPage(s.app)
	case "trash":
		return newTrashPage(s.app)
	case "history":
		return &plainPart{object: look.Card(s.app.historyOf("", 0))}
	case "about":
		return newAboutPage(s.app)
	}
	return newClinicSection(s.app)
}

// openRecord opens the section of a kind of record, and there the record.
func (s *settings) openRecord(entity string, id model.ID) {
	name := map[string]string{"clinic": "clinic", "staff": "staff", "mailbox": "mailboxes", "legal_basis": "bases"}[entity]
	s.Leave(func() {
		s.app.states.settings.section = name
		s.current = s.make(name)
		s.draw()
		s.current.Reload()
		if o, ok := s.current.(interface{ OpenID(model.ID) }); ok {
			o.OpenID(id)
		}
	})
}

func (s *settings) Object() fyne.CanvasObject { return s.object }
func (s *settings) Reload()                   { s.current.Reload() }

// Beside shows what another program has changed, without touching what is being edited.
func (s *settings) Beside() {
	if p, ok := s.current.(interface{ Beside() }); ok {
		p.Beside()
		return
	}
	s.Reload()
}

// Leave asks about unsaved changes of the open section.
func (s *settings) Leave(then func()) {
	if g, ok := s.current.(guarded); ok {
		g.Leave(then)
		return
	}
	then()
}

// Keep stores what was typed in the open section.
func (s *settings) Keep() {
	if k, ok := s.current.(interface{ Keep() }); ok {
		k.Keep()
	}
}

// Save saves the open section.
func (s *settings) Save() {
	if k, ok := s.current.(interface{ Save() }); ok {
		k.Save()
	}
}

// FocusSearch goes to the search of the open section.
func (s *settings) FocusSearch() {
	if k, ok := s.current.(interface{ FocusSearch() }); ok {
		k.FocusSearch()
	}
}

// Create begins a new record of the open section.
func (s *settings) Create() {
	if k, ok := s.current.(interface{ Create() }); ok {
		k.Create()
	}
}

// plainPart shows something without more.
type plainPart struct {
	object fyne.CanvasObject
	reload func()
}

func (p *plainPart) Object() fyne.CanvasObject { return p.object }

func (p *plainPart) Reload() {
	if p.reload != nil {
		p.reload()
	}
}

// askUnsaved is the question of pages that are not register screens.
func askUnsaved(a *App, dirty bool, save func(func(ok bool)), discard, then func()) {
	if !dirty {
		then()
		return
	}
	w := a.words
	register.Ask(a.window, w.Say("ask.unsaved"), w.Say("ask.unsaved_text"), nil,
		register.Answer{Label: w.Say("action.save"), Main: true, Do: func() {
			save(func(ok bool) {
				if ok {
					then()
				}
			})
		}},
		register.Answer{Label: w.Say("action.discard"), Danger: true, Do: func() { discard(); then() }},
		register.Answer{Label: w.Say("action.keep_editing")})
}
