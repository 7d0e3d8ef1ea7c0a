package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"jejaring/model"
)

// letter makes the PDFs of a document: drafts, or an issue with its number. The papers of an agreement that was issued
// are written again as they were made, unless it went back to review.
func (c *command) letter(ctx context.Context, o *office, rest []string) error {
	var out, language, date string
	var draft bool
	args, err := c.flags(rest, 2, func(f *flag.FlagSet) {
		f.StringVar(&out, "out", "", "")
		f.StringVar(&language, "language", "", "")
		f.StringVar(&date, "date", "", "")
		f.BoolVar(&draft, "draft", false, "")
	})
	if err != nil {
		return err
	}
	code := strings.ToUpper(args[0])
	switch {
	case out == "":
		return fmt.Errorf("%w: --out is missing", errUsage)
	case language != "" && !slices.Contains([]string{"id", "en", "bilingual"}, language):
		return fmt.Errorf("%w: --language %q", errUsage, language)
	case !slices.Contains(model.DocumentTypes(), code):
		return fmt.Errorf("%w: no document %q", errUsage, code)
	}
	id, err := o.Resolve(ctx, "agreement", args[1])
	if err != nil {
		return fmt.Errorf("agreement %s: %w", args[1], err)
	}
	today := o.today(ctx)
	i := model.Issue{Type: code, AgreementID: id, Language: language, Date: today, Today: today}
	if date != "" {
		t, err := time.Parse(time.DateOnly, date)
		if err != nil {
			return fmt.Errorf("%w: --date %q", errUsage, date)
		}
		i.Date = model.DateOf(t)
	}
	papers, err := c.papers(ctx, o, i, out, draft)
	if err != nil {
		return err
	}
	return c.write(out, papers)
}

// papers makes drafts, or finds or makes the issued papers. A number is taken only when the folder can be written.
func (c *command) papers(ctx context.Context, o *office, i model.Issue, out string, draft bool) ([]model.Paper, error) {
	if draft {
		return o.draft(ctx, i)
	}
	if err := writable(out); err != nil {
		return nil, err
	}
	issued, err := o.issuedBefore(ctx, i)
	if err == nil && len(issued) == 0 {
		issued, err = o.issue(ctx, i)
	}
	if err != nil {
		return nil, err
	}
	papers := make([]model.Paper, len(issued))
	for n, d := range issued {
		pdf, err := o.DocumentBytes(ctx, d.ID)
		if err != nil {
			return nil, err
		}
		papers[n] = model.Paper{CopyNo: d.CopyNo, Copies: d.Copies, FileName: d.FileName, PDF: pdf}
	}
	return papers, nil
}

// issuedBefore returns the papers of an agreement that has left the review. A letter is written anew each time.
func (o *office) issuedBefore(ctx context.Context, i model.Issue) ([]model.Document, error) {
	a, err := o.Agreements().Get(ctx, i.AgreementID)
	if err != nil || i.Type == "SPK" || a.Status == model.StatusDraft || a.Status == model.StatusReview {
		return nil, err
	}
	found, err := o.Documents().Find(ctx, model.Query{Filter: map[string]string{
		"agreement_id": fmt.Sprint(i.AgreementID), "type": i.Type, "status": "issued"}})
	if err != nil {
		return nil, err
	}
	found = slices.DeleteFunc(found, func(d model.Document) bool {
		return d.Size == 0 || i.Language != "" && i.Language != d.Language
	})
	slices.SortFunc(found, func(a, b model.Document) int { return a.CopyNo - b.CopyNo })
	return found, nil
}

// writable makes a folder and tries whether a file can be put there.
func writable(dir string) error {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	f, err := os.CreateTemp(dir, ".jejaring-*")
	if err != nil {
		return err
	}
	return errors.Join(f.Close(), os.Remove(f.Name()))
}

// write puts the papers into a folder. A paper that cannot be written whole leaves no file.
func (c *command) write(dir string, papers []model.Paper) error {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	var written []string
	for _, p := range papers {
		path := filepath.Join(dir, p.FileName)
		if err := writeWhole(path, p.PDF); err != nil {
			for _, w := range written {
				_ = os.Remove(w)
			}
			return err
		}
		written = append(written, path)
	}
	if c.json {
		return c.print(written)
	}
	for _, w := range written {
		fmt.Fprintln(c.out, w)
	}
	return nil
}

// writeWhole writes a file beside its place, makes it durable, and moves it there.
func writeWhole(path string, content []byte) error {
	f, err := os.CreateTemp(filepath.Dir(path), ".jejaring-*")
	if err != nil {
		return err
	}
	defer os.Remove(f.Name())
	if _, err := f.Write(content); err != nil {
		_ = f.Close()
		return err
	}
	if err := f.Sync(); err != nil {
		_ = f.Close()
		return err
	}
	if err := f.Close(); err != nil {
		return err
	}
	return os.Rename(f.Name(), path)
}
