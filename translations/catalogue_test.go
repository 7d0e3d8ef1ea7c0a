package translations_test

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"
)

// readCatalogue reads a file of texts and fails when a key occurs twice or a text is no plain string.
func readCatalogue(t *testing.T, name string) map[string]string {
	t.Helper()
	raw, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}

	texts := map[string]string{}
	in := json.NewDecoder(bytes.NewReader(raw))
	if _, err := in.Token(); err != nil {
		t.Fatal(name, err)
	}

	for in.More() {
		key, err := in.Token()
		if err != nil {
			t.Fatal(name, err)
		}

		var text string
		if err := in.Decode(&text); err != nil {
			t.Fatalf("%s: %v: %v", name, key, err)
		}
		if _, twice := texts[key.(string)]; twice {
			t.Errorf("%s: %v occurs twice", name, key)
		}

		texts[key.(string)] = text
	}

	return texts
}

// pairs calls check with both sides of every catalogue but Fyne's own.
func pairs(t *testing.T, check func(t *testing.T, id, en map[string]string)) {
	t.Helper()
	files, err := filepath.Glob("*id.json")
	if err != nil || len(files) < 5 {
		t.Fatal(files, err)
	}

	for _, file := range files {
		if !strings.HasPrefix(file, "fyne.") {
			t.Run(file, func(t *testing.T) {
				check(t, readCatalogue(t, file), readCatalogue(t, strings.TrimSuffix(file, "id.json")+"en.json"))
			})
		}
	}
}

func TestBothLanguagesHaveTheSameKeys(t *testing.T) {
	pairs(t, func(t *testing.T, id, en map[string]string) {
		for key := range id {
			if _, ok := en[key]; !ok {
				t.Errorf("%s has no English", key)
			}
		}
		for key := range en {
			if _, ok := id[key]; !ok {
				t.Errorf("%s has no Indonesian", key)
			}
		}
	})
}

func TestEveryFileHasItsPair(t *testing.T) {
	for _, ends := range [][2]string{{"id.json", "en.json"}, {"en.json", "id.json"}} {
		files, _ := filepath.Glob("*" + ends[0])
		for _, file := range files {
			if _, err := os.Stat(strings.TrimSuffix(file, ends[0]) + ends[1]); err != nil {
				t.Error(err)
			}
		}
	}
}

func TestBothLanguagesHaveTheSamePlaces(t *testing.T) {
	place := regexp.MustCompile(`\{[^{}]*\}`)
	places := func(text string) []string {
		found := place.FindAllString(text, -1)
		slices.Sort(found)
		return slices.Compact(found)
	}
	pairs(t, func(t *testing.T, id, en map[string]string) {
		for key, text := range id {
			if a, b := places(text), places(en[key]); !slices.Equal(a, b) {
				t.Errorf("%s: %q, %q", key, a, b)
			}
			if strings.Count(text, "{") != len(place.FindAllString(text, -1)) || strings.Contains(text, "%!") {
				t.Errorf("%s: broken place in %q", key, text)
			}
		}
	})
}

func TestNothingIsLeftUntranslated(t *testing.T) {
	pairs(t, func(t *testing.T, id, en map[string]string) {
		for key, text := range id {
			if text == en[key] && sentence(text) && !sameInBoth(key) {
				t.Errorf("%s says %q in both languages", key, text)
			}
		}
	})
}

// sentence reports whether a text has three words or more.
func sentence(text string) bool {
	count := 0
	for _, word := range strings.Fields(text) {
		if strings.IndexFunc(word, unicode.IsLetter) >= 0 {
			count++
		}
	}
	return count >= 3
}

// sameInBoth reports whether a key stands for a name that is not translated.
func sameInBoth(key string) bool { return strings.HasPrefix(key, "name.") }

func TestTextsAreTidy(t *testing.T) {
	wrong := regexp.MustCompile(`(?i)\b(kerjasama|materai|ijin|praktek|apotik|resiko|perlindungan data|e-?mail|jum'at|milyar|silahkan|antar fasyankes|non medis|menghandle|antri)\b`)
	pairs(t, func(t *testing.T, id, en map[string]string) {
		for _, texts := range []map[string]string{id, en} {
			for key, text := range texts {
				if strings.TrimSpace(text) != text || text == "" || strings.Contains(text, "  ") || strings.Contains(text, "...") {
					t.Errorf("%s: %q", key, text)
				}
			}
		}
		for key, text := range id {
			if found := wrong.FindString(text); found != "" {
				t.Errorf("%s: %q is not EYD in %q", key, found, text)
			}
		}
	})
}

func TestWhatHappenedWhatWasKeptWhatNext(t *testing.T) {
	for _, lang := range []string{"id", "en"} {
		for key, text := range readCatalogue(t, "problems."+lang+".json") {
			if !strings.HasSuffix(text, ".") {
				t.Errorf("%s %s is no sentence: %q", lang, key, text)
			}
			if strings.HasPrefix(key, "error.") && !strings.HasSuffix(key, ".hint") && strings.Count(text, ". ") < 1 {
				t.Errorf("%s %s does not say what was kept: %q", lang, key, text)
			}
		}
	}
}
