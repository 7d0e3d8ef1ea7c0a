package model_test

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"jejaring/model"
)

// asks are the kinds of what is reminded of.
func asks(u model.Upkeep, today model.Date) []string {
	var kinds []string
	for _, a := range u.Attention(today, model.Clinic{}.Zone()) {
		kinds = append(kinds, string(a.Kind))
	}
	return kinds
}

// TestUpkeep_NothingIsAskedUntilThereIsSomethingToLose.
func TestUpkeep_NothingIsAskedUntilThereIsSomethingToLose(t *testing.T) {
	today := dateOf(2026, 11, 21)
	if got := asks(model.Upkeep{}, today); got != nil {
		t.Errorf("of an empty register %v is asked", got)
	}
	if diff := cmp.Diff([]string{"copy_outside"}, asks(model.Upkeep{Records: true}, today)); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]string{"recovery_sheet", "copy_outside"}, asks(model.Upkeep{Records: true, Patients: true}, today)); diff != "" {
		t.Error(diff)
	}

	kept := model.Upkeep{Records: true, Patients: true, SheetAt: clockAt(), OutsideAt: clockAt()}
	if got := asks(kept, today); got != nil {
		t.Errorf("with everything kept %v is asked", got)
	}
}

// TestUpkeep_ACopyOnAnotherDiskIsDueAfterAWeek, counted in the days of the clinic.
func TestUpkeep_ACopyOnAnotherDiskIsDueAfterAWeek(t *testing.T) {
	made := time.Date(2026, 11, 10, 18, 0, 0, 0, time.UTC) // 11 November, 1.00 WIB
	u := model.Upkeep{Records: true, OutsideAt: made}
	zone := model.Clinic{}.Zone()
	if got := u.Attention(dateOf(2026, 11, 18), zone); len(got) > 0 {
		t.Errorf("after seven days %v is asked", got)
	}

	got := u.Attention(dateOf(2026, 11, 21), zone)
	if len(got) != 1 || got[0].Due != dateOf(2026, 11, 18) || got[0].Days != -3 {
		t.Errorf("ten days later: %+v", got)
	}
}

// TestCopy_IsSoundUntilSomethingIsKnownAgainstIt.
func TestCopy_IsSoundUntilSomethingIsKnownAgainstIt(t *testing.T) {
	for _, c := range []struct {
		copied model.Copy
		sound  bool
	}{
		{model.Copy{Sum: model.SumRight}, true}, {model.Copy{Sum: model.SumNone}, true}, {model.Copy{Sum: model.SumMissing}, false},
		{model.Copy{Sum: model.SumWrong}, false}, {model.Copy{}, false},
	} {
		if got := c.copied.Sound(); got != c.sound {
			t.Errorf("with the checksum %q a copy is sound: %v", c.copied.Sum, got)
		}
	}
}

// TestSettings_AMeteraiCostsTenThousandRupiah (brief section 2.3), and each type of letter has its own sequence (3.1).
func TestSettings_AMeteraiCostsTenThousandRupiah(t *testing.T) {
	s := model.NewSettings()
	if want, _ := model.ParseMoney("Rp10.000,00"); s.MeteraiRate != want {
		t.Errorf("a duty stamp costs %d sen", s.MeteraiRate)
	}
	has(t, s.Numbering.Check())
	if s.Numbering.Key("PKS") == s.Numbering.Key("RJK") {
		t.Error("agreements and referrals share a sequence")
	}
}
