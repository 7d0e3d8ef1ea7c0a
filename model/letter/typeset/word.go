package typeset

import "strings"

// piece is a part of a word in one weight.
type piece struct {
	text  string
	bold  bool
	width float64
}

// word is what stands between two places where a line may end. A glued one does not begin a line if that can be
// avoided; a joined one follows the word before without a space.
type word struct {
	pieces        []piece
	width         float64
	glued, joined bool
}

// before is the width of the blank that stands before a word inside a line.
func (w word) before(blank float64) float64 {
	if w.joined {
		return 0
	}
	return blank
}

// words cuts runs at their spaces; words too long for the measure are cut as well.
func (t typeface) words(runs []Run, measure float64) []word {
	var all []word
	open := false // the next piece continues the last word
	for _, r := range runs {
		for i, text := range strings.Split(r.Text, " ") {
			open = open && i == 0
			for k, letters := range t.cut(text, r.Bold, measure) {
				p := piece{letters, r.Bold, t.width(letters, r.Bold)}
				last := len(all) - 1
				if open && k == 0 && all[last].width+p.width <= measure {
					all[last].pieces = append(all[last].pieces, p)
					all[last].width += p.width
					continue
				}

				w := word{pieces: []piece{p}, width: p.width, joined: open || k > 0}
				w.glued = last >= 0 && !w.joined && glued(all[last].pieces[0].text, letters)
				all = append(all, w)
			}

			open = text != "" || open
		}
	}

	return all
}

// glued reports whether two words should not be parted: a sign and its number, an article and its number.
func glued(before, after string) bool {
	return strings.TrimRight(after, ";,.") == "%" || strings.Contains(" ≤ ≥ < > Pasal Article ayat Nomor SpO2 GCS TD BP ", " "+before+" ")
}

// cut divides a word that is wider than the measure, where it can behind a mark; a long address of mail is divided
// behind its @ beforehand. Empty text is cut into nothing.
func (t typeface) cut(text string, bold bool, measure float64) []string {
	if text == "" {
		return nil
	}

	limit := measure
	if strings.Contains(text, "@") {
		limit = measure / 2
	}

	var cut []string
	for t.width(text, bold) > limit {
		n := t.fitting(text, bold, measure)
		if at := strings.IndexByte(text, '@'); at >= 0 && at < n {
			n = at + 1
		} else if t.width(text, bold) <= measure {
			break
		} else if at := strings.LastIndexAny(text[:n], "/.-_"); at > n/2 {
			n = at + 1
		}

		cut = append(cut, text[:n])
		text = text[n:]
	}

	if text != "" {
		cut = append(cut, text)
	}
	return cut
}

// fitting is the length of the longest beginning, of one character at least, that is no wider than the measure.
func (t typeface) fitting(text string, bold bool, measure float64) int {
	width := 0.0
	for i, r := range text {
		if width += t.width(string(r), bold); width > measure && i > 0 {
			return i
		}
	}
	return len(text)
}
