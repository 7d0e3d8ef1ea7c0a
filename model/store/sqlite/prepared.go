package sqlite

import (
	"context"
	"database/sql/driver"
	"errors"
	"slices"
	"strings"
)

// Prepared is a connection that keeps what was asked last ready to be asked again: SQLite reads and plans a statement once, and not
// each time. What changes the schema, and what SQLite is only told, is not kept.
func Prepared(in driver.Conn) driver.Conn { return &prepared{Conn: in, kept: map[string]*ready{}} }

// mostReady is how many statements a connection keeps. A window asks some dozens.
const mostReady = 100

// prepared is used by one goroutine at a time, as database/sql promises.
type prepared struct {
	driver.Conn
	kept map[string]*ready
	// asked is the order in which they were asked last, the oldest first.
	asked []*ready
}

// ready is a statement that is kept. While its rows are being read it serves nobody else.
type ready struct {
	driver.Stmt
	query string
	busy  bool
}

// QueryContext implements driver.QueryerContext.
func (p *prepared) QueryContext(ctx context.Context, query string, args []driver.NamedValue) (driver.Rows, error) {
	s, err := p.ready(ctx, query)
	if err != nil {
		return nil, err
	}
	if s == nil {
		return p.Conn.(driver.QueryerContext).QueryContext(ctx, query, args)
	}

	found, err := s.Stmt.(driver.StmtQueryContext).QueryContext(ctx, args)
	if err != nil {
		return nil, err
	}

	s.busy = true
	return &reading{found, s}, nil
}

// ExecContext implements driver.ExecerContext.
func (p *prepared) ExecContext(ctx context.Context, query string, args []driver.NamedValue) (driver.Result, error) {
	s, err := p.ready(ctx, query)
	if err != nil {
		return nil, err
	}
	if s == nil {
		return p.Conn.(driver.ExecerContext).ExecContext(ctx, query, args)
	}
	return s.Stmt.(driver.StmtExecContext).ExecContext(ctx, args)
}

// reading are the rows of a statement that is kept.
type reading struct {
	driver.Rows
	of *ready
}

// Close implements driver.Rows.
func (r *reading) Close() error {
	r.of.busy = false
	return r.Rows.Close()
}

// ready is the kept statement of a query, or nil where it is not kept or is just being read.
func (p *prepared) ready(ctx context.Context, query string) (*ready, error) {
	if s, ok := p.kept[query]; ok {
		if s.busy {
			return nil, nil
		}
		i := slices.Index(p.asked, s)
		p.asked = append(slices.Delete(p.asked, i, i+1), s)
		return s, nil
	}
	if !keeps(query) {
		return nil, nil
	}

	made, err := p.Conn.(driver.ConnPrepareContext).PrepareContext(ctx, query)
	if err != nil {
		return nil, err
	}

	s := &ready{Stmt: made, query: query}
	p.kept[query], p.asked = s, append(p.asked, s)
	return s, p.forget(mostReady)
}

// keeps reports whether a statement is one that reads or writes rows.
func keeps(query string) bool {
	first, _, _ := strings.Cut(strings.TrimLeft(query, " \n\t("), " ")
	return slices.Contains([]string{"SELECT", "WITH", "INSERT", "UPDATE", "DELETE"}, first) && !strings.Contains(query, ";")
}

// forget lets go of the statements that were not asked for longest, until there are no more than some.
func (p *prepared) forget(most int) error {
	var errs []error
	for i := 0; len(p.asked) > most && i < len(p.asked); {
		s := p.asked[i]
		if s.busy {
			i++
			continue
		}

		errs = append(errs, s.Stmt.Close())
		delete(p.kept, s.query)
		p.asked = slices.Delete(p.asked, i, i+1)
	}
	return errors.Join(errs...)
}

// Close implements driver.Conn. A statement that is left would keep the file open.
func (p *prepared) Close() error { return errors.Join(p.forget(0), p.Conn.Close()) }

// BeginTx implements driver.ConnBeginTx.
func (p *prepared) BeginTx(ctx context.Context, o driver.TxOptions) (driver.Tx, error) {
	return p.Conn.(driver.ConnBeginTx).BeginTx(ctx, o)
}

// PrepareContext implements driver.ConnPrepareContext.
func (p *prepared) PrepareContext(ctx context.Context, query string) (driver.Stmt, error) {
	return p.Conn.(driver.ConnPrepareContext).PrepareContext(ctx, query)
}

// Ping implements driver.Pinger.
func (p *prepared) Ping(ctx context.Context) error { return p.Conn.(driver.Pinger).Ping(ctx) }

// ResetSession implements driver.SessionResetter.
func (p *prepared) ResetSession(ctx context.Context) error {
	return p.Conn.(driver.SessionResetter).ResetSession(ctx)
}

// IsValid implements driver.Validator.
func (p *prepared) IsValid() bool { return p.Conn.(driver.Validator).IsValid() }
