package letter

import (
	"fmt"
	"strings"

	"jejaring/model"
	"jejaring/model/letter/typeset"
)

// handover adds the values of a handover record: who gives and who takes, and every piece with its number, condition and expiry date.
func handover(f *facts, v map[string]any) []modelText {
	said := f.d.Said
	a := f.d.Agreement
	v["letter_no"] = f.required("number", f.d.Number)
	v["handover_day"] = typeset.Gap("handover_date")
	if !said.HandedOn.IsZero() {
		v["handover_day"] = typeset.Literal(f.words.AgreementDay(said.HandedOn.Time()))
	}
	v["handover_place"] = f.place()
	if said.HandedAt != "" {
		v["handover_place"] = f.required("handover_place", said.HandedAt)
	}

	giver, taker := said.Provider, counterpart(a, said.Provider)
	if said.Handed == model.HandoverReturned {
		giver, taker = taker, giver
	}
	v["giver"], v["taker"] = institution(f, giver), institution(f, taker)
	v["handed_by"] = f.required("handed_by", said.HandedBy)
	v["taken_by"] = f.required("taken_by", said.TakenBy)
	v["returned"] = said.Handed == model.HandoverReturned
	v["agreement_type"] = f.choice("agreement_type", "type", a.Type)
	v["agreement_no"] = f.optional("number_own", a.NumberOwn)
	v["rows"] = handedOver(f)

	return []modelText{f.own("", v)}
}

// counterpart is the party on the other side of one: the clinic, or of the clinic its first partner.
func counterpart(a model.Agreement, role string) string {
	for _, p := range a.Parties {
		if own := a.Party(role); own != nil && p.Role != role && (p.PartnerID == 0 || own.PartnerID == 0) {
			return p.Role
		}
	}
	return ""
}

// institution is the name of a party.
func institution(f *facts, role string) string {
	p := f.d.Agreement.Party(role)
	switch {
	case p == nil:
		return typeset.Gap("provider")
	case p.PartnerID == 0:
		return f.required("clinic.name", f.d.Clinic.Name)
	}
	partner, at := f.partner(*p)
	return f.required(at+"name", orText(partner.Name, p.PartnerName))
}

// onPaper reports whether contributions of a kind are things or money that change hands.
func onPaper(kind string) bool { return kind == "money" || kind == "facility" || model.Pieces(kind) }

// piece is something that changed hands: which contribution, and how much of it in what condition.
type piece struct {
	at      int
	receipt model.Receipt
}

// pieces are what came from the party that day, or went back to it.
func pieces(d model.LetterData) []piece {
	var found []piece
	said := d.Said
	for i, k := range d.Agreement.Contributions {
		switch {
		case k.Party != said.Provider || !onPaper(k.Kind) || said.HandedOn.IsZero():
			continue
		case said.Handed != model.HandoverReturned:
			for _, x := range k.Received {
				if x.Date == said.HandedOn {
					found = append(found, piece{i, x})
				}
			}
		case k.ReturnedOn == said.HandedOn:
			_, quantity := k.Came()
			found = append(found, piece{i, model.Receipt{Quantity: quantity, Condition: k.ReturnCondition}})
		}
	}
	return found
}

// handedOver are the rows of the table.
func handedOver(f *facts) []map[string]any {
	var rows []map[string]any
	for i, x := range pieces(f.d) {
		row := pieceOf(f, fmt.Sprintf("contributions[%d].", x.at), f.d.Agreement.Contributions[x.at], x.receipt)
		row["n"] = fmt.Sprint(i + 1)
		rows = append(rows, row)
	}
	return rows
}

// pieceOf is one row. A loan that came says until when.
func pieceOf(f *facts, field string, k model.Contribution, x model.Receipt) map[string]any {
	row := map[string]any{"count": "", "expiry": "–", "return_by": "", "condition": f.shown(field+"received", x.Condition),
		"what": f.label("contribution_kind", field+"kind", k.Kind)}
	if k.Description != "" {
		row["what"] = inList(f.required(field+"description", f.titled(field+"description_en", k.Description, k.DescriptionEN)))
	}

	switch {
	case k.Kind == "money":
		row["count"] = f.words.Money(int64(x.Amount))
	case x.Quantity > 0:
		row["count"] = strings.TrimSpace(f.words.Count(x.Quantity) + " " + f.optional(field+"unit", k.Unit))
	}
	if !x.Expiry.IsZero() {
		row["expiry"] = typeset.Literal(f.words.ShortDay(x.Expiry.Time()))
	}
	if k.Loan && f.d.Said.Handed != model.HandoverReturned {
		row["return_by"] = f.day(field+"return_by", k.ReturnBy)
	}
	return row
}

// unhanded lists what makes a handover record untrue: an agreement that never bound, and a day on which nothing changed hands.
func unhanded(d model.LetterData) model.Problems {
	var found model.Problems
	if !d.Agreement.Binds() {
		found = append(found, model.Problem{Field: "status", Code: "not_binding"})
	}
	if d.Said.HandedOn.IsZero() || d.Said.Provider == "" || d.Said.Handed == "" {
		return found // the gaps say so
	}

	if len(pieces(d)) == 0 {
		found = append(found, model.Problem{Field: "handover_date", Code: "nothing_handed", Args: []string{d.Said.HandedOn.String()}})
	}
	return found
}
