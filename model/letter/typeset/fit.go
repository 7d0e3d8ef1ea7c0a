package typeset

import (
	"fmt"
	"strings"
)

const (
	// barWidth is the room for the bars of a table, in millimetres.
	barWidth = 80
	// cellAir is the air beside the text of a cell.
	cellAir = 4
)

// wanted is what a column asks for: its longest text, and its longest word, which must not break.
type wanted struct{ natural, least float64 }

// FitColumns shares a width among the columns of a table, in the notation of @columns. What is missing is taken from the
// columns with the longest texts, what is left goes to the first. A column of numbers stands at the right. With bars, the last
// column is for them and has no line at its left.
func (f Faces) FitColumns(s Style, width float64, heads []string, rows [][]string, bars bool) string {
	room := width
	if bars {
		room -= barWidth
	}

	face := f.style(s).face
	columns := make([]wanted, len(heads))
	for i := range columns {
		columns[i] = face.measureColumn(heads, rows, i)
	}

	share(columns, room)

	words := make([]string, len(columns))
	for i, c := range columns {
		words[i] = fmt.Sprintf("%.2f", c.natural)
		if i > 0 && numeric(rows, i) {
			words[i] += "r"
		}
	}

	if bars {
		words = append(words, fmt.Sprintf("%d-", barWidth))
	}
	return strings.Join(words, " ")
}

// share makes the columns as wide as the room together, as far as their longest words allow.
func share(columns []wanted, room float64) {
	var sum float64
	for _, c := range columns {
		sum += c.natural
	}

	for sum > room {
		widest := -1
		for i, c := range columns {
			if c.natural > c.least && (widest < 0 || c.natural > columns[widest].natural) {
				widest = i
			}
		}

		if widest < 0 {
			break // the table is wider than its room
		}

		cut := min(1, columns[widest].natural-columns[widest].least, sum-room)
		columns[widest].natural -= cut
		sum -= cut
	}

	columns[0].natural += max(room-sum, 0)
}

func (t typeface) measureColumn(heads []string, rows [][]string, i int) wanted {
	c := wanted{natural: t.width(heads[i], true)}
	for word := range strings.FieldsSeq(heads[i]) {
		c.least = max(c.least, t.width(word, true))
	}

	for _, cells := range rows {
		if i >= len(cells) {
			continue
		}
		c.natural = max(c.natural, t.width(cells[i], false))
		for word := range strings.FieldsSeq(cells[i]) {
			c.least = max(c.least, t.width(word, false))
		}
	}

	return wanted{c.natural + cellAir, c.least + cellAir}
}

// numeric reports whether most of a column are numbers, among dashes and a few numbers with a unit.
func numeric(rows [][]string, column int) bool {
	numbers := 0
	others := 0
	for _, cells := range rows {
		if column >= len(cells) {
			continue
		}
		switch text := strings.Trim(cells[column], "+-—–%\u00a0 "); {
		case text == "":
		case strings.Trim(text, "0123456789.,") == "":
			numbers++
		default:
			others++
		}
	}

	return numbers > others
}
