package translations_test

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"jejaring/translations"
)

func TestFyneOwnTextsAreComplete(t *testing.T) {
	dir, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", "fyne.io/fyne/v2").Output()
	if err != nil {
		t.Fatal("the source of Fyne is not at hand:", err)
	}

	base, err := os.ReadFile(filepath.Join(strings.TrimSpace(string(dir)), "lang", "translations", "base.en.json"))
	if err != nil {
		t.Fatal("the source of Fyne is not at hand:", err)
	}

	want := fyneKeys(t, base)
	for _, lang := range []string{"id", "en"} {
		if got := fyneKeys(t, translations.FyneOwn(lang)); !slices.Equal(got, want) {
			t.Errorf("%s: %q, want %q", lang, got, want)
		}
	}

	if len(want) != 39 || translations.FyneOwn("de") != nil {
		t.Errorf("%d keys", len(want))
	}
}

// fyneKeys returns the keys of a file in the form of Fyne's package lang, with the forms of each.
func fyneKeys(t *testing.T, raw []byte) (keys []string) {
	t.Helper()
	var texts map[string]any
	if err := json.Unmarshal(raw, &texts); err != nil {
		t.Fatal(err)
	}

	for key, text := range texts {
		if forms, ok := text.(map[string]any); ok {
			for form := range forms {
				keys = append(keys, key+"/"+form)
			}
			continue
		}
		keys = append(keys, key)
	}

	slices.Sort(keys)
	return keys
}
