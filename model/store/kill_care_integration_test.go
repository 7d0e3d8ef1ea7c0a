//go:build integration

package store_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"jejaring/model"
	"jejaring/model/store"
	"jejaring/model/testclock"
)

// TestKill_NothingSealedIsLost does with patients, referrals, their letters and trainings what
// TestKill_NothingReportedIsLost does with the rest: what was told must be there, open under the key, and be sound.
func TestKill_NothingSealedIsLost(t *testing.T) {
	if path := os.Getenv("JEJARING_KILL_REGISTER"); path != "" {
		careForEver(t, path)
	}

	path := filepath.Join(t.TempDir(), "register.db")
	s := sealedAt(t, path)
	prepareForKills(t, s)
	doctor := model.Staff{Name: "Ratna Wulandari", Profession: "dokter", Active: true}
	if err := s.Staff().Save(t.Context(), &doctor); err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}

	told := killAgainAndAgain(t, path, func(round int, lines []string) {
		if round%10 == 0 {
			caredFor(t, path, lines)
		}
	})
	caredFor(t, path, told)
}

// sealedAt opens a register with the key of these tests.
func sealedAt(t *testing.T, path string) *store.Store {
	t.Helper()
	s, err := store.Open(context.Background(), path, store.Options{Actor: "writer", Sealer: sealer(t), Now: testclock.New()})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// careForEver is the program that gets killed.
func careForEver(t *testing.T, path string) {
	fail := func(err error) {
		if err != nil {
			fmt.Fprintln(os.Stderr, "writer:", err)
			os.Exit(3)
		}
	}
	ctx := context.Background()
	s := sealedAt(t, path)
	fmt.Println("open")

	for n := 0; ; n++ {
		mark := fmt.Sprintf("%s-%d", os.Getenv("JEJARING_KILL_ROUND"), n)
		p := newPatient(mark)
		fail(s.Patients().Save(ctx, &p))
		fmt.Println("patient", p.ID, mark)
		r := newReferral(1, p.ID, 1)
		r.Anamnesis = "Keluhan " + mark
		fail(s.Referrals().Save(ctx, &r))
		fmt.Println("referral", r.ID, mark)
		docs, err := s.Papers().Issue(ctx, model.Issue{Type: "RJK", About: model.About(model.EntityReferral, r.ID), Date: asOf(), Today: asOf()}, papers)
		fail(err)
		fmt.Println("letter", docs[0].ID, docs[0].Number)
		x := newTraining("TR-" + mark)
		fail(s.Trainings().Save(ctx, &x))
		fmt.Println("training", x.ID, mark)
	}
}

// caredFor opens the register as it was left, looks for everything that was told, and checks it whole.
func caredFor(t *testing.T, path string, told []string) {
	t.Helper()
	s := sealedAt(t, path)
	defer func() { _ = s.Close() }()
	for _, line := range told {
		part := strings.Fields(line)
		number, _ := strconv.Atoi(part[1])
		if !sealedThere(t, s, part[0], model.ID(number), part[2]) {
			t.Errorf("lost: %s", line)
		}
	}

	if r, err := s.Check(t.Context()); err != nil || !r.OK || r.Locked {
		t.Errorf("check: %+v %v", r, err)
	}
}

func sealedThere(t *testing.T, s *store.Store, kind string, id model.ID, mark string) bool {
	t.Helper()
	switch kind {
	case "patient":
		p, err := s.Patients().Patient(t.Context(), id)
		return err == nil && p.Name == newPatient(mark).Name && p.Phone == newPatient(mark).Phone
	case "referral":
		r, err := s.Referrals().Get(t.Context(), id)
		return err == nil && r.Anamnesis == "Keluhan "+mark && r.MRNo == "SM-9"+mark
	case "letter":
		body, err := s.Papers().DocumentBytes(t.Context(), id)
		return err == nil && strings.Contains(string(body), mark)
	case "training":
		x, err := s.Trainings().Get(t.Context(), id)
		return err == nil && x.Number == "TR-"+mark && len(x.Sessions) == 2 && len(x.Participants) == 1
	}

	return false
}
