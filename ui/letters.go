package ui

import (
	"context"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"jejaring/model"
	"jejaring/ui/look"
	"jejaring/ui/register"
)

// letters is the screen of mail, issued documents and the number ledger.
type letters struct {
	app       *App
	object    *fyne.Container
	mail      *mailScreen
	documents *register.Screen[model.Document]
	numbers   *register.Screen[model.NumberEntry]
}

func newLetters(a *App) *letters {
	l := &letters{app: a, object: container.NewStack()}
	l.mail = newMailScreen(a)
	l.documents = newDocuments(a)
	l.numbers = newNumbers(a)
	l.draw()
	return l
}

// part is the chosen one of the three lists.
func (l *letters) part() interface {
	Object() fyne.CanvasObject
	Tools() []fyne.CanvasObject
	Reload()
	FocusSearch()
} {
	switch l.app.states.letters {
	case 1:
		return l.documents
	case 2:
		return l.numbers
	}
	return l.mail
}

func (l *letters) draw() {
	w := l.app.words
	tabs := container.NewHBox()
	for i, key := range []string{"letters.mail", "letters.documents", "letters.numbers"} {
		b := widget.NewButton(w.Say(key), func() { l.choose(i) })
		b.Importance = widget.LowImportance
		if i == l.app.states.letters {
			b.Importance = widget.MediumImportance
		}
		tabs.Add(b)
	}
	part := l.part()
	title := container.NewHBox(look.Fixed(110, 0, look.Title(w.Say("nav.letters"))), container.NewCenter(tabs))
	top := container.NewBorder(nil, nil, title, container.NewCenter(container.NewHBox(part.Tools()...)))
	l.object.Objects = []fyne.CanvasObject{container.NewBorder(top, nil, nil, nil, part.Object())}
	l.object.Refresh()
}

func (l *letters) choose(i int) {
	l.app.states.letters = i
	l.draw()
	l.part().Reload()
}

func (l *letters) Object() fyne.CanvasObject { return l.object }
func (l *letters) Reload()                   { l.part().Reload() }
func (l *letters) Leave(then func())         { then() }
func (l *letters) Keep()                     {}
func (l *letters) Save()                     {}
func (l *letters) Create()                   {}
func (l *letters) FocusSearch()              { l.part().FocusSearch() }

// Filter shows the mails behind a figure of the home screen.
func (l *letters) Filter(n int) {
	l.choose(0)
	l.mail.Filter(n)
}

func (l *letters) openRecord(entity string, id model.ID) {
	switch entity {
	case "message":
		l.choose(0)
		l.mail.OpenID(id)
	case "document":
		l.choose(1)
		l.documents.OpenID(id)
	case "number":
		l.choose(2)
		l.numbers.OpenID(id)
	}
}

func newDocuments(a *App) *register.Screen[model.Document] {
	type D = model.Document
	w := a.words
	filters := []register.Filter{}
	for _, t := range []string{"PKS", "MOU", "SPK"} {
		filters = append(filters, register.Filter{Label: t, Set: map[string]string{"type": t}})
	}
	spec := register.Spec[D]{Entity: "document",
		List: register.ListSpec[D]{Records: a.session.Documents, ID: func(r D) model.ID { return r.ID }, Search: "document.search", Empty: "document.empty",
			Filters: filters, Columns: []register.Column[D]{
				{Title: "field.number", Sort: "number", Width: 3, Show: func(r D) register.Cell {
					text := r.Number
					if r.Copies > 1 {
						text += "  (" + w.Say("document.copy", r.CopyNo, r.Copies) + ")"
					}
					return register.Cell{Text: text}
				}},
				{Title: "list.partner", Width: 2.4, Show: func(r D) register.Cell { return register.Cell{Text: r.PartnerName, Soft: true} }},
				{Title: "field.date", Sort: "date", Width: 1.5, Show: func(r D) register.Cell {
					return register.Cell{Text: w.ShortDay(r.Date.Time()), Soft: true}
				}},
				{Title: "field.status", Sort: "status", Width: 1.4, Show: func(r D) register.Cell {
					return register.Cell{Chip: w.Label("document_status", r.Status), Tone: documentTone(r.Status)}
				}},
			}},
		Base: func(r *D) *model.Base { return &r.Base }, Check: func(*D) model.Problems { return nil },
		Title:    func(r D) string { return r.Number },
		Subtitle: func(r D) string { return joined(w.Label("document_type", r.Type), r.Subject, r.PartnerName) },
		Chips: func(r D) []*look.Chip {
			return []*look.Chip{look.NewChip(w.Label("document_status", r.Status), documentTone(r.Status))}
		},
		Tabs: []register.Tab[D]{{Title: "tab.profile", View: a.documentView}},
	}
	return register.New(a.env(), spec, &a.states.documents)
}

func documentTone(status string) look.Tone {
	switch status {
	case "issued":
		return look.Good
	case "annulled":
		return look.Late
	}
	return look.Plain
}

func (a *App) documentView(r model.Document) fyne.CanvasObject {
	w := a.words
	box := container.NewVBox()
	row := func(key, value string) {
		if value != "" {
			box.Add(container.NewBorder(nil, nil, look.Fixed(170, 0, look.Muted(w.Say(key))), nil,
				look.Paragraph(value, theme.ColorNameForeground, theme.SizeNameText, false)))
		}
	}
	row("field.date", w.Day(r.Date.Time()))
	row("field.language", w.Label("language_mode", r.Language))
	row("document.issued", joined(a.moment(r.IssuedAt), r.IssuedBy))
	if r.Copies > 1 {
		row("document.original", w.Say("document.copy", r.CopyNo, r.Copies))
	}
	row("document.file", joined(r.FileName, sizeText(w, r.Size)))
	row("document.hash", r.SHA256)
	if r.Size > 0 {
		box.Add(a.fileButtons(r.FileName, a.documentBytes(r.ID)))
	} else {
		box.Add(look.Hint(w.Say("document.no_file")))
	}
	if r.AgreementID != 0 {
		box.Add(container.NewHBox(widget.NewButtonWithIcon(w.Say("document.agreement"), theme.DocumentIcon(), func() { a.openRecord("agreement", r.AgreementID) })))
	}
	return container.NewVScroll(look.PadXY(4, 8, box))
}

// documentBytes fetches the bytes of an issued paper.
func (a *App) documentBytes(id model.ID) func(context.Context) ([]byte, error) {
	session := a.session
	return func(ctx context.Context) ([]byte, error) { return session.Papers.Bytes(ctx, id) }
}

func (a *App) moment(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return a.words.ShortDay(a.at(t)) + " " + a.words.Clock(a.at(t))
}

// at is an instant in the clinic's own time zone.
func (a *App) at(t time.Time) time.Time {
	return t.In(a.zone)
}

func newNumbers(a *App) *register.Screen[model.NumberEntry] {
	type N = model.NumberEntry
	w := a.words
	tone := func(r N) look.Tone {
		if r.Status == "annulled" {
			return look.Late
		}
		return look.Good
	}
	spec := register.Spec[N]{Entity: "number",
		List: register.ListSpec[N]{Records: a.session.Numbers, ID: func(r N) model.ID { return r.ID }, Search: "number.search", Empty: "number.empty",
			Filters: []register.Filter{{Label: w.Label("number_status", "annulled"), Tone: look.Late, Set: map[string]string{"status": "annulled"}},
				{Label: "PKS", Set: map[string]string{"sequence_key": "PKS"}}, {Label: "RJK", Set: map[string]string{"sequence_key": "RJK"}},
				{Label: "SRT", Set: map[string]string{"sequence_key": "SRT"}}},
			Columns: []register.Column[N]{
				{Title: "field.number", Sort: "formatted", Width: 3, Show: func(r N) register.Cell { return register.Cell{Text: r.Formatted} }},
				{Title: "number.type", Sort: "sequence_key", Width: 2.4, Show: func(r N) register.Cell {
					return register.Cell{Text: w.Label("document_type", r.DocumentType), Soft: true}
				}},
				{Title: "field.date", Sort: "letter_date", Width: 1.6, Show: func(r N) register.Cell {
					return register.Cell{Text: w.ShortDay(r.LetterDate.Time()), Soft: true}
				}},
				{Title: "field.status", Width: 1.4, Show: func(r N) register.Cell {
					return register.Cell{Chip: w.Label("number_status", r.Status), Tone: tone(r)}
				}},
			}},
		Base: func(r *N) *model.Base { return &r.Base }, Check: func(*N) model.Problems { return nil },
		Title:    func(r N) string { return r.Formatted },
		Subtitle: func(r N) string { return joined(w.Label("document_type", r.DocumentType), w.Day(r.LetterDate.Time())) },
		Chips:    func(r N) []*look.Chip { return []*look.Chip{look.NewChip(w.Label("number_status", r.Status), tone(r))} },
		Tabs: []register.Tab[N]{{Title: "tab.profile", View: func(r N) fyne.CanvasObject {
			box := container.NewVBox(look.Paragraph(joined(w.Say("number.taken"), a.moment(r.IssuedAt), r.IssuedBy), theme.ColorNameForeground, theme.SizeNameText, false))
			if r.Status == "annulled" {
				box.Add(look.Paragraph(w.Say("number.annulled", r.AnnulReason), theme.ColorNameError, theme.SizeNameText, false))
			}
			if r.AgreementID != 0 {
				box.Add(container.NewHBox(widget.NewButtonWithIcon(w.Say("document.agreement"), theme.DocumentIcon(), func() { a.openRecord("agreement", r.AgreementID) })))
			}
			return container.NewVScroll(look.PadXY(4, 8, box))
		}}},
	}
	return register.New(a.env(), spec, &a.states.numbers)
}

// subject is the subject of a mail, or a word for none.
func (a *App) subject(m model.Message) string {
	if strings.TrimSpace(m.Subject) == "" {
		return a.words.Say("mail.no_subject")
	}
	return m.Subject
}

func sender(m model.Message) string {
	if m.SenderName != "" {
		return m.SenderName
	}
	return m.SenderEmail
}
