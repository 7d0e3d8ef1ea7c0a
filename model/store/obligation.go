package store

import (
	"context"
	"database/sql"

	"jejaring/model"
)

// Settle records that an occurrence of an obligation was met or is waived, together with its evidence.
func (ac AgreementChanges) Settle(ctx context.Context, agreement model.ID, by model.Settlement) (model.Agreement, error) {
	return ac.change(ctx, agreement, "settle", func(_ *sql.Tx, rec *model.Agreement) error {
		f, err := ac.evidence(rec, by.Evidence)
		if err != nil {
			return err
		}
		by.Evidence = f
		return rec.Settle(by)
	})
}

// Handover notes what came of a contribution, or went back, together with its evidence.
func (ac AgreementChanges) Handover(ctx context.Context, agreement model.ID, by model.Handover) (model.Agreement, error) {
	return ac.change(ctx, agreement, "handover", func(_ *sql.Tx, rec *model.Agreement) error {
		f, err := ac.evidence(rec, by.Evidence)
		if err != nil {
			return err
		}
		by.Evidence = f
		return by.Note(rec)
	})
}

// evidence adds a proof to the files of an agreement under a name that is free; nil is none.
func (ac AgreementChanges) evidence(rec *model.Agreement, proof *model.File) (*model.File, error) {
	if proof == nil {
		return nil, nil
	}

	f := *proof
	f.Kind, f.DocumentID, f.Name = "evidence", 0, freeName(f.Name, rec.Documents)
	if err := agreementFiles(ac.s).check(f); err != nil {
		return nil, err
	}
	rec.Documents = append(rec.Documents, f)
	return &f, nil
}

// Reopen takes back that an occurrence of an obligation was met or waived.
func (ac AgreementChanges) Reopen(ctx context.Context, agreement, obligation model.ID, due model.Date) (model.Agreement, error) {
	return ac.change(ctx, agreement, "reopen", func(_ *sql.Tx, rec *model.Agreement) error {
		return rec.Reopen(obligation, due)
	})
}

// occurrences are those of the obligations of all agreements that are not in the trash: x, of the obligation o.
const occurrences = `obligation_occurrence x JOIN obligation o ON o.id = x.obligation_id JOIN agreement ON agreement.id = o.agreement_id
	WHERE agreement.deleted_at IS NULL`

// contributions are those to all agreements that are not in the trash: k; batches are what came of them: x.
const (
	contributions = `agreement INDEXED BY agreement_brings JOIN json_each(CASE WHEN agreement.contributions LIKE '[{%' THEN agreement.contributions ELSE '[]' END) k
	WHERE agreement.contributions BETWEEN '[{' AND '[|' AND agreement.deleted_at IS NULL`
	batches = `agreement INDEXED BY agreement_brings JOIN json_each(CASE WHEN agreement.contributions LIKE '[{%' THEN agreement.contributions ELSE '[]' END) k
	JOIN json_each(k.value, '$.received') x WHERE agreement.contributions BETWEEN '[{' AND '[|' AND agreement.deleted_at IS NULL`
)

// plan gives the obligations of an agreement their occurrences. Where the date was taken away, what was open goes with it.
func plan(before, rec *model.Agreement) {
	dated := map[model.ID]bool{}
	if before != nil {
		for _, o := range before.Obligations {
			dated[o.RecordID] = len(o.Schedule(before.StartDate, before.EndDate)) > 0
		}
	}

	for i := range rec.Obligations {
		o := &rec.Obligations[i]
		if dated[o.RecordID] && len(o.Schedule(rec.StartDate, rec.EndDate)) == 0 {
			o.Occurrences = settled(o.Occurrences)
		}
		o.Plan(rec.StartDate, rec.EndDate)
	}
}

func settled(all []model.Occurrence) []model.Occurrence {
	var done []model.Occurrence
	for _, x := range all {
		if !x.Open() {
			done = append(done, x)
		}
	}
	return done
}
