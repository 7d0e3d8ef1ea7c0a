package mail

import (
	"context"
	"fmt"

	"jejaring/model"
)

// link judges every filed message that is still waiting for it. It comes after all folders were read, because a
// reply is often filed before the mail that it answers.
func (r *run) link(ctx context.Context) error {
	linked, err := LinkPending(ctx, r.archive)
	r.result.Linked = linked
	return err
}

// LinkPending lets the rules judge every pending message, the oldest first, and returns how many found a partner.
func LinkPending(ctx context.Context, a Archive) (int, error) {
	d, err := a.Directory(ctx)
	if err != nil {
		return 0, fmt.Errorf("directory: %w", err)
	}
	const page = 100
	linked := 0
	for last := model.ID(0); ; {
		pending, err := a.Pending(ctx, page)
		if err != nil {
			return linked, fmt.Errorf("pending mails: %w", err)
		}
		if len(pending) == 0 || pending[0].ID == last {
			return linked, nil
		}
		last = pending[0].ID
		n, err := linkPage(ctx, a, d, pending)
		linked += n
		if err != nil {
			return linked, err
		}
	}
}

func linkPage(ctx context.Context, a Archive, d model.Directory, pending []model.Message) (linked int, err error) {
	var ids []string
	for _, m := range pending {
		ids = append(ids, threadOf(m)...)
	}
	thread := map[string]model.Message{}
	if len(ids) > 0 {
		if thread, err = a.ByMessageID(ctx, ids); err != nil {
			return 0, fmt.Errorf("threads: %w", err)
		}
	}
	for _, m := range pending {
		l := Match(m, d, thread)
		if err := a.Link(ctx, m.ID, l); err != nil {
			return linked, fmt.Errorf("linking a mail: %w", err)
		}
		if l.Rule != model.RuleNone {
			linked++
		}
		if parent, ok := thread[m.MessageID]; ok && parent.ID == m.ID {
			parent.PartnerID, parent.AgreementIDs, parent.ReferralCode = l.PartnerID, l.AgreementIDs, l.ReferralCode
			thread[m.MessageID] = parent
		}
	}
	return linked, nil
}

// threadOf returns the identifiers of the mails that a message answers or reports.
func threadOf(m model.Message) []string {
	ids := append([]string{}, m.Embedded...)
	if m.InReplyTo != "" {
		ids = append(ids, m.InReplyTo)
	}
	return append(ids, m.References...)
}
