package form_test

import (
	"strings"
	"testing"

	"jejaring/model"
)

// TestForm_ATextWithoutEndIsRefusedAtItsInput holds whole books: the input says how much it takes, and keeps what it got.
func TestForm_ATextWithoutEndIsRefusedAtItsInput(t *testing.T) {
	line := strings.Repeat("é ", 500) + "é"
	d := sitDown(t, "id", letter{title: line, notes: strings.Repeat("kata ", 4_000) + "k"}, nil)
	_, problems := d.form.Record()
	compare(t, problems, model.Problems{{Field: "title", Code: model.CodeTooLong, Args: []string{"1000"}},
		{Field: "notes", Code: model.CodeTooLong, Args: []string{"20000"}}})
	d.form.Show(problems, "", false)
	if !d.Shows("Terlalu panjang: paling banyak 1000 huruf.") {
		t.Error("the input does not say so")
	}
	if d.Field("Tentang").Text() != line {
		t.Error("the text is not there any more")
	}
}
