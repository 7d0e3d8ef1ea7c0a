package mail

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"jejaring/model"
	"jejaring/model/mail/imap"
)

// Test connects, logs in and returns the names of the folders.
func Test(ctx context.Context, box model.Mailbox, password string, o Options) ([]string, error) {
	connection, err := imap.Open(ctx, account(box, password), o.reading(box))
	if err != nil {
		return nil, err
	}
	defer connection.Close()
	found, err := connection.Folders()
	if errors.Is(err, imap.ErrRefused) {
		err = fmt.Errorf("%w: %w", model.ErrMailFolder, err)
	}
	if err != nil {
		return nil, err
	}
	names := make([]string, len(found))
	for i, f := range found {
		names[i] = f.Name
	}
	return names, nil
}

// Sync files every mail of the chosen folders that is not known yet, newest first, and links it. It may be ended at any
// moment: what was filed stays, and the next call goes on with the rest. A folder that cannot be read and a mail that is not
// handed over stop no other; a model.Missing tells of them at the end. The result is also noted in the archive; ending it
// by the context is no failure there.
func Sync(ctx context.Context, box model.Mailbox, password string, a Archive, o Options) (model.SyncResult, error) {
	o = o.withDefaults()
	r := &run{box: box, archive: a, options: o, result: model.SyncResult{At: o.Now()}}
	err := r.readAndLink(ctx, password)
	if ctx.Err() != nil {
		err = ctx.Err()
	}
	if !errors.Is(err, context.Canceled) {
		r.result.Fail(Key(err), err)
	}
	if noted := a.Synced(context.WithoutCancel(ctx), box.ID, r.result); err == nil {
		err = noted
	}
	return r.result, err
}

// run is one synchronisation.
type run struct {
	box        model.Mailbox
	archive    Archive
	options    Options
	connection *imap.Connection
	own        []string
	dir        model.Directory
	linker     *linker
	result     model.SyncResult
	progress   model.Progress
	unread     []string // names of imap.Folders that could not be read
	refused    error    // why the last of them was not
	lastReason error    // why the last mail was withheld, if the server said so
	withheld   int      // touched by the fetching side alone while it runs
}

// report says what is being done, and how many mails of how many are filed.
func (r *run) report(stage, detail string) {
	r.progress.Stage, r.progress.Detail = stage, detail
	r.options.Report(r.progress)
}

// job is a folder with the mails that are to be fetched from it.
type job struct {
	folder   imap.Folder
	validity uint32
	uids     []uint32
}

func (r *run) readAndLink(ctx context.Context, password string) error {
	var err error
	if r.dir, err = r.archive.Directory(ctx); err != nil {
		return fmt.Errorf("directory: %w", err)
	}
	r.own = r.dir.OwnAddresses
	if strings.Contains(r.box.User, "@") {
		r.own = append(slices.Clone(r.own), strings.ToLower(r.box.User))
	}
	r.linker = newLinker(r.dir)
	cut := r.readFolders(ctx, password)
	if ctx.Err() != nil {
		return cut
	}
	r.report("sync.linking", "")
	switch err := r.link(ctx, cut == nil); {
	case cut != nil:
		return cut
	case err != nil:
		return err
	}
	return r.missing()
}

// missing says what was not read, or nil.
func (r *run) missing() error {
	if len(r.unread) == 0 && r.result.Failed == 0 {
		return nil
	}
	missing := &model.Missing{Folders: r.unread, Mails: r.result.Failed, Of: r.result.Failed + r.progress.Done}
	for _, why := range []error{r.refused, r.lastReason} {
		if why != nil {
			return fmt.Errorf("%w: %w", missing, why)
		}
	}
	return missing
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
	if !errors.Is(err, model.ErrMailFolder) && !errors.Is(err, imap.ErrRefused) {
		return err
	}
	r.unread, r.refused = append(r.unread, f.Name), err
	return nil
}

// plan looks into every folder and returns what is to be done. It goes without the server's list of imap.Folders when it must.
func (r *run) plan(ctx context.Context) ([]job, error) {
	known, err := r.connection.Folders()
	if err != nil && !errors.Is(err, imap.ErrRefused) {
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
	const metadata = 500
	for group := range slices.Chunk(j.uids, metadata) {
		if err := r.readGroup(ctx, j, group); err != nil {
			return err
		}
	}
	return nil
}
