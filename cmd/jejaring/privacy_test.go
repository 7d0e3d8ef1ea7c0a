package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf16"

	"jejaring/assets"
	"jejaring/model"
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

// spellings are the bytes by which a text may lie in a file: UTF-8, in any case, and UTF-16 of both kinds.
func spellings(text string) [][]byte {
	var all [][]byte
	for _, s := range []string{text, strings.ToLower(text), strings.ToUpper(text)} {
		little, big := []byte{}, []byte{}
		for _, unit := range utf16.Encode([]rune(s)) {
			little, big = append(little, byte(unit), byte(unit>>8)), append(big, byte(unit>>8), byte(unit))
		}
		all = append(all, []byte(s), little, big)
	}
	return all
}

// searchFiles reports every file below a folder that holds one of the texts, and returns the names of those it read.
func searchFiles(t *testing.T, dir string, texts []string) []string {
	t.Helper()
	var read []string
	err := filepath.WalkDir(dir, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		content, err := os.ReadFile(path)
		read = append(read, filepath.Base(path))
		for _, text := range texts {
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

func TestPrivacy_NothingOfAPatientLiesInClear(t *testing.T) {
	dir, out := withSample(t), t.TempDir()
	for _, line := range []string{"list referrals", "list referrals --json", "list patients --json", "list patients --identity",
		"list patients --query Budi", "show patient PT01 --identity", "show referral F01 --identity", "show referral F33",
		"list referrals --query Contoh", "list trainings --json", "list skp", "report kpi --json", "list documents", "list numbers",
		"check --json", "key recovery"} {
		must(t, dir, strings.Fields(line)...)
	}
	issueLetters(t, dir, out)
	ctx := context.Background()
	o, err := openOffice(ctx, dir, ownFile, model.Date{})
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(touch(ctx, o), copied(ctx, o)); err != nil {
		t.Error(err)
	}
	read := searchFiles(t, dir, personal(t))
	if all := strings.Join(read, " "); !strings.Contains(all, "register.db-wal") || !strings.Contains(all, "register-2026-11-21.db") {
		t.Errorf("only %v was searched", read)
	}
	if err := o.Close(); err != nil {
		t.Error(err)
	}
	searchFiles(t, dir, personal(t))
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

// touch changes an identity and a referral, so that history and WAL have something to give away.
func touch(ctx context.Context, o *office) error {
	id, err := o.Resolve(ctx, "patient", "PT02")
	if err != nil {
		return err
	}
	p, err := o.Patient(ctx, id)
	if err != nil {
		return err
	}
	p.FamilyContact = p.Name + " " + p.Phone
	if err := o.SavePatient(ctx, &p); err != nil {
		return err
	}
	if id, err = o.Resolve(ctx, "referral", "F40"); err != nil {
		return err
	}
	r, err := o.Referrals().Get(ctx, id)
	if err != nil {
		return err
	}
	r.Anamnesis, r.Note, r.Companion = "Keluhan "+p.Name, p.Address, p.Name
	return o.Referrals().Save(ctx, &r)
}

func copied(ctx context.Context, o *office) error {
	_, err := o.CopyDaily(ctx, model.Date{Year: 2026, Month: 11, Day: 21})
	return err
}
