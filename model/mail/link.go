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

// link judges what is still waiting, the oldest first, because a reply is often filed before the mail that it answers. Of a
// reading that was cut, mails whose thread is not all there get a link too, but are judged again the next time.
func (r *run) link(ctx context.Context, whole bool) error {
	linked, err := linkPending(ctx, r.archive, whole)
	r.result.Linked += linked
	return err
}

// LinkPending lets the rules judge every pending message, the oldest first, and returns how many found a partner.
func LinkPending(ctx context.Context, a Archive) (int, error) { return linkPending(ctx, a, true) }

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
		if parent, ok := t.mails[m.MessageID]; ok && parent.ID == m.ID {
			parent.PartnerID, parent.AgreementIDs, parent.ReferralCode = link.PartnerID, link.AgreementIDs, link.ReferralCode
			t.mails[m.MessageID], t.waiting[m.MessageID] = parent, judged[i].Open
		}
	}
	if err := a.Links(ctx, judged); err != nil {
		return 0, fmt.Errorf("linking %d mails: %w", len(judged), err)
	}
	return linked, nil
}

// thread is what is filed of the threads of some mails.
type thread struct {
	mails   map[string]model.Message
	waiting map[string]bool
}

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
	for i := len(m.References) - 1; i >= 0; i-- {
		ids = append(ids, m.References[i])
	}
	if m.AutoSubmitted {
		ids = append(ids, m.Embedded...)
	}
	return ids
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
