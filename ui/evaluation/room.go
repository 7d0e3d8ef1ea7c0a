// Package evaluation is the room in which both sides judge their cooperation. It knows no other room.
package evaluation

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"jejaring/model"
	"jejaring/ui/look"
	"jejaring/ui/register"
	"jejaring/ui/room"
)

// Records are what this room reads and writes of the register.
type Records struct {
	Evaluations Evaluations
	Forms       Forms
}

// Evaluations is a register whose records have steps. It is implemented by the store.
type Evaluations interface {
	model.Register[model.Evaluation]
	Apply(ctx context.Context, id model.ID, step model.StepName, said model.EvaluationChange) (model.Evaluation, error)
	// Propose begins the evaluation of an agreement, not saved yet, or returns the one that is being prepared.
	Propose(ctx context.Context, agreement model.ID, today model.Date) (model.Evaluation, error)
	// Facts is what the register knows of the period of an evaluation.
	Facts(ctx context.Context, r model.Evaluation) (model.EvaluationFacts, error)
}

// Host is what this room asks of the window beyond what every room does.
type Host interface {
	// ShowPaper shows a paper before it is issued, and calls done once it was.
	ShowPaper(job room.PaperJob, done func(model.ID))
}

type desk struct {
	room.Desk
	Host
	Records
	// state is what survives when the window is built anew.
	state *register.State[model.Evaluation]
}

// place is the name of the room in the navigation.
const place = "evaluations"

// New is the room of an open register.
func New(host Host, r Records) room.Place {
	s := &register.State[model.Evaluation]{}
	at := func(d room.Desk) *desk { return &desk{d, host, r, s} }

	e := room.EntryOf[model.Evaluation](model.EntityEvaluation, r.Evaluations, func(x model.Evaluation) string { return room.Short(x.About, 60) })
	e.Beside = []room.Beside{{Of: model.EntityAgreement, Field: model.ByAgreement, Title: "tab.evaluations", Rank: 30},
		{Of: model.EntityPartner, Field: model.ByPartner, Title: "tab.evaluations", Rank: 30}}
	e.Related = func(d room.Desk, field model.FilterName, id model.ID) fyne.CanvasObject {
		return at(d).related(field, id)
	}
	e.Figures, e.Parts = figures, parts

	return room.Place{Name: place, Icon: theme.CheckButtonCheckedIcon(), Screen: func(d room.Desk) room.Screen { return newEvaluations(at(d)) },
		Waiting: func(c model.Counts) int { return c.Waits[model.EntityEvaluation] }, Entries: []room.Entry{e},
		Lists: map[string]*register.ListState{place: &s.List}}
}

// related lists the evaluations of an agreement or a partner, the newest first; of an agreement one can be begun.
func (d *desk) related(field model.FilterName, id model.ID) fyne.CanvasObject {
	q := model.Query{Filter: model.Filters{field: room.IDText(id)}, Sort: "date", Desc: true, Limit: 100}
	list := room.ListOf(d.Desk, func(ctx context.Context) ([]model.Evaluation, error) { return d.Evaluations.Find(ctx, q) },
		"evaluation.none_here", func(r model.Evaluation) fyne.CanvasObject {
			detail := room.Joined(d.Days(r.PeriodStart, r.PeriodEnd), d.average(r), d.recommended(r))
			return d.LinkRow(r.About, detail, d.Words.Label("evaluation_status", string(r.Status)), tone(r), model.EntityEvaluation, r.ID)
		})
	if field != model.ByAgreement {
		return list
	}

	begin := look.NewButtonWithIcon(d.Words.Say("evaluation.new"), theme.ContentAddIcon(), func() {
		d.Leave(func() { d.Show(place).(*evaluations).Begin(id) })
	})
	return container.NewBorder(look.PadXY(4, 8, container.NewHBox(begin)), nil, nil, nil, list)
}

// average is the mean score with its word, or "" where nothing is scored.
func (d *desk) average(r model.Evaluation) string {
	if r.ScoreAvg == 0 {
		return ""
	}
	return d.Words.Say("evaluation.average", d.Words.Decimal(r.ScoreAvg, 2), d.Words.Label("score_label", model.ScoreLabel(r.ScoreAvg)))
}

func (d *desk) recommended(r model.Evaluation) string {
	if r.Recommendation == "" {
		return ""
	}
	return d.Words.Label("recommendation", r.Recommendation)
}

// tone is the meaning of a state's colour, graded that of an average.
func tone(r model.Evaluation) look.Tone {
	if r.Held() {
		return look.Good
	}
	return look.Soon
}

func graded(average float64) look.Tone {
	return map[string]look.Tone{"poor": look.Late, "fair": look.Soon, "good": look.Good, "very_good": look.Good}[model.ScoreLabel(average)]
}
