//go:build !windows

package main

import (
	"bytes"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"jejaring/model"
	"jejaring/model/testclock"
)

// asProgram is the environment's word for a test binary that is to be the program.
const asProgram = "JEJARING_TEST_ARGS"

func TestMain(m *testing.M) {
	if args := os.Getenv(asProgram); args != "" {
		o, rest, err := parseGlobal(strings.Split(args, "\n"))
		if err != nil {
			os.Exit(2)
		}
		o.now = testclock.New()
		os.Exit(runCommand(o, rest, os.Stdout, os.Stderr))
	}
	os.Exit(m.Run())
}

// shell runs a line of the shell in which "$0" is the program, with the arguments given to it.
func shell(t *testing.T, line string, env []string, args ...string) answer {
	t.Helper()
	self, err := os.Executable()
	succeeds(t, err)
	cmd := exec.Command("sh", "-c", line, self)
	cmd.Env = append(append(os.Environ(), "JEJARING_NO_KEYRING=1", "JEJARING_LANGUAGE=id", asProgram+"="+strings.Join(args, "\n")), env...)
	var out, errOut bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &errOut
	err = cmd.Run()
	if exit := new(exec.ExitError); err != nil && !errors.As(err, &exit) {
		t.Fatal(err)
	}

	return answer{cmd.ProcessState.ExitCode(), out.String(), errOut.String()}
}

func TestSystem_NoRoomIsSaidAndNothingIsLost(t *testing.T) {
	dir := withSample(t)
	before := must(t, dir, "list", "partners")
	for _, blocks := range []string{"4", "40"} {
		a := shell(t, `ulimit -f `+blocks+`; exec "$0"`, nil, "--data", dir, "show", "patient", "1", "--identity")
		refused(t, a, "erubahan terakhir belum disimpan")
	}

	empty := t.TempDir()
	refused(t, shell(t, `ulimit -f 200; exec "$0"`, nil, "--data", empty, "sample"), "erubahan terakhir belum disimpan")
	if after := must(t, dir, "list", "partners"); after != before {
		t.Errorf("the register is another one:\n%s", after)
	}
	if got := must(t, dir, "check"); got != "ok\n" {
		t.Error(got)
	}

	must(t, empty, "sample") // with room, it goes on where nothing was left
}

func TestSystem_AFullOutputIsNoSuccess(t *testing.T) {
	if _, err := os.Stat("/dev/full"); err != nil {
		t.Skip("this system has no full device")
	}
	dir := withSample(t)
	for _, command := range [][]string{{"list", "partners"}, {"list", "partners", "--json"}, {"show", "partner", "1"}, {"report", "kpi"}, {"version"}} {
		a := shell(t, `exec "$0" > /dev/full`, nil, append([]string{"--data", dir}, command...)...)
		refused(t, a, "Tidak ada cukup ruang")
	}
}

func TestSystem_WhatTheDiskRefusesIsSaid(t *testing.T) {
	dir := withSample(t)
	text := filepath.Join(t.TempDir(), "berkas")
	succeeds(t, os.WriteFile(text, []byte("teks"), 0o600))
	long := filepath.Join(t.TempDir(), strings.Repeat("panjang", 60))
	failing := t.TempDir()
	succeeds(t, os.Symlink("/proc/self/mem", filepath.Join(failing, ownFile)))

	for name, x := range map[string]struct {
		data string
		line []string
		want string
	}{
		"a failing disk":        {dir, []string{"key", "restore", "--code-file", "/proc/self/mem"}, "tidak dapat dibaca atau ditulis, atau sudah dicabut"},
		"a failing register":    {failing, []string{"sample"}, "Media penyimpanan register tidak dapat dibaca atau ditulis."},
		"no such file":          {dir, []string{"key", "restore", "--code-file", text + "-lain"}, "Berkas atau folder ini tidak ada."},
		"a file for a folder":   {filepath.Join(text, "data"), []string{"sample"}, "Berkas atau folder ini tidak ada."},
		"a name too long":       {long, []string{"sample"}, "Sistem tidak menerima nama ini"},
		"a long name of a file": {dir, []string{"key", "restore", "--code-file", long}, "Sistem tidak menerima nama ini"},
		"a folder for a file":   {dir, []string{"key", "restore", "--code-file", t.TempDir()}, "Berkas atau folder ini tidak ada."},
	} {
		t.Run(name, func(t *testing.T) { refused(t, run(t, x.data, x.line...), x.want) })
	}
}

func TestSystem_WithoutAHomeNothingIsMade(t *testing.T) {
	a := shell(t, `unset HOME XDG_DATA_HOME JEJARING_DATA; exec "$0"`, nil, "list", "partners")
	refused(t, a, "Sistem tidak menyebutkan folder rumah Anda")
}

// TestTerminal_ImportedTextCommandsNothing has a partner whose name would colour, ring and clear a terminal, and turn the
// direction of writing.
func TestTerminal_ImportedTextCommandsNothing(t *testing.T) {
	dir := t.TempDir()
	odd := "Mitra\x1b[31m\x1b]0;judul\x07\u009b2J\x7f \u202eresbi\u2066 dua\nbaris\tkolom\u2028ujung"
	tampered := withSample(t)
	tamper(t, tampered, "UPDATE partner SET name = '"+strings.ReplaceAll(odd, "'", "''")+"', code = 'P\x1b[2J1' WHERE id = 1",
		"UPDATE training SET title = '"+odd+"' WHERE id = 1", "UPDATE agreement SET title = '"+odd+"' WHERE id = 1")

	for _, command := range [][]string{{"list", "partners"}, {"list", "partners", "--json"}, {"show", "partner", "1"}, {"list", "agreements"},
		{"list", "trainings"}, {"check"}, {"check", "--json"}, {"show", "partner", odd}, {"list", odd}, {"letter", odd, "A\x1b[2J", "--out", dir}} {
		a := run(t, tampered, command...)
		for _, text := range []string{a.out, a.err} {
			if i := strings.IndexFunc(text, func(r rune) bool { return r != '\n' && r != '\t' && model.Unseen(r) }); i >= 0 {
				t.Errorf("%q: %q", command, text[max(0, i-20):min(len(text), i+20)])
			}
		}

		if lines := strings.Count(a.out, "\n"); command[0] == "list" && command[1] == "partners" && len(command) == 2 && lines != 12 {
			t.Errorf("12 partners are %d lines", lines)
		}
	}

	type named struct{ Name string }
	if got := decoded[named](t, run(t, tampered, "show", "partner", "1").out); got.Name != odd {
		t.Errorf("JSON changed the name: %q", got.Name)
	}
}
