package model

// Masked returns the referral without what tells who the patient is: card and insurer's numbers, and the people around.
// Initials and record number stay.
func (r Referral) Masked() Referral {
	r.InsuranceNo, r.InsurerReferralNo, r.Companion, r.Consent.Person = "", "", "", ""
	return r
}
