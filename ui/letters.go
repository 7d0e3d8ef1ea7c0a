package ui

import (
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"jejaring/model"
	"jejaring/ui/form"
	"jejaring/ui/look"
	"jejaring/ui/register"
)

// letters is the screen of mail, issued documents and the number ledger.
type letters struct {
	app       *App
	object    *fyne.Container
	tabs      *fyne.Container
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
	w, c := l.app.words, l.app.window.Canvas()
	tabs, focus := container.NewHBox(), -1
	if l.tabs != nil {
		focus = look.FocusedAt(c, l.tabs.Objects)
	}
	l.tabs = tabs
	for i, key := range []string{"letters.mail", "letters.documents", "letters.numbers"} {
		b := widget.NewButton(w.Say(key), func() { l.choose(i) })
		b.Importance = widget.LowImportance
		if i == l.app.states.letters {
			b.Importance = widget.MediumImportance
		}
		tabs.Add(b)
	}
	part := l.part()
	title := container.NewHBox(look.Fixed(look.Scaled(110), 0, look.Title(w.Say("nav.letters"))), container.NewCenter(tabs))
	top := container.New(&look.Ends{}, title, container.NewHBox(part.Tools()...))
	l.object.Objects = []fyne.CanvasObject{look.Border(top, nil, nil, nil, part.Object())}
	l.object.Refresh()
	look.FocusAt(c, tabs.Objects, focus)
	l.app.letGo()
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

// subject is the subject of a mail, or a word for none.
func (a *App) subject(m model.Message) string {
	if strings.TrimSpace(m.Subject) == "" {
		return a.words.Say("mail.no_subject")
	}
	return m.Subject
}

func (a *App) sender(m model.Message) string {
	if name := form.Written(m.SenderName); name != "" {
		return name
	}
	if m.SenderEmail == "" {
		return a.words.Say("mail.no_sender")
	}
	return m.SenderEmail
}

// trusted is the sender as lists show one: of a mail that may be forged the address, since its name may be borrowed.
func (a *App) trusted(m model.Message) string {
	if dangerous(m) && m.SenderEmail != "" {
		return m.SenderEmail
	}
	return a.sender(m)
}
