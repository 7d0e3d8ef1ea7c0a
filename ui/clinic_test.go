package ui_test

import (
	"bytes"
	"context"
	"errors"
	"log/slog"
	"os"
	"path/filepath"
	"sync/atomic"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"jejaring/assets"
	"jejaring/model"
	"jejaring/model/letter"
	"jejaring/model/store"
	"jejaring/model/testclock"
	"jejaring/translations"
	"jejaring/ui"
	"jejaring/ui/addendum"
	"jejaring/ui/agreement"
	"jejaring/ui/evaluation"
	"jejaring/ui/home"
	letters "jejaring/ui/letter"
	"jejaring/ui/obstacle"
	"jejaring/ui/paper"
	"jejaring/ui/partner"
	referrals "jejaring/ui/referral"
	"jejaring/ui/reminder"
	"jejaring/ui/report"
	"jejaring/ui/settings"
	"jejaring/ui/task"
	"jejaring/ui/task/tasktest"
	"jejaring/ui/training"
	"jejaring/ui/uitest"
)

// clinic is the program's window with its real register and letters, and an administrator before it.
type clinic struct {
	*uitest.Person
	t      *testing.T
	app    *ui.App
	fyne   fyne.App
	window fyne.Window
	loop   *tasktest.Loop
	tasks  *task.Runner
	dir    string
	store  *store.Store // of the register that was opened last
	mail   *post
	desk   *desk
	keys   *keychain
	log    bytes.Buffer
	fail   error // what opening a register returns
	papers func(Papers) Papers
	upkeep func(context.Context) error
	beats  bool                      // whether the window looks at the register file, and often
	clock  func() time.Time          // nil: that of all tests
	slow   chan bool                 // what a save of the profile waits for, or nil
	saving chan bool                 // what a save of a partner waits for, or nil
	late   atomic.Pointer[chan bool] // what the next answer about counts waits for, or nil
	rows   atomic.Pointer[answer]    // what the next rows of the home screen wait for and fail with, or nil
	// outside says that folders are on another disk, reminds that the sample is reminded of copies.
	outside, reminds bool
	hold             chan error // what issuing waits for, or nil
	asked            chan bool  // gets one for each paper that is to be issued, or nil
}

// day is the sample's own day.
func day() model.Date { return model.Date{Year: 2026, Month: 11, Day: 21} }

// clockDay is the day of the tests' clock in the clinic's zone, on which copies are made; the sample keeps its own.
func clockDay() model.Date { return model.DateOf(testclock.Start().In(time.FixedZone("WIB", 7*3600))) }

// copied is the day of a copy in words.
func (c *clinic) copied(language string) string { return words(c.t, language).Day(clockDay().Time()) }

// begin makes the program, not yet started.
func begin(t *testing.T) *clinic {
	t.Helper()
	c := &clinic{t: t, fyne: test.NewTempApp(t), loop: tasktest.NewLoop(), dir: t.TempDir(), mail: &post{}, desk: &desk{dir: t.TempDir()}, keys: &keychain{}}
	filled(t)
	c.tasks = task.New(context.Background(), c.loop.Post)
	c.loop.Watch(c.tasks)
	c.app = ui.New(ui.Options{App: c.fyne, Tasks: c.tasks, Open: c.open, System: c.desk, Rescue: rescuer{c.dir}, LogPath: "jejaring.log", Version: "1.0", Beat: 20 * time.Millisecond,
		Log: slog.New(slog.NewTextHandler(&c.log, nil))})
	c.window = c.app.Window()
	c.Person = uitest.New(t, c.window, c.loop)
	t.Cleanup(func() {
		c.tasks.Close(10 * time.Second)
		c.window.Close()
		if c.store != nil {
			_ = c.store.Close()
		}
	})

	return c
}

// sampleOpen starts the program with the sample register, on its home screen.
func sampleOpen(t *testing.T) *clinic {
	t.Helper()
	c := begin(t)
	c.fyne.Preferences().SetBool("sample", true)
	c.app.Start()
	c.Sees("Perlu perhatian", "Perjanjian berlaku")
	return c
}

// open is the program's opener: the own register, or the sample one.
func (c *clinic) open(ctx context.Context, sample bool) (*ui.Session, error) {
	if c.fail != nil {
		return nil, c.fail
	}

	path := filepath.Join(c.dir, "register.db")
	if sample {
		path = filepath.Join(c.dir, "sample.db")
		if _, err := os.Stat(path); err != nil {
			if err := os.WriteFile(path, filled(c.t), 0o600); err != nil {
				return nil, err
			}
		}
	}

	s, err := store.Open(ctx, path, store.Options{Actor: "Sari", Now: c.now()})
	if err != nil {
		return nil, err
	}

	c.store = s
	c.keys.store = s
	if c.keys.why == nil {
		if err := s.Seal().Unlock(ctx, sealer()); err != nil {
			return nil, err
		}
	}

	var papers Papers = slowOffice{office{s, letter.New(assets.Letters)}, c}
	if c.papers != nil {
		papers = c.papers(papers)
	}

	session := c.session(s, papers, sample)
	session.Frame.Path, session.Settings.Path = path, path
	if c.beats {
		session.Frame.Pulse = s.Location().Pulse
	}

	return session, nil
}

// session gives every room of the window its part of a register, as cmd does.
func (c *clinic) session(s *store.Store, papers Papers, sample bool) *ui.Session {
	copies := keeper{s.Copies(), c, sample}
	overview := slowOverview{s.Overview(), c}
	partners := slowPartners{s.Partners(), c}
	return &ui.Session{
		Frame: ui.Frame{Register: whole{s, overview, s.AgreementChanges()}, Mailboxes: s.Mailboxes(), Copies: copies, Problem: c.keys.Problem, Sync: c.mail.Sync,
			Correct: papers.Correct, Now: s.Now, Sample: sample, Upkeep: c.upkeep, PutBack: s.Location().PutBack, Close: s.Close},
		Home:     home.Records{Overview: overview, Figures: s.Overview(), Copies: copies},
		Partner:  partner.Records{Partners: partners, Twins: s},
		Addendum: addendum.Records{Addenda: s.Addenda(), Agreements: s.Agreements()},
		Agreement: agreement.Records{Agreements: s.Agreements(), Partners: partners, Staff: s.Staff(), LegalBases: s.LegalBases(), Addenda: s.Addenda(),
			Changes: s.AgreementChanges(), Papers: papers, Lessons: s.Evaluations(), Calendar: s},
		Letter: letters.Records{Messages: s.Messages(), Documents: s.Documents(), Numbers: s.Numbers(), Agreements: s.Agreements(),
			Papers: papers, Mail: c.mail},
		Referral:   referrals.Records{Referrals: s.Referrals(), Partners: partners, Staff: s.Staff(), Patients: s.Patients(), Changes: s.ReferralChanges(), Papers: papers},
		Evaluation: evaluation.Records{Evaluations: s.Evaluations(), Forms: formMaker{s}},
		Obstacle:   obstacle.Records{Obstacles: s.Obstacles()},
		Training:   training.Records{Trainings: s.Trainings(), Staff: s.Staff(), Documents: s.Documents(), Changes: s.TrainingChanges(), Papers: papers},
		Report:     report.Records{Agreements: s.Agreements(), Staff: s.Staff(), Overview: overview, Figures: s.Overview(), Papers: papers},
		Reminder:   reminder.Records{Reminders: s.Reminders()},
		Settings: settings.Records{Staff: s.Staff(), SKPRecords: s.SKPRecords(), Mailboxes: s.Mailboxes(), LegalBases: s.LegalBases(),
			Profile: secretary{s, c}, Trash: s, Credits: s, Papers: papers, Mail: c.mail, Keys: c.keys, Sheet: copies},
		Paper: paper.Records{Papers: papers},
	}
}

// whole is what the frame asks about a register as a whole.
type whole struct {
	*store.Store
	slowOverview
	store.AgreementChanges
}

// Papers makes documents for all rooms.
type Papers interface {
	paper.Papers
	settings.Papers
	agreement.Papers
	Correct(ctx context.Context, c *model.Correction) ([]model.Document, error)
}

// now is the clock of the registers that are opened.
func (c *clinic) now() func() time.Time {
	if c.clock == nil {
		return testclock.New()
	}
	return c.clock
}

// slowPartners saves partners, when it is let.
type slowPartners struct {
	model.Register[model.Partner]
	c *clinic
}

func (p slowPartners) Save(ctx context.Context, rec *model.Partner) error {
	if p.c.saving != nil {
		<-p.c.saving
	}
	return p.Register.Save(ctx, rec)
}

// answer is one that waits, and fails with what comes; nil lets it be.
type answer chan error

// slowOverview counts at once, and says so when it is let; so it does with what needs attention.
type slowOverview struct {
	store.Overview
	c *clinic
}

func (o slowOverview) Counts(ctx context.Context, today model.Date) (model.Counts, error) {
	n, err := o.Overview.Counts(ctx, today)
	if let := o.c.late.Swap(nil); let != nil {
		<-*let
	}
	return n, err
}

func (o slowOverview) Waiting(ctx context.Context, today model.Date, limit int) (awake, asleep []model.Attention, err error) {
	awake, asleep, err = o.Overview.Waiting(ctx, today, limit)
	if let := o.c.rows.Swap(nil); let != nil {
		err = errors.Join(err, <-*let)
	}
	return awake, asleep, err
}

// secretary stores the profile, when it is let.
type secretary struct {
	*store.Store
	c *clinic
}

func (d secretary) SaveClinic(ctx context.Context, rec *model.Clinic) error {
	if d.c.slow != nil {
		<-d.c.slow
	}
	return d.Store.SaveClinic(ctx, rec)
}

// sampleFile is a register file with the sample; it is made once for all tests.
var sampleFile []byte

func filled(t *testing.T) []byte {
	t.Helper()
	if sampleFile != nil {
		return sampleFile
	}

	path := filepath.Join(t.TempDir(), "sample.db")
	s, err := store.Open(t.Context(), path, store.Options{Actor: "Sari", Now: testclock.New()})
	if err == nil {
		err = s.Seal().Unlock(t.Context(), sealer())
	}
	if err == nil {
		err = errors.Join(s.LoadSample(t.Context(), bytes.NewReader(assets.Sample)), s.Close())
	}
	if err == nil {
		sampleFile, err = os.ReadFile(path)
	}
	if err != nil {
		t.Fatal(err)
	}

	return sampleFile
}

// words are those of a language of the window.
func words(t *testing.T, language string) translations.Words {
	t.Helper()
	w, err := translations.In(language)
	if err != nil {
		t.Fatal(err)
	}
	return w
}
