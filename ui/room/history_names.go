package room

import (
	"context"
	"encoding/json"
	"strconv"
	"strings"

	"jejaring/model"
)

// references are the identifiers in a stored value: a number, or a list of them.
func references(v string) []model.ID {
	var one model.ID
	var all []model.ID
	if json.Unmarshal([]byte(v), &one) == nil && one != 0 {
		return []model.ID{one}
	}
	_ = json.Unmarshal([]byte(v), &all)
	return all
}

func reference(kind model.Entity, id model.ID) string {
	return string(kind) + " " + strconv.FormatInt(int64(id), 10)
}

// named shows a stored reference by the names of its records. What is no identifier is shown as it stands.
func named(kind model.Entity, v string, names map[string]string) string {
	if code, err := strconv.Unquote(v); err == nil {
		return Short(code, 60)
	}

	var all []string
	for _, id := range references(v) {
		if name := names[reference(kind, id)]; name != "" {
			all = append(all, name)
		}
	}

	return strings.Join(all, ", ")
}

// names looks up what the records are called that changes refer to. One that is gone has no name.
func (d Desk) names(ctx context.Context, entries []model.HistoryEntry) map[string]string {
	names := map[string]string{}
	for _, h := range entries {
		for _, c := range h.Changes() {
			kind := d.Referred(c.Field)
			for _, id := range append(references(c.Before), references(c.After)...) {
				if key := reference(kind, id); kind != "" && names[key] == "" {
					names[key] = d.Named(ctx, kind, id)
				}
			}
		}
	}

	return names
}
