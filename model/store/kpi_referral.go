package store

import (
	"cmp"
	"context"
	"maps"
	"slices"

	"jejaring/model"
)

// referralFigures are K05 to K14: outgoing referrals of the period that are neither drafts nor cancelled.
func (s *Store) referralFigures(ctx context.Context, q querier, k *model.KPIs, p period, partners map[model.ID]string) error {
	all, err := s.referrals().fetch(ctx, q, false, `deleted_at IS NULL AND direction = 'out' AND status NOT IN ('draft', 'cancelled')
		AND referral_at >= ? AND referral_at < ?`, instant{&p.from}, instant{&p.to})
	if err != nil {
		return err
	}
	k.OutgoingByMonth, k.ByDestination = map[string]int{}, map[string]int{}
	diagnoses := map[string]int{}
	for _, r := range all {
		k.Outgoing++
		k.OutgoingByMonth[r.ReferralAt.In(p.zone).Format("2006-01")]++
		k.ByDestination[partners[r.PartnerID]]++
		if code := r.DxPrimary.Code; len(code) >= 3 {
			diagnoses[code[:3]]++
		}
		if r.AgreementID != 0 {
			k.Covered[0]++
		}
		k.Covered[1]++
		if r.BPJS() && r.ServiceType == "rawat_jalan" {
			k.RRNS[1]++
			if r.NonSpecialist && r.TACC == "" {
				k.RRNS[0]++
			}
		}
	}
	k.RRNSPct = percent(k.RRNS[0], k.RRNS[1])
	k.TopDiagnoses = top(diagnoses, 10)
	decisionFigures(k, all, p)
	return s.completeness(ctx, q, k, all)
}

// top keeps the most frequent; among equals the first by name.
func top(counts map[string]int, n int) map[string]int {
	names := slices.SortedFunc(maps.Keys(counts), func(a, b string) int {
		return cmp.Or(cmp.Compare(counts[b], counts[a]), cmp.Compare(a, b))
	})
	best := map[string]int{}
	for _, name := range names[:min(n, len(names))] {
		best[name] = counts[name]
	}
	return best
}

// decisionFigures are K08 to K11, of what happened before the period's end.
func decisionFigures(k *model.KPIs, all []model.Referral, p period) {
	k.Decisions = map[string]int{model.ReferralAccepted: 0, model.ReferralRejected: 0, model.ReferralRedirected: 0}
	minutes := map[string][]float64{"all": nil, "emergency": nil, "urgent": nil, "elective": nil}
	for _, r := range all {
		if r.Decision != "" && p.past(r.DecidedAt) {
			k.Decisions[r.Decision]++
			if m, ok := r.ResponseMinutes(); ok {
				minutes["all"] = append(minutes["all"], float64(m))
				minutes[r.Urgency] = append(minutes[r.Urgency], float64(m))
			}
		}
		if !p.past(r.ArrivedAt) {
			continue
		}
		k.Replies[1]++
		k.Back[1]++
		if p.past(r.RepliedAt) {
			k.Replies[0]++
		}
		if p.past(r.BackReferredAt) {
			k.Back[0]++
		}
	}
	accepted := k.Decisions[model.ReferralAccepted]
	k.AcceptancePct = percent(accepted, accepted+k.Decisions[model.ReferralRejected]+k.Decisions[model.ReferralRedirected])
	k.ReplyPct, k.BackPct = percent(k.Replies[0], k.Replies[1]), percent(k.Back[0], k.Back[1])
	k.MedianResponse, k.P90Response = map[string]*float64{}, map[string]*float64{}
	for urgency, values := range minutes {
		k.MedianResponse[urgency], k.P90Response[urgency] = median(values), p90(values)
	}
}

// completeness is K12: the mean share of the twelve key fields of a letter that are filled.
func (s *Store) completeness(ctx context.Context, q querier, k *model.KPIs, all []model.Referral) error {
	if s.key() == nil || len(all) == 0 {
		return nil
	}
	licensed, err := flagged(ctx, q, "SELECT id FROM staff WHERE sip_no <> ''")
	if err != nil {
		return err
	}
	named, err := flagged(ctx, q, `SELECT id FROM patient WHERE name IS NOT NULL AND sex IS NOT NULL
		AND (birth_date IS NOT NULL OR age_years IS NOT NULL)`)
	if err != nil {
		return err
	}
	sum := 0.0
	for i := range all {
		filled, asked := keyFields(&all[i], named[all[i].PatientID], licensed[all[i].DoctorStaffID])
		sum += float64(filled) / float64(asked)
	}
	k.CompletenessPct = rounded(sum/float64(len(all))*100, 10)
	return nil
}

// keyFields counts the filled ones of the fields that a good letter has. The payer's number counts only for the insured.
func keyFields(r *model.Referral, named, licensed bool) (filled, asked int) {
	fields := []bool{r.DestUnit != "", named, named, named, r.DxPrimary.Code != "", r.Anamnesis != "",
		r.Physical != "" || r.Vitals.Measured(), r.Therapy != "", r.ReasonText != "", licensed,
		r.Consent.Person != "" || r.Consent.Unobtainable != ""}
	if r.Insurance != "umum" {
		fields = append(fields, r.InsuranceNo != "")
	}
	for _, ok := range fields {
		if ok {
			filled++
		}
	}
	return filled, len(fields)
}

func flagged(ctx context.Context, q querier, query string) (map[model.ID]bool, error) {
	found := map[model.ID]bool{}
	return found, each(ctx, q, query, nil, func(scan func(...any) error) error {
		var id model.ID
		err := scan(&id)
		found[id] = true
		return err
	})
}
