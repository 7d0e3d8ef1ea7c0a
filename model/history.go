package model

import (
	"encoding/json"
	"maps"
	"slices"
	"time"
)

// HistoryEntry is one line of the append-only change history. It is written in the transaction of the change itself.
type HistoryEntry struct {
	ID     ID        `json:"id"`
	At     time.Time `json:"time"`
	User   string    `json:"user"`
	Action string    `json:"action"` // create, update, correct, delete, restore, issue, annul, link, mail_sync
	Entity string    `json:"entity"` // partner, agreement …
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
