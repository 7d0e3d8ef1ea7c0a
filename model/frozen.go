package model

import (
	"fmt"
	"slices"
	"strings"
)

// Standing reports whether a paper of the agreement was issued or signed, so that its terms are frozen.
func (r Agreement) Standing() bool {
	switch r.Status {
	case StatusDraft, StatusReview, "":
		return false
	case StatusCancelled:
		return r.NumberOwn != ""
	}
	return true
}

// onAgreement are the fields that stand on the paper of an agreement, or that its parties agreed on beside it: all but those of its life
// and the clinic's own notes. The partner's own number may come later.
func onAgreement() stands {
	return stands{but: true, fields: kept("successor_id", "expired_from", "expired_since", "notice", "terminates_on", "termination_notice_date", "termination_cause", "termination_reason", "first_end_date", "agreed_end_date", "stages", "full_due", "renew_count", "original_end_date", "documents", "risk_level", "dpia_done",
		"cooperation_model", "parties.partner_name", "terms.proposal_flavour", "terms.proposal_signatory",
		"obligations.id", "obligations.code", "obligations.status", "obligations.occurrences", "obligations.kind",
		"obligations.amount", "obligations.owner", "obligations.clause", "goals.benefit", "goals.orientation", "goals.beneficiary", "goals.baseline", "kpis.baseline",
		"risks", "no_risks", "must_know", "exchanges", "confidentiality", "culture_note",
		"contributions.no", "contributions.received", "contributions.returned_on", "contributions.return_condition")}
}

// Frozen reports whether a field stands on the issued or signed paper of the agreement.
func (r Agreement) Frozen(field string) bool {
	return r.Standing() && onAgreement().holds(field) && !r.toComplete(field)
}

// toComplete reports whether a field is empty that may come later: the partner's number, the day on which an obligation falls due,
// which the paper tells in words, or a contribution that has no day, and of what no paper tells how one speaks with a contact person, how goals differ, and what is expected.
func (r Agreement) toComplete(field string) bool {
	var n int
	list, name, _ := strings.Cut(field, "].")
	if _, err := fmt.Sscanf(list, "parties[%d", &n); err == nil && n < len(r.Parties) {
		return name == "own_number" && r.Parties[n].OwnNumber == ""
	}
	if _, err := fmt.Sscanf(list, "obligations[%d", &n); err == nil && n < len(r.Obligations) {
		return name == "due_date" && r.Obligations[n].DueDate.IsZero() || name == "due_day" && r.Obligations[n].DueDay == 0
	}
	if _, err := fmt.Sscanf(list, "pics[%d", &n); err == nil && n < len(r.PICs) {
		return name == "channel" && r.PICs[n].Channel == "" || name == "rhythm" && r.PICs[n].Rhythm == ""
	}
	if _, err := fmt.Sscanf(list, "goals[%d", &n); err == nil && n < len(r.Goals) {
		return settles(r.Goals[n], name)
	}

	if _, err := fmt.Sscanf(list, "contributions[%d", &n); err == nil && n < len(r.Contributions) {
		return name == "due_date" && r.Contributions[n].DueDate.IsZero()
	}

	return len(r.Expectations) == 0 && strings.HasPrefix(field, "expectations")
}

// settles reports whether a field of a goal is empty that says how it differs, or what came of that.
func settles(g Goal, field string) bool {
	switch field {
	case "differs":
		return g.Differs == ""
	case "agreed":
		return g.Agreed == ""
	case "agreed_on":
		return g.AgreedOn.IsZero()
	}
	return false
}

// Changed are the problems of the frozen fields that another version of the agreement changes.
func (r Agreement) Changed(next Agreement) Problems {
	fields := onAgreement().changed(r, next)
	return frozen(slices.DeleteFunc(fields, func(f string) bool { return !r.Frozen(f) }))
}

// Standing is the type of the paper of ours that was issued: RJK of an outgoing referral, SRB of an incoming one, or "".
func (r Referral) Standing() DocumentCode {
	switch {
	case r.Direction == "in" && r.Reply.Number != "":
		return DocumentReply
	case r.Direction == "out" && r.ReferralNo != "" && r.Status != ReferralDraft:
		return DocumentReferral
	}
	return ""
}

// Paper is the kind of letter of ours that the referral is issued as: the referral itself, or the reply to an incoming one.
func (r Referral) Paper() DocumentCode {
	if r.Direction == "in" {
		return DocumentReply
	}
	return DocumentReferral
}

// Paper is the kind of paper that a training needs next: its invitation, and after its end the certificates; "" once it is cancelled.
func (r Training) Paper() DocumentCode {
	switch r.Status {
	case TrainingCancelled:
		return ""
	case TrainingFinished, TrainingReported:
		return DocumentCertificate
	}
	return DocumentInvitation
}

// onReferral are the fields that stand on the paper of a referral.
func onReferral(paper DocumentCode) stands {
	switch paper {
	case DocumentReferral:
		return stands{but: true, fields: kept("partner_name", "initials", "mr_no", "issued_at", "sent_at", "decided_at", "departed_at",
			"arrived_at", "handed_over_at", "replied_at", "back_referred_at", "closed_at", "contact_log", "decision", "decision_by",
			"decision_reason", "redirected_to_partner_id", "next_referral_id", "origin_referral_id", "arrival_condition", "received_by",
			"reply", "prb_group", "outcome", "note", "non_specialist", "planned_visit_date")}
	case DocumentReply:
		return stands{fields: []string{"direction", "referral_no", "referral_datetime", "partner_id", "patient_id", "patient", "insurance_no",
			"doctor_name", "doctor_staff_id", "prb_group", "reply.reply_no", "reply.date", "reply.care_date", "reply.final_dx",
			"reply.summary", "reply.therapy", "reply.follow_up", "reply.control_date", "reply.next_facility", "reply.prb_flag",
			"reply.advice", "reply.doctor", "reply.doctor_sip"}}
	}
	return stands{}
}

// Frozen reports whether a field stands on the issued letter, or reply, of the referral. The identity of the patient is
// "patient".
func (r Referral) Frozen(field string) bool { return onReferral(r.Standing()).holds(field) }

// Changed are the problems of the frozen fields that another version of the referral changes. What was noted of the
// contact with the other facility stands as well; more may follow it.
func (r Referral) Changed(next Referral) Problems {
	paper := r.Standing()
	fields := onReferral(paper).changed(r, next)
	noted := len(r.ContactLog)
	if paper == DocumentReferral && (len(next.ContactLog) < noted || !slices.Equal(r.ContactLog, next.ContactLog[:noted])) {
		fields = append(fields, "contact_log")
	}
	return frozen(fields)
}

// ChangedPatient are the problems of what stands of the patient on the paper.
func (r Referral) ChangedPatient(before, next Patient) Problems {
	if r.Standing() == "" {
		return nil
	}
	return frozen(stands{but: true, fields: kept()}.changed(before, next)).Within("patient")
}
