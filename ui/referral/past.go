package referral

import (
	"slices"
	"time"

	"jejaring/model"
	"jejaring/ui/form"
)

// past lets a new referral be entered as what it is: one that went its way before it came into the register.
func (g *referrals) past() []sheetGroup {
	fresh := func(r *Sheet) bool { return r.ID == 0 }
	begun := func(r *Sheet) bool { return fresh(r) && r.Status != model.ReferralDraft }
	in := func(states ...model.ReferralStatus) func(*Sheet) bool {
		return func(r *Sheet) bool { return fresh(r) && slices.Contains(states, r.Status) }
	}
	groups := []sheetGroup{{Title: "group.existing_referral", Right: true, Rare: true, When: fresh, Lines: []form.Line[Sheet]{
		form.Choice("status", "referral_status", model.ReferralStatuses, func(r *Sheet) *model.ReferralStatus { return &r.Status }).Must().Hint("hint.existing_referral")}}}
	if !g.incoming() {
		groups = append(groups, sheetGroup{Right: true, When: begun, Lines: []form.Line[Sheet]{
			form.Text("referral_no", func(r *Sheet) *string { return &r.ReferralNo })}})
	}

	for _, x := range []struct {
		field string
		at    func(*Sheet) *time.Time
	}{{"sent_at", func(r *Sheet) *time.Time { return &r.SentAt }}, {"decided_at", func(r *Sheet) *time.Time { return &r.DecidedAt }},
		{"arrived_at", func(r *Sheet) *time.Time { return &r.ArrivedAt }}, {"replied_at", func(r *Sheet) *time.Time { return &r.RepliedAt }},
		{"back_referred_at", func(r *Sheet) *time.Time { return &r.BackReferredAt }}, {"closed_at", func(r *Sheet) *time.Time { return &r.ClosedAt }}} {
		if x.field == "sent_at" && g.incoming() {
			continue // it stands beside the letter's number
		}
		must := func(r *Sheet) bool { return slices.Contains(r.Passed(), x.field) }
		groups = append(groups, sheetGroup{Right: true, When: func(r *Sheet) bool { return fresh(r) && (must(r) || slices.Contains(r.Optional(), x.field)) },
			Lines: []form.Line[Sheet]{form.Moment(x.field, g.desk.Now, x.at).MustWhen(must)}})
	}

	return append(groups,
		sheetGroup{Right: true, When: in(model.ReferralRejected), Lines: []form.Line[Sheet]{
			form.Choice("decision_reason", "decision_reason", model.DecisionReasons, func(r *Sheet) *string { return &r.DecisionReason }).Must()}},
		sheetGroup{Right: true, When: in(model.ReferralRedirected), Lines: []form.Line[Sheet]{
			form.Pick("redirected_to_partner_id", func(r *Sheet) *model.ID { return &r.RedirectedTo }, g.desk.Finder("partner", model.Filters{model.FacilitiesFirst: "first"})).Must()}},
		sheetGroup{Right: true, When: in(model.ReferralCancelled, model.ReferralNoShow, model.ReferralLapsed), Lines: []form.Line[Sheet]{
			form.LongText("status_reason", func(r *Sheet) *string { return &r.StatusReason }).Must()}})
}
