package letter

import (
	"fmt"
	"slices"
	"strings"

	"jejaring/model"
	"jejaring/model/letter/typeset"
)

// certificate adds the values of a training certificate (brief section 2.14).
func (f *facts) certificate(v map[string]any) {
	t := f.trained()
	f.training(v)
	p, field := model.Participant{}, ""
	if f.d.Certified != nil {
		p, field = *f.d.Certified, "participants."
	}
	v["certificate_no"] = f.required("number", f.d.Number)
	v["issue_date"] = f.day("date", f.d.Date)
	v["participant_full_name"] = typeset.Gap("participants")
	v["participant_profession"], v["participant_institution"], v["role_label"] = "", "", typeset.Gap("participants")
	if field != "" {
		v["participant_full_name"] = f.person(p, field)
		_, v["participant_profession"], v["participant_institution"] = f.work(p, field)
		v["role_label"] = f.label("training_role", field+"role", p.Role)
	}
	f.graded(v, t, p)
	speakers, sessions := f.speakers(t), f.sessions(t)
	if !slices.ContainsFunc(t.Sessions, func(s model.Session) bool { return len(s.Speakers) > 0 }) {
		for _, s := range sessions {
			s["speakers"] = speakers
		}
	}
	v["sessions"], v["speakers"] = sessions, speakers
	v["pre_test"], v["post_test"] = score(p.PreTest), score(p.PostTest)
	f.certificateSigners(v, t)
}

// graded adds the result; it is told only where tests are used, and to participants.
func (f *facts) graded(v map[string]any, t model.Training, p model.Participant) {
	result := p.Result
	if result == "" && p.PostTest != nil {
		result = "tidak_lulus"
		if *p.PostTest >= t.PassingScore {
			result = "lulus"
		}
	}
	v["graded"] = t.UsesTests && p.Role == "peserta" && (result == "lulus" || result == "tidak_lulus")
	v["result_label"] = strings.ToLower(f.words.Label("training_result", result))
}

func score(n *int) string {
	if n == nil {
		return ""
	}
	return fmt.Sprint(*n)
}

// certificateSigners are the head, or who signs for the head, and the head of the partner where both hold the training.
func (f *facts) certificateSigners(v map[string]any, t model.Training) {
	f.signs()
	s := f.made.signer
	v["signer_behalf"], v["signer_position"] = typeset.Literal(s.behalf), typeset.Literal(s.position)
	v["signer_name"], v["signer_id"] = typeset.Literal(s.name), typeset.Literal(s.id)
	v["partner_signs"], v["partner_position"], v["partner_name"], v["partner_org"] = false, "", typeset.GapText, ""
	for i, partner := range f.d.Partners {
		if t.Organizer == "clinic" || i > 0 {
			break
		}
		head := partner.Signer()
		v["partner_signs"], v["partner_org"] = true, f.optional("partners[0].name", partner.Name)
		v["partner_position"] = f.optional("partners[0].contacts", head.Position)
		if name := f.optional("partners[0].contacts", head.Name); name != "" {
			v["partner_name"] = name
		}
	}
	v["chair"] = ""
	for i, p := range t.Participants {
		if p.Chairs() {
			v["chair"] = f.person(p, fmt.Sprintf("participants[%d].", i))
			break
		}
	}
}
