//go:build e2e

package main

import (
	"bufio"
	"encoding/binary"
	"errors"
	"image"
	"image/color"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// The screen of the tests: the size of a small laptop.
const (
	screenWidth  = 1366
	screenHeight = 768
)

// screen is an X server of its own without a monitor. Its picture lies in a file.
type screen struct {
	t       testing.TB
	display string
	frame   string
}

// newScreen starts a server on a display that is free, until the test ends.
func newScreen(t testing.TB) *screen {
	t.Helper()
	dir := t.TempDir()
	told, tell, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}

	server := exec.Command("Xvfb", "-displayfd", "3", "-screen", "0", "1366x768x24", "-fbdir", dir, "-nolisten", "tcp", "-noreset")
	server.ExtraFiles = []*os.File{tell}
	if err := server.Start(); err != nil {
		t.Fatalf("these tests need Xvfb: %v", err)
	}

	t.Cleanup(func() { _, _ = server.Process.Kill(), server.Wait() })
	_ = tell.Close()
	number, err := bufio.NewReader(told).ReadString('\n')
	if err != nil {
		t.Fatalf("Xvfb does not start: %v", err)
	}

	_ = told.Close()
	return &screen{t, ":" + strings.TrimSpace(number), filepath.Join(dir, "Xvfb_screen0")}
}

// raw reads the pixels of the screen, four bytes each: blue, green, red and nothing.
func (s *screen) raw() []byte {
	s.t.Helper()
	file, err := os.ReadFile(s.frame)
	if err != nil {
		s.t.Fatal(err)
	}

	head := func(n int) int { return int(binary.BigEndian.Uint32(file[4*n:])) }
	begin := head(0) + head(19)*12 // behind the header and the table of colours
	if head(11) != 32 || head(12) != 4*screenWidth || len(file) < begin+4*screenWidth*screenHeight {
		s.t.Fatal("the picture of the screen has another form than expected")
	}

	return file[begin : begin+4*screenWidth*screenHeight]
}

// look takes a picture of the screen in grey.
func (s *screen) look() *sight {
	s.t.Helper()
	raw := s.raw()
	p := &sight{screenWidth, screenHeight, make([]uint8, screenWidth*screenHeight)}
	for i := range p.gray {
		b := int(raw[4*i])
		g := int(raw[4*i+1])
		r := int(raw[4*i+2])
		p.gray[i] = uint8((114*b + 587*g + 299*r) / 1000)
	}

	return p
}

// keep writes a picture of the screen into the folder that E2E_SHOTS names, if there is one.
func (s *screen) keep(name string) {
	folder := os.Getenv("E2E_SHOTS")
	if folder == "" {
		s.t.Log("E2E_SHOTS names no folder for a picture of the screen")
		return
	}

	raw := s.raw()
	picture := image.NewRGBA(image.Rect(0, 0, screenWidth, screenHeight))
	for i := range screenWidth * screenHeight {
		picture.SetRGBA(i%screenWidth, i/screenWidth, color.RGBA{raw[4*i+2], raw[4*i+1], raw[4*i], 255})
	}

	path := filepath.Join(folder, strings.NewReplacer("/", "-", " ", "_").Replace(name)+".png")
	err := os.MkdirAll(folder, 0o755)
	if err == nil {
		var f *os.File
		if f, err = os.Create(path); err == nil {
			err = errors.Join(png.Encode(f, picture), f.Close())
		}
	}

	s.t.Logf("picture of the screen: %s %v", path, err)
}

// xdotool plays keyboard and mouse.
func (s *screen) xdotool(args ...string) string {
	s.t.Helper()
	tool := exec.Command("xdotool", args...)
	tool.Env = append(os.Environ(), "DISPLAY="+s.display)
	out, err := tool.CombinedOutput()
	if err != nil {
		s.t.Fatalf("xdotool %v: %v\n%s", args, err, out)
	}
	return strings.TrimSpace(string(out))
}
