package main

import (
	"context"
	"fmt"
	"path/filepath"
	"time"

	"jejaring/assets"
	"jejaring/model"
	"jejaring/model/letter"
	"jejaring/model/mail"
	"jejaring/model/secret"
	"jejaring/model/store"
)

// office is an open register with the letters and the mail that work on it.
type office struct {
	*store.Store
	writer *letter.Writer
	vault  *secret.Vault
	file   string
	asOf   model.Date
}

// openOffice opens the register file of a data folder, and makes it when it is missing.
func openOffice(ctx context.Context, dir, file string, asOf model.Date) (*office, error) {
	s, err := store.Open(ctx, filepath.Join(dir, file), store.Options{Actor: actor(), Now: time.Now})
	if err != nil {
		return nil, err
	}
	return &office{Store: s, writer: letter.New(assets.Letters), vault: secret.Open(dir, secret.Options{}), file: file, asOf: asOf}, nil
}

// today is the day on which the register lives: the one of the command line, the register's own, or the real one.
func (o *office) today(ctx context.Context) model.Date {
	if !o.asOf.IsZero() {
		return o.asOf
	}
	if s, err := o.Settings(ctx); err == nil && !s.Today.IsZero() {
		return s.Today
	}
	return model.DateOf(time.Now())
}

// draft renders a document as it would be now.
func (o *office) draft(ctx context.Context, i model.Issue) ([]model.Paper, error) {
	data, err := o.LetterData(ctx, i)
	if err != nil {
		return nil, err
	}
	data.Draft = true
	return o.writer.Render(data)
}

// missing lists what the issue of a document would refuse, and warnings.
func (o *office) missing(ctx context.Context, i model.Issue) (model.Problems, error) {
	data, err := o.LetterData(ctx, i)
	if err != nil {
		return nil, err
	}
	var problems model.Problems
	if i.Type != "SPK" {
		problems = data.Agreement.Incomplete()
	}
	for _, p := range o.writer.Missing(data) {
		if !problems.Has(p.Field, p.Code) {
			problems = append(problems, p)
		}
	}
	return problems, nil
}

// issue takes the number, makes the papers and stores both.
func (o *office) issue(ctx context.Context, i model.Issue) ([]model.Document, error) {
	return o.Store.Issue(ctx, i, o.writer.Render)
}

// sync reads all active mailboxes one after the other. A mailbox that fails does not stop the others.
func (o *office) sync(ctx context.Context, report func(model.Progress)) ([]mailboxResult, error) {
	boxes, err := o.Mailboxes().Find(ctx, model.Query{})
	if err != nil {
		return nil, err
	}
	results := []mailboxResult{}
	var first error
	for _, box := range boxes {
		if !box.Active {
			continue
		}
		result, err := o.syncOne(ctx, box, report)
		results = append(results, mailboxResult{box, result, err})
		if err != nil && first == nil {
			first = fmt.Errorf("%s: %w", box.Name, err)
		}
		if ctx.Err() != nil {
			return results, ctx.Err()
		}
	}
	return results, first
}

type mailboxResult struct {
	box    model.Mailbox
	result model.SyncResult
	err    error
}

func (o *office) syncOne(ctx context.Context, box model.Mailbox, report func(model.Progress)) (model.SyncResult, error) {
	password, err := o.vault.Get(o.secretName(box))
	if err != nil {
		result := model.SyncResult{At: time.Now(), Error: mail.Key(err)}
		_ = o.Synced(ctx, box.ID, result)
		return result, err
	}
	return mail.Sync(ctx, box, password, o.Store, mail.Options{Report: report, Now: time.Now})
}
