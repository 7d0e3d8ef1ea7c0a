// Package partner is the room of the partners, and the picker that finds or makes one. It knows no other room.
package partner

import (
	"context"

	"jejaring/model"
	"jejaring/ui/form"
	"jejaring/ui/look"
	"jejaring/ui/register"
	"jejaring/ui/room"

	"fyne.io/fyne/v2/theme"
)

// Records are what this room reads and writes of the register.
type Records struct {
	Partners model.Register[model.Partner]
	Twins    Twins
}

// Twins finds the partners who may be the one that is about to be saved. It is implemented by the store.
type Twins interface {
	TwinPartners(ctx context.Context, p model.Partner) ([]model.PartnerTwin, error)
}

// Host is what this room asks of the window beyond what every room does.
type Host interface {
	// AgreementWith begins an agreement with a partner.
	AgreementWith(p model.Partner)
}

// state is what survives when the window is built anew.
type state struct {
	partners register.State[model.Partner]
}

type desk struct {
	room.Desk
	Host
	Records
	state *state
}

// New is the room of an open register.
func New(host Host, r Records) room.Place {
	s := &state{}
	s.partners.List.Sort = "name"
	at := func(d room.Desk) *desk { return &desk{d, host, r, s} }

	partners := room.EntryOf(model.EntityPartner, r.Partners, func(p model.Partner) string { return p.Name })
	partners.Finder = func(d room.Desk, narrow model.Filters) form.Finder { return finder(at(d), narrow) }
	partners.Reminders = map[string]room.Reminder{model.AttentionLicence: {Page: "tab.identity", Field: "license_expiry"}}
	partners.Dates = map[string]look.Tone{"license_expiry": look.Soon}

	return room.Place{Name: "partners", Icon: theme.AccountIcon(), Screen: func(d room.Desk) room.Screen { return newPartners(at(d)) },
		Entries: []room.Entry{partners}, Lists: map[string]*register.ListState{"partners": &s.partners.List}}
}

// finder looks partners up for a picker, and makes one on the spot. With "facilities" active health facilities come first.
func finder(d *desk, narrow model.Filters) form.Finder {
	f := partnerFinder{d}
	if narrow[model.FacilitiesFirst] != "" {
		return facilityFinder{f}
	}
	return f
}
