package referral

import (
	"jejaring/model"
)

func frozenSheet(s Sheet) func(string) bool {
	if s.Referral.Standing() == "" {
		return nil
	}
	return s.Referral.Frozen
}

// correct stores a referral that was put right, with the identity of its patient where that was.
func (g *referrals) correct(s Sheet, done func(Sheet, error)) {
	again := s.Status != model.ReferralCancelled && !s.Referral.Ended()
	g.desk.AskCorrection("referral", s.ID, again, func(c *model.Correction) {
		c.Referral = &s.Referral
		if s.named() && s.PatientID != 0 && s.Patient != s.before {
			c.Patient = &s.Patient
		}
	}, func(err error) {
		if err == nil {
			s.scan = s.Reply.File
			if s.Shown {
				s.show(s.Patient)
			}
		}
		done(s, err)
	})
}
