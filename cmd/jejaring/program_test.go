//go:build e2e

package main

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"
)

// buildWindow makes the program as a person starts it, with the check that only the window's goroutine touches the window.
func buildWindow(t testing.TB, name, below string) string {
	t.Helper()
	program, err := filepath.Abs(filepath.Join(root, "dist", "e2e", name))
	if err != nil {
		t.Fatal(err)
	}

	tool := exec.Command("go", "build", "-buildvcs=false", "-tags", "x11", "-o", program, below)
	tool.Env = append(os.Environ(), "CGO_ENABLED=1")
	if out, err := tool.CombinedOutput(); err != nil {
		t.Fatalf("build: %v\n%s", err, out)
	}

	return program
}

// home is a new account on the computer: nothing of the person who runs the tests is seen or changed.
func homeFolder(t testing.TB) string {
	t.Helper()
	dir := t.TempDir()
	if err := os.MkdirAll(filepath.Join(dir, ".cache"), 0o700); err != nil {
		t.Fatal(err)
	}
	return dir
}

// program is a running copy of the program.
type program struct {
	t    testing.TB
	cmd  *exec.Cmd
	told *output
	end  chan struct{}
}

// output collects what a program writes while others read it.
type output struct {
	mu   sync.Mutex
	text bytes.Buffer
}

func (r *output) Write(p []byte) (int, error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.text.Write(p)
}

func (r *output) String() string {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.text.String()
}

// start runs a program on a screen until the test ends at the latest.
func (s *screen) start(home, path string, args ...string) *program {
	s.t.Helper()
	p := &program{s.t, exec.Command(path, args...), &output{}, make(chan struct{})}
	p.cmd.Env = slices.DeleteFunc(os.Environ(), func(v string) bool {
		name, _, _ := strings.Cut(v, "=")
		return strings.HasPrefix(name, "XDG_") || strings.HasPrefix(name, "LC_") || strings.HasPrefix(name, "JEJARING_") ||
			name == "WAYLAND_DISPLAY" || name == "DBUS_SESSION_BUS_ADDRESS"
	})
	p.cmd.Env = append(p.cmd.Env, "HOME="+home, "DISPLAY="+s.display, "LANG=id_ID.UTF-8", "LIBGL_ALWAYS_SOFTWARE=1",
		"DBUS_SESSION_BUS_ADDRESS=unix:path=/nonexistent")
	p.cmd.Stdout, p.cmd.Stderr = p.told, p.told
	if err := p.cmd.Start(); err != nil {
		s.t.Fatal(err)
	}

	go func() { _ = p.cmd.Wait(); close(p.end) }()
	s.t.Cleanup(func() {
		if s.t.Failed() {
			s.keep(fmt.Sprintf("%s-%d", s.t.Name(), p.cmd.Process.Pid))
			s.t.Logf("%v wrote:\n%s", args, p.told)
		}
		p.kill()
		p.wellBehaved()
	})

	return p
}

// kill ends the program without warning, as a power cut does.
func (p *program) kill() {
	_ = p.cmd.Process.Kill()
	<-p.end
}

// exit waits until the program has ended by itself, and returns its code.
func (p *program) exit() int {
	p.t.Helper()
	select {
	case <-p.end:
	case <-time.After(time.Minute):
		p.t.Fatalf("the program does not end:\n%s", p.told)
	}
	return p.cmd.ProcessState.ExitCode()
}

// wellBehaved looks for complaints of the toolkit and for panics in what the program wrote.
func (p *program) wellBehaved() {
	p.t.Helper()
	for _, words := range []string{"Error in Fyne call thread", "panic:", "fatal error:", "DATA RACE"} {
		if strings.Contains(p.told.String(), words) {
			p.t.Errorf("%s in what the program wrote:\n%s", words, p.told)
		}
	}
}
