package typeset

import (
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"jejaring/assets"
)

// harmed are the fonts of the program, with one of them changed.
func harmed(t testing.TB, name string, change func([]byte) []byte) fs.FS {
	t.Helper()
	files := fstest.MapFS{}
	for _, f := range []string{"Sans-Regular", "Sans-Bold", "Serif-Regular", "Serif-Bold"} {
		data, err := assets.Fonts.ReadFile("fonts/Liberation" + f + ".ttf")
		if err != nil {
			t.Fatal(err)
		}
		if f == name {
			data = change(data)
		}
		files["fonts/Liberation"+f+".ttf"] = &fstest.MapFile{Data: data}
	}

	return files
}

func TestLoadFaces_ADamagedFontIsAnError(t *testing.T) {
	for name, change := range map[string]func([]byte) []byte{
		"empty": func([]byte) []byte { return nil }, "torn off": func(b []byte) []byte { return b[:300] },
		"text": func([]byte) []byte { return []byte("no font") },
		"zero": func(b []byte) []byte { return make([]byte, len(b)) },
	} {
		for _, font := range []string{"Sans-Bold", "Serif-Regular"} {
			if _, err := LoadFaces(harmed(t, font, change)); err == nil || !strings.Contains(err.Error(), "font") {
				t.Errorf("%s %s: %v", name, font, err)
			}
		}
	}
	if _, err := LoadFaces(fstest.MapFS{}); err == nil {
		t.Error("no fonts at all are no error")
	}
}

// A font that gets lost while the program runs is an error, and no panic.
func TestPrint_WithoutAFont(t *testing.T) {
	l := office(t)
	pages := l.Form(manuscript("Dengan hormat,"), []Style{usualStyle()})
	for _, files := range []fs.FS{fstest.MapFS{}, harmed(t, "Sans-Regular", func([]byte) []byte { return []byte("x") })} {
		l.Faces.files = files
		if pdf, err := l.Faces.Print(pages, File{Sheet: l.Sheet}); err == nil {
			t.Errorf("a file of %d bytes", len(pdf))
		}
	}
}

func TestMissing_NamesEachSignOnce(t *testing.T) {
	f := faces(t)
	if odd := f.Missing("é ≥ – √\n"); odd != nil {
		t.Errorf("%q", odd)
	}
	if odd := strings.Join(f.Missing("漢字漢 😀 a"), ""); odd != "漢字😀" {
		t.Errorf("%q", odd)
	}
}
