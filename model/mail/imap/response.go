package imap

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"

	"jejaring/model"
)

// next reads one response with its literals. Of these there may be several, but all of them together are no larger than
// a mail and a line.
func (w *wire) next() ([]byte, error) {
	var resp []byte
	for {
		line, err := w.line()
		if err != nil {
			return nil, err
		}

		resp = append(resp, line...)
		if len(resp) > w.literal+maxLine {
			return nil, fmt.Errorf("response without an end: %w", model.ErrMailProtocol)
		}

		size, ok := announced(line)
		if !ok {
			return resp, nil
		}
		if size < 0 || size > w.literal {
			return nil, fmt.Errorf("server announces %s: %w", bytes.TrimSpace(line[bytes.LastIndexByte(line, '{'):]), model.ErrMailProtocol)
		}
		if len(resp)+size > w.literal+maxLine {
			return nil, fmt.Errorf("response of more than %d bytes: %w", w.literal+maxLine, model.ErrMailProtocol)
		}

		// Only what is believed is allocated.
		at := len(resp)
		resp = append(resp, make([]byte, size)...)
		if err := w.fill(resp[at:]); err != nil {
			return nil, err
		}
	}
}

// fill reads a literal.
func (w *wire) fill(literal []byte) error {
	for fresh := 0; len(literal) > 0; {
		n, err := io.ReadAtLeast(w.in, literal, 1)
		if err != nil {
			return err
		}

		literal = literal[n:]

		if fresh += n; fresh >= step {
			w.countBytes(fresh)
			fresh = 0
		}
	}

	return nil
}

// line reads one line with its end.
func (w *wire) line() ([]byte, error) {
	var line []byte
	for {
		chunk, err := w.in.ReadSlice('\n')
		line = append(line, chunk...)

		if err == nil {
			return line, nil
		}
		if !errors.Is(err, bufio.ErrBufferFull) {
			return nil, err
		}

		if !chatter(line) {
			w.countBytes(len(chunk))
		}

		if len(line) > maxLine {
			return nil, fmt.Errorf("line without an end: %w", model.ErrMailProtocol)
		}
	}
}

// announced returns the size of the literal that follows a line; -1 when it is beyond all measure.
func announced(line []byte) (int, bool) {
	line = bytes.TrimRight(line, "\r\n")
	open := bytes.LastIndexByte(line, '{')
	if open < 0 || line[len(line)-1] != '}' {
		return 0, false
	}

	digits := strings.TrimSuffix(string(line[open+1:len(line)-1]), "+")
	if digits == "" || strings.Trim(digits, "0123456789") != "" {
		return 0, false
	}

	n, err := strconv.ParseInt(digits, 10, 32)
	if err != nil {
		return -1, true
	}

	return int(n), true
}
