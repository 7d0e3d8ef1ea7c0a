package main

import (
	"fmt"
	"go/ast"
	"go/parser"
	"strings"
	"testing"
)

// startedElsewhere lists the functions of the window, outside of ui/task, that may start a goroutine or post to the
// window's own, each with the reason. Every other piece of work runs by task.Run.
func startedElsewhere() map[string]string {
	return map[string]string{
		"ui/look/focus.go watch: fyne.Do": "it runs while a picture is drawn, in which the focus may not be moved; nothing is done beside the window",
	}
}

func TestWindow_StartsGoroutinesInOnePlace(t *testing.T) {
	reasons := startedElsewhere()
	used := map[string]bool{}
	for name, file := range sources(t, parser.SkipObjectResolution) {
		if !strings.HasPrefix(name, "ui/") || strings.HasPrefix(name, "ui/task/") || strings.HasSuffix(name, "_test.go") {
			continue
		}
		for _, place := range starts(file) {
			at := name + " " + place
			used[at] = true
			if reasons[at] == "" {
				t.Errorf("%s: use task.Run or Runner.After, or give the reason here", at)
			}
		}
	}

	for at := range reasons {
		if !used[at] {
			t.Errorf("%s starts nothing any more", at)
		}
	}
}

// starts names the functions of a file that start a goroutine, with what does it: "draw: go".
func starts(file *ast.File) []string {
	var found []string
	for _, decl := range file.Decls {
		name := "var"
		if f, ok := decl.(*ast.FuncDecl); ok {
			name = f.Name.Name
		}

		ast.Inspect(decl, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.GoStmt:
				found = append(found, name+": go")
			case *ast.SelectorExpr:
				if of, ok := n.X.(*ast.Ident); ok && launches(of.Name+"."+n.Sel.Name) {
					found = append(found, fmt.Sprintf("%s: %s.%s", name, of.Name, n.Sel.Name))
				}
			}
			return true
		})
	}

	return found
}

// launches reports whether a function of a library runs another one on a goroutine of its own or on the window's.
func launches(call string) bool {
	switch call {
	case "fyne.Do", "fyne.DoAndWait", "time.AfterFunc", "context.AfterFunc":
		return true
	}
	return false
}

func TestProgram_NeverWaitsForTheWindow(t *testing.T) {
	for name, file := range sources(t, parser.SkipObjectResolution) {
		ast.Inspect(file, func(n ast.Node) bool {
			if s, ok := n.(*ast.SelectorExpr); ok && s.Sel.Name == "DoAndWait" {
				t.Errorf("%s calls DoAndWait, which can stand still for ever when the program ends", name)
			}
			return true
		})
	}
}
