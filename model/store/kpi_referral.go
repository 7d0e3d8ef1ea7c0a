package store

import (
	"context"
	"fmt"
	"strings"
	"time"

	"jejaring/model"
	"jejaring/model/store/conditions"
	"jejaring/model/store/sqlite"
)

// countedThen are the referrals of a period that the figures K05 to K14 are of.
const countedThen = "deleted_at IS NULL AND " + conditions.Counted + " AND " + conditions.OfPeriod

// theCounted are the outgoing referrals, by the index that has all that figures count of them.
const theCounted = "referral INDEXED BY referral_figures"

// referralSet is the condition of a part of the counted referrals.
func referralSet(name string) (condition string, ok bool) {
	for _, r := range conditions.ReferralSets() {
		if r.Name == name {
			return r.Sql, true
		}
	}
	return "", false
}

// filterReferrals shows the referrals behind a figure: it asks for the period in the filters "from" and "to", instants of
// which the second is the first one outside.
func filterReferrals(set string, all model.Filters) (string, []any, error) {
	part, ok := referralSet(set)
	from, err1 := time.Parse(time.RFC3339, all[model.ByFrom])
	to, err2 := time.Parse(time.RFC3339, all[model.ByTo])
	if !ok || err1 != nil || err2 != nil {
		return "", nil, fmt.Errorf("no referrals %q from %q to %q", set, all[model.ByFrom], all[model.ByTo])
	}
	condition, args := conditions.Moment{From: from, To: to}.Placed(countedThen + " AND " + part)
	return condition, args, nil
}

// referralFigures are K05 to K11, K13 and K14.
func referralFigures(ctx context.Context, q sqlite.Querier, k *model.KPIs, p period) error {
	if err := countReferrals(ctx, q, k, p); err != nil {
		return err
	}

	months, err := outgoingByMonth(ctx, q, p)
	if err != nil {
		return err
	}

	k.OutgoingByMonth = months
	if err := destinations(ctx, q, k, p); err != nil {
		return err
	}

	k.TopDiagnoses, err = tally(ctx, q, `SELECT substr(dx_code, 1, 3), count(*) FROM `+theCounted+` WHERE `+countedThen+`
		AND length(dx_code) >= 3 GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 10`, p.named()...)
	if err != nil {
		return err
	}

	return responses(ctx, q, k, p)
}

// countReferrals are the numbers of K05, K08, K10, K11, K13 and K14, in one reading.
func countReferrals(ctx context.Context, q sqlite.Querier, k *model.KPIs, p period) error {
	k.Decisions = map[string]int{}
	var accepted, rejected, redirected int
	parts := []struct {
		set string
		n   *int
	}{{"outgoing", &k.Outgoing}, {"accepted", &accepted}, {"rejected", &rejected}, {"redirected", &redirected},
		{"replied", &k.Replies[0]}, {"arrived", &k.Replies[1]}, {"returned", &k.Back[0]}, {"arrived", &k.Back[1]},
		{"covered", &k.Covered[0]}, {"outgoing", &k.Covered[1]}, {"rrns", &k.RRNS[0]}, {"bpjs", &k.RRNS[1]}}
	var counts []string
	var found []any

	for _, part := range parts {
		condition, _ := referralSet(part.set)
		counts = append(counts, "count(*) FILTER (WHERE "+condition+")")
		found = append(found, part.n)
	}

	query := "SELECT " + strings.Join(counts, ", ") + " FROM " + theCounted + " WHERE " + countedThen
	if err := sqlite.One(ctx, q, query, p.named(), found...); err != nil {
		return err
	}

	k.Decisions[string(model.ReferralAccepted)], k.Decisions[string(model.ReferralRejected)] = accepted, rejected
	k.Decisions[string(model.ReferralRedirected)] = redirected
	k.AcceptancePct = percent(accepted, accepted+rejected+redirected)
	k.ReplyPct, k.BackPct = percent(k.Replies[0], k.Replies[1]), percent(k.Back[0], k.Back[1])
	k.RRNSPct = percent(k.RRNS[0], k.RRNS[1])

	return nil
}

// outgoingByMonth is K05 by month, in the clinic's zone. Each month is counted along the index of the times: working out the month of
// every referral would take longer than all else.
func outgoingByMonth(ctx context.Context, q sqlite.Querier, p period) (map[string]int, error) {
	name, offset := p.from.In(p.zone).Zone()
	zone := time.FixedZone(name, offset)
	from := p.from.In(zone)
	counts := map[string]int{}
	for month := time.Date(from.Year(), from.Month(), 1, 0, 0, 0, 0, zone); month.Before(p.to); month = month.AddDate(0, 1, 0) {
		part := period{from: later(month, p.from), to: earlier(month.AddDate(0, 1, 0), p.to), zone: p.zone}
		var n int
		if err := sqlite.One(ctx, q, "SELECT count(*) FROM "+theCounted+" WHERE "+countedThen, part.named(), &n); err != nil {
			return nil, err
		}
		if n > 0 {
			counts[month.Format("2006-01")] = n
		}
	}

	return counts, nil
}

func later(a, b time.Time) time.Time {
	if a.After(b) {
		return a
	}
	return b
}

func earlier(a, b time.Time) time.Time {
	if a.Before(b) {
		return a
	}
	return b
}

// destinations is K06.
func destinations(ctx context.Context, q sqlite.Querier, k *model.KPIs, p period) error {
	k.ByDestination = map[string]int{}
	k.Destinations = nil
	return sqlite.Each(ctx, q, `SELECT p.id, p.code, p.name, r.n FROM (SELECT partner_id, count(*) AS n FROM `+theCounted+`
		WHERE `+countedThen+` GROUP BY 1) r JOIN partner p ON p.id = r.partner_id ORDER BY r.n DESC, p.name, p.id`, p.named(),
		func(scan func(...any) error) error {
			var d model.Destination
			err := scan(&d.PartnerID, &d.Code, &d.Name, &d.Referrals)
			d.Code = codeOr(d.Code, d.PartnerID)
			k.Destinations = append(k.Destinations, d)
			k.ByDestination[d.Code] = d.Referrals
			return err
		})
}

// responses is K09: the time to a decision, all together and by urgency.
func responses(ctx context.Context, q sqlite.Querier, k *model.KPIs, p period) error {
	minutes := map[string][]float64{"all": nil}
	for _, u := range model.Urgencies() {
		minutes[u] = nil
	}

	err := sqlite.Each(ctx, q, `SELECT urgency, unixepoch(decided_at) / 60 - unixepoch(sent_at) / 60 FROM `+theCounted+`
		WHERE `+countedThen+` AND sent_at IS NOT NULL AND `+conditions.Decided, p.named(), func(scan func(...any) error) error {
		var urgency string
		var took float64
		err := scan(&urgency, &took)
		minutes["all"], minutes[urgency] = append(minutes["all"], took), append(minutes[urgency], took)
		return err
	})
	k.MedianResponse = map[string]*float64{}
	k.P90Response = map[string]*float64{}
	for urgency, values := range minutes {
		k.MedianResponse[urgency], k.P90Response[urgency] = median(values), p90(values)
	}

	return err
}
