package mail

import (
	"context"
	"fmt"

	"jejaring/model"
)

// link judges every filed message that is still waiting for it. It comes after all folders were read, because a
// reply is often filed before the mail that it answers.
func (r *run) link(ctx context.Context) error {
	const page = 500
	linked, err := LinkPending(ctx, r.archive, page)
	r.result.Linked = linked
	return err
}

// LinkPending lets the rules judge every pending message, a page at a time, and returns how many found a partner.
func LinkPending(ctx context.Context, a Archive, page int) (int, error) {
	d, err := a.Directory(ctx)
	if err != nil {
		return 0, fmt.Errorf("directory: %w", err)
	}
	linked := 0
	judged := map[model.ID]bool{}
	for {
		pending, err := a.Pending(ctx, page)
		if err != nil {
			return linked, fmt.Errorf("pending mails: %w", err)
		}
		if len(pending) == 0 || judged[pending[0].ID] {
			return linked, nil
		}
		for _, m := range pending {
			judged[m.ID] = true
			thread, err := a.ByMessageID(ctx, threadOf(m))
			if err != nil {
				return linked, fmt.Errorf("thread: %w", err)
			}
			l := Match(m, d, thread)
			if err := a.Link(ctx, m.ID, l); err != nil {
				return linked, fmt.Errorf("linking a mail: %w", err)
			}
			if l.Rule != model.RuleNone {
				linked++
			}
		}
	}
}

// threadOf returns the identifiers of the mails that a message answers or reports.
func threadOf(m model.Message) []string {
	ids := append([]string{}, m.Embedded...)
	if m.InReplyTo != "" {
		ids = append(ids, m.InReplyTo)
	}
	return append(ids, m.References...)
}
