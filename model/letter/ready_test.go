package letter_test

import (
	"strings"
	"testing"

	"jejaring/model"
)

// TestAgreement_HowThePartiesStayInTouch: article C06 names channel and rhythm behind the contact person, in both languages; the goal of
// one party is no goal of the agreement and stays out of article C02.
func TestAgreement_HowThePartiesStayInTouch(t *testing.T) {
	d := sampleData(t)
	d.Agreement.PICs[0].Channel, d.Agreement.PICs[0].Rhythm = "whatsapp", "monthly"
	d.Agreement.PICs[1].Channel = "email" // without a rhythm nothing is said
	d.Agreement.Goals = append(d.Agreement.Goals, model.Goal{Party: "p2", Text: model.Text{ID: "menambah jumlah pasien swasta"}})

	text := read(t, render(t, d)[0].PDF)
	if !strings.Contains(text, ", komunikasi setiap bulan melalui WhatsApp") {
		t.Errorf("how the parties stay in touch is missing in:\n%s", text)
	}
	if strings.Count(text, ", komunikasi setiap") != 2 || // in the article, and in the annex of the contact persons
		strings.Contains(text, "pasien swasta") {
		t.Errorf("too much is printed:\n%s", text)
	}

	d.Language = "bilingual"
	if text := strings.Join(strings.Fields(raw(t, render(t, d)[0].PDF)), " "); !strings.Contains(text, ", in touch every month by WhatsApp") {
		t.Errorf("the English text does not say it:\n%s", text)
	}
}
