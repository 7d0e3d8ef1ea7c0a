package secret

import (
	"bytes"
	"crypto/rand"
	"errors"
	"strings"
	"testing"

	"jejaring/model"
)

func newTestSealer(t *testing.T) *sealer {
	t.Helper()
	s, err := newSealer(bytes.Repeat([]byte{7}, keySize))
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestSealer_TheSizeDoesNotTellHowLongANameIs(t *testing.T) {
	s := newTestSealer(t)
	sizes := map[int]bool{}
	for _, name := range []string{"", "Al", "Budi Contoh", "Raden Ayu Retno Contoh", strings.Repeat("a", 31)} {
		box, err := s.Seal([]byte(name), "patient.name/1")
		if err != nil {
			t.Fatal(err)
		}
		sizes[len(box)] = true
	}

	if len(sizes) != 1 {
		t.Errorf("the sizes are %v", sizes)
	}
}

func TestSealer_GivesBackEveryByte(t *testing.T) {
	s := newTestSealer(t)
	for n := range 130 {
		for _, plain := range [][]byte{make([]byte, n), bytes.Repeat([]byte{padding}, n), randomly(n)} {
			box, err := s.Seal(plain, "document.body/1")
			if err != nil {
				t.Fatal(err)
			}
			if back, err := s.Open(box, "document.body/1"); err != nil || !bytes.Equal(back, plain) {
				t.Errorf("%d bytes came back as %d, %v", n, len(back), err)
			}
		}
	}
}

func randomly(n int) []byte {
	b := make([]byte, n)
	_, _ = rand.Read(b)
	return b
}

// TestSealer_ReadsValuesWithoutPadding seals as the first registers were sealed.
func TestSealer_ReadsValuesWithoutPadding(t *testing.T) {
	s := newTestSealer(t)
	nonce := randomly(s.aead.NonceSize())
	box := s.aead.Seal(append([]byte{sealBare}, nonce...), nonce, []byte("Budi Contoh"), []byte("patient.name/1"))
	if plain, err := s.Open(box, "patient.name/1"); err != nil || string(plain) != "Budi Contoh" {
		t.Errorf("%q, %v", plain, err)
	}

	padded, err := s.Seal([]byte("Budi Contoh"), "patient.name/1")
	if err != nil {
		t.Fatal(err)
	}

	for _, changed := range [][]byte{append([]byte{sealPadded}, box[1:]...), append([]byte{sealBare}, padded[1:]...)} {
		if plain, err := s.Open(changed, "patient.name/1"); !errors.Is(err, model.ErrSealed) {
			t.Errorf("another version passed: %q", plain)
		}
	}
}

func TestSealer_NoNonceTwice(t *testing.T) {
	s := newTestSealer(t)
	seen := map[string]bool{}
	for range 20_000 {
		box, err := s.Seal(nil, "patient.name/1")
		if err != nil {
			t.Fatal(err)
		}
		seen[string(box[1:1+s.aead.NonceSize()])] = true
	}

	if len(seen) != 20_000 {
		t.Errorf("%d nonces for 20000 values", len(seen))
	}
}
