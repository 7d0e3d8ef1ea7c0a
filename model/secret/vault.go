// Package secret keeps passwords, and the key of the patients' identities, outside of the register: in the system's
// keyring, or else in files of the data folder. It knows neither mailboxes nor windows.
package secret

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/zalando/go-keyring"

	"jejaring/model"
)

const (
	service = "jejaring"
	patient = 3 * time.Second
)

// Options change where a Vault looks.
type Options struct {
	// NoKeyring leaves the system's keyring alone, for tests and computers without a desktop.
	NoKeyring bool
	// MustExist forbids Keys to make a new key: identities were sealed already.
	MustExist bool
}

// Vault keeps passwords by name. Several programs may use the same folder at once.
type Vault struct {
	file    file
	keyring bool
}

// Open returns the vault of a data folder. It touches nothing until a password is asked for or set, apart from one
// question to the keyring whether it is there, which takes at most three seconds.
func Open(dir string, o Options) *Vault {
	v := &Vault{file: file{dir}}
	if !o.NoKeyring {
		err := bounded(func() error {
			_, err := keyring.Get(service, "probe")
			return err
		})
		v.keyring = err == nil || errors.Is(err, keyring.ErrNotFound)
	}
	return v
}

// Place says where new passwords go: "keyring" or "file".
func (v *Vault) Place() string {
	if v.keyring {
		return "keyring"
	}
	return "file"
}

// Set keeps a password. A keyring that refuses it, or is too small for it, makes it go into the file.
func (v *Vault) Set(name, value string) error {
	if v.keyring {
		err := bounded(func() error { return keyring.Set(service, name, value) })
		if err == nil {
			return v.file.remove(name)
		}
		_ = bounded(func() error { return keyring.Delete(service, name) })
	}
	return v.file.set(name, value)
}

// Get returns a password, or model.ErrNoPassword when none is kept. A password in the file comes before one in the
// keyring, since it is there only when it could not go into the keyring.
func (v *Vault) Get(name string) (string, error) {
	value, err := v.file.get(name)
	if err == nil || !errors.Is(err, model.ErrNoPassword) || !v.keyring {
		return value, err
	}
	var kept string
	err = bounded(func() error {
		found, err := keyring.Get(service, name)
		kept = found
		return err
	})
	switch {
	case err == nil:
		return kept, nil
	case errors.Is(err, keyring.ErrNotFound):
		return "", fmt.Errorf("%s: %w", name, model.ErrNoPassword)
	}
	return "", fmt.Errorf("keyring: %w: %w", model.ErrNoPassword, err)
}

// Delete forgets a password everywhere. One that is not kept is no error.
func (v *Vault) Delete(name string) error {
	err := v.file.remove(name)
	if !v.keyring {
		return err
	}
	gone := bounded(func() error { return keyring.Delete(service, name) })
	if errors.Is(gone, keyring.ErrNotFound) {
		gone = nil
	}
	return errors.Join(err, gone)
}

// bounded waits for the keyring no longer than is polite; a question that hangs is left behind.
func bounded(ask func() error) error {
	ctx, cancel := context.WithTimeout(context.Background(), patient)
	defer cancel()
	answer := make(chan error, 1)
	go func() {
		defer func() {
			if p := recover(); p != nil {
				answer <- fmt.Errorf("keyring: %v", p)
			}
		}()
		answer <- ask()
	}()
	select {
	case err := <-answer:
		return err
	case <-ctx.Done():
		return fmt.Errorf("keyring: %w", ctx.Err())
	}
}
