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
	if imap.Refused(err) {
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
		err = ctx.Err() // what failed in between failed because of it
	}

	if !errors.Is(err, context.Canceled) {
		r.result.Fail(Key(err), err)
	}

	// What was read is noted although the context has ended.
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
	unread     []string // names of folders that could not be read
	refused    error    // why the last of them was not
	lastReason error    // why the last mail was withheld, if the server said so
	withheld   int      // touched by the fetching side alone while it runs
}

// report says what is being done, and how many mails of how many are filed.
func (r *run) report(stage, detail string) {
	r.progress.Stage = stage
	r.progress.Detail = detail
	r.options.Report(r.progress)
}

// readAndLink files what is new, and then links what could not be linked while it was filed.
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

	// Also after a cut: what came is linked as far as it goes.
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
