package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// module is the name of the module, root the way to it from here.
const (
	module = "jejaring"
	root   = "../.."
)

// widgets are the parts of Fyne that draw; fyne/app, which needs the graphics driver, is not among them.
func widgets() []string {
	const fyne = "fyne.io/fyne/v2"
	list := []string{fyne}
	for _, part := range []string{"canvas", "container", "data/binding", "dialog", "driver/desktop", "lang", "layout", "storage", "theme", "widget"} {
		list = append(list, fyne+"/"+part)
	}
	return list
}

// importTable says what each package may import beside the standard library. A name that ends in a slash stands for
// everything below it.
func importTable() map[string][]string {
	window := append(widgets(), "jejaring/model", "jejaring/model/content", "jejaring/model/sheet", "jejaring/model/system", "jejaring/translations")
	// A room asks for what it needs and meets the others through the frame alone.
	inside := append(slices.Clone(window), "jejaring/ui/chart", "jejaring/ui/form", "jejaring/ui/look", "jejaring/ui/register", "jejaring/ui/room",
		"jejaring/ui/task")
	frame := append(slices.Clone(inside), "jejaring/assets")
	for _, name := range rooms() {
		frame = append(frame, "jejaring/ui/"+name)
	}

	table := map[string][]string{
		"cmd/jejaring": append(widgets(), "fyne.io/fyne/v2/app", "fyne.io/fyne/v2/driver", "github.com/adrg/xdg", "github.com/go-gl/glfw/v3.4/glfw", "github.com/godbus/dbus/v5", "github.com/gofrs/flock", "github.com/ncruces/zenity", "jejaring/assets",
			"jejaring/model", "jejaring/model/", "jejaring/translations", "jejaring/ui", "jejaring/ui/"),
		"ui":                     frame,
		"ui/room":                append(slices.Clone(window), "jejaring/ui/chart", "jejaring/ui/form", "jejaring/ui/look", "jejaring/ui/register", "jejaring/ui/task"),
		"ui/chart":               append(slices.Clone(window), "jejaring/ui/look"),
		"ui/register":            append(slices.Clone(window), "jejaring/ui/form", "jejaring/ui/look", "jejaring/ui/task"),
		"ui/form":                append(slices.Clone(window), "jejaring/ui/look"),
		"ui/look":                widgets(),
		"ui/task":                nil,
		"ui/task/tasktest":       {"jejaring/ui/task"},
		"ui/uitest":              append(widgets(), "fyne.io/fyne/v2/test", "jejaring/ui/form", "jejaring/ui/look", "jejaring/ui/task/tasktest"),
		"model":                  nil,
		"model/content":          nil,
		"model/sheet":            {"jejaring/model"},
		"model/form":             {"jejaring/model", "github.com/pdfcpu/pdfcpu/"},
		"model/file":             nil,
		"model/system":           nil,
		"model/store/sqlite":     {"jejaring/model", "jejaring/model/system", "modernc.org/sqlite", "modernc.org/sqlite/"},
		"model/store/conditions": {"jejaring/model", "jejaring/model/store/sqlite"},
		"model/store/terms":      {"jejaring/model", "jejaring/model/store/sqlite"},
		"model/store/disk":       {"jejaring/model", "jejaring/model/file", "jejaring/model/store/sqlite", "github.com/gofrs/flock", "modernc.org/sqlite"},
		"model/store":            {"jejaring/model", "jejaring/model/file", "jejaring/model/store/", "github.com/gofrs/flock", "modernc.org/sqlite", "modernc.org/sqlite/"},
		"model/letter": {"jejaring/model", "jejaring/model/content", "jejaring/model/letter/typeset", "jejaring/assets",
			"jejaring/translations"},
		"model/letter/typeset": {"github.com/jung-kurt/gofpdf",
			"golang.org/x/text/unicode/norm"},
		"model/mail":      {"jejaring/model", "jejaring/model/mail/imap", "jejaring/model/mail/mime"},
		"model/mail/imap": {"jejaring/model", "github.com/emersion/go-imap", "github.com/emersion/go-imap/", "github.com/emersion/go-sasl"},
		"model/mail/mime": {"jejaring/model", "jejaring/model/content", "github.com/emersion/go-message", "github.com/emersion/go-message/", "golang.org/x/net/html",
			"golang.org/x/net/html/", "golang.org/x/text/"},
		"model/mail/mailtest": nil,
		"model/testclock":     nil,
		"model/secret":        {"jejaring/model", "jejaring/model/file", "github.com/zalando/go-keyring", "github.com/gofrs/flock"},
		"model/page":          {"github.com/klippa-app/go-pdfium", "github.com/klippa-app/go-pdfium/", "github.com/tetratelabs/wazero"},
		"assets":              nil,
		"translations":        {"golang.org/x/text/"},
	}
	for _, name := range rooms() {
		table["ui/"+name] = inside
	}

	return table
}

// rooms are the packages that show the places of the window, and the papers over it.
func rooms() []string {
	return []string{"home", "partner", "agreement", "addendum", "letter", "referral", "training", "obstacle", "evaluation", "reminder", "report", "settings", "paper"}
}

// barred are the packages of the standard library that a package must not use, by the beginning of its folder: the window
// touches neither files nor net nor SQL, and the records and papers know no system.
func barred(dir string) []string {
	switch {
	case strings.HasPrefix(dir, "ui"):
		return []string{"database/", "net", "net/", "os", "os/", "syscall", "unsafe", "crypto/", "text/template", "html/template", "plugin"}
	case dir == "model", dir == "model/content", dir == "model/sheet":
		return []string{"database/", "os", "os/", "unsafe", "text/template", "html/template", "time/tzdata"}
	case strings.HasPrefix(dir, "model/letter"):
		return []string{"database/", "net", "net/", "os", "os/", "syscall", "unsafe"}
	case strings.HasPrefix(dir, "model/store"), dir == "model/file", dir == "model/secret":
		return []string{"net", "net/http", "net/mail", "net/smtp", "text/template", "html/template", "unsafe"}
	case dir == "model/mail/mime": // reads bytes, by the library for mail and not by the standard one
		return []string{"database/", "net", "net/http", "net/mail", "mime", "mime/", "crypto/tls", "os", "os/", "text/template", "html/template", "unsafe"}
	case dir == "model/mail":
		return []string{"database/", "net/", "crypto/", "os", "os/", "text/template", "html/template", "unsafe"}
	case dir == "model/mail/imap":
		return []string{"database/", "net/", "os/", "text/template", "html/template", "unsafe"}
	}
	return nil
}

// testsToo are what the test files of a package may import on top: the real register is quick enough for all of them.
func testsToo(dir string) []string {
	list := []string{module + "/" + dir, "jejaring/assets", "jejaring/model", "jejaring/model/mail/mailtest", "jejaring/model/secret", "jejaring/model/store", "jejaring/model/store/disk",
		"jejaring/model/testclock", "jejaring/translations",
		"github.com/google/go-cmp/", "pgregory.net/rapid"}
	if dir == "model/page" {
		list = append(list, "github.com/jung-kurt/gofpdf")
	}
	if dir == "cmd/jejaring" {
		list = append(list, "github.com/zalando/go-keyring") // its stand-in, so that no test touches the keyring of a person
	}

	if dir == "model/form" {
		list = append(list, "jejaring/model/letter")
	}
	if strings.HasPrefix(dir, "ui") || dir == "cmd/jejaring" {
		list = append(append(list, widgets()...), "fyne.io/fyne/v2/test", "jejaring/ui/task", "jejaring/ui/task/tasktest",
			"jejaring/ui/uitest", "jejaring/ui/form", "jejaring/ui/look", "jejaring/model/form", "github.com/pdfcpu/pdfcpu/", "jejaring/model/letter", "jejaring/model/mail", "jejaring/model/mail/mime",
			"jejaring/ui/")
	}

	return list
}

func TestImports_FollowTheTable(t *testing.T) {
	table := importTable()
	seen := map[string]bool{}
	for name, file := range sources(t, parser.ImportsOnly) {
		dir := path.Dir(name)
		allowed, known := table[dir]
		if !known {
			if !seen[dir] {
				t.Errorf("package %s is not in the import table of this test", dir)
			}
			seen[dir] = true
			continue
		}

		seen[dir] = true
		if strings.HasSuffix(name, "_test.go") {
			allowed = append(slices.Clone(allowed), testsToo(dir)...)
		}

		for _, spec := range file.Imports {
			imported, err := strconv.Unquote(spec.Path.Value)
			if err != nil {
				t.Fatal(err)
			}
			if !allows(allowed, imported) || !strings.HasSuffix(name, "_test.go") && bars(barred(dir), imported) {
				t.Errorf("%s must not import %s", name, imported)
			}
		}
	}

	for dir := range table {
		if !seen[dir] {
			t.Errorf("package %s of the import table does not exist", dir)
		}
	}
}

// allows reports whether an import is of the standard library or in the list.
func allows(list []string, imported string) bool {
	first, _, _ := strings.Cut(imported, "/")
	if first != module && !strings.Contains(first, ".") {
		return true
	}
	return bars(list, imported)
}

// bars reports whether an import is in the list.
func bars(list []string, imported string) bool {
	return slices.ContainsFunc(list, func(a string) bool {
		return a == imported || strings.HasSuffix(a, "/") && strings.HasPrefix(imported, a)
	})
}

// sources parses every Go file of the module, by its name below the module's root.
func sources(t *testing.T, mode parser.Mode) map[string]*ast.File {
	t.Helper()
	files := map[string]*ast.File{}
	err := filepath.WalkDir(root, func(name string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if hidden := strings.HasPrefix(entry.Name(), ".") && name != root; entry.IsDir() && (hidden || entry.Name() == "testdata") {
			return filepath.SkipDir
		}
		if entry.IsDir() || path.Ext(entry.Name()) != ".go" {
			return nil
		}

		below, err := filepath.Rel(root, name)
		if err != nil {
			return err
		}

		files[filepath.ToSlash(below)], err = parser.ParseFile(token.NewFileSet(), name, nil, mode)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(files) < 100 {
		t.Fatalf("only %d files were found", len(files))
	}

	return files
}
