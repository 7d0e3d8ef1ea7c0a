package model

import (
	"errors"
	"fmt"
)

// ErrKeyLost: the key that patients' identities are sealed with is not there. Everything else stays usable.
var ErrKeyLost = errors.New("the key of the patients' identities is missing")

// ErrKeyringClosed: the key lies in the system's keyring, which is locked or cannot be asked now. It is a kind of
// ErrKeyLost that passes.
var ErrKeyringClosed = fmt.Errorf("the system's keyring cannot be asked now: %w", ErrKeyLost)

// ErrOtherKey: a key is there, but the register was sealed with another one. It is a kind of ErrKeyLost.
var ErrOtherKey = fmt.Errorf("the key belongs to another register: %w", ErrKeyLost)

// ErrRecoveryCode: a typed recovery code is not one: a sign is wrong or missing.
var ErrRecoveryCode = errors.New("this is no recovery code: a sign is wrong or missing")

// ErrSealed: a sealed value was changed, moved to another place or sealed with another key.
var ErrSealed = errors.New("sealed value cannot be opened")

// Sealer seals the fields of patients with an authenticated cipher. The context binds a sealed value to its place
// ("patient.name/12"), so that it cannot be moved to another record. Implementations are safe for concurrent use.
type Sealer interface {
	// Seal returns the sealed form of plain, different each time.
	Seal(plain []byte, context string) ([]byte, error)
	// Open returns the plain form, or an error for a value that was changed, moved or sealed with another key.
	Open(sealed []byte, context string) ([]byte, error)
	// Digest returns a keyed hash for finding equal values: the same for the same text, useless without the key.
	Digest(text string) []byte
}
