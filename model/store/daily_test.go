package store_test

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"jejaring/assets"
	"jejaring/model"
	"jejaring/model/store"
	"jejaring/model/store/disk"
	"jejaring/model/testclock"
)

func sampleRegister(t *testing.T) (*store.Store, string) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "register.db")
	s, err := store.Open(t.Context(), path, store.Options{Actor: "uji", Now: testclock.New(), Sealer: sealer(t)})
	if err != nil {
		t.Fatal(err)
	}
	if err := s.LoadSample(t.Context(), bytes.NewReader(assets.Sample)); err != nil {
		t.Fatal(err)
	}

	return s, path
}

func TestCopyDaily_OneEachDay(t *testing.T) {
	s, path := sampleRegister(t)
	defer s.Close()
	day := model.Date{Year: 2026, Month: 11, Day: 21}
	for i, want := range []bool{true, false} {
		made, err := s.Copies().CopyDaily(t.Context(), day)
		if err != nil || made != want {
			t.Fatalf("call %d: made %v, %v", i, made, err)
		}
	}

	copies, err := disk.Copies(t.Context(), path)
	if err != nil || len(copies) != 1 || copies[0].Day != day {
		t.Fatalf("copies %v, %v", copies, err)
	}

	other, err := store.Open(t.Context(), copies[0].Path, store.Options{Actor: "uji", Now: testclock.New()})
	if err != nil {
		t.Fatal(err)
	}

	defer other.Close()
	partners, err := other.Partners().IDs(t.Context(), model.Query{})
	if err != nil || len(partners) != 12 {
		t.Errorf("the copy has %d partners, %v", len(partners), err)
	}
}

func TestCopyDaily_KeepsSevenDaysAndFourWeeks(t *testing.T) {
	s, path := sampleRegister(t)
	defer s.Close()
	first := model.Date{Year: 2026, Month: 9, Day: 1}
	for i := range 60 {
		if _, err := s.Copies().CopyDaily(t.Context(), first.AddDays(i)); err != nil {
			t.Fatal(err)
		}
	}

	copies, err := disk.Copies(t.Context(), path)
	if err != nil || len(copies) != 11 {
		t.Fatalf("%d copies, %v", len(copies), err)
	}

	for i := range 7 {
		if want := first.AddDays(59 - i); copies[i].Day != want {
			t.Errorf("copy %d is of %s, want %s", i, copies[i].Day, want)
		}
	}

	weeks := map[int]bool{}
	for _, c := range copies[7:] {
		_, week := c.Day.Time().ISOWeek()
		weeks[week] = true
	}

	if len(weeks) != 4 {
		t.Errorf("older copies are of %d weeks", len(weeks))
	}
}

// TestCopies_TheNewestIsTheOneThatHasMost makes a copy under a clock that is a year ahead for a day, and more the day after.
func TestCopies_TheNewestIsTheOneThatHasMost(t *testing.T) {
	s, path := sampleRegister(t)
	wrong := model.Date{Year: 2027, Month: 11, Day: 22}
	must(s.Copies().CopyDaily(t.Context(), asOf()))(t)
	must(s.Copies().CopyDaily(t.Context(), wrong))(t)
	p := newPartner(77)
	if err := s.Partners().Save(t.Context(), &p); err != nil {
		t.Fatal(err)
	}

	for _, want := range []bool{true, false} {
		if made := must(s.Copies().CopyDaily(t.Context(), asOf().AddDays(2)))(t); made != want {
			t.Errorf("a copy was made: %t", made)
		}
	}

	if copies := must(disk.Copies(t.Context(), path))(t); len(copies) != 3 || copies[0].Day != asOf().AddDays(2) {
		t.Errorf("%+v", copies)
	}
	if c, ok := soundest(t.Context(), path); !ok || c.Partners != 13 || c.Day != asOf().AddDays(2) {
		t.Errorf("the newest: %+v", c)
	}

	p = newPartner(78)
	if err := s.Partners().Save(t.Context(), &p); err != nil {
		t.Fatal(err)
	}
	if made := must(s.Copies().CopyDaily(t.Context(), wrong))(t); !made {
		t.Error("on the day that the wrong clock named, no copy was made")
	}
	if c, ok := soundest(t.Context(), path); !ok || c.Partners != 14 || c.Day != wrong {
		t.Errorf("the newest: %+v", c)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
}

// TestCopies_AfterRestoringTheNewOnesAreTheNewest goes on from an older copy while newer ones lie beside it.
func TestCopies_AfterRestoringTheNewOnesAreTheNewest(t *testing.T) {
	s, path := sampleRegister(t)
	must(s.Copies().CopyDaily(t.Context(), asOf()))(t)
	for n := range 30 {
		p := newPartner(100 + n)
		if err := s.Partners().Save(t.Context(), &p); err != nil {
			t.Fatal(err)
		}
	}

	must(s.Copies().CopyDaily(t.Context(), asOf().AddDays(1)))(t)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}

	old := must(disk.Copies(t.Context(), path))(t)[1]
	must(restored(t, path, old, someday()))(t)
	s = must(store.Open(t.Context(), path, store.Options{Actor: "uji", Now: someday}))(t)
	defer s.Close()
	for _, want := range []bool{true, false} {
		if made := must(s.Copies().CopyDaily(t.Context(), asOf().AddDays(2)))(t); made != want {
			t.Errorf("a copy was made: %t", made)
		}
	}

	if copies := must(disk.Copies(t.Context(), path))(t); copies[0].Day != asOf().AddDays(2) {
		t.Errorf("the newest is of %s", copies[0].Day)
	}
}

func TestCopyDaily_LeavesNothingWhenItCannotWrite(t *testing.T) {
	s, path := sampleRegister(t)
	defer s.Close()
	if err := os.WriteFile(filepath.Join(filepath.Dir(path), "copies"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Copies().CopyDaily(t.Context(), model.Date{Year: 2026, Month: 11, Day: 21}); err == nil {
		t.Fatal("a copy was made where there is no folder")
	}
}

func TestRescue_KeepsTheDamagedFileAside(t *testing.T) {
	s, path := sampleRegister(t)
	for _, day := range []int{20, 21} {
		if _, err := s.Copies().CopyDaily(t.Context(), model.Date{Year: 2026, Month: 11, Day: day}); err != nil {
			t.Fatal(err)
		}
	}

	if err := s.Close(); err != nil {
		t.Fatal(err)
	}

	damage(t, path)
	newest := filepath.Join(filepath.Dir(path), "copies", "register-2026-11-21.db")
	damage(t, newest)
	if _, err := store.Open(t.Context(), path, store.Options{Now: testclock.New()}); !errors.Is(err, model.ErrRegisterCorrupt) {
		t.Fatalf("the damage was not noticed: %v", err)
	}

	good, ok := soundest(t.Context(), path)
	if !ok || good.Day.Day != 20 {
		t.Fatalf("newest good copy %v, %v", good, ok)
	}

	aside, err := restored(t, path, good, time.Date(2026, 11, 21, 8, 0, 0, 0, time.UTC))
	if err != nil {
		t.Fatal(err)
	}
	if !strings.HasSuffix(aside, "register.db.damaged-20261121-080000") {
		t.Errorf("aside is %s", aside)
	}

	kept, err := os.ReadFile(aside)
	if err != nil || !bytes.Contains(kept, []byte("RUSAK")) {
		t.Errorf("the damaged file was not kept: %v", err)
	}

	checkOpens(t, path)
}

// restored puts a copy in place, and returns where the present register lies now.
func restored(t *testing.T, path string, c model.Copy, now time.Time) (aside string, err error) {
	t.Helper()
	done, err := store.Restore(t.Context(), path, c, store.RestoreOptions{Actor: "uji", Now: now})
	return done.Aside, err
}

func damage(t *testing.T, path string) {
	t.Helper()
	raw, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}

	for at := 4096; at+5 < len(raw); at += 4096 {
		copy(raw[at:], "RUSAK")
	}

	if err := os.WriteFile(path, raw, 0o600); err != nil {
		t.Fatal(err)
	}
}

func checkOpens(t *testing.T, path string) {
	t.Helper()
	s, err := store.Open(context.Background(), path, store.Options{Actor: "uji", Now: testclock.New()})
	if err != nil {
		t.Fatal(err)
	}

	defer s.Close()
	report, err := s.Check(t.Context())
	if err != nil || !report.OK {
		t.Errorf("check: %v, %v", report, err)
	}
}

func TestCopyDaily_WhatTheSearchRemembersIsNoDamage(t *testing.T) {
	s := sampleStore(t)
	for range 3 {
		for _, p := range must(s.Partners().Find(t.Context(), model.Query{}))(t) {
			p = must(s.Partners().Get(t.Context(), p.ID))(t)
			p.Name += " Jaya"
			if err := s.Partners().Save(t.Context(), &p); err != nil {
				t.Fatal(err)
			}
		}

		if found := must(s.Partners().Find(t.Context(), model.Query{Text: "jaya"}))(t); len(found) != 12 {
			t.Errorf("%d partners are found", len(found))
		}
		if report := must(s.Check(t.Context()))(t); !report.OK {
			t.Error(report.Findings)
		}
	}

	if made, err := s.Copies().CopyDaily(t.Context(), asOf().AddDays(1)); err != nil || !made {
		t.Errorf("copied: %t, %v", made, err)
	}
}
