package store

import (
	"context"
	"database/sql"
	"fmt"

	"jejaring/model"
	"jejaring/model/store/conditions"
	"jejaring/model/store/sqlite"
)

// Agreements is the register of cooperation documents. Filters: type, status, cooperation_field, cooperation_model,
// partner_id, sector, parent_id, signed_scan (yes, no), and badge (expiring, not_yet_effective, overdue_signature, in_force), which asks for the day in
// the filter "today" as YYYY-MM-DD. Sorts: end_date (the default), title, partner_names, number_own, type, status,
// cooperation_field, cooperation_model, start_date, sign_date, value_amount, updated_at.
//
// Save takes a new agreement in any state, because clinics bring old ones with them; afterwards the state changes only
// through Apply and Issue, a number that was issued here stays, and what stands on an issued or signed paper changes by
// Correct alone. Save adds files but never takes one away.
func (s *Store) Agreements() model.Register[model.Agreement] { return agreements(s) }

func agreements(s *Store) *table[model.Agreement] {
	return &table[model.Agreement]{store: s, name: "agreement", columns: agreementColumns, words: agreementWords,
		base:  func(r *model.Agreement) *model.Base { return &r.Base },
		check: (*model.Agreement).Validate, order: "end_date", last: conditions.IsOver, filters: agreementFilters(),
		named: []string{"title", "partner_names"},
		sorts: []string{"title", "partner_names", "number_own", "type", "status", "cooperation_field", "cooperation_model",
			"start_date", "end_date", "sign_date", "value_amount", "updated_at"},
		guard: s.AgreementChanges().guardDay, frozen: func(before, rec *model.Agreement) model.Problems { return before.Changed(*rec) }, save: s.AgreementChanges().saveParts,
		parts: []part[model.Agreement]{loadParties, loadObligations, agreementFiles(s).load},
		used: `EXISTS (SELECT 1 FROM agreement WHERE parent_id = :id AND deleted_at IS NULL)
			OR EXISTS (SELECT 1 FROM agreement b JOIN agreement n ON n.id = b.successor_id
				WHERE n.id = :id AND NOT ` + conditions.Called("n", "agreement", conditions.IsDraft) + ` AND b.deleted_at IS NULL)
			OR EXISTS (SELECT 1 FROM number_entry WHERE agreement_id = :id AND ` + conditions.GivenNumber + `)`}
}

func agreementColumns(r *model.Agreement) []column {
	return []column{{"type", &r.Type}, {"title", &r.Title}, {"title_en", &r.TitleEN}, {"cooperation_model", &r.CooperationModel},
		{"cooperation_field", &r.CooperationField}, {"status", &r.Status}, {"status_reason", &r.StatusReason},
		{"status_date", sqlite.Day(&r.StatusDate)}, {"resume_date", sqlite.Day(&r.ResumeDate)}, {"status_since", sqlite.Day(&r.StatusSince)}, {"expired_from", &r.ExpiredFrom}, {"expired_since", sqlite.Day(&r.ExpiredSince)}, {"notice", &r.Notice},
		{"terminates_on", sqlite.Day(&r.TerminatesOn)}, {"termination_notice_date", sqlite.Day(&r.NoticeOn)},
		{"termination_cause", &r.TerminationCause}, {"termination_reason", &r.TerminationReason},
		{"first_end_date", sqlite.Day(&r.FirstEndDate)}, {"agreed_end_date", sqlite.Day(&r.AgreedEndDate)},
		{"stages", sqlite.JSON(&r.Stages)}, {"full_due", sqlite.Day(&r.FullDue)},
		{"facilitator_partner_id", sqlite.Ref(&r.FacilitatorPartnerID)}, {"witnesses", sqlite.JSON(&r.Witnesses)}, {"parent_id", sqlite.Ref(&r.ParentID)},
		{"successor_id", sqlite.Ref(&r.SuccessorID)}, {"number_own", &r.NumberOwn}, {"sign_date", sqlite.Day(&r.SignDate)},
		{"sign_place", &r.SignPlace}, {"start_date", sqlite.Day(&r.StartDate)}, {"end_date", sqlite.Day(&r.EndDate)},
		{"original_end_date", sqlite.Day(&r.OriginalEndDate)}, {"auto_renew", &r.AutoRenew}, {"renew_term_n", &r.RenewTermN},
		{"renew_term_unit", &r.RenewTermUnit}, {"renew_max", &r.RenewMax}, {"renew_count", &r.RenewCount},
		{"renewal_notice_days", &r.RenewalNoticeDays}, {"termination_notice_days", &r.TerminationNotice},
		{"financing_mode", &r.FinancingMode}, {"value_amount", &r.ValueAmount}, {"language_mode", &r.LanguageMode},
		{"prevailing_language", &r.PrevailingLanguage}, {"data_sharing", &r.DataSharing}, {"dpia_done", &r.DPIADone},
		{"risk_level", &r.RiskLevel}, {"common_purpose", sqlite.JSON(&r.Purpose)}, {"goals", sqlite.JSON(&r.Goals)},
		{"scope_items", sqlite.JSON(&r.ScopeItems)}, {"rights", sqlite.JSON(&r.Rights)}, {"kpis", sqlite.JSON(&r.KPIs)},
		{"contributions", sqlite.JSON(&r.Contributions)}, {"pics", sqlite.JSON(&r.PICs)}, {"definitions", sqlite.JSON(&r.Definitions)},
		{"annexes", sqlite.JSON(&r.Annexes)}, {"legal_bases", sqlite.JSON(&r.LegalBasisIDs)}, {"terms", sqlite.JSON(&r.Terms)},
		{"expectations", sqlite.JSON(&r.Expectations)}, {"risks", sqlite.JSON(&r.Risks)}, {"no_risks", &r.NoRisks}, {"must_know", sqlite.JSON(&r.MustKnow)},
		{"exchanges", sqlite.JSON(&r.Exchanges)}, {"confidentiality", &r.Confidentiality}, {"culture_note", &r.CultureNote}}
}

func agreementWords(r *model.Agreement) []string {
	words := []string{r.Title, r.TitleEN, r.NumberOwn, r.Purpose.ID, r.Purpose.EN}
	for _, p := range r.Parties {
		words = append(words, p.PartnerName, p.OwnNumber, p.RepName)
	}

	for _, p := range r.PICs {
		words = append(words, p.Name, p.Email, p.Phone)
	}

	for _, o := range r.Obligations {
		words = append(words, o.Text.ID, o.Text.EN)
	}

	for _, g := range r.Goals {
		words = append(words, g.Text.ID, g.Text.EN)
	}
	return append(words, readyWords(r.Readiness)...)
}

// readyWords are the words of what makes an agreement ready.
func readyWords(n model.Readiness) []string {
	words := []string{n.CultureNote}
	for _, x := range n.Expectations {
		words = append(words, x.Text)
	}

	for _, x := range n.Risks {
		words = append(words, x.Mitigation)
	}

	for _, x := range n.MustKnow {
		words = append(words, x.Name)
	}

	for _, x := range n.Exchanges {
		words = append(words, x.What)
	}

	return words
}

func agreementFilters() map[model.FilterName]filter {
	filters := equals(model.ByType, model.ByStatus, model.ByField, model.ByModel, model.ByParent)
	filters[model.ByPartner] = condition("id IN (SELECT agreement_id FROM agreement_party WHERE partner_id = ?)")
	filters[model.BySector] = condition(`id IN (SELECT y.agreement_id FROM agreement_party y
		JOIN partner p ON p.id = y.partner_id WHERE p.sector = ?)`)
	filters[model.ByYear] = func(value string, _ model.Filters) (string, []any, error) {
		return "start_date <= ? || '-12-31' AND end_date >= ? || '-01-01'", []any{value, value}, nil
	}
	filters[model.ByToday] = beside
	filters[model.ByScan] = func(value string, _ model.Filters) (string, []any, error) {
		return "(" + conditions.Scanned + ") = ?", []any{value == "yes"}, nil
	}
	filters[model.ByBadge] = filterBadge

	return filters
}

// condition is a filter that compares with the value at one place.
func condition(text string) filter {
	return func(value string, _ model.Filters) (string, []any, error) { return text, []any{value}, nil }
}

func filterBadge(value string, all model.Filters) (string, []any, error) {
	var today model.Date
	if err := (sqlite.Day(&today)).Scan(all[model.ByToday]); err != nil || today.IsZero() {
		return "", nil, fmt.Errorf("today %q is no date", all[model.ByToday])
	}

	badges := map[string]string{model.BadgeExpiring: conditions.IsExpiring, model.BadgeNotYetEffective: conditions.NotYetEffective,
		model.BadgeOverdueSignature: conditions.SignatureLate, "in_force": conditions.InForce,
		"obligation_overdue": "agreement.id IN (SELECT agreement.id FROM " + occurrences + " AND " + conditions.Overdue + ")"}
	fragment, ok := badges[value]
	if !ok {
		return "", nil, fmt.Errorf("unknown badge %q", value)
	}

	condition, args := conditions.Moment{Today: today}.Placed(fragment)
	return condition, args, nil
}

// guard keeps what a plain save must not touch.
func (ac AgreementChanges) guard(ctx context.Context, tx *sql.Tx, before, rec *model.Agreement) error {
	if before == nil {
		return nil
	}
	if rec.Status != before.Status {
		return fmt.Errorf("%s to %s by saving: %w", before.Status, rec.Status, model.ErrTransition)
	}

	rec.ExpiredFrom, rec.ExpiredSince, rec.Notice = before.ExpiredFrom, before.ExpiredSince, before.Notice
	rec.StatusReason, rec.StatusDate, rec.StatusSince = before.StatusReason, before.StatusDate, before.StatusSince
	rec.ResumeDate = before.ResumeDate
	rec.Termination, rec.Amended, rec.Stages = before.Termination, before.Amended, before.Stages
	if rec.NumberOwn == before.NumberOwn {
		return nil
	}

	var issued bool
	err := sqlite.One(ctx, tx, "SELECT EXISTS (SELECT 1 FROM number_entry WHERE agreement_id = ? AND formatted = ?)",
		[]any{rec.ID, before.NumberOwn}, &issued)
	if issued {
		rec.NumberOwn = before.NumberOwn
	}

	return err
}

// namePartners writes the names of the partners into the agreements that a condition describes, for lists.
func namePartners(ctx context.Context, tx sqlite.Querier, condition string, args ...any) error {
	_, err := tx.ExecContext(ctx, `UPDATE agreement SET partner_names = coalesce((SELECT group_concat(p.name, ', ' ORDER BY y.position)
		FROM agreement_party y JOIN partner p ON p.id = y.partner_id WHERE y.agreement_id = agreement.id), '')
		WHERE `+condition, args...)
	return err
}

func agreementEntry(s *Store) entry {
	e := entryOf(model.EntityAgreement, agreements(s), func(r model.Agreement) []string {
		return []string{r.Title, r.PartnerNames(), r.NumberOwn, r.EndDate.String(), string(r.Status)}
	}, "agreements", "agreement")
	e.title, e.detail, e.order, e.rank = "title", "trim(number_own || ' ' || partner_names)", "-end_date", 2
	e.life = func() Life { return s.AgreementChanges().life() }
	e.asks = agreementAsks()
	e.dates = agreementDates()
	e.counts = agreementCounts
	e.figures = agreementKPIs
	e.sample = func(ctx context.Context, l *sampleLoader) error {
		if err := l.agreements(ctx); err != nil {
			return err
		}
		return l.agreementLinks(ctx)
	}

	return e
}
