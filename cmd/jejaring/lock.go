package main

import (
	"bufio"
	"crypto/rand"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/gofrs/flock"

	"jejaring/model/file"
)

// instance is the one window of a data folder. A second program raises the first one and ends.
type instance struct {
	lock     *flock.Flock
	listener net.Listener
	note     string
}

// whereabouts tells a second program how to reach the first one.
type whereabouts struct {
	Network string `json:"network"`
	Address string `json:"address"`
	Token   string `json:"token"`
}

// claim takes the data folder for this program, or asks the one that has it to show itself; then it returns nil.
func claim(dir string, raise func()) (*instance, error) {
	in := &instance{lock: flock.New(filepath.Join(dir, "jejaring.lock")), note: filepath.Join(dir, "jejaring.window")}
	ours, err := in.lock.TryLock()
	if err == nil && !ours {
		var silent error
		for range 3 {
			if silent = knock(in.note); silent == nil {
				break
			}
		}

		if silent == nil {
			return nil, nil
		}
		if ours, err = in.lock.TryLock(); err == nil && !ours { // the other one may have ended just now
			return nil, silent
		}
	}

	if err != nil {
		return nil, fmt.Errorf("lock the data folder: %w", err)
	}

	// what a program left that was killed while it wrote; nobody else keeps these notes
	_ = file.Sweep(dir, "jejaring.window", "jejaring.papers", opened)
	if err := in.listen(raise); err != nil {
		return nil, err
	}

	return in, nil
}

// listen waits for a second program; the token keeps other programs out, and where the system can, the listener is a socket
// in the data folder that only its owner reaches.
func (in *instance) listen(raise func()) error {
	var err error
	if in.listener, err = listenFor(filepath.Dir(in.note)); err != nil {
		return fmt.Errorf("listen for a second window: %w", err)
	}

	here := whereabouts{in.listener.Addr().Network(), in.listener.Addr().String(), rand.Text()}
	text, err := json.Marshal(here)
	if err != nil {
		return err
	}

	_ = file.Write(in.note, text) // on a full disk, the window opens all the same
	go in.answer(here.Token, raise)
	return nil
}

const (
	longestLine = 256             // bytes of a line that a second program sends
	lineTime    = 2 * time.Second // how long one connection may take for it
	waiting     = 64              // connections that may wait at once; the oldest gives way to a further one
)

// answer takes connections as fast as they come, so that others that say nothing keep no second program waiting.
func (in *instance) answer(token string, raise func()) {
	var open []net.Conn
	for {
		c, err := in.listener.Accept()
		if errors.Is(err, net.ErrClosed) {
			break
		}

		if err != nil {
			time.Sleep(50 * time.Millisecond) // too many open files, for instance
			continue
		}

		if open = append(open, c); len(open) > waiting {
			_ = open[0].Close()
			open = open[1:]
		}

		go hear(c, token, raise)
	}

	for _, c := range open {
		_ = c.Close()
	}
}

// hear reads one line and raises the window when it is the token.
func hear(c net.Conn, token string, raise func()) {
	defer func() { _ = c.Close() }()
	_ = c.SetDeadline(time.Now().Add(lineTime))
	line, _ := bufio.NewReader(io.LimitReader(c, longestLine)).ReadString('\n')
	if strings.TrimSpace(line) == token {
		fmt.Fprintln(c, "raised")
		raise()
	}
}

// knock asks the running program to come to the front.
func knock(note string) error {
	text, err := os.ReadFile(note)
	if err != nil {
		return fmt.Errorf("find the running window: %w", err)
	}

	var there whereabouts
	if err := json.Unmarshal(text, &there); err != nil {
		return fmt.Errorf("find the running window: %w", err)
	}

	c, err := dialTo(filepath.Dir(note), there)
	if err != nil {
		return fmt.Errorf("reach the running window: %w", err)
	}

	defer c.Close()
	_ = c.SetDeadline(time.Now().Add(3 * time.Second))
	if _, err := fmt.Fprintln(c, there.Token); err != nil {
		return fmt.Errorf("reach the running window: %w", err)
	}

	answer, err := bufio.NewReader(io.LimitReader(c, longestLine)).ReadString('\n')
	if err != nil || strings.TrimSpace(answer) != "raised" {
		return fmt.Errorf("the running window does not answer: %w", err)
	}
	return nil
}

// release gives the data folder free.
func (in *instance) release() {
	_ = in.listener.Close()
	_ = os.Remove(in.note)
	forgetSocket(filepath.Dir(in.note))
	_ = in.lock.Unlock()
}
