package mail

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

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
	if err != nil {
		return nil, err
	}
	names := make([]string, len(found))
	for i, f := range found {
		names[i] = f.name
	}
	return names, nil
}

// Sync files every mail of the chosen folders that is not known yet, newest first, and links what was filed. It may be
// ended at any moment: what was filed stays, and the next call goes on with the rest. A missing folder does not stop
// the others; its ErrMailFolder is returned at the end. The result is also noted in the archive; ending it by the context
// is no failure there.
func Sync(ctx context.Context, box model.Mailbox, password string, a Archive, o Options) (model.SyncResult, error) {
	o = o.withDefaults()
	r := &run{box: box, archive: a, o: o, result: model.SyncResult{At: o.Now()}}
	err := r.all(ctx, password)
	if ctx.Err() != nil {
		err = ctx.Err()
	}
	if !errors.Is(err, context.Canceled) {
		r.result.Error = Key(err)
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
	result   model.SyncResult
	progress model.Progress
	withheld int // touched by the fetching side alone while it runs
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
	missing, err := r.read(ctx, password)
	if err != nil {
		return err
	}
	r.report("sync.linking", "")
	if err := r.link(ctx); err != nil {
		return err
	}
	return missing
}

// read files what is new in all folders. The connection is closed afterwards, before the linking.
func (r *run) read(ctx context.Context, password string) (missing, err error) {
	r.report("sync.connecting", r.box.Host)
	if r.s, err = open(ctx, r.box, password, r.o); err != nil {
		return nil, err
	}
	defer r.s.close()
	jobs, missing, err := r.plan(ctx)
	if err != nil {
		return nil, err
	}
	for _, j := range jobs {
		if err := r.folder(ctx, j); err != nil {
			return nil, err
		}
	}
	return missing, nil
}

// plan looks into every folder and returns what is to be done, and an error that names the folders that do not exist.
func (r *run) plan(ctx context.Context) (jobs []job, missing, err error) {
	sent := map[string]bool{}
	known, err := r.s.folders()
	if err != nil {
		return nil, nil, err
	}
	for _, f := range known {
		sent[f.name] = f.sent
	}
	for _, name := range r.box.Folders {
		r.report("sync.listing", name)
		j, err := r.look(ctx, folder{name, sent[name] || namedSent(name)})
		if errors.Is(err, model.ErrMailFolder) {
			missing = errors.Join(missing, err)
			continue
		}
		if err != nil {
			return nil, nil, err
		}
		jobs = append(jobs, j)
		r.progress.Total += len(j.uids)
	}
	return jobs, missing, nil
}

func (r *run) look(ctx context.Context, f folder) (job, error) {
	validity, err := r.s.examine(f.name)
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

// folder fetches and files the mails of one folder. A folder whose UIDVALIDITY changed since it was looked at is left
// for the next time.
func (r *run) folder(ctx context.Context, j job) error {
	if len(j.uids) == 0 {
		return nil
	}
	validity, err := r.s.examine(j.folder.name)
	if err != nil || validity != j.validity {
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
