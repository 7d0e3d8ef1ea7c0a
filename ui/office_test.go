package ui_test

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"sync"

	"fyne.io/fyne/v2"

	"jejaring/model"
	"jejaring/model/letter"
	"jejaring/model/store"
	"jejaring/ui/paper"
	"jejaring/ui/room"
)

// office makes real papers; their pages are blank pictures, because drawing them takes a second to begin with.
type office struct {
	*store.Store
	writer *letter.Writer
}

func (o office) Prepare(ctx context.Context, i model.Issue) (paper.Draft, error) {
	p, err := o.Store.Papers().Prepare(ctx, i)
	if err != nil {
		return paper.Draft{}, err
	}
	papers, err := o.writer.Render(p.Drafts[0])
	return paper.Draft{Papers: papers, Problems: append(o.writer.Missing(p.Drafts[0]), p.Dated...), Numbers: p.Numbers}, err
}

func (o office) Gaps(ctx context.Context, t model.Typed) (model.Problems, error) {
	typed, err := o.Store.Papers().Typed(ctx, t)
	if err != nil {
		return nil, err
	}
	return typed.Problems(o.writer.Missing(typed.Drafts[0])), nil
}

func (o office) Correct(ctx context.Context, c *model.Correction) ([]model.Document, error) {
	return o.Store.Papers().Correct(ctx, c, o.writer.Render)
}

func (o office) Issue(ctx context.Context, i model.Issue) ([]model.Document, error) {
	return o.Store.Papers().Issue(ctx, i, o.writer.Render)
}

func (o office) NextNumbers(ctx context.Context, code model.DocumentCode, date model.Date, n int) ([]string, error) {
	return o.Store.Papers().NextNumbers(ctx, code, date, n)
}

func (o office) Bytes(ctx context.Context, id model.ID) ([]byte, error) {
	return o.Papers().DocumentBytes(ctx, id)
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

func (o office) Pages(context.Context, []byte) (room.Pages, error) {
	return &blank{sizes: [][2]float64{{60, 85}}}, nil
}

func (o office) Join(_ context.Context, pdfs [][]byte) ([]byte, error) {
	return append([]byte(fmt.Sprintf("%%PDF-%d papers", len(pdfs))), bytes.Join(pdfs, nil)...), nil
}

// desk is the desktop: it keeps the names of what was opened.
type desk struct {
	blind bool // there is no program that shows a file
	full  bool // the window fills the screen
	asked bool // the window was asked to fill it
	dir   string
	mu    sync.Mutex
	names []string
	// picker is the system's dialog for files; without it the toolkit's is shown.
	picker func(context.Context, room.Picking) (string, error)
}

func (d *desk) OpenFile(name string, content []byte) error {
	if d.blind || !bytes.HasPrefix(content, []byte("%PDF-")) {
		return model.ErrNoViewer
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	d.names = append(d.names, name)
	return nil
}

// Print prints every file as "cetak <name>" and keeps what it got last.
func (d *desk) Print(name string, content []byte) (bool, error) {
	if err := os.WriteFile(filepath.Join(d.dir, "printed"), content, 0o600); err != nil {
		return false, err
	}
	return true, d.OpenFile("cetak "+name, content)
}

// opened are the names of the files that were shown.
func (d *desk) opened() []string {
	d.mu.Lock()
	defer d.mu.Unlock()
	return slices.Clone(d.names)
}

// Save keeps a file in the folder.
func (d *desk) Save(folder, name string, content []byte, replace bool) error {
	path := filepath.Join(folder, name)
	if _, err := os.Stat(path); err == nil && !replace {
		return os.ErrExist
	}
	return os.WriteFile(path, content, 0o600)
}

func (d *desk) Documents() string { return d.dir }

// Picker is the system's dialog for files, where a test gives it one.
func (d *desk) Picker(fyne.Window) func(context.Context, room.Picking) (string, error) {
	return d.picker
}

func (d *desk) Maximise() { d.asked = true }

func (d *desk) Fills(int, int) bool { return d.full }
