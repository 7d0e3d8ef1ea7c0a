package referral

import (
	"cmp"
	"context"
	"strconv"

	"jejaring/model"
	"jejaring/ui/task"
)

// opened is an identity, and the newest referral of the patient, if there is one.
type opened struct {
	patient model.Patient
	last    model.Referral
}

// reveal opens an identity and shows it in the sheet; that it was looked at is logged by the register. A new referral
// takes over who paid last.
func (g *referrals) reveal(id model.ID) {
	task.Run(g.desk.Tasks, func(ctx context.Context) (o opened, err error) {
		if o.patient, err = g.desk.Patients.Patient(ctx, id); err != nil {
			return o, err
		}
		own, err := g.desk.Referrals.Find(ctx, model.Query{Filter: model.Filters{model.ByPatient: strconv.FormatInt(int64(id), 10)}, Limit: 1})
		if len(own) > 0 {
			o.last = own[0]
		}
		return o, err
	}, func(o opened, err error) {
		if err != nil {
			g.desk.Report(err)
			return
		}

		d := g.Draft()
		switch {
		case d == nil || (d.PatientID != 0 && d.PatientID != id):
		case d.ID != 0:
			g.Reveal(func(s *Sheet) { s.show(o.patient) })
		default:
			g.Edit(func(s *Sheet) {
				s.show(o.patient)
				s.insure(o)
			})
		}
	})
}

// insure takes over payer and card of a known patient, where nobody has entered others.
func (s *Sheet) insure(o opened) {
	if s.InsuranceNo != "" {
		return
	}
	if s.Insurance == payAlone {
		s.Insurance = cmp.Or(o.last.Insurance, payAlone)
	}
	if s.InsuranceNo = o.patient.InsuranceNo; s.Insurance == o.last.Insurance {
		s.InsuranceNo = cmp.Or(o.last.InsuranceNo, s.InsuranceNo)
	}

	fillInsurance(s)
}

// otherPatient empties what belongs to the patient, so that nothing of one stays with another.
func (s *Sheet) otherPatient() {
	if s.Consent.Person == s.Patient.Name {
		s.Consent.Person = ""
	}

	s.PatientID = 0
	s.Patient = model.NewPatient()
	s.before = model.Patient{}
	s.Shown = false
	s.Insurance = payAlone
	s.InsuranceNo = ""
	s.ValidUntil = model.Date{}
}

// payAlone is the payer of who has no insurance.
const payAlone = "umum"
