package model

// TrainingChange is what is said with a step of a training.
type TrainingChange struct {
	Today  Date
	Reason string // why it is cancelled
}

// StepFinish ends a training; certificates follow it.
const StepFinish StepName = "finish"

// TrainingFlow is the life of a training (brief section 4.10). One that was planned can be closed at once, when all of it is
// entered after it took place.
func TrainingFlow() Flow[Training, TrainingStatus, TrainingChange] {
	type step = Step[Training, TrainingStatus, TrainingChange]
	type states = []TrainingStatus
	over := func(r Training, now TrainingChange) bool { return !now.Today.Before(r.End) }

	return Flow[Training, TrainingStatus, TrainingChange]{
		State: func(r *Training) *TrainingStatus { return &r.Status },
		Noted: func(r *Training, ch TrainingChange) { r.StatusReason = ch.Reason },
		Steps: []step{
			{Name: "open", From: states{TrainingPlanned}, To: TrainingOpen, Main: always[Training], Guard: Training.homeless},
			{Name: "begin", From: states{TrainingOpen}, To: TrainingOngoing, Main: always[Training], Guard: Training.early},
			{Name: "replan", From: states{TrainingOpen}, To: TrainingPlanned},
			{Name: StepFinish, From: states{TrainingOngoing}, To: TrainingFinished, Main: always[Training], Guard: Training.unended},
			{Name: "cancel", From: states{TrainingPlanned, TrainingOpen, TrainingOngoing}, To: TrainingCancelled, Danger: true,
				Guard: Training.unreasoned, Asks: []Ask[Training, TrainingChange]{{Name: "reason", Field: "status_reason",
					Of: func(c *TrainingChange) any { return &c.Reason }, Must: always[Training], Long: true}}},
			{Name: StepFinish, From: states{TrainingPlanned, TrainingOpen}, To: TrainingFinished, When: over, Guard: Training.unheld},
			{Name: "report", From: states{TrainingFinished}, To: TrainingReported, Main: always[Training]},
		},
	}
}

// Apply takes a step of the training's flow.
func (r *Training) Apply(step StepName, ch TrainingChange) error {
	return TrainingFlow().Take(r, step, ch)
}

// homeless asks where those who register are to come: the place or the link of the method.
func (r Training) homeless(TrainingChange) Problems {
	var c checker
	if r.Method != "daring" {
		c.required("place", r.Place)
	}
	if r.Method == "daring" || r.Method == "hibrida" {
		c.required("link", r.Link)
	}
	return c.found
}

// early keeps a training from beginning before its day, and without anybody.
func (r Training) early(ch TrainingChange) Problems {
	var c checker
	if ch.Today.Before(r.Start) {
		c.add("start", "future_date")
	}
	r.attended(&c)
	return c.found
}

func (r Training) unended(ch TrainingChange) Problems {
	var c checker
	if ch.Today.Before(r.End) {
		c.add("end", "future_date")
	}
	return c.found
}

func (r Training) unheld(ch TrainingChange) Problems {
	c := checker{r.unended(ch)}
	r.attended(&c)
	return c.found
}

func (r Training) unreasoned(ch TrainingChange) Problems {
	var c checker
	c.required("status_reason", ch.Reason)
	return c.found
}

// attended asks for somebody who takes part.
func (r Training) attended(c *checker) {
	if taken, _ := r.Seats(); taken == 0 {
		c.add("participants", CodeRequired)
	}
}
