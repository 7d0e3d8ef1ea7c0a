package model

import (
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"
	"time"
	"unicode"
)

// NumberEntry is a line of the number ledger (brief section 3.3). A number is taken only when a document is issued,
// never reused, and stays as annulled when the document is withdrawn. Filters of its register: sequence_key, year, status.
type NumberEntry struct {
	Base
	SequenceKey  string       `json:"sequence_key"`
	Year         int          `json:"year"`
	Seq          int          `json:"seq"`
	Suffix       string       `json:"suffix,omitempty"`
	Formatted    string       `json:"formatted"`
	DocumentType DocumentCode `json:"document_type"`
	DocumentID   ID           `json:"document_id,omitempty"`
	DocumentCode string       `json:"document,omitempty"` // identifier of a document that is kept elsewhere
	AgreementID  ID           `json:"agreement_id,omitempty"`
	// About is the record whose paper bears the number; AgreementID is the agreement under which that was made.
	About       Subject   `json:"-"`
	LetterDate  Date      `json:"letter_date"`
	IssuedAt    time.Time `json:"issued_at"`
	IssuedBy    string    `json:"issued_by"`
	Status      string    `json:"status"`
	AnnulReason string    `json:"annul_reason,omitempty"`
	AnnulledAt  time.Time `json:"annulled_at,omitzero"`
	AnnulledBy  string    `json:"annulled_by,omitempty"`
}

// DefaultPattern is the customary form 001/PKS/KLN-SM/XI/2026 (brief section 3.2).
const DefaultPattern = "{seq:3}{suffix}/{type}/{org}/{roman}/{yyyy}"

// NumberPlaceTraining is the place of a training's code in a pattern.
const NumberPlaceTraining = "{training}"

// CertificatePattern is the customary form of a certificate's number, 001/SRT/KLN-SM/TR-2026-001/I/2026.
const CertificatePattern = "{seq:3}/{type}/{org}/{training}/{roman}/{yyyy}"

// Numbering is how the clinic numbers its documents.
type Numbering struct {
	// Scope is per_type or global: one sequence for each type of document, or one for all.
	Scope string `json:"sequence_scope"`
	// Patterns maps a document type to its pattern; missing types use DefaultPattern, SRT the CertificatePattern.
	Patterns map[DocumentCode]string `json:"patterns,omitempty"`
	// Start maps a sequence to the first number of the first year, for clinics that switch in mid-year.
	Start map[string]int `json:"start_seq,omitempty"`
	Unit  string         `json:"unit,omitempty"`
	Class string         `json:"class,omitempty"`
}

// NumberParts are the values that a pattern is filled with.
type NumberParts struct {
	Seq     int
	Suffix  string
	Type    DocumentCode
	Org     string
	Unit    string
	Class   string
	Partner string
	// Training is the code of the training that a certificate is for.
	Training string
	Date     Date
}

// Key returns the ledger sequence of a document type.
func (n Numbering) Key(docType DocumentCode) string {
	if n.Scope == "global" {
		return "GLOBAL"
	}
	return string(docType)
}

// Pattern returns the pattern of a document type.
func (n Numbering) Pattern(docType DocumentCode) string {
	if p := n.Patterns[docType]; p != "" {
		return p
	}
	if docType.Kind().Numbered == NumberedPerPerson {
		return CertificatePattern
	}
	return DefaultPattern
}

// Format fills the pattern of p.Type. Unknown tokens stay as they are; CheckPattern refuses them beforehand.
func (n Numbering) Format(p NumberParts) string {
	token := regexp.MustCompile(`\{([a-z]+)(?::(\d))?\}`)
	return token.ReplaceAllStringFunc(n.Pattern(p.Type), func(t string) string {
		m := token.FindStringSubmatch(t)
		switch m[1] {
		case "seq":
			return fmt.Sprintf("%0"+max("0", m[2])+"d", p.Seq)
		case "suffix":
			if p.Suffix == "" {
				return ""
			}
			return "." + p.Suffix
		case "type":
			return string(p.Type)
		case "org":
			return p.Org
		case "unit":
			return n.Unit
		case "class":
			return n.Class
		case "partner":
			return p.Partner
		case "training":
			return p.Training
		case "roman":
			return Roman(int(p.Date.Month))
		case "mm":
			return fmt.Sprintf("%02d", int(p.Date.Month))
		case "m":
			return fmt.Sprint(int(p.Date.Month))
		case "yyyy":
			return fmt.Sprintf("%04d", p.Date.Year)
		case "yy":
			return fmt.Sprintf("%02d", p.Date.Year%100)
		}

		return t
	})
}

// Check returns the broken rules of every pattern: {seq}, a year and, unless one sequence serves all types, {type}
// must occur, and no unknown token may (brief section 3.2). The field is patterns.<type>.
func (n Numbering) Check() Problems {
	c := checker{found: Problems{}}
	c.oneOf("sequence_scope", n.Scope, []string{"per_type", "global"})
	known := regexp.MustCompile(`\{(seq(:[1-9])?|suffix|type|org|unit|class|partner|roman|mm|m|yyyy|yy|training)\}`)
	for _, docType := range slices.Sorted(maps.Keys(n.Patterns)) {
		field := "patterns." + string(docType)
		p := n.Patterns[docType]
		c.length(field, p, 80)
		switch {
		case p == "":
		case !strings.Contains(p, "{seq"):
			c.add(field, "pattern_seq")
		case n.Scope != "global" && !strings.Contains(p, "{type}"):
			c.add(field, "pattern_type")
		case !strings.Contains(p, "{yyyy}") && !strings.Contains(p, "{yy}"):
			c.add(field, "pattern_year")
		case strings.ContainsAny(known.ReplaceAllString(p, ""), "{}"):
			c.add(field, "pattern_token")
		}
	}

	for _, key := range slices.Sorted(maps.Keys(n.Start)) {
		c.between("start_seq."+key, n.Start[key], 1, 9999)
	}

	return c.found
}

// Roman returns a number from 1 to 12 as a Roman month.
func Roman(month int) string {
	if month < 1 || month > 12 {
		return ""
	}
	return strings.Fields("I II III IV V VI VII VIII IX X XI XII")[month-1]
}

// NumberFinder matches letter numbers as they occur in mails, once spaces around the slashes are gone (brief section 4.13).
const NumberFinder = `(?i)\b\d{1,4}(?:\.[A-Z])?/[A-Z0-9.\-]+(?:/[A-Z0-9.\-]+){0,4}/(?:I|II|III|IV|V|VI|VII|VIII|IX|X|XI|XII|0?[1-9]|1[0-2])/20\d{2}\b`

// NormalNumber makes two ways of writing a letter number equal: spaces of every kind go, letters become capitals.
func NormalNumber(number string) string {
	return strings.ToUpper(strings.Join(strings.FieldsFunc(number, func(r rune) bool {
		return unicode.IsSpace(r) || r == '\u200b' || r == '\u2060' || r == '\ufeff'
	}), ""))
}
