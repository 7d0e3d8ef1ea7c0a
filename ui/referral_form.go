package ui

import (
	"context"
	"strconv"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"jejaring/model"
	"jejaring/ui/form"
	"jejaring/ui/look"
	"jejaring/ui/task"
)

type sheetGroup = form.Group[sheet]

// incoming reports whether the open referral came to us.
func (g *referrals) incoming() bool {
	d := g.app.states.referrals.Draft
	return d != nil && d.Direction == "in"
}

// groups are the one screen that a referral needs. What an emergency asks more opens when it is one.
func (g *referrals) groups() []sheetGroup {
	emergency := func(r *sheet) bool { return r.Emergency() }
	admitted := func(r *sheet) bool { return r.ServiceType != "rawat_jalan" }
	out := func(r *sheet) bool { return r.Direction == "out" }
	all := []sheetGroup{g.destination()}
	all = append(all, g.patient()...)
	clinical := sheetGroup{Title: "group.clinical", Right: true, Lines: []form.Line[sheet]{
		form.Beside(form.Text("dx_primary.code", func(r *sheet) *string { return &r.DxPrimary.Code }).Must(),
			form.Text("dx_primary.text_id", func(r *sheet) *string { return &r.DxPrimary.ID })),
		form.Choice("reason_category", "reason_category", model.ReasonCategories, func(r *sheet) *string { return &r.ReasonCategory }).Must(),
		form.LongText("reason_text", func(r *sheet) *string { return &r.ReasonText }).Must(),
		form.LongText("anamnesis", func(r *sheet) *string { return &r.Anamnesis }),
		form.LongText("therapy", func(r *sheet) *string { return &r.Therapy }),
	}}
	return append(all, clinical,
		sheetGroup{Title: "group.vitals", Right: true, When: admitted, Lines: vitals()},
		sheetGroup{Title: "group.emergency", When: emergency, Lines: []form.Line[sheet]{criteria()}},
		sheetGroup{Title: "group.transport", When: admitted, Lines: g.transport()},
		sheetGroup{Title: "group.consent", Right: true, When: out, Lines: g.consent()},
		sheetGroup{Right: true, When: emergency, Lines: []form.Line[sheet]{
			form.Text("consent.unobtainable", func(r *sheet) *string { return &r.Consent.Unobtainable }).Hint("hint.unobtainable"),
		}})
}

// destination asks where the patient goes to, or comes from.
func (g *referrals) destination() sheetGroup {
	partner, title := "referral.destination", "group.destination"
	if g.incoming() {
		partner, title = "referral.origin", "group.origin"
	}
	lines := []form.Line[sheet]{
		form.Pick("partner_id", func(r *sheet) *model.ID { return &r.PartnerID }, partnerFinder{g.app}).Must().Label(partner),
		form.Beside(form.Choice("service_type", "service_type", model.ServiceTypes, func(r *sheet) *string { return &r.ServiceType }).Must(),
			form.Choice("urgency", "urgency", model.Urgencies, func(r *sheet) *string { return &r.Urgency }).Must(),
			form.Text("dest_unit", func(r *sheet) *string { return &r.DestUnit }).Must()),
		form.Note(func(r *sheet) fyne.CanvasObject {
			g.findCover(&r.Referral, false)
			return g.cover
		}),
	}
	if g.incoming() {
		lines = append(lines, form.Beside(form.Text("referral_no", func(r *sheet) *string { return &r.ReferralNo }),
			form.Text("doctor_name", func(r *sheet) *string { return &r.DoctorName }), g.when()))
	}
	return sheetGroup{Title: title, Lines: lines}
}

// when is the date and time of the letter.
func (g *referrals) when() *form.Field[sheet] {
	return form.Moment("referral_datetime", g.app.now, func(r *sheet) *time.Time { return &r.ReferralAt }).Must()
}

// patient is the identity: typed, found, or covered until somebody asks to see it.
func (g *referrals) patient() []sheetGroup {
	payer := form.Beside(form.Choice("insurance", "insurance", model.Insurances, func(r *sheet) *string { return &r.Insurance }).Must(),
		form.Text("insurance_no", func(r *sheet) *string { return &r.InsuranceNo }))
	named := func(r *sheet) bool { return r.named() }
	return []sheetGroup{
		{Title: "group.patient", When: func(r *sheet) bool { return !r.named() }, Lines: []form.Line[sheet]{form.Note(g.covered)}},
		{Title: "group.patient", When: named, Lines: []form.Line[sheet]{
			form.Note(g.known),
			form.Text("patient.name", func(r *sheet) *string { return &r.Patient.Name }).Must(),
			form.Beside(form.Day("patient.birth_date", func(r *sheet) *model.Date { return &r.Patient.BirthDate }), age(),
				form.Choice("patient.sex", "sex", model.Sexes, func(r *sheet) *string { return &r.Patient.Sex }).Must()),
			form.Beside(form.Text("patient.nik", func(r *sheet) *string { return &r.Patient.NIK }),
				form.Text("patient.mr_no", func(r *sheet) *string { return &r.Patient.MRNo }),
				form.Text("patient.phone", func(r *sheet) *string { return &r.Patient.Phone })),
		}},
		{Lines: []form.Line[sheet]{payer}},
	}
}

// age edits the age in years, for people who do not know their birth date; 0 is a child below one year.
func age() *form.Field[sheet] {
	return form.Text("patient.age_years", func(r *sheet) *string {
		text := ""
		if r.Patient.AgeYears >= 0 {
			text = strconv.Itoa(r.Patient.AgeYears)
		}
		return &text
	}).Set(func(r *sheet, text string) string {
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

// covered shows initials and record number, and opens the identity on request.
func (g *referrals) covered(r *sheet) fyne.CanvasObject {
	w, id := g.app.words, r.PatientID
	open := widget.NewButtonWithIcon(w.Say("patient.reveal"), theme.VisibilityIcon(), func() { g.reveal(id) })
	name := look.Text(joined(r.Initials, w.Say("patient.mr", dash(r.MRNo))), theme.ColorNameForeground, theme.SizeNameText, true)
	return container.NewBorder(nil, look.Hint(w.Say("patient.logged")), nil, open, name)
}

// known offers to look for a patient who was here before; a new referral only.
func (g *referrals) known(r *sheet) fyne.CanvasObject {
	if r.ID != 0 {
		return nil
	}
	w := g.app.words
	if r.PatientID != 0 {
		other := widget.NewButtonWithIcon(w.Say("patient.other"), theme.ContentClearIcon(), func() {
			g.Edit(func(s *sheet) {
				s.PatientID, s.Patient, s.before, s.Shown = 0, model.NewPatient(), model.Patient{}, false
			})
		})
		return container.NewBorder(nil, nil, nil, other, look.Muted(w.Say("patient.known", r.Initials)))
	}
	var find *widget.Button
	find = widget.NewButtonWithIcon(w.Say("patient.find"), theme.SearchIcon(), func() {
		form.ShowPicker(w.Say("patient.search"), find, patientFinder{g.app, &task.Latest[[]model.PatientHit]{}},
			func(o form.Option) { g.reveal(o.ID) })
	})
	find.Alignment = widget.ButtonAlignLeading
	return find
}

// reveal opens an identity and shows it in the sheet; that it was looked at is logged by the register.
func (g *referrals) reveal(id model.ID) {
	session := g.app.session
	task.Run(g.app.Tasks, func(ctx context.Context) (model.Patient, error) { return session.Care.Patient(ctx, id) },
		func(p model.Patient, err error) {
			if err != nil {
				g.app.report(err)
				return
			}
			d := g.Draft()
			if d == nil || (d.PatientID != 0 && d.PatientID != id) {
				return
			}
			show := func(s *sheet) {
				s.show(p)
				if s.ID == 0 && s.InsuranceNo == "" {
					s.InsuranceNo = p.InsuranceNo
				}
			}
			if d.ID == 0 {
				g.Edit(show)
				return
			}
			g.Reveal(show)
		})
}

func vitals() []form.Line[sheet] {
	number := func(name string, at func(*model.Vitals) *int) *form.Field[sheet] {
		return form.Number("vitals."+name, func(r *sheet) *int { return at(&r.Vitals) })
	}
	return []form.Line[sheet]{
		form.Beside(number("bp_s", func(v *model.Vitals) *int { return &v.BPSystolic }),
			number("bp_d", func(v *model.Vitals) *int { return &v.BPDiastolic }),
			number("hr", func(v *model.Vitals) *int { return &v.HR }),
			number("rr", func(v *model.Vitals) *int { return &v.RR })),
		form.Beside(form.Decimal("vitals.temp", func(r *sheet) *float64 { return &r.Vitals.Temp }),
			number("spo2", func(v *model.Vitals) *int { return &v.SpO2 }),
			number("gcs", func(v *model.Vitals) *int { return &v.GCS }),
			form.Text("vitals.consciousness", func(r *sheet) *string { return &r.Vitals.Consciousness })),
	}
}

// criteria ticks the five signs of an emergency.
func criteria() *form.Field[sheet] {
	return form.Codes("emergency_criteria", "emergency_criterion", []string{"life", "airway", "consciousness", "circulation", "immediate"},
		func(r *sheet) *[]bool { return &r.EmergencyCriteria })
}

func (g *referrals) transport() []form.Line[sheet] {
	return []form.Line[sheet]{
		form.Choice("transport", "transport", model.Transports, func(r *sheet) *string { return &r.Transport }),
		form.Beside(form.Pick("escort_staff_id", func(r *sheet) *model.ID { return &r.EscortStaffID }, staffFinder{g.app}),
			form.Text("companion", func(r *sheet) *string { return &r.Companion })),
	}
}

func (g *referrals) consent() []form.Line[sheet] {
	return []form.Line[sheet]{
		form.Beside(form.Choice("consent.relation", "consent_relation", model.ConsentRelations, func(r *sheet) *string { return &r.Consent.Relation }),
			form.Text("consent.person", func(r *sheet) *string { return &r.Consent.Person })),
		form.Beside(form.Pick("doctor_staff_id", func(r *sheet) *model.ID { return &r.DoctorStaffID }, staffFinder{g.app}).Must(), g.when()),
	}
}

// details are the fields that few referrals need.
func (g *referrals) details() []sheetGroup {
	type D = model.Diagnosis
	other := form.NewRows("dx_secondary", "referral.add_diagnosis", func(r *sheet) *[]D { return &r.DxSecondary }, func() D { return D{} },
		func() []*form.Field[D] {
			return []*form.Field[D]{form.Text("code", func(d *D) *string { return &d.Code }).Must().Label("field.dx_primary.code"),
				form.Text("text_id", func(d *D) *string { return &d.ID }).Label("field.dx_primary.text_id")}
		})
	return []sheetGroup{
		{Title: "group.patient", When: func(r *sheet) bool { return r.named() }, Lines: []form.Line[sheet]{
			form.Text("patient.address", func(r *sheet) *string { return &r.Patient.Address }),
			form.Text("patient.family_contact", func(r *sheet) *string { return &r.Patient.FamilyContact }),
		}},
		{Title: "group.clinical", Lines: []form.Line[sheet]{
			form.LongText("physical", func(r *sheet) *string { return &r.Physical }),
			form.LongText("supporting", func(r *sheet) *string { return &r.Supporting }),
			form.Text("requested_service", func(r *sheet) *string { return &r.RequestedService }),
			form.Beside(form.Decimal("vitals.weight", func(r *sheet) *float64 { return &r.Vitals.Weight }),
				form.Number("vitals.pain", func(r *sheet) *int { return &r.Vitals.Pain })),
		}},
		{Title: "group.other_diagnoses", Lines: []form.Line[sheet]{other}},
		{Title: "group.insurer", Lines: []form.Line[sheet]{
			form.Text("insurer_referral_no", func(r *sheet) *string { return &r.InsurerReferralNo }),
			form.Check("non_specialist", func(r *sheet) *bool { return &r.NonSpecialist }),
			form.Choice("tacc", "tacc", model.TACCs, func(r *sheet) *string { return &r.TACC }),
			form.Text("tacc_reason", func(r *sheet) *string { return &r.TACCReason }),
		}},
		{Title: "group.visit", Lines: []form.Line[sheet]{
			form.Choice("orientation", "orientation", model.Orientations, func(r *sheet) *string { return &r.Orientation }).Must(),
			form.Text("dest_doctor", func(r *sheet) *string { return &r.DestDoctor }),
			form.Day("planned_visit_date", func(r *sheet) *model.Date { return &r.PlannedVisit }),
			form.Day("valid_until", func(r *sheet) *model.Date { return &r.ValidUntil }),
			form.Pick("agreement_id", func(r *sheet) *model.ID { return &r.AgreementID }, agreementFinder{app: g.app}),
			form.LongText("note", func(r *sheet) *string { return &r.Note }),
		}},
	}
}

// reply edits what was answered: by the facility that treated our patient, or by us.
func (g *referrals) reply() []sheetGroup {
	lines := replyLines(func(r *sheet) *model.Reply { return &r.Reply })
	return []sheetGroup{{Title: "group.reply", Lines: lines[:len(lines)-1]}, {Title: "group.therapy", Lines: lines[len(lines)-1:]}}
}

// replyLines are the inputs of a reply, the rows of its therapy last.
func replyLines[T any](at func(*T) *model.Reply) []form.Line[T] {
	type M = model.Therapy
	therapy := form.NewRows("reply.therapy", "referral.add_therapy", func(r *T) *[]M { return &at(r).Therapy }, func() M { return M{} },
		func() []*form.Field[M] {
			return []*form.Field[M]{form.Text("drug", func(m *M) *string { return &m.Drug }).Must(), form.Text("dose", func(m *M) *string { return &m.Dose }),
				form.Text("frequency", func(m *M) *string { return &m.Frequency }), form.Text("duration", func(m *M) *string { return &m.Duration })}
		})
	return []form.Line[T]{
		form.Beside(form.Text("reply.reply_no", func(r *T) *string { return &at(r).Number }), form.Day("reply.care_date", func(r *T) *model.Date { return &at(r).CareDate })),
		form.Beside(form.Text("reply.final_dx.code", func(r *T) *string { return &at(r).FinalDx.Code }).Label("field.final_dx.code"),
			form.Text("reply.final_dx.text_id", func(r *T) *string { return &at(r).FinalDx.ID }).Label("field.final_dx.text_id")),
		form.LongText("reply.summary", func(r *T) *string { return &at(r).Summary }).Must(),
		form.Beside(form.Choice("reply.follow_up", "follow_up", model.FollowUps, func(r *T) *string { return &at(r).FollowUp }).Must(),
			form.Day("reply.control_date", func(r *T) *model.Date { return &at(r).ControlDate })),
		form.Beside(form.Text("reply.next_facility", func(r *T) *string { return &at(r).NextPlace }), form.Check("reply.prb_flag", func(r *T) *bool { return &at(r).PRB })),
		form.LongText("reply.advice", func(r *T) *string { return &at(r).Advice }),
		form.Beside(form.Text("reply.doctor", func(r *T) *string { return &at(r).Doctor }), form.Text("reply.doctor_sip", func(r *T) *string { return &at(r).DoctorSIP })),
		therapy,
	}
}

// staffFinder looks the clinic's own people up for a picker.
type staffFinder struct{ app *App }

// Find looks for people by their names.
func (f staffFinder) Find(text string, show func([]form.Option)) {
	session := f.app.session
	task.Run(f.app.Tasks, func(ctx context.Context) ([]model.Staff, error) {
		return session.Staff.Find(ctx, model.Query{Text: text, Sort: "name", Limit: 50})
	}, func(list []model.Staff, err error) {
		var options []form.Option
		for _, p := range list {
			options = append(options, form.Option{ID: p.ID, Title: p.FullName(), Detail: joined(f.app.words.Label("profession", p.Profession), p.Position)})
		}
		show(options)
	})
}

// Name looks for one name.
func (f staffFinder) Name(id model.ID, show func(string)) {
	session := f.app.session
	task.Run(f.app.Tasks, func(ctx context.Context) (model.Staff, error) { return session.Staff.Get(ctx, id) },
		func(p model.Staff, err error) {
			if err == nil {
				show(p.FullName())
			}
		})
}
