package model

// ReferralStatus is a state of a referral (brief section 4.11).
type ReferralStatus string

// States of a referral.
const (
	ReferralDraft        ReferralStatus = "draft"
	ReferralIssued       ReferralStatus = "issued"
	ReferralSent         ReferralStatus = "sent"
	ReferralAccepted     ReferralStatus = "accepted"
	ReferralRejected     ReferralStatus = "rejected"
	ReferralRedirected   ReferralStatus = "redirected"
	ReferralInTransit    ReferralStatus = "in_transit"
	ReferralArrived      ReferralStatus = "arrived"
	ReferralInCare       ReferralStatus = "in_care"
	ReferralReplied      ReferralStatus = "replied"
	ReferralBackReferred ReferralStatus = "back_referred"
	ReferralClosed       ReferralStatus = "closed"
	ReferralCancelled    ReferralStatus = "cancelled"
	ReferralNoShow       ReferralStatus = "no_show"
	ReferralLapsed       ReferralStatus = "lapsed"
)

// ReferralStatuses lists the states in their usual order.
func ReferralStatuses() []ReferralStatus {
	return []ReferralStatus{ReferralDraft, ReferralIssued, ReferralSent, ReferralAccepted, ReferralRejected, ReferralRedirected,
		ReferralInTransit, ReferralArrived, ReferralInCare, ReferralReplied, ReferralBackReferred, ReferralClosed,
		ReferralCancelled, ReferralNoShow, ReferralLapsed}
}
