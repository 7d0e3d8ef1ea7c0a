package model

import (
	"slices"
	"strings"
	"time"
)

// ReferralChange is what is said with a step of a referral.
type ReferralChange struct {
	At     time.Time // when it happened; not in the future
	Now    time.Time
	Zone   *time.Location
	Reason string // why it is cancelled
	// Decision fields, for what the other facility decides.
	By             string
	DecisionReason string
	RedirectedTo   ID
	// Departure and handover. Without a time of its own the handover was at the arrival.
	Transport    string
	HandedOverAt time.Time
	ReceivedBy   string
	Condition    string
	Reply        *Reply
	PRBGroup     string
	// ControlDate is when a back-referred patient is to come; zero leaves the day of the reply.
	ControlDate Date
	Outcome     string
	Contact     *ContactAttempt // logged when the letter is sent
}

// Steps of a referral that papers take, or that another one follows.
const (
	StepLetter   StepName = "issue"
	StepAnswer   StepName = "answer"
	StepRedirect StepName = "redirect"
)

type (
	referralStep = Step[Referral, ReferralStatus, ReferralChange]
	referralAsk  = Ask[Referral, ReferralChange]
)

// ReferralFlow is the life of a referral (brief section 4.11). One that comes in has the states of one that goes out; its
// steps are ours where those of the other are theirs.
func ReferralFlow() Flow[Referral, ReferralStatus, ReferralChange] {
	return Flow[Referral, ReferralStatus, ReferralChange]{
		State: func(r *Referral) *ReferralStatus { return &r.Status },
		Noted: (*Referral).noted,
		Check: Referral.unlikely,
		Steps: slices.Concat(referralsLeave(), referralsAreDecided(), referralsTravel(), referralsFail(), referralsAreTreated()),
	}
}

// Apply takes a step of the referral's flow.
func (r *Referral) Apply(step StepName, ch ReferralChange) error {
	return ReferralFlow().Take(r, step, ch)
}

// Ended reports whether nothing more can happen to the referral.
func (r Referral) Ended() bool { return len(ReferralFlow().Ways(r)) == 0 }

// noted keeps the reason of a step that has one.
func (r *Referral) noted(ch ReferralChange) {
	if ch.Reason != "" {
		r.StatusReason = strings.TrimSpace(ch.Reason)
	}
}

// unlikely says what is too long of a referral after a step, and which of its times cannot be.
func (r Referral) unlikely(ch ReferralChange) Problems {
	var c checker
	checkReferralTexts(&r, &c)
	checkReferralTimes(&r, &c, ch.Now)
	return c.found
}

func (r Referral) goesOut() bool { return r.Direction == "out" }

func (r Referral) comesIn() bool { return r.Direction == "in" }

// received is the further word for a step that we take ourselves when a referral comes in.
func received(r Referral) string {
	if r.comesIn() {
		return "in"
	}
	return ""
}

// happened asks when a step was taken.
func happened() referralAsk {
	return referralAsk{Name: "at", Of: func(c *ReferralChange) any { return &c.At }, Must: always[Referral]}
}

// at are the states that a step leads from.
func at(states ...ReferralStatus) []ReferralStatus { return states }

// referralsLeave are the steps until a referral is on its way to the other facility.
func referralsLeave() []referralStep {
	contact := func(of func(*ContactAttempt) *string) func(*ReferralChange) any {
		return func(c *ReferralChange) any {
			if c.Contact == nil {
				c.Contact = &ContactAttempt{}
			}
			return of(c.Contact)
		}
	}
	return []referralStep{
		{Name: StepLetter, From: at(ReferralDraft), To: ReferralIssued, By: ByPaper, For: Referral.goesOut, Main: always[Referral],
			Do: func(r *Referral, ch ReferralChange) { r.IssuedAt = ch.At }, Guard: unlettered},
		{Name: "receive", From: at(ReferralDraft), To: ReferralSent, For: Referral.comesIn, Main: always[Referral],
			Do: (*Referral).send, Guard: unsent, Asks: []referralAsk{happened()}},
		{Name: "send", From: at(ReferralIssued), To: ReferralSent, Main: always[Referral], Do: (*Referral).send, Guard: unsent,
			Asks: []referralAsk{happened(),
				{Name: "channel", Field: "contact.channel", Of: contact(func(a *ContactAttempt) *string { return &a.Channel }), For: Referral.goesOut,
					Codes: Channels, List: "channel"},
				{Name: "person", Field: "contact.person", Of: contact(func(a *ContactAttempt) *string { return &a.Person }), For: Referral.goesOut},
				{Name: "contact-outcome", Field: "contact.outcome", Of: contact(func(a *ContactAttempt) *string { return &a.Outcome }), For: Referral.goesOut}}},
	}
}

// referralsAreDecided are the answers of a facility that is asked to take a patient.
func referralsAreDecided() []referralStep {
	by := referralAsk{Name: "by", Field: "decision_by", Of: func(c *ReferralChange) any { return &c.By }}
	reason := referralAsk{Name: "reason", Field: "decision_reason", Of: func(c *ReferralChange) any { return &c.DecisionReason },
		Codes: DecisionReasons, List: "decision_reason"}
	must := reason
	must.Must = always[Referral]
	to := referralAsk{Name: "partner", Field: "redirected_to_partner_id", Of: func(c *ReferralChange) any { return &c.RedirectedTo },
		Must: always[Referral], Record: EntityPartner, Narrow: Filters{FacilitiesFirst: "first"}, Hint: "hint.redirected"}

	return []referralStep{
		{Name: "accept", From: at(ReferralSent), To: ReferralAccepted, Variant: received, Do: decide(ReferralAccepted), Guard: timeless,
			Main: func(r Referral) bool { return !r.Outpatient() || r.comesIn() }, Asks: []referralAsk{happened(), by}},
		{Name: "reject", From: at(ReferralSent), To: ReferralRejected, Variant: received, Do: decide(ReferralRejected), Guard: unexplained,
			Asks: []referralAsk{happened(), by, must}},
		{Name: StepRedirect, From: at(ReferralSent), To: ReferralRedirected, Variant: received, Do: decide(ReferralRedirected),
			Guard: undirected, Asks: []referralAsk{happened(), by, reason, to}},
	}
}

// referralsTravel are the ways to the other facility. An outpatient goes there without having been accepted.
func referralsTravel() []referralStep {
	arrival := []referralAsk{happened(),
		{Name: "received-by", Field: "received_by", Of: func(c *ReferralChange) any { return &c.ReceivedBy }, Must: Referral.Emergency},
		{Name: "handed-over-at", Field: "handed_over_at", Of: func(c *ReferralChange) any { return &c.HandedOverAt }, Hint: "hint.handed_over"},
		{Name: "condition", Field: "arrival_condition", Of: func(c *ReferralChange) any { return &c.Condition }, Long: true}}

	return []referralStep{
		{Name: "depart", From: at(ReferralAccepted), To: ReferralInTransit, Do: (*Referral).depart, Guard: untransported,
			Main: func(r Referral) bool { return !r.arrivesNext() }, Asks: []referralAsk{happened(),
				{Name: "transport", Of: func(c *ReferralChange) any { return &c.Transport }, Must: always[Referral], Codes: Transports, List: "transport"}}},
		{Name: "arrive", From: at(ReferralSent, ReferralAccepted, ReferralInTransit), To: ReferralArrived,
			For: func(r Referral) bool { return r.Status != ReferralSent || r.Outpatient() }, Main: Referral.arrivesNext,
			Do: (*Referral).arrive, Guard: unreceived, Asks: arrival},
	}
}

// referralsFail are the ends of a referral that does not take place.
func referralsFail() []referralStep {
	return []referralStep{
		{Name: "no_show", From: at(ReferralSent, ReferralAccepted), To: ReferralNoShow, For: Referral.Outpatient, Guard: Referral.awaited},
		{Name: "lapse", From: at(ReferralIssued, ReferralSent), To: ReferralLapsed, Guard: Referral.valid},
		{Name: "cancel", From: at(ReferralDraft, ReferralIssued, ReferralSent, ReferralAccepted), To: ReferralCancelled, Danger: true,
			Guard: unreasoned, Asks: []referralAsk{
				{Name: "reason", Field: "status_reason", Of: func(c *ReferralChange) any { return &c.Reason }, Must: always[Referral], Long: true}}},
	}
}

// referralsAreTreated are the steps from the handover to the end.
func referralsAreTreated() []referralStep {
	outcome := referralAsk{Name: "outcome", Of: func(c *ReferralChange) any { return &c.Outcome }, Codes: Outcomes, List: "outcome"}
	last := outcome
	last.Must = func(r Referral) bool { return r.NextReferralID == 0 }

	return []referralStep{
		{Name: "admit", From: at(ReferralArrived), To: ReferralInCare, Do: (*Referral).admit, Guard: timeless, Asks: []referralAsk{happened()}},
		{Name: "reply", From: at(ReferralArrived, ReferralInCare), To: ReferralReplied, For: Referral.goesOut, Main: always[Referral],
			Do: (*Referral).replied, Guard: unanswered, Asks: append(append([]referralAsk{happened()}, replyAsks()...), outcome)},
		{Name: StepAnswer, From: at(ReferralArrived, ReferralInCare), To: ReferralReplied, For: Referral.comesIn, Main: always[Referral], By: ByPaper,
			Do: (*Referral).replied, Guard: unanswered},
		{Name: "refer_back", From: at(ReferralReplied), To: ReferralBackReferred, Main: Referral.comesBack, Do: (*Referral).referBack, Guard: unlisted,
			Asks: []referralAsk{happened(),
				{Name: "prb-group", Field: "prb_group", Of: func(c *ReferralChange) any { return &c.PRBGroup }, Codes: PRBGroups, List: "prb_group", Hint: "hint.prb_group"},
				{Name: "control-date", Field: "control_date", Of: func(c *ReferralChange) any { return &c.ControlDate }, Hint: "hint.control_date"}}},
		{Name: "close", From: at(ReferralRejected, ReferralRedirected, ReferralReplied, ReferralBackReferred), To: ReferralClosed,
			Main: Referral.closesNext, Do: (*Referral).close, Guard: unfinished, Asks: []referralAsk{happened(), last}},
	}
}

// arrivesNext reports whether a patient is expected at the other facility without a departure that is recorded.
func (r Referral) arrivesNext() bool {
	switch r.Status {
	case ReferralSent:
		return r.goesOut()
	case ReferralAccepted:
		return r.Outpatient() || r.comesIn()
	}
	return true
}

// comesBack reports whether the reply sends a patient of ours back to us.
func (r Referral) comesBack() bool { return r.Reply.FollowUp == "rujuk_balik" && !r.comesIn() }

// closesNext reports whether nothing else is to be done about a referral.
func (r Referral) closesNext() bool {
	switch r.Status {
	case ReferralReplied:
		return !r.comesBack()
	case ReferralRejected, ReferralRedirected:
		return r.NextReferralID != 0 || r.comesIn()
	}
	return true
}

// replyAsks ask what was answered. The window has a form of its own for it.
func replyAsks() []referralAsk {
	reply := func(of func(*Reply) any) func(*ReferralChange) any {
		return func(c *ReferralChange) any {
			if c.Reply == nil {
				c.Reply = &Reply{}
			}
			return of(c.Reply)
		}
	}
	return []referralAsk{
		{Name: "number", Field: "reply.reply_no", Of: reply(func(x *Reply) any { return &x.Number })},
		{Name: "care-date", Field: "reply.care_date", Of: reply(func(x *Reply) any { return &x.CareDate })},
		{Name: "diagnosis", Field: "reply.final_dx.text_id", Of: reply(func(x *Reply) any { return &x.FinalDx.ID })},
		{Name: "summary", Field: "reply.summary", Of: reply(func(x *Reply) any { return &x.Summary }), Must: always[Referral], Long: true},
		{Name: "follow-up", Field: "reply.follow_up", Of: reply(func(x *Reply) any { return &x.FollowUp }), Must: always[Referral],
			Codes: FollowUps, List: "follow_up"},
		{Name: "control-date", Field: "reply.control_date", Of: reply(func(x *Reply) any { return &x.ControlDate })},
		{Name: "next-facility", Field: "reply.next_facility", Of: reply(func(x *Reply) any { return &x.NextPlace })},
		{Name: "doctor", Field: "reply.doctor", Of: reply(func(x *Reply) any { return &x.Doctor })},
	}
}

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

// Unissued lists what is missing before the letter may be issued (brief sections 2.15 and 4.11): the doctor, a unit,
// consent, TACC where the insurer asks for it, and for an emergency vital signs, therapy, transport and escort.
func (r Referral) Unissued(p Patient) Problems {
	c := checker{found: Problems{}}
	c.required("patient.name", p.Name)
	if r.DoctorStaffID == 0 {
		c.add("doctor_staff_id", CodeRequired)
	}

	c.required("dest_unit", r.DestUnit)
	if r.Consent.Unobtainable == "" || !r.Emergency() {
		c.required("consent.person", r.Consent.Person)
		c.required("consent.relation", r.Consent.Relation)
	}

	if r.NeedsTACC() && r.TACC == "" {
		c.add("tacc", "tacc_missing")
	}

	if r.Emergency() {
		if !r.Vitals.Measured() {
			c.add("vitals.bp_s", "vitals_required")
		}
		c.required("therapy", r.Therapy)
		c.required("transport", r.Transport)
		if r.EscortStaffID == 0 && r.Companion == "" {
			c.add("escort_staff_id", CodeRequired)
		}
	}

	return c.found
}
