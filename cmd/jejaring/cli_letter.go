package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"jejaring/model"
)

// letter makes the PDFs of a document: drafts, or an issue with its number. An issued document is written again as it
// was made, unless the agreement went back to review.
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
	papers, err := c.papers(ctx, o, i, draft)
	if err != nil {
		return err
	}
	return c.write(out, papers)
}

func (c *command) papers(ctx context.Context, o *office, i model.Issue, draft bool) ([]model.Paper, error) {
	if draft {
		return o.draft(ctx, i)
	}
	issued, err := o.issue(ctx, i)
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
