package training

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"jejaring/model"
	"jejaring/ui/form"
	"jejaring/ui/look"
	"jejaring/ui/register"
	"jejaring/ui/room"
	"jejaring/ui/task"
)

// trainings is the screen of the courses.
type trainings struct {
	*register.Screen[model.Training]
	desk   *desk
	object fyne.CanvasObject
	// people are the clinic's own, by their IDs.
	people map[model.ID]model.Staff
	// number is the code that the next training of this year gets.
	number string
	// end is the last day that followed the first one by itself.
	end model.Date
}

func newTrainings(d *desk) *trainings {
	g := &trainings{desk: d, people: map[model.ID]model.Staff{}}
	w := d.Words
	type T = model.Training
	spec := register.Spec[T]{
		Entity: "training",
		List: register.ListSpec[T]{Records: d.Trainings, ID: func(r T) model.ID { return r.ID },
			Search: "training.search", Empty: "training.empty", Columns: g.columns(), Filters: g.filters()},
		Base: func(r *T) *model.Base { return &r.Base }, Check: (*T).Check,
		New: g.blank, Roomy: true,
		Title: func(r T) string { return r.Title }, Subtitle: g.subtitle, Chips: g.chips, Actions: g.actions,
		Gaps: &register.Gaps[T]{Of: func(r T) bool { return r.Status == model.TrainingPlanned || r.Status == model.TrainingOpen },
			Find: func(ctx context.Context, r T) (model.Problems, error) {
				return d.Papers.Gaps(ctx, model.Typed{Training: &r})
			},
			Say: func(p model.Problem) string { return room.MissingText(w, p) }},
		Saved: func(r T) { d.Recount(); g.findNumber(); g.offered(r) }, Removed: d.Recount, Changed: g.fill,
		Lock: register.Lock[T]{Frozen: frozenTraining, Correct: g.correct, Locked: func(T) string { return w.Say("locked.training") }},
		Tabs: []register.Tab[T]{
			{Title: "tab.summary", View: g.read},
			{Title: "tab.profile", Groups: g.profile},
			{Title: "tab.sessions", Groups: g.sessions},
			{Title: "tab.participants", Groups: whole("participants", func(changed func()) form.Part[T] { return newPeoplePart(g, changed) })},
			{Title: "tab.attendance", Groups: whole("participants", func(changed func()) form.Part[T] { return newAttendancePart(g, changed) })},
			{Title: "tab.scores", Groups: whole("participants", func(changed func()) form.Part[T] { return newScoresPart(g, changed) })},
			{Title: "tab.certificates", View: g.certificates},
			{Title: "tab.files", View: g.files, Files: true},
			{Title: "tab.history", View: func(r T) fyne.CanvasObject { return d.HistoryOf("training", r.ID) }},
		},
	}
	spec.Tabs = slices.Insert(spec.Tabs, len(spec.Tabs)-1, room.RelatedTabs(d.Desk, model.EntityTraining, func(r T) model.ID { return r.ID })...)
	g.loadPeople()
	g.findNumber()
	g.Screen = register.New(d.Env, spec, &d.state.trainings)
	g.object = look.Border(room.Heading(w.Say("nav.trainings"), nil, g.Tools()...), nil, nil, nil, g.Screen.Object())

	return g
}

// whole makes a page of one editor.
func whole(field string, part func(changed func()) form.Part[model.Training]) func() []form.Group[model.Training] {
	return func() []form.Group[model.Training] {
		return []form.Group[model.Training]{{Lines: []form.Line[model.Training]{form.Whole(field, part)}}}
	}
}

// Object is the screen.
func (g *trainings) Object() fyne.CanvasObject { return g.object }

func (g *trainings) loadPeople() {
	task.Run(g.desk.Tasks, func(ctx context.Context) ([]model.Staff, error) {
		return g.desk.Staff.Find(ctx, model.Query{Sort: "name"})
	}, func(list []model.Staff, err error) {
		for _, p := range list {
			g.people[p.ID] = p
		}
		if err == nil && g.Draft() != nil {
			g.Reveal(func(*model.Training) {})
		}
	})
}

// blank is a new training at the clinic with the next code.
func (g *trainings) blank() model.Training {
	r := model.NewTraining(g.desk.Today())
	r.Number = g.number
	r.Place = g.desk.Clinic().Name
	return r
}

// findNumber finds the next free code of the year, such as TR-2026-011.
func (g *trainings) findNumber() {
	year := strconv.Itoa(g.desk.Today().Year)
	prefix := "TR-" + year + "-"
	task.Run(g.desk.Tasks, func(ctx context.Context) (int, error) {
		list, err := g.desk.Trainings.Find(ctx, model.Query{Text: prefix})
		last := 0
		for _, r := range list {
			if n, err := strconv.Atoi(strings.TrimPrefix(r.Number, prefix)); err == nil && strings.HasPrefix(r.Number, prefix) {
				last = max(last, n)
			}
		}
		return last, err
	}, func(last int, err error) {
		if err != nil {
			return
		}

		g.number = fmt.Sprintf("%s%03d", prefix, last+1)
		if d := g.Draft(); d != nil && d.ID == 0 && d.Number == "" {
			g.Reveal(func(r *model.Training) {
				if r.Number == "" {
					r.Number = g.number
				}
			})
		}
	})
}

// person returns what is known about a participant: of the clinic's own people it stands in their record.
func (g *trainings) person(p model.Participant) (name, profession, institution string) {
	if p.StaffID == 0 {
		return p.Name, p.Profession, p.Institution
	}
	s := g.people[p.StaffID]
	w := g.desk.Words
	return s.FullName(), w.Label("profession", s.Profession), g.desk.Clinic().Name
}

func (g *trainings) subtitle(r model.Training) string {
	w := g.desk.Words
	return room.Joined(r.Number, g.desk.Days(r.Start, r.End), r.Place, w.Say("training.jpl", r.JPL), g.seats(r))
}

// seats says how many places are taken and who waits.
func (g *trainings) seats(r model.Training) string {
	w := g.desk.Words
	taken, waiting := r.Seats()
	text := w.Say("training.people", taken)
	if r.Quota > 0 {
		text = w.Say("training.quota", taken, r.Quota)
	}
	if waiting > 0 {
		text = room.Joined(text, w.Say("training.waiting", waiting))
	}

	return text
}

func (g *trainings) chips(r model.Training) []*look.Chip {
	w := g.desk.Words
	chips := []*look.Chip{look.NewChip(w.Label("training_status", string(r.Status)), trainingTone(r.Status)),
		look.NewChip(w.Label("training_type", r.Type), look.Plain)}
	if r.SKPStatus != "none" {
		chips = append(chips, look.NewChip("SKP: "+w.Label("skp_status", r.SKPStatus), look.Plain))
	}
	if n := len(r.Offer()); n > 0 && r.Status != model.TrainingCancelled {
		chips = append(chips, look.NewChip(w.Say("training.offer_chip", n), look.Soon))
	}

	return chips
}

func trainingTone(status model.TrainingStatus) look.Tone {
	switch status {
	case model.TrainingReported:
		return look.Good
	case model.TrainingOpen, model.TrainingOngoing:
		return look.Busy
	case model.TrainingFinished:
		return look.Soon
	}
	return look.Plain
}

func (g *trainings) columns() []register.Column[model.Training] {
	type T = model.Training
	w := g.desk.Words
	return []register.Column[T]{
		{Title: "field.start", Sort: "start", Width: 1.9, Show: func(r T) register.Cell {
			return register.Cell{Text: w.ShortDay(r.Start.Time()), Soft: true, Whole: true}
		}},
		{Title: "field.training.title", Sort: "title", Width: 3.6, Show: func(r T) register.Cell { return register.Cell{Text: r.Title} }},
		{Title: "field.status", Sort: "status", Width: 2, Show: func(r T) register.Cell {
			return register.Cell{Chip: w.Label("training_status", string(r.Status)), Tone: trainingTone(r.Status)}
		}},
	}
}

func (g *trainings) filters() []register.Filter {
	var all []register.Filter
	for _, s := range []model.TrainingStatus{model.TrainingPlanned, model.TrainingOpen, model.TrainingOngoing, model.TrainingFinished, model.TrainingReported} {
		all = append(all, register.Filter{Label: g.desk.Words.Label("training_status", string(s)), Tone: trainingTone(s), Set: model.Filters{model.ByStatus: string(s)}})
	}
	return all
}

// fill moves the end of a training of one day along with its start.
func (g *trainings) fill(r *model.Training, field string) bool {
	if field != "start" || r.End == r.Start || r.Start.IsZero() {
		return false
	}
	if r.End.Before(r.Start) || r.End == g.Draft().Start || r.End == g.end {
		r.End, g.end = r.Start, r.Start
		return true
	}
	return false
}
