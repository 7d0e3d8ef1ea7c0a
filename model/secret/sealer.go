package secret

import (
	"bytes"
	"crypto/aes"
	"crypto/cipher"
	"crypto/hkdf"
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"fmt"

	"jejaring/model"
)

// The first byte of a sealed value says how it was sealed. Values are written padded, so that their size does not tell
// how long a name is; those without padding are still read.
const (
	sealBare   = 1
	sealPadded = 2
	sealBlock  = 32 // padded values are multiples of it
	padding    = 0x80
)

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
	size := (len(plain)/sealBlock + 1) * sealBlock
	box := make([]byte, head, head+size+s.aead.Overhead())
	box[0] = sealPadded
	if _, err := rand.Read(box[1:]); err != nil {
		return nil, err
	}

	padded := make([]byte, size)
	padded[copy(padded, plain)] = padding
	return s.aead.Seal(box, box[1:], padded, bound(sealPadded, context)), nil
}

// bound is what is authenticated with a value: where it belongs, and how it was sealed.
func bound(version byte, context string) []byte {
	if version == sealBare {
		return []byte(context)
	}
	return append([]byte{version}, context...)
}

// Open implements model.Sealer.
func (s *sealer) Open(sealed []byte, context string) ([]byte, error) {
	head := 1 + s.aead.NonceSize()
	if len(sealed) < head || sealed[0] != sealBare && sealed[0] != sealPadded {
		return nil, model.ErrSealed
	}

	plain, err := s.aead.Open(nil, sealed[1:head], sealed[head:], bound(sealed[0], context))
	if err != nil {
		return nil, model.ErrSealed
	}
	if sealed[0] == sealBare {
		return plain, nil
	}

	end := bytes.LastIndexByte(plain, padding)
	if end < 0 {
		return nil, model.ErrSealed
	}
	return plain[:end], nil
}

// Digest implements model.Sealer with HMAC-SHA-256.
func (s *sealer) Digest(text string) []byte {
	mac := hmac.New(sha256.New, s.digest)
	mac.Write([]byte(text))
	return mac.Sum(nil)
}
