package letter

import (
	"strings"
	"testing"

	"jejaring/model"
)

func TestFileName_TellsVersionsAndOriginalsApart(t *testing.T) {
	d := model.LetterData{Type: "RJK", Number: "033/RJK/KLN-SM/XI/2026", Revision: 2}
	if got := begun(t, d, "id").fileName(original{}); got != "RJK-033-KLN-SM-XI-2026-versi-2.pdf" {
		t.Error(got)
	}
	d.Type, d.Number = "PKS", "007/PKS/KLN-SM/XI/2026"
	if got := begun(t, d, "id").fileName(original{copyNo: 1, copies: 2}); got != "PKS-007-KLN-SM-XI-2026-versi-2-rangkap-1.pdf" {
		t.Error(got)
	}
}

func TestFileName_OfDrafts(t *testing.T) {
	coded := model.Base{ID: 7, Code: "F 33/é"}
	for want, d := range map[string]model.LetterData{
		"SPK-konsep.pdf":      {Type: "SPK"},
		"SPK-konsep-A03.pdf":  {Type: "SPK", Draft: true, Number: "001/SPK", Agreement: model.Agreement{Base: model.Base{ID: 3, Code: "A03"}}},
		"RJK-konsep-F-33.pdf": {Type: "RJK", Draft: true, Referral: &model.Referral{Base: coded}, Agreement: model.Agreement{Base: model.Base{ID: 3}}},
		"UND-konsep-9.pdf":    {Type: "UND", Training: &model.Training{Base: model.Base{ID: 9}}},
	} {
		d.Revision = 3
		if !d.Draft {
			want = strings.Replace(want, ".pdf", "-versi-3.pdf", 1) // what has no number yet says so, but is no draft
		}
		if got := begun(t, d, "id").fileName(original{}); got != want {
			t.Errorf("%s, want %s", got, want)
		}
	}
}

// An attendance list has no number of its own and bears that of the training, and its session where it is one alone.
func TestFileName_OfAttendanceLists(t *testing.T) {
	tr := &model.Training{Number: "TR-2026-002"}
	for want, d := range map[string]model.LetterData{
		"DH-TR-2026-002.pdf":        {Training: tr, Sessions: []int{0, 1}},
		"DH-TR-2026-002-sesi-4.pdf": {Training: tr, Sessions: []int{3}},
		"DH-5.pdf":                  {Training: tr, Number: "5", Sessions: []int{3}},
		"DH-konsep.pdf":             {},
	} {
		d.Type = "DH"
		if got := begun(t, d, "id").fileName(original{}); got != want {
			t.Errorf("%s, want %s", got, want)
		}
	}
}

// No name is longer than file systems take, or has a sign that one of them forbids.
func TestFileName_OfHostileNumbers(t *testing.T) {
	for number, want := range map[string]string{
		`..\..\etc/passwd`:               "SPK-etc-passwd.pdf",
		"SPK/7/é 漢:*?\"<>|":              "SPK-7.pdf",
		strings.Repeat("123456789/", 30): "SPK-" + strings.Repeat("123456789-", 9) + "123456.pdf",
		"///":                            "SPK.pdf",
	} {
		d := model.LetterData{Type: "SPK", Number: number}
		if got := begun(t, d, "id").fileName(original{}); got != want {
			t.Errorf("%q: %s, want %s", number, got, want)
		}
	}
}
