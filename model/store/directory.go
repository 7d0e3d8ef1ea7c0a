package store

import (
	"context"
	"database/sql"
	"maps"
	"slices"
	"strings"

	"jejaring/model"
	"jejaring/model/store/sqlite"
)

// Directory returns what the linking rules for mail need to know of the register.
func (ml Mail) Directory(ctx context.Context) (model.Directory, error) {
	d := model.Directory{Numbers: map[string]model.NumberTarget{}, PartnerNumbers: map[string]model.NumberTarget{}}
	err := ml.s.view(ctx, func(tx *sql.Tx) error {
		if err := ownAddresses(ctx, tx, &d); err != nil {
			return err
		}

		partners, err := partners(ml.s).fetch(ctx, tx, true, "deleted_at IS NULL ORDER BY id")
		if err != nil {
			return err
		}

		place := map[model.ID]int{}
		for i, p := range partners {
			place[p.ID] = i
			d.Partners = append(d.Partners, directoryPartner(p))
		}

		if err := directoryAgreements(ctx, tx, &d, place); err != nil {
			return err
		}
		return ownNumbers(ctx, tx, &d)
	})

	return d, err
}

func ownAddresses(ctx context.Context, q sqlite.Querier, d *model.Directory) error {
	chosen, err := settings(ctx, q)
	if err != nil {
		return err
	}

	own := map[string]bool{}
	for _, address := range chosen.OwnAddresses {
		own[strings.ToLower(strings.TrimSpace(address))] = true
	}

	err = sqlite.Each(ctx, q, `SELECT email FROM clinic UNION SELECT "user" FROM mailbox WHERE deleted_at IS NULL
		UNION SELECT email FROM staff WHERE deleted_at IS NULL`, nil, func(scan func(...any) error) error {
		var address string
		err := scan(&address)
		for _, one := range addresses(address) {
			own[one] = true
		}
		return err
	})
	d.OwnAddresses = slices.Sorted(maps.Keys(own))

	return err
}

// addresses splits "a@x; b@y" and leaves out what is no address.
func addresses(text string) []string {
	var found []string
	for _, address := range strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return r == ';' || r == ',' || r == ' ' }) {
		if strings.Contains(address, "@") {
			found = append(found, address)
		}
	}
	return found
}

func directoryPartner(p model.Partner) model.DirectoryPartner {
	d := model.DirectoryPartner{ID: p.ID, Name: p.Name, Short: p.ShortName, Emails: addresses(p.Email)}
	if d.Short == "" {
		d.Short = p.ShortCode
	}

	for _, c := range p.Contacts {
		d.Contacts = append(d.Contacts, addresses(c.Email)...)
	}

	for _, domain := range p.EmailDomains {
		d.Domains = append(d.Domains, strings.ToLower(domain))
	}

	return d
}

func directoryAgreements(ctx context.Context, q sqlite.Querier, d *model.Directory, place map[model.ID]int) error {
	return sqlite.Each(ctx, q, `SELECT a.id, a.type, a.status, a.cooperation_field, a.start_date, a.end_date, a.number_own, y.partner_id,
		y.own_number FROM agreement a JOIN agreement_party y ON y.agreement_id = a.id
		WHERE a.deleted_at IS NULL AND y.partner_id IS NOT NULL ORDER BY a.id, y.position`, nil,
		func(scan func(...any) error) error {
			var a model.DirectoryAgreement
			var partner model.ID
			var kind, own, theirs string
			err := scan(&a.ID, &kind, &a.Status, &a.Field, sqlite.Day(&a.Start), sqlite.Day(&a.End), &own, &partner, &theirs)
			if err != nil {
				return err
			}
			if i, ok := place[partner]; ok {
				d.Partners[i].Agreements = append(d.Partners[i].Agreements, a)
			}

			target := model.NumberTarget{Type: model.DocumentCode(strings.ToUpper(kind)), PartnerID: partner, AgreementIDs: []model.ID{a.ID}}
			addNumber(d.Numbers, own, target)
			addNumber(d.PartnerNumbers, theirs, target)
			return nil
		})
}

// addNumber ties a number to what it stands for. The number of several agreements stands for all of them, but for no
// partner unless it is the same one.
func addNumber(numbers map[string]model.NumberTarget, number string, target model.NumberTarget) {
	key := model.NormalNumber(number)
	if key == "" {
		return
	}

	target.Number = number
	old, ok := numbers[key]
	switch {
	case ok && slices.Contains(old.AgreementIDs, target.AgreementIDs[0]):
		return
	case ok && old.PartnerID != target.PartnerID:
		target.PartnerID = 0
	}

	target.AgreementIDs = append(slices.Clone(old.AgreementIDs), target.AgreementIDs...)
	numbers[key] = target
}

// ownNumbers adds the ledger: numbers of letters, referrals and other papers.
func ownNumbers(ctx context.Context, q sqlite.Querier, d *model.Directory) error {
	return sqlite.Each(ctx, q, `SELECT n.formatted, n.document_type, n.document, coalesce(d.agreement_id, n.agreement_id),
		coalesce(d.partner_id, (SELECT y.partner_id FROM agreement_party y WHERE y.agreement_id = coalesce(d.agreement_id,
		n.agreement_id) AND y.partner_id IS NOT NULL ORDER BY y.position LIMIT 1))
		FROM number_entry n LEFT JOIN document d ON d.id = n.document_id ORDER BY n.id`, nil,
		func(scan func(...any) error) error {
			var t model.NumberTarget
			var code string
			var agreement model.ID
			if err := scan(&t.Number, &t.Type, &code, sqlite.Ref(&agreement), sqlite.Ref(&t.PartnerID)); err != nil {
				return err
			}
			if agreement != 0 {
				t.AgreementIDs = []model.ID{agreement}
			}
			if t.Type == model.DocumentReferral {
				t.ReferralCode = code
			}
			if old, ok := d.Numbers[model.NormalNumber(t.Number)]; ok && slices.Equal(old.AgreementIDs, t.AgreementIDs) {
				t.PartnerID = old.PartnerID
			}

			d.Numbers[model.NormalNumber(t.Number)] = t
			return nil
		})
}
