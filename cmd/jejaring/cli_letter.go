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

// letterFlags are the options of the command letter.
type letterFlags struct {
	out, language, date, partner string
	draft                        bool
}

// letter makes the PDFs of a document: drafts, or an issue with its number. The papers of an agreement or referral that
// was issued are written again as they were made, unless an agreement went back to review; certificates that are there
// are written with the new ones.
func (c *command) letter(ctx context.Context, o *office, rest []string) error {
	var x letterFlags
	args, err := c.flags(rest, 2, func(f *flag.FlagSet) {
		f.StringVar(&x.out, "out", "", "")
		f.StringVar(&x.language, "language", "", "")
		f.StringVar(&x.date, "date", "", "")
		f.StringVar(&x.partner, "partner", "", "")
		f.BoolVar(&x.draft, "draft", false, "")
	})
	if err != nil {
		return err
	}
	code := strings.ToUpper(args[0])
	switch {
	case x.out == "":
		return fmt.Errorf("%w: --out is missing", errUsage)
	case x.language != "" && !slices.Contains([]string{"id", "en", "bilingual"}, x.language):
		return fmt.Errorf("%w: --language %q", errUsage, x.language)
	case !slices.Contains(model.DocumentTypes(), code):
		return fmt.Errorf("%w: no document %q", errUsage, code)
	}
	i, err := o.asked(ctx, code, args[1], x)
	if err != nil {
		return err
	}
	papers, err := c.papers(ctx, o, i, x.out, x.draft)
	if err != nil {
		return err
	}
	return c.write(x.out, papers)
}

// asked turns the words of the command line into the issue of a document.
func (o *office) asked(ctx context.Context, code, record string, x letterFlags) (i model.Issue, err error) {
	today := o.Today()
	i = model.Issue{Type: code, Language: x.language, Date: today, Today: today}
	if x.date != "" {
		t, err := time.Parse(time.DateOnly, x.date)
		if err != nil {
			return i, fmt.Errorf("%w: --date %q", errUsage, x.date)
		}
		i.Date = model.DateOf(t)
	}
	entity, at := "agreement", &i.AgreementID
	switch code {
	case "RJK", "SRB":
		entity, at = "referral", &i.ReferralID
	case "UND", "DH", "SRT":
		entity, at = "training", &i.TrainingID
	}
	if x.date == "" && (code == "RJK" || code == "PKS" && x.draft) {
		i.Date = model.Date{} // the day of the referral itself, and of an agreement that was signed
	}
	if *at, err = o.Resolve(ctx, entity, record); err != nil {
		return i, fmt.Errorf("%s %s: %w", entity, record, err)
	}
	if x.partner != "" {
		if i.PartnerID, err = o.Resolve(ctx, "partner", x.partner); err != nil {
			return i, fmt.Errorf("partner %s: %w", x.partner, err)
		}
	}
	return i, nil
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
	if err == nil && (len(issued) == 0 || i.Type == "SRT") {
		var fresh []model.Document
		fresh, err = o.issue(ctx, i)
		if len(issued) > 0 && model.AsProblems(err).Has("participants", "nobody_certified") {
			err = nil
		}
		issued = append(issued, fresh...)
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

// issuedBefore returns the papers of an agreement that has left the review, of a referral, or the certificates of a
// training. Other letters are written anew each time.
func (o *office) issuedBefore(ctx context.Context, i model.Issue) ([]model.Document, error) {
	filter := map[string]string{"type": i.Type, "status": "issued"}
	switch i.Type {
	case "RJK", "SRB":
		filter["referral_id"] = fmt.Sprint(i.ReferralID)
	case "SRT":
		filter["training_id"] = fmt.Sprint(i.TrainingID)
	case "PKS":
		a, err := o.Agreements().Get(ctx, i.AgreementID)
		if err != nil || a.Status == model.StatusDraft || a.Status == model.StatusReview {
			return nil, err
		}
		filter["agreement_id"] = fmt.Sprint(i.AgreementID)
	default:
		return nil, nil
	}
	found, err := o.Documents().Find(ctx, model.Query{Filter: filter, Sort: "number"})
	if err != nil {
		return nil, err
	}
	found = slices.DeleteFunc(found, func(d model.Document) bool {
		return d.Size == 0 || i.Language != "" && i.Language != d.Language
	})
	slices.SortStableFunc(found, func(a, b model.Document) int { return a.CopyNo - b.CopyNo })
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
