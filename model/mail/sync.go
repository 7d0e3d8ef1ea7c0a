package mail

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/emersion/go-imap"

	"jejaring/model"
)

// errRefused: the server refuses a command although the connection works.
var errRefused = errors.New("refused by the server")

// Test connects, logs in and returns the names of the folders.
func Test(ctx context.Context, box model.Mailbox, password string, o Options) ([]string, error) {
	s, err := open(ctx, box, password, o.withDefaults())
	if err != nil {
		return nil, err
	}
	defer s.close()
	found, err := s.folders()
	if errors.Is(err, errRefused) {
		err = fmt.Errorf("%w: %w", model.ErrMailFolder, err)
	}
	if err != nil {
		return nil, err
	}
	names := make([]string, len(found))
	for i, f := range found {
		names[i] = f.name
	}
	return names, nil
}

// Sync files every mail of the chosen folders that is not known yet, newest first, and links it. It may be ended at any
// moment: what was filed stays, and the next call goes on with the rest. A folder that cannot be read and a mail that is not
// handed over stop no other; a model.Missing tells of them at the end. The result is also noted in the archive; ending it
// by the context is no failure there.
func Sync(ctx context.Context, box model.Mailbox, password string, a Archive, o Options) (model.SyncResult, error) {
	o = o.withDefaults()
	r := &run{box: box, archive: a, o: o, result: model.SyncResult{At: o.Now()}}
	err := r.all(ctx, password)
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
	box      model.Mailbox
	archive  Archive
	o        Options
	s        *session
	own      []string
	dir      model.Directory
	linker   *linker
	result   model.SyncResult
	progress model.Progress
	unread   []string // names of folders that could not be read
	refused  error    // why the last of them was not
	why      error    // why the last mail was withheld, if the server said so
	withheld int      // touched by the fetching side alone while it runs
}

// report says what is being done, and how many mails of how many are filed.
func (r *run) report(stage, detail string) {
	r.progress.Stage, r.progress.Detail = stage, detail
	r.o.Report(r.progress)
}

// job is a folder with the mails that are to be fetched from it.
type job struct {
	folder   folder
	validity uint32
	uids     []uint32
}

func (r *run) all(ctx context.Context, password string) error {
	var err error
	if r.dir, err = r.archive.Directory(ctx); err != nil {
		return fmt.Errorf("directory: %w", err)
	}
	r.own = r.dir.OwnAddresses
	if strings.Contains(r.box.User, "@") {
		r.own = append(slices.Clone(r.own), strings.ToLower(r.box.User))
	}
	r.linker = newLinker(r.dir)
	cut := r.read(ctx, password)
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
	for _, why := range []error{r.refused, r.why} {
		if why != nil {
			return fmt.Errorf("%w: %w", missing, why)
		}
	}
	return missing
}

// read files what is new in all folders. The connection is closed afterwards, before the linking.
func (r *run) read(ctx context.Context, password string) (err error) {
	r.report("sync.connecting", r.box.Host)
	if r.s, err = open(ctx, r.box, password, r.o); err != nil {
		return err
	}
	defer r.s.close()
	jobs, err := r.plan(ctx)
	if err != nil {
		return err
	}
	for _, j := range jobs {
		if err := r.left(j.folder, r.folder(ctx, j)); err != nil {
			return err
		}
	}
	return nil
}

// left notes that a folder could not be read when that is all that is wrong.
func (r *run) left(f folder, err error) error {
	if !errors.Is(err, model.ErrMailFolder) && !errors.Is(err, errRefused) {
		return err
	}
	r.unread, r.refused = append(r.unread, f.name), err
	return nil
}

// plan looks into every folder and returns what is to be done. It goes without the server's list of folders when it must.
func (r *run) plan(ctx context.Context) ([]job, error) {
	known, err := r.s.folders()
	if err != nil && !errors.Is(err, errRefused) {
		return nil, err
	}
	var jobs []job
	for _, name := range r.box.Folders {
		r.report("sync.listing", name)
		f := folder{name: name, sent: namedSent(name)}
		if at := slices.IndexFunc(known, func(k folder) bool { return k.name == imap.CanonicalMailboxName(name) }); at >= 0 {
			f.raw, f.sent = known[at].raw, known[at].sent
		}
		j, err := r.look(ctx, f)
		if left := r.left(f, err); left != nil {
			return nil, left
		}
		if err == nil {
			jobs = append(jobs, j)
			r.progress.Total += len(j.uids)
		}
	}
	return jobs, nil
}

func (r *run) look(ctx context.Context, f folder) (job, error) {
	validity, err := r.s.examine(f)
	if err != nil {
		return job{}, err
	}
	uids, err := r.s.search()
	if err != nil {
		return job{}, err
	}
	known, err := r.archive.Known(ctx, r.box.ID, f.name, validity)
	if err != nil {
		return job{}, fmt.Errorf("known mails of %s: %w", f.name, err)
	}
	found := len(uids)
	uids = slices.DeleteFunc(uids, func(uid uint32) bool { return known[uid] })
	r.result.Known += found - len(uids)
	return job{f, validity, uids}, nil
}

// folder fetches and files the mails of one folder. One whose UIDVALIDITY changed since it was looked at is left for the
// next time.
func (r *run) folder(ctx context.Context, j job) error {
	if len(j.uids) == 0 {
		return nil
	}
	validity, err := r.s.examine(j.folder)
	if err == nil && validity != j.validity {
		err = fmt.Errorf("%s was exchanged meanwhile: %w", j.folder.name, model.ErrMailFolder)
	}
	if err != nil {
		return err
	}
	const metadata = 500
	for group := range slices.Chunk(j.uids, metadata) {
		if err := r.group(ctx, j, group); err != nil {
			return err
		}
	}
	return nil
}
