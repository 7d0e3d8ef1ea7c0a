package main

import (
	"bufio"
	"context"
	"crypto/rand"
	"encoding/json"
	"fmt"
	"net"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/gofrs/flock"
)

// instance is the one window of a data folder. A second program raises the first one and ends.
type instance struct {
	lock     *flock.Flock
	listener net.Listener
	note     string
}

// whereabouts tells a second program how to reach the first one.
type whereabouts struct {
	Address string `json:"address"`
	Token   string `json:"token"`
}

// claim takes the data folder for this program, or asks the one that has it to show itself; then it returns nil.
func claim(dir string, raise func()) (*instance, error) {
	in := &instance{lock: flock.New(filepath.Join(dir, "jejaring.lock")), note: filepath.Join(dir, "jejaring.window")}
	ours, err := in.lock.TryLock()
	if err == nil && !ours {
		silent := knock(in.note)
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
	if err := in.listen(raise); err != nil {
		return nil, err
	}
	return in, nil
}

// listen waits on the loopback for a second program; the token keeps other programs out.
func (in *instance) listen(raise func()) error {
	var err error
	if in.listener, err = net.Listen("tcp", "127.0.0.1:0"); err != nil {
		return fmt.Errorf("listen for a second window: %w", err)
	}
	here := whereabouts{in.listener.Addr().String(), rand.Text()}
	text, err := json.Marshal(here)
	if err != nil {
		return err
	}
	_ = os.WriteFile(in.note, text, 0o600) // on a full disk, the window opens all the same
	go in.answer(here.Token, raise)
	return nil
}

func (in *instance) answer(token string, raise func()) {
	for {
		c, err := in.listener.Accept()
		if err != nil {
			return
		}
		_ = c.SetDeadline(time.Now().Add(2 * time.Second))
		line, _ := bufio.NewReaderSize(c, 256).ReadString('\n')
		if strings.TrimSpace(line) == token {
			fmt.Fprintln(c, "raised")
			raise()
		}
		_ = c.Close()
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
	ctx, cancel := context.WithTimeout(context.Background(), 3*time.Second)
	defer cancel()
	c, err := new(net.Dialer).DialContext(ctx, "tcp", there.Address)
	if err != nil {
		return fmt.Errorf("reach the running window: %w", err)
	}
	defer c.Close()
	_ = c.SetDeadline(time.Now().Add(3 * time.Second))
	if _, err := fmt.Fprintln(c, there.Token); err != nil {
		return fmt.Errorf("reach the running window: %w", err)
	}
	answer, err := bufio.NewReader(c).ReadString('\n')
	if err != nil || strings.TrimSpace(answer) != "raised" {
		return fmt.Errorf("the running window does not answer: %w", err)
	}
	return nil
}

// release gives the data folder free.
func (in *instance) release() {
	_ = in.listener.Close()
	_ = os.Remove(in.note)
	_ = in.lock.Unlock()
}
