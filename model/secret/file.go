package secret

import (
	"crypto/aes"
	"crypto/cipher"
	"crypto/rand"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/gofrs/flock"

	"jejaring/model"
)

const keySize = 32

// folder keeps passwords in secrets.json, encrypted with the key in secrets.key. Whoever can read both can read the
// passwords: the key protects a copy of the register, not the account of its user.
type folder struct{ dir string }

func (f folder) get(name string) (string, error) {
	sealed, err := f.load()
	if err != nil {
		return "", err
	}

	box, ok := sealed[name]
	if !ok && f.halved() {
		return "", fmt.Errorf("%s: %w", name, model.ErrPasswordGone)
	}
	if !ok {
		return "", fmt.Errorf("%s: %w", name, model.ErrNoPassword)
	}

	key, err := os.ReadFile(filepath.Join(f.dir, "secrets.key"))
	if err != nil {
		return "", ofFile(err, model.ErrPasswordGone)
	}
	return open(key, name, box)
}

// halved reports that there is a key, and not the file that it was made for.
func (f folder) halved() bool {
	_, none := os.Stat(filepath.Join(f.dir, "secrets.json"))
	_, err := os.Stat(filepath.Join(f.dir, "secrets.key"))
	return err == nil && errors.Is(none, fs.ErrNotExist)
}

// problem says what is wrong with the files as a whole: nothing when no password was ever kept there.
func (f folder) problem() error {
	sealed, err := f.load()
	if err == nil && f.halved() {
		return model.ErrPasswordGone
	}

	for name, box := range sealed {
		if name != folderEntry && err == nil {
			var key []byte
			if key, err = os.ReadFile(filepath.Join(f.dir, "secrets.key")); err != nil {
				return ofFile(err, model.ErrPasswordGone)
			}
			_, err = open(key, name, box)
		}
	}

	return err
}

// ofFile tells a file that is gone from one that cannot be read now.
func ofFile(err, gone error) error {
	if errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("%w: %w", gone, err)
	}
	return fmt.Errorf("%w: %w", model.ErrPasswordUnreadable, err)
}

func (f folder) set(name, value string) error {
	return f.change(func(sealed map[string][]byte) error {
		key, err := f.key()
		if err != nil {
			return err
		}
		sealed[name], err = seal(key, name, value)
		return err
	})
}

func (f folder) remove(name string) error {
	if _, err := os.Stat(filepath.Join(f.dir, "secrets.json")); errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return f.change(func(sealed map[string][]byte) error {
		delete(sealed, name)
		return nil
	})
}

// change rewrites the file while no other program does.
func (f folder) change(edit func(map[string][]byte) error) error {
	if err := os.MkdirAll(f.dir, 0o700); err != nil {
		return fmt.Errorf("secrets: %w", err)
	}

	lock := flock.New(filepath.Join(f.dir, "secrets.lock"), flock.SetPermissions(0o600))
	if err := lock.Lock(); err != nil {
		return fmt.Errorf("secrets: %w", err)
	}

	defer func() { _ = lock.Unlock() }()
	tidy(f.dir)
	sealed, err := f.load()
	if errors.Is(err, model.ErrPasswordDamaged) {
		sealed = map[string][]byte{}
		err = f.aside("secrets.json")
	}

	if err != nil {
		return err
	}
	if err := edit(sealed); err != nil {
		return err
	}

	text, err := json.MarshalIndent(sealed, "", " ")
	if err != nil {
		return fmt.Errorf("secrets: %w", err)
	}
	return write(filepath.Join(f.dir, "secrets.json"), text)
}

func (f folder) load() (map[string][]byte, error) {
	sealed := map[string][]byte{}
	text, err := os.ReadFile(filepath.Join(f.dir, "secrets.json"))
	if errors.Is(err, fs.ErrNotExist) {
		return sealed, nil
	}
	if err != nil {
		return nil, ofFile(err, model.ErrPasswordGone)
	}
	if err := json.Unmarshal(text, &sealed); err != nil || sealed == nil {
		return nil, fmt.Errorf("%w: %v", model.ErrPasswordDamaged, err)
	}

	return sealed, nil
}

// aside keeps a damaged file under another name, so that a new one can take its place.
func (f folder) aside(name string) error {
	path := filepath.Join(f.dir, name)
	if err := os.Rename(path, path+".damaged"); err != nil {
		return fmt.Errorf("secrets: %w", err)
	}
	return nil
}

// key returns the key, making it at the first time and when it is damaged.
func (f folder) key() ([]byte, error) {
	path := filepath.Join(f.dir, "secrets.key")
	key, err := os.ReadFile(path)
	damaged := err == nil && len(key) != keySize
	if damaged {
		if err := f.aside("secrets.key"); err != nil {
			return nil, err
		}
	}

	if damaged || errors.Is(err, fs.ErrNotExist) {
		key = make([]byte, keySize)
		if _, err := rand.Read(key); err != nil {
			return nil, fmt.Errorf("secrets: %w", err)
		}
		return key, write(path, key)
	}

	if err != nil {
		return nil, ofFile(err, model.ErrPasswordGone)
	}
	return key, nil
}

// seal encrypts a password; the name is bound to it, so that two entries cannot change places.
func seal(key []byte, name, value string) ([]byte, error) {
	gcm, err := chest(key)
	if err != nil {
		return nil, err
	}

	nonce := make([]byte, gcm.NonceSize())
	if _, err := rand.Read(nonce); err != nil {
		return nil, fmt.Errorf("secrets: %w", err)
	}
	return gcm.Seal(nonce, nonce, []byte(value), []byte(name)), nil
}

func open(key []byte, name string, box []byte) (string, error) {
	gcm, err := chest(key)
	if err != nil {
		return "", err
	}
	if len(box) < gcm.NonceSize() {
		return "", fmt.Errorf("%s: %w", name, model.ErrPasswordDamaged)
	}

	value, err := gcm.Open(nil, box[:gcm.NonceSize()], box[gcm.NonceSize():], []byte(name))
	if err != nil {
		return "", fmt.Errorf("%s: %w", name, model.ErrPasswordDamaged)
	}
	return string(value), nil
}

func chest(key []byte) (cipher.AEAD, error) {
	if len(key) != keySize {
		return nil, fmt.Errorf("key of %d bytes: %w", len(key), model.ErrPasswordDamaged)
	}
	block, err := aes.NewCipher(key)
	if err != nil {
		return nil, fmt.Errorf("secrets: %w", err)
	}
	return cipher.NewGCM(block)
}
