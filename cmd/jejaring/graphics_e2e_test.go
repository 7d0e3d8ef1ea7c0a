//go:build e2e

package main

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// startXvfb starts a display of its own and returns its name once it answers.
func startXvfb(t *testing.T, args ...string) string {
	t.Helper()
	r, w, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}

	defer r.Close()
	server := exec.Command("Xvfb", append([]string{"-displayfd", "3", "-screen", "0", "800x600x24"}, args...)...)
	server.ExtraFiles = []*os.File{w}
	if err := server.Start(); err != nil {
		t.Fatal(err)
	}

	_ = w.Close()
	t.Cleanup(func() {
		_ = server.Process.Kill()
		_ = server.Wait()
	})
	_ = r.SetReadDeadline(time.Now().Add(20 * time.Second))
	number, err := bufio.NewReader(r).ReadString('\n')
	if err != nil {
		t.Fatalf("Xvfb: %v", err)
	}

	return ":" + strings.TrimSpace(number)
}

// opening is what a person sees who starts the program: what it says, what a box of the desktop says, how it ends.
type opening struct {
	said, box string
	code      int
	data      string
}

// tryOpening starts the program on a display. A stand-in for zenity, which shows boxes, writes down what it is given.
func tryOpening(t *testing.T, display string, env ...string) opening {
	t.Helper()
	return tryOpeningData(t, filepath.Join(t.TempDir(), "data"), display, env...)
}

// tryOpeningData does so with a data folder.
func tryOpeningData(t *testing.T, data, display string, env ...string) opening {
	t.Helper()
	program, err := filepath.Abs(filepath.Join(root, "dist", "jejaring"))
	if err != nil {
		t.Fatal(err)
	}

	home := t.TempDir()
	o := opening{data: data}
	box := filepath.Join(home, "box")
	script := "#!/bin/sh\nprintf '%s\\n' \"$@\" > '" + box + "'\n"
	if err := os.WriteFile(filepath.Join(home, "zenity"), []byte(script), 0o700); err != nil {
		t.Fatal(err)
	}

	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	cmd := exec.CommandContext(ctx, program, "--data", o.data)
	cmd.Env = append([]string{"DISPLAY=" + display, "HOME=" + home, "PATH=" + home + ":/usr/bin:/bin", "LANG=C.UTF-8"}, env...)
	var out bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &out
	err = cmd.Run()
	var exit *exec.ExitError
	if err != nil && !errors.As(err, &exit) {
		t.Fatal(err)
	}
	if ctx.Err() != nil {
		t.Fatalf("it did not end; it said:\n%s", out.String())
	}

	said, _ := os.ReadFile(box)
	o.said = out.String()
	o.box = string(said)
	o.code = cmd.ProcessState.ExitCode()

	return o
}

// expectSentence wants the sentence in both languages, on the terminal and in a box, exit code 1, and no data touched.
func expectSentence(t *testing.T, o opening) {
	t.Helper()
	for where, text := range map[string]string{"the terminal": o.said, "the box": o.box} {
		for _, want := range []string{"komputer ini tidak menyediakan OpenGL 2.1", "this computer does not offer OpenGL 2.1"} {
			if !strings.Contains(text, want) {
				t.Errorf("%s does not say %q but:\n%s", where, want, text)
			}
		}
	}

	if o.code != 1 {
		t.Errorf("exit code %d", o.code)
	}
	if _, err := os.Stat(o.data); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("a data folder was made: %v", err)
	}
}

func TestGraphics_AComputerWithoutOpenGLIsToldSo(t *testing.T) {
	expectSentence(t, tryOpening(t, startXvfb(t, "-extension", "GLX")))
}

func TestGraphics_AComputerWithAnOlderOpenGLIsToldSo(t *testing.T) {
	expectSentence(t, tryOpening(t, startXvfb(t), "LIBGL_ALWAYS_INDIRECT=1"))
}

func TestGraphics_ADisplayThatDoesNotAnswerIsNoMatterOfOpenGL(t *testing.T) {
	o := tryOpening(t, ":4095")
	if !strings.HasPrefix(o.said, "jejaring: no display") || strings.Contains(o.said, "OpenGL") || o.box != "" || o.code != 1 {
		t.Errorf("it said %q, the box %q, exit code %d", o.said, o.box, o.code)
	}
}

func TestStart_ADataFolderThatCannotBeMadeIsSaidInABox(t *testing.T) {
	file := filepath.Join(t.TempDir(), "note.txt")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	o := tryOpeningData(t, filepath.Join(file, "data"), startXvfb(t))
	if !strings.Contains(o.said, "note.txt") || !strings.Contains(o.box, "note.txt") || o.code != 1 {
		t.Errorf("it said %q, the box %q, exit code %d", o.said, o.box, o.code)
	}
}
