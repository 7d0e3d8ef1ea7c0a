//go:build e2e

package main

import (
	"context"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"jejaring/model"
	"jejaring/model/store"
)

// A practised clerk types 40 words per minute, which are 200 characters, and takes a second to find and click something.
const (
	keystroke = 300 * time.Millisecond
	aim       = time.Second
)

// clerk is a person who works at the speed of one, and counts what it takes.
type clerk struct {
	*person
	typed, chosen, clicks int
}

// types fills the input under the cursor and goes to the next one.
func (c *clerk) types(text string) {
	c.t.Helper()
	c.typed++
	c.slowly(text)
	c.tab(1)
}

// slowly types at the speed of a hand.
func (c *clerk) slowly(text string) {
	c.t.Helper()
	c.xdotool("type", "--delay", strconv.FormatInt(keystroke.Milliseconds(), 10), "--", text)
}

// tab leaves inputs as they are.
func (c *clerk) tab(n int) {
	c.t.Helper()
	for range n {
		c.xdotool("key", "Tab")
		pause(keystroke)
	}
}

// picks opens the list under the cursor and goes down to the n-th entry, as whoever knows the list does.
func (c *clerk) picks(n int) {
	c.t.Helper()
	c.chosen++
	c.xdotool(strings.Fields("key --delay 100 Down" + strings.Repeat(" Down", n) + " Return Tab")...)
	pause(keystroke)
}

// aims looks for words and clicks on them.
func (c *clerk) aims(words string) {
	c.t.Helper()
	c.clicks++
	at := c.awaits(words)
	pause(aim)
	c.clickAt(middle(at))
}

// pause lets as much time pass as a hand needs; nothing is waited for.
func pause(d time.Duration) { <-time.After(d) }

// TestEndToEnd_Referral writes an outpatient letter to a known partner, from the home screen to the finished paper.
func TestEndToEnd_Referral(t *testing.T) {
	path := buildWindow(t, "jejaring", ".")
	data := filepath.Join(t.TempDir(), "data")
	must(t, data, "sample")
	s := newScreen(t)
	c := &clerk{person: newPerson(t, s, "id")}
	running := s.start(homeFolder(t), path, "--as-of", "2026-11-21", "--data", data)
	c.sitsDown(running)
	c.awaits(c.words.Say("nav.home"))
	start := time.Now()
	c.writesLetter()
	c.issuesLetter()
	took := time.Since(start)
	s.keep(t.Name())
	t.Logf("an outpatient letter: %.0f s, %d typed inputs, %d chosen, %d clicks", took.Seconds(), c.typed, c.chosen, c.clicks)
	if took > 90*time.Second {
		t.Errorf("a letter takes %s; it may take 90 seconds", took)
	}

	isFinished(t, data)
	running.kill()
	must(t, data, "check")
}

// writesLetter fills the one screen of a referral.
func (c *clerk) writesLetter() {
	c.t.Helper()
	c.aims(c.words.Say("nav.referrals"))
	c.aims(c.words.Say("referral.new"))
	c.awaits(c.words.Say("group.clinical"))
	c.press("space")
	c.awaits(c.words.Say("form.search"))
	c.typed++
	c.slowly("rsud")
	c.awaits("RSUD Tirtasana")
	c.press("Return")
	c.tab(3)
	c.types("Poli Penyakit Dalam")
	c.tab(1) // the search for a patient who was here before
	c.types("Sari Uji Contoh")
	c.types("12-03-1961")
	c.tab(1) // the age
	c.picks(2)
	c.tab(4) // numbers, phone and payer
	c.types("I10")
	c.types("Hipertensi")
	c.picks(4)
	c.types("Tekanan darah tidak terkendali")
	c.types("Sakit kepala sejak seminggu")
	c.types("Amlodipin 10 mg")
	c.picks(1)
	c.awaits("dr. Ratna Wulandari, M.K.M.")
	c.keep(c.t.Name() + " filled")
}

// issuesLetter saves, takes the number and has the paper.
func (c *clerk) issuesLetter() {
	c.t.Helper()
	pause(aim)
	c.press("ctrl+s")
	c.awaits(c.words.Say("form.saved"))
	c.aims(c.words.Say("step.referral.issue"))
	c.awaits(c.words.Say("paper.complete", 1))
	c.keep(c.t.Name() + " paper")
	c.aims(c.words.Say("agreement.issue_now"))
	c.awaits(c.words.Label("referral_status", string(model.ReferralIssued)))
}

// isFinished looks at what is stored: the referral, and its paper as a file.
func isFinished(t *testing.T, data string) {
	t.Helper()
	r := register(t, data, func(ctx context.Context, s *store.Store) (model.Referral, error) {
		list, err := s.Referrals().Find(ctx, model.Query{Sort: "updated_at", Desc: true, Limit: 1})
		if err != nil {
			return model.Referral{}, err
		}
		return list[0], nil
	})
	if r.Status != model.ReferralIssued || r.ReferralNo != "033/RJK/KLN-SM/XI/2026" || r.PartnerName != "RSUD Tirtasana" || r.AgreementID == 0 || r.Initials != "S.U.C." {
		t.Errorf("%+v", r)
	}

	out := t.TempDir()
	must(t, data, "letter", "RJK", "033/RJK/KLN-SM/XI/2026", "--out", out)
	files, err := os.ReadDir(out)
	if err != nil || len(files) != 1 || files[0].Name() != "RJK-033-KLN-SM-XI-2026.pdf" {
		t.Fatalf("%v %v", files, err)
	}

	text := plain(read(t, filepath.Join(out, files[0].Name())))
	for _, words := range []string{"Sari Uji Contoh", "Hipertensi (I10)", "Tekanan darah tidak terkendali", "Poli Penyakit Dalam", "dr. Ratna Wulandari"} {
		if !strings.Contains(text, words) {
			t.Errorf("the letter does not say %q: %s", words, text)
		}
	}
}
