package referral

import (
	"context"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"jejaring/model"
	"jejaring/ui/form"
	"jejaring/ui/look"
	"jejaring/ui/room"
	"jejaring/ui/task"
)

// Sheet is a referral together with the identity of its patient, which is there only when the user asked for it or is
// typing a new one.
type Sheet struct {
	model.Referral
	Patient model.Patient
	// Shown says that Patient is the stored identity.
	Shown bool
	// before is the identity as it was read, scan the file of the reply.
	before model.Patient
	scan   *model.ReplyFile
}

// named reports whether the identity can be edited here.
func (s *Sheet) named() bool { return s.Shown || s.PatientID == 0 }

// erased reports whether the identity was removed for good.
func (s *Sheet) erased() bool { return s.PatientID != 0 && s.Initials == "" }

// newSheet wraps a referral without opening the identity.
func newSheet(r model.Referral) Sheet {
	return Sheet{Referral: r, Patient: model.NewPatient(), scan: r.Reply.File}
}

// show puts an identity that was opened into the sheet.
func (s *Sheet) show(p model.Patient) {
	s.PatientID, s.Patient, s.before, s.Shown = p.ID, p, p, true
	s.Initials = p.Initials()
	s.MRNo = p.MRNo
}

// check returns the problems of the referral and, where it can be edited, of the identity.
func (d *desk) checkSheet(s *Sheet) model.Problems {
	problems := s.Check(d.Now())
	if s.named() {
		problems = append(problems, s.Patient.Check(d.Today()).Within("patient")...)
	}
	return problems
}

// sheets is the register of referrals with their patients.
type sheets struct {
	model.Register[model.Referral]
	changes Changes
}

// Find returns sheets without identities.
func (r sheets) Find(ctx context.Context, q model.Query) ([]Sheet, error) {
	list, err := r.Register.Find(ctx, q)
	return wrapped(list), err
}

// Rows returns sheets without identities.
func (r sheets) Rows(ctx context.Context, ids []model.ID) ([]Sheet, error) {
	list, err := r.Register.Rows(ctx, ids)
	return wrapped(list), err
}

func wrapped(list []model.Referral) []Sheet {
	all := make([]Sheet, len(list))
	for i, r := range list {
		all[i] = newSheet(r)
	}
	return all
}

// Get returns a sheet without identity.
func (r sheets) Get(ctx context.Context, id model.ID) (Sheet, error) {
	rec, err := r.Register.Get(ctx, id)
	return newSheet(rec), err
}

// Save stores the referral, together with the identity where that was edited.
func (r sheets) Save(ctx context.Context, s *Sheet) error {
	if !s.named() || s.Patient == s.before {
		err := r.Register.Save(ctx, &s.Referral)
		if err == nil {
			s.scan = s.Reply.File
		}
		return err
	}

	if err := r.changes.Save(ctx, &s.Referral, &s.Patient); err != nil {
		return err
	}

	s.scan = s.Reply.File
	s.show(s.Patient)
	return nil
}

// patientFinder looks a patient up by a number or by words of the name; it shows initials and record number only.
type patientFinder struct {
	desk   *desk
	latest *task.Latest[[]model.PatientHit]
}

// Find asks for the patients with this number or name.
func (f patientFinder) Find(text string, show func([]form.Option)) {
	if len([]rune(strings.TrimSpace(text))) < 2 {
		show(nil)
		return
	}
	f.latest.Run(f.desk.Tasks, func(ctx context.Context) ([]model.PatientHit, error) { return f.desk.Patients.Find(ctx, text) },
		func(hits []model.PatientHit, err error) {
			var options []form.Option
			for _, h := range hits[:min(len(hits), 50)] {
				options = append(options, form.Option{ID: h.ID, Title: h.Initials, Detail: f.desk.Words.Say("patient.mr", room.Dash(h.MRNo))})
			}
			show(options)
		})
}

// Name is not asked for: what is picked is shown by the sheet.
func (f patientFinder) Name(model.ID, func(string)) {}

// Offer says where patients come from: they are entered with their referral.
func (f patientFinder) Offer() (belongs, button string) {
	return f.desk.Words.Say("pick.no_patient"), ""
}

// Make does nothing: a patient arises with a referral.
func (f patientFinder) Make(string, func(form.Option)) {}

// patient is the identity: typed, found, or covered until somebody asks to see it.
func (g *referrals) patient() []sheetGroup {
	named := func(r *Sheet) bool { return r.named() }
	insured := func(r *Sheet) bool { return r.named() && (r.Insurance != "umum" || r.InsuranceNo != "") }
	return []sheetGroup{
		{Title: "group.patient", When: func(r *Sheet) bool { return !r.named() }, Lines: []form.Line[Sheet]{form.Note(func(r *Sheet) fyne.CanvasObject { return g.covered(r, false) })}},
		{When: named, Lines: []form.Line[Sheet]{
			form.Note(g.known),
			form.Text("patient.name", func(r *Sheet) *string { return &r.Patient.Name }).Must(),
			form.Beside(form.PastDay("patient.birth_date", func(r *Sheet) *model.Date { return &r.Patient.BirthDate }), age(),
				form.Choice("patient.sex", "sex", model.Sexes, func(r *Sheet) *string { return &r.Patient.Sex }).Must()),
			form.Text("patient.nik", func(r *Sheet) *string { return &r.Patient.NIK }),
			form.Beside(form.Text("patient.mr_no", func(r *Sheet) *string { return &r.Patient.MRNo }),
				form.Phone("patient.phone", func(r *Sheet) *string { return &r.Patient.Phone })),
		}},
		{Lines: []form.Line[Sheet]{
			form.Choice("insurance", "insurance", model.Insurances, func(r *Sheet) *string { return &r.Insurance }).Must()}},
		{When: insured, Lines: []form.Line[Sheet]{form.Text("insurance_no", func(r *Sheet) *string { return &r.InsuranceNo })}},
	}
}

// age edits the age in years, for people who do not know their birth date; 0 is a child below one year.
func age() *form.Field[Sheet] {
	return form.Text("patient.age_years", func(r *Sheet) *string {
		text := ""
		if r.Patient.AgeYears >= 0 {
			text = strconv.Itoa(r.Patient.AgeYears)
		}
		return &text
	}).Set(func(r *Sheet, text string) string {
		text = strings.TrimSpace(text)
		if text == "" {
			r.Patient.AgeYears = -1
			return ""
		}

		n, err := strconv.Atoi(text)
		if err != nil || n < 0 {
			return model.CodeNumber
		}

		r.Patient.AgeYears = n
		return ""
	})
}

// covered shows initials and record number, and opens the identity on request; in a narrow place below each other.
func (g *referrals) covered(r *Sheet, narrow bool) fyne.CanvasObject {
	w, id := g.desk.Words, r.PatientID
	if r.erased() {
		return look.Hint(w.Say("patient.erased"))
	}
	open := g.desk.Busy(look.NewButtonWithIcon(w.Say("patient.reveal"), theme.VisibilityIcon(), func() { g.reveal(id) }))
	name := look.Text(room.Joined(r.Initials, w.Say("patient.mr", room.Dash(r.MRNo))), theme.ColorNameForeground, theme.SizeNameText, true)
	if narrow {
		return container.New(&look.Lines{}, name, container.NewHBox(open), look.Hint(w.Say("patient.logged")))
	}
	return container.NewBorder(nil, look.Hint(w.Say("patient.logged")), nil, open, name)
}
