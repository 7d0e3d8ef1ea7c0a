package main

import (
	"bytes"
	"fmt"
	"io"
	"unicode/utf8"

	"jejaring/model"
)

// terminal writes to a terminal without the control characters of what was imported, and remembers what could not be written:
// a list that ends in a full disk is not done.
type terminal struct {
	to  io.Writer
	err error
}

// Write implements io.Writer.
func (p *terminal) Write(text []byte) (int, error) {
	if p.err != nil {
		return 0, p.err
	}
	if _, p.err = io.WriteString(p.to, model.ForTerminal(string(text))); p.err != nil {
		return 0, p.err
	}
	return len(text), nil
}

// escaped writes inside of JSON what a terminal must not get as JSON does, so that the text stays the same.
func escaped(text []byte) []byte {
	var out bytes.Buffer
	for len(text) > 0 {
		r, n := utf8.DecodeRune(text)
		switch {
		case r == '\n' || r == '\t' || !model.Unseen(r):
			out.Write(text[:n])
		case r > 0xFFFF:
			r -= 0x10000
			fmt.Fprintf(&out, `\u%04x\u%04x`, 0xD800+(r>>10), 0xDC00+(r&0x3FF))
		default:
			fmt.Fprintf(&out, `\u%04x`, r)
		}

		text = text[n:]
	}

	return out.Bytes()
}
