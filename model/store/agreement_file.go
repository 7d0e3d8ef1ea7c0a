package store

import (
	"context"

	"jejaring/model"
)

// AttachFile keeps a file with an agreement: its bytes in f.Body, or only the fact when there are none. A name that is
// taken gets a number behind it.
func (s *Store) AttachFile(ctx context.Context, agreement model.ID, f model.File) (model.Agreement, error) {
	return s.agreementFiles().attach(ctx, agreement, f)
}

// DetachFile removes an attached file of an agreement for good. An issued paper stays: it is ErrInUse.
func (s *Store) DetachFile(ctx context.Context, agreement model.ID, name string) (model.Agreement, error) {
	return s.agreementFiles().detach(ctx, agreement, name)
}

// FileBytes returns the bytes of a file of an agreement: of an attached one, or of the issued document that it stands
// for. It returns ErrNotFound when only the fact is known.
func (s *Store) FileBytes(ctx context.Context, agreement model.ID, name string) ([]byte, error) {
	return s.agreementFiles().bytes(ctx, agreement, name)
}
