package main

import (
	"fmt"
	"os"
	"os/user"
	"path/filepath"
	"runtime"

	"github.com/adrg/xdg"

	"jejaring/model/system"
)

// ownFile and sampleFile are the two registers of a data folder.
const (
	ownFile    = "register.db"
	sampleFile = "sample.db"
)

// sampleKey names the key of the sample's fictitious patients.
const sampleKey = "sample-patients"

// dataFolder returns the folder of the register and makes it when it is missing.
func dataFolder(given string) (string, error) {
	dir, err := dataPath(given)
	if err != nil {
		return "", err
	}
	return dir, os.MkdirAll(dir, 0o700)
}

// dataPath returns the folder of the register: the given one, or the place where the system keeps a user's data.
func dataPath(given string) (string, error) {
	dir := given
	if dir == "" {
		dir = os.Getenv("JEJARING_DATA")
	}

	if dir == "" {
		var err error
		if dir, err = userData(); err != nil {
			return "", err
		}
	}

	dir, err := filepath.Abs(dir)
	if err != nil {
		return "", fmt.Errorf("data folder: %w", err)
	}
	return dir, nil
}

// userData is where the system keeps a user's data: the XDG data folder, %LocalAppData% of Windows (the roaming one may lie on
// a server, where SQLite's locks do not hold), Application Support of a Mac.
func userData() (string, error) {
	xdg.Reload() // tests live in homes of their own
	_, homeless := os.UserHomeDir()
	if homeless != nil && !filepath.IsAbs(os.Getenv("XDG_DATA_HOME")) {
		return "", fmt.Errorf("%w: %w", system.ErrNoHome, homeless)
	}
	if runtime.GOOS == "windows" || runtime.GOOS == "darwin" {
		return filepath.Join(xdg.DataHome, "Jejaring"), nil
	}

	return filepath.Join(xdg.DataHome, "jejaring"), nil
}

// actor is the name that the change history gives to the person at this computer.
func actor() string {
	if u, err := user.Current(); err == nil && u.Username != "" {
		return u.Username
	}
	return "admin"
}
