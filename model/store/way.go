package store

import (
	"context"
	"database/sql"
	"slices"
	"strings"

	"jejaring/model"
	"jejaring/model/store/sqlite"
)

// few is how many records are rather put in order one by one than looked for along the index of a sort.
const few = 250

// narrow is the index of a filter by which it finds its records, and the sort in whose order they lie there.
type narrow struct{ index, sort string }

// term is one condition of a list, with the filter that it comes from.
type term struct {
	filter    model.FilterName
	condition string
	args      []any
}

// list is how the records of a query are found: where they are read from, what they meet, and, where a text was found in
// many of them, which ones those are.
type list struct {
	from  string
	terms []term
	hits  *marks
	// along says that they lie there in their order, so that reading can stop early.
	along bool
}

func (l *list) where() (string, []any) {
	var conditions []string
	var args []any
	for _, c := range l.terms {
		conditions = append(conditions, c.condition)
		args = append(args, c.args...)
	}
	return strings.Join(conditions, " AND "), args
}

// only leaves the records that are known by their identifiers.
func (l *list) only(t string, ids []model.ID) {
	l.from, l.along, l.hits = t+" NOT INDEXED", false, nil
	l.terms = append(l.terms, term{condition: "id IN (SELECT value FROM json_each(?))", args: []any{sqlite.JSON(&ids)}})
}

// list finds the shortest way to the records of a query. SQLite cannot know it, because it does not know how many records a filter
// leaves: few of them are read and put in order, many are met soon along the index of the sort, which has the columns of the filters. A list
// that is not ordered may lie in any order.
func (t *table[T]) list(ctx context.Context, tx sqlite.Querier, q model.Query, ordered bool) (*list, error) {
	terms, err := t.terms(q)
	if err != nil {
		return nil, err
	}

	l := &list{from: t.name, terms: terms}
	if query, args, err := t.sought(ctx, tx, q.Text); err != nil {
		return nil, err
	} else if query != "" {
		found, whole, err := upTo(ctx, tx, few, query, args)
		if err != nil {
			return nil, err
		}
		if whole {
			l.only(t.name, found)
			return l, nil
		}
		if l.hits, err = marked(ctx, tx, query, args); err != nil {
			return nil, err
		}
	}

	if q.Deleted || ordered && q.Sort == "" && t.last != "" {
		return l, nil
	}
	return l, t.along(ctx, tx, l, q, ordered)
}

// along takes the index of a filter that leaves few records, or one in which they lie in their order.
func (t *table[T]) along(ctx context.Context, tx sqlite.Querier, l *list, q model.Query, ordered bool) error {
	sort := q.Sort
	if sort == "" {
		sort = strings.TrimPrefix(t.order, "-")
	}

	covered := slices.Contains(t.sorts, sort) && sort != "code" // its index leaves out records without a code
	index := t.name + "_by_" + strings.ReplaceAll(sort, ",", "_")
	for _, c := range l.terms[1:] {
		n, ok := t.narrow(c.filter)
		covers := ok && n.index == t.name+"_by_"+string(c.filter) || slices.Contains(t.covered, c.filter)
		covered = covered && covers
		switch {
		case !ok:
			continue
		case n.sort == sort || !ordered && covers:
			index = n.index
			if len(l.terms) == 2 {
				l.from, l.along = t.name+" INDEXED BY "+index, true
				return nil
			}
		}

		found, whole, err := upTo(ctx, tx, few, "SELECT id FROM "+t.name+" INDEXED BY "+n.index+" WHERE "+l.terms[0].condition+" AND "+c.condition, c.args)
		if err != nil {
			return err
		}
		if whole {
			if l.hits != nil {
				found = slices.DeleteFunc(found, func(id model.ID) bool { return !l.hits.has(id) })
			}
			l.only(t.name, found)
			return nil
		}
	}

	if covered {
		l.from, l.along = t.name+" INDEXED BY "+index, true
	}
	return nil
}

// narrow is the index of a filter, if it has one: its own, or that of the sort of the same name.
func (t *table[T]) narrow(name model.FilterName) (narrow, bool) {
	if n, ok := t.indexed[name]; ok {
		return n, true
	}
	return narrow{t.name + "_by_" + string(name), strings.TrimPrefix(t.order, "-")}, slices.Contains(t.sorts, string(name))
}

// upTo reads the identifiers that a query finds, and whether those are all, when there are no more than some.
func upTo(ctx context.Context, q sqlite.Querier, most int, query string, args []any) (ids []model.ID, whole bool, err error) {
	ids, err = joined(ctx, q, "SELECT group_concat(id, ' ') FROM (SELECT id FROM ("+query+") LIMIT ?)", append(slices.Clone(args), most+1))
	return ids, len(ids) <= most, err
}

// joined reads the identifiers that a query has joined to one text: that is quicker than a row for each.
func joined(ctx context.Context, q sqlite.Querier, query string, args []any) ([]model.ID, error) {
	var text sql.NullString
	err := sqlite.One(ctx, q, query, args, &text)
	if err != nil || text.String == "" {
		return []model.ID{}, err
	}

	ids := make([]model.ID, 1, strings.Count(text.String, " ")+1)
	for i := range len(text.String) {
		last := &ids[len(ids)-1]
		if c := text.String[i]; c == ' ' {
			ids = append(ids, 0)
		} else {
			*last = *last*10 + model.ID(c-'0')
		}
	}
	return ids, nil
}

// marks are the identifiers of many records, a bit for each.
type marks struct {
	bits []uint64
	n    int
}

// marked are the records that a query finds.
func marked(ctx context.Context, q sqlite.Querier, query string, args []any) (*marks, error) {
	ids, err := joined(ctx, q, "SELECT group_concat(id, ' ') FROM ("+query+")", args)
	if err != nil || len(ids) == 0 {
		return &marks{}, err
	}

	m := &marks{make([]uint64, slices.Max(ids)/64+1), len(ids)}
	for _, id := range ids {
		m.bits[id/64] |= 1 << (id % 64)
	}
	return m, nil
}

func (m *marks) has(id model.ID) bool {
	return id/64 < model.ID(len(m.bits)) && m.bits[id/64]&(1<<(id%64)) != 0
}

// among is how many records are looked at until some of the marked ones should be met.
func (m *marks) among(some int) int { return some + some*2*64*len(m.bits)/max(m.n, 1) }

// read reads the identifiers of a list in an order, from one place on, no more than some; most below 0 is all.
func (l *list) read(ctx context.Context, tx sqlite.Querier, order string, offset, most int) ([]model.ID, error) {
	condition, args := l.where()
	query := "SELECT group_concat(id, ' ') FROM (SELECT id FROM " + l.from + " WHERE " + condition + " ORDER BY " + order + " LIMIT ? OFFSET ?)"
	if l.hits == nil {
		return joined(ctx, tx, query, append(args, most, offset))
	}

	// Not every record on the way is one of the hits: look at some, then at more.
	some := -1
	if l.along && most >= 0 {
		some = l.hits.among(offset + most)
	}
	found := []model.ID{}
	for at := 0; ; at, some = at+some, 8*some {
		ids, err := joined(ctx, tx, query, append(slices.Clone(args), some, at))
		if err != nil {
			return nil, err
		}

		for _, id := range ids {
			if l.hits.has(id) {
				found = append(found, id)
			}
		}

		if some < 0 || len(ids) < some || len(found) >= offset+most {
			break
		}
	}

	found = found[min(offset, len(found)):]
	if most >= 0 {
		found = found[:min(most, len(found))]
	}
	return found, nil
}

// count is the length of a list.
func (t *table[T]) count(ctx context.Context, tx sqlite.Querier, q model.Query) (n int, err error) {
	l, err := t.list(ctx, tx, q, false)
	if err != nil {
		return 0, err
	}
	if l.hits != nil {
		found, err := l.read(ctx, tx, "id", 0, -1)
		return len(found), err
	}

	condition, args := l.where()
	query := "SELECT count(*) FROM " + l.from + " WHERE " + condition
	if t.counted && !q.Deleted && len(l.terms) == 1 {
		query = allLiving(t.name)
	}
	return n, sqlite.One(ctx, tx, query, args, &n)
}
