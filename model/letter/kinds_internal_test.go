package letter

import (
	"slices"
	"strings"
	"testing"

	"jejaring/model"
)

// TestKinds_EveryKindThatIsMadeHasItsRow holds the table beside the list of kinds that the whole program knows.
func TestKinds_EveryKindThatIsMadeHasItsRow(t *testing.T) {
	var made, rows []model.DocumentCode
	for _, k := range model.DocumentKinds() {
		if k.Made {
			made = append(made, k.Code)
		}
	}

	for _, k := range kinds() {
		rows = append(rows, k.code)
	}

	slices.Sort(made)
	slices.Sort(rows)
	if !slices.Equal(made, rows) {
		t.Errorf("the program makes %v, the table has %v", made, rows)
	}
}

func TestKinds_EveryRowIsComplete(t *testing.T) {
	for _, row := range kinds() {
		k, ok := kindOf(row.code)
		if !ok || k.texts == nil || k.set == nil || k.general.Code != row.code || len(k.general.Sizes) == 0 {
			t.Errorf("%s: %+v", row.code, k)
		}
		s := k.sheet("A4")
		if s.Top < 10 || s.Bottom < 10 || s.Left < 10 || s.Right < 10 || s.TextWidth() < 150 || s.TextHeight() < 150 {
			t.Errorf("%s: the sheet is %+v", row.code, s)
		}
	}
	if _, ok := kindOf("XYZ"); ok {
		t.Error("a kind that nobody knows")
	}
}

// The sizes are those of brief section 2.0: A4 or F4 as the clinic has it, but A4 for certificates, which lie on their side, and
// for what other facilities file.
func TestKinds_Sheets(t *testing.T) {
	for code, want := range map[model.DocumentCode][2][2]float64{
		model.DocumentProposal:    {{210, 297}, {215, 330}},
		model.DocumentAgreement:   {{210, 297}, {215, 330}},
		model.DocumentExpiry:      {{210, 297}, {215, 330}},
		model.DocumentInvitation:  {{210, 297}, {215, 330}},
		model.DocumentAttendance:  {{210, 297}, {215, 330}},
		model.DocumentCertificate: {{297, 210}, {297, 210}},
		model.DocumentReferral:    {{210, 297}, {210, 297}},
		model.DocumentReply:       {{210, 297}, {210, 297}},
	} {
		k, _ := kindOf(code)
		for i, clinics := range []string{"A4", "F4"} {
			if s := k.sheet(clinics); s.Width != want[i][0] || s.Height != want[i][1] {
				t.Errorf("%s on %s: %+v", code, clinics, s)
			}
		}

		if s := k.sheet(""); s.Width != want[0][0] || s.Height != want[0][1] {
			t.Errorf("%s without a paper: %+v", code, s)
		}
	}
	if s := reportKind().sheet("F4"); s.Width != 215 || s.Height != 330 || s.TextWidth() != tableWidth || s.Left != s.Right {
		t.Errorf("report: %+v", s)
	}
}

// TestKinds_EveryModelTextIsThereInBothLanguages composes each kind out of nothing but its code.
func TestKinds_EveryModelTextIsThereInBothLanguages(t *testing.T) {
	w := New(nil)
	for _, k := range kinds() {
		for _, language := range []string{"id", "bilingual"} {
			c, err := w.compose(model.LetterData{Type: k.code, Language: language})
			if err != nil {
				t.Errorf("%s in %s: %v", k.code, language, err)
				continue
			}

			for n, m := range c.manuscripts {
				if strings.TrimSpace(m.Text()) == "" {
					t.Errorf("%s in %s says nothing", k.code, c.words[n].Language())
				}
			}
		}
	}
}

func TestKinds_Languages(t *testing.T) {
	agreement, _ := kindOf(model.DocumentAgreement)
	referral, _ := kindOf(model.DocumentReferral)
	d := model.LetterData{Clinic: model.Clinic{DefaultLanguage: "en"}, Agreement: model.Agreement{LanguageMode: "bilingual"}}
	for _, c := range []struct {
		k     kind
		asked string
		want  string
	}{{agreement, "", "id en"}, {agreement, "id", "id"}, {referral, "", "en"}, {referral, "id", "id"}, {referral, "bilingual", "id en"}} {
		d.Language = c.asked
		if got, err := c.k.languages(d); err != nil || strings.Join(got, " ") != c.want {
			t.Errorf("%s in %q: %v, %v, want %s", c.k.code, c.asked, got, err, c.want)
		}
	}

	if got, err := referral.languages(model.LetterData{}); err != nil || !slices.Equal(got, []string{"id"}) {
		t.Errorf("without any wish: %v, %v", got, err)
	}

	d.Language = "fr"
	if _, err := referral.languages(d); err == nil {
		t.Error("a paper in French")
	}
}
