package model

import (
	"fmt"
	"strings"
)

// EntityEvaluation is the record type of evaluations.
const EntityEvaluation Entity = "evaluation"

// AttentionEvaluation is what the home screen says of an agreement whose evaluation is due.
const AttentionEvaluation = "evaluation_due"

// Evaluation is how both sides judge a cooperation for a period (brief section 4.12). Filters of its register: status, agreement_id,
// partner_id, recommendation, year, figure.
type Evaluation struct {
	Base
	AgreementID ID               `json:"agreement_id"`
	PeriodStart Date             `json:"period_start"`
	PeriodEnd   Date             `json:"period_end"`
	Date        Date             `json:"date"` // of the meeting
	Place       string           `json:"place,omitempty"`
	Status      EvaluationStatus `json:"status"`
	// StatusReason is why an evaluation that was held is open again.
	StatusReason    string           `json:"status_reason,omitempty"`
	Attendees       []Attendee       `json:"attendees,omitempty"`
	Items           []EvaluationItem `json:"items,omitempty"`
	BenefitScores   []BenefitScore   `json:"benefit_scores,omitempty"`
	FeedbackScore   int              `json:"feedback_score,omitempty"` // what the partner thinks of working with us
	PartnerFeedback string           `json:"partner_feedback,omitempty"`
	Strengths       string           `json:"strengths,omitempty"`
	Weaknesses      string           `json:"weaknesses,omitempty"`
	Lessons         string           `json:"lessons,omitempty"`
	FollowUps       []FollowUpAction `json:"follow_ups,omitempty"`
	Recommendation  string           `json:"recommendation,omitempty"`
	// ScoreAvg is derived from the items; see Average.
	ScoreAvg float64 `json:"score_avg"`
	NextDate Date    `json:"next_evaluation_date"`
	RecordNo string  `json:"record_no,omitempty"` // of the paper BA
	// About names the agreement, and Partners with whom it is. Read only.
	About    string `json:"-"`
	Partners string `json:"-"`
}

// Attendee is who took part in the meeting, for one of the parties.
type Attendee struct {
	Party    string `json:"party"`
	Name     string `json:"name"`
	Position string `json:"position,omitempty"`
}

// EvaluationItem is what is judged: a goal or an indicator of the agreement, or something else. Scores are 1 to 4, 0 is none.
type EvaluationItem struct {
	Text
	Indicator string `json:"indicator,omitempty"`
	Baseline  string `json:"baseline,omitempty"` // before, as a rule the result of the evaluation before
	Target    string `json:"target,omitempty"`
	Actual    string `json:"actual,omitempty"`
	OwnScore  int    `json:"own_score,omitempty"`
	// PartnerScore and PartnerNote are the partner's, Score is what both agreed on where that is not the mean.
	PartnerScore int    `json:"partner_score,omitempty"`
	Score        int    `json:"score,omitempty"`
	Note         string `json:"note,omitempty"`
	PartnerNote  string `json:"partner_note,omitempty"`
}

// BenefitScore is how far a benefit was reached, from 1 to 4.
type BenefitScore struct {
	Benefit string `json:"benefit"`
	Score   int    `json:"score"`
}

// FollowUpAction is what an evaluation decided is to be done.
type FollowUpAction struct {
	Text    string `json:"text"`
	Owner   string `json:"owner,omitempty"`
	DueDate Date   `json:"due_date"`
}

// Recommendations lists how a cooperation may go on (brief section 4.12).
func Recommendations() []string {
	return []string{"lanjut", "lanjut_perbaikan", "perpanjang", RecommendEnd}
}

// RecommendEnd is the recommendation to end a cooperation.
const RecommendEnd = "akhiri"

// BestScore is the highest score.
const BestScore = 4

// Check returns every broken rule, and derives the average.
func (r *Evaluation) Check() Problems {
	var c checker
	if r.AgreementID == 0 {
		c.add("agreement_id", CodeRequired)
	}

	r.checkDays(&c)
	c.oneOf("status", string(r.Status), texts(EvaluationStatuses()))
	c.optional("recommendation", r.Recommendation, Recommendations())
	c.length("place", r.Place, 200)
	c.between("feedback_score", r.FeedbackScore, 0, BestScore)
	r.checkItems(&c)
	for i, b := range r.BenefitScores {
		field := fmt.Sprintf("benefit_scores[%d].", i)
		c.oneOf(field+"benefit", b.Benefit, Benefits())
		c.between(field+"score", b.Score, 0, BestScore)
	}

	for i, a := range r.Attendees {
		field := fmt.Sprintf("attendees[%d].", i)
		c.text(field+"name", a.Name, 200)
		c.oneOf(field+"party", a.Party, PartyRoles())
	}
	for i, f := range r.FollowUps {
		c.text(fmt.Sprintf("follow_ups[%d].text", i), f.Text, 500)
	}

	c.limits(r)
	r.ScoreAvg = r.Average()
	return c.found
}

func (r *Evaluation) checkDays(c *checker) {
	switch {
	case r.PeriodStart.IsZero():
		c.add("period_start", CodeRequired)
	case r.PeriodEnd.IsZero():
		c.add("period_end", CodeRequired)
	case !r.PeriodEnd.After(r.PeriodStart):
		c.add("period_end", CodeDateOrder)
	}

	if !r.Date.IsZero() && r.Date.Before(r.PeriodStart) {
		c.add("date", "evaluated_early")
	}
	if !r.NextDate.IsZero() && !r.Date.IsZero() && !r.NextDate.After(r.Date) {
		c.add("next_evaluation_date", "next_too_early")
	}
}

func (r *Evaluation) checkItems(c *checker) {
	for i := range r.Items {
		item := &r.Items[i]
		field := fmt.Sprintf("items[%d].", i)
		item.Text.ID = strings.TrimSpace(item.Text.ID)
		c.text(field+"text_id", item.Text.ID, 500)
		c.between(field+"own_score", item.OwnScore, 0, BestScore)
		c.between(field+"partner_score", item.PartnerScore, 0, BestScore)
		c.between(field+"score", item.Score, 0, BestScore)
	}
}

// Validate returns the rules that forbid saving, or nil.
func (r *Evaluation) Validate() error { return r.Check().Errors() }

// onEvaluation are the fields that stand in the minutes: all but the day of the next evaluation, which is nobody's result.
func onEvaluation() stands {
	return stands{but: true, fields: kept("next_evaluation_date", "record_no")}
}

// Frozen reports whether a field is what both sides recorded.
func (r Evaluation) Frozen(field string) bool { return r.Held() && onEvaluation().holds(field) }

// Changed are the problems of the frozen fields that another version of the evaluation changes.
func (r Evaluation) Changed(next Evaluation) Problems {
	if !r.Held() {
		return nil
	}
	return frozen(onEvaluation().changed(r, next))
}
