package mailtest

import (
	"fmt"
	"net"
	"slices"
	"strings"
	"time"
)

// When returns an odd answer that is given to the nth command with these letters in it, and to that alone.
func When(letters string, nth int, answer func(c net.Conn, tag string)) Odd {
	seen := 0
	return func(c net.Conn, tag, command string) bool {
		if !strings.Contains(strings.ToUpper(command), letters) {
			return false
		}

		if seen++; seen != nth {
			return false
		}

		answer(c, tag)
		return true
	}
}

// Always returns an odd answer to each command with these letters in it; TAG in the answer stands for the command's tag.
func Always(letters, answer string) Odd {
	return func(c net.Conn, tag, command string) bool {
		if !strings.Contains(strings.ToUpper(command), letters) {
			return false
		}
		fmt.Fprint(c, strings.ReplaceAll(answer, "TAG", tag))
		return true
	}
}

// Silence is the answer of a server that says nothing more.
func Silence(net.Conn, string) {}

// Drip writes a text again and again, a few bytes at a time, until nobody listens.
func Drip(text string, bytes int, every time.Duration) func(net.Conn, string) {
	return func(c net.Conn, _ string) {
		tick := time.NewTicker(every)
		defer tick.Stop()

		for {
			for part := range slices.Chunk([]byte(text), bytes) {
				if _, err := c.Write(part); err != nil {
					return
				}
				<-tick.C
			}
		}
	}
}
