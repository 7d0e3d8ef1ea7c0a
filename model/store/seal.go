package store

import (
	"context"
	"crypto/hmac"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"jejaring/model"
	"jejaring/model/store/sqlite"
)

// Seal is the seal on what tells of patients and people: the key, what is sealed with it and the digests by which it is found.
type Seal struct{ s *Store }

// Seal is that of the register.
func (s *Store) Seal() Seal { return Seal{s} }

// sealedSchema is the first version of the schema that knows patients.
const sealedSchema = 2

// keyCheck is the text whose digest a register keeps, to know its own key again.
const keyCheck = "jejaring register key"

// HasKey reports whether identities were ever sealed in this register. Then a new key would be of no use: the old one
// has to be found or restored.
func (k Seal) HasKey(ctx context.Context) (known bool, err error) {
	err = k.s.view(ctx, func(tx *sql.Tx) error {
		return sqlite.One(ctx, tx, "SELECT EXISTS (SELECT 1 FROM seal)", nil, &known)
	})
	return known, err
}

// Unlock gives the register the key of the patients' identities. A key that is not the register's own is ErrOtherKey,
// and the register stays as it was: locked, everything else usable. Others may use the store meanwhile.
func (k Seal) Unlock(ctx context.Context, sealer model.Sealer) error {
	if sealer == nil {
		return model.ErrKeyLost
	}

	var known []byte
	err := sqlite.One(ctx, k.s.read, "SELECT key_check FROM seal", nil, &known)
	if err != nil && !errors.Is(err, model.ErrNotFound) {
		return sqlite.Explain(err)
	}
	if err == nil && !hmac.Equal(known, sealer.Digest(keyCheck)) {
		return model.ErrOtherKey
	}

	k.s.sealer.Store(&sealer)
	return nil
}

// key is the sealer of the register, or nil while it is locked.
func (k Seal) key() model.Sealer {
	if sealer := k.s.sealer.Load(); sealer != nil {
		return *sealer
	}
	return nil
}

// Locked reports whether the key of the patients' identities is missing.
func (k Seal) Locked() bool { return k.key() == nil }

// bind notes the key with the first sealed value, and refuses any other one from then on.
func (k Seal) bind(ctx context.Context, tx *sql.Tx) error {
	if k.key() == nil {
		return model.ErrKeyLost
	}

	ours := k.key().Digest(keyCheck)
	if _, err := tx.ExecContext(ctx, "INSERT OR IGNORE INTO seal (id, key_check) VALUES (1, ?)", ours); err != nil {
		return err
	}

	var known []byte
	err := sqlite.One(ctx, tx, "SELECT key_check FROM seal", nil, &known)
	if err == nil && !hmac.Equal(known, ours) {
		err = model.ErrOtherKey
	}

	return err
}

// sealJSON seals a value as JSON for its place.
func (k Seal) sealJSON(value any, place string) ([]byte, error) {
	plain, err := json.Marshal(value)
	if err != nil {
		return nil, err
	}
	return k.key().Seal(plain, place)
}

// openJSON reads what sealJSON wrote. Nothing sealed leaves the value as it is.
func (k Seal) openJSON(sealed []byte, place string, value any) error {
	if len(sealed) == 0 {
		return nil
	}
	plain, err := k.key().Open(sealed, place)
	if err != nil {
		return fmt.Errorf("%s: %w", place, err)
	}
	return json.Unmarshal(plain, value)
}

// digest is the keyed hash that a value is found by; nothing has none.
func (k Seal) digest(kind, text string) []byte {
	if text == "" {
		return nil
	}
	return k.key().Digest(kind + "\n" + text)
}

func (k Seal) nameDigest(name string) []byte { return k.digest("name", plainName(name)) }
func (k Seal) nikDigest(nik string) []byte   { return k.digest("nik", digitsOf(nik)) }
func (k Seal) cardDigest(no string) []byte   { return k.digest("card", digitsOf(no)) }

// plainName makes two ways of writing a name equal: case, spaces and marks do not count.
func plainName(name string) string { return strings.Join(sqlite.Words(name), " ") }

// digitsOf keeps the digits of a number.
func digitsOf(text string) string {
	return strings.Map(func(r rune) rune {
		if r < '0' || r > '9' {
			return -1
		}
		return r
	}, text)
}
