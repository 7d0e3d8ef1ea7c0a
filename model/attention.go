package model

import (
	"cmp"
	"slices"
	"time"
)

// Kinds of attention (brief section 4.14).
const (
	AttentionExpiring       = "agreement_expiring"
	AttentionExpired        = "agreement_expired"           // its end passed, and nobody renewed or acknowledged it
	AttentionExtended       = "agreement_extended"          // it went on by itself, and nobody acknowledged that
	AttentionTerminating    = "agreement_terminating"       // notice was given, and its early end is near
	AttentionTerminated     = "agreement_terminated"        // its early end has come, and nobody acknowledged that
	AttentionSignature      = "agreement_signature_overdue" // also a signature that merely waits
	AttentionFullDue        = "full_agreement_due"          // the full agreement that a short one on the fast track announced
	AttentionResume         = "agreement_resume_due"        // suspended beyond the day on which it was expected to bind again
	AttentionSignedScan     = "missing_signed_scan"
	AttentionPartnerNumber  = "missing_partner_number"
	AttentionLicence        = "license_expiry"
	AttentionSIP            = "sip_expiry"
	AttentionObligation     = "obligation_overdue"
	AttentionObligationDue  = "obligation_due"  // within a week
	AttentionInformation    = "information_due" // to be sent under an agreement, today or before
	AttentionLetter         = "letter_waiting"  // linked, and asking for an answer
	AttentionPressing       = "message_urgent"  // urgent, of a partner or a laboratory
	AttentionUnlinked       = "message_unlinked"
	AttentionDanger         = "message_dangerous" // not linked, and forged or with a program: its sender is an address, not a name
	AttentionCopy           = "copy_outside"      // no copy on another disk, or none for a week
	AttentionSheet          = "recovery_sheet"    // there are patients, and their recovery sheet was never kept
	AttentionMailboxFailing = "mailbox_failing"
	AttentionSTR            = "str_expiry"
	AttentionDecision       = "referral_no_decision" // emergency after 15 minutes, inpatient after 60
	AttentionReply          = "referral_no_reply"    // outpatient, 14 days after the planned visit
	AttentionBackReferred   = "back_referral_due"    // the day on which a back-referred patient should come
	AttentionTraining       = "training_upcoming"    // within 30 days
	AttentionTrainingPassed = "training_passed"      // its last day is over and nobody said what became of it
	AttentionCertificate    = "certificate_pending"  // finished, and somebody who earned one has none
)

// Attention is a row of the home screen: something that a person should do.
type Attention struct {
	Kind string `json:"kind"`
	// Entity and Record say what it is about: agreement, partner, staff, message, mailbox, clinic, referral, training, reminder.
	Entity Entity `json:"entity"`
	Record ID     `json:"record"`
	// Part is the obligation that a row is about, of the agreement that is its record, or the place of its information, from 1.
	Part   ID     `json:"part,omitempty"`
	Title  string `json:"title"` // the record's own name
	Detail string `json:"detail,omitempty"`
	Due    Date   `json:"due"`
	// Days is the number of days left; negative when it is late.
	Days int `json:"days"`
	// Until is the day until which somebody put the row off; zero where nobody did.
	Until Date `json:"until,omitzero"`
	// Priority is that of a reminder that somebody wrote; "" matters as much as its day says.
	Priority string `json:"priority,omitempty"`
	// Assignee is the person of the staff whose row it is, 0 where it is everybody's; Owner is the name.
	Assignee ID     `json:"assignee,omitempty"`
	Owner    string `json:"owner,omitempty"`
}

// Weight is how much a row of the home screen matters, the greatest first.
type Weight int

// The weights: what puts somebody or the register in danger, what is late, what is due today, what is due soon or waits for an
// answer, and what is merely to be completed.
const (
	WeightDanger Weight = iota
	WeightOverdue
	WeightToday
	WeightSoon
	WeightComplete
)

// weights are those of the kinds that weigh the same on any day.
func weights() map[string]Weight {
	return map[string]Weight{
		AttentionDanger:         WeightDanger,
		AttentionPressing:       WeightDanger,
		AttentionDecision:       WeightDanger,
		AttentionCopy:           WeightDanger,
		AttentionSheet:          WeightDanger,
		AttentionMailboxFailing: WeightOverdue,
		AttentionObstacleGrave:  WeightOverdue,
		AttentionLetter:         WeightSoon,
		AttentionExtended:       WeightComplete,
		AttentionTerminated:     WeightSoon,
		AttentionSignedScan:     WeightComplete,
		AttentionPartnerNumber:  WeightComplete,
		AttentionUnlinked:       WeightComplete,
		AttentionEvaluation:     WeightComplete,
	}
}

// Weight is that of a row: of its kind, or of the day on which it is due. What somebody said to matter much weighs as if it
// were due today, and what matters little waits while it is not late.
func (a Attention) Weight() Weight {
	if w, ok := weights()[a.Kind]; ok {
		return w
	}

	switch {
	case a.Days < 0:
		return WeightOverdue
	case a.Days == 0, a.Priority == PriorityHigh:
		return WeightToday
	case a.Priority == PriorityLow:
		return WeightComplete
	}

	return WeightSoon
}

// Puttable reports whether a row can be put off until a later day: what puts somebody or the register in danger can not.
func (a Attention) Puttable() bool { return a.Weight() != WeightDanger }

// ByWeight puts rows in their order: by weight, and inside a weight by date.
func ByWeight(rows []Attention) {
	slices.SortStableFunc(rows, func(a, b Attention) int {
		return cmp.Or(cmp.Compare(a.Weight(), b.Weight()), a.Due.Time().Compare(b.Due.Time()))
	})
}

// Counts are the figures of the home screen and of the navigation.
type Counts struct {
	Partners    int `json:"partners"`
	Agreements  int `json:"agreements"`
	Active      int `json:"active"` // in force today (K01)
	ActiveYear  int `json:"active_a_year_ago"`
	Expiring    int `json:"expiring"` // in force and ending within ExpiryWindow days (K02)
	NextExpiry  int `json:"next_expiry_days"`
	Awaiting    int `json:"awaiting_signature"`
	Ended       int `json:"ended_unseen"`        // by the day, and nobody renewed or acknowledged it
	Overdue     int `json:"obligations_overdue"` // occurrences (K18)
	Unlinked    int `json:"messages_unlinked"`
	Unanswered  int `json:"messages_open"`
	Documents   int `json:"documents"`
	Staff       int `json:"staff"`
	Licences    int `json:"licences_due"` // people whose licence or registration is to be renewed
	Mailboxes   int `json:"mailboxes"`
	InTheTrash  int `json:"trash"`
	OldestSince int `json:"oldest_unlinked_days"`
	// Waits are how many records of a type wait for somebody, where that is all that its place counts.
	Waits map[Entity]int `json:"waits,omitempty"`
	// Referrals are all; Waiting are those that wait for somebody, Replies those that wait for a reply.
	Referrals int `json:"referrals"`
	Waiting   int `json:"referrals_waiting"`
	Replies   int `json:"replies_waiting"`
	Trainings int `json:"trainings"`
	// Certificates are the trainings with certificates to be issued.
	Certificates int `json:"certificates_pending"`
}

// Charts are what the home screen draws: outgoing referrals by month ("2026-01"), agreements in force by sector, obstacles that stand in
// the way by category, and the latest mails that no rule linked.
type Charts struct {
	Referrals, Sectors, Obstacles map[string]int
	Unlinked                      []Hit
}

// Upcoming is a date of the next days.
type Upcoming struct {
	Date   Date   `json:"date"`
	Kind   string `json:"kind"` // agreement_starts, agreement_ends, agreement_terminates, agreement_resumes, obligation_due, sip_expiry, str_expiry, license_expiry, training_starts, back_referral_due, planned_visit, reminder_due
	Entity Entity `json:"entity"`
	Record ID     `json:"record"`
	Title  string `json:"title"`
}

// Hit is a result of the search over everything.
type Hit struct {
	Entity Entity `json:"entity"`
	Record ID     `json:"record"`
	Title  string `json:"title"`
	Detail string `json:"detail,omitempty"`
	// DeletedAt is when a record came into the trash.
	DeletedAt time.Time `json:"deleted_at,omitzero"`
}

// Progress reports how far a long job is. Total 0 means unknown.
type Progress struct {
	// Stage is a key of the translations ("sync.fetching"), Detail a name such as a folder.
	Stage  string
	Detail string
	Done   int
	Total  int
}

// Known reports whether the clinic works with a partner, or wants to.
func (r Partner) Known() bool { return r.Status == "active" || r.Status == "prospect" }

// LicenceDue reports whether the licence of such a partner ends soon or has ended.
func (r Partner) LicenceDue(day Date) bool { return r.Known() && due(r.LicenseExpiry, day) }

// SIPDue reports whether the licence to practise of a person who works here ends soon or has ended.
func (r Staff) SIPDue(day Date) bool { return r.Active && due(r.SIPExpiry, day) }

// STRDue reports whether the registration of a person who works here ends soon or has ended.
func (r Staff) STRDue(day Date) bool { return r.Active && !r.STRLifetime && due(r.STRExpiry, day) }

// due reports whether a known end comes within the window.
func due(end, day Date) bool { return !end.IsZero() && !end.After(day.AddDays(LicenceWindow)) }

// Never is the day of what does not come up again.
func Never() Date { return Date{Year: 9999, Month: 12, Day: 31} }

// stages are how many days before its end a matter comes up, by the kind of its row (brief section 4.14). Between two stages it
// stays until somebody has taken note of it; after the end it comes up once more, and then its state alone tells of it.
func stages() map[string][]int {
	agreements := []int{ExpiryWindow, 60, 30, 7}
	licences := []int{LicenceWindow, 90, 30}

	return map[string][]int{AttentionExpiring: agreements, AttentionLicence: licences, AttentionSIP: licences, AttentionSTR: licences}
}

// Staged reports whether a row comes up in stages, so that somebody can take note of one of them.
func (a Attention) Staged() bool { return stages()[a.Kind] != nil && !a.Due.IsZero() }

// Again is the first day after another one on which a staged row comes up anew: its next stage, or the day after its end. Once
// that is over it is Never.
func (a Attention) Again(after Date) Date {
	for _, before := range append(slices.Clone(stages()[a.Kind]), -1) {
		if day := a.Due.AddDays(-before); day.After(after) {
			return day
		}
	}
	return Never()
}

// Rest is until when a row rests that is put off: a staged one not beyond its next stage.
func (a Attention) Rest(until, today Date) Date {
	if a.Staged() && !until.IsZero() && until.After(a.Again(today)) {
		return a.Again(today)
	}
	return until
}

// Matter is what a row is about whether it is late or not: who was given one keeps it when it becomes the other.
func (a Attention) Matter() string {
	matters := map[string]string{AttentionObligation: AttentionObligationDue, AttentionExpired: AttentionExpiring,
		AttentionTerminated: AttentionTerminating}
	if m := matters[a.Kind]; m != "" {
		return m
	}
	return a.Kind
}

// NewSince reports whether a row is due today or late, and was not yet on a day before: what a person is told of once.
func (a Attention) NewSince(last, today Date) bool {
	return a.Weight() <= WeightToday && a.Due.After(last) && !a.Due.After(today)
}
