// Package model holds the records of the register of a clinic's cooperation and
// the rules that make them valid. It knows nothing of windows, SQL, IMAP, PDF or
// of any language's words: rules answer with keys, and words are chosen at the edge.
package model

import (
	"context"
	"time"
)

// ID identifies a record inside one register file. Zero means "not stored yet".
type ID int64

// Base is what every stored record carries (brief section 4, conventions).
type Base struct {
	ID ID `json:"id"`
	// Code is an identifier given by people or by a sample file ("A01"); it may be empty.
	Code      string    `json:"code,omitempty"`
	CreatedAt time.Time `json:"created_at"`
	CreatedBy string    `json:"created_by"`
	UpdatedAt time.Time `json:"updated_at"`
	UpdatedBy string    `json:"updated_by"`
	// DeletedAt is set while the record lies in the trash.
	DeletedAt time.Time `json:"deleted_at,omitzero"`
	// Version counts saves. A save with an older version fails with ErrStale.
	Version int `json:"version"`
}

// Query says which records a list shows and in which order.
type Query struct {
	// Text holds words or beginnings of words; all of them must occur. Case and accents do not matter.
	Text string
	// Filter is what all of the records meet.
	Filter Filters
	// Sort is a field of the record; empty means the register's own order.
	Sort string
	Desc bool
	// Limit 0 means no limit.
	Offset, Limit int
	// Deleted asks for the trash instead of the living records.
	Deleted bool
}

// Register is a store of records of one type. All methods honour ctx.
type Register[T any] interface {
	// Find returns the records of one page of the list that q describes.
	Find(ctx context.Context, q Query) ([]T, error)
	// IDs returns the identifiers of the whole list that q describes, in its order
	// (Offset and Limit count too): cheap enough for 100,000 rows.
	IDs(ctx context.Context, q Query) ([]ID, error)
	// Count is the length of the whole list that q describes; order and page do not matter. A chip beside a list asks for it.
	Count(ctx context.Context, q Query) (int, error)
	// Rows returns the records with these identifiers, in the same order; missing ones are left out.
	Rows(ctx context.Context, ids []ID) ([]T, error)
	// Get returns one record, also from the trash, or ErrNotFound.
	Get(ctx context.Context, id ID) (T, error)
	// Save inserts when the ID is zero and updates otherwise, sets the Base fields of rec,
	// and writes the change history in the same transaction.
	// It returns Problems when the record breaks a rule and ErrStale when somebody saved it meanwhile.
	Save(ctx context.Context, rec *T) error
	// Delete moves the record to the trash, or returns ErrInUse when others refer to it.
	Delete(ctx context.Context, id ID) error
	// Restore takes the record out of the trash.
	Restore(ctx context.Context, id ID) error
}
