package letter

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"jejaring/model"
	"jejaring/model/letter/typeset"
)

// evaluation adds the values of the minutes in which both sides judge their cooperation (brief section 2.17).
func evaluation(f *facts, v map[string]any) []modelText {
	a, e := f.d.Agreement, evaluated(f.d)
	v["letter_no"] = f.required("number", f.d.Number)
	v["date_words"] = f.dateInWords()
	v["date"] = f.day("date", f.d.Date)
	v["place"] = f.required("place", e.Place)
	v["type"] = a.Type
	v["agreement_type"] = f.choice("agreement_type", "type", a.Type)
	v["agreement_no_p1"] = f.required("number_own", a.NumberOwn)
	v["agreement_no_partners"] = partnerNumbers(f)
	v["period"], _ = dateRange(f, e.PeriodStart, e.PeriodEnd)

	parties := evaluatingParties(f)
	f.signatories(parties)
	v["signing"] = inPairs(parties)
	v["copies"] = f.spelled(count{n: len(parties), field: "parties"})
	v["attendees"] = attendeesOf(f, e)
	v["indicators"] = indicatorsOf(f, e)
	v["benefits"] = benefitsOf(f, e)

	var facts model.EvaluationFacts
	if f.d.EvaluationFacts != nil {
		facts = *f.d.EvaluationFacts
	}
	v["obligations_total"], v["obligations_done"], v["obligations_overdue"] = facts.Total, facts.Done, facts.Overdue
	v["obstacles"] = obstaclesOf(f, e, facts)

	for name, text := range map[string]string{"strengths": e.Strengths, "weaknesses": e.Weaknesses, "lessons": e.Lessons, "partner_feedback": e.PartnerFeedback} {
		v[name] = inList(f.optional(name, text))
	}
	v["score_avg"] = f.words.Decimal(e.Average(), 2)
	v["score_label"] = f.label("score_label", "items", model.ScoreLabel(e.Average()))
	v["conclusion"] = f.label("recommendation", "recommendation", e.Recommendation)

	return []modelText{f.own("", v)}
}

// evaluated is the evaluation of the document; without one every value is a gap.
func evaluated(d model.LetterData) model.Evaluation {
	if d.Evaluation == nil {
		return model.Evaluation{}
	}
	return *d.Evaluation
}

// evaluatingParties are those who sign, with what stands around their room to sign.
func evaluatingParties(f *facts) []map[string]any {
	var parties []map[string]any
	for _, p := range f.d.Agreement.Parties {
		v := map[string]any{"role": p.Role, "label": partyLabel(f.words, p.Role)}
		field := f.partyField(p.Role)
		if p.PartnerID == 0 {
			v["name"] = f.required("clinic.name", f.d.Clinic.Name)
			v["rep_name"] = f.either(field+"rep_name", p.RepName, "clinic.head_name", f.d.Clinic.HeadName)
			v["rep_position"] = f.either(field+"rep_position", f.position(p.RepPosition), "clinic.head_position", f.position(f.d.Clinic.HeadPosition))
		} else {
			partner, at := f.partner(p)
			head := partner.Signer()
			v["name"] = f.required(at+"name", orText(partner.Name, p.PartnerName))
			v["rep_name"] = f.required(field+"rep_name", orText(p.RepName, head.Name))
			v["rep_position"] = f.required(field+"rep_position", orText(p.RepPosition, head.Position))
		}
		parties = append(parties, v)
	}
	return parties
}

// inPairs puts those who sign beside one another.
func inPairs(parties []map[string]any) (pairs []map[string]any) {
	for pair := range slices.Chunk(parties, 2) {
		right := map[string]any{"label": "", "name": "", "rep_name": "", "rep_position": ""}
		if len(pair) == 2 {
			right = pair[1]
		}
		pairs = append(pairs, map[string]any{"left": pair[0], "right": right})
	}
	return pairs
}

// attendeesOf names who took part, party by party.
func attendeesOf(f *facts, e model.Evaluation) string {
	var sides []string
	for _, role := range model.PartyRoles() {
		var people []string
		for i, p := range e.Attendees {
			if p.Party != role {
				continue
			}
			field := fmt.Sprintf("attendees[%d].", i)
			name := f.required(field+"name", p.Name)
			if position := f.optional(field+"position", f.position(p.Position)); position != "" {
				name += " (" + position + ")"
			}
			people = append(people, name)
		}
		if len(people) > 0 {
			sides = append(sides, partyLabel(f.words, role)+": "+join(people...))
		}
	}

	return cmp.Or(strings.Join(sides, "; "), typeset.Gap("attendees"))
}

// indicatorsOf are the rows of what was judged. Where the sides judge differently, the note says how.
func indicatorsOf(f *facts, e model.Evaluation) []map[string]any {
	var rows []map[string]any
	for i, item := range e.Items {
		field := fmt.Sprintf("items[%d].", i)
		text := f.passage(field, item.Text, f.spelled)
		if indicator := f.optional(field+"indicator", item.Indicator); indicator != "" {
			text += " (" + indicator + ")"
		}

		score := "–"
		if n, ok := item.Value(); ok {
			score = f.words.Decimal(n, -1)
		}
		rows = append(rows, map[string]any{"n": fmt.Sprint(i + 1), "text": text, "target": f.shown(field+"target", item.Target),
			"actual": f.shown(field+"actual", item.Actual), "score": score, "note": noteOf(f, field, item)})
	}

	if len(rows) == 0 {
		return []map[string]any{{"n": "1", "text": typeset.Gap("items"), "target": "", "actual": "", "score": "", "note": ""}}
	}
	return rows
}

// noteOf is what stands beside a score: what was reached before, how the sides differ, and what they say.
func noteOf(f *facts, field string, item model.EvaluationItem) string {
	var notes []string
	if before := f.optional(field+"baseline", item.Baseline); before != "" {
		notes = append(notes, f.words.Say("text.baseline", before))
	}
	if apart, both := item.Apart(); both && apart != 0 {
		notes = append(notes, f.words.Say("text.scores_apart", partyLabel(f.words, ownRole(f)), fmt.Sprint(item.OwnScore),
			partyLabel(f.words, otherRole(f)), fmt.Sprint(item.PartnerScore)))
	}
	notes = append(notes, f.optional(field+"note", item.Note), f.optional(field+"partner_note", item.PartnerNote))

	return cmp.Or(strings.Join(said(notes...), "; "), "–")
}

// otherRole is the role of the first partner.
func otherRole(f *facts) string {
	if partners := f.d.Agreement.Partners(); len(partners) > 0 {
		return partners[0].Role
	}
	return ""
}

// benefitsOf lists how far the benefits were reached: "akses layanan 3, mutu layanan 4".
func benefitsOf(f *facts, e model.Evaluation) string {
	var said []string
	for _, b := range e.BenefitScores {
		if b.Score > 0 {
			said = append(said, f.label("benefit", "benefit_scores", b.Benefit)+" "+fmt.Sprint(b.Score))
		}
	}
	return join(said...)
}

// obstaclesOf are the rows of what stood in the way in the period, and of what the evaluation decided besides.
func obstaclesOf(f *facts, e model.Evaluation, known model.EvaluationFacts) []map[string]any {
	var rows []map[string]any
	add := func(obstacle, category, text, owner string, due model.Date) {
		day := "–"
		if !due.IsZero() {
			day = f.words.ShortDay(due.Time())
		}
		rows = append(rows, map[string]any{"n": fmt.Sprint(len(rows) + 1), "obstacle": obstacle, "category": category, "text": text, "owner": owner, "due": day})
	}

	for _, o := range known.Obstacles {
		done := o.Resolution
		if n := len(o.Actions); done == "" && n > 0 {
			done = o.Actions[n-1].Text
		}
		add(f.shown("obstacles.title", o.Title), f.choice("obstacle_category", "obstacles.category", o.Category),
			f.shown("obstacles.actions", done), f.shown("obstacles.owner", known.Owners[o.OwnerStaffID]), o.DueDate)
	}
	for i, x := range e.FollowUps {
		field := fmt.Sprintf("follow_ups[%d].", i)
		add("–", "–", f.required(field+"text", x.Text), f.shown(field+"owner", x.Owner), x.DueDate)
	}

	return rows
}
