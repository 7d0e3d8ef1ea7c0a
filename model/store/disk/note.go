package disk

import (
	"bufio"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"os"
	"strings"
	"time"

	"jejaring/model"
	"jejaring/model/file"
)

// The note beside the register (register.db.numbers) holds the numbers that were given, one a line, so that none is given
// twice when an older register is put in its place by hand, or a copy after the register itself was lost.

// noteEnd is how the name of the note ends.
const noteEnd = ".numbers"

// Note is what could be read of it: of which register it is, and the numbers. Lines that are damaged are missing.
type Note struct {
	Of    string
	Given []model.NumberEntry
	Last  model.ID
}

// noteLine is one line: the first names the register, all others a number.
type noteLine struct {
	Of    string       `json:"of,omitempty"`
	ID    model.ID     `json:"id,omitempty"`
	Given *notedNumber `json:"given,omitempty"`
}

// notedNumber is what is needed to enter a number again.
type notedNumber struct {
	Key    string             `json:"key"`
	Year   int                `json:"year"`
	Seq    int                `json:"seq"`
	Suffix string             `json:"suffix,omitempty"`
	Number string             `json:"number"`
	Type   model.DocumentCode `json:"type"`
	Date   model.Date         `json:"date"`
	At     time.Time          `json:"at"`
	By     string             `json:"by"`
}

func noted(e model.NumberEntry) noteLine {
	return noteLine{ID: e.ID, Given: &notedNumber{e.SequenceKey, e.Year, e.Seq, e.Suffix, e.Formatted, e.DocumentType, e.LetterDate, e.IssuedAt, e.IssuedBy}}
}

func (n notedNumber) entry() model.NumberEntry {
	return model.NumberEntry{SequenceKey: n.Key, Year: n.Year, Seq: n.Seq, Suffix: n.Suffix, Formatted: n.Number, DocumentType: n.Type,
		LetterDate: n.Date, IssuedAt: n.At, IssuedBy: n.By, Status: "issued"}
}

// text writes a line with a short checksum before it.
func (l noteLine) text() string {
	raw, err := json.Marshal(l)
	if err != nil {
		return ""
	}
	sum := sha256.Sum256(raw)
	return hex.EncodeToString(sum[:4]) + " " + string(raw) + "\n"
}

// ReadNote reads the note of given numbers beside a register; none is an empty one.
func ReadNote(path string) (n Note, err error) {
	f, err := os.Open(path + noteEnd)
	if err != nil {
		return n, err
	}

	defer f.Close()
	lines := bufio.NewScanner(f)
	for lines.Scan() {
		sum, raw, _ := strings.Cut(lines.Text(), " ")
		want := sha256.Sum256([]byte(raw))
		var line noteLine
		if sum != hex.EncodeToString(want[:4]) || json.Unmarshal([]byte(raw), &line) != nil {
			continue
		}
		if line.Of != "" {
			n.Of = line.Of
		}
		if line.Given != nil {
			n.Given, n.Last = append(n.Given, line.Given.entry()), max(n.Last, line.ID)
		}
	}

	return n, lines.Err()
}

// WriteNote writes the whole note anew.
func WriteNote(path, of string, given []model.NumberEntry) error {
	text := noteLine{Of: of}.text()
	var lines strings.Builder
	lines.WriteString(text)
	for _, e := range given {
		lines.WriteString(noted(e).text())
	}
	return file.Write(path+noteEnd, []byte(lines.String()))
}

// AddToNote adds lines at the end of a note that is there.
func AddToNote(path string, given []model.NumberEntry) error {
	f, err := os.OpenFile(path+noteEnd, os.O_APPEND|os.O_WRONLY, 0)
	if err != nil {
		return err
	}

	var lines strings.Builder
	lines.WriteString("\n") // after a line that a power cut left unfinished
	for _, e := range given {
		lines.WriteString(noted(e).text())
	}

	_, err = f.WriteString(lines.String())
	return errors.Join(err, f.Sync(), f.Close())
}
