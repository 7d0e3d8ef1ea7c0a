// Package translations holds every word of the program in Indonesian and English, and writes numbers, dates and money
// as these languages do. It knows nothing of records, windows or papers: they ask with keys.
//
// A language is made of the files *.id.json or *.en.json (and id.json, en.json), each a flat list of keys and texts:
// "error.not_found", "enum.sector.ngo", "field.partner.name", "problem.required", "warning.urgent". Both languages
// have the same keys and the same places. A text takes its arguments at the places {0}, {1} …
package translations

import (
	"embed"
	"encoding/json"
	"fmt"
	"strings"

	"golang.org/x/text/language"
	"golang.org/x/text/message"
)

//go:embed *.json
var files embed.FS

// In returns the words of a language, "id" or "en". Another language is an error.
func In(lang string) (Words, error) {
	if lang != "id" && lang != "en" {
		return Words{}, fmt.Errorf("no words for language %q", lang)
	}

	w := Words{lang: lang, texts: map[string]string{}, printer: message.NewPrinter(language.MustParse(lang))}
	entries, err := files.ReadDir(".")
	if err != nil {
		return Words{}, fmt.Errorf("translations: %w", err)
	}

	for _, e := range entries {
		if name := e.Name(); (name == lang+".json" || strings.HasSuffix(name, "."+lang+".json")) && !strings.HasPrefix(name, "fyne.") {
			if err := w.add(name); err != nil {
				return Words{}, err
			}
		}
	}

	return w, nil
}

// FyneOwn returns the texts of Fyne's own widgets in a language, in the form that Fyne's package lang reads,
// or nil for an unknown language. It holds every key of Fyne, so that no other language shows through.
func FyneOwn(lang string) []byte {
	texts, err := files.ReadFile("fyne." + lang + ".json")
	if err != nil {
		return nil
	}
	return texts
}

func (w Words) add(name string) error {
	raw, err := files.ReadFile(name)
	if err != nil {
		return fmt.Errorf("translations: %w", err)
	}

	var texts map[string]string
	if err := json.Unmarshal(raw, &texts); err != nil {
		return fmt.Errorf("translations: %s: %w", name, err)
	}

	for key, text := range texts {
		if _, twice := w.texts[key]; twice {
			return fmt.Errorf("translations: %s: key %q occurs twice", name, key)
		}
		w.texts[key] = text
	}

	return nil
}
