package imap

import (
	"fmt"
	"maps"
	"slices"
	"testing"
)

// TestHearSearch_TakesNumbersHoweverTheyAreWritten has answers to a search; those to other questions are nobody's.
func TestHearSearch_TakesNumbersHoweverTheyAreWritten(t *testing.T) {
	for _, c := range []struct {
		resp  string
		mine  bool
		found string
	}{
		{"* SEARCH 3 1 2", true, "[1 2 3]"},
		{"* search 3", true, "[3]"},
		{"* SEARCH", true, "[]"},
		{"* SEARCH 1 5 (MODSEQ 917162500)", true, "[1 5]"},
		{"* SEARCH 1:3", true, "[1 2 3]"},
		{"* SEARCH x -5 4294967296 7", true, "[7]"},
		{`* ESEARCH (TAG "a1") UID ALL 1:3,9`, true, "[1 2 3 9]"},
		{`* ESEARCH (TAG "a1") UID MIN 1 COUNT 4 ALL 5,3:1`, true, "[1 2 3 5]"},
		{`* ESEARCH (TAG "a1") UID ALL`, true, "[]"},
		{"* 3 EXISTS", false, "[]"},
		{"* ", false, "[]"},
	} {
		found := map[uint32]bool{}
		mine := hearSearch([]byte(c.resp+"\r\n"), found)
		if got := fmt.Sprint(slices.Sorted(maps.Keys(found))); mine != c.mine || got != c.found {
			t.Errorf("%s: %s, %v", c.resp, got, mine)
		}
	}
}

func TestHearUID_TakesIdentifiersOutOfNews(t *testing.T) {
	for _, c := range []struct {
		resp  string
		mine  bool
		found string
	}{
		{"* 1 FETCH (UID 17)", true, "[17]"},
		{"* 1 fetch (FLAGS (\\Seen) uid 17)", true, "[17]"},
		{"* 1 FETCH (FLAGS (\\Seen))", true, "[]"},
		{"* 1 FETCH (UID)", true, "[]"},
		{"* 1 FETCH", false, "[]"},
		{"* 3 EXISTS", false, "[]"},
	} {
		found := map[uint32]bool{}
		mine := hearUID([]byte(c.resp+"\r\n"), found)
		if got := fmt.Sprint(slices.Sorted(maps.Keys(found))); mine != c.mine || got != c.found {
			t.Errorf("%s: %s, %v", c.resp, got, mine)
		}
	}
}

// TestAddRange_EndsWhatAServerAnnouncesWithoutEnd fills no memory with a range of four thousand million mails.
func TestAddRange_EndsWhatAServerAnnouncesWithoutEnd(t *testing.T) {
	found := map[uint32]bool{}
	addRange("1:4294967295", found)
	if len(found) != maxFound {
		t.Errorf("%d numbers", len(found))
	}
}
