package model_test

import (
	"slices"
	"strings"
	"testing"

	"jejaring/model"
)

// kindsOfBrief is the table of brief section 2.0, written by hand: code, what it is about, languages, paper, own number,
// meterai, originals, secrecy, and whether this program makes it. An addendum is a record here; RKS and BAM are those of requirements A37 and A34.
const kindsOfBrief = `
SPK     | agreement | id en bilingual | A4 F4 | one                | never  | one paper | open   | made
MOU     | agreement | id bilingual    | A4 F4 | one + partner      | chosen | per party | open   | made
PKS     | agreement | id bilingual    | A4 F4 | one + partner      | always | per party | open   | made
ADD     | addendum  | id bilingual    | A4 F4 | one + partner      | always | per party | open   | made
SPB-AKH | agreement | id en           | A4 F4 | one                | never  | one paper | open   | made
SPB-PGK | agreement | id en           | A4 F4 | one                | never  | one paper | open   | made
RKS     | agreement | id en           | A4 F4 | none               | never  | one paper | open   | made
UND     | training  | id en           | A4 F4 | one                | never  | one paper | open   | made
SRT     | training  | id en           | A4    | one_per_person     | never  | one paper | open   | made
DH      | training  | id en           | A4 F4 | none               | never  | one paper | open   | made
RJK     | referral  | id en           | A4 A5 | one                | never  | one paper | sealed | made
SRB     | referral  | id en           | A4    | one                | never  | one paper | sealed | made
BA      | evaluation | id en           | A4 F4 | one                | chosen | per party | open   | made
BAM     | obstacle  | id en           | A4 F4 | one                | never  | one paper | open   | made
LAP     | clinic    | id en           | A4    | one                | never  | one paper | open   | later
`

func TestDocumentKinds_AreThoseOfTheBrief(t *testing.T) {
	rows := strings.Split(strings.TrimSpace(kindsOfBrief), "\n")
	kinds := model.DocumentKinds()
	if len(kinds) != len(rows) {
		t.Fatalf("there are %d kinds, the brief has %d", len(kinds), len(rows))
	}

	for i, row := range rows {
		cells := strings.Split(row, "|")
		for j := range cells {
			cells[j] = strings.TrimSpace(cells[j])
		}
		if got := cellsOf(kinds[i]); !slices.Equal(got, cells) {
			t.Errorf("the list says\n%q, the brief\n%q", got, cells)
		}
	}
}

// cellsOf writes a kind as a row of the brief's table.
func cellsOf(k model.DocumentKind) []string {
	choose := func(yes bool, one, other string) string {
		if yes {
			return one
		}
		return other
	}
	var sizes []string
	for _, s := range k.Sizes {
		sizes = append(sizes, string(s))
	}

	return []string{string(k.Code), string(k.About), strings.Join(k.Languages, " "), strings.Join(sizes, " "),
		string(k.Numbered) + choose(k.PartnerNumber, " + partner", ""), string(k.Meterai), choose(k.PerParty, "per party", "one paper"),
		choose(k.Sealed, "sealed", "open"), choose(k.Made, "made", "later")}
}

func TestDocumentKinds_OccurOnceAndAreFoundByTheirCodes(t *testing.T) {
	seen := map[model.DocumentCode]bool{}
	for _, k := range model.DocumentKinds() {
		found, ok := model.KindOfDocument(k.Code)
		if seen[k.Code] || !ok || found.About != k.About {
			t.Errorf("%s: twice %v, found %v about %q", k.Code, seen[k.Code], ok, found.About)
		}

		seen[k.Code] = true
		for _, language := range k.Languages {
			if !slices.Contains(model.LanguagesOfPapers(), language) {
				t.Errorf("%s in %q", k.Code, language)
			}
		}
	}

	if k, ok := model.KindOfDocument("XYZ"); ok || k.Numbered != model.NumberedNot || len(k.Languages) > 0 {
		t.Errorf("an unknown code gives %+v", k)
	}
}

func TestSubject_IsAboutOneRecord(t *testing.T) {
	s := model.About(model.EntityReferral, 7)
	if s.Of(model.EntityReferral) != 7 || s.Of(model.EntityAgreement) != 0 {
		t.Errorf("%+v", s)
	}
	if none := model.About(model.EntityAgreement, 0); none != (model.Subject{}) {
		t.Errorf("about nothing: %+v", none)
	}
}
