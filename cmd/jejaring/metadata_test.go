package main

import (
	"bytes"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"jejaring/assets"
)

// packaging reads the [Details] of FyneApp.toml: lines such as Name = "Jejaring".
func packaging(t *testing.T) map[string]string {
	t.Helper()
	content, err := os.ReadFile(filepath.Join(root, "FyneApp.toml"))
	if err != nil {
		t.Fatal(err)
	}

	details := map[string]string{}
	for line := range strings.Lines(string(content)) {
		if name, value, ok := strings.Cut(line, "="); ok {
			details[strings.TrimSpace(name)] = strings.Trim(strings.TrimSpace(value), `"`)
		}
	}

	return details
}

func TestPackaging_SaysWhatTheProgramSays(t *testing.T) {
	got := packaging(t)
	for name, want := range map[string]string{"ID": appID, "Name": "Jejaring", "Version": version, "Icon": "assets/icon.png"} {
		if got[name] != want {
			t.Errorf("%s is %q in FyneApp.toml, %q in the program", name, got[name], want)
		}
	}
}

func TestPackaging_IconIsThere(t *testing.T) {
	content, err := os.ReadFile(filepath.Join(root, packaging(t)["Icon"]))
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(content, assets.Icon) {
		t.Error("the icon of the package is not the icon of the program")
	}

	picture, err := png.Decode(bytes.NewReader(content))
	if err != nil {
		t.Fatal(err)
	}
	if size := picture.Bounds().Size(); size.X != size.Y || size.X < 256 {
		t.Errorf("the icon is %v", size)
	}
}
