package model

// Training is a course with sessions and participants (brief section 4.10).
// Filters of its register: status, type, organizer, partner_id, year.
type Training struct {
	Base
	Number           string         `json:"training_code"` // TR-2026-004
	Title            string         `json:"title"`
	TitleEN          string         `json:"title_en,omitempty"`
	Type             string         `json:"type"`
	Organizer        string         `json:"organizer"` // clinic, partner, joint
	PartnerIDs       []ID           `json:"partner_ids"`
	AgreementID      ID             `json:"agreement_id,omitempty"`
	Accredited       string         `json:"accredited_institution,omitempty"`
	Method           string         `json:"method"`
	Place            string         `json:"place,omitempty"`
	Link             string         `json:"link,omitempty"`
	Start            Date           `json:"start"`
	End              Date           `json:"end"`
	Purpose          Text           `json:"purpose"`
	Target           Text           `json:"target"`
	Quota            int            `json:"quota,omitempty"` // 0: no limit
	Fee              Money          `json:"fee,omitempty"`
	JPL              float64        `json:"jpl_total"` // sum of the sessions when there are any
	UsesTests        bool           `json:"uses_tests"`
	PassingScore     int            `json:"passing_score"`
	MinAttendancePct int            `json:"min_attendance_pct"`
	SKPStatus        string         `json:"skp_status"`
	SKPValue         float64        `json:"skp_value,omitempty"`
	SKPReference     string         `json:"skp_reference,omitempty"`
	SKPDomain        string         `json:"skp_domain,omitempty"`
	Status           TrainingStatus `json:"status"`
	StatusReason     string         `json:"status_reason,omitempty"`
	RSVPDate         Date           `json:"rsvp_date"`
	Sessions         []Session      `json:"sessions,omitempty"`
	Participants     []Participant  `json:"participants"`
	Budget           Money          `json:"budget,omitempty"`
	Evaluation       float64        `json:"evaluation,omitempty"` // what participants thought of it: mean of 1 to 4, 0 when not asked
	Notes            string         `json:"notes,omitempty"`
	Documents        []File         `json:"documents,omitempty"`
	// Invited says that an invitation stands: issued, and neither superseded nor annulled. Read only.
	Invited bool `json:"-"`
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
	// Was is the place, from 1, that the session's marks have in Participant.Attendance; 0 is its own place, NoMarks none.
	Was int `json:"-"`
}

// NoMarks is Session.Was of a session that was just added.
const NoMarks = -1

// Participant is a person of the staff (StaffID) or from outside (Name).
type Participant struct {
	RecordID ID     `json:"id,omitempty"`
	StaffID  ID     `json:"staff_id,omitempty"`
	Name     string `json:"name,omitempty"`
	// NIK of a person from outside is masked in what is read; a masked one leaves the stored one as it is.
	NIK          string   `json:"nik,omitempty"`
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
	Evidence  string  `json:"evidence,omitempty"` // what proves it: number of the certificate, link, place of the file
}

// TrainingStatus is a state of a training (brief section 4.10).
type TrainingStatus string

// States of a training.
const (
	TrainingPlanned   TrainingStatus = "planned"
	TrainingOpen      TrainingStatus = "open"
	TrainingOngoing   TrainingStatus = "ongoing"
	TrainingFinished  TrainingStatus = "finished"
	TrainingReported  TrainingStatus = "reported"
	TrainingCancelled TrainingStatus = "cancelled"
)

// TrainingStatuses lists the states in their order.
func TrainingStatuses() []TrainingStatus {
	return []TrainingStatus{TrainingPlanned, TrainingOpen, TrainingOngoing, TrainingFinished, TrainingReported, TrainingCancelled}
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

// TrainingFileKinds lists the kinds of files of a training.
func TrainingFileKinds() []string {
	return []string{"material", "photo", "attendance_scan", "evaluation", "skp", "other"}
}

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

// TrainingResults lists how a training ended for a participant.
func TrainingResults() []string { return []string{"lulus", "tidak_lulus", "hadir"} }

// NewTraining returns a planned training with the customary values.
func NewTraining(today Date) Training {
	return Training{Type: "in_house", Organizer: "clinic", Method: "luring", Start: today.AddDays(14), End: today.AddDays(14),
		Status: TrainingPlanned, SKPStatus: "none", PassingScore: 70, MinAttendancePct: 80}
}
