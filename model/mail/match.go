package mail

import (
	"slices"
	"strings"

	"jejaring/model"
)

// Match says to whom a message belongs, by the rules of brief section 4.13 in their order. thread holds the filed
// messages that this one answers or reports, by Message-ID. The warnings of the link include those of the message.
func Match(m model.Message, d model.Directory, thread map[string]model.Message) model.Link {
	c := &matcher{m: m, d: d, thread: thread}
	c.link = model.Link{Rule: model.RuleNone, Category: m.Category, Status: "unregistered"}
	if m.Status != "" {
		c.link.Status = m.Status
	}
	for _, w := range m.Warnings {
		if !slices.Contains([]string{model.WarnSpoof, model.WarnSharedDomain, model.WarnSeveral}, w.Code) {
			c.link.Warnings = append(c.link.Warnings, w)
		}
	}
	c.hits = findNumbers(m, d)
	for _, h := range c.hits {
		c.link.NumberHits = append(c.link.NumberHits, h.Number)
	}
	if m.Direction == "out" {
		c.outgoing()
	} else {
		c.incoming()
		c.spoof()
	}
	c.suggest()
	if c.link.ReferralCode != "" && c.link.Category == "lainnya" && !m.AutoSubmitted {
		c.link.Category = "rujukan"
	}
	return c.link
}

// matcher gathers the link of one message.
type matcher struct {
	m      model.Message
	d      model.Directory
	thread map[string]model.Message
	hits   []model.NumberTarget // our own numbers in the message, new text first
	link   model.Link
}

func (c *matcher) incoming() {
	for _, rule := range []func() bool{c.answers, c.reports, c.ownNumber, c.partnerNumber, c.contact, c.domain} {
		if rule() {
			return
		}
	}
}

// set records the rule that hit; it always returns true.
func (c *matcher) set(rule string, confidence float64, partner model.ID, agreements []model.ID) bool {
	c.link.Rule, c.link.Confidence, c.link.PartnerID = rule, confidence, partner
	c.link.AgreementIDs = slices.Clone(agreements)
	return true
}

// answers is rule 1: In-Reply-To or References name a mail that has links.
func (c *matcher) answers() bool {
	ids := []string{c.m.InReplyTo}
	for _, id := range slices.Backward(c.m.References) {
		ids = append(ids, id)
	}
	return c.inherit(ids, model.RuleInReplyTo)
}

// reports is rule 1 for the mail that a bounce or an automatic answer holds.
func (c *matcher) reports() bool {
	return c.m.AutoSubmitted && c.inherit(c.m.Embedded, model.RuleEmbedded)
}

func (c *matcher) inherit(ids []string, rule string) bool {
	for _, id := range ids {
		parent, ok := c.thread[id]
		if !ok || id == "" || id == c.m.MessageID || !parent.Linked() {
			continue
		}
		c.link.ReferralCode = parent.ReferralCode
		return c.set(rule, 0.99, parent.PartnerID, parent.AgreementIDs)
	}
	return false
}

// ownNumber is rule 2 and, for numbers of referrals, rule 4.
func (c *matcher) ownNumber() bool {
	for _, h := range c.hits {
		partner := h.PartnerID
		if partner == 0 {
			partner = c.sender()
		}
		switch {
		case h.ReferralCode != "" || h.Type == "RJK":
			c.link.ReferralCode = h.ReferralCode
			return c.set(model.RuleReferral, 0.9, partner, c.referralAgreements(h, partner))
		case partner != 0 || len(h.AgreementIDs) > 0:
			return c.set(model.RuleOwnNumber, 0.95, partner, c.agreementsOf(partner))
		}
	}
	return false
}

// agreementsOf returns the agreements that the numbers in the message stand for, without those of other partners.
func (c *matcher) agreementsOf(partner model.ID) []model.ID {
	var ids []model.ID
	for _, h := range c.hits {
		if h.PartnerID != 0 && h.PartnerID != partner {
			continue
		}
		for _, id := range h.AgreementIDs {
			if !slices.Contains(ids, id) {
				ids = append(ids, id)
			}
		}
	}
	return ids
}

// referralAgreements returns the agreement of a referral, or those with the partner that cover referrals on that day.
func (c *matcher) referralAgreements(h model.NumberTarget, partner model.ID) []model.ID {
	if len(h.AgreementIDs) > 0 {
		return h.AgreementIDs
	}
	day := model.DateOf(c.m.Date)
	var ids []model.ID
	for _, a := range c.agreements(partner) {
		covers := slices.Contains([]string{"referral", "laboratory", "diagnostics", "tb_dppm"}, a.Field)
		lived := slices.Contains([]string{model.StatusActive, model.StatusRenewed, model.StatusExpired}, a.Status)
		if covers && lived && !day.Before(a.Start) && !day.After(a.End) {
			ids = append(ids, a.ID)
		}
	}
	return ids
}

func (c *matcher) partnerNumber() bool {
	target, ok := findPartnerNumber(c.m, c.d)
	return ok && c.set(model.RulePartnerNumber, 0.9, target.PartnerID, target.AgreementIDs)
}

func (c *matcher) agreements(partner model.ID) []model.DirectoryAgreement {
	for _, p := range c.d.Partners {
		if p.ID == partner && partner != 0 {
			return p.Agreements
		}
	}
	return nil
}

// outgoing links mail of our own by the numbers in it and by its recipients.
func (c *matcher) outgoing() {
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
		if c.link.ReferralCode == "" && (h.ReferralCode != "" || h.Type == "RJK") {
			c.link.ReferralCode = h.ReferralCode
			c.link.AgreementIDs = c.referralAgreements(h, partner)
		}
	}
	switch agreements := union(c.agreementsOf(partner), c.link.AgreementIDs); {
	case len(agreements) > 0:
		c.set(model.RuleComposed, 0.95, partner, agreements)
	case c.answers():
	case partner != 0:
		c.set(model.RuleComposed, 0.8, partner, nil)
	}
}

func union(a, b []model.ID) []model.ID {
	for _, id := range b {
		if !slices.Contains(a, id) {
			a = append(a, id)
		}
	}
	return a
}

// suggest proposes agreements to a person when a partner is known but no agreement.
func (c *matcher) suggest() {
	if c.link.PartnerID == 0 || len(c.link.AgreementIDs) > 0 {
		return
	}
	var active, begun []model.ID
	for _, a := range c.agreements(c.link.PartnerID) {
		switch a.Status {
		case model.StatusActive:
			active = append(active, a.ID)
		case model.StatusDraft, model.StatusReview, model.StatusAwaiting:
			begun = append(begun, a.ID)
		}
	}
	switch {
	case len(active) > 1:
		c.link.Suggestions = active
		c.link.Warnings = append(c.link.Warnings, model.Warning{Code: model.WarnSeveral})
	case len(active) == 1:
		c.link.Suggestions = active
	case len(begun) == 1:
		c.link.Suggestions = begun
	}
}

// spoof warns when the display name is a partner's but the address is not. Names never link.
func (c *matcher) spoof() {
	if c.m.SenderName == "" || c.m.AutoSubmitted && machine(c.m.SenderEmail) {
		return
	}
	name := " " + strings.Join(words(c.m.SenderName), " ") + " "
	for _, p := range c.d.Partners {
		if names(name, p) && !c.belongs(c.m.SenderEmail, p) {
			c.link.Warnings = append(c.link.Warnings, model.Warning{Code: model.WarnSpoof, Args: []string{p.Name}})
			return
		}
	}
}

// names reports whether a display name holds the partner's name or its short code; very short codes must be all of it.
func names(name string, p model.DirectoryPartner) bool {
	for _, part := range []string{p.Name, p.Short} {
		own := " " + strings.Join(words(part), " ") + " "
		if strings.TrimSpace(own) != "" && (name == own || len(own) >= 6 && strings.Contains(name, own)) {
			return true
		}
	}
	return false
}
