package model

import (
	"encoding/json"
	"time"
)

// Document is one issued paper: a letter, or one original of an agreement. Its bytes are made once and never again.
// Filters of its register: type, agreement_id, referral_id, training_id, partner_id, status.
type Document struct {
	Base
	Type        DocumentCode `json:"type"`
	Number      string       `json:"number"`
	NumberID    ID           `json:"number_id,omitempty"`
	Date        Date         `json:"date"`
	Subject     string       `json:"subject"`
	PartnerID   ID           `json:"partner_id,omitempty"`
	PartnerName string       `json:"partner_name,omitempty"` // read only, for lists
	// Person is whom a certificate is for; read only, for lists.
	Person string `json:"-"`
	// About is the record that it was made for. In JSON it stands under the key of its type, see MarshalJSON.
	About Subject `json:"about"`
	// AgreementID is the agreement under which it was made, also where it is about something else.
	AgreementID ID     `json:"-"`
	Language    string `json:"language"`
	Status      string `json:"status"` // issued, superseded, annulled
	// Revision counts issues under the same number; CopyNo of Copies is the original's place.
	Revision int       `json:"revision"`
	CopyNo   int       `json:"copy_no,omitempty"`
	Copies   int       `json:"copies,omitempty"`
	FileName string    `json:"file_name,omitempty"`
	MIME     string    `json:"mime,omitempty"`
	Size     int64     `json:"size"`
	SHA256   string    `json:"sha256,omitempty"` // of the bytes, hexadecimal; empty when only the fact is known
	IssuedAt time.Time `json:"issued_at"`
	IssuedBy string    `json:"issued_by"`
	// Snapshot is the data that the document was made from, as JSON.
	Snapshot json.RawMessage `json:"-"`
}

// DocumentTypes lists the codes of documents that this program knows (brief section 2.0), as filters and words know them.
func DocumentTypes() []string {
	var codes []string
	for _, k := range DocumentKinds() {
		codes = append(codes, string(k.Code))
	}
	return codes
}

// LanguagesOfPapers lists the languages that a paper can be in.
func LanguagesOfPapers() []string { return []string{"id", "en", "bilingual"} }

// Paper is a document that was rendered, before it is stored or shown.
type Paper struct {
	CopyNo   int // which original, from 1; 0 for a letter with one original
	Copies   int
	FileName string // safe for every file system, without personal data
	PDF      []byte
}

// Correction changes a record whose paper stands already; exactly one of the records is given, and updated.
type Correction struct {
	Agreement *Agreement
	Referral  *Referral
	Patient   *Patient // beside Referral: the identity, where that is corrected too
	Training  *Training
	// Reason is shown in the history beside the old values.
	Reason string
	// Reissue makes every paper again that would say something else now, under its number.
	Reissue bool
	Today   Date
}

// Issue asks for a document to be issued: the number is taken, the papers are made and stored, and the agreement moves
// on, all in one transaction.
type Issue struct {
	Type      DocumentCode
	About     Subject // the record that it is made for
	PartnerID ID      // UND: the invited institution
	People    []ID    // SRT: the participants; empty means all who earned one
	Sessions  []int   // DH: the sessions, from 0; empty means all
	Language  string  // id, en or bilingual; empty means the agreement's own
	Said      Said    // what the letter alone says
	Date      Date    // the letter's date; the number's month and year follow it
	Today     Date
}

// LetterData is everything a document is made from; it is stored as the snapshot of the issued document.
type LetterData struct {
	Type      DocumentCode `json:"type"`
	Language  string       `json:"language"`
	Number    string       `json:"number"` // empty on a draft
	Date      Date         `json:"date"`
	Clinic    Clinic       `json:"clinic"`
	Agreement Agreement    `json:"agreement"`
	// Addendum is what an addendum changes of the agreement, Earlier those that count already, in their order.
	Addendum    *Addendum    `json:"addendum,omitempty"`
	Earlier     []Addendum   `json:"earlier_addenda,omitempty"`
	Partners    []Partner    `json:"partners"` // in the order of the parties, without the clinic
	Parent      *Agreement   `json:"parent,omitempty"`
	LegalBases  []LegalBasis `json:"legal_bases,omitempty"`
	Signatory   *Staff       `json:"signatory,omitempty"` // nil: the head of the clinic
	Facilitator string       `json:"facilitator,omitempty"`
	Referral    *Referral    `json:"referral,omitempty"`
	Patient     *Patient     `json:"patient,omitempty"`
	Doctor      *Staff       `json:"doctor,omitempty"` // who refers or treats
	Escort      *Staff       `json:"escort,omitempty"`
	Training    *Training    `json:"training,omitempty"`
	Obstacle    *Obstacle    `json:"obstacle,omitempty"`
	// Staff are the participants of the training who belong to the clinic, by their IDs.
	Staff map[ID]Staff `json:"staff,omitempty"`
	// Certified is the participant of this certificate.
	Certified *Participant `json:"certified,omitempty"`
	Sessions  []int        `json:"sessions,omitempty"`
	// Evaluation is that of the minutes, and EvaluationFacts what the register knows of its period.
	Evaluation      *Evaluation      `json:"evaluation,omitempty"`
	EvaluationFacts *EvaluationFacts `json:"evaluation_facts,omitempty"`
	// Said is what the letter alone says.
	Said  Said `json:"said,omitzero"`
	Draft bool `json:"draft"`
	// Revision counts the versions under the number. Replaces is the version that this one takes the place of, Beside the
	// one in another language that stands beside it.
	Revision       int    `json:"revision,omitempty"`
	Replaces       int    `json:"replaces,omitempty"`
	Beside         int    `json:"beside,omitempty"`
	BesideLanguage string `json:"beside_language,omitempty"`
	MeteraiRate    Money  `json:"meterai_rate"`
}

// Valid reports whether the paper was issued, and neither superseded nor annulled.
func (r Document) Valid() bool { return r.Status == "issued" }

// Standing reports whether the paper is valid, has a number, and its bytes are kept.
func (r Document) Standing() bool { return r.Valid() && r.Number != "" && r.Size > 0 }

// Annulled reports whether the number was withdrawn.
func (r NumberEntry) Annulled() bool { return r.Status == "annulled" }

// Given reports whether the number is one of an issued paper, and was not withdrawn.
func (r NumberEntry) Given() bool { return r.Status == "issued" }

// Prepared is what can be told of a document before it is issued.
type Prepared struct {
	// Drafts are what its papers would be made from as everything is now, one for each paper and at least one.
	Drafts []LetterData
	// Unfinished lists what the record itself must have first, Dated what the letter's date contradicts.
	Unfinished, Dated Problems
	// Numbers are the next ones of its kind, as many as there are drafts. Nothing is taken. The place of a training's code stays as in the
	// pattern: NumberPlaceTraining.
	Numbers []string
	// LastNumber is the date of the last number of the sequence in the year of the letter, if there is one.
	LastNumber Date
}

// Typed is a record that is still being typed, stored or not, and that a paper will be made of. One of the three is there.
type Typed struct {
	Agreement *Agreement
	Referral  *Referral
	// Patient is the identity as it is typed; nil where it is not shown, and stays as the register has it.
	Patient  *Patient
	Training *Training
}

// Paper is the kind of the next paper of the record, "" where it has none.
func (t Typed) Paper() DocumentCode {
	switch {
	case t.Agreement != nil:
		return t.Agreement.Paper()
	case t.Referral != nil:
		return t.Referral.Paper()
	case t.Training != nil:
		return t.Training.Paper()
	}
	return ""
}

// Problems lists what the issue would refuse, and warnings: of the record, of the papers, of the date, each once.
func (p Prepared) Problems(papers Problems) Problems {
	var all Problems
	all = append(all, p.Unfinished...)
	for _, x := range papers {
		if !all.Has(x.Field, x.Code) {
			all = append(all, x)
		}
	}
	return append(all, p.Dated...)
}

// FormSheet is a paper with room for inputs, before they are put on it.
type FormSheet struct {
	PDF    []byte
	Inputs []FormInput
}

// FormInput is where an input stands: its page from 1 on, and its place in millimetres from the upper left corner.
type FormInput struct {
	Name                string
	Page                int
	X, Y, Width, Height float64
}

// Inputs of the form that a partner fills in: those of item n from 1 on, of the whole cooperation, and the code of the form itself.
const (
	InputScore         = "score_%d"
	InputNote          = "note_%d"
	InputFeedbackScore = "feedback_score"
	InputFeedback      = "feedback"
	InputCode          = "code"
)
