package imap

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"net"
	"strconv"
	"strings"
	"sync"

	"jejaring/model"
)

const (
	maxLine  = 16 << 20 // a search result of two million mails
	maxToken = 64 << 10
	maxDepth = 32
	// step is how much of a long answer must come within the time of the guard. A line of a clinic brings a hundred times
	// as much.
	step = 4 << 10
)

// wire hands complete and well-formed server responses to the library and swallows all others, because the library
// allocates whatever a literal announces, reads the inside of a broken response as further responses, and crashes
// on responses that lack their number. A swallowed response is missed by the caller, who asks again.
type wire struct {
	net.Conn
	guard   *guard // at the bottom of Conn
	in      *bufio.Reader
	literal int // the largest literal that is believed
	out     []byte

	mu      sync.Mutex
	started bool // before that only answers pass that the library surely understands
	room    int  // how many bytes of mails one command may bring, 0 for any number
	brought int
	hear    func(resp []byte) bool // takes the answers to the command that runs, or nil
	failed  error
	bye     string // what the server said when it ended the connection

	patience int // how many bytes of long answers to this command still count as progress; the reading side's alone
}

func newWire(conn net.Conn, literal int) *wire {
	return &wire{Conn: conn, in: bufio.NewReaderSize(conn, step), literal: literal}
}

// Read gives the library the next bytes. Every end is io.EOF to it; err tells the reason.
func (w *wire) Read(b []byte) (int, error) {
	for len(w.out) == 0 {
		resp, err := w.next()
		if err != nil {
			w.fail(err)
			return 0, io.EOF
		}
		if !w.offer(resp) && wellFormed(resp) && w.passes(resp) && w.admit(resp) {
			w.out = withText(resp)
		}
	}
	n := copy(b, w.out)
	w.out = w.out[n:]
	return n, nil
}

func (w *wire) fail(err error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.failed == nil {
		w.failed = err
	}
}

// err returns why the connection ended, or nil.
func (w *wire) err() error {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.failed
}

func (w *wire) start() {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.started = true
}

// listen lets hear take the answers to the next command before the library sees them; nil ends it. The library stumbles
// over answers that servers really give, such as names of folders with a bracket.
func (w *wire) listen(hear func(resp []byte) bool) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.hear = hear
}

func (w *wire) offer(resp []byte) bool {
	w.mu.Lock()
	defer w.mu.Unlock()
	if sentence, ok := spoken(resp, "BYE"); ok {
		w.bye = sentence
	}
	return w.hear != nil && resp[0] == '*' && w.hear(resp)
}

// goodbye is the sentence with which the server ended the connection, or empty.
func (w *wire) goodbye() string {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.bye
}

// progress tells the guard that the server said something that the command needs.
func (w *wire) progress() {
	if w.guard != nil {
		w.guard.progress()
	}
}

// countBytes counts the bytes of a long answer. A server that sends more and more of what nobody asked for makes no progress.
func (w *wire) countBytes(n int) {
	if w.guard == nil {
		return
	}
	if w.guard.takeAsked() {
		w.patience = 2 * (w.literal + maxLine)
	}
	if w.patience -= n; w.patience > 0 {
		w.guard.progress()
	}
}

func (w *wire) passes(resp []byte) bool {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.started || resp[0] != '*' || bytes.HasPrefix(bytes.ToUpper(resp[:min(len(resp), 16)]), []byte("* CAPABILITY"))
}

// bound bounds what the next command brings in mails: what is beyond is swallowed, but never the first mail.
func (w *wire) bound(room int) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.room, w.brought = room, 0
}

// admit reports whether a response is still within what its command may bring. Short ones always are.
func (w *wire) admit(resp []byte) bool {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.room == 0 || len(resp) < maxToken/16 {
		return true
	}
	if w.brought > 0 && w.brought+len(resp) > w.room {
		return false
	}
	w.brought += len(resp)
	return true
}

// push puts a line before everything that the server says from now on.
func (w *wire) push(line string) { w.out = append(w.out, line...) }

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
