package settings

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"jejaring/model"
	"jejaring/ui/form"
	"jejaring/ui/look"
	"jejaring/ui/register"
	"jejaring/ui/room"
	"jejaring/ui/task"
)

// mailboxScreen sets up the mailboxes that are read.
type mailboxScreen struct {
	*register.Screen[model.Mailbox]
	desk *desk
	// provider is the chosen preset, a help for typing that is not part of the record.
	provider string
}

func newMailboxScreen(d *desk) *mailboxScreen {
	type B = model.Mailbox
	m := &mailboxScreen{desk: d}
	w := d.Words
	state := func(r B) (string, look.Tone) {
		switch {
		case !r.Active:
			return w.Say("mailbox.paused"), look.Plain
		case r.LastSync.Partly():
			return w.Say("mailbox.incomplete"), look.Late
		case r.LastSync.Error != "":
			return w.Say("mailbox.failing"), look.Late
		case r.LastSync.At.IsZero():
			return w.Say("mailbox.never"), look.Busy
		}
		return w.Say("mailbox.works"), look.Good
	}
	spec := register.Spec[B]{Entity: "mailbox",
		List: register.ListSpec[B]{Records: d.Mailboxes, ID: func(r B) model.ID { return r.ID }, Search: "mailbox.search", Empty: "mailbox.empty",
			Columns: []register.Column[B]{
				{Title: "field.mailbox.name", Sort: "name", Width: 3, Show: func(r B) register.Cell { return register.Cell{Text: r.Name} }},
				{Title: "field.status", Width: 2, Show: func(r B) register.Cell {
					text, tone := state(r)
					return register.Cell{Chip: text, Tone: tone}
				}},
			}},
		Base: func(r *B) *model.Base { return &r.Base }, Check: (*B).Check, New: model.NewMailbox,
		Title: func(r B) string { return r.Name }, Subtitle: func(r B) string { return room.Joined(r.User, r.Host) },
		Chips: func(r B) []*look.Chip {
			text, tone := state(r)
			return []*look.Chip{look.NewChip(text, tone)}
		},
		Actions: func(r B) []register.Action {
			return []register.Action{
				{Label: w.Say("mailbox.test"), Main: true, Do: func() { m.Settled(m.test) }},
				{Label: w.Say("mailbox.password"), Do: func() { m.Settled(m.askPassword) }},
			}
		},
		Saved: func(r B) {
			task.Run(d.Tasks, func(ctx context.Context) (bool, error) { return d.Mail.HasPassword(ctx, r.ID), nil },
				func(has bool, _ error) {
					if !has {
						m.askPassword(r)
					}
				})
		},
		Changed: m.preset,
		Tabs: []register.Tab[B]{
			{Title: "tab.profile", Groups: m.groups},
			{Title: "tab.result", View: m.result},
		},
	}
	m.Screen = register.New(d.Env, spec, &d.state.mailboxes)

	return m
}

func (m *mailboxScreen) groups() []form.Group[model.Mailbox] {
	type B = model.Mailbox
	return []form.Group[B]{
		{Lines: []form.Line[B]{
			form.Text("user", func(r *B) *string { return &r.User }).Must().Label("mailbox.user").Hint("mailbox.user_hint"),
			form.Choice("provider", "provider", m.providers, func(*B) *string { return &m.provider }).Label("mailbox.provider").Hint("mailbox.provider_hint"),
			form.Text("host", func(r *B) *string { return &r.Host }).Must().Label("mailbox.host"),
			form.Number("port", func(r *B) *int { return &r.Port }).Must().Label("mailbox.port"),
			form.Choice("security", "security", model.Securities, func(r *B) *string { return &r.Security }).Must().Label("mailbox.security"),
			form.Text("name", func(r *B) *string { return &r.Name }).Label("mailbox.name"),
			form.Names("folders", func(r *B) *[]string { return &r.Folders }).Label("mailbox.folders").Hint("mailbox.folders_hint"),
			form.Number("max_megabytes", func(r *B) *int { return &r.MaxMegabytes }).Label("mailbox.max"),
			form.LongText("ca", func(r *B) *string { return &r.CA }).Label("mailbox.ca").Hint("mailbox.ca_hint"),
			form.Check("active", func(r *B) *bool { return &r.Active }),
		}},
	}
}

// preset fills host, port and security from the chosen provider, or from the domain of the address.
func (m *mailboxScreen) preset(r *model.Mailbox, field string) bool {
	_, domain, _ := strings.Cut(strings.ToLower(r.User), "@")
	key := m.provider
	if field == "user" && r.Host == "" && domain != "" {
		key = providerOf(domain)
	} else if field != "provider" {
		return false
	}

	for _, p := range m.desk.Mail.Providers() {
		if p.Key == key {
			r.Host = strings.Replace(p.Host, "<domain>", domain, 1)
			r.Port = p.Port
			r.Security = p.Security
			return true
		}
	}

	return false
}

// providerOf names the provider that a mail domain belongs to; other domains have a hosting of their own.
func providerOf(domain string) string {
	switch strings.SplitN(domain, ".", 2)[0] {
	case "gmail", "googlemail":
		return "gmail"
	case "outlook", "hotmail", "live":
		return "outlook"
	case "yahoo", "ymail", "rocketmail":
		return "yahoo"
	case "zoho", "zohomail":
		return "zoho"
	}
	return "cpanel"
}

// providers lists the keys of the presets.
func (m *mailboxScreen) providers() []string {
	var keys []string
	for _, p := range m.desk.Mail.Providers() {
		keys = append(keys, p.Key)
	}
	return keys
}

// askPassword looks up where passwords are kept, which can take a moment, and asks for one.
func (m *mailboxScreen) askPassword(r model.Mailbox) {
	task.Run(m.desk.Tasks, func(context.Context) (string, error) { return m.desk.Mail.PasswordPlace(), nil },
		func(place string, _ error) { m.enterPassword(r, m.desk.Words.Say("mailbox.place_"+place)) })
}

func (m *mailboxScreen) enterPassword(r model.Mailbox, place string) {
	w := m.desk.Words
	entry := widget.NewPasswordEntry()
	keep := func() {
		password := entry.Text
		task.Run(m.desk.Tasks, func(ctx context.Context) (bool, error) { return true, m.desk.Mail.SetPassword(ctx, r.ID, password) },
			func(_ bool, err error) {
				if err != nil {
					m.desk.Report(err)
					return
				}
				m.test(r)
			})
	}
	closeIt := register.Ask(m.desk.Window, w.Say("mailbox.password"), w.Say("mailbox.password_text", r.User), container.NewVBox(entry, look.Hint(m.hint(r)), look.Hint(place)),
		register.Answer{Label: w.Say("mailbox.keep_test"), Main: true, Do: keep},
		register.Answer{Label: w.Say("action.later")})
	entry.OnSubmitted = func(string) { closeIt(); keep() }
	m.desk.Window.Canvas().Focus(entry)
}

// hint says what the provider of a mailbox asks for.
func (m *mailboxScreen) hint(r model.Mailbox) string {
	for _, p := range m.desk.Mail.Providers() {
		if p.Host == r.Host {
			return m.desk.Words.Say(p.Hint)
		}
	}
	return m.desk.Words.Say("mail.hint.hosting")
}

// test connects and says in plain words what is wrong, or which folders there are.
func (m *mailboxScreen) test(r model.Mailbox) {
	w := m.desk.Words
	var cancel context.CancelFunc
	closeIt := register.Ask(m.desk.Window, w.Say("mailbox.testing"), w.Say("mailbox.testing_text", r.Host), widget.NewProgressBarInfinite(),
		register.Answer{Label: w.Say("action.cancel"), Do: func() { cancel() }})
	cancel = task.Run(m.desk.Tasks, func(ctx context.Context) ([]string, error) { return m.desk.Mail.Test(ctx, r, "") },
		func(folders []string, err error) {
			closeIt()
			if err != nil {
				m.desk.Report(err)
				return
			}
			m.chooseFolders(r, folders)
		})
}

// chooseFolders shows the server's folders with those that are read.
func (m *mailboxScreen) chooseFolders(r model.Mailbox, folders []string) {
	w := m.desk.Words
	group := widget.NewCheckGroup(folders, nil)
	group.SetSelected(r.Folders)
	list := container.NewVScroll(group)
	list.SetMinSize(fyne.NewSize(300, 220))
	register.Ask(m.desk.Window, w.Say("mailbox.works_title"), w.Say("mailbox.works_text"), list,
		register.Answer{Label: w.Say("mailbox.read_these"), Main: true, Do: func() {
			r.Folders = group.Selected
			task.Run(m.desk.Tasks, func(ctx context.Context) (model.Mailbox, error) {
				fresh, err := m.desk.Mailboxes.Get(ctx, r.ID)
				if err != nil {
					return fresh, err
				}
				fresh.Folders = r.Folders
				err = m.desk.Mailboxes.Save(ctx, &fresh)
				return fresh, err
			}, func(fresh model.Mailbox, err error) {
				if err != nil {
					m.desk.Report(err)
					return
				}
				m.Screen.Reload()
				m.desk.Sync()
			})
		}},
		register.Answer{Label: w.Say("action.close")})
}

// result shows what the last synchronisation did.
func (m *mailboxScreen) result(r model.Mailbox) fyne.CanvasObject {
	w := m.desk.Words
	if r.LastSync.At.IsZero() {
		return look.Pad(8, look.Paragraph(w.Say("mailbox.never"), look.ColorMuted, theme.SizeNameText, false))
	}

	box := container.NewVBox(look.Paragraph(m.desk.Stamp(r.LastSync.At), theme.ColorNameForeground, theme.SizeNameText, true),
		look.Paragraph(w.Say("mailbox.counts", r.LastSync.Fetched, r.LastSync.Known, r.LastSync.Failed), theme.ColorNameForeground, theme.SizeNameText, false))
	if r.LastSync.Error != "" {
		box.Add(look.Paragraph(w.Say("error."+r.LastSync.Error), theme.ColorNameError, theme.SizeNameText, true))
		if r.LastSync.Unread != "" {
			box.Add(look.Paragraph(w.Say("sync.unread", r.LastSync.Unread), theme.ColorNameForeground, theme.SizeNameText, false))
		}
		if r.LastSync.ServerSaid != "" {
			box.Add(look.Paragraph(w.Say("sync.said", strings.TrimRight(r.LastSync.ServerSaid, ".")), theme.ColorNameForeground, theme.SizeNameText, false))
		}
		box.Add(look.Paragraph(w.Say("error."+r.LastSync.Error+".hint"), look.ColorMuted, theme.SizeNameText, false))
	}

	return container.NewVScroll(look.Pad(8, box))
}
