package mail

import (
	"context"
	"fmt"

	"jejaring/model"
)

// settled reports whether the mails that one answers or reports can change no more what the rules say about it.
func settled(m model.Message, t thread) bool {
	for _, id := range threadOf(m) {
		parent, ok := t.mails[id]
		if !ok || t.waiting[id] {
			return false
		}
		if parent.Linked() && m.Direction == "in" {
			return true // the first that is linked counts
		}
	}

	return true
}

// thread is what is filed of the threads of some mails.
type thread struct {
	mails   map[string]model.Message
	waiting map[string]bool
}

// threads asks the archive for the mails with these identifiers.
func threads(ctx context.Context, a Archive, ids []string) (t thread, err error) {
	if len(ids) == 0 {
		return t, nil
	}

	if t.mails, err = a.ByMessageID(ctx, ids); err == nil {
		t.waiting, err = a.Waiting(ctx, ids)
	}
	if err != nil {
		return t, fmt.Errorf("threads: %w", err)
	}

	return t, nil
}

// threadOf returns the identifiers of the mails that a message answers or reports, in the order in which they count.
func threadOf(m model.Message) []string {
	var ids []string
	if m.InReplyTo != "" {
		ids = append(ids, m.InReplyTo)
	}

	// The last reference is the nearest.
	for i := len(m.References) - 1; i >= 0; i-- {
		ids = append(ids, m.References[i])
	}

	if m.AutoSubmitted {
		ids = append(ids, m.Embedded...)
	}

	return ids
}
