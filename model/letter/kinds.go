package letter

import (
	"slices"

	"jejaring/model"
)

// kind is a row of the table of kinds: what varies between documents with different codes.
type kind struct {
	code model.DocumentCode
	// general are the properties that the whole program knows; kindOf fills them in.
	general model.DocumentKind
	// texts fills in the values of one language and lists the model texts of the document, in the order of the paper.
	texts func(f *facts, values map[string]any) []modelText
	// margins stand around the text; on a landscape sheet they are those of the turned sheet. A kind with tables asks for their
	// width, and they stand in the middle.
	margins   margins
	landscape bool
	table     float64
	// headed says that it begins with the letterhead.
	headed bool
	// set puts the manuscripts on pages.
	set setting
	// refuses says why there can be no final, beside gaps. A field that has a gap is not named twice.
	refuses func(d model.LetterData) model.Problems
	// unfinished lists what the record itself must have before it may leave the draft.
	unfinished func(d model.LetterData) model.Problems
	// number is what the file is called after; nil means the number of the document.
	number func(d model.LetterData) string
}

// kinds is the table: one row for each kind of document that can be made. Everything else about a code, such as its numbers,
// stands in model.DocumentKinds.
func kinds() []kind {
	var (
		usual = margins{top: 25, bottom: 30, left: 30, right: 25}
		filed = margins{top: 16, bottom: 11, left: 22, right: 20} // what other facilities file, with little room
	)
	return []kind{
		{code: model.DocumentProposal, texts: proposal, margins: usual, headed: true, set: asLetter(letterStyles())},
		{code: model.DocumentMemorandum, texts: memorandum().texts, margins: usual, set: asDeed(deedStyles()), unfinished: unfinishedAgreement},
		{code: model.DocumentAgreement, texts: cooperation().texts, margins: usual, set: asDeed(deedStyles()),
			unfinished: unfinishedAgreement},
		{code: model.DocumentAddendum, texts: addendum, margins: usual, set: asDeed(deedStyles()), refuses: unamended},
		{code: model.DocumentSummary, texts: plain, margins: usual, headed: true, set: asForm(summaryStyles())},
		{code: model.DocumentExpiry, texts: expiry, margins: usual, headed: true, set: asLetter(expiryStyles()), refuses: unending},
		{code: model.DocumentTermination, texts: termination, margins: usual, headed: true, set: asLetter(expiryStyles()), refuses: unterminated},
		{code: model.DocumentInvitation, texts: invitation, margins: usual, headed: true, set: asForm(invitationStyles())},
		{code: model.DocumentCertificate, texts: certificate, margins: margins{top: 17, bottom: 18, left: 30, right: 30},
			landscape: true, set: asFramed(certificateStyles()), refuses: unearned},
		{code: model.DocumentAttendance, texts: attendance, margins: margins{top: 18, bottom: 18}, table: tableWidth,
			headed: true, set: asTables(attendanceStyle()), number: attendanceNumber},
		{code: model.DocumentMinutes, texts: minutes, margins: usual, headed: true, set: asForm(minutesStyles())},
		{code: model.DocumentReferral, texts: referral, margins: filed, headed: true, set: asForm(referralStyles()),
			refuses: unreferred},
		{code: model.DocumentReply, texts: reply, margins: filed, headed: true, set: asForm(replyStyles()),
			refuses: unreplied},
		{code: model.DocumentEvaluation, texts: evaluation, margins: margins{top: 18, bottom: 24}, table: tableWidth, headed: true,
			set: asMinutes(minutesStyle()), unfinished: func(d model.LetterData) model.Problems { return evaluated(d).Unfinished() }},
	}
}

// reportKind is the plain report, which no register numbers or keeps. Its file is called by the same code as a report that is.
func reportKind() kind {
	return kind{code: model.DocumentAnnualReport, margins: margins{top: 18, bottom: 18}, table: tableWidth, headed: true,
		set: asTables(reportStyle())}
}

// kindOf returns the row of a code, and whether there is one.
func kindOf(code model.DocumentCode) (kind, bool) {
	all := kinds()
	at := slices.IndexFunc(all, func(k kind) bool { return k.code == code })
	if at < 0 {
		return kind{}, false
	}

	row := all[at]
	row.general, _ = model.KindOfDocument(code)
	return row, true
}
