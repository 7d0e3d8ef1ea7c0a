package ui_test

import (
	"bytes"
	"context"
	"errors"
	"image"
	"log/slog"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"jejaring/assets"
	"jejaring/model"
	"jejaring/model/letter"
	"jejaring/model/store"
	"jejaring/translations"
	"jejaring/ui"
	"jejaring/ui/task"
	"jejaring/ui/task/tasktest"
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
	papers func(ui.Papers) ui.Papers
}

// day is the sample's own day.
func day() model.Date { return model.Date{Year: 2026, Month: 11, Day: 21} }

// begin makes the program, not yet started.
func begin(t *testing.T) *clinic {
	t.Helper()
	c := &clinic{t: t, fyne: test.NewTempApp(t), loop: tasktest.NewLoop(), dir: t.TempDir(), mail: &post{}, desk: &desk{}, keys: &keychain{}}
	filled(t)
	c.tasks = task.New(context.Background(), c.loop.Post)
	c.app = ui.New(ui.Options{App: c.fyne, Tasks: c.tasks, Open: c.open, System: c.desk, LogPath: "jejaring.log", Version: "1.0",
		Log: slog.New(slog.NewTextHandler(&c.log, nil))})
	c.window = c.app.Window()
	c.Person = uitest.New(t, c.window, c.loop)
	t.Cleanup(func() {
		c.tasks.Close(10 * time.Second)
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
	s, err := store.Open(ctx, path, store.Options{Actor: "Sari"})
	if err != nil {
		return nil, err
	}
	c.store = s
	c.keys.store = s
	if !c.keys.lost {
		if err := s.Unlock(ctx, sealer()); err != nil {
			return nil, err
		}
	}
	var papers ui.Papers = office{s, letter.New(assets.Letters)}
	if c.papers != nil {
		papers = c.papers(papers)
	}
	return &ui.Session{Partners: s.Partners(), Staff: s.Staff(), Agreements: s.Agreements(), Documents: s.Documents(),
		Numbers: s.Numbers(), Mailboxes: s.Mailboxes(), Messages: s.Messages(), LegalBases: s.LegalBases(), Profile: s, Overview: s,
		Cooperation: s, Referrals: s.Referrals(), Trainings: s.Trainings(), SKPRecords: s.SKPRecords(), Care: s, Courses: s, Figures: s,
		Keys: c.keys, Papers: papers, Mail: c.mail, Today: day, Sample: sample, Path: path, Close: s.Close}, nil
}

// sampleFile is a register file with the sample; it is made once for all tests.
var sampleFile []byte

func filled(t *testing.T) []byte {
	t.Helper()
	if sampleFile != nil {
		return sampleFile
	}
	path := filepath.Join(t.TempDir(), "sample.db")
	s, err := store.Open(t.Context(), path, store.Options{Actor: "Sari"})
	if err == nil {
		err = s.Unlock(t.Context(), sealer())
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

// office makes real papers; their pages are blank pictures, because drawing them takes a second to begin with.
type office struct {
	*store.Store
	writer *letter.Writer
}

func (o office) Draft(ctx context.Context, i model.Issue) ([]model.Paper, error) {
	data, err := o.LetterData(ctx, i)
	if err != nil {
		return nil, err
	}
	data.Draft = true
	return o.writer.Render(data)
}

func (o office) Missing(ctx context.Context, i model.Issue) (model.Problems, error) {
	data, err := o.LetterData(ctx, i)
	if err != nil {
		return nil, err
	}
	return o.writer.Missing(data), nil
}

func (o office) Issue(ctx context.Context, i model.Issue) ([]model.Document, error) {
	return o.Store.Issue(ctx, i, o.writer.Render)
}

func (o office) Bytes(ctx context.Context, id model.ID) ([]byte, error) {
	return o.DocumentBytes(ctx, id)
}

func (o office) Preset(field string) (model.Preset, bool) { return letter.Preset(field) }

func (o office) Letterhead(_ context.Context, c model.Clinic) ([]byte, error) {
	return o.writer.Letterhead(c)
}

func (o office) Report(ctx context.Context, r model.Report) ([]byte, error) {
	c, err := o.Clinic(ctx)
	if err != nil {
		return nil, err
	}
	return o.writer.Report(c, r)
}

func (o office) Pages(context.Context, []byte, int) ([]image.Image, error) {
	return []image.Image{image.NewGray(image.Rect(0, 0, 60, 85))}, nil
}

// desk is the desktop: it keeps the names of what was opened.
type desk struct {
	mu    sync.Mutex
	names []string
}

func (d *desk) OpenFile(name string, content []byte) error {
	if !bytes.HasPrefix(content, []byte("%PDF-")) {
		return model.ErrNoViewer
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	d.names = append(d.names, name)
	return nil
}

// Print prints every file as "cetak <name>".
func (d *desk) Print(name string, content []byte) (bool, error) {
	return true, d.OpenFile("cetak "+name, content)
}

// opened are the names of the files that were shown.
func (d *desk) opened() []string {
	d.mu.Lock()
	defer d.mu.Unlock()
	return slices.Clone(d.names)
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
