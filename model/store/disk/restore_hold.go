package disk

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"time"

	"jejaring/model"
	"jejaring/model/store/sqlite"
)

// Holding is the present register while a copy takes its place: held so that nobody else opens it, when it is sound.
type Holding struct {
	db   *sql.DB
	conn *sql.Conn
	now  *present
	// there says that there is a file, sound that it is a register without fault.
	there, sound bool
	// aside is what it will be called.
	aside string
}

// Held looks at the present register. A sound one is folded into one file and locked; a damaged one is left as it lies.
func Held(ctx context.Context, path string) (*Holding, error) {
	h := &Holding{now: readPresent(ctx, path)}
	info, err := os.Stat(path)
	if errors.Is(err, os.ErrNotExist) {
		return h, nil
	}
	if err != nil {
		return h, err
	}

	h.there = true
	if h.now.db == nil || info.Size() < smallest || faulty(ctx, h.now.db) {
		return h, ctx.Err()
	}

	h.now.close()
	if h.db, err = sql.Open("sqlite", Address(path)+"?_pragma=busy_timeout(3000)"); err != nil {
		return h, err
	}
	if h.conn, err = h.db.Conn(ctx); err == nil {
		err = h.lock(ctx)
	}

	if err != nil {
		h.Release()
		return h, fmt.Errorf("lock the register: %w", sqlite.Explain(err))
	}

	h.sound = true
	h.now = readPresent(ctx, path)
	return h, nil
}

// lock folds the log into the file, which nobody else may have open for that, and keeps others out.
func (h *Holding) lock(ctx context.Context) error {
	mode := ""
	if err := h.conn.QueryRowContext(ctx, "PRAGMA journal_mode=DELETE").Scan(&mode); err != nil {
		return err
	}
	if mode != "delete" {
		return model.ErrRegisterBusy
	}

	_, err := h.conn.ExecContext(ctx, "BEGIN EXCLUSIVE")
	return err
}

// faulty reports whether SQLite finds something wrong.
func faulty(ctx context.Context, db *sql.DB) bool {
	verdict := ""
	err := db.QueryRowContext(ctx, "PRAGMA quick_check(1)").Scan(&verdict)
	return err != nil || verdict != "ok"
}

// Release lets the present register go. On Windows a file that is held cannot be replaced.
func (h *Holding) Release() {
	h.now.close()
	if h.conn != nil {
		_ = h.conn.Close()
	}
	if h.db != nil {
		_ = h.db.Close()
	}
	h.conn, h.db = nil, nil
}

// releaseEarly is release where the system asks for it.
func (h *Holding) releaseEarly() {
	if runtime.GOOS == "windows" {
		h.Release()
	}
}

// Given are the numbers of the present register and of the note beside it, and whether these are all that were given since
// the copy.
func (h *Holding) Given(ctx context.Context, path string, of lineage, last int64) (given []model.NumberEntry, known bool) {
	if h.now.db != nil && h.now.mark.same(of) {
		given, _ = NumbersIn(ctx, h.now.db)
	}
	if note, err := ReadNote(path); err == nil && note.Of == of.First && of.First != "" {
		given = append(given, note.Given...)
	}
	return given, h.now.knows(of, last)
}

// NameAfter gives the present register the name that it will have.
func (h *Holding) NameAfter(path string, now time.Time) {
	if !h.there {
		return
	}
	kind := asideDamaged
	if h.sound {
		kind = asideSound
	}
	h.aside = FreePath(path+"."+kind+"-"+now.Format("20060102-150405"), "")
}

// Name is what the place of a letter says whose number only the present register knew.
func (h *Holding) Name() string {
	if h.aside == "" {
		return ""
	}
	return filepath.Base(h.aside)
}

// GoOn lets the entries of a restored history follow those of the present register and of every copy beside it.
func (h *Holding) GoOn(ctx context.Context, tx *sql.Tx, path string) error {
	var last, extent, after int64
	err := sqlite.One(ctx, tx, `SELECT coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'history'), 0), coalesce(sum(seq), 0)
		FROM sqlite_sequence`, nil, &last, &extent)
	if err != nil {
		return err
	}

	copies, err := Copies(ctx, path)
	if err != nil {
		return err
	}

	if h.now.db != nil {
		present := model.Copy{Last: h.now.last}
		_ = sqlite.One(ctx, h.now.db, "SELECT coalesce(sum(seq), 0) FROM sqlite_sequence", nil, &present.Extent)
		copies = append(copies, present)
	}

	for _, c := range copies {
		after = max(after, c.Last, last+c.Extent-extent)
	}

	if after <= last {
		return nil
	}

	_, err = tx.ExecContext(ctx, "UPDATE sqlite_sequence SET seq = ? WHERE name = 'history'", after)
	return err
}
