package letter

import (
	"fmt"
	"strings"

	"jejaring/model"
	"jejaring/model/letter/typeset"
)

// partyText is what a paper says of one party; its fields are plain text.
type partyText struct {
	role, label, name, rep, position string
}

// party returns the values of a party; where an agreement says nothing of the clinic's own party, its profile does.
func (f *facts) party(i int) map[string]any {
	p := f.d.Agreement.Parties[i]
	field := f.partyField(p.Role)
	v := map[string]any{"role": p.Role, "roman": model.Roman(i + 1), "label": partyLabel(f.language(), p.Role)}
	if p.PartnerID == 0 {
		c := f.d.Clinic
		v["name"] = f.required("clinic.name", c.Name)
		v["address"] = f.required("clinic.address", c.Address) + ", " + f.required("clinic.city", c.City)
		v["number"] = f.required("number", f.d.Number)
		v["rep_name"] = f.either(field+"rep_name", p.RepName, "clinic.head_name", c.HeadName)
		v["rep_position"] = f.either(field+"rep_position", f.position(p.RepPosition), "clinic.head_position", f.position(c.HeadPosition))
		v["authority"] = f.either(field+"authority", p.Authority, "clinic.head_authority", c.HeadAuthority)
		return v
	}
	partner, at := f.partner(p)
	head := partner.Signer()
	v["name"] = f.required(at+"name", orText(partner.Name, p.PartnerName))
	v["address"] = f.required(at+"address", join(typeset.Clean(partner.Address), typeset.Clean(partner.City)))
	v["number"] = typeset.GapText
	if number := f.optional(field+"own_number", p.OwnNumber); number != "" {
		v["number"] = number
	}
	v["rep_name"] = f.required(field+"rep_name", orText(p.RepName, head.Name))
	v["rep_position"] = f.required(field+"rep_position", orText(p.RepPosition, head.Position))
	v["authority"] = f.required(field+"authority", p.Authority)
	return v
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

func orText(first, second string) string {
	if typeset.Clean(first) != "" {
		return first
	}
	return second
}

// partyLabel returns PIHAK KEDUA or SECOND PARTY. The style of the first party is settled when the text is parsed.
func partyLabel(language, role string) string {
	at := strings.Index("p1p2p3p4", role)
	if len(role) != 2 || at < 0 || at%2 != 0 {
		return typeset.Gap("parties")
	}
	if language == "en" {
		return strings.Fields("FIRST SECOND THIRD FOURTH")[at/2] + " PARTY"
	}
	return "PIHAK " + strings.Fields("PERTAMA KEDUA KETIGA KEEMPAT")[at/2]
}

// joinNames lists names with "dan" or "and" before the last.
func joinNames(names []string, language string) string {
	and, comma := " dan ", ", dan "
	if language == "en" {
		and, comma = " and the ", " and the "
	}
	switch n := len(names); {
	case n == 0:
		return typeset.Gap("parties")
	case n == 1:
		return names[0]
	case n == 2:
		return names[0] + and + names[1]
	default:
		sep := ", "
		if language == "en" {
			sep = ", the "
		}
		return strings.Join(names[:n-1], sep) + comma + names[n-1]
	}
}

// signers keeps what the signature block prints of each party.
func (f *facts) signers(parties []map[string]any) {
	style := partyStyle(f.d.Clinic.PartyLabelStyle)
	printable := func(v any) string {
		s, _ := typeset.Plain(v.(string))
		return s
	}
	for i, p := range parties {
		label := style(printable(p["label"]))
		if i < len(f.made.parties) {
			f.made.parties[i].label += " / " + label
			continue
		}
		f.made.parties = append(f.made.parties, partyText{role: p["role"].(string), label: label,
			name: printable(p["name"]), rep: printable(p["rep_name"]), position: printable(p["rep_position"])})
	}
}

// partyNames returns the last change of every text. An agreement has its own style of calling the first party; a letter
// says names, since it has no parties yet: scope and goals come from the agreement that it proposes.
func (f *facts) partyNames() func(string) string {
	if f.d.Type == "PKS" {
		return partyStyle(f.d.Clinic.PartyLabelStyle)
	}
	var pairs []string
	for _, p := range f.d.Agreement.Parties {
		name := f.d.Clinic.Name
		if p.PartnerID != 0 {
			partner, _ := f.partner(p)
			name = orText(partner.Name, p.PartnerName)
		}
		if name = typeset.Clean(name); name != "" {
			label, english := partyLabel("id", p.Role), partyLabel("en", p.Role)
			pairs = append(pairs, label, name, "the "+english, name, english, name)
		}
	}
	return strings.NewReplacer(pairs...).Replace
}
