package model_test

import (
	"encoding/json"
	"strings"
	"testing"

	"jejaring/model"
)

// TestDocument_KeepsTheKeysOfItsRecord: lists and the history name the record of a paper by a key for its type, in the same place as ever.
func TestDocument_KeepsTheKeysOfItsRecord(t *testing.T) {
	for _, c := range []struct {
		about     model.Subject
		agreement model.ID
		want      string
	}{
		{model.Subject{}, 0, `"subject":"x","language"`},
		{model.About(model.EntityAgreement, 3), 3, `"subject":"x","agreement_id":3,"language"`},
		{model.About(model.EntityReferral, 5), 0, `"subject":"x","referral_id":5,"language"`},
		{model.About(model.EntityReferral, 5), 3, `"subject":"x","agreement_id":3,"referral_id":5,"language"`},
		{model.About(model.EntityTraining, 7), 3, `"subject":"x","agreement_id":3,"training_id":7,"language"`},
	} {
		d := model.Document{Subject: "x", About: c.about, AgreementID: c.agreement, Language: "id", FileName: `"about":{"entity":"","id":0},`}
		text, err := json.Marshal(d)
		if err != nil || !strings.Contains(string(text), c.want) {
			t.Errorf("%v: %s, %v", c.about, text, err)
		}
		if strings.Contains(string(text), `"about":`) {
			t.Errorf("%v has a key of its own: %s", c.about, text)
		}

		var back model.Document
		if err := json.Unmarshal(text, &back); err != nil || back.About != d.About || back.AgreementID != d.AgreementID || back.FileName != d.FileName {
			t.Errorf("%v comes back as %v under %d, %v", c.about, back.About, back.AgreementID, err)
		}
	}
}

func TestPrepared_TellsEachProblemOnce(t *testing.T) {
	p := model.Prepared{Unfinished: model.Problems{{Field: "title", Code: "required"}, {Field: "a", Code: "x"}},
		Dated: model.Problems{{Field: "date", Code: "letter_future", Warning: true}}}
	all := p.Problems(model.Problems{{Field: "a", Code: "x"}, {Field: "b", Code: "glyph"}})
	var got []string
	for _, x := range all {
		got = append(got, x.Field+" "+x.Code)
	}

	if want := "title required, a x, b glyph, date letter_future"; strings.Join(got, ", ") != want {
		t.Errorf("%v, not %s", got, want)
	}
}
