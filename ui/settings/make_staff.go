package settings

import (
	"context"

	"jejaring/model"
	"jejaring/ui/form"
	"jejaring/ui/room"
	"jejaring/ui/task"
)

// Offer says what belongs into a search for the clinic's own people.
func (f staffFinder) Offer() (belongs, button string) {
	return f.desk.Words.Say("pick.no_staff"), f.desk.Words.Say("staff.new")
}

// Make registers a person of the staff on the spot.
func (f staffFinder) Make(text string, made func(form.Option)) { f.desk.makeStaff(text, false, made) }

// signerFinder looks up who may sign for the clinic.
type signerFinder struct{ staffFinder }

// Find looks for people who may sign.
func (f signerFinder) Find(text string, show func([]form.Option)) {
	f.find(model.Query{Text: text, Sort: "name", Limit: 50, Filter: model.Filters{model.BySigns: "1", model.ByActive: "1"}}, show)
}

// Offer says what belongs into a search for signers.
func (f signerFinder) Offer() (belongs, button string) {
	return f.desk.Words.Say("pick.no_signer"), f.desk.Words.Say("staff.new")
}

// Make registers a person who may sign.
func (f signerFinder) Make(text string, made func(form.Option)) { f.desk.makeStaff(text, true, made) }

func (d *desk) makeStaff(text string, signs bool, made func(form.Option)) {
	type S = model.Staff
	prefix, name, suffix := model.SplitName(text)
	s := model.Staff{TitlePrefix: prefix, Name: name, TitleSuffix: suffix, Profession: model.ProfessionOf(prefix, suffix), Active: true,
		STRLifetime: true, Signs: signs}
	lines := []form.Line[S]{
		form.Text("name", func(r *S) *string { return &r.Name }).Must(),
		form.Beside(form.Text("title_prefix", func(r *S) *string { return &r.TitlePrefix }), form.Text("title_suffix", func(r *S) *string { return &r.TitleSuffix })),
		form.Choice("profession", "profession", model.Professions, func(r *S) *string { return &r.Profession }).Must(),
		form.Text("position", func(r *S) *string { return &r.Position }),
		form.Beside(form.Text("sip_no", func(r *S) *string { return &r.SIPNo }), form.Day("sip_expiry", func(r *S) *model.Date { return &r.SIPExpiry })),
	}
	if signs {
		lines = append(lines, form.Text("sign_authority", func(r *S) *string { return &r.SignAuthority }).Hint("hint.authority"))
	}

	room.Ask(d.Desk, s, room.Question[S]{Entity: "staff", Title: d.Words.Say("staff.new"), Do: d.Words.Say("action.save"), Groups: []form.Group[S]{{Lines: lines}},
		Submit: func(s S, done func(error)) {
			room.Create(d.Desk, d.Staff, s, done, func(s S) { made(form.Option{ID: s.ID, Title: s.FullName()}) })
		}})
}

// headAsStaff lets the head of the clinic, who is entered with its profile, be picked as doctor and as signer as well. A
// head who was entered with another spelling before, and of whom nothing else was entered since, is the same person.
func (d *desk) headAsStaff(before, now model.Clinic) {
	if now.HeadName == "" {
		return
	}
	task.Run(d.Tasks, func(ctx context.Context) (bool, error) {
		staff, err := d.Staff.Find(ctx, model.Query{})
		if err != nil {
			return false, err
		}

		head, ok := headAmong(staff, before, now)
		if ok {
			err = d.Staff.Save(ctx, &head)
		}
		return ok, err
	}, func(_ bool, err error) {
		if err != nil && d.Current() {
			d.Report(err)
		}
	})
}

// headAmong is the record of the head as it should be, and whether it must be saved.
func headAmong(staff []model.Staff, before, now model.Clinic) (model.Staff, bool) {
	prefix, name, suffix := model.SplitName(now.HeadName)
	renamed := -1
	for i, s := range staff {
		if model.SamePerson(s.FullName(), now.HeadName) {
			return s, false
		}
		if before.HeadName != "" && model.SamePerson(s.FullName(), before.HeadName) && s.Version == 1 {
			renamed = i
		}
	}

	head := model.Staff{Active: true, STRLifetime: true, Signs: true, SIPNo: now.HeadSIP}
	if renamed >= 0 {
		head = staff[renamed]
	}

	head.TitlePrefix, head.Name, head.TitleSuffix = prefix, name, suffix
	head.Profession = model.ProfessionOf(prefix, suffix)
	head.Position = now.HeadPosition
	head.SignAuthority = now.HeadAuthority

	return head, true
}
