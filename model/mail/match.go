package mail

import (
	"slices"

	"jejaring/model"
)

// match says to whom a message belongs, by the rules of brief section 4.13 in their order. thread holds the filed
// messages that this one answers or reports, by Message-ID. The warnings of the link include those of the message.
func (l *linker) match(m model.Message, thread map[string]model.Message) model.Link {
	c := &matcher{linker: l, m: m, passages: passagesOf(m), thread: thread}
	c.link = model.Link{Rule: model.RuleNone, Category: m.Category, Status: "unregistered"}
	if m.Status != "" {
		c.link.Status = m.Status
	}

	// What the rules themselves warn of is found out anew.
	for _, w := range m.Warnings {
		if !slices.Contains([]string{model.WarnSpoof, model.WarnSharedDomain, model.WarnSeveral}, w.Code) {
			c.link.Warnings = append(c.link.Warnings, w)
		}
	}

	c.hits = c.own.find(c.passages)
	for _, h := range c.hits {
		c.link.NumberHits = append(c.link.NumberHits, h.Number)
	}

	if m.Direction == "out" {
		c.linkOutgoing()
	} else {
		c.linkIncoming()
		c.warnOfSpoof()
	}

	c.addSuggestions()

	if c.link.ReferralCode != "" && c.link.Category == "lainnya" && !m.AutoSubmitted {
		c.link.Category = "rujukan"
	}

	return c.link
}

// matcher gathers the link of one message.
type matcher struct {
	*linker
	m        model.Message
	passages []passage
	thread   map[string]model.Message
	hits     []model.NumberTarget // our own numbers in the message, new text first
	link     model.Link
}

// linkIncoming links mail of others by the first rule that hits.
func (c *matcher) linkIncoming() {
	for _, rule := range []func() bool{c.linkByThread, c.linkByReport, c.linkByOwnNumber, c.linkByPartnerNumber, c.linkByContact, c.linkByDomain} {
		if rule() {
			return
		}
	}
}

// record records the rule that hit; it always returns true.
func (c *matcher) record(rule string, confidence float64, partner model.ID, agreements []model.ID) bool {
	c.link.Rule = rule
	c.link.Confidence = confidence
	c.link.PartnerID = partner
	c.link.AgreementIDs = slices.Clone(agreements)
	return true
}

// linkByThread is rule 1: In-Reply-To or References name a mail that has links.
func (c *matcher) linkByThread() bool {
	ids := []string{c.m.InReplyTo}
	for _, id := range slices.Backward(c.m.References) {
		ids = append(ids, id)
	}
	return c.inherit(ids, model.RuleInReplyTo)
}

// linkByReport is rule 1 for the mail that a bounce or an automatic answer holds.
func (c *matcher) linkByReport() bool {
	return c.m.AutoSubmitted && c.inherit(c.m.Embedded, model.RuleEmbedded)
}

// inherit takes the links of the first of these mails that has any.
func (c *matcher) inherit(ids []string, rule string) bool {
	for _, id := range ids {
		parent, ok := c.thread[id]
		if !ok || id == "" || id == c.m.MessageID || !parent.Linked() {
			continue
		}

		c.link.ReferralCode = parent.ReferralCode
		return c.record(rule, 0.99, parent.PartnerID, parent.AgreementIDs)
	}

	return false
}

// linkByPartnerNumber is rule 3: the mail names a number that a partner gave to an agreement.
func (c *matcher) linkByPartnerNumber() bool {
	target, ok := c.theirs.findTheirs(c.passages)
	return ok && c.record(model.RulePartnerNumber, 0.9, target.PartnerID, target.AgreementIDs)
}

func (c *matcher) agreementsWith(partner model.ID) []model.DirectoryAgreement {
	for _, p := range c.d.Partners {
		if p.ID == partner && partner != 0 {
			return p.Agreements
		}
	}

	return nil
}

// linkOutgoing links mail of our own by the numbers in it and by its recipients.
func (c *matcher) linkOutgoing() {
	partner := model.ID(0)
	for _, to := range append(slices.Clone(c.m.Recipients), c.m.CC...) {
		if partner, _, _ = c.owner(to); partner != 0 {
			break
		}
	}

	for _, h := range c.hits {
		if partner == 0 {
			partner = h.PartnerID
		}

		if c.link.ReferralCode == "" && (h.ReferralCode != "" || h.Type == model.DocumentReferral) {
			c.link.ReferralCode = h.ReferralCode
			c.link.AgreementIDs = c.referralAgreements(h, partner)
		}
	}

	switch agreements := union(c.agreementsOfNumbers(partner), c.link.AgreementIDs); {
	case len(agreements) > 0:
		c.record(model.RuleComposed, 0.95, partner, agreements)
	case c.linkByThread():
	case partner != 0:
		c.record(model.RuleComposed, 0.8, partner, nil)
	}
}

// union appends what a lacks of b.
func union(a, b []model.ID) []model.ID {
	for _, id := range b {
		if !slices.Contains(a, id) {
			a = append(a, id)
		}
	}

	return a
}
