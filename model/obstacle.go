package model

import (
	"fmt"
	"strings"
)

// EntityObstacle is the record type of obstacles.
const EntityObstacle Entity = "obstacle"

// What the home screen says of obstacles: those that are late or due within a week, and the grave ones.
const (
	AttentionObstacle      = "obstacle_due"
	AttentionObstacleGrave = "obstacle_grave"
)

// Obstacle is what stands in the way of a cooperation (brief section 4.6). It belongs to an agreement, a partner, a referral
// or a training, or to several of them. Filters of its register: status, category, severity, agreement_id, partner_id,
// referral_id, training_id, open, figure.
type Obstacle struct {
	Base
	AgreementID  ID               `json:"agreement_id,omitempty"`
	PartnerID    ID               `json:"partner_id,omitempty"`
	ReferralID   ID               `json:"referral_id,omitempty"`
	TrainingID   ID               `json:"training_id,omitempty"`
	Title        string           `json:"title"`
	Category     string           `json:"category"`
	Description  string           `json:"description,omitempty"`
	Severity     string           `json:"severity"`
	RaisedOn     Date             `json:"raised_on"`
	RaisedBy     string           `json:"raised_by,omitempty"`
	OwnerStaffID ID               `json:"owner_staff_id,omitempty"` // needed from in_progress on
	Status       ObstacleStatus   `json:"status"`
	Actions      []ObstacleAction `json:"actions,omitempty"`
	DueDate      Date             `json:"due_date"`
	ResolvedOn   Date             `json:"resolved_on"`
	Resolution   string           `json:"resolution,omitempty"` // also why an obstacle is not pursued
	RootCause    string           `json:"root_cause,omitempty"`
	EscalatedTo  string           `json:"escalated_to,omitempty"`
	// Meetings are the talks about it: the parties alone, with a mediator, or the last one before it ends.
	Meetings []ObstacleMeeting `json:"meetings,omitempty"`
	// About names the partner, or the agreement, training or referral where there is none. Read only.
	About string `json:"-"`
}

// ObstacleAction is something that was done about an obstacle.
type ObstacleAction struct {
	Date Date   `json:"date"`
	Text string `json:"text"`
	By   string `json:"by,omitempty"`
}

// ObstacleStatus is the state of an obstacle.
type ObstacleStatus string

// The states of an obstacle.
const (
	ObstacleOpen       ObstacleStatus = "open"
	ObstacleInProgress ObstacleStatus = "in_progress"
	ObstacleResolved   ObstacleStatus = "resolved"
	ObstacleWontFix    ObstacleStatus = "wont_fix"
)

// ObstacleStatuses lists the states in the order of an obstacle's life.
func ObstacleStatuses() []ObstacleStatus {
	return []ObstacleStatus{ObstacleOpen, ObstacleInProgress, ObstacleResolved, ObstacleWontFix}
}

// ObstacleCategories lists the kinds of obstacles (brief section 4.6).
func ObstacleCategories() []string {
	return []string{"divergent_goals", "communication", "admin_regulatory", "org_culture", "unhealthy_competition", "resources",
		"finance", "clinical_quality", "data_system", "other"}
}

// Severities lists how grave an obstacle can be.
func Severities() []string { return []string{"low", "medium", "high", "critical"} }

// NewObstacle returns an empty obstacle that was raised on a day.
func NewObstacle(today Date) Obstacle {
	return Obstacle{Status: ObstacleOpen, Severity: "medium", RaisedOn: today}
}

// Check returns every broken rule.
func (r *Obstacle) Check() Problems {
	var c checker
	if r.AgreementID == 0 && r.PartnerID == 0 && r.ReferralID == 0 && r.TrainingID == 0 {
		c.add("partner_id", "obstacle_link")
	}

	r.Title = strings.TrimSpace(r.Title)
	c.text("title", r.Title, 200)
	c.oneOf("category", r.Category, ObstacleCategories())
	c.oneOf("severity", r.Severity, Severities())
	c.oneOf("status", string(r.Status), texts(ObstacleStatuses()))
	if r.RaisedOn.IsZero() {
		c.add("raised_on", CodeRequired)
	}

	if r.Status == ObstacleInProgress && r.OwnerStaffID == 0 {
		c.add("owner_staff_id", CodeRequired)
	}

	switch {
	case r.Status == ObstacleResolved && r.ResolvedOn.IsZero():
		c.add("resolved_on", CodeRequired)
	case !r.ResolvedOn.IsZero() && r.ResolvedOn.Before(r.RaisedOn):
		c.add("resolved_on", "resolved_early")
	}

	for i, a := range r.Actions {
		row := checker{}
		row.required("text", a.Text)
		if a.Date.IsZero() {
			row.add("date", CodeRequired)
		}
		c.found = append(c.found, row.found.Within(fmt.Sprintf("actions[%d]", i))...)
	}

	r.checkMeetings(&c)
	c.limits(r)
	return c.found
}

// Validate returns the rules that forbid saving, or nil.
func (r *Obstacle) Validate() error { return r.Check().Errors() }

// Unsettled reports whether an obstacle still stands in the way.
func (r Obstacle) Unsettled() bool { return r.Status == ObstacleOpen || r.Status == ObstacleInProgress }

// DueSoon reports whether something is to be done about an obstacle within a week, or should have been done.
func (r Obstacle) DueSoon(day Date) bool {
	return r.Unsettled() && !r.DueDate.IsZero() && !r.DueDate.After(day.AddDays(DueSoon))
}

// Grave reports whether a critical obstacle stands in the way, or a serious one that nobody has taken up.
func (r Obstacle) Grave() bool {
	return r.Unsettled() && r.Severity == "critical" || r.Status == ObstacleOpen && r.Severity == "high"
}

// StoodOn reports whether an obstacle stood in the way at the end of a day: it was raised by then, and not resolved. One that
// is not pursued stands nowhere.
func (r Obstacle) StoodOn(day Date) bool {
	raised := !r.RaisedOn.IsZero() && !r.RaisedOn.After(day)
	return raised && (r.Unsettled() || r.Status == ObstacleResolved && r.ResolvedOn.After(day))
}

// ResolvedBetween reports whether an obstacle was resolved between two days.
func (r Obstacle) ResolvedBetween(first, last Date) bool {
	return r.Status == ObstacleResolved && r.ResolvedOn.within(first, last)
}

// ResolutionDays is how many days it took to resolve an obstacle; false while it is not resolved.
func (r Obstacle) ResolutionDays() (int, bool) {
	if r.Status != ObstacleResolved || r.ResolvedOn.IsZero() {
		return 0, false
	}
	return r.RaisedOn.DaysUntil(r.ResolvedOn), true
}

// ObstacleKPIs are the key figures of obstacles.
type ObstacleKPIs struct {
	// Obstacles are counted by category and by whether they are open at the end of the period or were resolved in it:
	// "finance/open", "finance/resolved".
	Obstacles map[string]int `json:"K19_by_category"`
	// ObstacleDays is the median of the days that it took to resolve those of the period, DaysByCategory that of each category.
	ObstacleDays   *float64            `json:"K20_median_days"`
	DaysByCategory map[string]*float64 `json:"K20_by_category"`
}
