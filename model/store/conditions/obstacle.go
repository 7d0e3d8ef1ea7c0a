package conditions

import "jejaring/model"

const (
	Unsettled   = "obstacle.status IN ('open', 'in_progress')"
	ObstacleDue = Unsettled + " AND obstacle.due_date <= :week"
	Grave       = "(" + Unsettled + " AND obstacle.severity = 'critical' OR obstacle.status = 'open' AND obstacle.severity = 'high')"
	isResolved  = "obstacle.status = 'resolved'"
	// StoodThen are those that stood in the way at the end of a period, resolvedThen those that were resolved in it.
	StoodThen    = "obstacle.raised_on <= :last AND (" + Unsettled + " OR " + isResolved + " AND obstacle.resolved_on > :last)"
	ResolvedThen = isResolved + " AND obstacle.resolved_on BETWEEN :first AND :last"
)

// ObstacleRules are what is asked of obstacles.
func ObstacleRules() []Rule[model.Obstacle] {
	type O = model.Obstacle
	return []Rule[O]{
		{"unsettled", Unsettled, func(r O, _ Moment) bool { return r.Unsettled() }},
		{"due", ObstacleDue, func(r O, at Moment) bool { return r.DueSoon(at.Today) }},
		{"grave", Grave, func(r O, _ Moment) bool { return r.Grave() }},
		{"stood then", StoodThen, func(r O, at Moment) bool { return r.StoodOn(at.Last) }},
		{"resolved then", ResolvedThen, func(r O, at Moment) bool { return r.ResolvedBetween(at.First, at.Last) }},
	}
}
