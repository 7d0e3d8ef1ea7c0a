package training

import (
	"slices"
	"strings"
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"jejaring/model"
	"jejaring/ui/look"
	"jejaring/ui/room"
)

// roll are the participants of a training as the pages of people, attendance and scores edit them.
type roll struct {
	app     *trainings
	rec     model.Training
	changed func()
	// shown are the positions of those who have a row: everybody with a place.
	shown []int
	box   *fyne.Container
	wrong *widget.RichText
	grid  *room.Grid
}

func newRoll(g *trainings, changed func()) roll {
	wrong := look.Paragraph("", theme.ColorNameError, theme.SizeNameCaptionText, false)
	wrong.Hide()
	return roll{app: g, changed: changed, box: container.NewStack(), wrong: wrong}
}

// Object is the page.
func (r *roll) Object() fyne.CanvasObject { return look.PadXY(10, 8, r.box) }

// Focus puts the cursor into the table.
func (r *roll) Focus() bool {
	if r.grid != nil {
		r.app.desk.Window.Canvas().Focus(r.grid)
	}
	return r.grid != nil
}

// empty says why there is no table.
func (r *roll) empty(key string) {
	r.box.Objects = []fyne.CanvasObject{container.NewVBox(look.Gap(1, 30),
		look.Paragraph(r.app.desk.Words.Say(key), look.ColorMuted, theme.SizeNameText, false))}
	r.box.Refresh()
}

// Store writes what was edited into the record.
func (r *roll) Store(rec *model.Training) {
	rec.Sessions, rec.Participants = r.rec.Sessions, r.rec.Participants
}

// Explain says what is wrong above the table.
func (r *roll) Explain(field, sentence string) {
	look.SetText(r.wrong, r.app.desk.Words.Field(field)+": "+sentence, theme.ColorNameError, theme.SizeNameCaptionText, false)
	r.wrong.Show()
}

// load copies the participants, so that the record stays as it was until it is stored.
func (r *roll) load(rec *model.Training) {
	r.rec = *rec
	r.rec.Realign()
	r.rec.Participants = slices.Clone(r.rec.Participants)
	r.shown = nil
	for i := range r.rec.Participants {
		p := &r.rec.Participants[i]
		p.Attendance = slices.Clone(p.Attendance)
		if p.Registration != "cancelled" && p.Registration != "waitlist" && p.Registration != "invited" {
			r.shown = append(r.shown, i)
		}
	}

	r.wrong.Hide()
}

func (r *roll) person(row int) *model.Participant { return &r.rec.Participants[r.shown[row]] }

func (r *roll) name(row int) string {
	name, _, _ := r.app.person(*r.person(row))
	return name
}

// attendancePart is the grid of who was there: one row for each participant, one column for each session.
type attendancePart struct {
	roll
}

func newAttendancePart(g *trainings, changed func()) *attendancePart {
	return &attendancePart{roll: newRoll(g, changed)}
}

// Load shows the marks of a training.
func (p *attendancePart) Load(rec *model.Training) {
	p.load(rec)
	w := p.app.desk.Words
	if len(rec.Sessions) == 0 || len(p.shown) == 0 {
		key := "attendance.no_sessions"
		if len(rec.Sessions) > 0 {
			key = "attendance.nobody"
		}
		p.empty(key)
		return
	}

	heads := make([]string, len(rec.Sessions))
	for i, s := range rec.Sessions {
		heads[i] = w.Say("attendance.session", i+1) + " · " + shortDay(w.ShortDay(s.Date.Time()))
	}

	before := p.grid
	p.grid = room.NewGrid(func() int { return len(p.shown) }, p.name, heads, 124, p.mark)
	p.grid.Typed = p.note
	all := look.NewButtonWithIcon(w.Say("attendance.all_present"), theme.ConfirmIcon(), p.allPresent)
	head := container.NewVBox(container.NewBorder(nil, nil, nil, all, look.Hint(w.Say("attendance.keys"))), p.wrong)
	p.box.Objects = []fyne.CanvasObject{container.NewBorder(head, nil, nil, nil, p.grid)}
	p.box.Refresh()
	p.grid.TakeOver(before, p.app.desk.Window.Canvas())
}

// shortDay leaves the year out: a training's days are near each other.
func shortDay(day string) string {
	if i := strings.LastIndexByte(day, ' '); i > 0 {
		return day[:i]
	}
	return day
}

func (p *attendancePart) mark(row, col int) (string, look.Tone) {
	marks := p.person(row).Attendance
	if col >= len(marks) || marks[col] == "" {
		return "", look.Plain
	}
	return p.app.desk.Words.Label("attendance", marks[col]), map[string]look.Tone{"present": look.Good, "late": look.Soon,
		"absent": look.Late, "excused": look.Busy}[marks[col]]
}

// note takes H or P for present, T or L for late, A for absent, I or E for excused; the space bar goes round.
func (p *attendancePart) note(row, col int, r rune) bool {
	person := p.person(row)
	for len(person.Attendance) < len(p.rec.Sessions) {
		person.Attendance = append(person.Attendance, "")
	}

	mark, moves := "", true
	switch unicode.ToUpper(r) {
	case 'H', 'P':
		mark = "present"
	case 'T', 'L':
		mark = "late"
	case 'A':
		mark = "absent"
	case 'I', 'E':
		mark = "excused"
	case ' ':
		marks := model.AttendanceMarks()
		mark = marks[(slices.Index(marks, person.Attendance[col])+1)%len(marks)]
		moves = false
	case 0:
		moves = false
	default:
		return false
	}

	if person.Attendance[col] != mark {
		person.Attendance[col] = mark
		p.changed()
	}

	return moves
}

// allPresent marks everybody present who has no mark yet.
func (p *attendancePart) allPresent() {
	for row := range p.shown {
		person := p.person(row)
		for len(person.Attendance) < len(p.rec.Sessions) {
			person.Attendance = append(person.Attendance, "")
		}

		for col := range p.rec.Sessions {
			if person.Attendance[col] == "" {
				person.Attendance[col] = "present"
			}
		}
	}

	p.grid.Refresh()
	p.changed()
}
