package store

import (
	"context"
	"database/sql"

	"jejaring/model"
	"jejaring/model/store/conditions"
	"jejaring/model/store/sqlite"
)

// Partners is the register of partners. Filters: sector, org_type, status. Sorts: name (the default), short_code, city,
// sector, org_type, status, updated_at. Two living partners cannot have the same name and city.
func (s *Store) Partners() model.Register[model.Partner] { return partners(s) }

func partners(s *Store) *table[model.Partner] {
	return &table[model.Partner]{store: s, name: "partner", columns: partnerColumns, words: partnerWords,
		base:  func(r *model.Partner) *model.Base { return &r.Base },
		check: (*model.Partner).Validate, unique: "name", counted: true, order: "name", named: []string{"name", "city"},
		sorts:   []string{"name", "short_code", "city", "sector", "org_type", "status", "updated_at"},
		filters: equals(model.BySector, model.ByOrganization, model.ByStatus), save: s.renamePartner,
		used: `EXISTS (SELECT 1 FROM agreement_party y JOIN agreement a ON a.id = y.agreement_id
				WHERE y.partner_id = :id AND a.deleted_at IS NULL)
			OR EXISTS (SELECT 1 FROM agreement WHERE facilitator_partner_id = :id AND deleted_at IS NULL)
			OR EXISTS (SELECT 1 FROM referral WHERE :id IN (partner_id, redirected_to_partner_id) AND deleted_at IS NULL)
			OR EXISTS (SELECT 1 FROM training_partner y JOIN training t ON t.id = y.training_id
				WHERE y.partner_id = :id AND t.deleted_at IS NULL)`}
}

func partnerColumns(r *model.Partner) []column {
	return []column{{"name", &r.Name}, {"short_name", &r.ShortName}, {"short_code", &r.ShortCode}, {"sector", &r.Sector},
		{"org_type", &r.OrgType}, {"status", &r.Status}, {"legal_form", &r.LegalForm}, {"legal_doc_no", &r.LegalDocNo},
		{"nib", &r.NIB}, {"license_no", &r.LicenseNo}, {"license_expiry", sqlite.Day(&r.LicenseExpiry)},
		{"accreditation", &r.Accreditation}, {"npwp", &r.NPWP}, {"facility_code_kemenkes", &r.FacilityCodeKemenkes},
		{"bpjs_code", &r.BPJSCode}, {"satusehat_org_id", &r.SatusehatOrgID}, {"address", &r.Address}, {"village", &r.Village},
		{"district", &r.District}, {"city", &r.City}, {"province", &r.Province}, {"postal_code", &r.PostalCode},
		{"region_code", &r.RegionCode}, {"country", &r.Country}, {"phone", &r.Phone}, {"email", &r.Email},
		{"email_domains", sqlite.JSON(&r.EmailDomains)}, {"website", &r.Website}, {"capabilities", sqlite.JSON(&r.Capabilities)},
		{"distance_km", &r.DistanceKM}, {"travel_minutes", &r.TravelMinutes}, {"operating_hours", &r.OperatingHours},
		{"emergency_phone", &r.EmergencyPhone}, {"notes", &r.Notes}, {"contacts", sqlite.JSON(&r.Contacts)}}
}

func partnerWords(r *model.Partner) []string {
	words := append([]string{r.Name, r.ShortName, r.ShortCode, r.City, r.Email, r.Phone, r.Notes}, r.Capabilities...)
	for _, c := range r.Contacts {
		words = append(words, c.Name, c.Position, c.Email, c.Phone)
	}
	return words
}

// renamePartner carries a new name to the lists and the search of agreements, referrals and documents.
func (s *Store) renamePartner(ctx context.Context, tx *sql.Tx, before, rec *model.Partner) error {
	if before == nil || before.Name == rec.Name {
		return nil
	}

	const theirs = "id IN (SELECT agreement_id FROM agreement_party WHERE partner_id = ?)"
	if err := namePartners(ctx, tx, theirs, rec.ID); err != nil {
		return err
	}
	if err := agreements(s).reindex(ctx, tx, theirs, rec.ID); err != nil {
		return err
	}
	if _, err := tx.ExecContext(ctx, "UPDATE referral SET partner_name = ? WHERE partner_id = ?", rec.Name, rec.ID); err != nil {
		return err
	}
	if err := referrals(s).reindex(ctx, tx, "partner_id = ?", rec.ID); err != nil {
		return err
	}

	if err := evaluations(s).reindex(ctx, tx, "agreement_id IN (SELECT agreement_id FROM agreement_party WHERE partner_id = ?)", rec.ID); err != nil {
		return err
	}
	return documents(s).reindex(ctx, tx, "partner_id = ?", rec.ID)
}

func partnerEntry(s *Store) entry {
	e := entryOf(model.EntityPartner, partners(s), func(r model.Partner) []string { return []string{r.Name, r.Sector, r.City, r.Status} },
		"partners", "partner")
	e.title, e.detail, e.order, e.rank = "name", "city", "name", 1
	e.asks = []attentionQuery{{kind: model.AttentionLicence, rank: rankPartner,
		query: "SELECT id, name, license_no, license_expiry FROM partner WHERE deleted_at IS NULL AND " + conditions.LicenceDue}}
	e.dates = []upcomingQuery{{"license_expiry", "license_expiry", "id", "name", "partner WHERE deleted_at IS NULL AND " + conditions.KnownPartner}}
	e.counts = func(c *model.Counts) []countQuery {
		return []countQuery{{allLiving("partner"), &c.Partners}}
	}
	e.sample = func(ctx context.Context, l *sampleLoader) error { return l.partners(ctx) }

	return e
}

// TwinPartners are the living partners who may be the one that is about to be saved.
func (s *Store) TwinPartners(ctx context.Context, p model.Partner) (twins []model.PartnerTwin, err error) {
	p.Check() // as it will be kept
	err = s.view(ctx, func(tx *sql.Tx) error {
		all, err := partners(s).fetch(ctx, tx, false, "deleted_at IS NULL")
		if err != nil {
			return err
		}

		var before *model.Partner
		for i := range all {
			if all[i].ID == p.ID {
				before = &all[i]
			}
		}

		twins = p.Twins(before, all)
		return nil
	})

	return twins, err
}
