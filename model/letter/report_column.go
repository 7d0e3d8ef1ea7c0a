package letter

import (
	"fmt"
	"strings"

	"jejaring/model"
)

const (
	// reportWidth is the room for a table on the page, reportBar that for its bars, in millimetres.
	reportWidth = 185
	reportBar   = 80
	// reportInset is the air beside the text of a cell.
	reportInset = 4
)

// reportColumn is what a column asks for: its longest text, and its longest word, which must not break.
type reportColumn struct{ natural, least float64 }

// reportColumns shares the width of a table among its columns, in the notation of @columns. What is missing is taken from
// the columns with the longest texts, what is left goes to the first. A column of numbers stands at the right.
func reportColumns(p model.ReportPart, face typeface) string {
	room := float64(reportWidth)
	if p.Bars != nil {
		room -= reportBar
	}
	columns := make([]reportColumn, len(p.Heads))
	var sum float64
	for i := range columns {
		columns[i] = measureColumn(p, i, face)
		sum += columns[i].natural
	}
	for sum > room {
		widest := -1
		for i, c := range columns {
			if c.natural > c.least && (widest < 0 || c.natural > columns[widest].natural) {
				widest = i
			}
		}
		if widest < 0 {
			break
		}
		cut := min(1, columns[widest].natural-columns[widest].least, sum-room)
		columns[widest].natural -= cut
		sum -= cut
	}
	columns[0].natural += max(room-sum, 0)
	words := make([]string, len(columns))
	for i, c := range columns {
		words[i] = fmt.Sprintf("%.2f", c.natural)
		if i > 0 && numeric(p.Rows, i) {
			words[i] += "r"
		}
	}
	if p.Bars != nil {
		words = append(words, fmt.Sprintf("%d-", reportBar))
	}
	return strings.Join(words, " ")
}

func measureColumn(p model.ReportPart, i int, face typeface) reportColumn {
	c := reportColumn{natural: face.width(p.Heads[i], true)}
	for word := range strings.FieldsSeq(p.Heads[i]) {
		c.least = max(c.least, face.width(word, true))
	}
	for _, row := range p.Rows {
		if i >= len(row) {
			continue
		}
		c.natural = max(c.natural, face.width(row[i], false))
		for word := range strings.FieldsSeq(row[i]) {
			c.least = max(c.least, face.width(word, false))
		}
	}
	return reportColumn{c.natural + reportInset, c.least + reportInset}
}

// numeric reports whether most of a column are numbers, among dashes and a few numbers with a unit.
func numeric(rows [][]string, column int) bool {
	numbers, others := 0, 0
	for _, row := range rows {
		if column >= len(row) {
			continue
		}
		switch text := strings.Trim(row[column], "+-—–%\u00a0 "); {
		case text == "":
		case strings.Trim(text, "0123456789.,") == "":
			numbers++
		default:
			others++
		}
	}
	return numbers > others
}
