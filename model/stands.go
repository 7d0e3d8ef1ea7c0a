package model

import (
	"encoding/json"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"
)

// CodeFrozen is the problem of a field that stands on an issued or signed paper: a plain save must not change it.
const CodeFrozen = "frozen"

// stands says which fields of a record stand on its paper, by their JSON names: those that are listed, or, with but, all
// except those.
type stands struct {
	but    bool
	fields []string
}

// holds reports whether a field stands on the paper. A list counts as soon as one of its parts does.
func (s stands) holds(path string) bool {
	path = regexp.MustCompile(`\[\d+\]`).ReplaceAllString(path, "")
	return s.but != slices.ContainsFunc(s.fields, func(f string) bool {
		return path == f || strings.HasPrefix(path, f+".") || !s.but && strings.HasPrefix(f, path+".")
	})
}

// changed lists the fields that stand on the paper and differ between two versions of a record.
func (s stands) changed(before, after any) []string {
	var found []string
	differ(plain(before), plain(after), "", &found)
	return slices.DeleteFunc(found, func(path string) bool { return !s.holds(path) })
}

// differing are the leaves in which two values differ.
func differing(before, after any) []string {
	var found []string
	differ(plain(before), plain(after), "", &found)
	return found
}

// plain is a record as JSON sees it.
func plain(value any) (out any) {
	text, err := json.Marshal(value)
	if err == nil {
		_ = json.Unmarshal(text, &out)
	}
	return out
}

// differ walks two values. Lists of different length differ as a whole: nobody can tell which part went.
func differ(a, b any, path string, found *[]string) {
	x, isMap := a.(map[string]any)
	y, other := b.(map[string]any)
	if (isMap || a == nil) && (other || b == nil) && (isMap || other) {
		for _, key := range slices.Sorted(maps.Keys(union(x, y))) {
			differ(x[key], y[key], strings.TrimPrefix(path+"."+key, "."), found)
		}
		return
	}

	p, isList := a.([]any)
	q, other := b.([]any)
	if isList && other && len(p) == len(q) {
		for i := range p {
			differ(p[i], q[i], fmt.Sprintf("%s[%d]", path, i), found)
		}
		return
	}

	if !(nothing(a) && nothing(b)) && fmt.Sprint(a) != fmt.Sprint(b) {
		*found = append(*found, path)
	}
}

func union(x, y map[string]any) map[string]any {
	all := maps.Clone(x)
	if all == nil {
		all = map[string]any{}
	}
	maps.Copy(all, y)
	return all
}

// nothing is a value that a record need not have.
func nothing(v any) bool {
	switch v := v.(type) {
	case nil:
		return true
	case string:
		return v == ""
	case bool:
		return !v
	case float64:
		return v == 0
	case []any:
		return len(v) == 0
	}
	return false
}

// frozen are the problems of fields that a plain save must not change.
func frozen(fields []string) Problems {
	var found Problems
	for _, f := range fields {
		found = append(found, Problem{Field: f, Code: CodeFrozen})
	}
	return found
}

// kept are the fields that the program itself keeps of every record.
func kept(more ...string) []string {
	return append([]string{"id", "code", "created_at", "created_by", "updated_at", "updated_by", "deleted_at", "version",
		"status", "status_reason", "status_date", "status_since"}, more...)
}
