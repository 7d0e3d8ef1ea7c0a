package training

import (
	"fmt"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"jejaring/model"
	"jejaring/ui/look"
	"jejaring/ui/room"
)

// scoresPart is the grid of the tests: before, after, the gain, and the result.
type scoresPart struct {
	roll
	// fresh says that the next digit replaces what stands under the cursor.
	row, col int
}

func newScoresPart(g *trainings, changed func()) *scoresPart {
	return &scoresPart{roll: newRoll(g, changed), row: -1}
}

// Columns of the grid.
const (
	scorePre = iota
	scorePost
	scoreGain
	scoreResult
	scoreShare
)

// Load shows the scores of a training.
func (p *scoresPart) Load(rec *model.Training) {
	p.load(rec)
	w := p.app.desk.Words
	if len(p.shown) == 0 {
		p.empty("attendance.nobody")
		return
	}

	heads := []string{w.Field("pre_test"), w.Field("post_test"), w.Field("gain"), w.Field("result")}
	if len(rec.Sessions) == 0 {
		heads = append(heads, w.Field("attendance_pct"))
	}

	before := p.grid
	p.grid = room.NewGrid(func() int { return len(p.shown) }, p.name, heads, 94, p.score)
	p.grid.Typed = p.note
	head := container.NewVBox(look.Hint(w.Say("scores.keys")), p.wrong)
	p.box.Objects = []fyne.CanvasObject{container.NewBorder(head, nil, nil, nil, p.grid)}
	p.box.Refresh()
	p.grid.TakeOver(before, p.app.desk.Window.Canvas())
}

func (p *scoresPart) score(row, col int) (string, look.Tone) {
	person := p.person(row)
	switch col {
	case scorePre:
		return number(person.PreTest), scored(person.PreTest)
	case scorePost:
		tone := scored(person.PostTest)
		if tone == look.Plain && p.rec.UsesTests && person.PostTest != nil {
			tone = map[bool]look.Tone{true: look.Good, false: look.Soon}[*person.PostTest >= p.rec.PassingScore]
		}
		return number(person.PostTest), tone
	case scoreGain:
		if n, ok := person.Gain(); ok {
			return room.Signed(strconv.Itoa(n), n), look.Plain
		}
	case scoreResult:
		if person.Result != "" {
			return p.app.desk.Words.Label("training_result", person.Result), look.Plain
		}
	case scoreShare:
		if person.AttendancePct >= 0 {
			return strconv.Itoa(person.AttendancePct) + " %", scored(&person.AttendancePct)
		}
	}

	return "", look.Plain
}

// scored marks a number that is more than all.
func scored(n *int) look.Tone {
	if n != nil && *n > 100 {
		return look.Late
	}
	return look.Plain
}

func number(n *int) string {
	if n == nil {
		return ""
	}
	return strconv.Itoa(*n)
}

// note takes digits: the first one replaces what stood there, the others follow it. The space bar goes round in the
// results.
func (p *scoresPart) note(row, col int, r rune) bool {
	person := p.person(row)
	if p.standing(row, col) {
		p.Explain(scoreField(col), p.name(row)+". "+p.app.desk.Words.Say("locked.training"))
		return false
	}

	fresh := p.row != row || p.col != col
	p.row, p.col = row, col
	switch {
	case col == scoreResult && r == ' ':
		person.Result = map[string]string{"": "lulus", "lulus": "tidak_lulus", "tidak_lulus": "hadir"}[person.Result]
	case col == scorePre:
		person.PreTest = typedScore(person.PreTest, r, fresh)
	case col == scorePost:
		person.PostTest = typedScore(person.PostTest, r, fresh)
		if p.rec.UsesTests && person.PostTest != nil {
			person.Result = map[bool]string{true: "lulus", false: "tidak_lulus"}[*person.PostTest >= p.rec.PassingScore]
		}
	case col == scoreShare:
		n := person.AttendancePct
		old := &n
		if n < 0 {
			old = nil
		}

		if typed := typedScore(old, r, fresh); typed != nil {
			person.AttendancePct = *typed
		} else {
			person.AttendancePct = -1
		}
	default:
		return false
	}

	p.changed()
	return false
}

// scoreField is the field of a participant that a column shows, or nothing.
func scoreField(col int) string {
	return map[int]string{scorePre: "pre_test", scorePost: "post_test", scoreResult: "result"}[col]
}

// standing reports whether a cell stands on the certificate of its person, and the training is not being corrected.
func (p *scoresPart) standing(row, col int) bool {
	return !p.app.Unlocked() && p.rec.Frozen(fmt.Sprintf("participants[%d].%s", p.shown[row], scoreField(col)))
}

// typedScore is a score after a key: a digit, or 0 to clear. What is more than 100 stays to be seen and corrected, up to
// three digits.
func typedScore(old *int, r rune, fresh bool) *int {
	if r == 0 {
		return nil
	}
	if r < '0' || r > '9' {
		return old
	}

	n := int(r - '0')
	if !fresh && old != nil && *old < 100 {
		n += *old * 10
	}
	return &n
}
