package letter

import (
	"strings"

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
	desk      *desk
	object    *fyne.Container
	tabs      *fyne.Container
	mail      *mailScreen
	documents *register.Screen[model.Document]
	numbers   *register.Screen[model.NumberEntry]
}

func newLetters(d *desk) *letters {
	l := &letters{desk: d, object: container.NewStack()}
	l.mail = newMailScreen(d)
	l.documents = newDocuments(d)
	l.numbers = newNumbers(d)
	l.draw()
	return l
}

// part is the chosen one of the three lists.
func (l *letters) part() interface {
	Object() fyne.CanvasObject
	Tools() []fyne.CanvasObject
	Reload()
	FocusSearch()
	Unfocused(k *fyne.KeyEvent)
} {
	switch l.desk.state.letters {
	case 1:
		return l.documents
	case 2:
		return l.numbers
	}
	return l.mail
}

// Unfocused gives a key to the list that is shown, while nothing has the keyboard.
func (l *letters) Unfocused(k *fyne.KeyEvent) { l.part().Unfocused(k) }

func (l *letters) draw() {
	w := l.desk.Words
	c := l.desk.Window.Canvas()
	tabs := container.NewHBox()
	focus := -1
	if l.tabs != nil {
		focus = look.FocusedAt(c, l.tabs.Objects)
	}

	l.tabs = tabs
	for i, key := range []string{"letters.mail", "letters.documents", "letters.numbers"} {
		b := look.NewButton(w.Say(key), func() { l.choose(i) })
		b.Importance = widget.LowImportance
		if i == l.desk.state.letters {
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
	l.desk.LetGo()
}

func (l *letters) choose(i int) {
	l.desk.state.letters = i
	l.draw()
	l.part().Reload()
}

func (l *letters) Object() fyne.CanvasObject { return l.object }

func (l *letters) Reload() { l.part().Reload() }

func (l *letters) Leave(then func()) { then() }

func (l *letters) Keep() {}

func (l *letters) Save() {}

func (l *letters) Create() {}

// Press takes the keys of the mail list.
func (l *letters) Press(key fyne.KeyName) {
	if l.desk.state.letters == 0 {
		l.mail.Press(key)
	}
}

func (l *letters) FocusSearch() { l.part().FocusSearch() }

// Filter shows the mails behind a figure of the home screen.
func (l *letters) Filter(n int) {
	l.choose(0)
	l.mail.Filter(n)
}

// OpenRecord opens the list of a type of record, and there the record.
func (l *letters) OpenRecord(entity model.Entity, id model.ID) {
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

// subject is the subject of a mail, or a word for none.
func (d *desk) subject(m model.Message) string {
	if strings.TrimSpace(m.Subject) == "" {
		return d.Words.Say("mail.no_subject")
	}
	return m.Subject
}

func (d *desk) sender(m model.Message) string {
	if name := form.Written(m.SenderName); name != "" {
		return name
	}
	if m.SenderEmail == "" {
		return d.Words.Say("mail.no_sender")
	}
	return m.SenderEmail
}

// trusted is the sender as lists show one: of a mail that may be forged the address, since its name may be borrowed.
func (d *desk) trusted(m model.Message) string {
	if dangerous(m) && m.SenderEmail != "" {
		return m.SenderEmail
	}
	return d.sender(m)
}
