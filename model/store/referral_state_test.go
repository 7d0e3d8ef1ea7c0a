package store_test

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"jejaring/model"
	"jejaring/model/store"
)

// letter makes a paper that names the patient, as the real one does.
func letter(d model.LetterData) ([]model.Paper, error) {
	text := "%PDF-1.4 " + d.Number
	if d.Patient != nil {
		text += " " + d.Patient.Name
	}
	if d.Certified != nil {
		text += " " + d.Certified.Name
	}
	return []model.Paper{{Copies: 1, FileName: string(d.Type) + ".pdf", PDF: []byte(text)}}, nil
}

func apply(t *testing.T, s *store.Store, r model.Referral, step model.StepName, ch model.ReferralChange) model.Referral {
	t.Helper()
	return must(s.ReferralChanges().Apply(t.Context(), r.ID, step, ch))(t)
}

func issueLetter(t *testing.T, s *store.Store, docType model.DocumentCode, r model.Referral) (model.Referral, model.Document) {
	t.Helper()
	docs := must(s.Papers().Issue(t.Context(), model.Issue{Type: docType, About: model.About(model.EntityReferral, r.ID), Today: asOf()}, letter))(t)
	return must(s.Referrals().Get(t.Context(), r.ID))(t), docs[0]
}

func TestReferral_OutpatientFromDraftToTheEnd(t *testing.T) {
	s := sampleStore(t)
	r, doc := issueLetter(t, s, "RJK", referralOn(t, s, nil))
	if r.Status != model.ReferralIssued || r.ReferralNo != "033/RJK/KLN-SM/XI/2026" || r.IssuedAt.Before(r.ReferralAt) || doc.About != model.About(model.EntityReferral, r.ID) {
		t.Fatalf("%+v %+v", r, doc)
	}

	for _, step := range []model.StepName{"send", "arrive", "admit"} {
		r = apply(t, s, r, step, model.ReferralChange{})
	}

	reply := model.Reply{Date: asOf(), Summary: "Terapi dilanjutkan di klinik", FollowUp: "rujuk_balik", ControlDate: day(2026, 12, 1)}
	r = apply(t, s, r, "reply", model.ReferralChange{Reply: &reply, Outcome: "membaik"})
	r = apply(t, s, r, "refer_back", model.ReferralChange{PRBGroup: "hipertensi"})
	due := func(on model.Date) bool {
		return slices.ContainsFunc(must(s.Overview().Attention(t.Context(), on, 0))(t), func(a model.Attention) bool {
			return a.Kind == model.AttentionBackReferred && a.Record == r.ID && a.Due == day(2026, 12, 1) && a.Title == r.ReferralNo
		})
	}
	if due(day(2026, 11, 23)) || !due(day(2026, 11, 24)) || !due(day(2026, 12, 5)) {
		t.Error("the return is not announced from seven days before on")
	}

	r = apply(t, s, r, "close", model.ReferralChange{})
	if r.Reply.Summary != reply.Summary || r.Outcome != "membaik" || r.ClosedAt.IsZero() {
		t.Errorf("%+v", r)
	}
	if _, err := s.ReferralChanges().Apply(t.Context(), r.ID, "send", model.ReferralChange{}); !errors.Is(err, model.ErrTransition) {
		t.Errorf("out of the end: %v", err)
	}
}

func TestReferral_EmergencyAsksForWhatItNeeds(t *testing.T) {
	s := sampleStore(t)
	r := referralOn(t, s, func(r *model.Referral) {
		emergency(r)
		r.Vitals = model.Vitals{}
		r.Therapy = ""
		r.Transport = ""
		r.Companion = ""
	})
	_, err := s.Papers().Issue(t.Context(), model.Issue{Type: "RJK", About: model.About(model.EntityReferral, r.ID), Today: asOf()}, letter)
	var fields []string
	for _, p := range model.AsProblems(err) {
		fields = append(fields, p.Field)
	}

	if !slices.Equal(fields, []string{"vitals.bp_s", "therapy", "transport", "escort_staff_id"}) {
		t.Errorf("%v", err)
	}

	emergency(&r)
	if err := s.Referrals().Save(t.Context(), &r); err != nil {
		t.Fatal(err)
	}

	r, _ = issueLetter(t, s, "RJK", r)
	if _, err := s.ReferralChanges().Apply(t.Context(), r.ID, "send", model.ReferralChange{}); !model.AsProblems(err).Has("contact.channel", "contact_required") {
		t.Errorf("sent without a call: %v", err)
	}

	r = apply(t, s, r, "send", model.ReferralChange{Contact: &model.ContactAttempt{At: r.IssuedAt, Channel: "telepon", Person: "dr. Jaga"}})
	if _, err := s.ReferralChanges().Apply(t.Context(), r.ID, "arrive", model.ReferralChange{}); !errors.Is(err, model.ErrTransition) {
		t.Errorf("arrived without a decision: %v", err)
	}

	r = apply(t, s, r, "redirect", model.ReferralChange{RedirectedTo: byCode(t, s, "partner", "P02"), By: "dr. Jaga"})
	next := must(s.ReferralChanges().Next(t.Context(), r.ID, 0))(t)
	r = must(s.Referrals().Get(t.Context(), r.ID))(t)
	if next.OriginReferralID != r.ID || r.NextReferralID != next.ID || next.Status != model.ReferralDraft || next.ReferralNo != "" ||
		next.PartnerName != "RS Bunda Cempaka" || next.Vitals != r.Vitals || len(next.ContactLog) != 0 || !next.SentAt.IsZero() {
		t.Errorf("%+v", next)
	}

	if again := must(s.ReferralChanges().Next(t.Context(), r.ID, 0))(t); again.ID != next.ID {
		t.Error("a second one was made")
	}
	if r = apply(t, s, r, "close", model.ReferralChange{}); r.Status != model.ReferralClosed {
		t.Errorf("%+v", r)
	}
}

func TestReferral_CancelledKeepsItsNumberAnnulled(t *testing.T) {
	s := sampleStore(t)
	r, doc := issueLetter(t, s, "RJK", referralOn(t, s, nil))
	if _, err := s.ReferralChanges().Apply(t.Context(), r.ID, "cancel", model.ReferralChange{}); !model.AsProblems(err).Has("status_reason", model.CodeRequired) {
		t.Errorf("without a reason: %v", err)
	}

	r = apply(t, s, r, "cancel", model.ReferralChange{Reason: "Pasien Sri Percobaan menolak"})
	n := must(s.Numbers().Get(t.Context(), byCode(t, s, "number", r.ReferralNo)))(t)
	if n.Status != "annulled" || strings.Contains(n.AnnulReason, "Sri") || r.StatusReason != "Pasien Sri Percobaan menolak" {
		t.Errorf("%+v", n)
	}
	if d := must(s.Documents().Get(t.Context(), doc.ID))(t); d.Status != "annulled" {
		t.Errorf("%+v", d)
	}
	if next := must(s.Papers().NextNumbers(t.Context(), "RJK", asOf(), 1))(t)[0]; next != "034/RJK/KLN-SM/XI/2026" {
		t.Errorf("next %s", next)
	}
	if report := must(s.Check(t.Context()))(t); !report.OK {
		t.Error(report.Findings)
	}
}

func TestReferral_PapersAreSealed(t *testing.T) {
	s := sampleStore(t)
	_, doc := issueLetter(t, s, "RJK", referralOn(t, s, nil))
	if body := must(s.Papers().DocumentBytes(t.Context(), doc.ID))(t); !strings.Contains(string(body), "Sri 01 Percobaan") {
		t.Errorf("%s", body)
	}

	kept := must(s.Documents().Get(t.Context(), doc.ID))(t)
	if !strings.Contains(string(kept.Snapshot), "Sri 01 Percobaan") || kept.Subject != "Poli Jantung" {
		t.Errorf("%+v", kept)
	}
	if lines := must(s.History(t.Context(), "document", doc.ID, 0))(t); lines[0].Action != "view" || strings.Contains(string(must2json(lines)), "Percobaan") {
		t.Errorf("%+v", lines)
	}
}

func TestReferral_IncomingIsAnswered(t *testing.T) {
	s := sampleStore(t)
	r := must(s.Referrals().Get(t.Context(), byCode(t, s, "referral", "F40")))(t)
	if _, err := s.Papers().Issue(t.Context(), model.Issue{Type: "RJK", About: model.About(model.EntityReferral, r.ID), Today: asOf()}, letter); !errors.Is(err, model.ErrNoTemplate) {
		t.Errorf("a letter of an incoming one: %v", err)
	}
	if _, err := s.Papers().Issue(t.Context(), model.Issue{Type: "SRB", About: model.About(model.EntityReferral, r.ID), Today: asOf()}, letter); !errors.Is(err, model.ErrTransition) {
		t.Errorf("an answer before the care: %v", err)
	}

	r = apply(t, s, r, "arrive", model.ReferralChange{})
	if _, err := s.Papers().Issue(t.Context(), model.Issue{Type: "SRB", About: model.About(model.EntityReferral, r.ID), Today: asOf()}, letter); !model.AsProblems(err).Has("reply.summary", model.CodeRequired) {
		t.Errorf("an empty answer: %v", err)
	}

	r.Reply = model.Reply{Summary: "Luka dibersihkan", FollowUp: "selesai"}
	if err := s.Referrals().Save(t.Context(), &r); err != nil {
		t.Fatal(err)
	}

	r, doc := issueLetter(t, s, "SRB", r)
	if r.Status != model.ReferralReplied || r.Reply.Number != doc.Number || !strings.Contains(doc.Number, "/SRB/KLN-SM/XI/2026") || r.Reply.Date != asOf() {
		t.Errorf("%+v %s", r.Reply, doc.Number)
	}
}

func TestReferral_FailedLetterTakesNothing(t *testing.T) {
	s := sampleStore(t)
	r := referralOn(t, s, nil)
	broken := errors.New("no paper")
	_, err := s.Papers().Issue(t.Context(), model.Issue{Type: "RJK", About: model.About(model.EntityReferral, r.ID), Today: asOf()}, func(model.LetterData) ([]model.Paper, error) { return nil, broken })
	after := must(s.Referrals().Get(t.Context(), r.ID))(t)
	next := must(s.Papers().NextNumbers(t.Context(), "RJK", asOf(), 1))(t)[0]
	if !errors.Is(err, broken) || after.Status != model.ReferralDraft || after.ReferralNo != "" || next != "033/RJK/KLN-SM/XI/2026" {
		t.Errorf("%v, %s, %s", err, after.Status, next)
	}
}

// TestReferral_RandomPaths lets a person do anything at any time: times stay in order, numbers without gaps, and no state
// is reached that the rules do not lead to.
func TestReferral_RandomPaths(t *testing.T) {
	s := sampleStore(t)
	first := referralOn(t, s, nil)
	rapid.Check(t, func(rt *rapid.T) {
		r := newReferral(first.PartnerID, first.PatientID, first.DoctorStaffID)
		if rapid.Bool().Draw(rt, "emergency") {
			emergency(&r)
		}
		if rapid.Bool().Draw(rt, "in") {
			r.Direction = "in"
		}
		if err := s.Referrals().Save(t.Context(), &r); err != nil {
			rt.Fatal(err)
		}

		for range rapid.IntRange(1, 12).Draw(rt, "steps") {
			r = wander(t, rt, s, r)
		}
	})
	if report := must(s.Check(t.Context()))(t); !report.OK {
		t.Error(report.Findings)
	}
}

func wander(t *testing.T, rt *rapid.T, s *store.Store, before model.Referral) model.Referral {
	flow := model.ReferralFlow()
	step := rapid.SampledFrom(flow.Steps).Draw(rt, "step").Name
	var err error
	if step == "issue" {
		_, err = s.Papers().Issue(t.Context(), model.Issue{Type: "RJK", About: model.About(model.EntityReferral, before.ID), Today: asOf()}, letter)
	} else {
		offset := time.Duration(rapid.IntRange(-90, 5).Draw(rt, "minutes")) * time.Minute
		now := before.ReferralAt.Add(2 * time.Hour)
		_, err = s.ReferralChanges().Apply(t.Context(), before.ID, step, model.ReferralChange{At: now.Add(offset), Now: now, Reason: "uji",
			DecisionReason: "lainnya", RedirectedTo: before.PartnerID, Transport: "umum", ReceivedBy: "perawat", Outcome: "membaik",
			Reply: &model.Reply{Summary: "baik", FollowUp: "selesai"}, Contact: &model.ContactAttempt{Channel: "telepon"}})
	}

	after := must(s.Referrals().Get(t.Context(), before.ID))(t)
	way, missing := flow.Way(before, step)
	again := step == "issue" && before.Status != model.ReferralDraft // the same letter once more, which moves nothing
	switch {
	case err != nil && (after.Version != before.Version || after.Status != before.Status):
		rt.Fatalf("%s from %s was refused and changed something: %v", step, before.Status, err)
	case err == nil && again && after.Status != before.Status, err == nil && !again && (missing != nil || after.Status != way.To):
		rt.Fatalf("%s from %s led to %s", step, before.Status, after.Status)
	}

	last := after.ReferralAt
	for _, at := range []time.Time{after.IssuedAt, after.SentAt, after.DecidedAt, after.DepartedAt, after.ArrivedAt, after.RepliedAt,
		after.BackReferredAt, after.ClosedAt} {
		if !at.IsZero() && at.Before(last) {
			rt.Fatalf("times out of order: %s", fmt.Sprint(must2json(after)))
		}
		if !at.IsZero() {
			last = at
		}
	}

	return after
}
