package letter_test

import (
	"slices"
	"strings"
	"testing"

	"jejaring/model"
	"jejaring/model/letter"
)

// asked are the fields that a final of a document of which only the clinic is known asks for, by what brief sections 2.6 to 2.16
// call required data. The number and the date come with the issue.
func asked() map[model.DocumentCode]string {
	return map[model.DocumentCode]string{
		// addressee and position, field of cooperation, scope, benefits, contact person
		model.DocumentProposal: "partners[0].name partners[0].city parties[0].rep_position cooperation_field scope_items goals pics",
		// to whom, which agreement, for how long again, until when to answer, by which draft, contact person
		model.DocumentExpiry: "partners[0].name partners[0].city parties[0].rep_position title type number_own sign_date end_date " +
			"renew_term_n answer_deadline renewal_paper pics",
		// parties, field, goals, scope, obligations, start and end, and what the clauses have numbers for
		model.DocumentAgreement: "title parties common_purpose.text_id cooperation_field goals scope_items obligations start_date end_date " +
			"terms.secrecy_years terms.eval_interval_n terms.fm_days terms.fm_limit_days terms.cure_days terms.settle_days",
		// to whom, which agreement, from which day on, and why
		model.DocumentTermination: "partners[0].name partners[0].city parties[0].rep_position title type number_own terminates_on " +
			"termination_cause termination_reason",
		// parties, what for, scope, start and end, contact persons, and what the articles have numbers for
		model.DocumentMemorandum: "title parties common_purpose.text_id goals scope_items start_date end_date terms.workplan_days",
		// who is invited, to what, for what, when, where, and until when to answer
		model.DocumentInvitation: "partner_id title type purpose.text_id start sessions place rsvp_date",
		// for whom, of what, when and where
		model.DocumentCertificate: "participants title type start place",
		model.DocumentAttendance:  "title start place",
		// to whom, who, what was found, why, who agreed and who refers
		model.DocumentReferral: "partner_id dest_unit service_type patient.name patient.birth_date patient.sex insurance dx_primary.text_id " +
			"dx_primary.code reason_text consent.person consent.relation doctor_staff_id",
		// whose referral is answered, who, what was found and done, what follows, who treated
		model.DocumentReply: "partner_id referral_datetime patient.name patient.birth_date patient.sex reply.care_date reply.final_dx.text_id " +
			"reply.summary reply.follow_up reply.doctor",
	}
}

// languagesOf are those in which a document of the kind may be made alone.
func languagesOf(code model.DocumentCode) []string {
	k, _ := model.KindOfDocument(code)
	return k.Languages
}

func required(ps model.Problems) []string {
	var fields []string
	for _, p := range ps {
		if p.Code == model.CodeRequired {
			fields = append(fields, p.Field)
		}
	}
	slices.Sort(fields)
	return fields
}

func TestMissing_OfEachKindInEachLanguage(t *testing.T) {
	w := letter.New(nil)
	for code, fields := range asked() {
		want := strings.Fields(fields)
		slices.Sort(want)
		for _, language := range languagesOf(code) {
			d := model.LetterData{Type: code, Language: language, Clinic: sampleClinic()}
			if got := required(w.Missing(d)); !slices.Equal(got, want) {
				t.Errorf("%s in %s asks for %v, want %v", code, language, got, want)
			}
			if _, err := w.Render(d); !slices.Equal(required(withoutIssue(model.AsProblems(err))), want) {
				t.Errorf("%s in %s is refused for %v", code, language, err)
			}

			d.Draft = true
			if papers, err := w.Render(d); err != nil || len(papers) != 1 {
				t.Errorf("a draft of %s in %s: %d papers, %v", code, language, len(papers), err)
			}
		}
	}
}

// withoutIssue leaves out what the issue brings.
func withoutIssue(ps model.Problems) model.Problems {
	return slices.DeleteFunc(slices.Clone(ps), func(p model.Problem) bool { return p.Field == "number" || p.Field == "date" })
}

// complete are documents of every kind that lack nothing.
func complete(t testing.TB) []model.LetterData {
	return []model.LetterData{sampleData(t), memorandumData(t), proposalData(t), expiryData(t), terminationData(t), outpatientData(), emergencyData(), replyData(), trainingData("UND"),
		trainingData("DH"), trainingData("SRT")}
}

func TestMissing_NothingInACompleteDocument(t *testing.T) {
	w := letter.New(nil)
	for _, d := range complete(t) {
		for _, language := range languagesOf(model.DocumentCode(d.Type)) {
			d.Language = language
			if ps := w.Missing(d).Errors(); ps != nil {
				t.Errorf("%s in %s lacks %v", d.Type, language, ps)
			}
			if _, err := w.Render(d); err != nil {
				t.Errorf("%s in %s: %v", d.Type, language, err)
			}
		}
	}
}

// What the clinic's profile lacks is asked for by name, whatever the document.
func TestMissing_OfTheClinic(t *testing.T) {
	w := letter.New(nil)
	for _, d := range complete(t) {
		d.Clinic = model.NewClinic()
		for _, language := range languagesOf(model.DocumentCode(d.Type)) {
			d.Language = language
			for _, field := range required(w.Missing(d)) {
				if !strings.HasPrefix(field, "clinic.") && !strings.HasPrefix(field, "parties[0].") {
					t.Errorf("%s in %s asks for %s", d.Type, language, field)
				}
			}

			// A list, a reply and a notice name the clinic in their letterhead alone.
			if ps := w.Missing(d); d.Type != "DH" && d.Type != "SRB" && !strings.HasPrefix(string(d.Type), "SPB-") && !ps.Has("clinic.name", model.CodeRequired) {
				t.Errorf("%s in %s does not ask for the name of the clinic: %v", d.Type, language, ps)
			}
		}
	}
}
