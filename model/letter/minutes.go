package letter

import (
	"fmt"

	"jejaring/model"
	"jejaring/model/letter/typeset"
)

// minutes adds the values of the minutes of the last talk about an obstacle: who was there, what it is about, and what was agreed.
func minutes(f *facts, v map[string]any) []modelText {
	r := obstacleOf(f.d)
	m, _ := r.LastMeeting()
	v["letter_no"] = f.required("number", f.d.Number)
	v["meeting_day"] = typeset.Gap("meetings")
	if !m.Date.IsZero() {
		v["meeting_day"] = typeset.Literal(f.words.AgreementDay(m.Date.Time()))
	}
	v["meeting_place"] = f.required("meetings.place", orText(m.Place, f.d.Clinic.City))
	v["way"] = f.label("settlement_way", "meetings", m.Way)
	v["mediator"] = f.optional("meetings.mediator", m.Mediator)

	v["obstacle_title"] = inList(f.required("title", r.Title))
	v["category"] = f.choice("obstacle_category", "category", r.Category)
	v["raised_on"] = f.day("raised_on", r.RaisedOn)
	v["root_cause"] = inList(f.optional("root_cause", r.RootCause))
	v["agreement_no"] = f.optional("number_own", f.d.Agreement.NumberOwn)
	v["agreement_type"] = f.choice("agreement_type", "type", orText(f.d.Agreement.Type, "pks"))
	v["discussed"] = paragraphs(f, m.Discussed)
	v["agreed"] = paragraphs(f, m.Agreed)
	v["by"] = f.optional("meetings.by", m.By)
	v["due"] = ""
	if !m.DueDate.IsZero() {
		v["due"] = f.day("meetings.due_date", m.DueDate)
	}
	v["people"] = presentOf(f, m)

	return []modelText{f.own("", v)}
}

// obstacleOf is the obstacle of a paper; without one it is empty.
func obstacleOf(d model.LetterData) model.Obstacle {
	if d.Obstacle == nil {
		return model.Obstacle{}
	}
	return *d.Obstacle
}

// paragraphs are the lines of what was written down at a meeting.
func paragraphs(f *facts, text string) []string {
	if typeset.Clean(text) == "" {
		return nil
	}
	return paragraphsOf(f, "meetings.", model.Text{ID: text, EN: text})
}

// presentOf are those who were there, each with a place to sign, and two blank lines where nobody was written down.
func presentOf(f *facts, m model.ObstacleMeeting) []map[string]any {
	var rows []map[string]any
	for _, who := range m.Present() {
		rows = append(rows, map[string]any{"n": fmt.Sprint(len(rows) + 1), "name": f.optional("meetings.attendees", who)})
	}
	for len(rows) < 2 {
		rows = append(rows, map[string]any{"n": fmt.Sprint(len(rows) + 1), "name": ""})
	}
	return rows
}
