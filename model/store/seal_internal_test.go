package store

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"jejaring/model"
	"jejaring/model/secret"
	"jejaring/model/store/sqlite"
	"jejaring/model/testclock"
)

// withLetter is the sample with the letter of one referral issued, the scans of two replies and the NIKs of
// two people.
func withLetter(t *testing.T) *Store {
	t.Helper()
	s := openInternal(t)
	loadEverything(t, s)
	id, err := s.Resolve(t.Context(), "referral", "F33")
	if err != nil {
		t.Fatal(err)
	}

	made := func(d model.LetterData) ([]model.Paper, error) {
		return []model.Paper{{FileName: "RJK.pdf", PDF: []byte("Surat rujukan " + d.Patient.Name), CopyNo: 1, Copies: 1}}, nil
	}
	on := model.Date{Year: 2026, Month: 11, Day: 21}
	if _, err := s.Papers().Issue(t.Context(), model.Issue{Type: "RJK", About: model.About(model.EntityReferral, id), Date: on, Today: on}, made); err != nil {
		t.Fatal(err)
	}

	for _, at := range []model.ID{1, 2} {
		r, err := s.Referrals().Get(t.Context(), at)
		if err != nil {
			t.Fatal(err)
		}

		r.Reply.File = &model.ReplyFile{Name: "balasan.pdf", Body: []byte("%PDF-1.4 " + r.ReferralNo)}
		p, err := s.Staff().Get(t.Context(), at)
		p.NIK = fmt.Sprintf("337401550390000%d", at)
		if err := errors.Join(err, s.Referrals().Save(t.Context(), &r), s.Staff().Save(t.Context(), &p)); err != nil {
			t.Fatal(err)
		}
	}

	if r, err := s.Check(t.Context()); err != nil || !r.OK {
		t.Fatal(r, err)
	}
	return s
}

// TestCheck_FindsWhatWasMovedOrChangedUnderTheSeal plays somebody who can write the file but has no key.
func TestCheck_FindsWhatWasMovedOrChangedUnderTheSeal(t *testing.T) {
	for name, harm := range map[string]string{
		"two names change places": "UPDATE patient SET name = (SELECT p.name FROM patient p WHERE p.id = 3 - patient.id) WHERE id IN (1, 2)",
		"a NIK becomes a phone":   "UPDATE patient SET phone = nik WHERE id = 1",
		"one byte":                "UPDATE patient SET address = CAST(substr(address, 1, 20) || CASE substr(address, 21, 1) WHEN x'00' THEN x'01' ELSE x'00' END || substr(address, 22) AS BLOB) WHERE id = 1",
		"other initials":          "UPDATE patient SET initials = 'X.Y.' WHERE id = 1",
		"a digest of another":     "UPDATE patient SET nik_digest = (SELECT nik_digest FROM patient WHERE id = 2) WHERE id = 1",
		"a name is taken away":    "UPDATE patient SET name = NULL WHERE id = 1",
		"clinical texts moved":    "UPDATE referral SET clinical = (SELECT clinical FROM referral WHERE id = 2) WHERE id = 1",
		"clinical text gone":      "UPDATE referral SET clinical = NULL WHERE id = 1",
		"the NIK of another":      "UPDATE staff SET nik = (SELECT nik FROM staff WHERE id = 2) WHERE id = 1",
		"two scans change places": `CREATE TEMP TABLE was AS SELECT * FROM reply_file; UPDATE reply_file SET
			(body, sha256) = (SELECT body, sha256 FROM was WHERE was.referral_id = 3 - reply_file.referral_id)`,
		"the name of a scan": "UPDATE reply_file SET name = body WHERE referral_id = 1",
		"a paper's data":     "UPDATE document_body SET sealed_snapshot = body WHERE sealed_snapshot IS NOT NULL",
		"a paper with its checksum": `UPDATE document_body SET body = x'0102' WHERE sealed_snapshot IS NOT NULL;
			UPDATE document SET sha256 = 'a12871fee210fb8619291eaea194581cbd2531e4b23759d225f6806923f63222' WHERE referral_id IS NOT NULL AND sha256 <> ''`,
	} {
		t.Run(name, func(t *testing.T) {
			s := withLetter(t)
			if _, err := s.write.Exec(harm); err != nil {
				t.Fatal(err)
			}
			r, err := s.Check(t.Context())
			if err != nil || r.OK || !slices.ContainsFunc(r.Findings, func(f Finding) bool { return f.Code == "sealed" }) {
				t.Errorf("%+v %v", r, err)
			}
		})
	}
}

func TestSeal_AnotherKeyNeverWritesIntoARegister(t *testing.T) {
	s := withLetter(t)
	other, err := secret.FromRecovery(secret.Recovery(bytes.Repeat([]byte{9}, 32)))
	if err != nil {
		t.Fatal(err)
	}

	s.sealer.Store(&other)
	p := model.NewPatient()
	p.Name, p.Sex, p.AgeYears = "Siti Contoh", "P", 30
	if err := s.Patients().Save(t.Context(), &p); !errors.Is(err, model.ErrOtherKey) || p.ID != 0 {
		t.Errorf("%v, %d", err, p.ID)
	}
}

// TestPurge_OverwritesWhatWasSealed looks in the file for the sealed texts of referrals that went for good.
func TestPurge_OverwritesWhatWasSealed(t *testing.T) {
	s := openInternal(t)
	loadEverything(t, s)
	found, err := s.Referrals().Find(t.Context(), model.Query{Filter: model.Filters{model.ByDirection: "in"}, Limit: 1})
	if err != nil || len(found) != 1 {
		t.Fatal(len(found), err)
	}

	var sealed [][]byte
	for range 20 {
		r := found[0]
		r.Base = model.Base{}
		r.Anamnesis = strings.Repeat("keluhan ", 200)
		if err := s.Referrals().Save(t.Context(), &r); err != nil {
			t.Fatal(err)
		}

		var box []byte
		if err := sqlite.One(t.Context(), s.write, "SELECT clinical FROM referral WHERE id = ?", []any{r.ID}, &box); err != nil {
			t.Fatal(err)
		}

		sealed = append(sealed, box[len(box)-64:])
		if err := s.Referrals().Delete(t.Context(), r.ID); err != nil {
			t.Fatal(err)
		}
	}

	if n := inFile(t, s, sealed); n != 20 {
		t.Fatalf("%d of 20 sealed texts are in the file", n)
	}
	if n, err := s.PurgeTrash(t.Context(), testclock.Start().Add(time.Hour)); err != nil || n != 20 {
		t.Fatal(n, err)
	}
	if n := inFile(t, s, sealed); n != 0 {
		t.Errorf("%d sealed texts are still in the file", n)
	}
}

// inFile counts the parts that lie in the register file, once its log is emptied into it.
func inFile(t *testing.T, s *Store, parts [][]byte) (n int) {
	t.Helper()
	if _, err := s.write.Exec("PRAGMA wal_checkpoint(TRUNCATE)"); err != nil {
		t.Fatal(err)
	}

	raw, err := os.ReadFile(s.path)
	if err != nil {
		t.Fatal(err)
	}

	for _, part := range parts {
		if bytes.Contains(raw, part) {
			n++
		}
	}

	return n
}
