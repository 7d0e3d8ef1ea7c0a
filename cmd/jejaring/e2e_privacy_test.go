//go:build e2e

package main

import (
	"context"
	"errors"
	"image"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"

	"jejaring/model"
	"jejaring/model/store"
	"jejaring/model/store/disk"
)

// TestPrivacy_NothingOfAPatientLeavesTheWindow works with patients as a clinic does: looks at an identity, issues the letter,
// exports the list, searches by name, changes the language. The program is killed once and closed once. Nothing of the 30
// patients may then lie in clear in the data folder, in the account or among the temporary files.
func TestPrivacy_NothingOfAPatientLeavesTheWindow(t *testing.T) {
	path := buildWindow(t, "jejaring", ".")
	s := newScreen(t)
	account := homeFolder(t)
	temp := t.TempDir()
	data := withSample(t)
	t.Setenv("TMPDIR", temp)
	id := newPerson(t, s, "id")
	en := newPerson(t, s, "en")
	running := s.start(account, path, "--data", data)
	id.sitsDown(running)
	looksAtAPatient(t, id)
	issuesTheLetter(t, id)
	exportsTheList(t, id, account)
	searchesByName(t, id)
	id.click("EN")
	en.awaits(en.words.Say("nav.referrals"))
	searchFiles(t, data, append(personal(t), "%PDF-"))
	running.kill()
	clean(t, data, account, temp)

	running = s.start(account, path, "--data", data)
	en.sitsDown(running)
	en.awaits(en.words.Say("nav.referrals"))
	en.await("the copy of the day", func() bool {
		copies, err := disk.Copies(t.Context(), filepath.Join(data, ownFile))
		return err == nil && len(copies) == 1
	})
	en.leaves(running)
	if code := running.exit(); code != 0 {
		t.Errorf("exit code %d:\n%s", code, running.told)
	}

	clean(t, data, account, temp)
	if left := files(t, temp); len(left) != 0 {
		t.Errorf("temporary files: %v", left)
	}

	sameIdentities(t, data)
}

// clean searches everything that the program may have written.
func clean(t *testing.T, data, account, temp string) {
	t.Helper()
	read := searchFiles(t, data, append(personal(t), "%PDF-"))
	for _, name := range []string{ownFile, "jejaring.log"} {
		if !slices.Contains(read, name) {
			t.Errorf("%s was not searched, only %v", name, read)
		}
	}

	if read := searchFiles(t, account, personal(t)); !slices.Contains(read, "preferences.json") || !slices.Contains(read, "Rujukan.csv") {
		t.Errorf("of the account only %v was searched", read)
	}

	searchFiles(t, temp, personal(t))
}

// looksAtAPatient opens the newest referral, a draft, and shows who it is about.
func looksAtAPatient(t *testing.T, p *person) {
	t.Helper()
	p.press("ctrl+5")
	p.awaits(p.words.Say("referral.new"))
	p.click(p.words.Label("referral_status", string(model.ReferralDraft)))
	p.awaits(p.words.Say("step.referral.issue"))
	p.click(p.words.Say("patient.reveal"))
	p.awaits("Fitri Contoh")
}

func issuesTheLetter(t *testing.T, p *person) {
	t.Helper()
	p.click(p.words.Say("step.referral.issue"))
	p.awaits("033/RJK/KLN-SM/XI/2026")
	p.click(p.words.Say("agreement.issue_now"))
	p.awaits(p.words.Label("referral_status", string(model.ReferralIssued)))
}

// exportsTheList saves the list of referrals as CSV in the account.
func exportsTheList(t *testing.T, p *person, account string) {
	t.Helper()
	search := p.awaits(p.words.Say("referral.search"))
	p.clickAt(image.Pt(1061, middle(search).Y)) // the arrow beside it
	p.awaits(p.words.Say("file.save"))
	p.press("Return")
	p.awaits(p.words.Say("file.saved", "Rujukan.csv"))
	raw, err := os.ReadFile(filepath.Join(account, "Rujukan.csv"))
	if text := string(raw); err != nil || !strings.Contains(text, "F.C.") || strings.Count(text, "\n") != 41 {
		t.Errorf("the list:\n%s", text)
	}
}

// searchesByName looks for a patient in everything and in a new referral; only initials come.
func searchesByName(t *testing.T, p *person) {
	t.Helper()
	p.press("ctrl+k")
	p.awaits(p.words.Say("search.hint"))
	p.write("Budi Contoh")
	p.awaits("Budi Contoh")
	p.press("Escape")
	p.press("ctrl+n")
	p.click(p.words.Say("patient.find"))
	p.awaits(p.words.Say("patient.search"))
	p.write("budi contoh")
	p.awaits("B.C.")
	p.press("Return")
	p.awaits(p.words.Say("patient.known", "B.C."))
}

// leaves ends the program as the system does when the person logs out.
func (p *person) leaves(at *program) {
	p.t.Helper()
	if title := p.xdotool("getwindowname", p.window(at)); title != "Jejaring" {
		p.t.Errorf("the title is %q", title)
	}
	if err := at.cmd.Process.Signal(syscall.SIGTERM); err != nil {
		p.t.Fatal(err)
	}
}

// sameIdentities finds the letter, the look at the patient in the history, and no paper but a sealed one.
func sameIdentities(t *testing.T, data string) {
	t.Helper()
	if got := decoded[record](t, must(t, data, "show", "referral", "F33", "--identity", "--json")); got["status"] != string(model.ReferralIssued) {
		t.Errorf("the referral is %v", got["status"])
	}

	views := register(t, data, func(ctx context.Context, s *store.Store) (int, error) {
		lines, err := s.History(ctx, "patient", 0, 0)
		looked := 0
		for _, line := range lines {
			if line.Action == "view" {
				looked++
			}
			if line.Before != nil && strings.Contains(string(line.Before), "Fitri") {
				err = errors.Join(err, fs.ErrInvalid)
			}
		}

		return looked, err
	})
	if views < 3 {
		t.Errorf("%d looks at patients in the history", views)
	}
	if _, err := os.Stat(filepath.Join(data, "jejaring.papers")); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("the note of the temporary folder: %v", err)
	}

	must(t, data, "check")
}
