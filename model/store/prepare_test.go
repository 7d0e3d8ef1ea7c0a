package store_test

import (
	"database/sql"
	"path/filepath"
	"strings"
	"testing"
	"time"

	_ "modernc.org/sqlite"

	"jejaring/model"
	"jejaring/model/store"
)

// busyRegister is the sample while another program writes in it, until let is called.
func busyRegister(t *testing.T) (s *store.Store, let func()) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "register.db")
	s = openAt(t, path)
	loadSample(t, s)
	other := must(sql.Open("sqlite", path+"?_txlock=immediate"))(t)
	tx := must(other.BeginTx(t.Context(), nil))(t)

	if _, err := tx.ExecContext(t.Context(), "UPDATE settings SET data = data"); err != nil {
		if _, err = tx.ExecContext(t.Context(), "UPDATE partner SET name = name WHERE id = 1"); err != nil {
			t.Fatal(err)
		}
	}

	done := false
	let = func() {
		if !done {
			done = true
			if err := tx.Rollback(); err != nil {
				t.Error(err)
			}
			_ = other.Close()
		}
	}
	t.Cleanup(let)

	return s, let
}

// looksAt counts the looks at a patient in the history.
func looksAt(t *testing.T, s *store.Store, patient model.ID) (n int) {
	t.Helper()
	for _, h := range must(s.History(t.Context(), model.EntityPatient, patient, 0))(t) {
		if h.Action == "view" {
			n++
		}
	}
	return n
}

func TestPrepare_WaitsForNobodyWhoWrites(t *testing.T) {
	s, let := busyRegister(t)
	r := must(s.Referrals().Get(t.Context(), byCode(t, s, "referral", "F01")))(t)
	for kind, about := range map[model.DocumentCode]model.Subject{
		"SPK": model.About(model.EntityAgreement, byCode(t, s, "agreement", "A03")),
		"RJK": model.About(model.EntityReferral, r.ID),
		"UND": model.About(model.EntityTraining, byCode(t, s, "training", "T07")),
	} {
		begun := time.Now()
		p, err := s.Papers().Prepare(t.Context(), model.Issue{Type: kind, About: about, Date: asOf(), Today: asOf()})
		if took := time.Since(begun); err != nil || took > 2*time.Second {
			t.Errorf("%s: %v after %v", kind, err, took)
			continue
		}

		if len(p.Drafts) != 1 || p.Drafts[0].About() != about || !p.Drafts[0].Draft || len(p.Numbers) != 1 || !strings.Contains(p.Numbers[0], "/"+string(kind)+"/") {
			t.Errorf("%s: %+v", kind, p)
		}
	}

	if n := looksAt(t, s, r.PatientID); n != 0 {
		t.Fatalf("%d looks are noted while another program writes", n)
	}

	let()
	for end := time.Now().Add(15 * time.Second); looksAt(t, s, r.PatientID) == 0 && time.Now().Before(end); {
		time.Sleep(10 * time.Millisecond)
	}

	if n := looksAt(t, s, r.PatientID); n != 1 {
		t.Errorf("%d looks are noted after the other program has written, not 1", n)
	}
}

func TestPrepare_NotesOneLookBeforeItAnswers(t *testing.T) {
	s := sampleStore(t)
	r := must(s.Referrals().Get(t.Context(), byCode(t, s, "referral", "F01")))(t)
	before := looksAt(t, s, r.PatientID)
	i := model.Issue{Type: "RJK", About: model.About(model.EntityReferral, r.ID), Date: asOf(), Today: asOf()}
	for n := 1; n <= 3; n++ {
		p := must(s.Papers().Prepare(t.Context(), i))(t)
		if p.Drafts[0].Patient == nil || looksAt(t, s, r.PatientID) != before+n {
			t.Errorf("after %d previews: %d looks more", n, looksAt(t, s, r.PatientID)-before)
		}
	}
}

func TestPrepare_NoLookIsLostWhenTheRegisterCloses(t *testing.T) {
	path := filepath.Join(t.TempDir(), "register.db")
	s := must(store.Open(t.Context(), path, store.Options{Actor: "nur.aisyah", Now: clock(), Sealer: sealer(t)}))(t)
	loadSample(t, s)
	r := must(s.Referrals().Get(t.Context(), byCode(t, s, "referral", "F01")))(t)
	other := must(sql.Open("sqlite", path+"?_txlock=immediate"))(t)
	tx := must(other.BeginTx(t.Context(), nil))(t)
	must(s.Papers().Prepare(t.Context(), model.Issue{Type: "RJK", About: model.About(model.EntityReferral, r.ID), Date: asOf(), Today: asOf()}))(t)

	time.AfterFunc(100*time.Millisecond, func() { _ = tx.Rollback(); _ = other.Close() })
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if n := looksAt(t, openAt(t, path), r.PatientID); n != 1 {
		t.Errorf("%d looks are noted, not 1", n)
	}
}

func TestPrepare_TakesNothingAndTellsWhatTheIssueWould(t *testing.T) {
	s, made := office(t, 2)
	issue(t, s, made[0].ID, "PKS", day(2026, 11, 25))
	i := model.Issue{Type: "PKS", About: model.About(model.EntityAgreement, made[1].ID), Date: day(2026, 11, 20), Today: asOf()}
	for range 2 {
		p := must(s.Papers().Prepare(t.Context(), i))(t)
		if p.Numbers[0] != "002/PKS/KLN-SM/XI/2026" || p.LastNumber != day(2026, 11, 25) || !p.Dated.Has("date", "letter_backdated") {
			t.Errorf("%v, last %v, %v", p.Numbers, p.LastNumber, p.Dated)
		}
	}

	if got := issue(t, s, made[1].ID, "PKS", day(2026, 11, 20)); got != "002/PKS/KLN-SM/XI/2026" {
		t.Error(got)
	}

	a := must(s.Agreements().Get(t.Context(), made[1].ID))(t)
	i.Type = a.Paper()
	if p := must(s.Papers().Prepare(t.Context(), i))(t); p.Drafts[0].Number != a.NumberOwn {
		t.Errorf("%q is drafted, not %q", p.Drafts[0].Number, a.NumberOwn)
	}
}

func TestPrepare_DraftsACertificateForEachWhoAwaitsOne(t *testing.T) {
	s := sampleStore(t)
	training := must(s.Trainings().Get(t.Context(), byCode(t, s, "training", "T06")))(t)
	var due, earned []model.ID
	for _, p := range training.Participants {
		if ok, _ := training.Earned(p); ok {
			earned = append(earned, p.RecordID)
			if p.CertificateNo == "" {
				due = append(due, p.RecordID)
			}
		}
	}

	if len(due) == 0 {
		due = earned
	}

	i := model.Issue{Type: "SRT", About: model.About(model.EntityTraining, training.ID), Date: asOf(), Today: asOf()}
	p := must(s.Papers().Prepare(t.Context(), i))(t)
	if len(due) < 2 || len(p.Drafts) != len(due) || len(p.Numbers) != len(due) {
		t.Fatalf("%d drafts and %d numbers for %d persons", len(p.Drafts), len(p.Numbers), len(due))
	}

	for n, d := range p.Drafts {
		if d.Certified == nil || d.Certified.RecordID != due[n] {
			t.Errorf("draft %d is for %+v", n, d.Certified)
		}
	}

	i.People = earned[1:2]
	if one := must(s.Papers().Prepare(t.Context(), i))(t); len(one.Drafts) != 1 || one.Drafts[0].Certified.RecordID != earned[1] {
		t.Errorf("%d drafts for one person", len(one.Drafts))
	}
}
