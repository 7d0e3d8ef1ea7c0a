package main

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// TestClock_IsHandedIn: the computer's clock is read in main, and for the deadlines of connections. Everything else is
// told what time it is, so that nothing depends on the day on which it runs. A test may measure how long something took.
func TestClock_IsHandedIn(t *testing.T) {
	computers := regexp.MustCompile(`\btime\.(Now|Since|Until)\b`)
	allowed := map[string]bool{"cmd/jejaring/main.go": true, "cmd/jejaring/lock.go": true, "model/mail/imap/guard.go": true, "model/mail/mailtest/certificate.go": true}
	measures := regexp.MustCompile(`time\.(Since|Until)\(|:?= time\.Now\(\)(\.Add\(|, |$|;)|time\.Now\(\)\.(After|Before)\(|NewServer\(|Set(Read|Write)?Deadline\(`)
	for name := range sources(t, 0) {
		text, err := os.ReadFile(filepath.Join(root, name))
		if err != nil {
			t.Fatal(err)
		}

		for n, line := range strings.Split(string(text), "\n") {
			code, _, _ := strings.Cut(line, "//")
			if !computers.MatchString(code) || allowed[name] || name == "cmd/jejaring/clock_test.go" {
				continue
			}
			if !strings.HasSuffix(name, "_test.go") || !measures.MatchString(strings.TrimSpace(code)) {
				t.Errorf("%s:%d reads the computer's clock: %s", name, n+1, strings.TrimSpace(line))
			}
		}
	}
}
