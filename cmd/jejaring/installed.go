package main

import (
	"os"
	"path/filepath"
	"strings"
)

// commit is the state of the sources that a program was built from; the linker writes it (-X), and it is empty in a
// program that was built without the recipes.
var commit string

// named is the version with its commit.
func named() string {
	if commit == "" {
		return version
	}
	return version + " (" + commit + ")"
}

// languageFile lies beside an installed program and holds the language that was chosen in its setup: id or en.
const languageFile = "language.txt"

// installedLanguage is the language of the setup, or "" where none was said.
func installedLanguage() string {
	program, err := os.Executable()
	if err != nil {
		return ""
	}
	return languageOf(filepath.Dir(program))
}

func languageOf(folder string) string {
	text, err := os.ReadFile(filepath.Join(folder, languageFile))
	if err != nil || len(text) > 100 {
		return ""
	}
	return strings.ToLower(strings.TrimSpace(strings.TrimPrefix(string(text), "\ufeff")))
}
