package store

import (
	"context"
	"database/sql"
	"fmt"
	"strconv"
	"strings"

	"jejaring/model"
)

// Resolve finds a record by its decimal identifier or by its code, such as A01; for a document or number also by the
// letter number, for a
// training by its own code, for a patient by the record number. Kinds: partner, agreement, staff, message, document, number, mailbox, legal_basis,
// referral, training, patient, skp_record. Records in the trash
// are found only by their identifier.
func (s *Store) Resolve(ctx context.Context, kind, idOrCode string) (model.ID, error) {
	table, ok := map[string]string{"partner": "partner", "agreement": "agreement", "staff": "staff", "message": "message",
		"document": "document", "number": "number_entry", "mailbox": "mailbox", "legal_basis": "legal_basis", "referral": "referral",
		"training": "training", "patient": "patient", "skp_record": "skp_record"}[kind]
	if !ok {
		return 0, fmt.Errorf("kind %q: %w", kind, model.ErrNotFound)
	}
	wanted := strings.TrimSpace(idOrCode)
	condition, args := "code = ? AND code <> '' AND deleted_at IS NULL", []any{wanted}
	if id, err := strconv.ParseInt(wanted, 10, 64); err == nil {
		condition, args = "id = ?", []any{id}
	}
	switch kind {
	case "document":
		condition, args = condition+" OR number = ? AND deleted_at IS NULL", append(args, wanted)
	case "referral":
		condition, args = condition+" OR referral_no = ? AND deleted_at IS NULL", append(args, wanted)
	case "training":
		condition, args = condition+" OR number = ? AND deleted_at IS NULL", append(args, wanted)
	case "patient":
		condition, args = condition+" OR mr_no = ? AND deleted_at IS NULL", append(args, wanted)
	case "number":
		condition, args = condition+" OR formatted = ? AND deleted_at IS NULL", append(args, wanted)
	}
	var found model.ID
	err := s.view(ctx, func(tx *sql.Tx) error {
		return one(ctx, tx, "SELECT id FROM "+table+" WHERE "+condition+" ORDER BY id LIMIT 1", args, &found)
	})
	if err != nil {
		return 0, fmt.Errorf("%s %q: %w", kind, idOrCode, err)
	}
	return found, nil
}
