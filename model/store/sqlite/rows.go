// Package sqlite is how the register is spoken to: rows of a query, one transaction, how days, instants and identifiers are written
// in a column, and what SQLite's failures mean. It knows no record.
package sqlite

import (
	"context"
	"database/sql"
	"errors"

	"jejaring/model"
)

// Querier is a database or a transaction.
type Querier interface {
	ExecContext(ctx context.Context, query string, args ...any) (sql.Result, error)
	QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
	QueryRowContext(ctx context.Context, query string, args ...any) *sql.Row
}

// Within runs work in one transaction; any error or panic leaves the register as it was.
func Within(ctx context.Context, db *sql.DB, work func(tx *sql.Tx) error) error {
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return Explain(err)
	}

	defer func() { _ = tx.Rollback() }()
	if err := work(tx); err != nil {
		return Explain(err)
	}
	return Explain(tx.Commit())
}

// Each calls row for every row of a query; scan takes the destinations.
func Each(ctx context.Context, q Querier, query string, args []any, row func(scan func(...any) error) error) error {
	rows, err := q.QueryContext(ctx, query, args...)
	if err != nil {
		return err
	}

	defer func() { _ = rows.Close() }()
	for rows.Next() {
		if err := row(rows.Scan); err != nil {
			return err
		}
	}

	return rows.Err()
}

// One reads a single row; no row is ErrNotFound.
func One(ctx context.Context, q Querier, query string, args []any, dest ...any) error {
	err := q.QueryRowContext(ctx, query, args...).Scan(dest...)
	if errors.Is(err, sql.ErrNoRows) {
		return model.ErrNotFound
	}
	return err
}
