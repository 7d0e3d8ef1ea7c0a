package mail

import (
	"strings"

	"jejaring/model"
	"jejaring/model/mail/mime"
)

// addSuggestions proposes agreements to a person when a partner is known but no agreement.
func (c *matcher) addSuggestions() {
	if c.link.PartnerID == 0 || len(c.link.AgreementIDs) > 0 {
		return
	}

	var active, begun []model.ID
	for _, a := range c.agreementsWith(c.link.PartnerID) {
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

// warnOfSpoof warns when the display name is a partner's but the address is not. Names never link.
func (c *matcher) warnOfSpoof() {
	if c.m.SenderName == "" || c.m.AutoSubmitted && mime.FromMachine(c.m.SenderEmail) {
		return
	}

	name := " " + strings.Join(mime.SplitWords(c.m.SenderName), " ") + " "
	for _, n := range c.names {
		if p := c.d.Partners[n.index]; n.in(name) && !c.belongs(c.m.SenderEmail, p) {
			c.link.Warnings = append(c.link.Warnings, model.Warning{Code: model.WarnSpoof, Args: []string{p.Name}})
			return
		}
	}
}
