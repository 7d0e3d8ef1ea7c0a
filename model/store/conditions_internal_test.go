package store

import (
	"context"
	"database/sql"
	"fmt"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"jejaring/model"
	"jejaring/model/store/conditions"
	"jejaring/model/store/sqlite"
)

// trial holds the conditions of one kind of record against their predicates.
type trial[T any] struct {
	t     *testing.T
	s     *Store
	from  string // where the records are, and which one is meant by :id
	rules []conditions.Rule[T]
	said  map[string]map[bool]int // how often each condition was true and false
}

func newTrial[T any](t *testing.T, s *Store, from string, rules []conditions.Rule[T]) *trial[T] {
	x := &trial[T]{t: t, s: s, from: from, rules: rules, said: map[string]map[bool]int{}}
	for _, r := range rules {
		if x.said[r.Name] != nil {
			t.Errorf("two conditions are called %q", r.Name)
		}
		x.said[r.Name] = map[bool]int{}
	}
	return x
}

// compare asks every condition of a stored record at a moment, in SQL and in Go.
func (x *trial[T]) compare(rt rapid.TB, rec T, id model.ID, at conditions.Moment, more ...any) {
	var asked []string
	said := make([]bool, len(x.rules))
	places := make([]any, len(x.rules))
	for i, r := range x.rules {
		asked = append(asked, "("+r.Sql+") IS TRUE")
		places[i] = &said[i]
	}

	query := "SELECT " + strings.Join(asked, ", ") + " FROM " + x.from
	args := at.Named(append(more, sql.Named("id", id))...)
	if err := sqlite.One(x.t.Context(), x.s.read, query, args, places...); err != nil {
		rt.Fatal(err)
	}

	for i, r := range x.rules {
		x.said[r.Name][said[i]]++
		if holds := r.Holds(rec, at); holds != said[i] {
			rt.Fatalf("%q is %v in Go and %v in SQL, on %s at %s, of %+v", r.Name, holds, said[i], at.Today, at.Now, rec)
		}
	}
}

// both reports conditions that were never true, or always: the trial says nothing about them.
func (x *trial[T]) both() {
	for name, n := range x.said {
		if n[true] == 0 || n[false] == 0 && name != "outgoing" {
			x.t.Errorf("%q was true %d times and false %d times", name, n[true], n[false])
		}
	}
}

// put stores a record as it is, without the rules of a person's save.
func put[T any](ctx context.Context, rt rapid.TB, records *table[T], rec *T) {
	err := records.store.change(ctx, func(tx *sql.Tx) error { return records.put(ctx, tx, rec, "test") })
	if err != nil {
		rt.Fatal(err)
	}
}

// surrounded is a register with two partners, a patient, a mailbox and an agreement: what records refer to.
func surrounded(t *testing.T) *Store {
	t.Helper()
	s := openInternal(t)
	patient := model.Patient{Name: "Sri Percobaan", MRNo: "SM-1", Sex: "P", AgeYears: 30}
	box := model.NewMailbox()
	box.Host, box.User, box.Name = "localhost", "a", "a"

	for n := range 2 {
		p := somebody(n, "")
		if err := s.Partners().Save(t.Context(), &p); err != nil {
			t.Fatal(err)
		}
	}

	if err := s.Patients().Save(t.Context(), &patient); err != nil {
		t.Fatal(err)
	}
	if err := s.Mailboxes().Save(t.Context(), &box); err != nil {
		t.Fatal(err)
	}

	first := model.NewAgreement(model.Date{Year: 2026, Month: 11, Day: 21})
	put(t.Context(), t, agreements(s), &first)
	return s
}

// chance draws one of some values, each as often as the others: rapid itself prefers the first ones, and would seldom come to
// the last state of a record. What fails is shrunk to the first ones all the same.
func chance[T any](rt *rapid.T, name string, values ...T) T {
	n := rapid.Uint64().Draw(rt, name)
	n = (n ^ n>>30) * 0xbf58476d1ce4e5b9
	n = (n ^ n>>27) * 0x94d049bb133111eb
	return values[(n^n>>31)%uint64(len(values))]
}

// pivots are days around which the calendar is uneven; the dates of a record and the day that is asked about lie around one.
func pivots() []model.Date {
	return []model.Date{{Year: 2028, Month: 2, Day: 29}, {Year: 2027, Month: 2, Day: 28}, {Year: 2026, Month: 12, Day: 31},
		{Year: 2027, Month: 1, Day: 31}, {Year: 2026, Month: 11, Day: 21}, {Year: 2027, Month: 4, Day: 30}, {Year: 2028, Month: 3, Day: 1}}
}

// near draws a day around another one, on both sides of every window, or no day.
func near(rt *rapid.T, name string, pivot model.Date) model.Date {
	if chance(rt, name+" known", true, true, true, true, false) {
		return known(rt, name, pivot)
	}
	return model.Date{}
}

func known(rt *rapid.T, name string, pivot model.Date) model.Date {
	windows := []int{0, 1, model.DueSoon, model.PaperDays, model.ReplyDays, model.StaleSignature, model.TrainingWindow, model.ExpiryWindow, model.LicenceWindow, 365}
	days := chance(rt, name+" window", windows...) + chance(rt, name+" beside", 0, -1, 1)
	return pivot.AddDays(days * chance(rt, name+" side", -1, 1))
}

// nearly draws an instant around another one, on both sides of every limit, or none.
func nearly(rt *rapid.T, name string, pivot time.Time) time.Time {
	if !chance(rt, name+" known", true, true, true, false) {
		return time.Time{}
	}
	limit := chance(rt, name+" limit", 0, model.EmergencyDecision, model.InpatientDecision, 24*time.Hour, model.ReplyDays*24*time.Hour)
	beside := time.Duration(chance(rt, name+" beside", 0, -1, 1)) * time.Microsecond
	return pivot.Add(time.Duration(chance(rt, name+" side", -1, 1))*limit + beside)
}

// asked draws a moment around a day.
func asked(rt *rapid.T, pivot model.Date) conditions.Moment {
	at := conditions.Moment{Today: chance(rt, "today", pivot, known(rt, "another day", pivot)), Past: known(rt, "past", pivot),
		Partner: chance(rt, "partner", model.ID(0), 1, 2, 3), First: known(rt, "first", pivot), Last: known(rt, "last", pivot)}
	at.Now = pivot.Time().Add(chance(rt, "now", 0, 5*time.Hour, 23*time.Hour))
	at.From = known(rt, "from", pivot).Time()
	at.To = known(rt, "to", pivot).Time()
	return at
}

// perCheck is how many records are drawn for each check of rapid, and moments how often each of them is asked about.
const perCheck, moments = 4, 6

// tell draws records and asks about each of them.
func tell(t *testing.T, draw func(rt *rapid.T, pivot model.Date, n int)) {
	t.Helper()
	n := 0
	rapid.Check(t, func(rt *rapid.T) {
		for range perCheck {
			n++
			draw(rt, chance(rt, "pivot", pivots()...), n)
		}
	})
}

func code(prefix string, n int) string { return fmt.Sprintf("%s-%06d", prefix, n) }
