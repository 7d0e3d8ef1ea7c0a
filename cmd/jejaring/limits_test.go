package main

import (
	"go/ast"
	"go/parser"
	"path"
	"strings"
	"testing"
)

// What a folder, a type and a structure may hold at most: beyond, they are many things under one name.
const (
	mostFiles        = 80 // in a folder, without its tests
	mostInTheFrame   = 50 // in ui
	mostMethods      = 60 // of a type
	mostDependencies = 12 // of a structure
)

// TestLimits_NoFolderHoldsTooMuch counts the files of each folder without its tests.
func TestLimits_NoFolderHoldsTooMuch(t *testing.T) {
	files := map[string]int{}
	for name := range sources(t, parser.PackageClauseOnly) {
		if !strings.HasSuffix(name, "_test.go") {
			files[path.Dir(name)]++
		}
	}

	for dir, n := range files {
		if n > mostFiles || dir == "ui" && n > mostInTheFrame {
			t.Errorf("%s holds %d files", dir, n)
		}
	}

	if files["model"] < 40 || files["ui"] < 10 {
		t.Errorf("only %d files of model and %d of ui were found", files["model"], files["ui"])
	}
}

// TestLimits_NoTypeHasTooManyMethods counts the methods that are declared for each type.
func TestLimits_NoTypeHasTooManyMethods(t *testing.T) {
	methods := map[string]int{}
	for name, file := range sources(t, parser.SkipObjectResolution) {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		for _, d := range file.Decls {
			if f, ok := d.(*ast.FuncDecl); ok && f.Recv != nil {
				methods[path.Dir(name)+"."+receiverOf(f.Recv.List[0].Type)]++
			}
		}
	}

	for of, n := range methods {
		if n > mostMethods {
			t.Errorf("%s has %d methods", of, n)
		}
	}

	if methods["model/store.Store"] < 20 || methods["ui.App"] < 20 {
		t.Errorf("the store has only %d methods and the window %d", methods["model/store.Store"], methods["ui.App"])
	}
}

// TestLimits_NoStructureLeansOnTooMuch counts what each structure needs others for: functions, interfaces, and pointers to
// structures of ours. What it keeps is its own and is not counted.
func TestLimits_NoStructureLeansOnTooMuch(t *testing.T) {
	kinds := map[string]ast.Expr{} // what a name of a package stands for
	for name, file := range sources(t, parser.SkipObjectResolution) {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		for _, spec := range types(file) {
			kinds[path.Dir(name)+"."+spec.Name.Name] = spec.Type
		}
	}

	most := 0
	for of, kind := range kinds {
		s, ok := kind.(*ast.StructType)
		if !ok {
			continue
		}

		n := 0
		for _, field := range s.Fields.List {
			if leans(of, field.Type, kinds) {
				n += max(1, len(field.Names))
			}
		}

		most = max(most, n)
		if n > mostDependencies {
			t.Errorf("%s needs %d others", of, n)
		}
	}

	if most < 5 {
		t.Errorf("at most %d dependencies were found", most)
	}
}

// types are the types that a file declares.
func types(file *ast.File) (specs []*ast.TypeSpec) {
	for _, d := range file.Decls {
		g, ok := d.(*ast.GenDecl)
		if !ok {
			continue
		}

		for _, spec := range g.Specs {
			if s, ok := spec.(*ast.TypeSpec); ok {
				specs = append(specs, s)
			}
		}
	}
	return specs
}

// leans reports whether a field is something that its structure of a package needs: of is the structure's name with its folder.
func leans(of string, field ast.Expr, kinds map[string]ast.Expr) bool {
	dir := of[:strings.LastIndex(of, ".")]
	switch x := field.(type) {
	case *ast.FuncType, *ast.InterfaceType:
		return true
	case *ast.StarExpr:
		return own(dir, x.X, kinds) != nil
	case *ast.IndexExpr: // model.Register[model.Agreement]
		return leans(of, x.X, kinds)
	case *ast.Ident, *ast.SelectorExpr:
		switch own(dir, x, kinds).(type) {
		case *ast.InterfaceType, *ast.FuncType:
			return true
		}
	}

	return false
}

// own is what a name stands for, when it is one of ours.
func own(dir string, name ast.Expr, kinds map[string]ast.Expr) ast.Expr {
	switch x := name.(type) {
	case *ast.Ident:
		return kinds[dir+"."+x.Name]
	case *ast.SelectorExpr:
		of, ok := x.X.(*ast.Ident)
		if !ok {
			return nil
		}

		for full, kind := range kinds {
			if strings.HasSuffix(full, "/"+of.Name+"."+x.Sel.Name) || full == of.Name+"."+x.Sel.Name {
				return kind
			}
		}
	case *ast.IndexExpr:
		return own(dir, x.X, kinds)
	}
	return nil
}

// receiverOf is the name of a receiver's type.
func receiverOf(e ast.Expr) string {
	switch x := e.(type) {
	case *ast.StarExpr:
		return receiverOf(x.X)
	case *ast.IndexExpr:
		return receiverOf(x.X)
	case *ast.IndexListExpr:
		return receiverOf(x.X)
	case *ast.Ident:
		return x.Name
	}
	return ""
}
