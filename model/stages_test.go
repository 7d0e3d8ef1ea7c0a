package model_test

import (
	"testing"

	"pgregory.net/rapid"

	"jejaring/model"
)

// The stages of the brief (section 4.14), typed from it.
func staged() map[string][]int {
	return map[string][]int{model.AttentionExpiring: {90, 60, 30, 7}, model.AttentionLicence: {180, 90, 30}, model.AttentionSIP: {180, 90, 30},
		model.AttentionSTR: {180, 90, 30}}
}

func TestStages_ARowThatIsKnownComesBackAtItsNextStage(t *testing.T) {
	end := model.Date{Year: 2027, Month: 12, Day: 31}
	a := model.Attention{Kind: model.AttentionExpiring, Due: end}
	for on, want := range map[string]string{
		"2027-10-02": "2027-11-01", // 90 days before: 60 days before is 1 November
		"2027-10-31": "2027-11-01",
		"2027-11-01": "2027-12-01",
		"2027-12-01": "2027-12-24",
		"2027-12-30": "2028-01-01", // the day after its end
		"2028-01-01": "9999-12-31",
	} {
		if got := a.Again(day(t, on)); got.String() != want {
			t.Errorf("known on %s it comes back on %s, want %s", on, got, want)
		}
	}

	if got := a.Rest(day(t, "2027-12-15"), day(t, "2027-10-20")); got != day(t, "2027-11-01") {
		t.Errorf("put off beyond its next stage until %s", got)
	}
	if got := a.Rest(day(t, "2027-10-25"), day(t, "2027-10-20")); got != day(t, "2027-10-25") {
		t.Errorf("put off for five days until %s", got)
	}
	other := model.Attention{Kind: model.AttentionSignedScan, Due: end}
	if got := other.Rest(day(t, "2028-12-15"), day(t, "2027-10-20")); got != day(t, "2028-12-15") || other.Staged() {
		t.Errorf("what has no stages is put off until %s", got)
	}
}

// A row is shown at a stage just when nobody has taken note of it since the day of that stage: on any day, whatever happened before.
func TestStages_ARowIsShownUnlessItsStageIsKnown(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		kind := rapid.SampledFrom([]string{model.AttentionExpiring, model.AttentionLicence, model.AttentionSIP, model.AttentionSTR}).Draw(t, "kind")
		end := model.Date{Year: 2027, Month: 6, Day: 15}
		a := model.Attention{Kind: kind, Due: end}
		known := end.AddDays(rapid.IntRange(-200, 40).Draw(t, "known"))
		today := known.AddDays(rapid.IntRange(0, 250).Draw(t, "later"))

		latest := model.Date{} // the day of the stage that today belongs to
		for _, before := range append(staged()[kind], -1) {
			if on := end.AddDays(-before); !on.After(today) {
				latest = on
			}
		}

		hidden := a.Again(known).After(today)
		if hidden != !known.Before(latest) {
			t.Fatalf("%s that ends on %s, known on %s: hidden on %s is %v, and its stage began on %s", kind, end, known, today, hidden, latest)
		}
	})
}

func TestAttention_IsNewOnce(t *testing.T) {
	on := day(t, "2027-03-10")
	row := func(kind string, due string) model.Attention {
		a := model.Attention{Kind: kind, Due: day(t, due)}
		a.Days = on.DaysUntil(a.Due)
		return a
	}
	for _, x := range []struct {
		row  model.Attention
		last string
		want bool
	}{
		{row(model.AttentionReminder, "2027-03-10"), "2027-03-09", true},
		{row(model.AttentionReminder, "2027-03-11"), "2027-03-09", false}, // tomorrow
		{row(model.AttentionReminder, "2027-03-08"), "2027-03-09", false}, // told of already
		{row(model.AttentionReminder, "2027-03-08"), "2027-03-01", true},  // the computer was off
		{row(model.AttentionSignedScan, "2027-03-10"), "2027-03-09", false},
		{row(model.AttentionPressing, "2027-03-10"), "2027-03-09", true},
	} {
		if got := x.row.NewSince(day(t, x.last), on); got != x.want {
			t.Errorf("%s due on %s, told last on %s: %v", x.row.Kind, x.row.Due, x.last, got)
		}
	}
}
