package training

import (
	"jejaring/model"
)

func frozenTraining(r model.Training) func(string) bool {
	if !r.Standing() {
		return nil
	}
	return r.Frozen
}

func (g *trainings) correct(r model.Training, done func(model.Training, error)) {
	g.desk.AskCorrection("training", r.ID, true, func(c *model.Correction) { c.Training = &r }, func(err error) { done(r, err) })
}
