package model_test

import (
	"testing"
	"time"

	"pgregory.net/rapid"

	"jejaring/model"
)

// TestDated_AgainstTheDayAndTheLedger: a letter may be back-dated, with a warning before the last number (brief section 3.1).
func TestDated_AgainstTheDayAndTheLedger(t *testing.T) {
	today := day(t, "2026-11-21")
	last := model.NumberEntry{LetterDate: day(t, "2026-11-10"), Formatted: "006/SPK/KLN-SM/XI/2026"}
	for text, want := range map[string][]string{
		"2026-11-21": nil,
		"2026-11-10": nil,
		"2026-11-09": {"date: letter_backdated?"},
		"2026-11-22": {"date: letter_future?"},
		"2027-01-02": {"date: letter_other_year?"},
		"2025-12-31": {"date: letter_other_year?", "date: letter_backdated?"},
		"2028-02-29": {"date: letter_year"},
		"1989-12-31": {"date: letter_year"},
		"":           nil,
	} {
		has(t, (model.LetterData{Type: "SPK", Date: day(t, text)}).Dated(last, model.NumberEntry{}, today), want...)
	}
}

// TestDated_ANumberBearsTheMonthOfItsLetter: one that is issued again stays in the month that its number tells.
func TestDated_ANumberBearsTheMonthOfItsLetter(t *testing.T) {
	today := day(t, "2026-11-21")
	had := model.NumberEntry{LetterDate: day(t, "2026-10-05"), Formatted: "005/SPK/KLN-SM/X/2026"}
	had.ID = 5
	for text, want := range map[string][]string{"2026-10-31": nil, "2026-11-01": {"date: letter_number_month?"}, "2025-10-05": {"date: letter_number_month?"}} {
		has(t, (model.LetterData{Type: "SPK", Date: day(t, text)}).Dated(model.NumberEntry{LetterDate: today}, had, today), want...)
	}
}

// TestDated_OnlyYearsThatNoLetterBearsAreRefused: all else is for a person to decide.
func TestDated_OnlyYearsThatNoLetterBearsAreRefused(t *testing.T) {
	today := day(t, "2026-11-21")
	rapid.Check(t, func(t *rapid.T) {
		d := model.LetterData{Type: "SPK", Date: anyDay().Draw(t, "date")}
		last := model.NumberEntry{LetterDate: anyDay().Draw(t, "last")}
		refused := d.Dated(last, model.NumberEntry{}, today).Errors() != nil
		if want := d.Date.Year < 1990 || d.Date.Year > 2027; refused != want {
			t.Fatalf("a letter of %s is refused: %v", d.Date, refused)
		}
	})
}

func TestDated_AnInvitationComesBeforeItsTraining(t *testing.T) {
	today := day(t, "2026-11-01")
	for name, c := range map[string]struct {
		date, rsvp string
		want       []string
	}{
		"in time":             {"2026-11-01", "2026-11-10", nil},
		"on the last day":     {"2026-11-10", "2026-11-10", []string{"date: letter_future?"}},
		"after the answers":   {"2026-11-12", "2026-11-10", []string{"date: letter_future?", "date: invitation_after_rsvp?"}},
		"on the day itself":   {"2026-11-20", "", []string{"date: letter_future?"}},
		"after it began":      {"2026-11-21", "", []string{"date: letter_future?", "date: invitation_late?"}},
		"answers afterwards":  {"2026-11-01", "2026-11-21", []string{"rsvp_date: rsvp_late?"}},
		"answers on that day": {"2026-11-01", "2026-11-20", nil},
	} {
		t.Run(name, func(t *testing.T) {
			d := model.LetterData{Type: "UND", Date: day(t, c.date)}
			r := course() // of 20 and 21 November
			r.RSVPDate = day(t, c.rsvp)
			d.Training = &r
			has(t, d.Dated(model.NumberEntry{}, model.NumberEntry{}, today), c.want...)
		})
	}

	begun := model.LetterData{Type: "UND", Date: day(t, "2026-11-01")}
	r := course()
	begun.Training = &r
	has(t, begun.Dated(model.NumberEntry{}, model.NumberEntry{}, day(t, "2026-11-21")), "start: training_begun?")
}

func TestDated_ACertificateComesAfterItsTrainingAndAnAttendanceListBefore(t *testing.T) {
	r := course()
	today := day(t, "2026-11-21")
	for text, want := range map[string][]string{"2026-11-20": {"date: certificate_early?"}, "2026-11-21": nil} {
		d := model.LetterData{Type: "SRT", Date: day(t, text)}
		d.Training = &r
		has(t, d.Dated(model.NumberEntry{}, model.NumberEntry{}, today), want...)
	}

	list := model.LetterData{Type: "DH", Date: day(t, "2026-12-24")} // printed for a day to come, without a number
	list.Training = &r
	has(t, list.Dated(model.NumberEntry{}, model.NumberEntry{}, today))
}

// TestDated_AReferralLetterIsOfItsOwnDay in the clinic's zone: 17.30 UTC of the 20th is half past midnight of the 21st in Jakarta.
func TestDated_AReferralLetterIsOfItsOwnDay(t *testing.T) {
	r := written()
	r.ReferralAt = time.Date(2026, 11, 20, 17, 30, 0, 0, time.UTC)
	d := model.LetterData{Type: "RJK", Date: day(t, "2026-11-21")}
	d.Referral = &r
	d.Clinic = model.NewClinic()
	today := day(t, "2026-11-21")
	has(t, d.Dated(model.NumberEntry{}, model.NumberEntry{}, today))

	d.Date = day(t, "2026-11-20")
	has(t, d.Dated(model.NumberEntry{}, model.NumberEntry{}, today), "date: letter_referral_day?")
}

func TestDated_AReferralLetterComesBeforeWhatItAnnounces(t *testing.T) {
	for problem, spoil := range map[string]func(*model.Referral){
		"planned_visit_date: visit_before_letter?": func(r *model.Referral) { r.PlannedVisit = dateOf(2026, 11, 20) },
		"valid_until: valid_before_letter?":        func(r *model.Referral) { r.ValidUntil = dateOf(2026, 11, 20) },
		"consent.time: consent_after_letter?":      func(r *model.Referral) { r.Consent.At = clockAt().AddDate(0, 0, 1) },
	} {
		r := written()
		spoil(&r)
		d := model.LetterData{Type: "RJK", Date: day(t, "2026-11-21")}
		d.Referral = &r
		d.Clinic = model.NewClinic()
		has(t, d.Dated(model.NumberEntry{}, model.NumberEntry{}, day(t, "2026-11-21")), problem)
	}
}

func TestDated_AReplyComesAfterTheLetterAndTheCare(t *testing.T) {
	for text, want := range map[string][]string{
		"2026-11-21": nil,
		"2026-11-18": {"date: reply_before_referral?", "date: reply_before_care?"},
		"2026-11-20": {"date: reply_before_referral?"},
		"2026-12-02": {"date: letter_future?", "reply.control_date: control_before_letter?"},
	} {
		r := written() // of 21 November
		r.Reply.CareDate, r.Reply.ControlDate = dateOf(2026, 11, 19), dateOf(2026, 12, 1)
		d := model.LetterData{Type: "SRB", Date: day(t, text)}
		d.Referral = &r
		d.Clinic = model.NewClinic()
		has(t, d.Dated(model.NumberEntry{}, model.NumberEntry{}, day(t, "2026-11-21")), want...)
	}
}

// TestDated_AnAgreementIsSignedBeforeItBeginsAndWhileItsParentRuns (brief section 4.4: warn if the parent expired).
func TestDated_AnAgreementIsSignedBeforeItBeginsAndWhileItsParentRuns(t *testing.T) {
	a := model.Agreement{Type: "pks", StartDate: dateOf(2026, 1, 1), EndDate: dateOf(2026, 12, 31)}
	for text, want := range map[string][]string{
		"2026-01-01": nil,
		"2026-01-02": {"start_date: signed_after_start?"},
	} {
		d := model.LetterData{Type: "PKS", Date: day(t, text)}
		d.Agreement = a
		has(t, d.Dated(model.NumberEntry{}, model.NumberEntry{}, day(t, "2026-11-21")), want...)
	}

	d := model.LetterData{Type: "PKS", Date: day(t, "2026-01-01")}
	d.Agreement = a
	d.Parent = &model.Agreement{EndDate: dateOf(2026, 6, 30)}
	has(t, d.Dated(model.NumberEntry{}, model.NumberEntry{}, day(t, "2026-11-21")), "end_date: parent_ends?")

	d.Parent = &model.Agreement{EndDate: a.EndDate}
	has(t, d.Dated(model.NumberEntry{}, model.NumberEntry{}, day(t, "2026-12-31")))
	has(t, d.Dated(model.NumberEntry{}, model.NumberEntry{}, day(t, "2027-01-01")), "date: letter_other_year?", "end_date: agreement_over?")
}
