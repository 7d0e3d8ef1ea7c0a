// Package file puts small files in place whole or not at all. It knows nothing of what is in them.
package file

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// Write puts a file in place, readable by its owner alone, and replaces the one that is there: it is written beside its
// place, made durable, measured and renamed, and the folder is made durable, too. A failure leaves what was there, and
// nothing beside it; what a kill leaves is removed by Sweep.
func Write(path string, content []byte) error {
	return placed(path, content, os.Rename)
}

// WriteNew is Write for a name that nothing has yet; fs.ErrExist when something has.
func WriteNew(path string, content []byte) error {
	if _, err := os.Lstat(path); err == nil {
		return taken(path)
	}
	return placed(path, content, name)
}

// Probe tries whether a file can be put into a folder.
func Probe(folder string) error {
	f, err := os.CreateTemp(folder, unfinished)
	if err != nil {
		return err
	}
	return errors.Join(f.Close(), gone(f.Name()))
}

// attempts bounds how often a file is begun: a program that starts at this moment may sweep away what is just being written,
// and each that starts does so once.
const attempts = 100

func placed(path string, content []byte, put func(from, to string) error) (err error) {
	for range attempts {
		temp, failed := beside(path, content)
		if failed == nil {
			if failed = put(temp, path); failed == nil {
				syncFolder(filepath.Dir(path))
			}
			_ = gone(temp) // a second name of the file, or what could not be put in place
		}

		if err = failed; !errors.Is(err, fs.ErrNotExist) {
			return err
		}
		if _, missing := os.Stat(filepath.Dir(path)); missing != nil {
			return err
		}
	}
	return err
}

// beside writes a file of its own beside a place, makes it durable and measures it.
func beside(path string, content []byte) (temp string, err error) {
	f, err := os.CreateTemp(filepath.Dir(path), unfinished)
	if err != nil {
		return "", err
	}

	_, err = f.Write(content)
	if err = errors.Join(err, f.Sync(), f.Close()); err == nil {
		err = measured(f.Name(), len(content))
	}
	if err != nil {
		return "", errors.Join(err, gone(f.Name()))
	}

	return f.Name(), nil
}

// measured reports a file that has not all that was written.
func measured(path string, length int) error {
	info, err := os.Stat(path)
	if err == nil && info.Size() != int64(length) {
		return fmt.Errorf("%d of %d bytes: %w", info.Size(), length, io.ErrShortWrite)
	}
	return err
}

// name gives a file a name that nothing has. A disk that knows no second names holds the place with an empty file first, so
// that no file of another program is ever replaced.
func name(from, to string) error {
	err := os.Link(from, to)
	if err == nil || errors.Is(err, fs.ErrExist) || errors.Is(err, fs.ErrNotExist) {
		return err
	}

	f, err := os.OpenFile(to, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return err
	}
	if err := errors.Join(f.Close(), os.Rename(from, to)); err != nil {
		return errors.Join(err, gone(to))
	}

	return nil
}

func taken(path string) error { return &fs.PathError{Op: "write", Path: path, Err: fs.ErrExist} }

// syncFolder makes a new name durable, where the system can.
func syncFolder(folder string) {
	if f, err := os.Open(folder); err == nil {
		_ = f.Sync()
		_ = f.Close()
	}
}

// gone removes a file that may be gone already.
func gone(path string) error {
	if err := os.Remove(path); !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return nil
}
