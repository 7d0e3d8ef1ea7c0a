//go:build integration

package store_test

import (
	"bufio"
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"jejaring/model"
	"jejaring/model/store"
	"jejaring/model/testclock"
)

// kills is the number of times that the writing program is ended without warning.
const kills = 200

// TestKill_NothingReportedIsLost runs this test binary as a program that writes partners, issues documents and files
// mail, and tells each on its output after the call returned; it is killed at a random moment, again and again. Then
// everything that was told must be there and the register must be sound.
func TestKill_NothingReportedIsLost(t *testing.T) {
	if path := os.Getenv("JEJARING_KILL_REGISTER"); path != "" {
		writeForEver(path)
	}

	path := filepath.Join(t.TempDir(), "register.db")
	s, err := store.Open(t.Context(), path, store.Options{Actor: "parent", Now: testclock.New()})
	if err != nil {
		t.Fatal(err)
	}

	prepareForKills(t, s)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}

	told := killAgainAndAgain(t, path, func(round int, lines []string) {
		if round%10 == 0 || round == kills-1 {
			verify(t, path, lines, round == kills-1)
		}
	})
	verify(t, path, told, true)
}

// killAgainAndAgain kills the writer at random moments, has every round looked at, and returns all that was reported saved.
func killAgainAndAgain(t *testing.T, path string, look func(round int, lines []string)) []string {
	t.Helper()
	var told []string
	silent := 0
	for round := range kills {
		lines := killAtRandom(t, path, round)
		if len(lines) == 0 {
			silent++
		}
		told = append(told, lines...)
		look(round, lines)
	}

	t.Logf("%d kills, %d reports, %d rounds without a report", kills, len(told), silent)
	if silent > kills/2 {
		t.Errorf("%d of %d rounds were killed before they wrote anything", silent, kills)
	}
	return told
}

func prepareForKills(t *testing.T, s *store.Store) {
	t.Helper()
	c := model.NewClinic()
	c.Name, c.ShortCode, c.Address, c.City = "Klinik Pratama Samudra Melati", "KLN-SM", "Jalan Contoh Raya No. 12", "Kota Tirtasana"
	c.Phone, c.Email, c.HeadName = "+62999000100", "admin@klinik-sm.example.com", "dr. Ratna Wulandari, M.K.M."
	p := newPartner(1)
	box := newMailbox(1)

	for _, err := range []error{s.SaveClinic(t.Context(), &c), s.Partners().Save(t.Context(), &p), s.Mailboxes().Save(t.Context(), &box)} {
		if err != nil {
			t.Fatal(err)
		}
	}

	a := newDraft(p.ID)
	if err := s.Agreements().Save(t.Context(), &a); err != nil {
		t.Fatal(err)
	}
}

// killAtRandom starts the writer, ends it with SIGKILL some time after its start, and returns what it told in whole lines.
func killAtRandom(t *testing.T, path string, round int) []string {
	t.Helper()
	writer := exec.Command(os.Args[0], "-test.run=^"+t.Name()+"$")
	writer.Env = append(os.Environ(), "JEJARING_KILL_REGISTER="+path, fmt.Sprintf("JEJARING_KILL_ROUND=%d", round))
	output, err := writer.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}

	writer.Stderr = os.Stderr
	if err := writer.Start(); err != nil {
		t.Fatal(err)
	}

	reader := bufio.NewReader(output)
	if line, err := reader.ReadString('\n'); err != nil || line != "open\n" {
		t.Fatalf("writer: %q %v", line, err)
	}

	killer := time.AfterFunc(time.Duration(rand.IntN(200_000))*time.Microsecond, func() { _ = writer.Process.Kill() })
	defer killer.Stop()
	var lines []string
	for {
		line, err := reader.ReadString('\n')
		if err != nil {
			break
		}
		lines = append(lines, strings.TrimSpace(line))
	}

	_ = writer.Wait()
	return lines
}

// writeForEver is the program that gets killed.
func writeForEver(path string) {
	ctx := context.Background()
	fail := func(err error) {
		if err != nil {
			fmt.Fprintln(os.Stderr, "writer:", err)
			os.Exit(3)
		}
	}
	s, err := store.Open(ctx, path, store.Options{Actor: "writer", Now: testclock.New()})
	fail(err)
	fmt.Println("open")
	round := os.Getenv("JEJARING_KILL_ROUND")

	for n := 0; ; n++ {
		p := newPartner(n)
		p.Name = fmt.Sprintf("Mitra %s-%d", round, n)
		fail(s.Partners().Save(ctx, &p))
		fmt.Println("partner", p.ID, strings.ReplaceAll(p.Name, " ", "_"))
		docs, err := s.Papers().Issue(ctx, model.Issue{Type: "SPK", About: model.About(model.EntityAgreement, 1), Date: asOf(), Today: asOf()}, papers)
		fail(err)
		fmt.Println("document", docs[0].ID, docs[0].Number)
		id := fmt.Sprintf("%s.%d@mitra.example.org", round, n)
		r, err := strconv.Atoi(round)
		fail(err)
		_, err = s.Mail().File(ctx, []model.Filed{mail(1, uint32(r*100_000+n+1), id, "Surat", "isi "+id)})
		fail(err)
		fmt.Println("mail", 0, id)
	}
}

// verify opens the register as it was left and looks for everything that was told.
func verify(t *testing.T, path string, told []string, whole bool) {
	t.Helper()
	s, err := store.Open(t.Context(), path, store.Options{Now: testclock.New()})
	if err != nil {
		t.Fatal(err)
	}

	defer func() { _ = s.Close() }()
	for _, line := range told {
		part := strings.Fields(line)
		number, _ := strconv.Atoi(part[1])
		found := false
		switch part[0] {
		case "partner":
			p, err := s.Partners().Get(t.Context(), model.ID(number))
			found = err == nil && strings.ReplaceAll(p.Name, " ", "_") == part[2]
		case "document":
			body, err := s.Papers().DocumentBytes(t.Context(), model.ID(number))
			found = err == nil && strings.Contains(string(body), part[2])
		case "mail":
			m, err := s.Mail().ByMessageID(t.Context(), []string{part[2]})
			raw, rerr := s.Mail().Raw(t.Context(), m[part[2]].ID)
			found = err == nil && rerr == nil && strings.HasSuffix(string(raw), "isi "+part[2]+"\r\n")
		}

		if !found {
			t.Errorf("lost: %s", line)
		}
	}

	if !whole {
		return
	}

	r, err := s.Check(t.Context())
	if err != nil || !r.OK {
		t.Errorf("check: %+v %v", r.Findings, err)
	}
}
