package main

import (
	"context"
	"errors"
	"fmt"
	"time"

	"jejaring/model"
)

// secretName is the name of a mailbox's password in the vault. The instant at which the mailbox was made tells it from
// a mailbox with the same number in a register that was made anew.
func (o *office) secretName(box model.Mailbox) string {
	return fmt.Sprintf("%s/mailbox/%d/%s", o.file, box.ID, box.CreatedAt.UTC().Format(time.RFC3339Nano))
}

// password returns the password of a mailbox, or model.ErrNoPassword.
func (o *office) password(ctx context.Context, id model.ID) (string, error) {
	box, err := o.Mailboxes().Get(ctx, id)
	if err != nil {
		return "", err
	}
	return o.vault.Get(o.secretName(box))
}

func (o *office) setPassword(ctx context.Context, id model.ID, password string) error {
	box, err := o.Mailboxes().Get(ctx, id)
	if err != nil {
		return err
	}
	return o.vault.Set(o.secretName(box), password)
}

// purge removes for ever what was deleted before an instant, with the passwords of the mailboxes among it. A keyring
// that does not let go of one is no failure: no mailbox will have its name again.
func (o *office) purge(ctx context.Context, before time.Time) error {
	boxes, err := o.Mailboxes().Find(ctx, model.Query{Deleted: true})
	if err != nil {
		return err
	}
	if _, err := o.PurgeTrash(ctx, before); err != nil {
		return err
	}

	for _, box := range boxes {
		if _, err := o.Mailboxes().Get(ctx, box.ID); errors.Is(err, model.ErrNotFound) {
			_ = o.vault.Delete(o.secretName(box))
		}
	}

	return nil
}
