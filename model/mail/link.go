package mail

import (
	"context"
	"errors"
	"fmt"

	"jejaring/model"
)

// judge lets the rules judge the mails of a batch before it is filed, so that filing and linking are one transaction. Mails
// whose thread is not all there yet wait: fetching goes from the newest to the oldest, so what they answer is still to come.
func (r *run) judge(ctx context.Context, batch []model.Filed) error {
	var ids []string
	for _, f := range batch {
		ids = append(ids, threadOf(f.Message)...)
	}

	t, err := threads(ctx, r.archive, ids)
	if err != nil {
		return err
	}

	for i := range batch {
		if f := &batch[i]; settled(f.Message, t) {
			link := r.linker.match(f.Message, t.mails)
			f.Link = &link
		}
	}

	return nil
}

// link judges what is still waiting, the oldest first, because a reply is often filed before the mail that it answers. Of a
// reading that was cut, mails whose thread is not all there get a link too, but are judged again the next time.
func (r *run) link(ctx context.Context, whole bool) error {
	linked, err := linkPending(ctx, r.archive, whole)
	r.result.Linked += linked
	return err
}

// LinkPending lets the rules judge every pending message, the oldest first, and returns how many found a partner.
func LinkPending(ctx context.Context, a Archive) (int, error) { return linkPending(ctx, a, true) }

// linkPending goes through the pending messages page by page; the directory is asked for when there is one at all.
func linkPending(ctx context.Context, a Archive, whole bool) (linked int, err error) {
	const page = 500

	var l *linker
	for last := model.ID(0); ; {
		pending, err := a.Pending(ctx, last, page)
		if err != nil {
			return linked, fmt.Errorf("pending mails: %w", err)
		}
		if len(pending) == 0 {
			return linked, nil
		}

		if l == nil {
			d, err := a.Directory(ctx)
			if err != nil {
				return linked, fmt.Errorf("directory: %w", err)
			}
			l = newLinker(d)
		}

		last = pending[len(pending)-1].ID

		n, err := l.judgeAndStore(ctx, a, pending, whole)
		if linked += n; err != nil {
			return linked, err
		}
	}
}

// judgeAndStore judges some mails and stores what the rules say, in one transaction.
func (l *linker) judgeAndStore(ctx context.Context, a Archive, pending []model.Message, whole bool) (linked int, err error) {
	var ids []string
	for _, m := range pending {
		ids = append(ids, threadOf(m)...)
	}

	t, err := threads(ctx, a, ids)
	if err != nil {
		return 0, err
	}

	judged := make([]model.Judged, len(pending))
	for i, m := range pending {
		link := l.match(m, t.mails)
		judged[i] = model.Judged{ID: m.ID, Link: link, Open: !whole && !settled(m, t)}

		if link.Rule != model.RuleNone && m.LinkRule == model.RuleNone {
			linked++
		}

		// What was found out about a mail counts at once for the answers to it that follow.
		if parent, ok := t.mails[m.MessageID]; ok && parent.ID == m.ID {
			parent.PartnerID = link.PartnerID
			parent.AgreementIDs = link.AgreementIDs
			parent.ReferralCode = link.ReferralCode
			t.mails[m.MessageID] = parent
			t.waiting[m.MessageID] = judged[i].Open
		}
	}

	if err := a.Links(ctx, judged); err != nil {
		return 0, fmt.Errorf("linking %d mails: %w", len(judged), err)
	}

	return linked, nil
}

// fileLinked files a batch with its links. A partner or an agreement that somebody threw away for good meanwhile costs the links,
// not the mails.
func (r *run) fileLinked(ctx context.Context, batch []model.Filed) (fresh int, err error) {
	if err := r.judge(ctx, batch); err != nil {
		return 0, err
	}

	fresh, err = r.archive.File(ctx, batch)
	if errors.Is(err, model.ErrNotFound) {
		for i := range batch {
			batch[i].Link = nil
		}
		fresh, err = r.archive.File(ctx, batch)
	}

	if err != nil {
		return 0, fmt.Errorf("filing %d mails: %w", len(batch), err)
	}

	for _, f := range batch {
		if f.Link != nil && f.Link.Rule != model.RuleNone {
			r.result.Linked++
		}
	}

	return fresh, nil
}
