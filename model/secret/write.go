package secret

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
)

// Write puts a file in place whole or not at all, readable by its owner alone: it is written beside its place, made
// durable, measured and renamed, and the folder is made durable, too. What a kill leaves beside is removed by the next one.
func Write(path string, content []byte) (err error) {
	temp, err := os.CreateTemp(filepath.Dir(path), filepath.Base(path)+".*")
	if err != nil {
		return fmt.Errorf("secrets: %w", err)
	}
	defer func() {
		if err != nil {
			_ = temp.Close()
			_ = os.Remove(temp.Name())
		}
	}()
	if err = temp.Chmod(0o600); err != nil {
		return fmt.Errorf("secrets: %w", err)
	}
	if _, err = temp.Write(content); err != nil {
		return fmt.Errorf("secrets: %w", err)
	}
	if err = temp.Sync(); err != nil {
		return fmt.Errorf("secrets: %w", err)
	}
	if err = temp.Close(); err != nil {
		return fmt.Errorf("secrets: %w", err)
	}
	if info, failed := os.Stat(temp.Name()); failed != nil || info.Size() != int64(len(content)) {
		err = errors.Join(failed, io.ErrShortWrite)
		return fmt.Errorf("secrets: %w", err)
	}
	if err = os.Rename(temp.Name(), path); err != nil {
		return fmt.Errorf("secrets: %w", err)
	}
	if folder, failed := os.Open(filepath.Dir(path)); failed == nil {
		_ = folder.Sync() // the new name, too, where the system can
		_ = folder.Close()
	}
	return nil
}
