package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"jejaring/model"
	"jejaring/model/store/sqlite"
)

func clinics(s *Store) *table[model.Clinic] {
	return &table[model.Clinic]{store: s, name: "clinic", columns: clinicColumns,
		base:  func(r *model.Clinic) *model.Base { return &r.Base },
		check: (*model.Clinic).Validate, order: "id", audit: auditClinic}
}

// auditClinic keeps the checksum of the logo in place of the picture.
func auditClinic(r *model.Clinic) any {
	kept := struct {
		model.Clinic
		Logo string `json:"logo,omitempty"`
	}{Clinic: *r}
	if len(r.Logo) > 0 {
		kept.Logo = sum(r.Logo)
	}
	return kept
}

func clinicColumns(r *model.Clinic) []column {
	return []column{{"name", &r.Name}, {"short_code", &r.ShortCode}, {"clinic_type", &r.ClinicType},
		{"service_mode", &r.ServiceMode}, {"ownership", &r.Ownership}, {"owner_name", &r.OwnerName}, {"address", &r.Address},
		{"village", &r.Village}, {"district", &r.District}, {"city", &r.City}, {"province", &r.Province},
		{"postal_code", &r.PostalCode}, {"region_code", &r.RegionCode}, {"phone", &r.Phone}, {"whatsapp", &r.WhatsApp},
		{"email", &r.Email}, {"website", &r.Website}, {"nib", &r.NIB}, {"license_no", &r.LicenseNo},
		{"license_date", sqlite.Day(&r.LicenseDate)}, {"license_expiry", sqlite.Day(&r.LicenseExpiry)}, {"kbli", &r.KBLI}, {"npwp", &r.NPWP},
		{"facility_code_kemenkes", &r.FacilityCodeKemenkes}, {"bpjs_code", &r.BPJSCode},
		{"satusehat_org_id", &r.SatusehatOrgID}, {"accreditation", &r.Accreditation},
		{"accreditation_date", sqlite.Day(&r.AccreditationDate)}, {"accreditation_expiry", sqlite.Day(&r.AccreditationExpiry)},
		{"head_name", &r.HeadName}, {"head_position", &r.HeadPosition}, {"head_sip", &r.HeadSIP},
		{"head_authority", &r.HeadAuthority}, {"kop_lines", sqlite.JSON(&r.KopLines)}, {"logo", &r.Logo},
		{"timezone", &r.Timezone}, {"default_language", &r.DefaultLanguage}, {"paper", &r.Paper},
		{"subject_label", &r.SubjectLabel}, {"party_label_style", &r.PartyLabelStyle}}
}

// Clinic returns the profile of the clinic with its logo, or ErrNotFound until one was saved.
func (s *Store) Clinic(ctx context.Context) (model.Clinic, error) { return clinics(s).Get(ctx, 1) }

// SaveClinic stores the profile of the clinic. A register has one: saving a second one is ErrStale.
func (s *Store) SaveClinic(ctx context.Context, rec *model.Clinic) error {
	if err := rec.Validate(); err != nil {
		return err
	}

	next := *rec
	err := s.change(ctx, func(tx *sql.Tx) error { return putClinic(s, ctx, tx, &next) })
	if err != nil {
		return err
	}

	*rec = next
	_, err = s.turn(ctx, s.read) // the zone may be another one
	return err
}

func putClinic(s *Store, ctx context.Context, tx *sql.Tx, rec *model.Clinic) error {
	var saved bool
	if err := sqlite.One(ctx, tx, "SELECT EXISTS (SELECT 1 FROM clinic)", nil, &saved); err != nil {
		return err
	}
	if rec.ID == 0 && saved {
		return fmt.Errorf("second clinic: %w", model.ErrStale)
	}
	return clinics(s).put(ctx, tx, rec, "")
}

// clinicShown is what the home screen tells of the clinic itself: when its licence ends. It has no entry, since there is one.
func clinicShown() entry {
	return entry{entity: model.EntityClinic,
		asks: []attentionQuery{{kind: model.AttentionLicence, rank: rankClinic,
			query: "SELECT id, name, license_no, license_expiry FROM clinic WHERE license_expiry <= :licence"}},
		dates: []upcomingQuery{{"license_expiry", "license_expiry", "id", "name", "clinic"}}}
}

// Settings returns what the clinic chose for this register, or the customary settings until something was saved.
func (s *Store) Settings(ctx context.Context) (chosen model.Settings, err error) {
	err = s.view(ctx, func(tx *sql.Tx) error {
		chosen, err = settings(ctx, tx)
		return err
	})
	return chosen, err
}

func settings(ctx context.Context, q sqlite.Querier) (model.Settings, error) {
	chosen := model.NewSettings()
	err := sqlite.One(ctx, q, "SELECT value FROM setting WHERE id = 1", nil, sqlite.JSON(&chosen))
	if errors.Is(err, model.ErrNotFound) {
		return model.NewSettings(), nil
	}
	return chosen, err
}

// SaveSettings stores the settings. It returns Problems when a numbering pattern breaks a rule.
func (s *Store) SaveSettings(ctx context.Context, chosen model.Settings) error {
	if err := append(chosen.Numbering.Check(), chosen.WorkWeek.Check()...).Errors(); err != nil {
		return err
	}
	if err := s.change(ctx, func(tx *sql.Tx) error { return putSettings(s, ctx, tx, chosen) }); err != nil {
		return err
	}
	_, err := s.turn(ctx, s.read)
	return err
}

func putSettings(s *Store, ctx context.Context, tx *sql.Tx, chosen model.Settings) error {
	before, err := settings(ctx, tx)
	if err != nil {
		return err
	}

	_, err = tx.ExecContext(ctx, "INSERT OR REPLACE INTO setting (id, value) VALUES (1, ?)", sqlite.JSON(&chosen))
	if err != nil {
		return err
	}
	return s.note(ctx, tx, "update", "settings", 1, side(&before), side(&chosen))
}
