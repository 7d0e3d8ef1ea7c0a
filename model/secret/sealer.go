package secret

import (
	"crypto/aes"
	"crypto/cipher"
	"crypto/hkdf"
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"errors"
	"fmt"

	"jejaring/model"
)

// ErrSeal: a sealed value was changed, moved to another place or sealed with another key.
var ErrSeal = errors.New("sealed value cannot be opened")

// sealVersion is the first byte of every sealed value, so that another cipher can follow.
const sealVersion = 1

// sealer seals with AES-256-GCM of the standard library: it is authenticated, fast on every processor that the program
// runs on, reviewed with Go itself, and needs no further library. Its random nonces of 96 bits are safe for 2³² values
// under one key; a register of 100,000 referrals uses less than a thousandth of that. The keys for sealing and for
// digests are derived from the master key with HKDF-SHA-256, so that neither says anything about the other.
type sealer struct {
	aead   cipher.AEAD
	digest []byte
}

var _ model.Sealer = (*sealer)(nil)

func newSealer(master []byte) (*sealer, error) {
	if len(master) != keySize {
		return nil, fmt.Errorf("key of %d bytes: %w", len(master), model.ErrKeyLost)
	}
	sealing, err := hkdf.Key(sha256.New, master, nil, "jejaring patients seal 1", keySize)
	if err != nil {
		return nil, err
	}
	digest, err := hkdf.Key(sha256.New, master, nil, "jejaring patients digest 1", keySize)
	if err != nil {
		return nil, err
	}
	block, err := aes.NewCipher(sealing)
	if err != nil {
		return nil, err
	}
	aead, err := cipher.NewGCM(block)
	return &sealer{aead, digest}, err
}

// Seal implements model.Sealer.
func (s *sealer) Seal(plain []byte, context string) ([]byte, error) {
	head := 1 + s.aead.NonceSize()
	box := make([]byte, head, head+len(plain)+s.aead.Overhead())
	box[0] = sealVersion
	if _, err := rand.Read(box[1:]); err != nil {
		return nil, err
	}
	return s.aead.Seal(box, box[1:], plain, []byte(context)), nil
}

// Open implements model.Sealer.
func (s *sealer) Open(sealed []byte, context string) ([]byte, error) {
	head := 1 + s.aead.NonceSize()
	if len(sealed) < head || sealed[0] != sealVersion {
		return nil, ErrSeal
	}
	plain, err := s.aead.Open(nil, sealed[1:head], sealed[head:], []byte(context))
	if err != nil {
		return nil, ErrSeal
	}
	return plain, nil
}

// Digest implements model.Sealer with HMAC-SHA-256.
func (s *sealer) Digest(text string) []byte {
	mac := hmac.New(sha256.New, s.digest)
	mac.Write([]byte(text))
	return mac.Sum(nil)
}
