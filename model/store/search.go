package store

import (
	"context"
	"database/sql"
	"fmt"
	"strings"

	"jejaring/model"
	"jejaring/model/store/sqlite"
	"jejaring/model/store/terms"
)

// Search finds living records of every kind in which all the words, or beginnings of words, occur, and the referrals of
// the patients whom FindPatients finds. When there are more
// than limit, every kind keeps its share. Limit 0 means no limit.
func (o Overview) Search(ctx context.Context, text string, limit int) ([]model.Hit, error) {
	if terms.Match(text) == "" {
		return []model.Hit{}, nil
	}

	var groups [][]model.Hit
	err := o.s.view(ctx, func(tx *sql.Tx) error {
		for _, e := range sought(o.s) {
			hits, err := searchIn(ctx, tx, e, text, limit)
			if err != nil {
				return err
			}
			groups = append(groups, hits)
		}
		return nil
	})

	return share(groups, limit), err
}

func searchIn(ctx context.Context, q sqlite.Querier, e entry, text string, limit int) ([]model.Hit, error) {
	ids, err := e.ids(ctx, q, model.Query{Text: text, Sort: strings.TrimPrefix(e.order, "-"), Desc: strings.HasPrefix(e.order, "-"), Limit: limit})
	if err != nil || len(ids) == 0 {
		return nil, err
	}

	detail := e.detail
	if e.whose != "" {
		detail = fmt.Sprintf("trim(%s || ' · ' || %s, ' ·')", e.whose, e.detail)
	}

	var found []model.Hit
	err = sqlite.Each(ctx, q, fmt.Sprintf("SELECT id, %s, %s FROM (SELECT key AS hit_at, value AS hit_id FROM json_each(?)) JOIN %s ON id = hit_id ORDER BY hit_at", e.title, detail,
		e.table), []any{sqlite.JSON(&ids)}, func(scan func(...any) error) error {
		hit := model.Hit{Entity: e.entity}
		err := scan(&hit.Record, &hit.Title, &hit.Detail)
		found = append(found, hit)
		return err
	})

	return found, err
}

// share joins the groups and shortens the longest ones until no more than limit remain.
func share(groups [][]model.Hit, limit int) []model.Hit {
	total := 0
	for _, g := range groups {
		total += len(g)
	}

	for ; limit > 0 && total > limit; total-- {
		longest := 0
		for i := range groups {
			if len(groups[i]) >= len(groups[longest]) {
				longest = i
			}
		}
		groups[longest] = groups[longest][:len(groups[longest])-1]
	}

	hits := make([]model.Hit, 0, total)
	for _, g := range groups {
		hits = append(hits, g...)
	}

	return hits
}
