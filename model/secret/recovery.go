package secret

import (
	"crypto/sha256"
	"encoding/base32"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"jejaring/model"
)

// ErrRecoveryCode: a typed recovery code is not one: a sign is wrong or missing.
var ErrRecoveryCode = errors.New("this is no recovery code: a sign is wrong or missing")

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
		return nil, ErrRecoveryCode
	}
	sum := sha256.Sum256(raw[:keySize])
	if string(sum[:recoverySum]) != string(raw[keySize:]) {
		return nil, ErrRecoveryCode
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

// Restore makes the key of a recovery code the key of a data folder. A key file that was there is kept beside it under
// another name. A code that is none is ErrRecoveryCode and changes nothing.
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
		old := filepath.Join(dir, keyFile)
		if err := os.Rename(old, old+".replaced"); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return fmt.Errorf("patients' key: %w", err)
		}
		k, err := storeKey(dir, master, o)
		info.Place = k.mark.Place
		return err
	})
	return info, err
}
