package store

import (
	"context"
	"database/sql"
	"fmt"
	"strings"
	"time"

	"jejaring/model"
	"jejaring/model/store/conditions"
	"jejaring/model/store/disk"
	"jejaring/model/store/sqlite"
)

// Referrals is the register of referrals. Filters: direction, status, service_type, urgency, partner_id, agreement_id,
// patient_id, waiting: yes, or some of model.Waits with commas between them, dx: the first three characters of the
// diagnosis, and figure: the referrals behind a key figure (see referralSets) between the instants from and to. Sorts: referral_at (the newest first by default), referral_no,
// partner_name, status, urgency, service_type, planned_visit_date, waiting_since, updated_at. The search knows numbers,
// partners and units, and the patients as FindPatients does.
//
// Save takes a new referral in any state, because clinics bring old ones with them; afterwards the state changes only
// through ApplyReferral and Issue, an issued number stays, and what stands on the issued letter changes by Correct alone. It looks for the agreement that covers the referral when
// there is none or the partner has changed. While the register is locked, clinical texts are empty
// and Save is ErrKeyLost; states can be changed all the same.
func (s *Store) Referrals() model.Register[model.Referral] { return referrals(s) }

func referrals(s *Store) *table[model.Referral] {
	filters := equals(model.ByDirection, model.ByStatus, model.ByService, model.ByUrgency, model.ByPartner, model.ByAgreement, model.ByPatient)
	filters[model.ByWaiting] = waitingFor
	filters[model.ByFigure], filters[model.ByFrom], filters[model.ByTo] = filterReferrals, beside, beside
	filters[model.ByDiagnosis] = condition("substr(dx_code, 1, 3) = ?")

	return &table[model.Referral]{store: s, name: "referral", columns: referralColumns, words: referralWords, beyond: s.Patients().ofPatients,
		base:    func(r *model.Referral) *model.Base { return &r.Base },
		counted: true, order: "-referral_at", filters: filters, covered: []model.FilterName{model.ByDirection, model.ByPartner, model.ByWaiting},
		indexed: map[model.FilterName]narrow{model.ByPartner: {"referral_partner", "referral_at"}, model.ByPatient: {"referral_patient", "referral_at"},
			model.ByAgreement: {"referral_agreement", ""}, model.ByWaiting: {"referral_waiting", "waiting_since"}}, audit: auditReferral,
		named: []string{"partner_name"},
		sorts: []string{"referral_at", "referral_no", "partner_name", "status", "urgency", "service_type", "planned_visit_date",
			"waiting_since", "updated_at"},
		guard: s.ReferralChanges().guard, frozen: func(before, rec *model.Referral) model.Problems { return before.Changed(*rec) }, save: s.ReferralChanges().saveParts, load: s.ReferralChanges().loadParts,
		used: `EXISTS (SELECT 1 FROM referral WHERE :id IN (next_referral_id, origin_referral_id) AND deleted_at IS NULL)
			OR EXISTS (SELECT 1 FROM document WHERE referral_id = :id)
			OR EXISTS (SELECT 1 FROM referral r JOIN number_entry n ON n.formatted = r.referral_no
				WHERE r.id = :id AND r.direction = 'out' AND ` + conditions.Called("n", "number_entry", conditions.GivenNumber) + `)`}
}

// waitingFor filters by what is waited for: yes, or codes with commas between them.
func waitingFor(value string, _ model.Filters) (string, []any, error) {
	if value == "yes" {
		return conditions.Waits, nil, nil
	}
	codes := strings.Split(value, ",")
	return conditions.Waits + " AND waiting_for IN (SELECT value FROM json_each(?))", []any{sqlite.JSON(&codes)}, nil
}

func referralColumns(r *model.Referral) []column {
	return []column{{"direction", &r.Direction}, {"referral_no", &r.ReferralNo}, {"referral_at", sqlite.Instant(&r.ReferralAt)},
		{"service_type", &r.ServiceType}, {"orientation", &r.Orientation}, {"urgency", &r.Urgency}, {"partner_id", sqlite.Ref(&r.PartnerID)},
		{"partner_name", &r.PartnerName}, {"dest_unit", &r.DestUnit}, {"dest_doctor", &r.DestDoctor},
		{"agreement_id", sqlite.Ref(&r.AgreementID)}, {"patient_id", sqlite.Ref(&r.PatientID)}, {"insurance", &r.Insurance},
		{"dx_code", &r.DxPrimary.Code}, {"reason_category", &r.ReasonCategory}, {"non_specialist", &r.NonSpecialist},
		{"tacc", &r.TACC}, {"emergency_criteria", sqlite.JSON(&r.EmergencyCriteria)}, {"transport", &r.Transport},
		{"escort_staff_id", sqlite.Ref(&r.EscortStaffID)}, {"doctor_staff_id", sqlite.Ref(&r.DoctorStaffID)}, {"doctor_name", &r.DoctorName},
		{"consent_relation", &r.Consent.Relation}, {"consent_method", &r.Consent.Method}, {"consent_at", sqlite.Instant(&r.Consent.At)},
		{"planned_visit_date", sqlite.Day(&r.PlannedVisit)}, {"valid_until", sqlite.Day(&r.ValidUntil)}, {"status", &r.Status},
		{"issued_at", sqlite.Instant(&r.IssuedAt)}, {"sent_at", sqlite.Instant(&r.SentAt)}, {"decided_at", sqlite.Instant(&r.DecidedAt)},
		{"departed_at", sqlite.Instant(&r.DepartedAt)}, {"arrived_at", sqlite.Instant(&r.ArrivedAt)}, {"handed_over_at", sqlite.Instant(&r.HandedOverAt)},
		{"replied_at", sqlite.Instant(&r.RepliedAt)}, {"back_referred_at", sqlite.Instant(&r.BackReferredAt)}, {"closed_at", sqlite.Instant(&r.ClosedAt)},
		{"decision", &r.Decision}, {"decision_by", &r.DecisionBy}, {"decision_reason", &r.DecisionReason},
		{"redirected_to_partner_id", sqlite.Ref(&r.RedirectedTo)}, {"next_referral_id", sqlite.Ref(&r.NextReferralID)},
		{"origin_referral_id", sqlite.Ref(&r.OriginReferralID)}, {"received_by", &r.ReceivedBy}, {"reply_no", &r.Reply.Number},
		{"reply_date", sqlite.Day(&r.Reply.Date)}, {"care_date", sqlite.Day(&r.Reply.CareDate)}, {"control_date", sqlite.Day(&r.Reply.ControlDate)},
		{"final_dx_code", &r.Reply.FinalDx.Code}, {"follow_up", &r.Reply.FollowUp}, {"prb_flag", &r.Reply.PRB},
		{"prb_group", &r.PRBGroup}, {"outcome", &r.Outcome}}
}

func referralWords(r *model.Referral) []string {
	return []string{r.ReferralNo, r.PartnerName, r.DestUnit, r.DestDoctor, r.Reply.Number}
}

// auditReferral keeps everything but what is sealed.
func auditReferral(r *model.Referral) any {
	kept := *r
	clinical{}.fill(&kept)
	kept.Initials, kept.MRNo, kept.Reply.File = "", "", r.Reply.File.Anonymous()
	return kept
}

// guard keeps what a plain save must not touch and fills in what follows from the rest.
func (rc ReferralChanges) guard(ctx context.Context, tx *sql.Tx, before, rec *model.Referral) error {
	if rc.s.Seal().key() == nil {
		return model.ErrKeyLost
	}

	now, _, err := rc.s.present(ctx, tx)
	if err != nil {
		return err
	}
	if err := checkReferral(rec, now); err != nil {
		return err
	}

	if before == nil {
		if err := rec.EnterPast(); err != nil {
			return err
		}
	}

	if before != nil && rec.Status != before.Status {
		return fmt.Errorf("%s to %s by saving: %w", before.Status, rec.Status, model.ErrTransition)
	}
	if before != nil && before.Direction == "out" && before.ReferralNo != "" {
		rec.ReferralNo = before.ReferralNo
	}
	if rec.ValidUntil.IsZero() && (before == nil || before.Standing() == "") {
		rec.ValidUntil = rec.Validity()
	}

	return rc.cover(ctx, tx, before, rec)
}

// cover finds the agreement that a referral stands on.
func (rc ReferralChanges) cover(ctx context.Context, tx *sql.Tx, before, rec *model.Referral) error {
	if rec.AgreementID != 0 && (before == nil || before.PartnerID == rec.PartnerID && before.ReferralAt.Equal(rec.ReferralAt)) {
		return nil
	}
	if before != nil && before.Standing() != "" && before.PartnerID == rec.PartnerID && before.ReferralAt.Equal(rec.ReferralAt) {
		return nil // the letter names the agreement, or none
	}

	rec.AgreementID = 0
	zone, err := disk.ClinicZone(ctx, tx)
	if err != nil {
		return err
	}

	covering, err := rc.covering(ctx, tx, rec.PartnerID, model.DateOf(rec.ReferralAt.In(zone)))
	if err == nil && len(covering) > 0 {
		rec.AgreementID = covering[0].ID
	}
	return err
}

// checkReferral are the rules, and the one about the patient.
func checkReferral(rec *model.Referral, now time.Time) error {
	found := rec.Check(now)
	if rec.PatientID == 0 {
		found = append(found, model.Problem{Field: "patient_id", Code: model.CodeRequired})
	}
	return found.Errors()
}

// Covering returns the agreements that cover a referral to a partner on a day, the one that began last first (brief
// section 4.11).
func (rc ReferralChanges) Covering(ctx context.Context, partner model.ID, day model.Date) (found []model.Agreement, err error) {
	err = rc.s.view(ctx, func(tx *sql.Tx) error {
		found, err = rc.covering(ctx, tx, partner, day)
		return err
	})
	return found, err
}

func (rc ReferralChanges) covering(ctx context.Context, q sqlite.Querier, partner model.ID, day model.Date) ([]model.Agreement, error) {
	condition, args := conditions.Moment{Today: day, Partner: partner}.Placed(conditions.Covers)
	found, err := agreements(rc.s).fetch(ctx, q, false, "deleted_at IS NULL AND "+condition+" ORDER BY start_date DESC, id", args...)
	if found == nil {
		found = []model.Agreement{}
	}
	return found, err
}

func referralEntry(s *Store) entry {
	e := entryOf(model.EntityReferral, referrals(s), func(r model.Referral) []string {
		return []string{strings.TrimSpace(r.Direction + " " + r.ReferralNo), dayText(s, r.ReferralAt), r.PartnerName,
			strings.TrimSpace(r.Initials + " " + r.MRNo), r.ServiceType, string(r.Status)}
	}, "referrals", "referral")
	e.also = "referral_no"
	e.order = "-referral_at"
	e.rank = 3
	e.title = "coalesce(nullif(referral_no, ''), nullif(code, ''), partner_name)"
	e.detail = "trim(partner_name || ' ' || dest_unit)"
	e.whose = "coalesce((SELECT rtrim(p.initials || ' · ' || p.mr_no, ' ·') FROM patient p WHERE p.id = patient_id), '')"
	e.refers = map[model.Entity]string{model.EntityAgreement: "agreement_id"}
	e.life = func() Life { return s.ReferralChanges().life() }
	e.asks = referralAsks()
	e.dates = referralDates()
	e.counts = referralCounts
	e.figures = s.ReferralChanges().referralKPIs
	e.sample = func(ctx context.Context, l *sampleLoader) error {
		if err := l.referrals(ctx); err != nil {
			return err
		}
		return l.referralLinks(ctx)
	}

	return e
}
