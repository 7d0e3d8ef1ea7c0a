package model

import (
	"fmt"
	"slices"
	"strings"
)

// onInvitation and onCertificate are the fields of a training that stand on those papers; the credits only once they were
// approved.
func (r Training) onInvitation() stands {
	return stands{fields: append(r.credits(), "title", "title_en", "type", "organizer", "partner_ids", "agreement_id", "method", "place",
		"link", "start", "end", "purpose", "target", "rsvp_date", "sessions.date", "sessions.start", "sessions.end", "sessions.topic",
		"sessions.speakers", "sessions.room")}
}

func (r Training) onCertificate() stands {
	return stands{fields: append(r.credits(), "training_code", "title", "title_en", "type", "organizer", "partner_ids", "method", "place",
		"start", "end", "jpl_total", "uses_tests", "passing_score", "sessions.topic", "sessions.speakers", "sessions.jpl")}
}

func (r Training) credits() []string {
	if r.SKPStatus == "approved" {
		return []string{"skp_status", "skp_value", "skp_reference"}
	}
	return nil
}

// Certified reports whether somebody has a certificate.
func (r Training) Certified() bool {
	return slices.ContainsFunc(r.Participants, func(p Participant) bool { return p.CertificateNo != "" })
}

// Standing reports whether a paper with a number was issued: an invitation, or a certificate.
func (r Training) Standing() bool { return r.Invited || r.Certified() }

// Frozen reports whether a field stands on an issued invitation or certificate of the training. A field of a participant
// is "participants[2].name".
func (r Training) Frozen(field string) bool {
	var n int
	if _, err := fmt.Sscanf(field, "participants[%d].", &n); err == nil && n < len(r.Participants) {
		_, name, _ := strings.Cut(field, "].")
		return r.Participants[n].CertificateNo != "" && onPerson().holds(name)
	}
	return r.Invited && r.onInvitation().holds(field) || r.Certified() && r.onCertificate().holds(field)
}

// onPerson are the fields of a participant that stand on the certificate.
func onPerson() stands {
	return stands{fields: []string{"staff_id", "name", "profession", "institution", "role", "result", "pre_test", "post_test",
		"certificate_no", "certificate_date"}}
}

// Changed are the problems of the frozen fields that another version of the training changes. Who taught and who chaired
// stands on the papers too.
func (r Training) Changed(next Training) Problems {
	a, b := r, next
	a.Participants, b.Participants = nil, nil
	fields := slices.DeleteFunc(differing(a, b), func(f string) bool { return !r.Frozen(f) })
	if r.Standing() && !slices.Equal(r.taught(), next.taught()) || r.Certified() && r.chair() != next.chair() {
		fields = append(fields, "participants")
	}

	for _, p := range r.Participants {
		at := slices.IndexFunc(next.Participants, func(x Participant) bool { return x.RecordID == p.RecordID })
		if p.CertificateNo == "" || at < 0 {
			continue
		}
		for _, f := range personChanged(p, next.Participants[at]) {
			fields = append(fields, fmt.Sprintf("participants[%d].%s", at, f))
		}
	}

	return frozen(fields)
}

// personChanged compares what stands of one on the certificate. A score of 0 is not the same as none.
func personChanged(p, next Participant) []string {
	p.CertificateNo, p.CertificateDate = next.CertificateNo, next.CertificateDate
	fields := onPerson().changed(p, next)
	for name, score := range map[string][2]*int{"pre_test": {p.PreTest, next.PreTest}, "post_test": {p.PostTest, next.PostTest}} {
		if (score[0] == nil) != (score[1] == nil) && !slices.Contains(fields, name) {
			fields = append(fields, name)
		}
	}
	return fields
}

// taught are those whose names stand on the papers as speakers.
func (r Training) taught() []string {
	var names []string
	for _, p := range r.Participants {
		if p.Role == "narasumber" && p.Registration != "cancelled" {
			names = append(names, fmt.Sprint(p.StaffID, " ", p.Name))
		}
	}
	return names
}

// chair is who signs the list of subjects.
func (r Training) chair() string {
	at := slices.IndexFunc(r.Participants, Participant.Chairs)
	if at < 0 {
		return ""
	}
	return fmt.Sprint(r.Participants[at].StaffID, " ", r.Participants[at].Name)
}
