// Package secret keeps passwords, and the key of the patients' identities, outside of the register: in the system's
// keyring, or else in files of the data folder. It knows neither mailboxes nor windows.
package secret

import (
	"errors"
	"fmt"
	"time"

	"github.com/zalando/go-keyring"

	"jejaring/model"
)

// Options change where a Vault looks.
type Options struct {
	// NoKeyring leaves the system's keyring alone, for tests and computers without a desktop.
	NoKeyring bool
	// Name tells the keys of the registers in one data folder apart; empty is "patients".
	Name string
	// Fits asks the register whether a key is its own, where nothing else tells; nil knows nothing.
	Fits func(model.Sealer) bool
	// MustExist forbids Keys to make a new key: identities were sealed already.
	MustExist bool
}

func (o Options) name() string {
	if o.Name == "" {
		return "patients"
	}
	return o.Name
}

// Vault keeps passwords by name. Several programs may use the same folder at once, and several folders may use the same
// names. Every method may take some seconds when the keyring is slow, except KeptIn.
type Vault struct {
	file folder
	ring *ring // nil when it is left alone
}

// Open returns the vault of a data folder. It touches nothing, and asks the keyring nothing: that may want the user to
// unlock it, which has to wait until a password is needed.
func Open(dir string, o Options) *Vault {
	v := &Vault{file: folder{dir}}
	if !o.NoKeyring {
		v.ring = newRing(system{})
	}
	return v
}

// KeptIn says where new passwords go: "keyring" or "file". It does not wait for a keyring that is slow to answer.
func (v *Vault) KeptIn() string {
	const glance = time.Second
	if v.ring == nil {
		return "file"
	}
	if there, err := v.ring.within(glance); err != nil || !there {
		return "file"
	}
	return "keyring"
}

// Set keeps a password. A keyring that refuses it, is too small for it or does not answer makes it go into the file.
func (v *Vault) Set(name, value string) error {
	if there, err := v.ring.there(); err == nil && there && v.setInRing(name, value) == nil {
		return v.file.remove(name)
	}
	return v.file.set(name, value)
}

func (v *Vault) setInRing(name, value string) error {
	folder, err := v.file.makeFolder()
	if err != nil {
		return err
	}

	err = v.ring.bounded(func(k keeper) error { return k.Set(service, account(folder, name), value) })
	if err != nil && !errors.Is(err, model.ErrKeyringSilent) {
		_ = v.ring.bounded(func(k keeper) error { return k.Delete(service, account(folder, name)) })
	}
	return err
}

// Get returns a password, or model.ErrNoPassword when none is kept; model.ErrKeyringSilent, ErrPasswordGone,
// ErrPasswordUnreadable and ErrPasswordDamaged are kinds of it. A
// password in the file comes before one in the keyring, since it is there only when it could not go into the keyring.
func (v *Vault) Get(name string) (string, error) {
	value, missing := v.file.get(name)
	if missing == nil || !errors.Is(missing, model.ErrNoPassword) {
		return value, missing
	}

	folder, err := v.file.name()
	if err != nil || folder == "" {
		return "", missing
	}

	there, err := v.ring.there()
	if err != nil {
		return "", err
	}
	if !there {
		return "", missing
	}

	err = v.ring.bounded(func(k keeper) error {
		found, err := k.Get(service, account(folder, name))
		value = found
		return err
	})

	switch {
	case err == nil:
		return value, nil
	case errors.Is(err, keyring.ErrNotFound):
		return "", missing
	case errors.Is(err, model.ErrKeyringSilent):
		return "", err
	}

	return "", fmt.Errorf("keyring: %w: %w", model.ErrNoPassword, err)
}

// Problem says what is wrong with the files of passwords: model.ErrPasswordGone, ErrPasswordUnreadable or
// ErrPasswordDamaged, or nil. It does not ask the keyring.
func (v *Vault) Problem() error { return v.file.problem() }

// Delete forgets a password everywhere. One that is not kept is no error.
func (v *Vault) Delete(name string) error {
	folder, unreadable := v.file.name()
	err := v.file.remove(name)
	if unreadable != nil || folder == "" {
		return err
	}

	there, silent := v.ring.there()
	if silent != nil || !there {
		return errors.Join(err, silent)
	}

	gone := v.ring.bounded(func(k keeper) error { return k.Delete(service, account(folder, name)) })
	if errors.Is(gone, keyring.ErrNotFound) {
		gone = nil
	}
	return errors.Join(err, gone)
}

// account is the name of a password in the keyring, which all data folders of the user share.
func account(folder, name string) string { return folder + "/" + name }
