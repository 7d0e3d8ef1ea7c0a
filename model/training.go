package model

import (
	"fmt"
	"math"
	"slices"
	"time"
)

// Training is a course with sessions and participants (brief section 4.10).
// Filters of its register: status, type, organizer, partner_id, year.
type Training struct {
	Base
	Number           string        `json:"training_code"` // TR-2026-004
	Title            string        `json:"title"`
	TitleEN          string        `json:"title_en,omitempty"`
	Type             string        `json:"type"`
	Organizer        string        `json:"organizer"` // clinic, partner, joint
	PartnerIDs       []ID          `json:"partner_ids"`
	AgreementID      ID            `json:"agreement_id,omitempty"`
	Accredited       string        `json:"accredited_institution,omitempty"`
	Method           string        `json:"method"`
	Place            string        `json:"place,omitempty"`
	Link             string        `json:"link,omitempty"`
	Start            Date          `json:"start"`
	End              Date          `json:"end"`
	Purpose          Text          `json:"purpose"`
	Target           Text          `json:"target"`
	Quota            int           `json:"quota,omitempty"` // 0: no limit
	Fee              Money         `json:"fee,omitempty"`
	JPL              float64       `json:"jpl_total"` // sum of the sessions when there are any
	UsesTests        bool          `json:"uses_tests"`
	PassingScore     int           `json:"passing_score"`
	MinAttendancePct int           `json:"min_attendance_pct"`
	SKPStatus        string        `json:"skp_status"`
	SKPValue         float64       `json:"skp_value,omitempty"`
	SKPReference     string        `json:"skp_reference,omitempty"`
	SKPDomain        string        `json:"skp_domain,omitempty"`
	Status           string        `json:"status"`
	StatusReason     string        `json:"status_reason,omitempty"`
	RSVPDate         Date          `json:"rsvp_date"`
	Sessions         []Session     `json:"sessions,omitempty"`
	Participants     []Participant `json:"participants"`
	Notes            string        `json:"notes,omitempty"`
}

// Session is one lesson.
type Session struct {
	Date     Date     `json:"date"`
	Start    string   `json:"start"` // HH:MM in the clinic's zone
	End      string   `json:"end"`
	Topic    string   `json:"topic"`
	JPL      float64  `json:"jpl"`
	Speakers []string `json:"speakers,omitempty"`
	Room     string   `json:"room,omitempty"`
}

// Participant is a person of the staff (StaffID) or from outside (Name).
type Participant struct {
	RecordID     ID       `json:"id,omitempty"`
	StaffID      ID       `json:"staff_id,omitempty"`
	Name         string   `json:"name,omitempty"`
	Profession   string   `json:"profession,omitempty"`
	Institution  string   `json:"institution,omitempty"`
	Phone        string   `json:"phone,omitempty"`
	Email        string   `json:"email,omitempty"`
	Role         string   `json:"role"`
	Registration string   `json:"registration"`
	Attendance   []string `json:"attendance,omitempty"` // one for each session
	// AttendancePct is the stored share where there are no sessions; -1 means unknown.
	AttendancePct   int     `json:"attendance_pct"`
	PreTest         *int    `json:"pre_test"`
	PostTest        *int    `json:"post_test"`
	Result          string  `json:"result,omitempty"`
	CertificateNo   string  `json:"certificate_no,omitempty"`
	CertificateDate Date    `json:"certificate_date"`
	SKPAwarded      float64 `json:"skp_awarded,omitempty"`
}

// SKPRecord is credit that a person of the staff earned elsewhere (brief section 4.10).
type SKPRecord struct {
	Base
	StaffID   ID      `json:"staff_id"`
	Date      Date    `json:"date"`
	Title     string  `json:"title"`
	Organizer string  `json:"organizer,omitempty"`
	Domain    string  `json:"domain"`
	Value     float64 `json:"value"`
}

// States of a training.
const (
	TrainingPlanned   = "planned"
	TrainingOpen      = "open"
	TrainingOngoing   = "ongoing"
	TrainingFinished  = "finished"
	TrainingReported  = "reported"
	TrainingCancelled = "cancelled"
)

// TrainingStatuses lists the states in their order.
func TrainingStatuses() []string {
	return []string{TrainingPlanned, TrainingOpen, TrainingOngoing, TrainingFinished, TrainingReported, TrainingCancelled}
}

// TrainingTypes lists the kinds of training.
func TrainingTypes() []string {
	return []string{"pelatihan", "workshop", "seminar", "webinar", "simposium", "sosialisasi", "in_house", "magang", "drill"}
}

// Organizers lists who holds a training.
func Organizers() []string { return []string{"clinic", "partner", "joint"} }

// TrainingMethods lists how it is held.
func TrainingMethods() []string { return []string{"luring", "daring", "hibrida"} }

// SKPStatuses lists how far the credits are.
func SKPStatuses() []string { return []string{"none", "applied", "approved", "rejected"} }

// SKPDomains lists the three domains of credit.
func SKPDomains() []string { return []string{"pembelajaran", "pelayanan", "pengabdian"} }

// ParticipantRoles lists what a person does at a training.
func ParticipantRoles() []string {
	return []string{"peserta", "narasumber", "moderator", "panitia", "fasilitator"}
}

// Registrations lists how far a registration is.
func Registrations() []string {
	return []string{"invited", "registered", "confirmed", "cancelled", "waitlist"}
}

// AttendanceMarks lists the marks of the attendance grid.
func AttendanceMarks() []string { return []string{"present", "late", "absent", "excused"} }

// NewTraining returns a planned training with the customary values.
func NewTraining(today Date) Training {
	return Training{Type: "in_house", Organizer: "clinic", Method: "luring", Start: today.AddDays(14), End: today.AddDays(14),
		Status: TrainingPlanned, SKPStatus: "none", PassingScore: 70, MinAttendancePct: 80}
}

// Check returns every broken rule and warning.
func (r *Training) Check() Problems {
	var c checker
	c.text("title", r.Title, 200)
	c.text("training_code", r.Number, 40)
	c.oneOf("type", r.Type, TrainingTypes())
	c.oneOf("organizer", r.Organizer, Organizers())
	c.oneOf("method", r.Method, TrainingMethods())
	c.oneOf("status", r.Status, TrainingStatuses())
	c.oneOf("skp_status", r.SKPStatus, SKPStatuses())
	c.optional("skp_domain", r.SKPDomain, SKPDomains())
	c.between("passing_score", r.PassingScore, 0, 100)
	c.between("min_attendance_pct", r.MinAttendancePct, 0, 100)
	c.between("quota", r.Quota, 0, 100000)
	if r.Start.IsZero() {
		c.add("start", CodeRequired)
	}
	if r.End.IsZero() {
		c.add("end", CodeRequired)
	} else if r.End.Before(r.Start) {
		c.add("end", CodeDateOrder)
	}
	r.checkSKP(&c)
	r.checkSessions(&c)
	r.checkParticipants(&c)
	return c.found
}

func (r *Training) checkSKP(c *checker) {
	if r.SKPStatus != "approved" && (r.SKPValue != 0 || r.SKPReference != "") {
		c.add("skp_value", "skp_unapproved")
	}
	if r.SKPStatus == "approved" {
		c.required("skp_reference", r.SKPReference)
		c.required("skp_domain", r.SKPDomain)
		if r.SKPValue <= 0 {
			c.add("skp_value", CodeRequired)
		}
	}
}

func (r *Training) checkSessions(c *checker) {
	var total float64
	for i := range r.Sessions {
		s, field := &r.Sessions[i], fmt.Sprintf("sessions[%d].", i)
		c.text(field+"topic", s.Topic, 200)
		from, err1 := time.Parse("15:04", s.Start)
		to, err2 := time.Parse("15:04", s.End)
		switch {
		case err1 != nil:
			c.add(field+"start", "clock")
		case err2 != nil:
			c.add(field+"end", "clock")
		case !to.After(from):
			c.add(field+"end", "session_order")
		case s.JPL == 0:
			s.JPL = math.Round(to.Sub(from).Minutes()/45*2) / 2
		}
		if s.Date.IsZero() || s.Date.Before(r.Start) || s.Date.After(r.End) {
			c.add(field+"date", "session_date")
		}
		total += s.JPL
	}
	if len(r.Sessions) > 0 {
		r.JPL = total
	}
	if r.JPL < 0 {
		c.add("jpl_total", CodeRange, "0", "")
	}
}

func (r *Training) checkParticipants(c *checker) {
	seen := map[string]bool{}
	for i := range r.Participants {
		p, field := &r.Participants[i], fmt.Sprintf("participants[%d].", i)
		if p.StaffID == 0 {
			c.text(field+"name", p.Name, 120)
		}
		if p.Registration == "" {
			p.Registration = "registered"
		}
		c.oneOf(field+"role", p.Role, ParticipantRoles())
		c.oneOf(field+"registration", p.Registration, Registrations())
		c.normal(field+"phone", &p.Phone, Phone)
		c.normal(field+"email", &p.Email, Email)
		for name, score := range map[string]*int{"pre_test": p.PreTest, "post_test": p.PostTest} {
			if score != nil {
				c.between(field+name, *score, 0, 100)
			}
		}
		key := fmt.Sprintf("%d|%s|%s|%s", p.StaffID, NormalNumber(p.Name), NormalNumber(p.Institution), p.Role)
		if seen[key] {
			c.add(field+"name", "participant_twice")
		}
		seen[key] = true
		if p.SKPAwarded != 0 && r.SKPStatus != "approved" {
			c.add(field+"skp_awarded", "skp_unapproved")
		}
	}
}

// Validate returns the rules that forbid saving, or nil.
func (r *Training) Validate() error { return r.Check().Errors() }

// Seats divides the participants into those who have a place and those who wait: speakers and committee need none.
func (r *Training) Seats() (taken, waiting int) {
	for _, p := range r.Participants {
		switch {
		case p.Role != "peserta" || p.Registration == "cancelled" || p.Registration == "invited":
		case p.Registration == "waitlist":
			waiting++
		default:
			taken++
		}
	}
	return taken, waiting
}

// Register adds a participant; when the quota is full the person waits.
func (r *Training) Register(p Participant) {
	taken, _ := r.Seats()
	if p.Registration == "" {
		p.Registration = "registered"
	}
	if r.Quota > 0 && taken >= r.Quota && p.Role == "peserta" && p.Registration != "invited" {
		p.Registration = "waitlist"
	}
	r.Participants = append(r.Participants, p)
}

// Attended returns the share of sessions that a participant attended, in per cent; -1 when unknown.
func (p Participant) Attended(sessions int) int {
	if sessions == 0 || len(p.Attendance) == 0 {
		return p.AttendancePct
	}
	n := 0
	for _, mark := range p.Attendance {
		if mark == "present" || mark == "late" {
			n++
		}
	}
	return n * 100 / sessions
}

// Gain is the difference of the two tests; false when one is missing.
func (p Participant) Gain() (int, bool) {
	if p.PreTest == nil || p.PostTest == nil {
		return 0, false
	}
	return *p.PostTest - *p.PreTest, true
}

// Earned reports whether a participant may have a certificate, or the code of the reason why not (brief section 2.14):
// attendance and, where tests are used, the passing score. Speakers and committee need no attendance.
func (r Training) Earned(p Participant) (ok bool, reason string) {
	switch {
	case p.Registration == "cancelled" || p.Registration == "waitlist" || p.Registration == "invited":
		return false, "not_registered"
	case p.Role != "peserta":
		return true, ""
	case p.Attended(len(r.Sessions)) < r.MinAttendancePct:
		return false, "attendance_low"
	case r.UsesTests && (p.PostTest == nil || *p.PostTest < r.PassingScore):
		return false, "score_low"
	}
	return true, ""
}

// NextStatuses returns the states that a person may choose next.
func (r Training) NextStatuses() []string {
	switch r.Status {
	case TrainingPlanned:
		return []string{TrainingOpen, TrainingCancelled}
	case TrainingOpen:
		return []string{TrainingOngoing, TrainingPlanned, TrainingCancelled}
	case TrainingOngoing:
		return []string{TrainingFinished, TrainingCancelled}
	case TrainingFinished:
		return []string{TrainingReported}
	}
	return nil
}

// Apply changes the state: ErrTransition for a way that does not exist, Problems when something is missing: a place or
// link to open it, participants to begin, the day reached to begin and to finish, a reason to cancel.
func (r *Training) Apply(to, reason string, today Date) error {
	if !slices.Contains(r.NextStatuses(), to) {
		return fmt.Errorf("%s to %s: %w", r.Status, to, ErrTransition)
	}
	var c checker
	switch to {
	case TrainingOpen:
		if r.Place == "" && r.Link == "" {
			c.add("place", CodeRequired)
		}
	case TrainingOngoing:
		if today.Before(r.Start) {
			c.add("start", "future_date")
		}
		if taken, _ := r.Seats(); taken == 0 {
			c.add("participants", CodeRequired)
		}
	case TrainingFinished:
		if today.Before(r.End) {
			c.add("end", "future_date")
		}
	case TrainingCancelled:
		c.required("status_reason", reason)
	}
	if err := c.found.Errors(); err != nil {
		return err
	}
	r.Status, r.StatusReason = to, reason
	return nil
}
