package secret

import (
	"crypto/rand"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"

	"github.com/gofrs/flock"
	"github.com/zalando/go-keyring"

	"jejaring/model"
)

// keyFile is the key itself, 32 bytes of mode 0600, where there is no keyring: patients.key.
func keyFile(dir string, o Options) string { return filepath.Join(dir, o.name()+".key") }

// markFile says that there is a key, and where; it holds nothing secret: patients.json.
func markFile(dir string, o Options) string { return filepath.Join(dir, o.name()+".json") }

// KeyInfo says where the key of the patients' identities is kept.
type KeyInfo struct {
	Place   string // keyring or file
	Created bool   // made just now: time to print a recovery sheet
	Note    string // what was wrong with the note of a sound key: NoteGone, NoteUnreadable, NoteDamaged, or nothing
}

// mark remembers that a data folder has a key. ID is the name of the key in the keyring, Check knows it again.
type mark struct {
	ID    string `json:"id"`
	Place string `json:"place"`
	Check string `json:"check"`
}

// Keys returns the sealer of a register in a data folder. Its key is random, made at the first time, and kept in the system's keyring,
// or where there is none in the file patients.key, which only its owner can read. When the folder had a key, or
// o.MustExist says that identities were sealed already, and the key is gone, nothing new is made: model.ErrKeyLost, or
// its kind model.ErrKeyringClosed while the keyring that has the key cannot be asked.
func Keys(dir string, o Options) (model.Sealer, KeyInfo, error) {
	var s *sealer
	var info KeyInfo
	err := keyLocked(dir, func() error {
		k, err := readKey(dir, o)
		if errors.Is(err, errNoMark) && !o.MustExist {
			k, err = newKey(dir, o)
			info.Created = err == nil
		}

		if err != nil {
			return err
		}

		info.Place, info.Note = k.mark.Place, k.note
		mendMark(dir, k, o)
		s, err = newSealer(k.master)
		return err
	})
	if err != nil {
		return nil, KeyInfo{}, err
	}

	return s, info, nil
}

// errNoMark: the folder never had a key. It is a kind of model.ErrKeyLost.
var errNoMark = fmt.Errorf("no key was made: %w", model.ErrKeyLost)

// kept is a master key with what is known of it.
type kept struct {
	master []byte
	mark   mark
	note   string // what is wrong with the note
}

// keyLocked does something with the key while no other program does.
func keyLocked(dir string, work func() error) error {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return fmt.Errorf("patients' key: %w", err)
	}

	lock := flock.New(filepath.Join(dir, "secrets.lock"), flock.SetPermissions(0o600))
	if err := lock.Lock(); err != nil {
		return fmt.Errorf("patients' key: %w", err)
	}

	defer func() { _ = lock.Unlock() }()
	tidy(dir)
	return work()
}

// readKey finds the key of a folder, in the file before the keyring. A note that is not whole makes no sound key a lost one.
func readKey(dir string, o Options) (kept, error) {
	m, state, err := readMark(dir, o)
	if err != nil {
		return readBareKey(dir, state, err, o)
	}

	k, err := readBy(dir, m, o)
	k.note = state
	if err == nil {
		return k, nil
	}

	if twin, _, failed := oneMark(twinFile(dir, o)); failed == nil && twin != m {
		if other, failed := readBy(dir, twin, o); failed == nil {
			other.note = NoteDamaged
			return other, nil
		}
	}

	if errors.Is(err, model.ErrKeyDamaged) && fits(k.master, o) {
		k.mark.Check, k.note = checkOf(k.master), NoteDamaged
		return k, nil
	}

	return k, err
}

// readBy reads the key that a note tells of.
func readBy(dir string, m mark, o Options) (k kept, err error) {
	k.mark = m
	k.master, err = readKeyFile(dir, o)
	switch {
	case errors.Is(err, fs.ErrNotExist) && m.Place == "keyring":
		if k.master, err = fromKeyring(m.ID, o); err != nil {
			return k, fmt.Errorf("%w: %w", model.ErrKeyLost, err)
		}
	case errors.Is(err, fs.ErrNotExist):
		return k, fmt.Errorf("%w: %w", model.ErrKeyLost, err)
	case err != nil:
		return k, fmt.Errorf("%w: %w", model.ErrKeyUnreadable, err)
	}

	if checkOf(k.master) != m.Check {
		return k, fmt.Errorf("the key is damaged or another one: %w", model.ErrKeyDamaged)
	}
	return k, nil
}

// fits asks the register whether a key is its own, where the note does not say it.
func fits(master []byte, o Options) bool {
	s, err := newSealer(master)
	return err == nil && o.Fits != nil && o.Fits(s)
}

// readBareKey takes a key file without a note for what it is.
func readBareKey(dir, state string, failed error, o Options) (kept, error) {
	master, err := readKeyFile(dir, o)
	switch {
	case errors.Is(err, fs.ErrNotExist) && state == NoteGone:
		return kept{}, errNoMark
	case errors.Is(err, fs.ErrNotExist):
		return kept{}, failed // where the key is, only the note knew
	case err != nil:
		return kept{}, fmt.Errorf("%w: %w", model.ErrKeyUnreadable, err)
	case len(master) != keySize:
		return kept{}, fmt.Errorf("key file of %d bytes: %w", len(master), model.ErrKeyDamaged)
	}

	return kept{master, mark{Place: "file", Check: checkOf(master)}, state}, nil
}

// readKeyFile reads the key file, and takes it back from other users of the computer when they could read it.
func readKeyFile(dir string, o Options) ([]byte, error) {
	master, err := os.ReadFile(keyFile(dir, o))
	if err != nil || runtime.GOOS == "windows" {
		return master, err
	}
	if info, err := os.Stat(keyFile(dir, o)); err == nil && info.Mode().Perm()&0o077 != 0 {
		_ = os.Chmod(keyFile(dir, o), 0o600)
	}
	return master, nil
}

// newKey makes a key for a folder that has none.
func newKey(dir string, o Options) (kept, error) {
	k := kept{master: make([]byte, keySize)}
	if _, err := rand.Read(k.master); err != nil {
		return k, fmt.Errorf("patients' key: %w", err)
	}
	return storeKey(dir, k.master, o)
}

// storeKey keeps a key: in the keyring when it gives back what it was given, else in the file.
func storeKey(dir string, master []byte, o Options) (kept, error) {
	id := make([]byte, 8)
	if _, err := rand.Read(id); err != nil {
		return kept{}, fmt.Errorf("patients' key: %w", err)
	}

	k := kept{master, mark{ID: "patients/" + hex.EncodeToString(id), Place: "file", Check: checkOf(master)}, ""}
	if !o.NoKeyring && intoKeyring(k) {
		k.mark.Place = "keyring"
	} else if err := write(keyFile(dir, o), master); err != nil {
		return k, err
	}

	return k, writeMark(dir, k.mark, o)
}

func intoKeyring(k kept) bool {
	err := newRing(system{}).bounded(func(r keeper) error { return r.Set(service, k.mark.ID, hex.EncodeToString(k.master)) })
	if err != nil {
		return false
	}

	back, err := fromKeyring(k.mark.ID, Options{})
	if err == nil && checkOf(back) == k.mark.Check {
		return true
	}

	_ = newRing(system{}).bounded(func(r keeper) error { return r.Delete(service, k.mark.ID) })
	return false
}

func fromKeyring(id string, o Options) ([]byte, error) {
	if o.NoKeyring {
		return nil, fmt.Errorf("the keyring is not asked: %w", model.ErrKeyringClosed)
	}

	var text string
	err := newRing(system{}).bounded(func(r keeper) error {
		found, err := r.Get(service, id)
		text = found
		return err
	})
	if errors.Is(err, keyring.ErrNotFound) {
		return nil, err
	}
	if err != nil {
		return nil, fmt.Errorf("%w: %w", model.ErrKeyringClosed, err)
	}

	return hex.DecodeString(text)
}

// checkOf knows a key again without giving it away.
func checkOf(master []byte) string {
	s, err := newSealer(master)
	if err != nil {
		return ""
	}
	return hex.EncodeToString(s.Digest("check")[:8])
}
