package store_test

import (
	"bytes"
	"errors"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"jejaring/model"
	"jejaring/model/store"
)

// scanned is a PDF that names the patient, under a name that does so too.
func scanned() *model.ReplyFile {
	return &model.ReplyFile{Name: "Balasan Sri Percobaan.pdf", Body: []byte("%PDF-1.4 balasan untuk Sri Percobaan")}
}

// replied is a referral out of the sample to which a reply with a scan came.
func replied(t *testing.T, s *store.Store) model.Referral {
	t.Helper()
	r := must(s.Referrals().Get(t.Context(), byCode(t, s, "referral", "F29")))(t)
	return apply(t, s, r, "reply", model.ReferralChange{Reply: &model.Reply{Summary: "Dirawat", FollowUp: "selesai", File: scanned()}})
}

func TestReplyFile_IsKeptWithTheReplyAndItsOpeningIsLogged(t *testing.T) {
	s := sampleStore(t)
	r := replied(t, s)
	if f := r.Reply.File; f == nil || f.MIME != "application/pdf" || f.Size != 36 || f.SHA256 == "" || f.Body != nil || f.Name != "Balasan Sri Percobaan.pdf" {
		t.Fatalf("known of the scan: %+v", f)
	}

	list := must(s.Referrals().Rows(t.Context(), []model.ID{r.ID}))(t)
	if f := list[0].Reply.File; f == nil || f.Size != 36 || f.Name != "" {
		t.Errorf("in a list: %+v", f)
	}

	f := must(s.ReferralChanges().ReplyFile(t.Context(), r.ID))(t)
	if string(f.Body) != "%PDF-1.4 balasan untuk Sri Percobaan" || f.Name != "Balasan Sri Percobaan.pdf" {
		t.Errorf("opened: %+v", f)
	}
	if log := must(s.History(t.Context(), "patient", r.PatientID, 1))(t); log[0].Action != "view" || log[0].User != "nur.aisyah" {
		t.Errorf("who looked at it: %+v", log[0])
	}

	for _, h := range must(s.History(t.Context(), "", 0, 0))(t) {
		if both := string(h.Before) + string(h.After); strings.Contains(both, "Sri Percobaan") {
			t.Errorf("the history tells of the scan: %s", both)
		}
	}

	if name := r.ReplyFileName(); name != "Balasan-029-RJK-KLN-SM-X-2026.pdf" {
		t.Errorf("outside the register it is called %q", name)
	}
	if report := must(s.Check(t.Context()))(t); !report.OK {
		t.Error(report.Findings)
	}
}

func TestReplyFile_StaysIsReplacedAndGoesWithASave(t *testing.T) {
	s := sampleStore(t)
	r := replied(t, s)
	r.Note = "Sudah dibacakan"
	if err := s.Referrals().Save(t.Context(), &r); err != nil || r.Reply.File == nil {
		t.Fatalf("another change took the scan away: %v", err)
	}

	r.Reply.File = &model.ReplyFile{Name: "foto.png", Body: append([]byte("\x89PNG\r\n\x1a\n"), 1, 2, 3)}
	if err := s.Referrals().Save(t.Context(), &r); err != nil {
		t.Fatal(err)
	}
	if f := must(s.ReferralChanges().ReplyFile(t.Context(), r.ID))(t); f.MIME != "image/png" || f.Name != "foto.png" || len(f.Body) != 11 {
		t.Errorf("replaced by %+v", f)
	}
	if name := r.ReplyFileName(); !strings.HasSuffix(name, ".png") {
		t.Errorf("it is called %q", name)
	}

	r.Reply.File = nil
	if err := s.Referrals().Save(t.Context(), &r); err != nil || r.Reply.File != nil {
		t.Fatal(err, r.Reply.File)
	}
	if _, err := s.ReferralChanges().ReplyFile(t.Context(), r.ID); !errors.Is(err, model.ErrNotFound) {
		t.Errorf("after it was taken away: %v", err)
	}
}

func TestReplyFile_WhatIsNoScanIsRefusedAndNothingChanges(t *testing.T) {
	s := sampleStore(t)
	r := must(s.Referrals().Get(t.Context(), byCode(t, s, "referral", "F29")))(t)
	large := append([]byte("%PDF-1.4"), make([]byte, 30<<20)...)
	for code, body := range map[string][]byte{"no_scan": []byte("MZ program"), "empty_file": {}, model.CodeTooLarge: large} {
		f := &model.ReplyFile{Name: "balasan.pdf", Body: body}
		_, err := s.ReferralChanges().Apply(t.Context(), r.ID, "reply", model.ReferralChange{
			Reply: &model.Reply{Summary: "Dirawat", FollowUp: "selesai", File: f}})
		if !model.AsProblems(err).Has("reply.file", code) {
			t.Errorf("%s: %v", code, err)
		}
	}

	if now := must(s.Referrals().Get(t.Context(), r.ID))(t); now.Status != r.Status || now.Version != r.Version || now.Reply.File != nil {
		t.Errorf("changed to %+v", now)
	}
}

func TestReplyFile_WithoutTheKeyItStaysAsItIs(t *testing.T) {
	path := filepath.Join(t.TempDir(), "register.db")
	s := openAt(t, path)
	loadSample(t, s)
	r := replied(t, s)
	locked := must(store.Open(t.Context(), path, store.Options{Actor: "nur.aisyah", Now: clock()}))(t)
	defer func() { _ = locked.Close() }()
	known := must(locked.Referrals().Get(t.Context(), r.ID))(t)
	if f := known.Reply.File; f == nil || f.Size != 36 || f.Name != "" {
		t.Errorf("known without the key: %+v", f)
	}
	if _, err := locked.ReferralChanges().ReplyFile(t.Context(), r.ID); !errors.Is(err, model.ErrKeyLost) {
		t.Errorf("opened: %v", err)
	}

	for what, f := range map[string]*model.ReplyFile{"replaced": scanned(), "taken away": nil} {
		next := known
		next.Reply.File = f
		if err := locked.Referrals().Save(t.Context(), &next); !errors.Is(err, model.ErrKeyLost) {
			t.Errorf("%s: %v", what, err)
		}
	}

	later := r.RepliedAt.Add(time.Minute)
	if _, err := locked.ReferralChanges().Apply(t.Context(), r.ID, "close", model.ReferralChange{Outcome: "membaik", At: later, Now: later}); err != nil {
		t.Errorf("the next step: %v", err)
	}
	if f := must(s.ReferralChanges().ReplyFile(t.Context(), r.ID))(t); !bytes.Equal(f.Body, scanned().Body) {
		t.Errorf("with the key: %+v", f)
	}
}

func TestReplyFile_GoesWithItsPatientAndWithTheTrash(t *testing.T) {
	s := sampleStore(t)
	r := replied(t, s)
	r = apply(t, s, r, "close", model.ReferralChange{Outcome: "membaik"})
	if err := s.Patients().Erase(t.Context(), r.PatientID); err != nil {
		t.Fatal(err)
	}
	if after := must(s.Referrals().Get(t.Context(), r.ID))(t); after.Reply.File != nil {
		t.Errorf("the scan is still there: %+v", after.Reply.File)
	}

	mistaken := referralOn(t, s, func(r *model.Referral) { r.Reply.File = scanned() })
	if err := s.Referrals().Delete(t.Context(), mistaken.ID); err != nil {
		t.Fatal(err)
	}
	if f := must(s.Referrals().Get(t.Context(), mistaken.ID))(t).Reply.File; f == nil {
		t.Error("the trash does not keep the scan")
	}
	if n, err := s.PurgeTrash(t.Context(), clock()().AddDate(1, 0, 0)); err != nil || n == 0 {
		t.Fatal(n, err)
	}
	if _, err := s.ReferralChanges().ReplyFile(t.Context(), mistaken.ID); !errors.Is(err, model.ErrNotFound) {
		t.Errorf("after the trash was emptied: %v", err)
	}
}
