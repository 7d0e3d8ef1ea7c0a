package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"

	"jejaring/assets"
	"jejaring/model"
	"jejaring/model/testclock"
)

// personal lists what is known of the 30 fictitious patients: names, NIK, card and phone numbers, addresses.
func personal(t *testing.T) []string {
	t.Helper()
	var file struct {
		Patients []struct{ Name, NIK, Phone, Address, BPJS string }
	}
	raw := bytes.ReplaceAll(assets.Sample, []byte(`"bpjs_no"`), []byte(`"bpjs"`))
	if err := json.Unmarshal(raw, &file); err != nil {
		t.Fatal(err)
	}
	if len(file.Patients) != 30 {
		t.Fatalf("%d patients in the sample", len(file.Patients))
	}

	var known []string
	for _, p := range file.Patients {
		for _, text := range []string{p.Name, p.NIK, p.Address, p.BPJS, strings.TrimPrefix(p.Phone, "+62")} {
			if text != "" {
				known = append(known, text)
			}
		}
	}

	return known
}

// withParts adds every pair of words that stand together in one of the names.
func withParts(texts []string) []string {
	all := texts
	for _, text := range texts {
		words := strings.Fields(text)
		for i := 2; i < len(words) && !strings.ContainsAny(text, "0123456789"); i++ {
			all = append(all, words[i-2]+" "+words[i-1], words[i-1]+" "+words[i])
		}
	}
	return all
}

// spellings are the bytes by which a text may lie in a file whose letters were made small: UTF-8, and UTF-16 of both kinds.
func spellings(text string) [][]byte {
	s := strings.ToLower(text)
	little := []byte{}
	big := []byte{}
	for _, unit := range utf16.Encode([]rune(s)) {
		little = append(little, byte(unit), byte(unit>>8))
		big = append(big, byte(unit>>8), byte(unit))
	}
	return [][]byte{[]byte(s), little, big}
}

// small makes the letters A to Z small, whatever else the bytes are.
func small(content []byte) []byte {
	for i, b := range content {
		if b >= 'A' && b <= 'Z' {
			content[i] = b + 'a' - 'A'
		}
	}
	return content
}

// searchFiles reports every file below a folder that holds one of the texts or is called after one, and returns the names of
// those it read.
func searchFiles(t *testing.T, dir string, texts []string) []string {
	t.Helper()
	var read []string
	err := filepath.WalkDir(dir, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}

		var content []byte
		if entry.Type()&fs.ModeSocket == 0 { // of the socket for the second start only the name can be looked at
			content, err = os.ReadFile(path)
		}

		content = append(small(content), strings.ToLower("\n"+entry.Name())...)
		read = append(read, filepath.Base(path))
		for _, text := range withParts(texts) {
			for _, bytesOf := range spellings(text) {
				if bytes.Contains(content, bytesOf) {
					t.Errorf("%s holds %q", filepath.Base(path), text)
					break
				}
			}
		}

		return err
	})
	if err != nil {
		t.Fatal(err)
	}

	return read
}

// TestPrivacy_TheSearchFindsWhatLiesInClear has the search of these tests find a name in each of the ways it may lie there.
func TestPrivacy_TheSearchFindsWhatLiesInClear(t *testing.T) {
	for i, content := range []string{"\x00Budi Contoh\xff", "BUDI CONTOH", "B\x00u\x00d\x00i\x00 \x00C\x00o\x00n\x00t\x00o\x00h\x00",
		"\x00b\x00u\x00d\x00i\x00 \x00c\x00o\x00n\x00t\x00o\x00h"} {
		found := false
		for _, bytesOf := range spellings("Budi Contoh") {
			found = found || bytes.Contains(small([]byte(content)), bytesOf)
		}
		if !found {
			t.Errorf("file %d", i)
		}
	}
	if parts := withParts([]string{"Bayi Ny. Lina Contoh"}); !slices.Contains(parts, "Lina Contoh") || !slices.Contains(parts, "Bayi Ny.") {
		t.Errorf("%q", parts)
	}
}

func TestPrivacy_NothingOfAPatientLiesInClear(t *testing.T) {
	dir := withSample(t)
	out := t.TempDir()
	for _, line := range []string{"list referrals", "list referrals --json", "list patients --json", "list patients --identity",
		"list patients --query Budi", "show patient PT01 --identity", "show referral F01 --identity", "show referral F33",
		"list referrals --query Contoh", "list trainings --json", "list skp", "report kpi --json", "list documents", "list numbers",
		"check --json", "key recovery"} {
		must(t, dir, strings.Fields(line)...)
	}

	issueLetters(t, dir, out)
	ctx := context.Background()
	o, err := openOffice(ctx, dir, ownFile, clock{now: testclock.New()})
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(touch(ctx, o), copied(ctx, o)); err != nil {
		t.Error(err)
	}

	must(t, dir, "show", "staff", "S02", "--identity")
	must(t, dir, "show", "training", "T01", "--identity")
	read := searchFiles(t, dir, append(personal(t), "3374015503900002", "3374010101850001", "%PDF-", "penanda-di-dalam-balasan")) // papers and scans are sealed, not only compressed
	if all := strings.Join(read, " "); !strings.Contains(all, "register.db-wal") || !strings.Contains(all, "register-2026-11-21.db") {
		t.Errorf("only %v was searched", read)
	}
	if err := o.Close(); err != nil {
		t.Error(err)
	}

	must(t, dir, "show", "referral", "F02", "--json")
	searchFiles(t, dir, append(personal(t), "3374015503900002", "3374010101850001", "penanda-di-dalam-balasan"))
}

// issueLetters makes a draft and the letter of the sample's referral draft, and the reply to an incoming one.
func issueLetters(t *testing.T, dir, out string) {
	t.Helper()
	must(t, dir, "letter", "RJK", "F33", "--out", filepath.Join(out, "draft"), "--draft")
	must(t, dir, "letter", "RJK", "F33", "--out", out)
	for _, name := range files(t, out) {
		for _, text := range personal(t) {
			for word := range strings.FieldsSeq(text) {
				if len(word) > 4 && word != "Contoh" && strings.Contains(strings.ToLower(name), strings.ToLower(word)) {
					t.Errorf("the file %s is called after %q", name, text)
				}
			}
		}
	}
}

// touch changes an identity and a referral and keeps, opens and replaces the scan of a reply, so that history and WAL have
// something to give away.
func touch(ctx context.Context, o *office) error {
	id, err := o.Resolve(ctx, "patient", "PT02")
	if err != nil {
		return err
	}

	p, err := o.Patients().Patient(ctx, id)
	if err != nil {
		return err
	}

	p.FamilyContact = p.Name + " " + p.Phone
	if err := o.Patients().Save(ctx, &p); err != nil {
		return err
	}
	if id, err = o.Resolve(ctx, "referral", "F40"); err != nil {
		return err
	}

	r, err := o.Referrals().Get(ctx, id)
	if err != nil {
		return err
	}

	r.Anamnesis = "Keluhan " + p.Name
	r.Note = p.Address
	r.Companion = p.Name
	if err := o.Referrals().Save(ctx, &r); err != nil {
		return err
	}

	return errors.Join(scanReply(ctx, o, p), numberPeople(ctx, o))
}

// numberPeople gives NIKs to somebody of the staff and to a participant from outside, looks at them, and changes both records.
func numberPeople(ctx context.Context, o *office) error {
	person, err1 := o.Resolve(ctx, "staff", "S02")
	course, err2 := o.Resolve(ctx, "training", "T01")
	if err := errors.Join(err1, err2); err != nil {
		return err
	}

	for _, note := range []string{"pertama", "kedua"} {
		s, err1 := o.Staff().Get(ctx, person)
		c, err2 := o.Trainings().Get(ctx, course)
		if err := errors.Join(err1, err2); err != nil {
			return err
		}

		if s.Position = note; s.NIK == "" {
			s.NIK = "3374015503900002"
			c.Participants = append(c.Participants, model.Participant{Name: "Tono Luar", NIK: "3374010101850001", Role: "peserta", AttendancePct: -1})
		}

		c.Notes = note
		if err := errors.Join(o.Staff().Save(ctx, &s), o.Trainings().Save(ctx, &c)); err != nil {
			return err
		}
		if nik, err := o.NIK(ctx, "participant", c.Participants[len(c.Participants)-1].RecordID); err != nil || nik != "3374010101850001" {
			return errors.Join(errors.New("the NIK is not what was stored"), err)
		}
	}

	return nil
}

func scanReply(ctx context.Context, o *office, p model.Patient) error {
	id, err := o.Resolve(ctx, "referral", "F02")
	if err != nil {
		return err
	}

	for _, name := range []string{p.NIK, p.Name} {
		r, err := o.Referrals().Get(ctx, id)
		if err != nil {
			return err
		}

		r.Reply.File = &model.ReplyFile{Name: name + ".pdf", Body: []byte("%PDF-1.4 penanda-di-dalam-balasan " + p.Name)}
		if err := o.Referrals().Save(ctx, &r); err != nil {
			return err
		}
		if f, err := o.ReferralChanges().ReplyFile(ctx, id); err != nil || f.Name != name+".pdf" {
			return errors.Join(errors.New("the scan is not what was stored"), err)
		}
	}

	return nil
}

func copied(ctx context.Context, o *office) error {
	_, err := o.Copies().CopyDaily(ctx, model.Date{Year: 2026, Month: 11, Day: 21})
	return err
}
