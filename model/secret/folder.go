package secret

import (
	"crypto/rand"
	"encoding/hex"
	"fmt"
)

// folderEntry holds, among the passwords of the file, the random name of the data folder in the keyring. It lets two
// data folders use the same names there, and moves with its folder.
const folderEntry = "folder"

// name returns the name of the data folder in the keyring, or "" when nothing was ever put there.
func (f folder) name() (string, error) {
	sealed, err := f.load()
	return hex.EncodeToString(sealed[folderEntry]), err
}

// makeFolder returns the name of the data folder and makes it at the first time.
func (f folder) makeFolder() (string, error) {
	if name, err := f.name(); err == nil && name != "" {
		return name, nil
	}

	var name string
	err := f.change(func(sealed map[string][]byte) error {
		if len(sealed[folderEntry]) == 0 {
			id := make([]byte, 16)
			if _, err := rand.Read(id); err != nil {
				return fmt.Errorf("secrets: %w", err)
			}
			sealed[folderEntry] = id
		}

		name = hex.EncodeToString(sealed[folderEntry])
		return nil
	})

	return name, err
}
