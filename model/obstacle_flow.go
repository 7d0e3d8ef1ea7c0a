package model

import (
	"slices"
	"strings"
)

// ObstacleChange is what is said with a step of an obstacle: on which day it is taken, who takes care, when it was resolved,
// and how, or why not.
type ObstacleChange struct {
	Today      Date
	Owner      ID
	ResolvedOn Date
	Text       string
}

// ObstacleFlow is the life of an obstacle. From in_progress on somebody of the staff takes care of it.
func ObstacleFlow() Flow[Obstacle, ObstacleStatus, ObstacleChange] {
	type (
		step   = Step[Obstacle, ObstacleStatus, ObstacleChange]
		ask    = Ask[Obstacle, ObstacleChange]
		states = []ObstacleStatus
		change = ObstacleChange
	)
	owner := ask{Name: "owner", Field: "owner_staff_id", Of: func(c *change) any { return &c.Owner }, Record: EntityStaff, Must: always[Obstacle],
		For: func(r Obstacle) bool { return r.OwnerStaffID == 0 }}
	resolvedOn := ask{Name: "date", Field: "resolved_on", Of: func(c *change) any { return &c.ResolvedOn }, Must: always[Obstacle]}
	text := func(field string) ask {
		return ask{Name: "text", Field: field, Of: func(c *change) any { return &c.Text }, Must: always[Obstacle], Long: true}
	}

	return Flow[Obstacle, ObstacleStatus, ObstacleChange]{
		State: func(r *Obstacle) *ObstacleStatus { return &r.Status },
		Check: func(r Obstacle, _ change) Problems { return r.Check() },
		Steps: []step{
			{Name: "start", From: states{ObstacleOpen}, To: ObstacleInProgress, Asks: []ask{owner},
				Main: func(r Obstacle) bool { return r.Status == ObstacleOpen }, Do: (*Obstacle).own, Guard: owned},
			{Name: "resolve", From: states{ObstacleOpen, ObstacleInProgress}, To: ObstacleResolved, Asks: []ask{owner, resolvedOn, text("resolution")},
				Main: func(r Obstacle) bool { return r.Status == ObstacleInProgress }, Do: (*Obstacle).resolve, Guard: settled},
			{Name: "drop", From: states{ObstacleOpen, ObstacleInProgress}, To: ObstacleWontFix, Asks: []ask{owner, text("resolution")},
				Do: (*Obstacle).drop, Guard: settled},
			{Name: "reopen", From: states{ObstacleResolved, ObstacleWontFix}, To: ObstacleOpen, Asks: []ask{text("reason")},
				Do: (*Obstacle).reopen, Guard: func(_ Obstacle, said change) Problems {
					var c checker
					c.required("reason", said.Text)
					return c.found
				}},
		},
	}
}

func (r *Obstacle) own(said ObstacleChange) {
	if said.Owner != 0 {
		r.OwnerStaffID = said.Owner
	}
}

func (r *Obstacle) resolve(said ObstacleChange) {
	r.drop(said)
	r.ResolvedOn = said.ResolvedOn
}

func (r *Obstacle) drop(said ObstacleChange) {
	r.own(said)
	r.Resolution = strings.TrimSpace(said.Text)
}

// reopen keeps how an obstacle had ended, and why that did not last, among what was done about it.
func (r *Obstacle) reopen(said ObstacleChange) {
	r.Actions = slices.Clone(r.Actions)
	if r.Resolution != "" {
		on := r.ResolvedOn
		if on.IsZero() {
			on = said.Today
		}
		r.Actions = append(r.Actions, ObstacleAction{Date: on, Text: r.Resolution})
	}

	r.Actions = append(r.Actions, ObstacleAction{Date: said.Today, Text: strings.TrimSpace(said.Text)})
	r.Resolution = ""
	r.ResolvedOn = Date{}
}

// owned is the guard of a step from which on somebody takes care.
func owned(r Obstacle, _ ObstacleChange) Problems {
	if r.OwnerStaffID != 0 {
		return nil
	}
	return Problems{{Field: "owner_staff_id", Code: CodeRequired}}
}

// settled is the guard of an end: who took care, how it ended, and on a day that has come.
func settled(r Obstacle, said ObstacleChange) Problems {
	c := checker{found: owned(r, said)}
	c.required("resolution", r.Resolution)
	if r.ResolvedOn.After(said.Today) {
		c.add("resolved_on", "future_date")
	}
	return c.found
}
