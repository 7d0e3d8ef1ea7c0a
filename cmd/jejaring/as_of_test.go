package main

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// agreementsAsTheyAre is every agreement with its parts, without what only counts that it was written.
func agreementsAsTheyAre(t *testing.T, dir string, args ...string) map[string]record {
	t.Helper()
	all := map[string]record{}
	for _, r := range decoded[[]record](t, must(t, dir, append(args, "list", "agreements", "--json")...)) {
		id := fmt.Sprint(r["id"])
		whole := decoded[record](t, must(t, dir, append(args, "show", "agreement", id, "--json")...))
		for _, counted := range []string{"version", "updated_at", "updated_by"} {
			delete(whole, counted)
		}
		all[id] = whole
	}

	return all
}

// TestAsOf_ThereAndBackLeavesEveryAgreementAsItWas: a question about a day far ahead, or behind, is no change.
func TestAsOf_ThereAndBackLeavesEveryAgreementAsItWas(t *testing.T) {
	dir := withSample(t)
	before := agreementsAsTheyAre(t, dir)
	for _, day := range []string{"2026-12-16", "2030-01-01", "2025-01-01"} {
		agreementsAsTheyAre(t, dir, "--as-of", day)
		if diff := cmp.Diff(before, agreementsAsTheyAre(t, dir)); diff != "" {
			t.Errorf("after a look at %s:\n%s", day, diff)
		}
	}

	must(t, dir, "check")
}
