package ui_test

import (
	"slices"
	"strings"
	"testing"
)

// pagesTyped are the forms by which a paper begins, with the pages of each. The parties of an agreement are left out: what stands there
// is asked on the first page already, by other names.
func pagesTyped() map[string][][]string {
	return map[string][][]string{
		"Perjanjian baru": {{"Perjanjian", "Perjanjian baru"}, {"Data pokok"}, {"Isi"}, {"Hak dan kewajiban"}, {"Ketentuan"}},
		"Rujukan baru":    {{"Rujukan", "Rujukan baru"}, {"Rujukan"}, {"Rincian"}},
		"Pelatihan baru":  {{"Pelatihan", "Pelatihan baru"}, {"Profil"}},
	}
}

// gapLines are the lines of the list of what is missing.
func (c *clinic) gapLines() (lines []string) {
	for _, text := range c.Texts() {
		if line, ok := strings.CutPrefix(text, "• "); ok {
			lines = append(lines, line)
		}
	}
	return lines
}

// What has the sign of what is required, and is empty, is in the list beside the form; what the list names has the sign.
func TestGaps_TheListAndTheStarsSayTheSame(t *testing.T) {
	for name, pages := range pagesTyped() {
		t.Run(name, func(t *testing.T) {
			c := sampleOpen(t)
			c.Tap(pages[0]...)
			c.Sees("sebelum terbit")
			c.loop.Drain()
			lines := c.gapLines()
			if len(lines) < 3 {
				t.Fatalf("the list has %q", lines)
			}
			t.Logf("%q", lines)

			for _, page := range pages[1:] {
				if len(pages) > 2 {
					c.Tap(page...)
					c.loop.Drain()
				}
				for _, text := range c.Texts() {
					label, star := strings.CutSuffix(text, " *")
					if !star {
						continue
					}
					for _, f := range c.Fields(label) {
						listed := slices.ContainsFunc(lines, func(line string) bool { return strings.HasPrefix(line, label+" ") })
						if f.Text() != "Klinik sendiri" && (f.Text() == "" || f.Text() == "Pilih …") != listed {
							t.Errorf("%s: %q holds %q, listed %v", page, label, f.Text(), listed)
						}
					}
				}
			}
		})
	}
}

// What is missing follows what is typed, also a row that was just added and that no input was left for.
func TestGaps_FollowARowThatIsAdded(t *testing.T) {
	c := sampleOpen(t)
	c.Tap("Pelatihan", "Pelatihan baru")
	c.Sees("• Sesi wajib diisi.")
	c.Tap("Sesi", "Tambah sesi")
	c.SeesNoMore("• Sesi wajib diisi.")
}
