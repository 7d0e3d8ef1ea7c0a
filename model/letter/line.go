package letter

import (
	"math"
	"strings"
)

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

// span is a piece of a line, placed at x millimetres from its beginning; its spaces are stretched to fill width.
type span struct {
	x, width float64
	text     string
	bold     bool
}

// line is one set line.
type line struct {
	spans []span
	width float64
}

// typeface is a family at a size.
type typeface struct {
	family family
	size   float64
}

func (t typeface) width(text string, bold bool) float64 { return t.family.width(text, t.size, bold) }

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
	return after == "%" || strings.Contains(" ≤ ≥ < > Pasal Article ayat Nomor ", " "+before+" ")
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

// set breaks runs into lines of at most measure, so that the spaces of a paragraph are as even as they can be, and
// stretches all lines but the last when justify is true.
func (t typeface) set(runs []run, measure float64, justify bool) []line {
	words, space := t.words(runs, measure), t.width(" ", false)
	return t.lines(words, breakLines(words, space, measure, false), measure, justify)
}

// balance breaks runs into lines of about the same length, for centred text.
func (t typeface) balance(runs []run, measure float64) []line {
	words, space := t.words(runs, measure), t.width(" ", false)
	return t.lines(words, breakLines(words, space, measure, true), measure, false)
}

func (t typeface) lines(words []word, breaks []int, measure float64, justify bool) []line {
	space := t.width(" ", false)
	var lines []line
	for i := 0; i+1 < len(breaks); i++ {
		part, gap := words[breaks[i]:breaks[i+1]], space
		natural, spaces := part[0].width, 0
		for _, w := range part[1:] {
			natural += w.width + w.room(space)
			if !w.joined {
				spaces++
			}
		}
		if justify && i+2 < len(breaks) && spaces > 0 {
			if extra := (measure - natural) / float64(spaces); extra < 1.5*t.size*pt {
				gap += extra
			}
		}
		lines = append(lines, place(part, gap))
	}
	return lines
}

// breakLines returns where lines begin, and the end: the breaks with the least sum of squared white space, in which the
// last line counts only when the text is to be balanced.
func breakLines(words []word, space, measure float64, balanced bool) []int {
	n := len(words)
	cost, next := make([]float64, n+1), make([]int, n+1)
	for i := n - 1; i >= 0; i-- {
		cost[i] = math.Inf(1)
		width := -words[i].room(space)
		for j := i; j < n; j++ {
			if width += words[j].width + words[j].room(space); width > measure+0.001 && j > i {
				break
			}
			c := cost[j+1] + 1e-6
			if j+1 < n || balanced {
				c += math.Pow(max(measure-width, 0)/measure, 2)
			}
			if j+1 < n && words[j+1].glued {
				c += 10
			}
			if c <= cost[i] {
				cost[i], next[i] = c, j+1
			}
		}
	}
	breaks := []int{0}
	for i := 0; i < n; i = next[i] {
		breaks = append(breaks, next[i])
	}
	return breaks
}

// place joins words of the same weight to spans.
func place(words []word, gap float64) line {
	var l line
	for i, w := range words {
		if i > 0 {
			l.width += w.room(gap)
		}
		for j, p := range w.pieces {
			if last := len(l.spans) - 1; i > 0 && j == 0 && l.spans[last].bold == p.bold {
				if !w.joined {
					l.spans[last].text += " "
				}
				l.spans[last].text += p.text
				l.spans[last].width = l.width + p.width - l.spans[last].x
			} else {
				l.spans = append(l.spans, span{l.width, p.width, p.text, p.bold})
			}
			l.width += p.width
		}
	}
	return l
}
