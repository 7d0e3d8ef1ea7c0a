package typeset

import "math"

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

// set breaks runs into lines of at most measure, so that the spaces of a paragraph are as even as they can be, and
// stretches all lines but the last when justify is true.
func (t typeface) set(runs []Run, measure float64, justify bool) []line {
	words := t.words(runs, measure)
	blank := t.width(" ", false)
	return t.lines(words, breakLines(words, blank, measure, false), measure, justify)
}

// balance breaks runs into lines of about the same length, for centred text.
func (t typeface) balance(runs []Run, measure float64) []line {
	words := t.words(runs, measure)
	blank := t.width(" ", false)
	return t.lines(words, breakLines(words, blank, measure, true), measure, false)
}

func (t typeface) lines(words []word, breaks []int, measure float64, justify bool) []line {
	blank := t.width(" ", false)
	var lines []line
	for i := 0; i+1 < len(breaks); i++ {
		inLine := words[breaks[i]:breaks[i+1]]
		natural := inLine[0].width
		blanks := 0
		for _, w := range inLine[1:] {
			natural += w.width + w.before(blank)
			if !w.joined {
				blanks++
			}
		}

		gap := blank
		if justify && i+2 < len(breaks) && blanks > 0 {
			if extra := (measure - natural) / float64(blanks); extra < 1.5*t.size*pt {
				gap += extra
			}
		}

		lines = append(lines, place(inLine, gap))
	}

	return lines
}

// breakLines returns where lines begin, and the end: the breaks with the least sum of squared white space, in which the
// last line counts only when the text is to be balanced.
func breakLines(words []word, blank, measure float64, balanced bool) []int {
	n := len(words)
	cost := make([]float64, n+1)
	next := make([]int, n+1)
	for i := n - 1; i >= 0; i-- {
		cost[i] = math.Inf(1)
		width := -words[i].before(blank)
		for j := i; j < n; j++ {
			if width += words[j].width + words[j].before(blank); width > measure+0.001 && j > i {
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
				cost[i] = c
				next[i] = j + 1
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
			l.width += w.before(gap)
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
