package store

import "jejaring/model"

const (
	unsettled   = "obstacle.status IN ('open', 'in_progress')"
	obstacleDue = unsettled + " AND obstacle.due_date <= :week"
	grave       = "(" + unsettled + " AND obstacle.severity = 'critical' OR obstacle.status = 'open' AND obstacle.severity = 'high')"
	isResolved  = "obstacle.status = 'resolved'"
	// stoodThen are those that stood in the way at the end of a period, resolvedThen those that were resolved in it.
	stoodThen    = "obstacle.raised_on <= :last AND (" + unsettled + " OR " + isResolved + " AND obstacle.resolved_on > :last)"
	resolvedThen = isResolved + " AND obstacle.resolved_on BETWEEN :first AND :last"
)

// obstacleRules are what is asked of obstacles.
func obstacleRules() []rule[model.Obstacle] {
	type O = model.Obstacle
	return []rule[O]{
		{"unsettled", unsettled, func(r O, _ moment) bool { return r.Unsettled() }},
		{"due", obstacleDue, func(r O, at moment) bool { return r.DueSoon(at.today) }},
		{"grave", grave, func(r O, _ moment) bool { return r.Grave() }},
		{"stood then", stoodThen, func(r O, at moment) bool { return r.StoodOn(at.last) }},
		{"resolved then", resolvedThen, func(r O, at moment) bool { return r.ResolvedBetween(at.first, at.last) }},
	}
}
