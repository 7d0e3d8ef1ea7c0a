package main

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver"
	"github.com/adrg/xdg"

	"jejaring/model"
	"jejaring/model/file"
	"jejaring/ui/room"
)

// desktop opens and prints files through the system. They lie in a private folder that is emptied at the end, and at the
// next start after an end without warning.
type desktop struct {
	app  fyne.App
	dir  string
	note string // the file in the data folder that says where dir is
}

// papersName is the beginning of the private folder's name.
const papersName = "jejaring-"

func newDesktop(a fyne.App, data string) (*desktop, error) {
	d := &desktop{app: a, note: filepath.Join(data, "jejaring.papers")}
	if before, err := os.ReadFile(d.note); err == nil && isPapers(string(before)) {
		_ = os.RemoveAll(string(before))
	}

	var err error
	if d.dir, err = os.MkdirTemp("", papersName); err != nil {
		return nil, fmt.Errorf("folder for papers: %w", err)
	}

	_ = file.Write(d.note, []byte(d.dir)) // on a full disk, the window opens all the same
	return d, nil
}

// isPapers reports whether a path can be a private folder of this program: nothing else is ever removed.
func isPapers(path string) bool {
	return filepath.Dir(path) == filepath.Clean(os.TempDir()) && strings.HasPrefix(filepath.Base(path), papersName)
}

// viewable are the kinds of file that are handed to the system's viewer; everything else can only be saved.
func viewable(name string) bool {
	return slices.Contains([]string{".pdf", ".png", ".jpg", ".jpeg"}, strings.ToLower(filepath.Ext(name)))
}

// OpenFile shows a file in the system's viewer.
func (d *desktop) OpenFile(name string, content []byte) error {
	path, err := d.put(name, content)
	if err != nil {
		return err
	}

	u := &url.URL{Scheme: "file", Path: filepath.ToSlash(path)}
	if runtime.GOOS == "windows" {
		u.Path = "/" + u.Path
	}
	if err := d.app.OpenURL(u); err != nil {
		return fmt.Errorf("%w: %w", model.ErrNoViewer, err)
	}

	return nil
}

// Print sends a PDF to the printer and reports whether it did; where the system cannot, it shows the file instead.
func (d *desktop) Print(name string, content []byte) (printed bool, err error) {
	lp, err := exec.LookPath("lp")
	if runtime.GOOS == "windows" || err != nil {
		return false, d.OpenFile(name, content)
	}

	path, err := d.put(name, content)
	if err != nil {
		return false, err
	}
	if err := exec.Command(lp, "--", path).Run(); err != nil {
		return false, d.OpenFile(name, content)
	}

	return true, nil
}

func (d *desktop) put(name string, content []byte) (string, error) {
	name = filepath.Base(filepath.Clean("/" + name))
	if !viewable(name) {
		return "", model.ErrNoViewer
	}
	path := filepath.Join(d.dir, name)
	err := errors.Join(os.MkdirAll(d.dir, 0o700), file.Write(path, content)) // cleaners empty the temporary folder
	return path, nameless(err)
}

// nameless is an error of the file system without the name of the file, which may be that of a person and must not be
// logged.
func nameless(err error) error {
	var at *os.PathError
	var names *os.LinkError
	switch {
	case errors.As(err, &at):
		return fmt.Errorf("%s: %w", at.Op, at.Err)
	case errors.As(err, &names):
		return fmt.Errorf("%s: %w", names.Op, names.Err)
	}

	return err
}

// Save writes a file into a folder of the user.
func (d *desktop) Save(folder, name string, content []byte, replace bool) error {
	path := filepath.Join(folder, filepath.Base(filepath.Clean("/"+name)))
	_ = file.Sweep(folder) // of a program that was killed while it saved here
	if !replace {
		return file.WriteNew(path, content)
	}
	return file.Write(path, content)
}

// Documents is the user's folder for documents, where the system has one, else the home folder.
func (d *desktop) Documents() string {
	xdg.Reload()
	for _, dir := range []string{xdg.UserDirs.Documents, xdg.Home} {
		if s, err := os.Stat(dir); err == nil && s.IsDir() {
			return dir
		}
	}
	return os.TempDir()
}

// Picker is the system's own dialog for files over a window, or nil where there is none.
func (d *desktop) Picker(over fyne.Window) func(context.Context, room.Picking) (string, error) {
	var handle uintptr
	if native, ok := over.(driver.NativeWindow); ok {
		native.RunNative(func(system any) { handle = handleOf(system) })
	}
	return picker(handle)
}

// handleOf is the system's name for a window, or 0 where it has none.
func handleOf(system any) uintptr {
	switch w := system.(type) {
	case driver.X11WindowContext:
		return w.WindowHandle
	case driver.WindowsWindowContext:
		return w.HWND
	}
	return 0
}

// clear removes the private folder. What another program still holds open is tried again at the next start.
func (d *desktop) clear() {
	if os.RemoveAll(d.dir) == nil {
		_ = os.Remove(d.note)
	}
}

// Maximise lets the window that is opened next fill the screen.
func (d *desktop) Maximise() { openMaximised() }

// Fills reports whether a window of this many pixels fills a screen, but for its title.
func (d *desktop) Fills(width, height int) bool { return fillsScreen(width, height) }
