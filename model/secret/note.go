package secret

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"

	"jejaring/model"
	"jejaring/model/file"
)

// Conditions of the note of a key, in KeyInfo.Note.
const (
	NoteGone       = "gone"
	NoteUnreadable = "unreadable"
	NoteDamaged    = "damaged"
)

// twinFile is the second copy of the note: without it, a key in the keyring could not be found again.
func twinFile(dir string, o Options) string { return markFile(dir, o) + ".copy" }

// readMark reads the note of a key, or its second copy where it is not whole; state says what is wrong with the first.
func readMark(dir string, o Options) (m mark, state string, err error) {
	m, state, err = oneMark(markFile(dir, o))
	if err == nil {
		return m, "", nil
	}
	if twin, _, failed := oneMark(twinFile(dir, o)); failed == nil {
		return twin, state, nil
	}
	return m, state, err
}

func oneMark(path string) (m mark, state string, err error) {
	text, err := os.ReadFile(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return m, NoteGone, err
	case err != nil:
		return m, NoteUnreadable, fmt.Errorf("note of the key: %w: %w", model.ErrKeyUnreadable, err)
	}

	if err := json.Unmarshal(text, &m); err != nil || m.Check == "" || m.Place != "keyring" && m.Place != "file" {
		return m, NoteDamaged, fmt.Errorf("note of the key: %w: %v", model.ErrKeyDamaged, err)
	}
	return m, "", nil
}

// writeMark keeps the note and its second copy.
func writeMark(dir string, m mark, o Options) error {
	text, err := json.MarshalIndent(m, "", " ")
	if err != nil {
		return fmt.Errorf("patients' key: %w", err)
	}
	return errors.Join(write(markFile(dir, o), text), write(twinFile(dir, o), text))
}

// mendMark writes a note anew that is gone or damaged, and the second copy where there is none, for a key that is sound. A
// failure leaves it as it was: the key is there all the same.
func mendMark(dir string, k kept, o Options) {
	if twin, _, err := oneMark(twinFile(dir, o)); k.note == "" && err == nil && twin == k.mark || k.note == NoteUnreadable {
		return
	}
	_ = writeMark(dir, k.mark, o)
}

// tidy removes what a killed program left of a file that it was writing. Nobody else writes while the folder is locked.
func tidy(dir string) {
	_ = file.Sweep(dir, "secrets.json", "secrets.key", "patients.json", "patients.key", "sample-patients.json", "sample-patients.key",
		"patients.json.copy", "sample-patients.json.copy")
}

// write puts a file of secrets in place.
func write(path string, content []byte) error {
	if err := file.Write(path, content); err != nil {
		return fmt.Errorf("secrets: %w", err)
	}
	return nil
}
