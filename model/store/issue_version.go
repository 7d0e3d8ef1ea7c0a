package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"slices"

	"jejaring/model"
	"jejaring/model/store/conditions"
	"jejaring/model/store/sqlite"
)

// earlier lists the papers of the record that were made of this type under this number, the newest version first.
func (pp Papers) earlier(ctx context.Context, q sqlite.Querier, data *model.LetterData) ([]model.Document, error) {
	about := data.About()
	return documents(pp.s).fetch(ctx, q, true, "subject_entity = ? AND subject_id = ? AND type = ? AND number = ? AND number <> '' ORDER BY revision DESC, id",
		about.Entity, about.ID, data.Type, data.Number)
}

// revise numbers the version to come, and returns the papers whose place it takes. One number has one valid paper: all
// earlier ones go, but for that in another language which says the same.
func (pp Papers) revise(ctx context.Context, q sqlite.Querier, data *model.LetterData) (replaced []model.Document, err error) {
	papers, err := pp.earlier(ctx, q, data)
	if err != nil {
		return nil, err
	}

	data.Revision, data.Replaces, data.Beside, data.BesideLanguage = 1, 0, 0, ""
	beside := map[int]bool{}
	for _, d := range papers {
		data.Revision = max(data.Revision, d.Revision+1)
		if d.Status != "issued" {
			continue
		}

		stays, known := beside[d.Revision]
		if !known {
			if stays, err = pp.besides(ctx, q, data, d); err != nil {
				return nil, err
			}
			beside[d.Revision] = stays
		}

		if !stays {
			replaced = append(replaced, d)
			data.Replaces = max(data.Replaces, d.Revision)
		}
	}

	return replaced, nil
}

// besides reports whether an earlier paper is the same one in another language; then the new one bears its date.
func (pp Papers) besides(ctx context.Context, q sqlite.Querier, data *model.LetterData, d model.Document) (bool, error) {
	if d.Language == data.Language || d.Size == 0 {
		return false, nil
	}

	made, err := pp.madeFrom(ctx, q, d.ID)
	if err != nil {
		return false, err
	}

	same := *data
	same.Number, same.Date = made.Number, made.Date
	if !made.Says(same) {
		return false, nil
	}
	if data.Beside == 0 {
		data.Date, data.Beside, data.BesideLanguage = made.Date, d.Revision, d.Language
	}

	return true, nil
}

// madeFrom is what a paper was made from.
func (pp Papers) madeFrom(ctx context.Context, q sqlite.Querier, id model.ID) (made model.LetterData, err error) {
	d, err := documents(pp.s).get(ctx, q, id)
	if err == nil {
		err = json.Unmarshal(d.Snapshot, &made)
	}
	return made, err
}

// supersede takes the validity from papers whose place another version takes.
func (pp Papers) supersede(ctx context.Context, tx *sql.Tx, papers []model.Document) error {
	for _, d := range papers {
		d.Status = "superseded"
		if err := documents(pp.s).put(ctx, tx, &d, "update"); err != nil {
			return err
		}
	}
	return nil
}

// again finds the number of a paper that is made once more where the record does not keep it: an invitation of the same
// institution, or a proposal that says the same in another language.
func (pp Papers) again(ctx context.Context, q sqlite.Querier, data *model.LetterData) error {
	row := paperKindOf(data.Type)
	if data.Number != "" || row.again == nil {
		return nil
	}

	about := data.About()
	standing, err := documents(pp.s).fetch(ctx, q, true, "subject_entity = ? AND subject_id = ? AND type = ? AND "+conditions.KeptPaper+" ORDER BY id DESC",
		about.Entity, about.ID, data.Type)
	if err != nil {
		return err
	}

	at := slices.IndexFunc(standing, func(d model.Document) bool { return row.again(ctx, pp.s, q, data, d, standing) })
	if at >= 0 {
		data.Number = standing[at].Number
	}
	return nil
}
