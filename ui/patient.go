package ui

import (
	"context"
	"strings"

	"jejaring/model"
	"jejaring/ui/form"
	"jejaring/ui/task"
)

// sheet is a referral together with the identity of its patient, which is there only when the user asked for it or is
// typing a new one.
type sheet struct {
	model.Referral
	Patient model.Patient
	// Shown says that Patient is the stored identity.
	Shown bool
	// before is the identity as it was read, scan the file of the reply.
	before model.Patient
	scan   *model.ReplyFile
}

// named reports whether the identity can be edited here.
func (s *sheet) named() bool { return s.Shown || s.PatientID == 0 }

// erased reports whether the identity was removed for good.
func (s *sheet) erased() bool { return s.PatientID != 0 && s.Initials == "" }

// newSheet wraps a referral without opening the identity.
func newSheet(r model.Referral) sheet {
	return sheet{Referral: r, Patient: model.NewPatient(), scan: r.Reply.File}
}

// show puts an identity that was opened into the sheet.
func (s *sheet) show(p model.Patient) {
	s.PatientID, s.Patient, s.before, s.Shown = p.ID, p, p, true
	s.Initials, s.MRNo = p.Initials(), p.MRNo
}

// check returns the problems of the referral and, where it can be edited, of the identity.
func (a *App) checkSheet(s *sheet) model.Problems {
	problems := s.Check(a.now())
	if s.named() {
		problems = append(problems, s.Patient.Check(a.session.Today()).Within("patient")...)
	}
	return problems
}

// sheets is the register of referrals with their patients.
type sheets struct {
	model.Register[model.Referral]
	care Care
}

// Find returns sheets without identities.
func (r sheets) Find(ctx context.Context, q model.Query) ([]sheet, error) {
	list, err := r.Register.Find(ctx, q)
	return wrapped(list), err
}

// Rows returns sheets without identities.
func (r sheets) Rows(ctx context.Context, ids []model.ID) ([]sheet, error) {
	list, err := r.Register.Rows(ctx, ids)
	return wrapped(list), err
}

func wrapped(list []model.Referral) []sheet {
	all := make([]sheet, len(list))
	for i, r := range list {
		all[i] = newSheet(r)
	}
	return all
}

// Get returns a sheet without identity.
func (r sheets) Get(ctx context.Context, id model.ID) (sheet, error) {
	rec, err := r.Register.Get(ctx, id)
	return newSheet(rec), err
}

// Save stores the referral, together with the identity where that was edited.
func (r sheets) Save(ctx context.Context, s *sheet) error {
	if !s.named() || s.Patient == s.before {
		err := r.Register.Save(ctx, &s.Referral)
		if err == nil {
			s.scan = s.Reply.File
		}
		return err
	}
	if err := r.care.SaveReferral(ctx, &s.Referral, &s.Patient); err != nil {
		return err
	}
	s.scan = s.Reply.File
	s.show(s.Patient)
	return nil
}

// patientFinder looks a patient up by a number or by words of the name; it shows initials and record number only.
type patientFinder struct {
	app    *App
	latest *task.Latest[[]model.PatientHit]
}

// Find asks for the patients with this number or name.
func (f patientFinder) Find(text string, show func([]form.Option)) {
	if len([]rune(strings.TrimSpace(text))) < 2 {
		show(nil)
		return
	}
	session := f.app.session
	f.latest.Run(f.app.Tasks, func(ctx context.Context) ([]model.PatientHit, error) { return session.Care.FindPatients(ctx, text) },
		func(hits []model.PatientHit, err error) {
			var options []form.Option
			for _, h := range hits[:min(len(hits), 50)] {
				options = append(options, form.Option{ID: h.ID, Title: h.Initials, Detail: f.app.words.Say("patient.mr", dash(h.MRNo))})
			}
			show(options)
		})
}

// Name is not asked for: what is picked is shown by the sheet.
func (f patientFinder) Name(model.ID, func(string)) {}

// dash stands for what is not there.
func dash(s string) string {
	if s == "" {
		return "—"
	}
	return s
}

// Offer says where patients come from: they are entered with their referral.
func (f patientFinder) Offer() (belongs, button string) {
	return f.app.words.Say("pick.no_patient"), ""
}

// Make does nothing: a patient arises with a referral.
func (f patientFinder) Make(string, func(form.Option)) {}
