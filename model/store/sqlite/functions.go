package sqlite

import (
	"database/sql/driver"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"unicode"

	"modernc.org/sqlite"

	"jejaring/model"
)

// The triggers that keep what names are sorted by, and the words that record numbers are found by, call sort_key and number_words, which
// every connection of the program therefore knows.
func init() {
	sqlite.MustRegisterDeterministicScalarFunction("sort_key", 1, ofText("sort_key", func(name string) (driver.Value, error) { return model.SortKey(name), nil }))
	sqlite.MustRegisterDeterministicScalarFunction("number_words", 1, ofText("number_words", numberWords))
}

// ofText is a function of SQL that takes one text.
func ofText(name string, of func(string) (driver.Value, error)) func(*sqlite.FunctionContext, []driver.Value) (driver.Value, error) {
	return func(_ *sqlite.FunctionContext, args []driver.Value) (driver.Value, error) {
		text, ok := args[0].(string)
		if !ok {
			return nil, fmt.Errorf("%s of %T", name, args[0])
		}
		return of(text)
	}
}

// numberWords are the words of a record number and all of them joined, as a list of JSON.
func numberWords(number string) (driver.Value, error) {
	words := Words(number)
	words = append(words, strings.Join(words, ""))
	slices.Sort(words)
	text, err := json.Marshal(slices.DeleteFunc(slices.Compact(words), func(word string) bool { return word == "" }))
	return string(text), err
}

// Words are the words of a text as names and record numbers are compared: case and signs do not count.
func Words(text string) []string {
	return strings.FieldsFunc(strings.ToLower(text), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsNumber(r) && !unicode.IsMark(r)
	})
}
