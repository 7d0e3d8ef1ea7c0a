package store

import (
	"context"
	"database/sql"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"jejaring/model"
	"jejaring/model/store/terms"
)

// plainly is a list as SQLite finds it by itself: all conditions in one query, the typed words as they are.
func plainly[T any](ctx context.Context, t *table[T], tx *sql.Tx, q model.Query) ([]model.ID, error) {
	order, err := t.orderBy(q)
	if err != nil {
		return nil, err
	}

	asked, err := t.terms(q)
	if err != nil {
		return nil, err
	}
	where, args := (&list{terms: asked}).where()
	if match := terms.Match(q.Text); match != "" {
		found := fmt.Sprintf("SELECT rowid FROM %[1]s_words WHERE %[1]s_words MATCH ?", t.name)
		args = append(args, match)
		if t.beyond != nil {
			more, also, err := t.beyond(ctx, tx, q.Text)
			if err != nil {
				return nil, err
			}
			if more != "" {
				found, args = found+" UNION "+more, append(args, also...)
			}
		}
		where += " AND id IN (" + found + ")"
	}

	limit := -1
	if q.Limit > 0 {
		limit = q.Limit
	}
	return joined(ctx, tx, "SELECT group_concat(id, ' ') FROM (SELECT id FROM "+t.name+" WHERE "+where+" ORDER BY "+order+" LIMIT ? OFFSET ?)",
		append(args, limit, q.Offset))
}

// sameList asks for many lists in both ways.
func sameList[T any](t *testing.T, r *rand.Rand, of *table[T], filters map[model.FilterName][]string, texts []string) {
	t.Helper()
	pick := func(from []string) string { return from[r.IntN(len(from))] }
	for range 400 {
		q := model.Query{Filter: model.Filters{}, Sort: pick(append([]string{""}, of.sorts...)), Desc: r.IntN(2) == 0, Deleted: r.IntN(10) == 0}
		for name, values := range filters {
			if r.IntN(3) == 0 {
				q.Filter[name] = pick(values)
			}
		}
		if r.IntN(2) == 0 {
			q.Text = pick(texts)
		}
		if r.IntN(2) == 0 {
			q.Limit, q.Offset = 1+r.IntN(60), r.IntN(3)*r.IntN(400)
		}

		err := of.store.view(t.Context(), func(tx *sql.Tx) error {
			want, err := plainly(t.Context(), of, tx, q)
			if err != nil {
				return err
			}
			if got, err := of.ids(t.Context(), tx, q); err != nil || !slices.Equal(got, want) {
				t.Errorf("%s %+v: %d found, %d wanted, %v", of.name, q, len(got), len(want), err)
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}

		q.Limit, q.Offset = 0, 0
		all, err := of.IDs(t.Context(), q)
		if n, failed := of.Count(t.Context(), q); err != nil || failed != nil || n != len(all) {
			t.Errorf("%s %+v: counted %d of %d, %v, %v", of.name, q, n, len(all), err, failed)
		}
	}
}

// TestList_EveryWayFindsTheSame holds the ways to a list, of which the store takes the shortest, against the plain query: with more records
// than are put in order one by one, and filters that leave many, few and none.
func TestList_EveryWayFindsTheSame(t *testing.T) {
	s := openInternal(t)
	const some = 3*few + 7
	err := s.change(t.Context(), func(tx *sql.Tx) error {
		for n := range some {
			p := somebody(n, "catatan kerja sama")
			p.Name = fmt.Sprintf("%s Mitra Séhat %04d", []string{"RSUD", "Klinik", "Yayasan", "Puskesmas"}[n%4], n*7919%some)
			p.City = []string{"Kota", "Bandung", "Ambon"}[n%3]
			p.Sector = model.Sectors()[min(n%9, 5)]
			p.OrgType = model.OrgTypes(p.Sector)[0]
			p.Status = []string{"active", "active", "inactive"}[n%3]
			if err := partners(s).put(t.Context(), tx, &p, "test"); err != nil {
				return err
			}
		}

		for n := range 40 {
			p := model.Patient{Name: fmt.Sprintf("Pasien Percobaan %c", 'A'+n%26), MRNo: fmt.Sprintf("SM-%04d", n), Sex: "P", AgeYears: n}
			if err := patients(s).put(t.Context(), tx, &p, "test"); err != nil {
				return err
			}
		}

		for n := range some {
			r := manyReferral(n)
			r.PatientID = model.ID(n%40 + 1)
			if err := referrals(s).put(t.Context(), tx, &r, "test"); err != nil {
				return err
			}
		}

		for _, table := range []string{"partner", "referral"} {
			if _, err := tx.Exec("UPDATE " + table + " SET deleted_at = updated_at WHERE id % 7 = 0"); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}

	r := rand.New(rand.NewPCG(1, 2))
	sameList(t, r, partners(s), map[model.FilterName][]string{model.BySector: model.Sectors(), model.ByStatus: {"active", "inactive", "none"},
		model.ByOrganization: {"foundation", "hospital"}},
		[]string{"k", "mitra", "sehat", "klinik sehat 05", "yay", "kerja puskesmas", "zzz", "é", "0012", "mitra sehat", "...", "RS"})
	sameList(t, r, referrals(s), map[model.FilterName][]string{model.ByDirection: {"in", "out"}, model.ByStatus: {"closed", "sent", "draft", "none"},
		model.ByPartner: {"1", "5", "99"}, model.ByPatient: {"3"}, model.ByWaiting: {"yes", strings.Join(model.Waits()[:2], ",")},
		model.ByUrgency: model.Urgencies(), model.ByDiagnosis: {"I10", "J00"}},
		[]string{"rjk", "mitra", "mitra 0007", "0012/RJK", "12", "perc", "SM-001", "sm 2", "pasien b", "poli jantung", "zzz", "k"})
}

// TestList_EverySortAndFilterHasItsIndex asks for every sort, and for every filter that has an index: SQLite refuses one that is not there.
func TestList_EverySortAndFilterHasItsIndex(t *testing.T) {
	s := openInternal(t)
	indexes(t, partners(s))
	indexes(t, staff(s))
	indexes(t, agreements(s))
	indexes(t, referrals(s))
	indexes(t, trainings(s))
	indexes(t, obstacles(s))
	indexes(t, evaluations(s))
	indexes(t, reminders(s))
	indexes(t, documents(s))
	indexes(t, numbers(s))
	indexes(t, messages(s))
	indexes(t, mailboxes(s))
	indexes(t, legalBases(s))
	indexes(t, skpRecords(s))
}

func indexes[T any](t *testing.T, of *table[T]) {
	t.Helper()
	queries := []model.Query{{}}
	for name := range of.filters {
		if _, ok := of.narrow(name); ok {
			queries = append(queries, model.Query{Filter: model.Filters{name: "yes"}})
		}
	}

	for _, q := range queries {
		for _, sort := range append([]string{""}, of.sorts...) {
			q.Sort = sort
			if _, err := of.IDs(t.Context(), q); err != nil {
				t.Errorf("%s %+v: %v", of.name, q, err)
			}
		}
		if _, err := of.Count(t.Context(), q); err != nil {
			t.Errorf("%s %+v: %v", of.name, q, err)
		}
	}
}
