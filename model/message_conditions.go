package model

import "slices"

// Dangerous reports whether a mail is forged, or carries a program.
func (r Message) Dangerous() bool {
	return slices.ContainsFunc(r.Warnings, func(w Warning) bool { return w.Code == WarnSpoof || w.Code == WarnExecutable })
}

// Unlinked reports whether a mail came in that no rule and nobody has linked or set aside.
func (r Message) Unlinked() bool {
	return r.Direction == "in" && !r.Linked() && !r.AutoSubmitted && r.Status == "unregistered"
}

// Open reports whether an incoming mail was registered and is not answered, filed or ignored.
func (r Message) Open() bool {
	return r.Direction == "in" && slices.Contains([]string{"registered", "routed", "in_progress"}, r.Status)
}

// WaitsForAnswer reports whether a linked mail is urgent or asks for an answer by what it is about, and nobody has answered,
// filed or ignored it.
func (r Message) WaitsForAnswer() bool {
	if r.Direction != "in" || !r.Linked() || r.AutoSubmitted || r.Status != "unregistered" && !r.Open() {
		return false
	}
	return r.Urgent || slices.Contains(asking(), r.Category)
}

// asking are the categories of letters that want an answer.
func asking() []string {
	return []string{"permohonan", "penawaran", "undangan", "perpanjangan", "pengakhiran", "tagihan", "keluhan"}
}

// Failing reports whether a mailbox that is read could not be read whole the last time. Mails that the server does not hand
// over are no failure while others come.
func (r Mailbox) Failing() bool {
	last := r.LastSync
	some := last.Error == "mail_incomplete" && last.Fetched+last.Known > 0
	return r.Active && last.Error != "" && !some
}
