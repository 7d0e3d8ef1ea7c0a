package main

import (
	"fmt"
	"os"
	"os/user"
	"path/filepath"
	"runtime"

	"jejaring/model"
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

func userData() (string, error) {
	if runtime.GOOS != "windows" && runtime.GOOS != "darwin" {
		if dir := os.Getenv("XDG_DATA_HOME"); filepath.IsAbs(dir) {
			return filepath.Join(dir, "jejaring"), nil
		}
		home, err := os.UserHomeDir()
		return filepath.Join(home, ".local", "share", "jejaring"), homeless(err)
	}
	place := os.UserConfigDir
	if runtime.GOOS == "windows" {
		place = os.UserCacheDir // %LocalAppData%: the other one may lie on a server, where SQLite's locks do not hold
	}
	dir, err := place()
	return filepath.Join(dir, "Jejaring"), homeless(err)
}

// homeless says that the system names no place for the user's files.
func homeless(err error) error {
	if err != nil {
		return fmt.Errorf("%w: %w", model.ErrNoHome, err)
	}
	return nil
}

// actor is the name that the change history gives to the person at this computer.
func actor() string {
	if u, err := user.Current(); err == nil && u.Username != "" {
		return u.Username
	}
	return "admin"
}
