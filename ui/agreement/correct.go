package agreement

import (
	"jejaring/model"
)

// frozenAgreement, frozenSheet and frozenTraining are what stands on the papers of a record, or nil.
func frozenAgreement(r model.Agreement) func(string) bool {
	if !r.Standing() {
		return nil
	}
	return r.Frozen
}

func (g *Agreements) correct(r model.Agreement, done func(model.Agreement, error)) {
	g.desk.AskCorrection("agreement", r.ID, false, func(c *model.Correction) { c.Agreement = &r }, func(err error) { done(r, err) })
}
