package mail

import (
	"slices"
	"strings"

	"jejaring/model"
	"jejaring/model/mail/mime"
)

// linkByContact is rule 5: the sender is a contact person of a partner or the institution itself.
func (c *matcher) linkByContact() bool {
	partner, institution := c.byAddress(c.m.SenderEmail)
	if partner == 0 {
		return false
	}

	if institution && len(c.domains[mime.Domain(c.m.SenderEmail)]) > 1 {
		c.link.Warnings = append(c.link.Warnings, model.Warning{Code: model.WarnSharedDomain})
	}

	return c.record(model.RuleContact, 0.8, partner, nil)
}

// linkByDomain is rule 6: the sender's domain belongs to one partner alone.
func (c *matcher) linkByDomain() bool {
	partner := c.byDomain(c.m.SenderEmail)
	return partner != 0 && c.record(model.RuleDomain, 0.6, partner, nil)
}

// partnerOfSender returns the partner of the sender by rules 5 and 6, or 0.
func (c *matcher) partnerOfSender() model.ID {
	partner, _, _ := c.owner(c.m.SenderEmail)
	return partner
}

// owner returns the partner to whom an address belongs by rules 5 and 6.
func (c *matcher) owner(email string) (partner model.ID, rule string, institution bool) {
	if partner, institution = c.byAddress(email); partner != 0 {
		return partner, model.RuleContact, institution
	}
	return c.byDomain(email), model.RuleDomain, false
}

// byAddress returns the one partner that has this very address; an address of several partners is nobody's.
func (c *matcher) byAddress(email string) (partner model.ID, institution bool) {
	email = strings.ToLower(email)
	if email == "" {
		return 0, false
	}

	institutions := c.institutions[email]
	contacts := c.contacts[email]
	switch {
	case len(institutions) == 1:
		return institutions[0], true
	case len(institutions) == 0 && len(contacts) == 1:
		return contacts[0], false
	}

	return 0, false
}

// byDomain returns the one partner that has the domain of an address. Domains of free mail say nothing.
func (c *matcher) byDomain(email string) model.ID {
	if !strings.Contains(email, "@") || model.FreeMail(mime.Domain(email)) {
		return 0
	}

	if owners := c.domains[mime.Domain(email)]; len(owners) == 1 {
		return owners[0]
	}

	return 0
}

// belongs reports whether an address is one of the partner's, by itself or by its domain.
func (c *matcher) belongs(email string, p model.DirectoryPartner) bool {
	email = strings.ToLower(email)
	return slices.Contains(p.Emails, email) || slices.Contains(p.Contacts, email) ||
		slices.Contains(p.Domains, mime.Domain(email)) && !model.FreeMail(mime.Domain(email))
}
