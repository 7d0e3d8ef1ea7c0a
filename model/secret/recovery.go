package secret

import (
	"crypto/sha256"
	"encoding/base32"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"

	"jejaring/model"
)

const (
	recoveryAlphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ" // Crockford: no I, L, O, U
	recoverySum      = 3                                  // bytes of checksum behind the key
	recoveryGroup    = 4
)

func recoveryCoding() *base32.Encoding {
	return base32.NewEncoding(recoveryAlphabet).WithPadding(base32.NoPadding)
}

// RecoveryCode returns the code of a data folder's key for the recovery sheet: 14 groups of four signs. Whoever has it
// and a copy of the register can read the patients' identities.
func RecoveryCode(dir string, o Options) (string, error) {
	var code string
	err := keyLocked(dir, func() error {
		k, err := readKey(dir, o)
		if err == nil {
			code = Recovery(k.master)
		}
		return err
	})

	return code, err
}

// Recovery writes a key as groups of signs that cannot be mistaken for each other, with a checksum.
func Recovery(key []byte) string {
	sum := sha256.Sum256(key)
	text := recoveryCoding().EncodeToString(append(append([]byte{}, key...), sum[:recoverySum]...))
	var groups []string
	for len(text) > recoveryGroup {
		groups, text = append(groups, text[:recoveryGroup]), text[recoveryGroup:]
	}
	return strings.Join(append(groups, text), "-")
}

// parseRecovery reads a typed code: spaces, dashes and case do not count, O is 0, I and L are 1, U is V.
func parseRecovery(code string) ([]byte, error) {
	clean := strings.Map(func(r rune) rune {
		switch {
		case strings.ContainsRune("Oo", r):
			return '0'
		case strings.ContainsRune("IiLl", r):
			return '1'
		case strings.ContainsRune("Uu", r):
			return 'V'
		case r >= 'a' && r <= 'z':
			return r - 'a' + 'A'
		case r >= '0' && r <= '9' || r >= 'A' && r <= 'Z':
			return r
		case strings.ContainsRune(" -_.\t\r\n\u00a0\u2010\u2011\u2012\u2013\u2014\ufeff", r):
			return -1
		}
		return '?'
	}, code)
	raw, err := recoveryCoding().DecodeString(clean)
	if err != nil || len(raw) != keySize+recoverySum || len(clean) != len(recoveryCoding().EncodeToString(raw)) {
		return nil, model.ErrRecoveryCode
	}

	sum := sha256.Sum256(raw[:keySize])
	if string(sum[:recoverySum]) != string(raw[keySize:]) {
		return nil, model.ErrRecoveryCode
	}
	return raw[:keySize], nil
}

// FromRecovery returns the sealer of a typed code without keeping it, to try it on a register first.
func FromRecovery(code string) (model.Sealer, error) {
	master, err := parseRecovery(code)
	if err != nil {
		return nil, err
	}
	return newSealer(master)
}

// Restore makes the key of a recovery code the key of a register in a data folder. A key that was there is kept beside it
// under another name. A code that is none is model.ErrRecoveryCode; it and every failure leave the old key in its place.
func Restore(dir, code string, o Options) (KeyInfo, error) {
	master, err := parseRecovery(code)
	if err != nil {
		return KeyInfo{}, err
	}

	var info KeyInfo
	err = keyLocked(dir, func() error {
		if k, err := readKey(dir, o); err == nil && checkOf(k.master) == checkOf(master) {
			info.Place = k.mark.Place
			return nil
		}

		back, err := setAside(keyFile(dir, o), markFile(dir, o), twinFile(dir, o))
		if err != nil {
			return err
		}

		k, err := storeKey(dir, master, o)
		if err != nil {
			return errors.Join(err, back())
		}

		info.Place = k.mark.Place
		return nil
	})

	return info, err
}

// setAside renames files that are in the way, and returns what brings them back.
func setAside(paths ...string) (back func() error, err error) {
	var moved []string
	back = func() error {
		var failed error
		for _, path := range moved {
			failed = errors.Join(failed, os.Rename(path+".replaced", path))
		}
		return failed
	}

	for _, path := range paths {
		err := os.Rename(path, path+".replaced")
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return nil, errors.Join(fmt.Errorf("patients' key: %w", err), back())
		}
		moved = append(moved, path)
	}

	return back, nil
}

// Forget removes the key of a register that was thrown away.
func Forget(dir string, o Options) error {
	return keyLocked(dir, func() error {
		if k, err := readKey(dir, o); err == nil && k.mark.Place == "keyring" {
			_ = newRing(system{}).bounded(func(r keeper) error { return r.Delete(service, k.mark.ID) })
		}

		var failed error
		for _, path := range []string{keyFile(dir, o), markFile(dir, o), twinFile(dir, o)} {
			if err := os.Remove(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
				failed = errors.Join(failed, err)
			}
		}

		return failed
	})
}
