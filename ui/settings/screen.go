package settings

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"jejaring/model"
	"jejaring/ui/look"
	"jejaring/ui/room"
)

// Screen is the screen of everything that is set up once.
type Screen struct {
	desk    *desk
	object  *fyne.Container
	current Part
	list    *fyne.Container // the sections
}

// Part is a section of the settings.
type Part interface {
	Object() fyne.CanvasObject
	Reload()
}

// guarded is a section with unsaved changes to ask about.
type guarded interface{ Leave(then func()) }

func sections() []string {
	return []string{"clinic", "staff", "mailboxes", "numbering", "workdays", "bases", "look", "privacy", "copies", "trash", "history", "about"}
}

func newSettings(d *desk) *Screen {
	s := &Screen{desk: d, object: container.NewStack()}
	if d.state.section == "" {
		d.state.section = "clinic"
	}
	s.current = s.make(d.state.section)
	s.draw()
	return s
}

func (s *Screen) draw() {
	w := s.desk.Words
	c := s.desk.Window.Canvas()
	list := container.NewVBox()
	focus := -1
	if s.list != nil {
		focus = look.FocusedAt(c, s.list.Objects)
	}

	s.list = list
	for _, name := range sections() {
		chosen := name == s.desk.state.section
		colour := theme.ColorNameForeground
		ground := fyne.ThemeColorName("")
		if chosen {
			colour, ground = theme.ColorNamePrimary, look.ColorNavChosen
		}

		tap := look.NewTap(look.PadXY(4, 0, look.Text(w.Say("settings."+name), colour, theme.SizeNameText, chosen)), func() { s.Section(name) })
		tap.SetResting(ground)
		list.Add(tap)
	}

	side := look.Fixed(look.Scaled(190), 0, look.Card(container.NewVScroll(list)))
	var tools []fyne.CanvasObject
	if t, ok := s.current.(interface{ Tools() []fyne.CanvasObject }); ok {
		tools = t.Tools()
	}

	s.object.Objects = []fyne.CanvasObject{look.Border(room.Heading(w.Say("nav.settings"), nil, tools...), nil,
		container.NewHBox(side, look.Gap(12, 1)), nil, s.current.Object())}
	s.object.Refresh()
	look.FocusAt(c, list.Objects, focus)
	s.desk.LetGo()
}

// Section opens a part of the settings, after asking about unsaved changes.
func (s *Screen) Section(name string) {
	s.Leave(func() {
		s.desk.state.section = name
		s.current = s.make(name)
		s.draw()
		s.current.Reload()
	})
}

// Filtered opens a part of the settings with a chip of its list chosen.
func (s *Screen) Filtered(name string, chip int) {
	s.Leave(func() {
		s.Section(name)
		if list, ok := s.current.(interface{ Filter(int) }); ok {
			list.Filter(chip)
		}
	})
}

func (s *Screen) make(name string) Part {
	switch name {
	case "staff":
		return newStaffScreen(s.desk)
	case "mailboxes":
		return newMailboxScreen(s.desk)
	case "numbering":
		return newNumberingPage(s.desk)
	case "workdays":
		return newWorkdaysPage(s.desk)
	case "bases":
		return newBasesScreen(s.desk)
	case "look":
		return newLookPage(s.desk)
	case "privacy":
		return newPrivacyPage(s.desk)
	case "copies":
		return s.desk.CopiesPart()
	case "trash":
		return newTrashPage(s.desk)
	case "history":
		return &plainPart{object: look.Card(s.desk.HistoryOf("", 0))}
	case "about":
		return newAboutPage(s.desk)
	}
	return newClinicSection(s.desk)
}

// OpenRecord opens the section of a kind of record, and there the record.
func (s *Screen) OpenRecord(entity model.Entity, id model.ID) { s.OpenRecordAt(entity, id, "", "") }

// OpenRecordAt opens it at the page with a title, and with the cursor in the input of a field.
func (s *Screen) OpenRecordAt(entity model.Entity, id model.ID, page, field string) {
	name := map[model.Entity]string{model.EntityClinic: "clinic", model.EntityStaff: "staff", model.EntityMailbox: "mailboxes", model.EntityLegalBasis: "bases"}[entity]
	s.Leave(func() {
		s.desk.state.section = name
		s.current = s.make(name)
		s.draw()
		s.current.Reload()
		switch o := s.current.(type) {
		case interface {
			OpenAt(id model.ID, page, field string)
		}:
			o.OpenAt(id, page, field)
		case *clinicSection:
			o.form.FocusOn(field)
		}
	})
}

func (s *Screen) Object() fyne.CanvasObject { return s.object }

func (s *Screen) Reload() { s.current.Reload() }

// Beside shows what another program has changed, without touching what is being edited.
func (s *Screen) Beside() {
	if p, ok := s.current.(interface{ Beside() }); ok {
		p.Beside()
		return
	}
	s.Reload()
}

// Leave asks about unsaved changes of the open section.
func (s *Screen) Leave(then func()) {
	if g, ok := s.current.(guarded); ok {
		g.Leave(then)
		return
	}
	then()
}

// Keep stores what was typed in the open section.
func (s *Screen) Keep() {
	if k, ok := s.current.(interface{ Keep() }); ok {
		k.Keep()
	}
}

// Save saves the open section.
func (s *Screen) Save() {
	if k, ok := s.current.(interface{ Save() }); ok {
		k.Save()
	}
}

// Unfocused gives a key to the list of the open section, while nothing has the keyboard.
func (s *Screen) Unfocused(k *fyne.KeyEvent) {
	if list, ok := s.current.(interface{ Unfocused(*fyne.KeyEvent) }); ok {
		list.Unfocused(k)
	}
}

// FocusSearch goes to the search of the open section.
func (s *Screen) FocusSearch() {
	if k, ok := s.current.(interface{ FocusSearch() }); ok {
		k.FocusSearch()
	}
}

// Create begins a new record of the open section.
func (s *Screen) Create() {
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
