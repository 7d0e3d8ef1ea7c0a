package model_test

import (
	"testing"

	"jejaring/model"
)

func TestTerms_ATextFollowsANumberUntilThatIsChanged(t *testing.T) {
	terms := model.Terms{ResponseMinutes: 30, ReplyDays: 3}
	stored := "jawaban ≤ {{response_minutes}} menit, balasan {{reply_days}} hari"
	if got := terms.Shown(stored); got != "jawaban ≤ 30 menit, balasan 3 hari" {
		t.Errorf("people read %q", got)
	}

	for typed, want := range map[string]string{
		"jawaban ≤ 30 menit, balasan 3 hari":       stored,
		"jawaban ≤ 30 menit, balasan 3 hari kerja": stored + " kerja",
		"Jawaban ≤ 30 menit, balasan 3 hari":       "Jawaban ≤ {{response_minutes}} menit, balasan {{reply_days}} hari",
		"jawaban ≤ 45 menit, balasan 3 hari":       "jawaban ≤ 45 menit, balasan {{reply_days}} hari",
		"jawaban ≤ 300 menit":                      "jawaban ≤ 300 menit",
		"":                                         "",
		"lain {{patient_name}}":                    "lain {{patient_name}}",
	} {
		if got := terms.Kept(stored, typed); got != want {
			t.Errorf("%q became %q, want %q", typed, got, want)
		}
	}

	if got := (model.Terms{}).Shown("≤ {{response_minutes}} menit"); got != "≤ … menit" {
		t.Errorf("without a number people read %q", got)
	}
}
