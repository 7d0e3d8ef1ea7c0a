package ui

import (
	"context"
	"io"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/storage"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"jejaring/model"
	"jejaring/ui/form"
	"jejaring/ui/look"
	"jejaring/ui/register"
	"jejaring/ui/task"
)

// actions are the buttons of an agreement: the next step first, the rest in a menu.
func (g *agreements) actions(r model.Agreement) []register.Action {
	w := g.app.words
	var main []register.Action
	step := func(key string, do func(model.Agreement)) {
		main = append(main, register.Action{Label: w.Say(key), Main: true, Do: func() { g.Settled(do) }})
	}
	switch r.Status {
	case model.StatusDraft, model.StatusReview:
		step("agreement.issue", func(r model.Agreement) {
			g.app.showPaper(paperJob{agreement: r, docType: paperType(r)}, g.paperDone)
		})
	case model.StatusAwaiting:
		step("agreement.mark_signed", g.askSigned)
	}
	more := register.Action{Label: "", Icon: theme.MoreVerticalIcon(), Do: func() { g.menu(r) }}
	return append(main, more)
}

// paperType is the document that an agreement is issued as. Only the PKS has its model text in this version.
func paperType(model.Agreement) string { return "PKS" }

func (g *agreements) menu(r model.Agreement) {
	w := g.app.words
	var items []*fyne.MenuItem
	item := func(key string, do func(model.Agreement)) {
		items = append(items, fyne.NewMenuItem(w.Say(key), func() { g.Settled(do) }))
	}
	if r.Status == model.StatusDraft {
		item("agreement.submit", func(r model.Agreement) { g.apply(r, model.Change{To: model.StatusReview}) })
	}
	if r.Status == model.StatusReview {
		item("agreement.return", func(r model.Agreement) { g.askReason(r, model.StatusDraft, "agreement.return") })
	}
	if r.Status == model.StatusAwaiting {
		item("agreement.revise", func(r model.Agreement) { g.apply(r, model.Change{To: model.StatusReview}) })
	}
	item("agreement.preview", func(r model.Agreement) {
		g.app.showPaper(paperJob{agreement: r, docType: paperType(r), look: true}, g.paperDone)
	})
	item("agreement.proposal", func(r model.Agreement) { g.app.showPaper(paperJob{agreement: r, docType: "SPK"}, g.paperDone) })
	item("agreement.attach_scan", func(r model.Agreement) { g.attachScan(r) })
	if next := r.NextStatuses(); len(next) > 0 {
		items = append(items, fyne.NewMenuItemSeparator())
		item("agreement.cancel", func(r model.Agreement) { g.askReason(r, model.StatusCancelled, "agreement.cancel") })
	}
	menu := widget.NewPopUpMenu(fyne.NewMenu("", items...), g.app.window.Canvas())
	size := g.app.window.Canvas().Size()
	menu.ShowAtPosition(fyne.NewPos(size.Width-menu.MinSize().Width-72, 112))
}

func (g *agreements) paperDone(r model.ID) {
	g.OpenID(r)
	g.Screen.Reload()
	g.app.refreshCounts()
}

// apply changes the state, or shows what is missing for it.
func (g *agreements) apply(r model.Agreement, ch model.Change) {
	ch.Today = g.app.session.Today()
	session := g.app.session
	task.Run(g.app.Tasks, func(ctx context.Context) (model.Agreement, error) { return session.Cooperation.Apply(ctx, r.ID, ch) },
		func(changed model.Agreement, err error) {
			if ps := model.AsProblems(err); ps != nil {
				g.ShowProblems(ps)
				g.app.notify(g.app.words.Say("agreement.incomplete", len(ps)), "", nil)
				return
			}
			if err != nil {
				g.app.report(err)
				return
			}
			g.app.notify(g.app.words.Say("agreement.now", g.app.words.Label("agreement_status", changed.Status)), "", nil)
			g.paperDone(changed.ID)
		})
}

func (g *agreements) askReason(r model.Agreement, to, key string) {
	w := g.app.words
	reason := form.NewEntry(true)
	reason.SetPlaceHolder(w.Say("agreement.reason"))
	text := ""
	if to == model.StatusCancelled && r.NumberOwn != "" {
		text = w.Say("agreement.annul", r.NumberOwn)
	}
	closeIt := register.Ask(g.app.window, w.Say(key), text, reason,
		register.Answer{Label: w.Say(key), Main: to == model.StatusDraft, Danger: to == model.StatusCancelled, Do: func() {
			if strings.TrimSpace(reason.Text) == "" {
				g.askReason(r, to, key)
				return
			}
			g.apply(r, model.Change{To: to, Reason: reason.Text})
		}},
		register.Answer{Label: w.Say("action.back")})
	reason.OnEscape = closeIt
	g.app.window.Canvas().Focus(reason)
}

// signature is what the form for a signature edits.
type signature struct {
	date   model.Date
	place  string
	number string
}

func (g *agreements) askSigned(r model.Agreement) {
	w := g.app.words
	s := signature{date: g.app.session.Today(), place: r.SignPlace}
	if len(r.Parties) > 1 {
		s.number = r.Parties[1].OwnNumber
	}
	var closeIt func()
	f := form.New(w, "agreement", []form.Group[signature]{{Lines: []form.Line[signature]{
		form.Day("sign_date", func(x *signature) *model.Date { return &x.date }).Must(),
		form.Text("sign_place", func(x *signature) *string { return &x.place }),
		form.Text("number_partner", func(x *signature) *string { return &x.number }).Hint("hint.own_number"),
	}}}, form.Events{Escaped: func() { closeIt() }})
	f.Load(s, nil)
	var ask func()
	ask = func() {
		closeIt = register.Ask(g.app.window, w.Say("agreement.mark_signed"), w.Say("agreement.signed_text"), look.Fixed(0, 240, f.Object()),
			register.Answer{Label: w.Say("agreement.mark_signed"), Main: true, Do: func() {
				rec, problems := f.Record()
				ch := model.Change{To: model.StatusActive, Today: g.app.session.Today(), SignDate: rec.date, SignPlace: rec.place,
					PartnerNumbers: map[string]string{"p2": rec.number}}
				for _, p := range unsigned(r, ch) {
					if !slices.ContainsFunc(problems, func(x model.Problem) bool { return x.Field == p.Field }) {
						problems = append(problems, p)
					}
				}
				if problems.Errors() != nil {
					ask()
					f.Show(problems, "", true)
					return
				}
				g.apply(r, ch)
			}},
			register.Answer{Label: w.Say("action.back")})
	}
	ask()
	f.FocusFirst()
}

// unsigned lists what forbids a signature, under the names of the inputs that ask for it.
func unsigned(r model.Agreement, ch model.Change) model.Problems {
	r.Parties = slices.Clone(r.Parties)
	problems := slices.Clone(model.AsProblems(r.Apply(ch)))
	for i, p := range problems {
		if strings.HasPrefix(p.Field, "parties.") {
			problems[i].Field = "number_partner"
		}
	}
	return problems
}

// MaxScan is the largest scan that can be attached, in bytes.
const MaxScan = 30 << 20

func (g *agreements) attachScan(r model.Agreement) {
	open := dialog.NewFileOpen(func(file fyne.URIReadCloser, err error) {
		if err != nil {
			g.app.report(err)
			return
		}
		if file == nil {
			return
		}
		session := g.app.session
		task.Run(g.app.Tasks, func(ctx context.Context) (model.Agreement, error) {
			defer file.Close()
			body, err := io.ReadAll(io.LimitReader(file, MaxScan+1))
			if err != nil {
				return r, err
			}
			if len(body) > MaxScan {
				return r, model.Problems{{Field: "documents", Code: model.CodeTooLong, Args: []string{"30 MB"}}}
			}
			return session.Cooperation.AttachFile(ctx, r.ID, model.File{Kind: "signed_scan", Name: file.URI().Name(), Body: body})
		}, func(changed model.Agreement, err error) {
			if err != nil {
				g.app.report(err)
				return
			}
			g.app.notify(g.app.words.Say("agreement.attached"), "", nil)
			g.paperDone(changed.ID)
		})
	}, g.app.window)
	open.SetFilter(storage.NewExtensionFileFilter([]string{".pdf", ".jpg", ".jpeg", ".png"}))
	open.Show()
	open.Resize(g.app.dialogSize())
}

// dialogSize leaves a margin around a large dialog. A file dialog takes a size only once it is shown.
func (a *App) dialogSize() fyne.Size {
	size := a.window.Canvas().Size()
	return fyne.NewSize(size.Width-80, size.Height-80)
}

// files lists the papers that belong to an agreement.
func (g *agreements) files(r model.Agreement) fyne.CanvasObject {
	w := g.app.words
	box := container.NewVBox()
	for _, f := range r.Documents {
		title := look.Text(f.Name, theme.ColorNameForeground, theme.SizeNameText, true)
		detail := joined(w.Label("file_kind", f.Kind), sizeText(w, f.Size))
		lines := container.New(&plain{gap: -14}, title, look.Text(detail, look.ColorMuted, theme.SizeNameCaptionText, false))
		buttons := container.NewHBox()
		if f.Size > 0 {
			buttons = g.app.fileButtons(f.Name, func(ctx context.Context) ([]byte, error) {
				if f.DocumentID != 0 {
					return g.app.session.Papers.Bytes(ctx, f.DocumentID)
				}
				return g.app.session.Cooperation.FileBytes(ctx, r.ID, f.Name)
			})
		}
		box.Add(container.NewVBox(container.NewBorder(nil, nil, nil, container.NewCenter(buttons), lines), widget.NewSeparator()))
	}
	if len(r.Documents) == 0 {
		box.Add(look.Paragraph(w.Say("agreement.no_files"), look.ColorMuted, theme.SizeNameText, false))
	}
	box.Add(container.NewHBox(widget.NewButtonWithIcon(w.Say("agreement.attach_scan"), theme.UploadIcon(), func() { g.attachScan(r) })))
	return container.NewVScroll(look.PadXY(4, 8, box))
}

func sizeText(w interface{ Size(int64) string }, n int64) string {
	if n == 0 {
		return ""
	}
	return w.Size(n)
}

// fileButtons open, save and print a file whose bytes are fetched when they are needed.
func (a *App) fileButtons(name string, bytes func(context.Context) ([]byte, error)) *fyne.Container {
	with := func(do func([]byte)) func() {
		return func() {
			task.Run(a.Tasks, bytes, func(content []byte, err error) {
				if err != nil {
					a.report(err)
					return
				}
				do(content)
			})
		}
	}
	background := func(do func(name string, content []byte) (bool, error)) func() {
		return func() {
			task.Run(a.Tasks, func(ctx context.Context) (bool, error) {
				content, err := bytes(ctx)
				if err != nil {
					return false, err
				}
				return do(name, content)
			}, func(printed bool, err error) {
				if err != nil {
					a.report(err)
				} else if printed {
					a.notify(a.words.Say("file.printed", name), "", nil)
				}
			})
		}
	}
	open := widget.NewButton(a.words.Say("action.open"), background(func(name string, content []byte) (bool, error) { return false, a.System.OpenFile(name, content) }))
	save := widget.NewButtonWithIcon("", theme.DocumentSaveIcon(), with(func(content []byte) { a.saveAs(name, content) }))
	print := widget.NewButtonWithIcon("", theme.DocumentPrintIcon(), background(a.System.Print))
	return container.NewHBox(open, save, print)
}

// saveAs asks for a place and writes a file there. A file that could not be written whole is removed.
func (a *App) saveAs(name string, content []byte) {
	save := dialog.NewFileSave(func(file fyne.URIWriteCloser, err error) {
		if err != nil {
			a.report(err)
			return
		}
		if file == nil {
			return
		}
		task.Run(a.Tasks, func(context.Context) (string, error) {
			_, err := file.Write(content)
			if e := file.Close(); err == nil {
				err = e
			}
			if err != nil {
				_ = storage.Delete(file.URI())
			}
			return file.URI().Name(), err
		}, func(saved string, err error) {
			if err != nil {
				a.report(err)
				return
			}
			a.notify(a.words.Say("file.saved", saved), "", nil)
		})
	}, a.window)
	save.SetFileName(name)
	save.Show()
	save.Resize(a.dialogSize())
}
