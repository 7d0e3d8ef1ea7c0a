package ui

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"path/filepath"
	"slices"
	"strings"

	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"jejaring/model"
	"jejaring/ui/form"
	"jejaring/ui/look"
	"jejaring/ui/register"
	"jejaring/ui/room"
	"jejaring/ui/task"
)

// restoring puts a copy in the place of the register, or of none at the first start.
type restoring struct{ app *App }

// ask says what restoring a copy means, and does it once the person agrees. Where nobody knows which numbers were
// given since, it asks for the last ones first.
func (r restoring) ask(sample bool, c model.Copy) {
	w := r.app.words
	told := []string{w.Say("copies.ask_holds", r.holds(c))}
	if c.Clinic != "" {
		told = append(told, w.Say("copies.clinic", c.Clinic))
	}

	told = append(told, r.lacks(c)...)
	if c.Sum == model.SumMissing {
		told = append(told, w.Say("copies.cut_text"))
	}

	box := container.NewVBox()
	for _, text := range append(told, w.Say("copies.ask_aside")) {
		box.Add(look.Paragraph(text, theme.ColorNameForeground, theme.SizeNameText, false))
	}

	do := func() { r.app.leave(func() { r.askNumbers(sample, c) }) }
	register.Ask(r.app.window, w.Say("copies.ask", r.app.desk().DayAndTime(c.At)), "", box,
		register.Answer{Label: w.Say("copies.restore"), Main: true, Do: do}, register.Answer{Label: w.Say("action.back")})
}

// askNumbers asks for the last numbers where they are not known, and restores.
func (r restoring) askNumbers(sample bool, c model.Copy) {
	if !c.Asks {
		r.use(sample, c, nil, r.sayWrong)
		return
	}

	w := r.app.words
	last := r.lastNumbers(c)
	var lines []form.Line[[]model.LastNumber]
	for i, n := range last {
		kind := n.Key
		if kind == "GLOBAL" {
			kind = w.Say("copies.every_kind")
		}
		lines = append(lines, form.Number(fmt.Sprint("last_number.", i), func(all *[]model.LastNumber) *int { return &(*all)[i].Seq }).
			Called(w.Say("copies.number", kind, fmt.Sprint(n.Year))))
	}

	room.Ask(r.app.desk(), last, room.Question[[]model.LastNumber]{Entity: "register", Title: w.Say("copies.numbers"), Do: w.Say("copies.restore"),
		Text: w.Say("copies.numbers_text", r.app.desk().DayAndTime(c.At)), Groups: []form.Group[[]model.LastNumber]{{Lines: lines}},
		Submit: func(told []model.LastNumber, done func(error)) { r.use(sample, c, told, done) }})
}

// sayWrong reports an error, if there is one.
func (r restoring) sayWrong(err error) {
	if err != nil {
		r.app.report(err)
	}
}

// lastNumbers are those of a copy in the last year of its letters and later, and a line for every kind of letter and the
// present year.
func (r restoring) lastNumbers(c model.Copy) []model.LastNumber {
	type at struct {
		key  string
		year int
	}
	known := map[at]int{}
	keys := map[string]bool{}
	first := c.At.Year()
	if len(c.LastNumbers) > 0 {
		first = min(first, c.LastNumbers[0].Year) // the newest come first
	}

	for _, n := range c.LastNumbers {
		known[at{n.Key, n.Year}] = n.Seq
		keys[n.Key] = true
	}

	if !keys["GLOBAL"] {
		for _, t := range model.NumberedKinds() {
			keys[string(t)] = true
		}
	}

	var all []model.LastNumber
	for year := max(r.app.Rescue.Now().Year(), c.At.Year()); year >= first; year-- {
		for _, key := range slices.Sorted(maps.Keys(keys)) {
			all = append(all, model.LastNumber{Key: key, Year: year, Seq: known[at{key, year}]})
		}
	}

	return all
}

// use puts the copy in the register's place, which nobody may have open then, and opens it.
func (r restoring) use(sample bool, c model.Copy, last []model.LastNumber, done func(error)) {
	old := r.app.session
	task.Run(r.app.Tasks, func(ctx context.Context) (model.Restored, error) {
		if old != nil {
			if err := old.Frame.Close(); err != nil {
				return model.Restored{}, err
			}
		}
		return r.app.Rescue.Use(ctx, sample, c, last)
	}, func(restored model.Restored, err error) {
		if err != nil {
			said := func() {
				done(err)
			}
			if old == nil {
				said()
				return
			}

			r.app.open(sample, said) // as it was
			return
		}

		done(nil)
		r.app.Log.Warn("register replaced by a copy", "kind", c.Kind, "made", c.At)
		told := []string{r.app.words.Say("copies.done", r.app.desk().DayAndTime(c.At))}
		if restored.Aside != "" {
			told = append(told, r.app.words.Say("copies.done_aside", filepath.Base(restored.Aside)))
		}
		if len(restored.Numbers) > 0 {
			told = append(told, r.app.words.Say("copies.done_numbers", strings.Join(restored.Numbers, ", ")))
		}

		r.app.rescued = strings.Join(told, " ")
		r.app.open(sample)
	})
}

// arrived follows the opening of a register: what a restored one still needs, and what an older one got back.
func (a *App) arrived() {
	w, session := a.words, a.session
	if lost := session.Frame.Copies.Regained(); len(lost) > 0 {
		register.Ask(a.window, w.Say("copies.regained_title"), w.Say("copies.regained", strings.Join(lost, ", ")), nil,
			register.Answer{Label: w.Say("action.close"), Main: true})
	}

	if a.rescued == "" {
		return
	}

	text := a.rescued
	a.rescued = ""
	task.Run(a.Tasks, func(ctx context.Context) (bool, error) { return true, session.Frame.Problem(ctx) }, func(_ bool, err error) {
		if session != a.session {
			return
		}
		a.notify(text, w.Say("action.close"), func() {})
		if errors.Is(err, model.ErrKeyLost) && !errors.Is(err, model.ErrKeyringClosed) {
			a.rooms.settings.AskKey(a.desk())
		}
	})
}

// kinds lists how many records of which kinds.
func (r restoring) kinds(lost map[string]int) string {
	var kinds []string
	for _, entity := range slices.Sorted(maps.Keys(lost)) {
		kinds = append(kinds, strings.ToLower(r.app.words.Label("entity", strings.TrimSuffix(entity, "_entry")))+" ("+r.app.words.Count(lost[entity])+")")
	}
	return strings.Join(kinds, ", ")
}
