package translations_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"maps"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"jejaring/translations"
)

// source calls visit with the syntax tree of every Go file of the module that is no test.
func source(t *testing.T, root string, visit func(path string, at *token.FileSet, file *ast.File)) {
	t.Helper()
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && len(d.Name()) > 1 && strings.HasPrefix(d.Name(), ".") && d.Name() != ".." {
			return fs.SkipDir
		}
		if !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return nil
		}

		at := token.NewFileSet()
		file, err := parser.ParseFile(at, path, nil, 0)
		if err != nil {
			return err
		}

		visit(path, at, file)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

func literal(e ast.Expr) (string, bool) {
	lit, ok := e.(*ast.BasicLit)
	if !ok || lit.Kind != token.STRING {
		return "", false
	}
	text, err := strconv.Unquote(lit.Value)
	return text, err == nil
}

func TestEveryKeyInTheSourceExists(t *testing.T) {
	w := words(t, "id")
	asked := 0
	source(t, "..", func(path string, at *token.FileSet, file *ast.File) {
		ast.Inspect(file, func(n ast.Node) bool {
			call, ok := n.(*ast.CallExpr)
			if !ok || len(call.Args) == 0 {
				return true
			}

			method, ok := call.Fun.(*ast.SelectorExpr)
			text, isText := literal(call.Args[0])
			if !ok || !isText {
				return true
			}

			asked++
			if !exists(w, method.Sel.Name, text, len(call.Args)) {
				t.Errorf("%s: no words for %s(%q)", at.Position(call.Pos()), method.Sel.Name, text)
			}
			return true
		})
	})
	t.Logf("%d calls with a literal", asked)
}

func exists(w translations.Words, method, text string, args int) bool {
	switch {
	case method == "Say":
		return w.Has(text) || w.Has(text+".other")
	case method == "Field" && args == 1:
		return labelled(w, text)
	case method == "Label" && args == 2:
		return slices.ContainsFunc(slices.Collect(maps.Keys(lists())), func(group string) bool { return group == text }) ||
			strings.Contains(" link_rule read_problem history_action entity country kpi_direction medium date_source delivery_status ", " "+text+" ")
	}
	return true
}

// TestEveryKeyInTheWindowExists looks at the keys that are not written where they are said: titles, hints, steps.
func TestEveryKeyInTheWindowExists(t *testing.T) {
	w := words(t, "id")
	key := regexp.MustCompile(`^[a-z_]+(\.[a-z_0-9]+)*\.[a-z_0-9]*[a-z0-9]$`)
	other := regexp.MustCompile(`\.(com|org|net|id|eml|png|svg|dat|pdf|json|ttf|db|jejaring|log|toml|tmpl|md|go|csv|txt|sock|lock)$`)
	source(t, "../ui", func(path string, at *token.FileSet, file *ast.File) {
		ast.Inspect(file, func(n ast.Node) bool {
			if lit, ok := n.(*ast.BasicLit); ok {
				text, _ := literal(lit)
				if key.MatchString(text) && !other.MatchString(text) && !w.Has(text) && !w.Has(text+".other") && !labelled(w, text) {
					t.Errorf("%s: no words for %q", at.Position(lit.Pos()), text)
				}
			}
			return true
		})
	})
}

// labelled reports whether a path of fields ends in a field that has a label.
func labelled(w translations.Words, path string) bool {
	for more := true; more; _, path, more = strings.Cut(path, ".") {
		if w.Has("field." + path) {
			return true
		}
	}
	return false
}
