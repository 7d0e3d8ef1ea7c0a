package store_test

import (
	"fmt"
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"jejaring/model"
	"jejaring/model/store"
)

func TestAttention_OfTheSample(t *testing.T) {
	s := sampleStore(t)
	var got []string
	rows := must(s.Overview().Attention(t.Context(), asOf(), 0))(t)
	for _, a := range rows {
		code := ""
		switch a.Entity {
		case "agreement":
			code = must(s.Agreements().Get(t.Context(), a.Record))(t).Code
		case "partner":
			code = must(s.Partners().Get(t.Context(), a.Record))(t).Code
		case "staff":
			code = must(s.Staff().Get(t.Context(), a.Record))(t).Code
		case "referral":
			code = must(s.Referrals().Get(t.Context(), a.Record))(t).Code
		case "training":
			code = must(s.Trainings().Get(t.Context(), a.Record))(t).Code
		case "obstacle":
			code = must(s.Obstacles().Get(t.Context(), a.Record))(t).Code
		}

		got = append(got, fmt.Sprintf("%s %s %s", a.Due, a.Kind, code))
	}

	want := []string{
		// late
		"2026-09-30 obligation_overdue A04", "2026-10-08 referral_no_reply F27", "2026-10-12 obstacle_grave K08", "2026-10-31 obligation_overdue A01",
		"2026-10-31 obligation_overdue A03", "2026-10-31 obligation_overdue A13", "2026-11-05 referral_no_reply F29", "2026-11-15 obligation_overdue A15",
		// soon
		"2026-11-25 obligation_due A03", "2026-11-28 training_upcoming T08", "2026-11-28 obligation_due A13", "2026-12-10 agreement_signature_overdue A06",
		"2026-12-10 training_upcoming T09", "2026-12-20 sip_expiry S04", "2027-01-10 license_expiry P03", "2027-01-31 agreement_expiring A08",
		"2027-02-10 sip_expiry S02", "2027-03-31 license_expiry P10", // A03 goes on by itself
		// to be completed
		"2025-02-01 evaluation_due A07", "2026-05-11 missing_signed_scan A09", "2026-06-10 evaluation_due A05", "2026-08-01 evaluation_due A04",
		"2026-11-01 evaluation_due A13", "2026-11-24 missing_partner_number A06",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got  %v\nwant %v", got, want)
	}
	if first := must(s.Overview().Attention(t.Context(), asOf(), 2))(t); len(first) != 2 || first[0] != rows[0] || first[0].Days != -52 || first[1].Days != -44 {
		t.Errorf("limit: %+v", first)
	}
}

// TestAttention_OfASuspensionThatGoesOnTooLong: before its day it stands in the calendar, from its day on among what to do, until
// the agreement binds again or ends.
func TestAttention_OfASuspensionThatGoesOnTooLong(t *testing.T) {
	s := sampleStore(t)
	a := must(s.Resolve(t.Context(), model.EntityAgreement, "A01"))(t)
	expected := asOf().AddDays(4)
	step := model.Change{Reason: "Izin diperpanjang", ResumeDate: expected, Today: asOf()}
	if _, err := s.AgreementChanges().Apply(t.Context(), a, "suspend", step); err != nil {
		t.Fatal(err)
	}

	days := func(on model.Date) (late []int) {
		for _, row := range must(s.Overview().Attention(t.Context(), on, 0))(t) {
			if row.Kind == model.AttentionResume && row.Record == a {
				late = append(late, row.Days)
			}
		}
		return late
	}

	for on, want := range map[model.Date][]int{asOf(): nil, expected: {0}, expected.AddDays(30): {-30}} {
		if got := days(on); !slices.Equal(got, want) {
			t.Errorf("on %s: %v", on, got)
		}
	}

	dates := must(s.Overview().Upcoming(t.Context(), asOf(), 30, 50))(t)
	if !slices.ContainsFunc(dates, func(u model.Upcoming) bool {
		return u.Kind == "agreement_resumes" && u.Record == a && u.Date == expected
	}) {
		t.Errorf("the calendar has %+v", dates)
	}

	if _, err := s.AgreementChanges().Apply(t.Context(), a, "resume", model.Change{Today: expected.AddDays(30)}); err != nil {
		t.Fatal(err)
	}
	if got := days(expected.AddDays(30)); got != nil {
		t.Errorf("resumed, and still %v", got)
	}
	if _, err := s.AgreementChanges().Apply(t.Context(), a, "suspend", step); err != nil {
		t.Fatal(err)
	}

	next := asOf().AddMonths(12)
	if _, err := s.AgreementChanges().PassDay(t.Context(), next); err != nil {
		t.Fatal(err)
	}
	if got := days(next); got != nil {
		t.Errorf("ended, and still %v", got)
	}
}

func TestAttention_OfMail(t *testing.T) {
	s, box := archive(t)
	quiet := mail(box, 2, "b@x.example.com", "Out of office", "body")
	quiet.Message.AutoSubmitted = true
	file(t, s, mail(box, 1, "a@x.example.com", "Permohonan", "body"), quiet)
	if err := s.Mail().Synced(t.Context(), box, model.SyncResult{At: mailDate(), Error: "mail_login"}); err != nil {
		t.Fatal(err)
	}

	var kinds []string
	for _, a := range must(s.Overview().Attention(t.Context(), asOf(), 0))(t) {
		kinds = append(kinds, a.Kind+" "+a.Title)
	}

	slices.Sort(kinds)
	if want := []string{"mailbox_failing Kotak 001 nomor1", "message_unlinked Permohonan"}; !slices.Equal(kinds, want) {
		t.Errorf("%v", kinds)
	}
	if c := must(s.Overview().Counts(t.Context(), asOf()))(t); c.Unlinked != 1 || c.OldestSince != 1 || c.Mailboxes != 1 {
		t.Errorf("%+v", c)
	}
}

// A linked mail that is urgent or asks for an answer stands there as well as one that no rule linked, until somebody has
// answered, filed or ignored it; what only informs does not.
func TestAttention_OfLinkedMailThatAsksForAnAnswer(t *testing.T) {
	s := sampleStore(t)
	box := model.NewMailbox()
	box.Host, box.User = "localhost", "admin@klinik.example"
	if err := s.Mailboxes().Save(t.Context(), &box); err != nil {
		t.Fatal(err)
	}

	partner := byCode(t, s, "partner", "P01")
	for uid, x := range []struct {
		subject, category string
		urgent, auto      bool
	}{{"Undangan rapat", "undangan", false, false}, {"Nilai kritis", "hasil_penunjang", true, false}, {"Pemberitahuan libur", "pemberitahuan", false, false},
		{"Tagihan", "tagihan", false, false}, {"Jawaban otomatis", "permohonan", false, true}} {
		m := mail(box.ID, uint32(uid+1), fmt.Sprintf("m%d@x.example.com", uid), x.subject, "isi")
		m.Message.Category, m.Message.Urgent, m.Message.AutoSubmitted, m.Message.PartnerID = x.category, x.urgent, x.auto, partner
		file(t, s, m)
	}

	waiting := func() []string {
		titles := []string{}
		for _, a := range must(s.Overview().Attention(t.Context(), asOf(), 0))(t) {
			if a.Kind == model.AttentionLetter {
				titles = append(titles, a.Title)
			}
		}
		slices.Sort(titles)
		return titles
	}
	listed := func() int {
		return len(must(s.Messages().IDs(t.Context(), model.Query{Filter: model.Filters{model.ByWaiting: "yes"}}))(t))
	}
	same(t, "waiting", waiting(), []string{"Tagihan", "Undangan rapat"})
	if first := must(s.Overview().Attention(t.Context(), asOf(), 1))(t)[0]; first.Kind != model.AttentionPressing || first.Title != "Nilai kritis" {
		t.Errorf("before all the rest stands %+v", first)
	}
	same(t, "listed", listed(), 3)

	for _, m := range must(s.Messages().Find(t.Context(), model.Query{}))(t) {
		m = must(s.Messages().Get(t.Context(), m.ID))(t)
		m.Status = map[string]string{"Nilai kritis": "answered", "Tagihan": "filed"}[m.Subject]
		if m.Status == "" {
			continue
		}
		if err := s.Messages().Save(t.Context(), &m); err != nil {
			t.Fatal(err)
		}
	}

	same(t, "after two were settled", waiting(), []string{"Undangan rapat"})
	same(t, "listed then", listed(), 1)
}

// What puts somebody in danger stands before what is late, whatever its day: urgent results of a laboratory that nobody knows,
// too. An urgent mail of a stranger is one that is not linked, and a mail that deceives is dangerous, however urgent.
func TestAttention_OfUrgentMail(t *testing.T) {
	s := sampleStore(t)
	box := model.NewMailbox()
	box.Host, box.User = "localhost", "admin@klinik.example"
	if err := s.Mailboxes().Save(t.Context(), &box); err != nil {
		t.Fatal(err)
	}

	for uid, x := range []struct {
		subject, category string
		urgent            bool
		warnings          []model.Warning
	}{{"HASIL KRITIS", "hasil_penunjang", true, nil}, {"Hasil biasa", "hasil_penunjang", false, nil}, {"Promo", "lainnya", true, nil},
		{"Kuis", "hasil_penunjang", true, []model.Warning{{Code: model.WarnExecutable}}}} {
		m := mail(box.ID, uint32(uid+1), fmt.Sprintf("u%d@x.example.com", uid), x.subject, "isi")
		m.Message.Category, m.Message.Urgent, m.Message.Warnings = x.category, x.urgent, x.warnings
		file(t, s, m)
	}

	kinds := map[string]string{}
	weights := []model.Weight{}
	for _, a := range must(s.Overview().Attention(t.Context(), asOf(), 0))(t) {
		weights = append(weights, a.Weight())
		if a.Entity == model.EntityMessage {
			kinds[a.Title] = a.Kind
		}
	}

	want := map[string]string{"HASIL KRITIS": model.AttentionPressing, "Hasil biasa": model.AttentionUnlinked, "Promo": model.AttentionUnlinked,
		"Kuis": model.AttentionDanger}
	if !maps.Equal(kinds, want) {
		t.Errorf("the rows are %v", kinds)
	}
	if !slices.IsSorted(weights) || weights[1] != model.WeightDanger || weights[2] != model.WeightOverdue {
		t.Errorf("the weights are %v", weights)
	}
}

func TestAttention_ManyMailsHideNothingDated(t *testing.T) {
	s := sampleStore(t)
	box := model.NewMailbox()
	box.Host, box.User = "localhost", "admin@klinik.example"
	if err := s.Mailboxes().Save(t.Context(), &box); err != nil {
		t.Fatal(err)
	}

	for uid := range 60 {
		file(t, s, mail(box.ID, uint32(uid+1), "lama@x.example.com", fmt.Sprint("Surat lama ", uid), "isi"))
	}

	var mails, dated int
	for _, a := range must(s.Overview().Attention(t.Context(), asOf(), 20))(t) {
		if a.Kind == model.AttentionUnlinked {
			mails++
		} else {
			dated++
		}
	}

	if mails > 3 || dated < 10 {
		t.Errorf("%d rows of mail, %d that are dated", mails, dated)
	}
}

// TestPutOff_ARowComesBackOnItsDay, or when it is due on another day, or when somebody takes that back.
func TestPutOff_ARowComesBackOnItsDay(t *testing.T) {
	s := sampleStore(t)
	o := s.Overview()
	until := asOf().AddDays(7)
	find := func(rows []model.Attention, kind string, record model.ID) []model.Attention {
		return slices.DeleteFunc(slices.Clone(rows), func(a model.Attention) bool { return a.Kind != kind || a.Record != record })
	}
	waiting := func(on model.Date, kind string, record model.ID) (awake, asleep []model.Attention) {
		up, off, err := o.Waiting(t.Context(), on, 0)
		if err != nil {
			t.Fatal(err)
		}
		return find(up, kind, record), find(off, kind, record)
	}

	laboratory := agreement(t, s, "A03")
	fieldwork := agreement(t, s, "A08")
	row := find(must(o.Attention(t.Context(), asOf(), 0))(t), model.AttentionExpiring, fieldwork.ID)[0]
	if err := o.PutOff(t.Context(), row, until, asOf()); err != nil {
		t.Fatal(err)
	}

	for on, away := range map[model.Date]bool{asOf(): true, until.AddDays(-1): true, until: false, until.AddDays(1): false} {
		awake, asleep := waiting(on, row.Kind, row.Record)
		if (len(awake) == 0) != away || (len(asleep) == 1) != away || away && asleep[0].Until != until {
			t.Errorf("on %s %v is there, %v was put off", on, awake, asleep)
		}
	}
	if all := must(o.Attention(t.Context(), asOf(), 0))(t); len(all) != 23 {
		t.Errorf("%d others", len(all))
	}

	// Of two overdue periods of one obligation only the one that was meant goes.
	var owed []model.Attention
	for _, a := range must(o.Attention(t.Context(), asOf(), 0))(t) {
		if a.Kind == model.AttentionObligation && a.Record == laboratory.ID {
			owed = append(owed, a)
		}
	}
	if err := o.PutOff(t.Context(), owed[0], until, asOf()); err != nil {
		t.Fatal(err)
	}
	if awake, asleep := waiting(asOf(), model.AttentionObligation, laboratory.ID); len(awake) != len(owed)-1 || len(asleep) != 1 {
		t.Errorf("%v stand, %v were put off", awake, asleep)
	}

	fieldwork.EndDate = fieldwork.EndDate.AddDays(5)
	if err := s.Agreements().Save(t.Context(), &fieldwork); err == nil {
		if awake, _ := waiting(asOf(), row.Kind, row.Record); len(awake) != 1 {
			t.Error("a row that is due on another day is another row")
		}
	}

	if err := o.PutOff(t.Context(), owed[0], model.Date{}, asOf()); err != nil {
		t.Fatal(err)
	}
	if awake, asleep := waiting(asOf(), model.AttentionObligation, laboratory.ID); len(awake) != len(owed) || len(asleep) != 0 {
		t.Errorf("taken back: %v stand, %v were put off", awake, asleep)
	}
}

func TestPutOff_WhatItRefuses(t *testing.T) {
	o := sampleStore(t).Overview()
	row := must(o.Attention(t.Context(), asOf(), 1))(t)[0]
	for _, x := range []struct {
		kind  string
		until model.Date
		code  string
	}{{row.Kind, asOf(), "past_date"}, {row.Kind, asOf().AddDays(-1), "past_date"}, {model.AttentionDanger, asOf().AddDays(1), "danger_stays"},
		{model.AttentionPressing, asOf().AddDays(1), "danger_stays"}} {
		row.Kind = x.kind
		ps := model.AsProblems(o.PutOff(t.Context(), row, x.until, asOf()))
		if len(ps) != 1 || ps[0].Code != x.code {
			t.Errorf("%s until %s: %v", x.kind, x.until, ps)
		}
	}
}

// TestPutOff_OtherMailComesUp: of many mails the newest three stand there, and the next ones once those were put off.
func TestPutOff_OtherMailComesUp(t *testing.T) {
	s := sampleStore(t)
	box := model.NewMailbox()
	box.Host, box.User = "localhost", "admin@klinik.example"
	if err := s.Mailboxes().Save(t.Context(), &box); err != nil {
		t.Fatal(err)
	}
	for uid := range 5 {
		m := mail(box.ID, uint32(uid+1), fmt.Sprintf("lama%d@x.example.com", uid), fmt.Sprint("Surat ", uid), "isi")
		m.Message.Date = mailDate().Add(time.Duration(uid) * time.Hour)
		file(t, s, m)
	}

	titles := func() (found []string) {
		for _, a := range must(s.Overview().Attention(t.Context(), asOf(), 5))(t) {
			found = append(found, a.Title)
		}
		for _, a := range must(s.Overview().Attention(t.Context(), asOf(), 0))(t) {
			if a.Kind == model.AttentionUnlinked {
				found = append(found, a.Title)
			}
		}
		return found[5:]
	}
	newest := []string{"Surat 4", "Surat 3", "Surat 2"}
	before := titles()
	slices.Sort(newest)
	slices.Sort(before)
	same(t, "the newest", before, newest)
	for _, a := range must(s.Overview().Attention(t.Context(), asOf(), 0))(t) {
		if a.Title == "Surat 4" || a.Title == "Surat 3" {
			if err := s.Overview().PutOff(t.Context(), a, asOf().AddDays(3), asOf()); err != nil {
				t.Fatal(err)
			}
		}
	}

	after := titles()
	slices.Sort(after)
	same(t, "those that come up", after, []string{"Surat 0", "Surat 1", "Surat 2"})
}

func TestUpcoming_NextThirtyDays(t *testing.T) {
	s := sampleStore(t)
	var got []string
	for _, u := range must(s.Overview().Upcoming(t.Context(), asOf(), 30, 0))(t) {
		got = append(got, fmt.Sprintf("%s %s", u.Date, u.Kind))
	}

	want := []string{"2026-11-21 planned_visit", "2026-11-25 obligation_due", "2026-11-28 obligation_due",
		"2026-11-28 training_starts", "2026-11-30 obligation_due", "2026-11-30 obstacle_due", "2026-12-10 training_starts", "2026-12-14 agreement_ends", "2026-12-15 agreement_starts", "2026-12-15 obstacle_due", "2026-12-20 sip_expiry"}
	if !slices.Equal(got, want) {
		t.Errorf("%v", got)
	}
	if got := must(s.Overview().Upcoming(t.Context(), asOf(), 30, 1))(t); len(got) != 1 {
		t.Errorf("limit %v", got)
	}
}

func TestSearch_FindsEverything(t *testing.T) {
	s := sampleStore(t)
	for text, want := range map[string]string{
		"alvarez":                "partner", // a contact's name without its accents
		"445/017/RSUD-TS":        "agreement",
		"003/pks/kln-sm/xii":     "agreement",
		"Penyegaran PPI":         "document",
		"SPB-AKH":                "document",
		"nur aisyah":             "staff",
		"limbah b3":              "agreement",
		"info@peduliparu":        "partner",
		"rsud-tirtasana.example": "partner",
	} {
		hits := must(s.Overview().Search(t.Context(), text, 20))(t)
		if !slices.ContainsFunc(hits, func(h model.Hit) bool { return string(h.Entity) == want }) {
			t.Errorf("%q: %v", text, hits)
		}
	}

	for _, text := range []string{"", "--", `"`, "tidakada", "\x00"} {
		if hits := must(s.Overview().Search(t.Context(), text, 20))(t); len(hits) != 0 {
			t.Errorf("%q: %v", text, hits)
		}
	}

	if hits := must(s.Overview().Search(t.Context(), "a", 6))(t); len(hits) != 6 {
		t.Errorf("limit: %v", hits)
	}
}

func TestSearch_FollowsARenamedPartner(t *testing.T) {
	s := sampleStore(t)
	p := must(s.Partners().Get(t.Context(), byCode(t, s, "partner", "P02")))(t)
	p.Name = "Rumah Sakit Samudra Raya"
	if err := s.Partners().Save(t.Context(), &p); err != nil {
		t.Fatal(err)
	}

	hits := must(s.Overview().Search(t.Context(), "samudra raya", 0))(t)
	if !slices.ContainsFunc(hits, func(h model.Hit) bool { return h.Entity == "agreement" && h.Record == agreement(t, s, "A02").ID }) {
		t.Errorf("%v", hits)
	}
	if hits := must(s.Overview().Search(t.Context(), "RS Bunda Cempaka", 0))(t); len(hits) != 0 {
		t.Errorf("old name still found: %v", hits)
	}
}

// free lets a register follow the clock instead of the sample's day.
func free(t *testing.T, s *store.Store) {
	t.Helper()
	chosen := must(s.Settings(t.Context()))(t)
	chosen.Today = model.Date{}
	if err := s.SaveSettings(t.Context(), chosen); err != nil {
		t.Fatal(err)
	}
}

// TestAttention_OfADecisionThatIsLate: fifteen minutes for an emergency, an hour for an inpatient, none for an outpatient,
// also across midnight of the clinic's zone.
func TestAttention_OfADecisionThatIsLate(t *testing.T) {
	sent := time.Date(2026, 11, 20, 16, 50, 0, 0, time.UTC) // 23:50 in the clinic's zone
	for _, x := range []struct {
		service string
		minutes int
		late    bool
	}{{"gawat_darurat", 14, false}, {"gawat_darurat", 15, true}, {"rawat_inap", 59, false}, {"rawat_inap", 60, true}, {"rawat_jalan", 600, false}} {
		at := sent.Add(time.Duration(x.minutes) * time.Minute)
		s := must(store.Open(t.Context(), filepath.Join(t.TempDir(), "register.db"),
			store.Options{Now: func() time.Time { return at }, Sealer: sealer(t)}))(t)
		loadSample(t, s)
		free(t, s)
		r := referralOn(t, s, func(r *model.Referral) {
			emergency(r)
			r.ServiceType = x.service
			r.Status = model.ReferralSent
			r.ReferralAt = sent.Add(-time.Hour)
			r.SentAt = sent
		})
		today := model.DateOf(at.In(wib()))
		late := slices.ContainsFunc(must(s.Overview().Attention(t.Context(), today, 0))(t), func(a model.Attention) bool {
			return a.Kind == model.AttentionDecision && a.Record == r.ID && !strings.Contains(a.Title+a.Detail, "Sri")
		})
		if late != x.late {
			t.Errorf("%s after %d minutes: late %v", x.service, x.minutes, late)
		}
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	}
}

func TestReferrals_WhoWaits(t *testing.T) {
	s := sampleStore(t)
	waiting := func(value string) []string {
		var found []string
		for _, r := range must(s.Referrals().Find(t.Context(), model.Query{Sort: "waiting_since", Filter: model.Filters{model.ByWaiting: value}}))(t) {
			found = append(found, r.Code)
		}
		return found
	}
	if got := waiting("reply"); !slices.Equal(got, []string{"F27", "F29"}) {
		t.Errorf("for a reply: %v", got)
	}

	want := []string{"F02", "F05", "F13", "F15", "F17", "F18", "F23", "F27", "F29", "F30", "F40", "F32"}
	if got := waiting("yes"); !slices.Equal(got, want) {
		t.Errorf("for anything: %v", got)
	}
}
