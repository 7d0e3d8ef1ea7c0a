package file

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
)

// How a file is called until it is whole: .jejaring-4711.new. The star is a random number.
const (
	begin      = ".jejaring-"
	end        = ".new"
	unfinished = begin + "*" + end
)

// Sweep removes from a folder what killed programs left of files that they were writing. Earlier versions called them
// .jejaring-4711, and beside a named file of the data folder, patients.key.4711: those of the given names go, too. A
// program that is just writing there begins anew.
func Sweep(folder string, names ...string) error {
	entries, err := os.ReadDir(folder)
	for _, e := range entries {
		if e.Type().IsRegular() && left(e.Name(), names) {
			err = errors.Join(err, gone(filepath.Join(folder, e.Name())))
		}
	}
	return err
}

// left reports whether a file has a name that only an unfinished one has.
func left(file string, names []string) bool {
	if rest, ok := strings.CutPrefix(file, begin); ok {
		return random(strings.TrimSuffix(rest, end))
	}

	for _, name := range names {
		if rest, ok := strings.CutPrefix(file, name+"."); ok && random(rest) {
			return true
		}
	}

	return false
}

// random reports whether a text can be the random part of a name: digits alone.
func random(text string) bool {
	return text != "" && strings.Trim(text, "0123456789") == ""
}
