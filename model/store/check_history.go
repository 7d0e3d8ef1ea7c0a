package store

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"jejaring/model"
	"jejaring/model/store/sqlite"
)

// told is the newest line of the history that tells what a record is.
type told struct {
	after json.RawMessage
	// erased says that the record was emptied since, as a patient may demand.
	erased bool
}

// compare looks whether records are what the newest line of their history tells, with all their parts. Records that came
// with the program have none until they are changed.
func (t *table[T]) compare(ctx context.Context, q sqlite.Querier, found []T, r *Report) error {
	if t.name == "patient" && t.store.Seal().key() == nil {
		return nil
	}

	ids := make([]model.ID, len(found))
	for i := range found {
		ids[i] = t.base(&found[i]).ID
	}

	lines, err := t.newestOf(ctx, q, ids)
	if err != nil {
		return err
	}

	for i := range found {
		line, ok := lines[t.base(&found[i]).ID]
		if !ok || line.erased {
			continue
		}

		var now any = &found[i]
		if t.audit != nil {
			now = t.audit(&found[i])
		}
		if fields := t.differences(line.after, side(now)); len(fields) > 0 {
			r.add("history", "%s %d: %s", t.name, t.base(&found[i]).ID, strings.Join(fields, ", "))
		}
	}

	return nil
}

// newestOf reads the newest line of each record that tells what it is: it has a version.
func (t *table[T]) newestOf(ctx context.Context, q sqlite.Querier, ids []model.ID) (map[model.ID]told, error) {
	lines := map[model.ID]told{}
	return lines, sqlite.Each(ctx, q, `SELECT h.record, h.after, EXISTS (SELECT 1 FROM history e WHERE e.id > h.id AND e.action = 'erase' AND
			(e.entity = h.entity AND e.record = h.record OR e.entity = 'referral' AND e.record = json_extract(h.after, '$.referral_id')))
		FROM json_each(?) i JOIN history h ON h.id = (SELECT max(n.id) FROM history n
			WHERE n.entity = ? AND n.record = i.value AND json_valid(n.after) AND json_extract(n.after, '$.version') IS NOT NULL)`,
		[]any{sqlite.JSON(&ids), t.name}, func(scan func(...any) error) error {
			var id model.ID
			var line told
			var after string
			err := scan(&id, &after, &line.erased)
			line.after = json.RawMessage(after)
			lines[id] = line
			return err
		})
}

// differences names the fields in which a record is not what the history tells.
func (t *table[T]) differences(history, now json.RawMessage) []string {
	if bytes.Equal(history, now) { // as it is unless another version of the program wrote the line
		return nil
	}

	var fields []string
	before := decoded(history)
	unlike("", before, decoded(now), &fields)
	known, _ := before.(map[string]any)
	locked := t.store.Seal().key() == nil

	return slices.DeleteFunc(fields, func(field string) bool {
		switch name := field[strings.LastIndexByte(field, '.')+1:]; {
		case name == "partner_name": // follows the partner, checkFollowing looks
			return true
		case strings.HasPrefix(field, "last_sync"): // no change of a mailbox
			return true
		case name == "number_id": // the sample enters the ledger after the papers
			return nothing(known["number_id"])
		}
		return locked && strings.HasSuffix(field, "nik")
	})
}

func decoded(text json.RawMessage) (value any) {
	decoder := json.NewDecoder(bytes.NewReader(text))
	decoder.UseNumber()
	_ = decoder.Decode(&value)
	return value
}

// unlike collects the paths at which two values of JSON differ. Nothing, in whatever form, is like nothing.
func unlike(at string, a, b any, found *[]string) {
	if nothing(a) && nothing(b) {
		return
	}

	switch a := a.(type) {
	case map[string]any:
		if b, ok := b.(map[string]any); ok || nothing(b) {
			unlikeFields(at, a, b, found)
			return
		}
	case []any:
		if b, ok := b.([]any); ok && len(a) == len(b) {
			for i := range a {
				unlike(fmt.Sprintf("%s[%d]", at, i+1), a[i], b[i], found)
			}
			return
		}
	case json.Number, string, bool:
		if a == b {
			return
		}
	}

	*found = append(*found, strings.TrimPrefix(at, "."))
}

func unlikeFields(at string, a, b map[string]any, found *[]string) {
	names := []string{}
	for name := range a {
		names = append(names, name)
	}

	for name := range b {
		if _, both := a[name]; !both {
			names = append(names, name)
		}
	}

	slices.Sort(names)
	for _, name := range names {
		unlike(at+"."+name, a[name], b[name], found)
	}
}

// nothing reports whether a value is none: a field that a version of the program did not write yet is like an empty one.
func nothing(v any) bool {
	switch v := v.(type) {
	case nil:
		return true
	case string:
		return v == "" || v == "0001-01-01T00:00:00Z"
	case bool:
		return !v
	case json.Number:
		return v == "0"
	case []any:
		return len(v) == 0
	case map[string]any:
		for _, inner := range v {
			if !nothing(inner) {
				return false
			}
		}
		return true
	}
	return false
}
