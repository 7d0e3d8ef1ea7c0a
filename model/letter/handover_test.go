package letter_test

import (
	"strings"
	"testing"

	"jejaring/model"
	"jejaring/model/letter"
)

// lent is the agreement of the sample under which an electrocardiograph was lent and came back damaged.
func lent(t *testing.T) model.LetterData {
	d := sampleData(t)
	d.Type, d.Number, d.Date = "BAST", "001/BAST/KLN-SM/XI/2026", model.Date{Year: 2026, Month: 11, Day: 20}
	d.Agreement.Status, d.Agreement.NumberOwn = model.StatusActive, "002/PKS/KLN-SM/XII/2024"
	d.Agreement.Contributions = []model.Contribution{{No: 1, Party: "p2", Kind: "device", Description: "elektrokardiograf", Quantity: 1, Unit: "unit", Loan: true,
		ReturnBy: model.Date{Year: 2026, Month: 10, Day: 31}, ReturnedOn: model.Date{Year: 2026, Month: 11, Day: 20}, ReturnCondition: "layar retak",
		Received: []model.Receipt{{Date: model.Date{Year: 2026, Month: 1, Day: 5}, Quantity: 1, Condition: "baik"}}}}
	d.Said = model.Said{HandedOn: model.Date{Year: 2026, Month: 1, Day: 5}, Handed: model.HandoverReceived, Provider: "p2", HandedBy: "Rina Kurnia", TakenBy: "Dewi Anggraini"}
	return d
}

func TestHandover_ALoanComesAndGoesBack(t *testing.T) {
	d := lent(t)
	wantInOrder(t, read(t, render(t, d)[0].PDF), "BERITA ACARA SERAH TERIMA", "Nomor: 001/BAST/KLN-SM/XI/2026", "Rina Kurnia", "atas nama RS Bunda Cempaka",
		"Dewi Anggraini", "atas nama Klinik Pratama Samudra Melati", "elektrokardiograf", "1 unit", "baik", "rangkap 2 (dua) asli")

	d.Said.Handed, d.Said.HandedOn, d.Said.HandedBy, d.Said.TakenBy = model.HandoverReturned, d.Date, d.Said.TakenBy, d.Said.HandedBy
	text := read(t, render(t, d)[0].PDF)
	wantInOrder(t, text, "Dewi Anggraini", "atas nama Klinik Pratama Samudra Melati", "Rina Kurnia", "atas nama RS Bunda Cempaka", "dikembalikan", "layar retak")
	if strings.Contains(text, "pinjaman, kembali") {
		t.Error("what went back is to go back")
	}
}

func TestHandover_OfADayOnWhichNothingChangedHandsIsRefused(t *testing.T) {
	for name, spoil := range map[string]func(*model.LetterData){
		"handover_date": func(d *model.LetterData) { d.Said.HandedOn = d.Said.HandedOn.AddDays(1) },
		"status":        func(d *model.LetterData) { d.Agreement.Status = model.StatusDraft },
		"taken_by":      func(d *model.LetterData) { d.Said.TakenBy = "" },
	} {
		d := lent(t)
		spoil(&d)
		_, err := letter.New(nil).Render(d)
		if ps := model.AsProblems(err); len(ps) != 1 || ps[0].Field != name {
			t.Errorf("without %s: %v", name, err)
		}
	}
}
