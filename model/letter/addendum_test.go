package letter_test

import (
	"strings"
	"testing"

	"jejaring/model"
	"jejaring/model/letter"
)

// addendumData extends the sample's agreement of two years, which ends on 31 December 2026.
func addendumData(t testing.TB) model.LetterData {
	d := expiryData(t)
	d.Type, d.Number = "ADD", "002/ADD/KLN-SM/XI/2026"
	d.Addendum = &model.Addendum{AgreementID: 1, Ordinal: 1, Status: model.AddendumDraft, EffectiveDate: date(2027, 1, 1), NewEndDate: date(2027, 6, 30),
		Main: model.MainOf(d.Agreement)}
	return d
}

// TestAddendum_ExtendsFromTheEndThatItMoved: the same term stands on it before and after it was signed.
func TestAddendum_ExtendsFromTheEndThatItMoved(t *testing.T) {
	d := addendumData(t)
	const term = "diperpanjang selama 6 (enam) bulan, terhitung sejak tanggal 1 Januari 2027 sampai dengan tanggal 30 Juni 2027."
	wantInOrder(t, read(t, render(t, d)[0].PDF), "ADENDUM PERTAMA", "Nomor: 002/ADD/KLN-SM/XI/2026", "Perjanjian Kerja Sama Nomor 003/PKS/KLN-SM/XII/2024 dan Nomor 112/RSBC/XII/2024",
		"(selanjutnya disebut Perjanjian Induk) dan sepakat mengubahnya", term, "berlaku sejak tanggal 1 Januari 2027", "dalam rangkap 2 (dua) asli bermeterai cukup")

	signed := *d.Addendum
	signed.Status = model.AddendumActive
	if !model.Amend(&d.Agreement, signed, d.Date) {
		t.Fatal("it moved nothing")
	}
	d.Draft = true
	wantInOrder(t, read(t, render(t, d)[0].PDF), term)
}

// TestAddendum_IsRefusedWhereItChangesNothing, and it names only what it changes.
func TestAddendum_IsRefusedWhereItChangesNothing(t *testing.T) {
	d := addendumData(t)
	d.Addendum.NewEndDate = model.Date{}
	if ps := letter.New(nil).Missing(d); !ps.Has("new_end_date", "addendum_empty") {
		t.Errorf("missing: %v", ps)
	}
	d.Addendum.Changes = []model.ClauseChange{{Clause: model.Text{ID: "Pasal 7"}, Text: model.Text{ID: "Tarif tetap."}}}
	if text := read(t, render(t, d)[0].PDF); strings.Contains(text, "diperpanjang") || !strings.Contains(text, "Ketentuan Pasal 7 diubah sehingga berbunyi") {
		t.Error(text)
	}
}
