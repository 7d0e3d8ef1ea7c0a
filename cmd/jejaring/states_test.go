package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"jejaring/model"
)

// states are the codes of every state that a record can have, as SQL would write them.
func states() (all []string) {
	add := func(codes ...string) {
		for _, c := range codes {
			all = append(all, "'"+c+"'")
		}
	}
	for _, s := range model.Statuses() {
		add(string(s))
	}

	for _, s := range model.ReferralStatuses() {
		add(string(s))
	}

	for _, s := range model.TrainingStatuses() {
		add(string(s))
	}

	add(model.PartnerStatuses()...)
	add(model.ObligationStatuses()...)
	add(model.MessageStatuses()...)
	add(model.Registrations()...)
	add(model.Waits()...)
	add(model.NoticeExpired, model.NoticeExtended, "issued", "superseded", "annulled")

	return all
}

// TestStates_StandInTheConditionsAlone looks for the names of states in the SQL of the store: only the files of conditions know
// them, where each stands beside the predicate in Go that says the same. A state that is compared with is one, too, when no
// list has it.
func TestStates_StandInTheConditionsAlone(t *testing.T) {
	known := states()
	compared := regexp.MustCompile(`(?i)\b(status|decision|registration|notice|expired_from|waiting_for)"?\s*(=|<>|!=|(NOT\s+)?IN\s*\(|LIKE)\s*'`)
	seen := 0
	for name, file := range sources(t, parser.SkipObjectResolution) {
		if !strings.HasPrefix(name, "model/store/") || strings.HasSuffix(name, "_test.go") || path.Dir(name) == "model/store/conditions" {
			continue
		}

		seen++
		ast.Inspect(file, func(n ast.Node) bool {
			text := literal(n)
			if compared.MatchString(text) {
				t.Errorf("%s compares a state in %q", name, text)
			}

			for _, s := range known {
				if strings.Contains(text, s) {
					t.Errorf("%s names the state %s in %q", name, s, text)
				}
			}

			return true
		})
	}

	if seen < 50 || len(known) < 50 {
		t.Errorf("only %d files were looked at, for %d states", seen, len(known))
	}
}

// TestStates_EveryConditionIsHeldAgainstItsPredicate looks that each fragment of the conditions files belongs to a rule, so that
// a test holds it against Go, or is a part of one.
func TestStates_EveryConditionIsHeldAgainstItsPredicate(t *testing.T) {
	declared := map[string]string{}
	used := []string{}
	for name, file := range sources(t, parser.SkipObjectResolution) {
		if path.Dir(name) != "model/store/conditions" || strings.HasSuffix(name, "_test.go") {
			continue
		}
		ast.Inspect(file, func(n ast.Node) bool {
			if spec, ok := n.(*ast.ValueSpec); ok {
				for _, id := range spec.Names {
					declared[id.Name] = name
				}
				for _, v := range spec.Values {
					ast.Inspect(v, func(n ast.Node) bool { return note(n, &used) })
				}
				return false
			}
			return note(n, &used)
		})
	}

	for name, where := range declared {
		if !slices.Contains(used, name) {
			t.Errorf("%s: nothing holds the condition %s against Go", where, name)
		}
	}

	if len(declared) < 40 {
		t.Errorf("only %d conditions were found", len(declared))
	}
}

// note adds the names that an expression uses.
func note(n ast.Node, used *[]string) bool {
	if id, ok := n.(*ast.Ident); ok {
		*used = append(*used, id.Name)
	}
	return true
}

// literal is the text of a string in the source, or nothing.
func literal(n ast.Node) string {
	lit, ok := n.(*ast.BasicLit)
	if !ok || lit.Kind != token.STRING {
		return ""
	}

	text, err := strconv.Unquote(lit.Value)
	if err != nil {
		return ""
	}
	return text
}
