package mail

import (
	"fmt"
	"testing"

	"jejaring/translations"
)

// TestKey_EveryNoteOfAMailboxHasWords: whatever a mailbox says about its last synchronisation, the user reads a
// sentence and what to do, in both languages. A cancelled one says nothing.
func TestKey_EveryNoteOfAMailboxHasWords(t *testing.T) {
	for _, language := range []string{"id", "en"} {
		words, err := translations.In(language)
		if err != nil {
			t.Fatal(err)
		}

		for _, c := range append(conditions(), condition{fmt.Errorf("nobody expects this"), "unknown"}) {
			key := Key(fmt.Errorf("in the middle: %w", c.err))
			if key != c.key {
				t.Errorf("%v is called %q, want %q", c.err, key, c.key)
			}
			if key == "cancelled" {
				continue
			}

			for _, name := range []string{"error." + key, "error." + key + ".hint"} {
				if !words.Has(name) {
					t.Errorf("%s has no text for %s", language, name)
				}
			}
		}
	}
}
