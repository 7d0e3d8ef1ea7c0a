package evaluation

import (
	"slices"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"jejaring/model"
	"jejaring/ui/look"
	"jejaring/ui/room"
)

// scoresPart is the grid of the scores: one row for each item; ours, the partner's, by how much they differ, and what both agreed on.
type scoresPart struct {
	app     *evaluations
	rec     model.Evaluation
	changed func()
	box     *fyne.Container
	wrong   *widget.RichText
	grid    *room.Grid
}

// Columns of the grid.
const (
	scoreOwn = iota
	scorePartner
	scoreApart
	scoreAgreed
	scoreValue
)

// nameWidth and columnWidth are the widths of the items and of the scores: all stand beside the list.
const nameWidth, columnWidth = 240, 76

func newScoresPart(g *evaluations, changed func()) *scoresPart {
	wrong := look.Paragraph("", theme.ColorNameError, theme.SizeNameCaptionText, false)
	wrong.Hide()
	return &scoresPart{app: g, changed: changed, box: container.NewStack(), wrong: wrong}
}

// Object is the page.
func (p *scoresPart) Object() fyne.CanvasObject { return look.PadXY(10, 8, p.box) }

// Focus puts the cursor into the table.
func (p *scoresPart) Focus() bool {
	if p.grid != nil {
		p.app.desk.Window.Canvas().Focus(p.grid)
	}
	return p.grid != nil
}

// Load shows the scores of an evaluation.
func (p *scoresPart) Load(rec *model.Evaluation) {
	w := p.app.desk.Words
	p.rec = *rec
	p.rec.Items = slices.Clone(rec.Items)
	if len(p.rec.Items) == 0 {
		p.box.Objects = []fyne.CanvasObject{look.Paragraph(w.Say("evaluation.no_items"), look.ColorMuted, theme.SizeNameText, false)}
		p.box.Refresh()
		return
	}

	heads := []string{w.Say("evaluation.ours"), w.Say("evaluation.theirs"), w.Field("score_difference"), w.Say("evaluation.agreed"), w.Field("score")}
	before := p.grid
	p.grid = room.NewGrid(func() int { return len(p.rec.Items) }, p.name, heads, columnWidth, p.cell)
	p.grid.Typed = p.note
	p.grid.SetColumnWidth(-1, nameWidth)
	head := container.NewVBox(look.Hint(w.Say("evaluation.score_keys")), p.wrong)
	p.box.Objects = []fyne.CanvasObject{container.NewBorder(head, nil, nil, nil, p.grid)}
	p.box.Refresh()
	p.grid.TakeOver(before, p.app.desk.Window.Canvas())
}

func (p *scoresPart) name(row int) string { return room.Sentence(p.rec.Items[row].Text.ID) }

func (p *scoresPart) cell(row, col int) (string, look.Tone) {
	item := p.rec.Items[row]
	apart, both := item.Apart()
	mark := look.Plain
	if both && apart != 0 {
		mark = look.Soon
	}

	switch col {
	case scoreOwn:
		return digit(item.OwnScore), mark
	case scorePartner:
		return digit(item.PartnerScore), mark
	case scoreApart:
		if both && apart != 0 {
			return room.Signed(strconv.Itoa(apart), apart), mark
		}
	case scoreAgreed:
		return digit(item.Score), look.Plain
	case scoreValue:
		if n, ok := item.Value(); ok {
			return p.app.desk.Words.Decimal(n, -1), graded(n)
		}
	}

	return "", look.Plain
}

func digit(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

// note takes a score from 1 to 4, after which the cursor goes down; clearing a cell takes it away.
func (p *scoresPart) note(row, col int, r rune) bool {
	item := &p.rec.Items[row]
	at := map[int]*int{scoreOwn: &item.OwnScore, scorePartner: &item.PartnerScore, scoreAgreed: &item.Score}[col]
	score := int(r - '0')
	switch {
	case p.rec.Held():
		p.Explain("score", p.app.desk.Words.Say("evaluation.locked"))
		return false
	case at == nil:
		return false
	case r == 0:
		score = 0
	case score < 1 || score > model.BestScore:
		return false
	}

	*at = score
	p.changed()
	return r != 0
}

// Store writes the scores into the record.
func (p *scoresPart) Store(rec *model.Evaluation) {
	if !rec.Held() {
		rec.Items = p.rec.Items
	}
}

// Explain says what is wrong above the table.
func (p *scoresPart) Explain(field, sentence string) {
	look.SetText(p.wrong, p.app.desk.Words.Field(field)+": "+sentence, theme.ColorNameError, theme.SizeNameCaptionText, false)
	p.wrong.Show()
}
