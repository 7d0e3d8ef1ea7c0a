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
	"jejaring/ui/paper"
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
	known, err := o.Seal().HasKey(ctx)
	if err != nil {
		return err
	}

	asked := o.keyOptions()
	asked.MustExist = known
	asked.Fits = func(s model.Sealer) bool { return known && o.Seal().Unlock(ctx, s) == nil }
	sealer, info, err := secret.Keys(o.dir, asked)
	if err == nil {
		err = o.Seal().Unlock(ctx, sealer)
	}

	o.key.found(info, err)
	return nil
}

// prepare renders a document as it would be now, and tells what the issue would refuse, and warnings. Of several certificates each file
// has its place in front of its name.
func (o *office) prepare(ctx context.Context, i model.Issue) (d paper.Draft, err error) {
	p, err := o.Papers().Prepare(ctx, i)
	if err != nil {
		return d, err
	}

	placed := i.Type.Kind().Numbered == model.NumberedPerPerson && len(i.People) == 0
	for n, data := range p.Drafts {
		papers, err := o.writer.Render(data)
		if err != nil {
			return d, err
		}

		for _, made := range papers {
			if placed {
				made.FileName = fmt.Sprintf("%02d-%s", n+1, made.FileName)
			}
			d.Papers = append(d.Papers, made)
		}
	}

	d.Problems = p.Problems(o.writer.Missing(p.Drafts[0]))
	d.Numbers = p.Numbers
	return d, nil
}

// missing tells what the issue would refuse, and warnings, without rendering anything.
func (o *office) missing(ctx context.Context, i model.Issue) (model.Problems, error) {
	p, err := o.Papers().Prepare(ctx, i)
	if err != nil {
		return nil, err
	}
	return p.Problems(o.writer.Missing(p.Drafts[0])), nil
}

// issue takes the number, makes the papers and stores both.
func (o *office) issue(ctx context.Context, i model.Issue) ([]model.Document, error) {
	return o.Store.Papers().Issue(ctx, i, o.writer.Render)
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
		_ = o.Mail().Synced(ctx, box.ID, result)
		return result, err
	}

	zone, words, err := o.reader(ctx)
	if err != nil {
		return model.SyncResult{}, err
	}
	return mail.Sync(ctx, box, password, o.Mail(), mail.Options{Report: report, Now: o.Now, Zone: zone, Words: words})
}
