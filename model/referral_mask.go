package model

// Masked returns the referral without what tells who the patient is: card and insurer's numbers, the people around, and
// the name of the reply's scan.
// Initials and record number stay.
func (r Referral) Masked() Referral {
	r.InsuranceNo, r.InsurerReferralNo, r.Companion, r.Consent.Person = "", "", "", ""
	r.Reply.File = r.Reply.File.Anonymous()
	return r
}
