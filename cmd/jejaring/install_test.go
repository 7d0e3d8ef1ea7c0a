package main

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

// unpacked is a folder as the tar.gz makes it, with a stand-in for the program, and a link to its "install" elsewhere.
func unpacked(t *testing.T) (link string) {
	t.Helper()
	if runtime.GOOS == "windows" {
		t.Skip("the script is for Linux")
	}

	dir := filepath.Join(t.TempDir(), "jejaring & kawan")
	recipe := filepath.Join(root, "assets", "installer", "linux")
	for name, from := range map[string]string{"install": "install", "share/applications/jejaring.desktop": "jejaring.desktop"} {
		text, err := os.ReadFile(filepath.Join(recipe, from))
		path := filepath.Join(dir, name)
		if err = errors.Join(err, os.MkdirAll(filepath.Dir(path), 0o700), os.WriteFile(path, text, 0o700)); err != nil {
			t.Fatal(err)
		}
	}

	link = filepath.Join(t.TempDir(), "pasang")
	if err := errors.Join(os.WriteFile(filepath.Join(dir, "jejaring"), []byte("#!/bin/sh\n"), 0o700),
		os.Symlink(filepath.Join(dir, "install"), link)); err != nil {
		t.Fatal(err)
	}

	return link
}

func install(t *testing.T, link, home string, args ...string) (string, int) {
	t.Helper()
	cmd := exec.Command(link, args...)
	cmd.Env = []string{"HOME=" + home, "PATH=" + os.Getenv("PATH")}
	out, err := cmd.CombinedOutput()
	var failed *exec.ExitError
	if err != nil && !errors.As(err, &failed) {
		t.Fatal(err)
	}

	return string(out), cmd.ProcessState.ExitCode()
}

func TestInstall_WorksBehindALinkAndWithAnyHome(t *testing.T) {
	link := unpacked(t)
	for name, want := range map[string]string{
		"Sari Wéda": `Exec="HOME/.local/bin/jejaring"`,
		"a&b|c":     `Exec="HOME/.local/bin/jejaring"`,
		`5% $x`:     `Exec="HOME/.local/bin/jejaring"`,
	} {
		home := filepath.Join(t.TempDir(), name)
		if out, code := install(t, link, home); code != 0 || !strings.Contains(out, "is installed") {
			t.Fatalf("%s: %d\n%s", name, code, out)
		}

		entry, err := os.ReadFile(filepath.Join(home, ".local/share/applications/jejaring.desktop"))
		if err != nil {
			t.Fatal(err)
		}

		// The Desktop Entry Specification, "The Exec key": a reserved sign gets a backslash, which the string type
		// doubles; a percent sign is doubled.
		escaped := strings.NewReplacer("$", `\\$`, "%", "%%").Replace(home)
		if line := strings.ReplaceAll(want, "HOME", escaped); !strings.Contains(string(entry), "\n"+line+"\n") {
			t.Errorf("%s: no line %s in\n%s", name, line, entry)
		}
		if out, code := install(t, link, home, "--remove"); code != 0 || !strings.Contains(out, "key forget --yes") {
			t.Errorf("%s: %d\n%s", name, code, out)
		}

		for _, gone := range []string{".local/bin/jejaring", ".local/share/applications/jejaring.desktop"} {
			if _, err := os.Stat(filepath.Join(home, gone)); !errors.Is(err, os.ErrNotExist) {
				t.Errorf("%s: %s is still there", name, gone)
			}
		}
	}
}

func TestInstall_SaysHowItIsUsed(t *testing.T) {
	link := unpacked(t)
	home := t.TempDir()
	for _, args := range [][]string{{"--uninstall"}, {"remove"}, {"--remove", "now"}, {""}} {
		out, code := install(t, link, home, args...)
		if code != 2 || !strings.Contains(out, "./install --remove") {
			t.Errorf("%q: %d\n%s", args, code, out)
		}
	}

	if found, err := os.ReadDir(home); err != nil || len(found) > 0 {
		t.Errorf("%v %v", found, err)
	}
	if out, code := install(t, link, home, "--help"); code != 0 || !strings.Contains(out, "./install --remove") {
		t.Errorf("help: %d\n%s", code, out)
	}
}
