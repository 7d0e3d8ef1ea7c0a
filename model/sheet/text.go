// Package sheet reads tables of people as they come from spreadsheets: the cells of a pasted text or of a workbook, which row
// names the columns, and what each column is. It knows no file and no window.
package sheet

import (
	"bytes"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// Separators are the signs that stand between the cells of a pasted table, the likeliest first. 0 is none: each line is
// one cell.
func Separators() []rune { return []rune{'\t', ';', '|', ',', 0} }

// Text returns what a table file says: UTF-8, UTF-16 with its mark as spreadsheets write "Unicode text", or else
// Windows' Western letters.
func Text(body []byte) string {
	for mark, big := range map[string]bool{"\xff\xfe": false, "\xfe\xff": true} {
		if bytes.HasPrefix(body, []byte(mark)) {
			return utf16Text(body[2:], big)
		}
	}

	if utf8.Valid(body) {
		return strings.TrimPrefix(string(body), "\ufeff")
	}

	const high = "€\ufffd‚ƒ„…†‡ˆ‰Š‹Œ\ufffdŽ\ufffd\ufffd‘’“”•–—˜™š›œ\ufffdžŸ"
	letters := make([]rune, len(body))
	for i, b := range body {
		if letters[i] = rune(b); b >= 0x80 && b < 0xa0 {
			letters[i] = []rune(high)[b-0x80]
		}
	}

	return string(letters)
}

func utf16Text(body []byte, big bool) string {
	units := make([]uint16, len(body)/2)
	for i := range units {
		low := body[2*i]
		high := body[2*i+1]
		if big {
			low, high = high, low
		}
		units[i] = uint16(high)<<8 | uint16(low)
	}

	return string(utf16.Decode(units))
}

// Cells splits a table of text into its cells. A cell in quotation marks may contain separators, and line ends as
// long as the lines inside do not look like rows: a mark that somebody forgot to close opens nothing.
func Cells(text string, separator rune) [][]string {
	lines := strings.Split(strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(strings.TrimPrefix(text, "\ufeff")), "\n")
	usual := usualSeparators(lines, separator)
	var rows [][]string
	for i := 0; i < len(lines); i++ {
		cells, open := lineCells(lines[i], separator)
		for j, most := i+1, i+10; open && j < min(most, len(lines)) && !rowLike(lines[i:j+1], separator, usual); j++ {
			if joined, still := lineCells(strings.Join(lines[i:j+1], "\n"), separator); !still {
				cells, open, i = joined, false, j
			}
		}
		rows = append(rows, cells)
	}

	for len(rows) > 0 && blankCells(rows[len(rows)-1]) {
		rows = rows[:len(rows)-1]
	}

	return rows
}

// usualSeparators is how many separators most lines have.
func usualSeparators(lines []string, separator rune) (usual int) {
	counts := map[int]int{}
	for _, line := range lines {
		if strings.TrimSpace(line) == "" {
			continue
		}
		n := strings.Count(line, string(separator))
		if counts[n]++; counts[n] > counts[usual] || counts[n] == counts[usual] && n > usual {
			usual = n
		}
	}

	return usual
}

// rowLike reports whether one of the lines that a cell would swallow is a row of its own.
func rowLike(lines []string, separator rune, usual int) bool {
	for _, line := range lines {
		if separator == 0 || strings.Count(line, string(separator)) >= usual {
			return true
		}
	}
	return false
}

// lineCells reads one row. open says that a quotation mark was never closed; it is then read as if it were not there.
func lineCells(line string, separator rune) (cells []string, open bool) {
	if separator == 0 {
		return []string{strings.Trim(line, `"`)}, false
	}
	for {
		cell, rest, more := strings.Cut(line, string(separator))
		if start := strings.TrimLeft(line, " "); strings.HasPrefix(start, `"`) {
			if quoted, after, closed := quotedCell(start[1:], separator); closed {
				cell = quoted
				rest = strings.TrimPrefix(after, string(separator))
				more = after != ""
			} else {
				open = true
				cell = strings.Replace(cell, `"`, "", 1)
			}
		} else if strings.Count(cell, `"`) == 1 {
			cell = strings.TrimSuffix(strings.TrimRight(cell, " "), `"`)
		}

		cells = append(cells, cell)
		if !more {
			return cells, open
		}

		line = rest
	}
}

// quotedCell reads a cell up to the mark that closes it: one before a separator or the end. A doubled mark is a mark.
func quotedCell(text string, separator rune) (cell, after string, closed bool) {
	var b strings.Builder
	for i := 0; i < len(text); i++ {
		if text[i] != '"' {
			b.WriteByte(text[i])
			continue
		}

		rest := strings.TrimLeft(text[i+1:], " ")
		switch {
		case strings.HasPrefix(text[i+1:], `"`):
			b.WriteByte('"')
			i++
		case rest == "" || strings.HasPrefix(rest, string(separator)):
			return b.String(), rest, true
		default:
			b.WriteByte('"')
		}
	}

	return "", "", false
}

func blankCells(cells []string) bool { return strings.TrimSpace(strings.Join(cells, "")) == "" }
