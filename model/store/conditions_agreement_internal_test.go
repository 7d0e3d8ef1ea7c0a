package store

import (
	"database/sql"
	"testing"

	"pgregory.net/rapid"

	"jejaring/model"
	"jejaring/model/store/conditions"
)

// randomAgreement is an agreement in any state, with any of its dates, as a register may hold one.
func randomAgreement(rt *rapid.T, pivot model.Date) model.Agreement {
	r := model.NewAgreement(pivot)
	r.Title = "Rujukan"
	r.Status = chance(rt, "status", append(model.Statuses(), model.StatusActive, model.StatusActive, model.StatusActive)...)
	r.ResumeDate = near(rt, "resume_date", pivot)
	r.StatusSince = near(rt, "status_since", pivot)
	r.StatusDate = near(rt, "status_date", pivot)
	r.StartDate = near(rt, "start_date", pivot)
	r.EndDate = near(rt, "end_date", pivot)
	r.ExpiredFrom = chance(rt, "expired_from", "", "", model.StatusActive, model.StatusSuspended)
	r.ExpiredSince = near(rt, "expired_since", pivot)
	r.Notice = chance(rt, "notice", "", model.NoticeExpired, model.NoticeExtended, model.NoticeTerminated)
	r.AutoRenew, r.RenewMax, r.RenewCount = chance(rt, "auto_renew", false, true), chance(rt, "renew_max", 0, 2), chance(rt, "renew_count", 0, 1, 2)
	r.TerminatesOn = near(rt, "terminates_on", pivot)
	r.FullDue = near(rt, "full_due", pivot)
	r.NumberOwn = chance(rt, "number_own", "", "001/PKS/KLN-SM/XI/2026")
	r.CooperationField = chance(rt, "cooperation_field", "referral", "laboratory", "tb_dppm", "waste")
	for i := range r.Parties {
		r.Parties[i].PartnerID = chance(rt, "party", model.ID(0), 1, 2)
		r.Parties[i].OwnNumber = chance(rt, "own_number", "", "9/X")
	}

	if chance(rt, "file", false, true) {
		r.Documents = []model.File{{Kind: chance(rt, "kind", "signed_scan", "evidence"), Name: "berkas.pdf", Body: []byte("%PDF-1.4")}}
	}

	for range chance(rt, "obligations", 0, 1, 2) {
		r.Obligations = append(r.Obligations, randomObligation(rt, pivot))
	}

	for range chance(rt, "exchanges", 0, 1, 2, 3) {
		r.Exchanges = append(r.Exchanges, model.Exchange{What: "laporan", Party: "p1", Rhythm: chance(rt, "rhythm", append(model.Rhythms(), "weekly", "monthly")...),
			LastSent: near(rt, "last_sent", pivot)})
	}

	return r
}

func randomObligation(rt *rapid.T, pivot model.Date) model.Obligation {
	o := model.Obligation{Party: "p1", Text: model.Text{ID: "melapor"}, Kind: "report", Recurrence: "once",
		Status: chance(rt, "obligation", model.ObligationStatuses()...)}
	for range chance(rt, "occurrences", 1, 2, 3) {
		o.Occurrences = append(o.Occurrences, model.Occurrence{Due: near(rt, "due", pivot), Done: near(rt, "done", pivot), Waived: near(rt, "waived", pivot)})
	}
	return o
}

// randomContribution is numbered as a save would do it.
func randomContribution(rt *rapid.T, pivot model.Date, no int) model.Contribution {
	k := model.Contribution{No: no, Party: "p2", Kind: chance(rt, "contribution", "money", "medicine", "device", "facility"), Description: "a",
		Amount: chance(rt, "amount", model.Money(0), 500), Quantity: chance(rt, "quantity", 0, 5), DueDate: near(rt, "due_date", pivot),
		Loan: chance(rt, "loan", false, true), ReturnBy: near(rt, "return_by", pivot), ReturnedOn: near(rt, "returned_on", pivot)}
	for range chance(rt, "receipts", 0, 1, 2) {
		k.Received = append(k.Received, model.Receipt{Date: pivot, Amount: chance(rt, "came", model.Money(0), 250, 500), Quantity: chance(rt, "pieces", 0, 2, 5),
			Expiry: near(rt, "expiry", pivot), UsedOn: near(rt, "used_on", pivot)})
	}
	return k
}

func TestConditions_OfContributionsAgreeInGoAndSQL(t *testing.T) {
	s := surrounded(t)
	promises := newTrial(t, s, contributions+" AND agreement.id = :id AND k.value ->> 'no' = :no", conditions.PromisedRules())
	came := newTrial(t, s, batches+" AND agreement.id = :id AND k.value ->> 'no' = :no AND x.key = :position", conditions.BatchRules())
	tell(t, func(rt *rapid.T, pivot model.Date, _ int) {
		rec := randomAgreement(rt, pivot)
		for no := range chance(rt, "contributions", 1, 2) {
			rec.Contributions = append(rec.Contributions, randomContribution(rt, pivot, no+1))
		}
		put(t.Context(), rt, agreements(s), &rec)

		for range moments {
			at := asked(rt, pivot)
			for _, k := range rec.Contributions {
				promises.compare(rt, conditions.Promised{Agreement: rec, Contribution: k}, rec.ID, at, sql.Named("no", k.No))
				for i, x := range k.Received {
					came.compare(rt, conditions.Batch{Agreement: rec, Receipt: x}, rec.ID, at, sql.Named("no", k.No), sql.Named("position", i))
				}
			}
		}
	})
	promises.both()
	came.both()
}

func TestConditions_OfAgreementsAgreeInGoAndSQL(t *testing.T) {
	s := surrounded(t)
	x := newTrial(t, s, "agreement WHERE agreement.id = :id", conditions.AgreementRules())
	owed := newTrial(t, s, occurrences+" AND agreement.id = :id AND x.obligation_id = :obligation AND x.position = :position", conditions.OwingRules())
	given := newTrial(t, s, exchanges+" WHERE agreement.exchanges BETWEEN '[{' AND '[|' AND agreement.id = :id AND x.key = :position", conditions.GivingRules())
	follow := newTrial(t, s, "agreement WHERE agreement.id = :id", conditions.FollowingRules())
	var next model.Agreement
	tell(t, func(rt *rapid.T, pivot model.Date, _ int) {
		rec := randomAgreement(rt, pivot)
		rec.SuccessorID = chance(rt, "successor", 0, next.ID)
		put(t.Context(), rt, agreements(s), &rec)
		follow.compare(rt, conditions.Following{Agreement: rec, Successor: next}, rec.ID, asked(rt, pivot))
		next = rec

		for range moments {
			at := asked(rt, pivot)
			x.compare(rt, rec, rec.ID, at)
			for i, exchange := range rec.Exchanges {
				given.compare(rt, conditions.Giving{Agreement: rec, Exchange: exchange}, rec.ID, at, sql.Named("position", i))
			}
			for _, o := range rec.Obligations {
				for i, occurrence := range o.Occurrences {
					owed.compare(rt, conditions.Owing{Agreement: rec, Obligation: o, Occurrence: occurrence}, rec.ID, at, sql.Named("obligation", o.RecordID), sql.Named("position", i))
				}
			}
		}
	})
	x.both()
	owed.both()
	given.both()
	follow.both()
}
