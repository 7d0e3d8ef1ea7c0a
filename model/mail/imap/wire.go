package imap

import (
	"bufio"
	"bytes"
	"io"
	"net"
	"sync"
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

// fail keeps the first reason why the connection ended.
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

// start lets everything pass that is well-formed, since the library has begun to listen.
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

// offer shows a response to who waits for the answer to the command, and reports whether it was taken.
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

	// Each command begins with patience for the longest answer that there may be, twice.
	if w.guard.takeAsked() {
		w.patience = 2 * (w.literal + maxLine)
	}

	if w.patience -= n; w.patience > 0 {
		w.guard.progress()
	}
}

// passes reports whether the library is ready for a response.
func (w *wire) passes(resp []byte) bool {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.started || resp[0] != '*' || bytes.HasPrefix(bytes.ToUpper(resp[:min(len(resp), 16)]), []byte("* CAPABILITY"))
}

// bound bounds what the next command brings in mails: what is beyond is swallowed, but never the first mail.
func (w *wire) bound(room int) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.room = room
	w.brought = 0
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
