package model

import (
	"slices"
	"strings"
)

// Value is the score of an item: what both sides agreed on, else the mean of both, else that of the one side that gave one. It is
// false while nobody has.
func (i EvaluationItem) Value() (float64, bool) {
	halves := i.halves()
	return float64(halves) / 2, halves > 0
}

// halves is the score of an item counted in halves, so that a mean of two scores is a whole number.
func (i EvaluationItem) halves() int {
	switch {
	case i.Score > 0:
		return 2 * i.Score
	case i.OwnScore > 0 && i.PartnerScore > 0:
		return i.OwnScore + i.PartnerScore
	}
	return 2 * max(i.OwnScore, i.PartnerScore)
}

// Apart is by how much our score differs from the partner's; it is false while one of the two is missing.
func (i EvaluationItem) Apart() (int, bool) {
	return i.OwnScore - i.PartnerScore, i.OwnScore > 0 && i.PartnerScore > 0
}

// Average is the mean score of the items that have one, with two decimals; of none it is 0.
func (r Evaluation) Average() float64 {
	halves, n := 0, 0
	for _, item := range r.Items {
		if h := item.halves(); h > 0 {
			halves += h
			n++
		}
	}

	if n == 0 {
		return 0
	}
	return Quotient(int64(halves), int64(2*n), 2)
}

// ScoreLabels lists the words for an average, the lowest first.
func ScoreLabels() []string { return []string{"poor", "fair", "good", "very_good"} }

// ScoreLabel is the word for an average (brief section 4.12); "" where there is none.
func ScoreLabel(average float64) string {
	switch {
	case average == 0:
		return ""
	case average < 2:
		return "poor"
	case average < 3:
		return "fair"
	case average < 3.5:
		return "good"
	}
	return "very_good"
}

// EvaluationEvery is after how many months an agreement is evaluated for the first time at the latest.
const EvaluationEvery = 12

// EvaluationDueOn is the day on which an agreement is to be evaluated next: the one that its last evaluation named, or a year after its
// start where there was none. It is zero where its last evaluation named no day.
func EvaluationDueOn(a Agreement, last *Evaluation) Date {
	if last != nil {
		return last.NextDate
	}
	return a.StartDate.AddMonths(EvaluationEvery)
}

// RenewalUnasked is why an agreement is not renewed without a reason: nobody evaluated it in its term, or its last evaluation
// recommends its end. It is "" where nothing speaks against it.
func RenewalUnasked(last *Evaluation) string {
	switch {
	case last == nil:
		return "not_evaluated"
	case last.Recommendation == RecommendEnd:
		return "evaluated_to_end"
	}
	return ""
}

// ProposeEvaluation begins the evaluation of an agreement: its goals, indicators and expectations as items, the time since the last evaluation or
// since the start, and where the clinic is. What was reached then is what this one begins from.
func ProposeEvaluation(a Agreement, last *Evaluation, city string, today Date) Evaluation {
	r := Evaluation{AgreementID: a.ID, Status: EvaluationDraft, PeriodStart: a.StartDate, PeriodEnd: today, Date: today, Place: city}
	if last != nil && last.PeriodEnd.Before(today) {
		r.PeriodStart = last.PeriodEnd.AddDays(1)
	}
	if end := a.LastDay(); end.Before(today) {
		r.PeriodEnd = end
	}

	for _, g := range a.Goals {
		r.Items = append(r.Items, EvaluationItem{Text: g.Text, Indicator: g.Indicator, Baseline: g.Baseline, Target: g.Target})
		if g.Benefit != "" && !slices.ContainsFunc(r.BenefitScores, func(b BenefitScore) bool { return b.Benefit == g.Benefit }) {
			r.BenefitScores = append(r.BenefitScores, BenefitScore{Benefit: g.Benefit})
		}
	}
	for _, k := range a.KPIs {
		target := strings.TrimSpace(k.Target + " " + k.Unit)
		r.Items = append(r.Items, EvaluationItem{Text: Text{ID: k.Name, EN: k.NameEN}, Baseline: k.Baseline, Target: target})
	}
	for _, e := range a.Expectations {
		r.Items = append(r.Items, EvaluationItem{Text: Text{ID: e.Text}})
	}
	for i := range r.Items { // what both sides judge stays as it was agreed, whatever the terms say later
		x := &r.Items[i]
		for _, text := range []*string{&x.Text.ID, &x.Text.EN, &x.Indicator, &x.Baseline, &x.Target} {
			*text = a.Terms.Shown(*text)
		}
	}

	if last != nil {
		r.begin(*last)
	}
	if next := today.AddMonths(a.Terms.EvalIntervalN); a.Terms.EvalIntervalN > 0 && !next.After(a.LastDay()) {
		r.NextDate = next
	}
	return r
}

// begin takes what was reached at the last evaluation as what the items begin from.
func (r *Evaluation) begin(last Evaluation) {
	for i := range r.Items {
		at := slices.IndexFunc(last.Items, func(x EvaluationItem) bool { return x.Text.ID == r.Items[i].Text.ID })
		if at >= 0 && last.Items[at].Actual != "" {
			r.Items[i].Baseline = last.Items[at].Actual
		}
	}
}

// EvaluationFacts are what the register knows of the period of an evaluation.
type EvaluationFacts struct {
	// Total are the occurrences of obligations that fell due in the period and were not waived; Done of them were met by its end, and
	// Overdue were not.
	Total   int `json:"obligations_total"`
	Done    int `json:"obligations_done"`
	Overdue int `json:"obligations_overdue"`
	// Obstacles stood in the way of the agreement at some time in the period, and Owners take care of them.
	Obstacles []Obstacle    `json:"obstacles,omitempty"`
	Owners    map[ID]string `json:"owners,omitempty"`
}

// Settled counts the obligations of an agreement that fell due in a period. What is due on its last day is not overdue yet.
func (f *EvaluationFacts) Settled(a Agreement, first, last Date) {
	for _, o := range a.Obligations {
		for _, x := range o.Occurrences {
			if !x.Due.within(first, last) || o.Status == "waived" || !x.Waived.IsZero() {
				continue
			}

			f.Total++
			switch {
			case o.Status == "done" || !x.Done.IsZero() && !x.Done.After(last):
				f.Done++
			case x.Late(last):
				f.Overdue++
			}
		}
	}
}

// EvaluationScore is the latest average of an agreement, and the one before it.
type EvaluationScore struct {
	EvaluationID   ID
	Code           string
	Title, Partner string
	Date           Date
	Average        float64
	Before         *float64
	Recommendation string
}

// EvaluationKPIs are the key figures of evaluations.
type EvaluationKPIs struct {
	// Scores is the latest average of each agreement by its code (K27), and ScoreList the same with names, the lowest first.
	Scores    map[string]float64 `json:"K27_scores"`
	ScoreList []EvaluationScore  `json:"-"`
}

// EvaluationAnswers are what the partner filled in: a score and a remark for each item, 0 and "" where it said nothing.
type EvaluationAnswers struct {
	Scores        []int
	Notes         []string
	FeedbackScore int
	Feedback      string
}

// Empty reports whether the partner said nothing.
func (a EvaluationAnswers) Empty() bool {
	said := func(text string) bool { return strings.TrimSpace(text) != "" }
	return !slices.ContainsFunc(a.Scores, func(n int) bool { return n > 0 }) && !slices.ContainsFunc(a.Notes, said) && a.FeedbackScore == 0 && !said(a.Feedback)
}

// Answered is the evaluation with what the partner filled in. Where the partner said nothing, what was typed stays.
func (r Evaluation) Answered(a EvaluationAnswers) Evaluation {
	r.Items = slices.Clone(r.Items)
	for i := range min(len(r.Items), len(a.Scores), len(a.Notes)) {
		if a.Scores[i] > 0 {
			r.Items[i].PartnerScore = a.Scores[i]
		}
		if note := strings.TrimSpace(a.Notes[i]); note != "" {
			r.Items[i].PartnerNote = note
		}
	}

	if a.FeedbackScore > 0 {
		r.FeedbackScore = a.FeedbackScore
	}
	if text := strings.TrimSpace(a.Feedback); text != "" {
		r.PartnerFeedback = text
	}
	return r
}
