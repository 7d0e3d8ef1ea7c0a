package letter

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

// room is the space that stands before a word inside a line.
func (w word) room(space float64) float64 {
	if w.joined {
		return 0
	}
	return space
}

// words cuts runs at their spaces; words too long for the measure are cut as well.
func (t typeface) words(runs []run, measure float64) []word {
	var all []word
	open := false // the next piece continues the last word
	for _, r := range runs {
		for i, text := range strings.Split(r.text, " ") {
			open = open && i == 0
			for k, part := range t.cut(text, r.bold, measure) {
				p := piece{part, r.bold, t.width(part, r.bold)}
				last := len(all) - 1
				if open && k == 0 && all[last].width+p.width <= measure {
					all[last].pieces, all[last].width = append(all[last].pieces, p), all[last].width+p.width
					continue
				}
				w := word{pieces: []piece{p}, width: p.width, joined: open || k > 0}
				w.glued = last >= 0 && !w.joined && glued(all[last].pieces[0].text, part)
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
// behind its @ beforehand. Empty text has no parts.
func (t typeface) cut(text string, bold bool, measure float64) []string {
	if text == "" {
		return nil
	}
	limit := measure
	if strings.Contains(text, "@") {
		limit = measure / 2
	}
	var parts []string
	for t.width(text, bold) > limit {
		n := t.fitting(text, bold, measure)
		if at := strings.IndexByte(text, '@'); at >= 0 && at < n {
			n = at + 1
		} else if t.width(text, bold) <= measure {
			break
		} else if at := strings.LastIndexAny(text[:n], "/.-_"); at > n/2 {
			n = at + 1
		}
		parts, text = append(parts, text[:n]), text[n:]
	}
	if text != "" {
		parts = append(parts, text)
	}
	return parts
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
