package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"jejaring/model"
	"jejaring/model/store/disk"
	"jejaring/model/store/sqlite"
	"jejaring/model/testclock"
)

func somebody(n int, notes string) model.Partner {
	return model.Partner{Name: fmt.Sprintf("Mitra %04d", n), City: "Kota", Sector: "ngo", OrgType: "foundation", Status: "active",
		Phone: "119", Notes: notes}
}

func TestSave_DiskFullLeavesEverythingAsBefore(t *testing.T) {
	s := openInternal(t)
	var pages int
	if err := sqlite.One(t.Context(), s.write, "PRAGMA page_count", nil, &pages); err != nil {
		t.Fatal(err)
	}
	if _, err := s.write.Exec(fmt.Sprintf("PRAGMA max_page_count = %d", pages+60)); err != nil {
		t.Fatal(err)
	}

	saved := 0
	var failure error
	for failure == nil && saved < 10_000 {
		p := somebody(saved, strings.Repeat("catatan ", 400))
		if failure = s.Partners().Save(t.Context(), &p); failure == nil {
			saved++
		} else if p.ID != 0 || p.Version != 0 {
			t.Errorf("record changed by a failed save: %+v", p.Base)
		}
	}

	if !errors.Is(failure, model.ErrDiskFull) || saved == 0 {
		t.Fatalf("%d saved, then %v", saved, failure)
	}

	ids, err := s.Partners().IDs(t.Context(), model.Query{})
	lines, herr := s.History(t.Context(), "partner", 0, 0)
	if err != nil || herr != nil || len(ids) != saved || len(lines) != saved {
		t.Errorf("%d partners, %d lines, want %d; %v %v", len(ids), len(lines), saved, err, herr)
	}
	if r, err := s.Check(t.Context()); err != nil || !r.OK {
		t.Error(r.Findings, err)
	}
	if _, err := s.write.Exec("PRAGMA max_page_count = 1000000"); err != nil {
		t.Fatal(err)
	}

	p := somebody(9999, "")
	if err := s.Partners().Save(t.Context(), &p); err != nil {
		t.Errorf("after room was made: %v", err)
	}
}

func TestOpen_NoRoomForANewRegister(t *testing.T) {
	scripts := []string{"PRAGMA max_page_count = 10; CREATE TABLE a (b); INSERT INTO a SELECT randomblob(100000)"}
	path := filepath.Join(t.TempDir(), "r.db")
	if _, err := open(t.Context(), path, Options{Now: testclock.New()}, scripts); !errors.Is(err, model.ErrDiskFull) {
		t.Error(err)
	}
	if left, _ := os.ReadDir(filepath.Dir(path)); len(left) != 0 {
		t.Errorf("left behind: %v", left)
	}
}

func TestSave_BusyWhenAnotherProgramWrites(t *testing.T) {
	s := openInternal(t)
	other, err := sql.Open("sqlite", disk.Address(s.path)+"?_txlock=immediate")
	if err != nil {
		t.Fatal(err)
	}

	defer func() { _ = other.Close() }()
	tx, err := other.Begin()
	if err != nil {
		t.Fatal(err)
	}

	defer func() { _ = tx.Rollback() }()
	if _, err := s.write.Exec("PRAGMA busy_timeout = 1"); err != nil {
		t.Fatal(err)
	}

	p := somebody(1, "")
	if err := s.Partners().Save(t.Context(), &p); !errors.Is(err, model.ErrRegisterBusy) {
		t.Error(err)
	}
}

func TestHistory_IsAppendOnly(t *testing.T) {
	s := openInternal(t)
	p := somebody(1, "")
	if err := s.Partners().Save(t.Context(), &p); err != nil {
		t.Fatal(err)
	}

	for _, statement := range []string{"UPDATE history SET user = 'other'", "DELETE FROM history", "DELETE FROM history WHERE id = 1"} {
		if _, err := s.write.Exec(statement); err == nil {
			t.Errorf("%s was done", statement)
		}
	}

	if lines, err := s.History(t.Context(), "", 0, 0); err != nil || len(lines) != 1 || lines[0].User != "admin" {
		t.Errorf("%v %v", lines, err)
	}
}

func TestClose_LeavesNothing(t *testing.T) {
	path := filepath.Join(t.TempDir(), "register.db")
	leavesNothing(t, func() { closedRegisterOnce(t, path) })
	if left := listing(t, filepath.Dir(path)); strings.Count(left, "\n") != 0 {
		t.Errorf("left behind:\n%s", left)
	}
}

func closedRegisterOnce(t *testing.T, path string) {
	t.Helper()
	s, err := Open(t.Context(), path, Options{Now: testclock.New()})
	if err != nil {
		t.Fatal(err)
	}

	ctx, cancel := context.WithCancel(t.Context())
	for range 8 {
		if _, err := s.Partners().Find(ctx, model.Query{}); err != nil {
			t.Fatal(err)
		}
	}

	cancel()
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
}

func TestCheck_FindsWhatIsWrong(t *testing.T) {
	for name, x := range map[string]struct{ harm, code string }{
		"gap":       {"DELETE FROM number_entry WHERE formatted = '002/PKS/KLN-SM/IV/2026'", "number_gap"},
		"first gap": {"DELETE FROM number_entry WHERE formatted = '001/PKS/KLN-SM/I/2026'", "number_gap"},
		"file":      {"UPDATE agreement_file_body SET body = x'00'", "sha256"},
		"no bytes":  {"DELETE FROM agreement_file_body", "sha256"},
		"photo":     {"UPDATE training_file_body SET body = x'00'", "sha256"},
		"mail":      {"UPDATE message_raw SET raw = x'00'", "sha256"},
		"reference": {"PRAGMA foreign_keys = 0; UPDATE document SET partner_id = 999", "foreign_key"},
		"JSON":      {"UPDATE partner SET contacts = '7' WHERE id = 3", "record"},
		"date":      {"UPDATE obligation_occurrence SET due = 'soon' WHERE obligation_id = 1", "record"},
	} {
		t.Run(name, func(t *testing.T) {
			s := openInternal(t)
			loadEverything(t, s)
			if r, err := s.Check(t.Context()); err != nil || !r.OK {
				t.Fatal(r, err)
			}
			if _, err := s.write.Exec(x.harm); err != nil {
				t.Fatal(err)
			}

			r, err := s.Check(t.Context())
			if err != nil || r.OK || !slices.ContainsFunc(r.Findings, func(f Finding) bool { return f.Code == x.code }) {
				t.Errorf("%+v %v", r, err)
			}
		})
	}
}

// loadEverything fills a register with the sample, attached files and a mail.
func loadEverything(t *testing.T, s *Store) {
	t.Helper()
	sample, err := os.Open("../../assets/sample.json")
	if err != nil {
		t.Fatal(err)
	}

	defer func() { _ = sample.Close() }()
	if err := s.LoadSample(t.Context(), sample); err != nil {
		t.Fatal(err)
	}
	if _, err := s.AgreementChanges().AttachFile(t.Context(), 9, model.File{Kind: "signed_scan", Name: "scan.pdf", Body: []byte("scan")}); err != nil {
		t.Fatal(err)
	}
	if _, err := s.TrainingChanges().AttachFile(t.Context(), 1, model.File{Kind: "photo", Name: "foto.jpg", Body: []byte("foto")}); err != nil {
		t.Fatal(err)
	}

	box := model.NewMailbox()
	box.Host, box.User = "imap.example.com", "admin@klinik-sm.example.com"
	if err := s.Mailboxes().Save(t.Context(), &box); err != nil {
		t.Fatal(err)
	}

	mail := model.Filed{Message: model.Message{MailboxID: box.ID, Folder: "INBOX", UID: 1, MessageID: "a@x", Status: "unregistered",
		Direction: "in"}, Raw: []byte("Subject: a\r\n\r\nb")}
	if _, err := s.Mail().File(t.Context(), []model.Filed{mail}); err != nil {
		t.Fatal(err)
	}
}
