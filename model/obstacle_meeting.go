package model

import (
	"fmt"
	"strings"
)

// ObstacleMeeting is a talk about an obstacle, and what it came to: the way to a settlement begins with the parties alone (brief section 2.8,
// the article on disputes).
type ObstacleMeeting struct {
	Way       string `json:"way"` // SettlementWays
	Date      Date   `json:"date"`
	Place     string `json:"place,omitempty"`
	Mediator  string `json:"mediator,omitempty"`  // who mediates
	Attendees string `json:"attendees,omitempty"` // one on each line: "Name, office, institution"
	Discussed string `json:"discussed,omitempty"`
	Agreed    string `json:"agreed"`
	By        string `json:"by,omitempty"` // who does what was agreed
	DueDate   Date   `json:"due_date,omitzero"`
}

// Present are those who were there, each as it was typed.
func (m ObstacleMeeting) Present() []string {
	var all []string
	for line := range strings.Lines(m.Attendees) {
		if line = strings.TrimSpace(line); line != "" {
			all = append(all, line)
		}
	}
	return all
}

// SettlementWays lists how an obstacle is settled, each when the one before did not help.
func SettlementWays() []string { return []string{"deliberation", "mediation", "final"} }

// checkMeetings tries the meetings of an obstacle: each has its day and what was agreed, and nobody mediates before the parties have talked.
func (r *Obstacle) checkMeetings(c *checker) {
	talked := false
	for i, m := range r.Meetings {
		row := checker{}
		row.oneOf("way", m.Way, SettlementWays())
		row.required("agreed", m.Agreed)
		switch {
		case m.Date.IsZero():
			row.add("date", CodeRequired)
		case !r.RaisedOn.IsZero() && m.Date.Before(r.RaisedOn):
			row.add("date", "meeting_early")
		case !m.DueDate.IsZero() && m.DueDate.Before(m.Date):
			row.add("due_date", CodeDateOrder)
		}

		if m.Way == "mediation" && !talked {
			row.warn("way", "mediation_first")
		}
		talked = talked || m.Way == "deliberation"
		c.found = append(c.found, row.found.Within(fmt.Sprintf("meetings[%d]", i))...)
	}
}

// LastMeeting is the newest meeting about an obstacle, which its minutes tell; false without one.
func (r Obstacle) LastMeeting() (ObstacleMeeting, bool) {
	if len(r.Meetings) == 0 {
		return ObstacleMeeting{}, false
	}

	last := r.Meetings[0]
	for _, m := range r.Meetings[1:] { // of two on a day the one that was written down later
		if !m.Date.Before(last.Date) {
			last = m
		}
	}
	return last, true
}
