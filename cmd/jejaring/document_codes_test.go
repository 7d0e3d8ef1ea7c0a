package main

import (
	"go/ast"
	"go/parser"
	"path"
	"strings"
	"testing"

	"jejaring/model"
)

// TestDocumentCodes_StandInTheTablesAlone looks for codes of documents that are written out, in Go or inside SQL. Whoever asks what holds
// for a paper asks its kind; only the list of kinds knows how a code is spelt.
func TestDocumentCodes_StandInTheTablesAlone(t *testing.T) {
	// A code as a calendar writes it, which has nothing to do with papers.
	others := map[string]string{"model/mail/mime/calendar_words.go": "ADD"}
	seen := 0
	for name, file := range sources(t, parser.SkipObjectResolution) {
		if strings.HasSuffix(name, "_test.go") || name == "model/document_kind.go" {
			continue
		}

		seen++
		ast.Inspect(file, func(n ast.Node) bool {
			text := literal(n)
			for _, k := range model.DocumentKinds() {
				code := string(k.Code)
				if (text == code || strings.Contains(text, "'"+code+"'")) && others[name] != code {
					t.Errorf("%s writes the code %s in %q: ask the kind, or name it by its constant", name, code, text)
				}
			}
			return true
		})
	}

	if seen < 200 {
		t.Errorf("only %d files were looked at", seen)
	}
}

// TestDocumentKinds_AreAskedNotCompared counts where constants of single kinds stand. Besides the tables that is where a rule of the model
// or a button is about one paper alone; a new one needs a reason here.
func TestDocumentKinds_AreAskedNotCompared(t *testing.T) {
	reasons := map[string]string{
		"model/document_kind.go":          "the list of kinds",
		"model/letter/kinds.go":           "the table of what papers say",
		"model/store/paper_kinds.go":      "the table of what the register does for them",
		"model/agreement_state.go":        "which paper an agreement is issued as",
		"model/addendum.go":               "which paper an addendum is issued as",
		"model/frozen.go":                 "which paper a referral is issued as and a training needs next, and what stands on it",
		"model/same_paper.go":             "what stands on which paper",
		"model/letter_dates.go":           "what the date of which paper contradicts",
		"model/letter/letter.go":          "a letterhead is shown as it stands on a proposal",
		"model/mail":                      "a number of a referral leads to the referral",
		"model/store/directory.go":        "as above",
		"model/store/training.go":         "a training that is cancelled annuls its invitations",
		"model/store/training_parts.go":   "certificates bear the name of their participant",
		"ui/training":                     "buttons of one paper each",
		"ui/obstacle":                     "the button of the minutes",
		"ui/agreement":                    "the buttons of the proposal, the summary and the notices of the end",
		"cmd/jejaring/evaluation_form.go": "the form of an evaluation asks what its minutes say",
		"ui/evaluation":                   "the button of the minutes",
	}
	used := map[string]bool{}

	for name, file := range sources(t, parser.SkipObjectResolution) {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		ast.Inspect(file, func(n ast.Node) bool {
			id, ok := n.(*ast.Ident)
			if !ok || !kindNamed(id.Name) {
				return true
			}

			at := name
			if reasons[at] == "" {
				at = path.Dir(name)
			}

			used[at] = true
			if reasons[at] == "" {
				t.Errorf("%s is about %s: ask the kind, or give the reason here", name, id.Name)
			}
			return true
		})
	}

	for at := range reasons {
		if !used[at] {
			t.Errorf("%s names no kind of document any more", at)
		}
	}
}

// kindNamed reports whether a name is the constant of a kind of document.
func kindNamed(name string) bool {
	switch name {
	case "DocumentProposal", "DocumentMemorandum", "DocumentAgreement", "DocumentAddendum", "DocumentSummary", "DocumentMinutes", "DocumentExpiry", "DocumentTermination",
		"DocumentInvitation", "DocumentCertificate", "DocumentAttendance", "DocumentReferral", "DocumentReply", "DocumentEvaluation",
		"DocumentAnnualReport":
		return true
	}
	return false
}
