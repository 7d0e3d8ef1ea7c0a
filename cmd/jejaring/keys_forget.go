package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"

	"jejaring/model"
	"jejaring/model/secret"
)

// forgetSecrets takes the mailbox passwords and the patients' keys of both registers of a data folder out of the system's
// keyring, for somebody who removes the program. What is kept in files of the folder stays there: it goes with the folder.
// Without the recovery sheet the patients' identities can then never be read again, so it asks for yes.
func (c *command) forgetSecrets(ctx context.Context, own *office, yes bool) error {
	if !yes {
		return fmt.Errorf("%w: %s", errUsage, c.words.Say("keys.forget_yes"))
	}

	offices := []*office{own}
	if _, err := os.Stat(filepath.Join(own.dir, sampleFile)); err == nil {
		sample, err := openOffice(ctx, own.dir, sampleFile, own.clock)
		if err != nil {
			return err
		}
		defer func() { _ = sample.Close() }()
		offices = append(offices, sample)
	}

	passwords, keys := 0, 0
	for _, o := range offices {
		n, err := o.forgetPasswords(ctx)
		if err != nil {
			return err
		}

		passwords += n
		if info, _ := o.key.known(); info.Place == "keyring" {
			if err := secret.Forget(o.dir, o.keyOptions()); err != nil {
				return err
			}
			keys++
		}
	}

	_, err := fmt.Fprintln(c.out, c.words.Say("keys.forgotten", strconv.Itoa(passwords), strconv.Itoa(keys)))
	return err
}

// forgetPasswords forgets those of all mailboxes, also of deleted ones, and counts what was there.
func (o *office) forgetPasswords(ctx context.Context) (n int, err error) {
	if o.vault.KeptIn() != "keyring" {
		return 0, nil
	}

	for _, deleted := range []bool{false, true} {
		boxes, err := o.Mailboxes().Find(ctx, model.Query{Deleted: deleted})
		if err != nil {
			return n, err
		}

		for _, box := range boxes {
			if _, err := o.vault.Get(o.secretName(box)); errors.Is(err, model.ErrNoPassword) {
				continue
			}
			if err := o.vault.Delete(o.secretName(box)); err != nil {
				return n, err
			}
			n++
		}
	}

	return n, nil
}
