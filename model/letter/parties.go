package letter

import (
	"fmt"
	"slices"
	"strings"

	"jejaring/model"
	"jejaring/model/letter/typeset"
	"jejaring/translations"
)

// partyText is what a paper says of one party; its fields are plain text.
type partyText struct {
	role, label, name, rep, position string
}

// party returns the values of a party; where an agreement says nothing of the clinic's own party, its profile does.
func (f *facts) party(i int) map[string]any {
	p := f.d.Agreement.Parties[i]
	v := map[string]any{"role": p.Role, "roman": model.Roman(i + 1), "label": partyLabel(f.words, p.Role)}
	if p.PartnerID == 0 {
		f.ownParty(v, p)
	} else {
		f.otherParty(v, p)
	}
	return v
}

func (f *facts) ownParty(v map[string]any, p model.Party) {
	c := f.d.Clinic
	field := f.partyField(p.Role)
	v["name"] = f.required("clinic.name", c.Name)
	v["address"] = f.required("clinic.address", c.Address) + ", " + f.required("clinic.city", c.City)
	v["number"] = f.required("number", f.d.Number)
	v["rep_name"] = f.either(field+"rep_name", p.RepName, "clinic.head_name", c.HeadName)
	v["rep_position"] = f.either(field+"rep_position", f.position(p.RepPosition), "clinic.head_position", f.position(c.HeadPosition))
	v["authority"] = f.either(field+"authority", p.Authority, "clinic.head_authority", c.HeadAuthority)
}

func (f *facts) otherParty(v map[string]any, p model.Party) {
	partner, at := f.partner(p)
	head := partner.Signer()
	field := f.partyField(p.Role)
	v["name"] = f.required(at+"name", orText(partner.Name, p.PartnerName))
	v["address"] = f.required(at+"address", join(typeset.Clean(partner.Address), typeset.Clean(partner.City)))

	v["number"] = typeset.GapText // the partner writes its own number in
	if number := f.optional(field+"own_number", numberOf(f.d, p)); number != "" {
		v["number"] = number
	}

	v["rep_name"] = f.required(field+"rep_name", orText(p.RepName, head.Name))
	v["rep_position"] = f.required(field+"rep_position", orText(p.RepPosition, head.Position))
	v["authority"] = f.required(field+"authority", p.Authority)
}

// numberOf is the number that a partner gave to the paper: of an addendum, that of the second party alone is kept.
func numberOf(d model.LetterData, p model.Party) string {
	switch {
	case d.Addendum == nil:
		return p.OwnNumber
	case p.Role == "p2":
		return d.Addendum.NumberPartner
	}
	return ""
}

// either prints the first value, else the second; when both are missing the gap belongs to the first.
func (f *facts) either(field, value, otherField, other string) string {
	if typeset.Clean(value) == "" && typeset.Clean(other) != "" {
		return f.required(otherField, other)
	}
	return f.required(field, value)
}

// partner returns the record of a party and its place among the data.
func (f *facts) partner(p model.Party) (model.Partner, string) {
	for i := range f.d.Partners {
		if f.d.Partners[i].ID == p.PartnerID {
			return f.d.Partners[i], fmt.Sprintf("partners[%d].", i)
		}
	}
	return model.Partner{}, "partners[0]."
}

// partyLabel returns PIHAK KEDUA or SECOND PARTY. The style of the first party is settled when the text is parsed.
func partyLabel(words translations.Words, role string) string {
	if !slices.Contains(model.PartyRoles(), role) {
		return typeset.Gap("parties")
	}
	return words.Label("party", role)
}

// signatories keeps what the signature block prints of each party. A second language adds its label to the first one's.
func (f *facts) signatories(parties []map[string]any) {
	style := partyStyle(f.d.Clinic.PartyLabelStyle)
	printable := func(v any) string {
		s, _ := typeset.Plain(v.(string))
		return s
	}

	for i, p := range parties {
		label := style(printable(p["label"]))
		if i < len(f.made.parties) {
			f.made.parties[i].label += labelsApart + label
			continue
		}
		f.made.parties = append(f.made.parties, partyText{role: p["role"].(string), label: label,
			name: printable(p["name"]), rep: printable(p["rep_name"]), position: printable(p["rep_position"])})
	}
}

// labelsApart stands between the labels of a party in two languages.
const labelsApart = " / "

// firstLabel is the label of the party in the first language of the paper.
func (p partyText) firstLabel() string {
	label, _, _ := strings.Cut(p.label, labelsApart)
	return label
}

// partyNames returns the last change of every text. A document with parties has its own style of calling the first one; a
// letter says names, since it has no parties yet: scope and goals come from the agreement that it proposes.
func (f *facts) partyNames() func(string) string {
	if f.made.kind.general.PerParty {
		return partyStyle(f.d.Clinic.PartyLabelStyle)
	}

	var pairs []string
	for _, p := range f.d.Agreement.Parties {
		name := f.d.Clinic.Name
		if p.PartnerID != 0 {
			partner, _ := f.partner(p)
			name = orText(partner.Name, p.PartnerName)
		}

		if name = typeset.Clean(name); name == "" {
			continue
		}

		label := partyLabel(f.made.both[0], p.Role)
		english := partyLabel(f.made.both[1], p.Role)
		pairs = append(pairs, label, name, "the "+english, name, english, name)
	}

	return strings.NewReplacer(pairs...).Replace
}

// partyStyle returns the last change of every text: how the first party is called.
func partyStyle(style string) func(string) string {
	if style != "kesatu" {
		return func(s string) string { return s }
	}
	return strings.NewReplacer("PIHAK PERTAMA", "PIHAK KESATU", "Pihak Pertama", "Pihak Kesatu").Replace
}
