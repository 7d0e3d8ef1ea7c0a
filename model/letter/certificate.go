package letter

import (
	"fmt"
	"slices"
	"strings"

	"jejaring/model"
	"jejaring/model/letter/typeset"
)

// certificate adds the values of a training certificate (brief section 2.14).
func certificate(f *facts, v map[string]any) []modelText {
	t := trainedOf(f)
	training(f, v)
	v["certificate_no"] = f.required("number", f.d.Number)
	v["issue_date"] = f.day("date", f.d.Date)

	var p model.Participant
	if f.d.Certified != nil {
		p = *f.d.Certified
	}

	certifiedOf(f, v)
	graded(f, v, t, p)

	speakers := speakersOf(f, t)
	sessions := sessionsOf(f, t)
	if !slices.ContainsFunc(t.Sessions, func(s model.Session) bool { return len(s.Speakers) > 0 }) {
		for _, s := range sessions {
			s["speakers"] = speakers
		}
	}

	v["sessions"] = sessions
	v["speakers"] = speakers

	v["pre_test"] = score(p.PreTest)
	v["post_test"] = score(p.PostTest)
	certificateSigners(f, v, t)
	return []modelText{f.own("", v), f.own("-subjects", v)}
}

// certifiedOf is the participant whom the certificate is for.
func certifiedOf(f *facts, v map[string]any) {
	const field = "participants."
	if f.d.Certified == nil {
		v["participant_full_name"] = typeset.Gap("participants")
		v["participant_profession"] = ""
		v["participant_institution"] = ""
		v["role_label"] = typeset.Gap("participants")
		return
	}

	p := *f.d.Certified
	v["participant_full_name"] = personOf(f, p, field)
	_, v["participant_profession"], v["participant_institution"] = workOf(f, p, field)
	v["role_label"] = f.label("training_role", field+"role", p.Role)
}

// graded adds the result; it is told only where tests are used, and to participants.
func graded(f *facts, v map[string]any, t model.Training, p model.Participant) {
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
func certificateSigners(f *facts, v map[string]any, t model.Training) {
	f.signs()
	s := f.made.signer
	v["signer_behalf"] = typeset.Literal(s.behalf)
	v["signer_position"] = typeset.Literal(s.position)
	v["signer_name"] = typeset.Literal(s.name)
	v["signer_id"] = typeset.Literal(s.id)
	partnerSigns(f, v, t)

	v["chair"] = ""
	for i, p := range t.Participants {
		if p.Chairs() {
			v["chair"] = personOf(f, p, fmt.Sprintf("participants[%d].", i))
			break
		}
	}
}

// partnerSigns adds the head of the partner; whose name is not known writes it in.
func partnerSigns(f *facts, v map[string]any, t model.Training) {
	v["partner_signs"] = t.Organizer != "clinic" && len(f.d.Partners) > 0
	v["partner_position"] = ""
	v["partner_name"] = typeset.GapText
	v["partner_org"] = ""
	if v["partner_signs"] == false {
		return
	}

	partner := f.d.Partners[0]
	head := partner.Signer()
	v["partner_org"] = f.optional("partners[0].name", partner.Name)
	v["partner_position"] = f.optional("partners[0].contacts", head.Position)
	if name := f.optional("partners[0].contacts", head.Name); name != "" {
		v["partner_name"] = name
	}
}

// unearned says why the participant may have no certificate, and warns of one whose committee nobody chairs.
func unearned(d model.LetterData) model.Problems {
	if d.Training == nil || d.Certified == nil {
		return nil
	}

	var found model.Problems
	if ok, reason := d.Training.Earned(*d.Certified); !ok {
		found = append(found, model.Problem{Field: "participants", Code: reason})
	}
	if !d.Training.Chaired() {
		found = append(found, model.Problem{Field: "participants", Code: "no_chair", Warning: true})
	}

	return found
}
