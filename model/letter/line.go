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

// word is what stands between two spaces.
type word struct {
	pieces []piece
	width  float64
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
			if text == "" {
				continue
			}
			for _, part := range t.cut(text, r.bold, measure) {
				p := piece{part, r.bold, t.width(part, r.bold)}
				if open && all[len(all)-1].width+p.width <= measure {
					last := &all[len(all)-1]
					last.pieces, last.width = append(last.pieces, p), last.width+p.width
				} else {
					all = append(all, word{[]piece{p}, p.width})
				}
				open = false
			}
			open = true
		}
		open = open && !strings.HasSuffix(r.text, " ")
	}
	return all
}

// cut divides a word that is wider than the measure.
func (t typeface) cut(text string, bold bool, measure float64) []string {
	if t.width(text, bold) <= measure {
		return []string{text}
	}
	var parts []string
	start, width := 0, 0.0
	for i, r := range text {
		w := t.width(string(r), bold)
		if width+w > measure && i > start {
			parts = append(parts, text[start:i])
			start, width = i, 0
		}
		width += w
	}
	return append(parts, text[start:])
}

// set breaks runs into lines of at most measure, so that the spaces of a paragraph are as even as they can be, and
// stretches all lines but the last when justify is true.
func (t typeface) set(runs []run, measure float64, justify bool) []line {
	words := t.words(runs, measure)
	space := t.width(" ", false)
	var lines []line
	breaks := breakLines(words, space, measure)
	for i := 0; i+1 < len(breaks); i++ {
		part, gap := words[breaks[i]:breaks[i+1]], space
		natural := -space
		for _, w := range part {
			natural += w.width + space
		}
		if justify && i+2 < len(breaks) && len(part) > 1 {
			if extra := (measure - natural) / float64(len(part)-1); extra < t.size*pt {
				gap += extra
			}
		}
		lines = append(lines, place(part, gap))
	}
	return lines
}

// breakLines returns where lines begin, and the end: the breaks with the least sum of squared white space.
func breakLines(words []word, space, measure float64) []int {
	n := len(words)
	cost, next := make([]float64, n+1), make([]int, n+1)
	for i := n - 1; i >= 0; i-- {
		cost[i] = math.Inf(1)
		width := -space
		for j := i; j < n; j++ {
			if width += words[j].width + space; width > measure+0.001 && j > i {
				break
			}
			c := 0.0
			if j+1 < n {
				c = cost[j+1] + math.Pow(max(measure-width, 0)/measure, 2) + 1e-6
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
			l.width += gap
		}
		for j, p := range w.pieces {
			if last := len(l.spans) - 1; i > 0 && j == 0 && l.spans[last].bold == p.bold {
				l.spans[last].text += " " + p.text
				l.spans[last].width = l.width + p.width - l.spans[last].x
			} else {
				l.spans = append(l.spans, span{l.width, p.width, p.text, p.bold})
			}
			l.width += p.width
		}
	}
	return l
}
