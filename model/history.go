package model

import (
	"encoding/json"
	"maps"
	"slices"
	"strconv"
	"strings"
	"time"
)

// HistoryEntry is one line of the append-only change history. It is written in the transaction of the change itself.
type HistoryEntry struct {
	ID     ID        `json:"id"`
	At     time.Time `json:"time"`
	User   string    `json:"user"`
	Action string    `json:"action"` // create, update, correct, delete, restore, issue, annul, link, mail_sync
	Entity Entity    `json:"entity"` // partner, agreement …
	Record ID        `json:"record"`
	// Before and After are the record as JSON; Before is null for a new one.
	Before json.RawMessage `json:"before,omitempty"`
	After  json.RawMessage `json:"after,omitempty"`
	// Reason is why something was corrected that stands on a paper.
	Reason string `json:"reason,omitempty"`
}

// FieldChange is one field that a change touched.
type FieldChange struct {
	Field  string
	Before string
	After  string
}

// Changes compares the two sides of an entry, leaving out what the program itself keeps (version, times).
func (h HistoryEntry) Changes() []FieldChange {
	var before, after map[string]json.RawMessage
	_ = json.Unmarshal(h.Before, &before)
	_ = json.Unmarshal(h.After, &after)
	var found []FieldChange
	for _, name := range sortedKeys(before, after) {
		switch name {
		case "version", "updated_at", "updated_by", "created_at", "created_by", "id":
			continue
		}
		if a, b := string(before[name]), string(after[name]); a != b && !(empty(a) && empty(b)) {
			found = append(found, FieldChange{name, a, b})
		}
	}

	return found
}

// Corrected compares the two sides of a correction part by part, so that the old value of each stands beside the new one.
// Lists that became longer or shorter are compared whole.
func (h HistoryEntry) Corrected() []FieldChange {
	var before, after any
	_ = json.Unmarshal(h.Before, &before)
	_ = json.Unmarshal(h.After, &after)
	var paths []string
	differ(before, after, "", &paths)
	var found []FieldChange

	for _, path := range paths {
		switch path {
		case "version", "updated_at", "updated_by", "partner_name", "status_since":
			continue
		}
		found = append(found, FieldChange{path, partOf(before, path), partOf(after, path)})
	}

	return found
}

// partOf finds a part of a record by its path and writes it as JSON.
func partOf(record any, path string) string {
	for name := range strings.SplitSeq(strings.ReplaceAll(path, "[", ".["), ".") {
		if at, ok := strings.CutPrefix(name, "["); ok {
			list, _ := record.([]any)
			n, err := strconv.Atoi(strings.TrimSuffix(at, "]"))
			if err != nil || n >= len(list) {
				return ""
			}
			record = list[n]
			continue
		}

		fields, _ := record.(map[string]any)
		if whole, ok := fields[path]; ok {
			return jsonOf(whole) // a name with a dot in it, such as patient.name
		}

		record = fields[name]
	}
	return jsonOf(record)
}

func jsonOf(v any) string {
	text, err := json.Marshal(v)
	if err != nil || v == nil {
		return ""
	}
	return string(text)
}

func empty(s string) bool { return s == "" || s == "null" || s == `""` || s == "[]" || s == "{}" }

func sortedKeys(sides ...map[string]json.RawMessage) []string {
	all := map[string]bool{}
	for _, m := range sides {
		for k := range m {
			all[k] = true
		}
	}
	return slices.Sorted(maps.Keys(all))
}
