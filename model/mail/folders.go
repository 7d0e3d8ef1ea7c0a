package mail

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"jejaring/model"
	"jejaring/model/mail/imap"
)

// job is a folder with the mails that are to be fetched from it.
type job struct {
	folder   imap.Folder
	validity uint32
	uids     []uint32
}

// readFolders files what is new in all folders. The connection is closed afterwards, before the linking.
func (r *run) readFolders(ctx context.Context, password string) (err error) {
	r.report("sync.connecting", r.box.Host)

	if r.connection, err = imap.Open(ctx, account(r.box, password), r.options.reading(r.box)); err != nil {
		return err
	}

	defer r.connection.Close()

	jobs, err := r.plan(ctx)
	if err != nil {
		return err
	}

	for _, j := range jobs {
		if err := r.noteUnread(j.folder, r.readFolder(ctx, j)); err != nil {
			return err
		}
	}

	return nil
}

// noteUnread notes that a folder could not be read when that is all that is wrong.
func (r *run) noteUnread(f imap.Folder, err error) error {
	if !errors.Is(err, model.ErrMailFolder) && !imap.Refused(err) {
		return err
	}

	r.unread = append(r.unread, f.Name)
	r.refused = err

	return nil
}

// plan looks into every folder and returns what is to be done. It goes without the server's list of folders when it must.
func (r *run) plan(ctx context.Context) ([]job, error) {
	known, err := r.connection.Folders()
	if err != nil && !imap.Refused(err) {
		return nil, err
	}

	var jobs []job
	for _, name := range r.box.Folders {
		r.report("sync.listing", name)

		f := imap.FolderNamed(name, known)
		j, err := r.newMails(ctx, f)
		if left := r.noteUnread(f, err); left != nil {
			return nil, left
		}

		if err == nil {
			jobs = append(jobs, j)
			r.progress.Total += len(j.uids)
		}
	}

	return jobs, nil
}

// newMails opens a folder and returns the mails in it that are not known yet.
func (r *run) newMails(ctx context.Context, f imap.Folder) (job, error) {
	validity, err := r.connection.Examine(f)
	if err != nil {
		return job{}, err
	}

	uids, err := r.connection.Search()
	if err != nil {
		return job{}, err
	}

	known, err := r.archive.Known(ctx, r.box.ID, f.Name, validity)
	if err != nil {
		return job{}, fmt.Errorf("known mails of %s: %w", f.Name, err)
	}

	found := len(uids)
	uids = slices.DeleteFunc(uids, func(uid uint32) bool { return known[uid] })
	r.result.Known += found - len(uids)

	return job{f, validity, uids}, nil
}

// readFolder fetches and files the mails of one folder. One whose UIDVALIDITY changed since it was looked at is left for the
// next time.
func (r *run) readFolder(ctx context.Context, j job) error {
	if len(j.uids) == 0 {
		return nil
	}

	validity, err := r.connection.Examine(j.folder)
	if err == nil && validity != j.validity {
		err = fmt.Errorf("%s was exchanged meanwhile: %w", j.folder.Name, model.ErrMailFolder)
	}
	if err != nil {
		return err
	}

	const metadata = 500 // mails whose sizes are asked for at once

	for group := range slices.Chunk(j.uids, metadata) {
		if err := r.readGroup(ctx, j, group); err != nil {
			return err
		}
	}

	return nil
}
