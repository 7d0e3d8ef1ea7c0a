package referral

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"jejaring/model"
	"jejaring/ui/form"
	"jejaring/ui/look"
	"jejaring/ui/task"
)

// reply edits what was answered: by the facility that treated our patient, or by us.
func (g *referrals) reply() []sheetGroup {
	lines := replyLines(g.incoming(), func(r *Sheet) *model.Reply { return &r.Reply })
	n := len(lines)
	doctor := lines[n-2 : n-1]
	if g.incoming() {
		doctor = []form.Line[Sheet]{form.Note(func(*Sheet) fyne.CanvasObject { return g.ourDoctor() }), lines[n-2]}
	}

	programme := func(r *Sheet) bool { return r.Reply.PRB || r.PRBGroup != "" }
	return []sheetGroup{g.scan(), {Title: "group.reply", Lines: lines[:n-2]},
		{When: programme, Lines: []form.Line[Sheet]{
			form.Choice("prb_group", "prb_group", model.PRBGroups, func(r *Sheet) *string { return &r.PRBGroup }).Must()}},
		{Lines: doctor},
		{Title: "group.therapy", Right: true, Lines: lines[n-1:]}}
}

// ourDoctor offers the staff as those who answer; another name can be typed.
func (g *referrals) ourDoctor() fyne.CanvasObject {
	d := g.desk
	var pick *look.Button
	pick = look.NewButtonWithIcon(d.Words.Say("reply.pick_doctor"), theme.SearchIcon(), func() {
		form.ShowPicker(d.Words, d.Words.Say("form.search"), pick, d.Finder("staff", nil), func(o form.Option) { g.answer(o.ID) })
	})
	return container.NewBorder(nil, nil, nil, pick, look.Heading(d.Words.Say("group.reply_doctor")))
}

// answer names somebody of the staff as the one who answers, with the licence to practise.
func (g *referrals) answer(staff model.ID) {
	open := g.Draft().ID
	task.Run(g.desk.Tasks, func(ctx context.Context) (model.Staff, error) { return g.desk.Staff.Get(ctx, staff) },
		func(p model.Staff, err error) {
			if err != nil {
				g.desk.Report(err)
				return
			}
			if d := g.Draft(); d != nil && d.ID == open {
				g.Edit(func(s *Sheet) { s.Reply.Doctor, s.Reply.DoctorSIP = p.FullName(), p.SIPNo })
			}
		})
}

// replyLines are the inputs of a reply, the doctor and the rows of its therapy last. Our own, which is printed, needs
// diagnosis and doctor.
func replyLines[T any](ours bool, at func(*T) *model.Reply) []form.Line[T] {
	type M = model.Therapy
	therapy := form.NewRows("reply.therapy", "referral.add_therapy", func(r *T) *[]M { return &at(r).Therapy }, func() M { return M{} },
		func() []*form.Field[M] {
			return []*form.Field[M]{form.Text("drug", func(m *M) *string { return &m.Drug }).Must(), form.Text("dose", func(m *M) *string { return &m.Dose }),
				form.Text("frequency", func(m *M) *string { return &m.Frequency }), form.Text("duration", func(m *M) *string { return &m.Duration })}
		})
	diagnosis := form.Text("reply.final_dx.text_id", func(r *T) *string { return &at(r).FinalDx.ID }).Label("field.final_dx.text_id")
	doctor := form.Text("reply.doctor", func(r *T) *string { return &at(r).Doctor })
	if ours {
		diagnosis.Must()
		doctor.Must()
	}

	return []form.Line[T]{
		form.Beside(form.Text("reply.reply_no", func(r *T) *string { return &at(r).Number }), form.Day("reply.care_date", func(r *T) *model.Date { return &at(r).CareDate })),
		form.Beside(form.Text("reply.final_dx.code", func(r *T) *string { return &at(r).FinalDx.Code }).Label("field.final_dx.code"), diagnosis),
		form.LongText("reply.summary", func(r *T) *string { return &at(r).Summary }).Must(),
		form.Beside(form.Choice("reply.follow_up", "follow_up", model.FollowUps, func(r *T) *string { return &at(r).FollowUp }).Must(),
			form.Day("reply.control_date", func(r *T) *model.Date { return &at(r).ControlDate })),
		form.Beside(form.Text("reply.next_facility", func(r *T) *string { return &at(r).NextPlace }), form.Check("reply.prb_flag", func(r *T) *bool { return &at(r).PRB })),
		form.LongText("reply.advice", func(r *T) *string { return &at(r).Advice }),
		form.Beside(doctor, form.Text("reply.doctor_sip", func(r *T) *string { return &at(r).DoctorSIP })),
		therapy,
	}
}

// scan is the part of the reply's page about its scan. Only what others answer comes on paper.
func (g *referrals) scan() sheetGroup {
	return sheetGroup{Title: "group.reply_scan", When: func(r *Sheet) bool { return r.Direction == "out" },
		Lines: []form.Line[Sheet]{form.Note(func(r *Sheet) fyne.CanvasObject {
			id := r.ID
			return replyScan{desk: g.desk, rec: r.Referral, file: r.Reply.File, stored: r.scan, named: r.Shown, set: func(f *model.ReplyFile) {
				if d := g.Draft(); d != nil && d.ID == id {
					g.Edit(func(s *Sheet) { s.Reply.File = f })
				}
			}}.object()
		})}}
}

// stepScan is the line about the scan in the form that records a reply.
func (g *referrals) stepScan(r model.Referral, curtain func(shown bool)) form.Line[answering] {
	return form.Note(func(s *answering) fyne.CanvasObject {
		box := container.NewStack()
		var draw func()
		draw = func() {
			box.Objects = []fyne.CanvasObject{replyScan{desk: g.desk, rec: r, file: s.reply.File, stored: r.Reply.File, curtain: curtain,
				set: func(f *model.ReplyFile) { s.reply.File = f; draw() }}.object()}
			box.Refresh()
		}
		draw()
		name := look.Muted(g.desk.Words.Field("referral.reply.file"))

		return container.NewBorder(nil, nil, container.NewVBox(look.Fixed(154, 0, name)), nil, box)
	})
}
