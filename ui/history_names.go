package ui

import (
	"context"
	"encoding/json"
	"strconv"
	"strings"

	"jejaring/model"
)

// referred is the kind of record that a field refers to, or "".
func referred(field string) string {
	field, ok := strings.CutSuffix(strings.TrimSuffix(field, "s"), "_id")
	if !ok {
		return ""
	}
	for _, kind := range []string{"partner", "agreement", "staff", "referral", "training", "document", "mailbox", "patient"} {
		if field == kind || strings.HasSuffix(field, "_"+kind) {
			return kind
		}
	}
	if field == "parent" || field == "successor" {
		return "agreement"
	}
	return ""
}

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

func reference(kind string, id model.ID) string { return kind + " " + strconv.FormatInt(int64(id), 10) }

// named shows a stored reference by the names of its records. What is no identifier is shown as it stands.
func named(kind, v string, names map[string]string) string {
	if code, err := strconv.Unquote(v); err == nil {
		return short(code, 60)
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
func (s *Session) names(ctx context.Context, entries []model.HistoryEntry) map[string]string {
	names := map[string]string{}
	for _, h := range entries {
		for _, c := range h.Changes() {
			kind := referred(c.Field)
			for _, id := range append(references(c.Before), references(c.After)...) {
				if key := reference(kind, id); kind != "" && names[key] == "" {
					names[key] = s.name(ctx, kind, id)
				}
			}
		}
	}
	return names
}

func (s *Session) name(ctx context.Context, kind string, id model.ID) string {
	switch kind {
	case "partner":
		r, _ := s.Partners.Get(ctx, id)
		return r.Name
	case "agreement":
		r, _ := s.Agreements.Get(ctx, id)
		return short(r.Title, 60)
	case "staff":
		r, _ := s.Staff.Get(ctx, id)
		return r.Name
	case "referral":
		r, _ := s.Referrals.Get(ctx, id)
		return r.ReferralNo
	case "training":
		r, _ := s.Trainings.Get(ctx, id)
		return short(r.Title, 60)
	case "document":
		r, _ := s.Documents.Get(ctx, id)
		return r.Number
	case "mailbox":
		r, _ := s.Mailboxes.Get(ctx, id)
		return r.Name
	}
	return ""
}
