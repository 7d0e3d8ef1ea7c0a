package translations_test

import (
	"go/ast"
	"go/token"
	"regexp"
	"strings"
	"testing"
	"unicode"
)

func TestEveryProblemHasASentence(t *testing.T) {
	w := words(t, "id")
	codes := map[string]string{"glyph": "", "untranslated": ""}
	source(t, "../model", func(path string, at *token.FileSet, file *ast.File) {
		ast.Inspect(file, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.ValueSpec:
				for i, name := range n.Names {
					if i < len(n.Values) && strings.HasPrefix(name.Name, "Code") {
						if code, ok := literal(n.Values[i]); ok {
							codes[code] = at.Position(n.Pos()).String()
						}
					}
				}
			case *ast.CallExpr:
				if method, ok := n.Fun.(*ast.SelectorExpr); ok && len(n.Args) > 1 && (method.Sel.Name == "add" || method.Sel.Name == "warn") {
					if code, ok := literal(n.Args[1]); ok {
						codes[code] = at.Position(n.Pos()).String()
					}
				}
			case *ast.KeyValueExpr:
				if name, ok := n.Key.(*ast.Ident); ok && name.Name == "Code" && file.Name.Name != "mail" {
					if code, ok := literal(n.Value); ok {
						codes[code] = at.Position(n.Pos()).String()
					}
				}
			}
			return true
		})
	})
	if len(codes) < 40 {
		t.Fatalf("only %d codes found", len(codes))
	}

	code := regexp.MustCompile(`^[a-z0-9_]+$`)
	for name, place := range codes {
		if code.MatchString(name) && !w.Has("problem."+name) && !w.Has("warning."+name) {
			t.Errorf("%s: no sentence for %q", place, name)
		}
	}
}

func TestEveryConditionAndWarningHasWords(t *testing.T) {
	id := words(t, "id")
	en := words(t, "en")
	var keys []string
	source(t, "../model", func(path string, at *token.FileSet, file *ast.File) {
		if file.Name.Name != "model" {
			return
		}
		ast.Inspect(file, func(n ast.Node) bool {
			spec, ok := n.(*ast.ValueSpec)
			if !ok || len(spec.Values) == 0 {
				return true
			}

			name := spec.Names[0].Name
			text, _ := literal(spec.Values[0])
			switch {
			case strings.HasPrefix(name, "Err"):
				keys = append(keys, "error."+snake(name[3:]), "error."+snake(name[3:])+".hint")
			case strings.HasPrefix(name, "Warn") && text != "":
				keys = append(keys, "warning."+text)
			case strings.HasPrefix(name, "Rule") && text != "":
				keys = append(keys, "enum.link_rule."+text)
			case strings.HasPrefix(name, "Attention") && text != "":
				keys = append(keys, "enum.attention."+text)
			}

			return true
		})
	})
	if len(keys) < 70 {
		t.Fatalf("only %d keys found: %q", len(keys), keys)
	}

	for _, key := range append(keys, "error.unknown", "error.unknown.hint") {
		if !id.Has(key) || !en.Has(key) {
			t.Errorf("no words for %s", key)
		}
	}
}

// snake writes NotFound as not_found.
func snake(name string) string {
	var b strings.Builder
	for i, r := range name {
		if i > 0 && unicode.IsUpper(r) {
			b.WriteByte('_')
		}
		b.WriteRune(unicode.ToLower(r))
	}
	return b.String()
}
