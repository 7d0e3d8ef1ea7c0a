package main

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"

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
	dir    string
	file   string
	clock  clock
	key    keyState
}

// openOffice opens the register file of a data folder, and makes it when it is missing.
func openOffice(ctx context.Context, dir, file string, at clock) (*office, error) {
	s, err := store.Open(ctx, filepath.Join(dir, file), store.Options{Actor: actor(), Now: at.now, AsOf: at.asOf})
	if err != nil {
		return nil, err
	}
	o := &office{Store: s, writer: letter.New(assets.Letters), vault: secret.Open(dir, keyringOptions()), dir: dir, file: file, clock: at}
	if err := o.unlock(ctx); err != nil {
		return nil, errors.Join(err, s.Close())
	}
	return o, nil
}

// unlock gives the register its key. A key that cannot be had is no failure: identities stay locked, the rest is usable. A new key is
// made only for a register in which nothing was sealed yet.
func (o *office) unlock(ctx context.Context) error {
	known, err := o.HasKey(ctx)
	if err != nil {
		return err
	}
	asked := o.keyOptions()
	asked.MustExist = known
	asked.Fits = func(s model.Sealer) bool { return known && o.Unlock(ctx, s) == nil }
	sealer, info, err := secret.Keys(o.dir, asked)
	if err == nil {
		err = o.Unlock(ctx, sealer)
	}
	o.key.found(info, err)
	return nil
}

// draft renders a document as it would be now.
func (o *office) draft(ctx context.Context, i model.Issue) ([]model.Paper, error) {
	if i.Type == "SRT" && len(i.People) == 0 {
		return o.draftCertificates(ctx, i)
	}
	data, err := o.LetterData(ctx, i)
	if err != nil {
		return nil, err
	}
	data.Draft = true
	return o.writer.Render(data)
}

// draftCertificates renders the certificates of those who earned one and have none, of all who earned one where each has
// one, or an empty one when nobody has.
func (o *office) draftCertificates(ctx context.Context, i model.Issue) ([]model.Paper, error) {
	t, err := o.Trainings().Get(ctx, i.TrainingID)
	if err != nil {
		return nil, err
	}
	var due, earned []model.ID
	for _, p := range t.Participants {
		if ok, _ := t.Earned(p); ok {
			earned = append(earned, p.RecordID)
			if p.CertificateNo == "" {
				due = append(due, p.RecordID)
			}
		}
	}
	switch {
	case len(due) > 0:
		earned = due
	case len(earned) == 0:
		earned = []model.ID{0}
	}
	var papers []model.Paper
	for n, id := range earned {
		i.People = []model.ID{id}
		one, err := o.draft(ctx, i)
		if err != nil {
			return nil, err
		}
		for _, p := range one {
			p.FileName = fmt.Sprintf("%02d-%s", n+1, p.FileName)
			papers = append(papers, p)
		}
	}
	return papers, nil
}

// missing lists what the issue of a document would refuse, and warnings.
func (o *office) missing(ctx context.Context, i model.Issue) (model.Problems, error) {
	data, err := o.LetterData(ctx, i)
	if err != nil {
		return nil, err
	}
	var problems model.Problems
	switch {
	case i.Type == "PKS":
		problems = data.Agreement.Incomplete()
	case i.Type == "RJK" && data.Referral != nil && data.Patient != nil:
		problems = data.Referral.Unissued(*data.Patient)
	}
	for _, p := range o.writer.Missing(data) {
		if !problems.Has(p.Field, p.Code) {
			problems = append(problems, p)
		}
	}
	dated, err := o.Dated(ctx, data, i.Today)
	return append(problems, dated...), err
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
	var unread model.Unread
	for _, box := range boxes {
		if !box.Active {
			continue
		}
		result, err := o.syncOne(ctx, box, report)
		results = append(results, mailboxResult{box, result, err})
		if err != nil {
			unread = append(unread, model.MailboxFailure{Name: box.Name, Err: err})
		}
		if ctx.Err() != nil {
			return results, ctx.Err()
		}
	}
	if len(unread) > 0 {
		return results, unread
	}
	return results, nil
}

type mailboxResult struct {
	box    model.Mailbox
	result model.SyncResult
	err    error
}

func (o *office) syncOne(ctx context.Context, box model.Mailbox, report func(model.Progress)) (model.SyncResult, error) {
	password, err := o.vault.Get(o.secretName(box))
	if err != nil {
		result := model.SyncResult{At: o.Now(), Error: mail.Key(err)}
		_ = o.Synced(ctx, box.ID, result)
		return result, err
	}
	zone, words, err := o.reader(ctx)
	if err != nil {
		return model.SyncResult{}, err
	}
	return mail.Sync(ctx, box, password, o.Store, mail.Options{Report: report, Now: o.Now, Zone: zone, Words: words})
}
