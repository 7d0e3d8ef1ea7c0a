package model

import "slices"

// DocumentCode is the code of a kind of document, as its numbers bear it (brief section 2.0).
type DocumentCode string

// The kinds of documents (brief section 2.0).
const (
	DocumentProposal     DocumentCode = "SPK"
	DocumentMemorandum   DocumentCode = "MOU"
	DocumentAgreement    DocumentCode = "PKS"
	DocumentAddendum     DocumentCode = "ADD"
	DocumentExpiry       DocumentCode = "SPB-AKH"
	DocumentTermination  DocumentCode = "SPB-PGK"
	DocumentInvitation   DocumentCode = "UND"
	DocumentCertificate  DocumentCode = "SRT"
	DocumentAttendance   DocumentCode = "DH"
	DocumentReferral     DocumentCode = "RJK"
	DocumentReply        DocumentCode = "SRB"
	DocumentEvaluation   DocumentCode = "BA"
	DocumentAnnualReport DocumentCode = "LAP"
	// DocumentSummary is an agreement in plain words on one page, which the brief leaves without a code (requirement A37).
	DocumentSummary DocumentCode = "RKS"
	// DocumentMinutes are the minutes of a talk about an obstacle, for which the brief has no code either (requirement A34).
	DocumentMinutes DocumentCode = "BAM"
)

// Numbered says how a kind of document takes its numbers from the ledger.
type Numbered string

// Ways of taking numbers (brief section 2.0, "own number").
const (
	NumberedNot       Numbered = "none"
	NumberedOnce      Numbered = "one"            // one number for the document
	NumberedPerPerson Numbered = "one_per_person" // each person's paper has a number of its own
)

// Meterai says whether a kind of document bears the stamp duty (brief sections 2.0 and 2.3).
type Meterai string

// Whether a kind bears the stamp.
const (
	MeteraiNever  Meterai = "never"
	MeteraiChosen Meterai = "chosen" // a setting, off by default
	MeteraiAlways Meterai = "always"
)

// PaperSize is a size of sheet.
type PaperSize string

// The sizes of sheets (brief section 2.2).
const (
	PaperA4 PaperSize = "A4"
	PaperF4 PaperSize = "F4"
	PaperA5 PaperSize = "A5"
)

// DocumentKind is what holds for every document of a kind (brief section 2.0).
type DocumentKind struct {
	Code DocumentCode
	// About is the record type that a document of the kind is made for. A report about a period is about the clinic.
	About Entity
	// Languages are those that a document of the kind may be made in: id, en, bilingual.
	Languages []string
	Numbered  Numbered
	// PartnerNumber says that the partner's own number stands on it beside ours.
	PartnerNumber bool
	Meterai       Meterai
	// Sealed says that it names a patient: its bytes and what it was made from are kept sealed, and whoever reads them is noted.
	Sealed bool
	// PerParty says that every party gets an original; otherwise there is one paper.
	PerParty bool
	// Sizes are the sheets that it may be printed on, the first of them where the clinic's own is not among them.
	Sizes []PaperSize
	// ToPartner says that one is made for each institution that it goes to.
	ToPartner bool
	// Asks are the questions that its letter alone answers, of those about an agreement.
	Asks []Ask[Agreement, Issue]
	// Made says that this program makes it; the others are kept as documents of the list alone.
	Made bool
}

// DocumentKinds lists every kind of document, one row each, in the order of brief section 2.0. It is the only list of kinds:
// how they are filled and issued stands in one table each beside what makes and what keeps them.
func DocumentKinds() []DocumentKind {
	var (
		agreed   = []string{"id", "bilingual"} // an agreement in English alone is not valid (brief section 2.1)
		letter   = []string{"id", "en"}
		proposal = []string{"id", "en", "bilingual"}
		office   = []PaperSize{PaperA4, PaperF4}
		filed    = []PaperSize{PaperA4}
		slip     = []PaperSize{PaperA4, PaperA5}
	)
	return []DocumentKind{
		{Code: DocumentProposal, About: EntityAgreement, Languages: proposal, Numbered: NumberedOnce, Meterai: MeteraiNever,
			Sizes: office, Made: true},
		{Code: DocumentMemorandum, About: EntityAgreement, Languages: agreed, Numbered: NumberedOnce, PartnerNumber: true,
			Meterai: MeteraiChosen, PerParty: true, Sizes: office, Made: true},
		{Code: DocumentAgreement, About: EntityAgreement, Languages: agreed, Numbered: NumberedOnce, PartnerNumber: true,
			Meterai: MeteraiAlways, PerParty: true, Sizes: office, Made: true},
		{Code: DocumentAddendum, About: EntityAddendum, Languages: agreed, Numbered: NumberedOnce, PartnerNumber: true,
			Meterai: MeteraiAlways, PerParty: true, Sizes: office, Made: true},
		{Code: DocumentExpiry, About: EntityAgreement, Languages: letter, Numbered: NumberedOnce, Meterai: MeteraiNever, Sizes: office,
			Asks: renewalAsks(), Made: true},
		{Code: DocumentTermination, About: EntityAgreement, Languages: letter, Numbered: NumberedOnce, Meterai: MeteraiNever, Sizes: office,
			Asks: noticeAsks(), Made: true},
		{Code: DocumentSummary, About: EntityAgreement, Languages: letter, Numbered: NumberedNot, Meterai: MeteraiNever, Sizes: office, Made: true},
		{Code: DocumentInvitation, About: EntityTraining, Languages: letter, Numbered: NumberedOnce, Meterai: MeteraiNever,
			ToPartner: true, Sizes: office, Made: true},
		{Code: DocumentCertificate, About: EntityTraining, Languages: letter, Numbered: NumberedPerPerson, Meterai: MeteraiNever,
			Sizes: filed, Made: true},
		{Code: DocumentAttendance, About: EntityTraining, Languages: letter, Numbered: NumberedNot, Meterai: MeteraiNever,
			Sizes: office, Made: true},
		{Code: DocumentReferral, About: EntityReferral, Languages: letter, Numbered: NumberedOnce, Meterai: MeteraiNever, Sealed: true,
			Sizes: slip, Made: true},
		{Code: DocumentReply, About: EntityReferral, Languages: letter, Numbered: NumberedOnce, Meterai: MeteraiNever, Sealed: true,
			Sizes: filed, Made: true},
		{Code: DocumentEvaluation, About: EntityEvaluation, Languages: letter, Numbered: NumberedOnce, Meterai: MeteraiChosen,
			PerParty: true, Sizes: office, Made: true},
		{Code: DocumentMinutes, About: EntityObstacle, Languages: letter, Numbered: NumberedOnce, Meterai: MeteraiNever, Sizes: office, Made: true},
		{Code: DocumentAnnualReport, About: EntityClinic, Languages: letter, Numbered: NumberedOnce, Meterai: MeteraiNever, Sizes: filed},
	}
}

// KindOfDocument returns the kind with a code, and whether there is one. The zero kind has no languages and no number.
func KindOfDocument(code DocumentCode) (DocumentKind, bool) {
	kinds := DocumentKinds()
	at := slices.IndexFunc(kinds, func(k DocumentKind) bool { return k.Code == code })
	if at < 0 {
		return DocumentKind{Code: code, Numbered: NumberedNot, Meterai: MeteraiNever}, false
	}
	return kinds[at], true
}

// Kind is what holds for every document with the code; of a code that is not known, the kind that cannot be made.
func (c DocumentCode) Kind() DocumentKind {
	kind, _ := KindOfDocument(c)
	return kind
}

// Answer writes the options of a command into what the letter alone says; BadOption for one that the kind does not ask for.
func (k DocumentKind) Answer(i *Issue, options map[string]string) error {
	asking := Step[Agreement, AgreementStatus, Issue]{Name: StepName(k.Code), Asks: k.Asks}
	return asking.Answer(Agreement{}, i, options, Reading{})
}

// NumberedKinds lists the codes of the kinds that this program makes and numbers.
func NumberedKinds() []DocumentCode {
	var codes []DocumentCode
	for _, k := range DocumentKinds() {
		if k.Made && k.Numbered != NumberedNot {
			codes = append(codes, k.Code)
		}
	}
	return codes
}
