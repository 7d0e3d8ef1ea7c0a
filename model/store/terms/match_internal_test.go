package terms

import (
	"math/rand/v2"
	"strings"
	"testing"
)

// TestWords_NothingIsTakenForNoNumber holds the quick looks at a text against the expressions that they save.
func TestWords_NothingIsTakenForNoNumber(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	pieces := []string{"PKS", "rjk", "0", "62", "+62", "0812", "3", "-", "_", " ", "/", ".", "(", ")", "rangkap", "akh", "x", "klinik", "2024", "\\", "é", ".pdf"}
	papers, phoned := 0, 0
	for range 20_000 {
		var text strings.Builder
		for range 1 + r.IntN(9) {
			text.WriteString(pieces[r.IntN(len(pieces))])
		}

		if paperFile().MatchString(text.String()) {
			papers++
			if !namesFile(text.String()) {
				t.Errorf("%q is the name of a paper", text.String())
			}
		}
		for _, hit := range telephone().FindAllString(text.String(), -1) {
			if n := dialled(hit); len(n) >= 7 && len(n) <= 13 {
				phoned++
				if !dialling(text.String()) {
					t.Errorf("%q has a telephone number", text.String())
				}
			}
		}
	}
	if papers < 100 || phoned < 100 {
		t.Errorf("%d papers and %d telephones are too few to tell", papers, phoned)
	}
}
