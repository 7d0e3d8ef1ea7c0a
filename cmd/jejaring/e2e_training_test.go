//go:build e2e

package main

import (
	"context"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"jejaring/model"
	"jejaring/model/store"
)

// trainer is a person whose clicks are counted.
type trainer struct {
	*person
	data   string
	clicks int
}

func (p *trainer) click(words string) {
	p.t.Helper()
	p.clicks++
	p.person.click(words)
}

func (p *trainer) page(title string) {
	p.t.Helper()
	p.clicks++
	p.person.page(title)
}

func (p *trainer) clickForm(words string) {
	p.t.Helper()
	p.clicks++
	p.person.clickForm(words)
}

// training is the stored training with a title.
func (p *trainer) training(title string) model.Training {
	p.t.Helper()
	found := register(p.t, p.data, func(ctx context.Context, s *store.Store) ([]model.Training, error) {
		return s.Trainings().Find(ctx, model.Query{Text: title})
	})
	if len(found) != 1 {
		p.t.Fatalf("%d trainings are called %s", len(found), title)
	}
	return found[0]
}

// TestTrainingEndToEnd holds a training in the real window: from the plan to the certificates of thirty people.
func TestTrainingEndToEnd(t *testing.T) {
	path := buildWindow(t, "jejaring", ".")
	s := newScreen(t)
	data := filepath.Join(t.TempDir(), "data")
	must(t, data, "sample")
	p := &trainer{person: newPerson(t, s, "id"), data: data}
	running := s.start(homeFolder(t), path, "--as-of", "2026-11-21", "--data", data)
	p.sitsDown(running)
	p.awaits(p.words.Say("nav.trainings"))
	begun := time.Now()
	plans(p)
	pastes(p)
	attends(p)
	certifies(p)
	t.Logf("%d clicks from the plan to 30 certificates, %s with the pauses of the test", p.clicks, time.Since(begun).Round(time.Second))
	running.kill()
	must(t, data, "check")
}

// plans enters the training with two sessions.
func plans(p *trainer) {
	p.t.Helper()
	p.press("ctrl+6", "ctrl+n")
	p.awaits("TR-2026-011")
	p.writeAll("Penyegaran Kader Imunisasi", "", "")
	p.press("ctrl+a")
	p.writeAll("21-11-2026")
	p.into(p.words.Field("target.text_id"))
	copies(p)
	p.write("Kader posyandu")
	p.awaits("Kader posyandu")
	p.press("shift+Tab") // the purpose above
	p.write("Menyegarkan pengetahuan kader")
	p.awaits("Menyegarkan pengetahuan kader")
	p.press("ctrl+s")
	p.awaits(p.words.Say("form.saved_gaps", 2)) // the day to confirm by, and the sessions
	p.keep("training-plan")
	p.page(p.words.Say("tab.sessions"))

	for _, topic := range []string{"Jadwal imunisasi", "Praktik pencatatan"} {
		p.click(p.words.Say("session.add"))
		p.write(topic)
		p.awaits(topic)
	}

	p.press("ctrl+s")
	p.awaits(p.words.Say("form.saved_gaps", 1))
	p.keep("training-sessions")
	if r := p.training("Penyegaran Kader Imunisasi"); len(r.Sessions) != 2 || r.JPL != 4 || r.Start != r.End || r.Sessions[1].End != "11:00" {
		p.t.Errorf("%v JPL, %s to %s, sessions %+v", r.JPL, r.Start, r.End, r.Sessions)
	}
}

// copies types thirty people and two wrong rows where the cursor is, and cuts them out.
func copies(p *trainer) {
	p.t.Helper()
	rows := []string{"Nama;Profesi;Instansi"}
	for i := range 30 {
		rows = append(rows, fmt.Sprintf("Kader %02d;kader;Posyandu Melati", i+1))
	}

	rows = append(rows, "Kader 07;kader;Posyandu Melati", ";kader;Posyandu Melati")
	for _, row := range rows {
		p.write(row)
		p.press("Return")
	}

	p.press("ctrl+a", "ctrl+x")
}

// pastes takes the good rows over.
func pastes(p *trainer) {
	p.t.Helper()
	p.page(p.words.Say("tab.participants"))
	p.click(p.words.Say("people.paste"))
	p.awaits(p.words.Problem("name", "participant_twice"))
	p.keep("training-paste")
	p.click(p.words.Say("people.take_rows", 30))
	p.awaits(p.words.Say("people.added", 30))
	p.press("ctrl+s")
	p.awaits(p.words.Say("form.saved_gaps", 1))
	p.keep("training-people")
	if r := p.training("Penyegaran Kader Imunisasi"); len(r.Participants) != 30 || r.Target.ID != "Kader posyandu" {
		p.t.Errorf("%d participants, target %q", len(r.Participants), r.Target.ID)
	}
}

// attends opens and begins the training and marks everybody by keyboard; one comes late.
func attends(p *trainer) {
	p.t.Helper()
	p.clickForm(p.words.Say("step.training.open"))
	p.clickForm(p.words.Say("step.training.begin"))
	p.awaits(p.words.Say("training.finish_issue"))
	p.page(p.words.Say("tab.attendance"))
	p.awaits(p.words.Say("attendance.all_present"))
	p.write(strings.Repeat("h", 29) + "t")
	p.press("Right", "Home")
	p.write(strings.Repeat("h", 30))
	p.awaits(p.words.Label("attendance", "late"))
	p.keep("training-attendance")
}

// certifies ends the training and issues the certificates: two clicks after the attendance is in.
func certifies(p *trainer) {
	p.t.Helper()
	before := p.clicks
	p.click(p.words.Say("training.finish_issue"))
	p.awaits("025/SRT/KLN-SM/TR-2026-011/XI/2026")
	p.awaits(p.words.Say("agreement.issue_now"))
	p.keep("training-certificate")
	p.click(p.words.Say("agreement.issue_now"))
	if n := p.clicks - before; n != 2 {
		p.t.Errorf("%d clicks after the attendance", n)
	}

	p.awaits(p.words.Label("training_status", string(model.TrainingFinished)))
	var numbers []string
	p.await("thirty certificates", func() bool {
		numbers = nil
		for _, x := range p.training("Penyegaran Kader Imunisasi").Participants {
			if x.CertificateNo != "" {
				numbers = append(numbers, x.CertificateNo)
			}
		}
		return len(numbers) == 30
	})
	p.person.page(p.words.Say("tab.certificates"))
	p.awaits(p.words.Say("training.earned", 30, 30))
	p.keep("training-certificates")
	slices.Sort(numbers)
	if numbers = slices.Compact(numbers); len(numbers) != 30 || numbers[29] != "054/SRT/KLN-SM/TR-2026-011/XI/2026" {
		p.t.Errorf("numbers %v", numbers)
	}

	r := p.training("Penyegaran Kader Imunisasi")
	if got := strings.Join(r.Participants[29].Attendance, " "); got != "late present" {
		p.t.Errorf("the last one was %s", got)
	}
}
