package store

import (
	"database/sql"
	"errors"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"jejaring/model"
	"jejaring/model/store/sqlite"
	"jejaring/model/testclock"
)

const many = 100_000

// keptIn names the folder in which the large registers of the benches stay from one run to the next; without it, each run makes its own.
const keptIn = "JEJARING_BENCH"

// prepared is a register with much in it, of a copy that only this bench has.
func prepared(b *testing.B, name string, fill func(s *Store) error) *Store {
	b.Helper()
	path := filepath.Join(b.TempDir(), "register.db")
	kept := filepath.Join(os.Getenv(keptIn), name+".db")
	found := copied(kept, path) == nil
	o := Options{Actor: "admin", Sealer: testSealer(b), Now: testclock.New()}
	s, err := Open(b.Context(), path, o)
	if err != nil {
		b.Fatal(err)
	}

	if !found {
		if err := errors.Join(fill(s), s.Close()); err != nil {
			b.Fatal(err)
		}
		if os.Getenv(keptIn) != "" {
			if err := copied(path, kept); err != nil {
				b.Fatal(err)
			}
		}
		if s, err = Open(b.Context(), path, o); err != nil {
			b.Fatal(err)
		}
	}

	b.Cleanup(func() { _ = s.Close() })
	return s
}

func copied(from, to string) error {
	content, err := os.ReadFile(from)
	if err != nil {
		return err
	}
	return os.WriteFile(to, content, 0o600)
}

// crowd is a register with many partners.
func crowd(b *testing.B) *Store {
	b.Helper()
	return prepared(b, "crowd", func(s *Store) error { return enter(b, s) })
}

func enter(b *testing.B, s *Store) error {
	sectors := model.Sectors()
	return s.change(b.Context(), func(tx *sql.Tx) error {
		for n := range many {
			p := somebody(n, "catatan kerja sama")
			p.Name = fmt.Sprintf("%s Mitra Sehat %06d", []string{"RSUD", "Klinik", "Yayasan", "Puskesmas"}[n%4], n*7919%many)
			p.Sector = sectors[n%len(sectors)]
			p.OrgType = model.OrgTypes(p.Sector)[0]
			p.Contacts = []model.Contact{{Name: fmt.Sprintf("Sari %d", n), Role: "pic_agreement", Email: fmt.Sprintf("pic%d@mitra.example.org", n)}}
			if err := partners(s).write(b.Context(), tx, nil, &p); err != nil {
				return err
			}
			if err := partners(s).index(b.Context(), tx, &p); err != nil {
				return err
			}
		}
		return nil
	})
}

// measure runs one call after the other and reports the median and the 95th percentile beside the mean.
func measure(b *testing.B, call func() error) {
	b.Helper()
	var took []time.Duration
	for b.Loop() {
		start := time.Now()
		if err := call(); err != nil {
			b.Fatal(err)
		}
		took = append(took, time.Since(start))
	}

	slices.Sort(took)
	b.ReportMetric(float64(took[len(took)/2].Microseconds())/1000, "p50-ms")
	b.ReportMetric(float64(took[len(took)*95/100].Microseconds())/1000, "p95-ms")
}

// stopwatch tells how much time has passed since it was taken.
func stopwatch() func() time.Duration {
	start := time.Now()
	return func() time.Duration { return time.Since(start) }
}

// floor is the least that a page can cost: fifty rows by their place in the file, one column of each.
func floor(b *testing.B, s *Store, query string) {
	b.Run("floor: 50 rows by rowid", func(b *testing.B) {
		measure(b, func() error {
			first := rand.IntN(many - 50)
			var name string
			return sqlite.Each(b.Context(), s.read, query, []any{first + 1, first + 50},
				func(scan func(...any) error) error { return scan(&name) })
		})
	})
}

// anyList is the first page of a list with one or two of its filters and any of its sorts, and the count of it.
func anyList[T any](b *testing.B, t *table[T], filters map[model.FilterName][]string) {
	names := slices.Sorted(maps.Keys(filters))
	some := func() model.Query {
		q := model.Query{Filter: model.Filters{}, Sort: t.sorts[rand.IntN(len(t.sorts))], Desc: rand.IntN(2) == 0, Limit: 50}
		for range 1 + rand.IntN(2) {
			name := names[rand.IntN(len(names))]
			q.Filter[name] = filters[name][rand.IntN(len(filters[name]))]
		}
		return q
	}
	b.Run("any filter with any sort", func(b *testing.B) {
		measure(b, func() error { _, err := t.Find(b.Context(), some()); return err })
	})
	b.Run("any filter counted", func(b *testing.B) {
		measure(b, func() error { _, err := t.Count(b.Context(), some()); return err })
	})
}

func BenchmarkListPage(b *testing.B) {
	s := crowd(b)
	register := s.Partners()
	floor(b, s, "SELECT name FROM partner WHERE id BETWEEN ? AND ?")
	b.Run("first page", func(b *testing.B) {
		measure(b, func() error { _, err := register.Find(b.Context(), model.Query{Limit: 50}); return err })
	})
	b.Run("page at random depth", func(b *testing.B) {
		measure(b, func() error {
			_, err := register.Find(b.Context(), model.Query{Offset: rand.IntN(many - 50), Limit: 50})
			return err
		})
	})
	b.Run("filtered by sector, sorted by city", func(b *testing.B) {
		measure(b, func() error {
			_, err := register.Find(b.Context(), model.Query{Filter: model.Filters{model.BySector: "ngo"}, Sort: "city", Desc: true,
				Offset: rand.IntN(10_000), Limit: 50})
			return err
		})
	})
	anyList(b, partners(s), map[model.FilterName][]string{model.BySector: model.Sectors(), model.ByOrganization: model.OrgTypes("ngo"),
		model.ByStatus: {"active", "inactive"}})
	b.Run("all identifiers", func(b *testing.B) {
		measure(b, func() error { _, err := register.IDs(b.Context(), model.Query{Sort: "city"}); return err })
	})

	for name, filter := range map[string]model.Filters{"all": nil, "one sector": {"sector": "ngo"}} {
		b.Run("identifiers of a chip: "+name, func(b *testing.B) {
			measure(b, func() error { _, err := register.IDs(b.Context(), model.Query{Filter: filter}); return err })
		})
		b.Run("count of a chip: "+name, func(b *testing.B) {
			measure(b, func() error { _, err := register.Count(b.Context(), model.Query{Filter: filter}); return err })
		})
	}

	ids, err := register.IDs(b.Context(), model.Query{})
	if err != nil {
		b.Fatal(err)
	}

	b.Run("rows in view", func(b *testing.B) {
		measure(b, func() error {
			first := rand.IntN(many - 50)
			_, err := register.Rows(b.Context(), ids[first:first+50])
			return err
		})
	})
}

func BenchmarkSearch(b *testing.B) {
	s := crowd(b)
	floor(b, s, "SELECT name FROM partner WHERE id BETWEEN ? AND ?")
	for _, text := range []string{"pic500", "klinik sehat 0512", "sari 77", "k", "mitra"} {
		b.Run("everything: "+text, func(b *testing.B) {
			measure(b, func() error { _, err := s.Overview().Search(b.Context(), text, 20); return err })
		})
		b.Run("list: "+text, func(b *testing.B) {
			measure(b, func() error {
				_, err := s.Partners().Find(b.Context(), model.Query{Text: text, Limit: 50})
				return err
			})
		})
	}
}

func BenchmarkSave(b *testing.B) {
	s := crowd(b)
	if _, err := s.write.Exec("CREATE TABLE floor (id INTEGER PRIMARY KEY, name TEXT)"); err != nil {
		b.Fatal(err)
	}

	b.Run("floor: durable insert of one text", func(b *testing.B) {
		measure(b, func() error { _, err := s.write.Exec("INSERT INTO floor (name) VALUES ('Mitra')"); return err })
	})
	n := many
	b.Run("durable insert of a partner", func(b *testing.B) {
		measure(b, func() error {
			n++
			p := somebody(n, "baru")
			p.Name = fmt.Sprintf("Mitra Baru %d", n)
			return s.Partners().Save(b.Context(), &p)
		})
	})
	b.Run("durable update of a partner", func(b *testing.B) {
		measure(b, func() error {
			p, err := s.Partners().Get(b.Context(), model.ID(rand.IntN(many)+1))
			if err != nil {
				return err
			}
			p.Notes += "."
			return s.Partners().Save(b.Context(), &p)
		})
	})
}

// BenchmarkFile files mails of ten kilobytes with varied words, fifty in a batch, and links each as the rules do.
func BenchmarkFile(b *testing.B) {
	s, err := Open(b.Context(), filepath.Join(b.TempDir(), "register.db"), Options{Actor: "admin", Now: testclock.New()})
	if err != nil {
		b.Fatal(err)
	}

	b.Cleanup(func() { _ = s.Close() })
	box := model.Mailbox{Host: "imap.example.com", User: "a", Port: 993, Security: "tls"}
	if err := s.Mailboxes().Save(b.Context(), &box); err != nil {
		b.Fatal(err)
	}

	uid := uint32(0)
	batch := func() []model.Filed {
		var mails []model.Filed
		for range 50 {
			uid++
			var text strings.Builder
			for range 600 {
				fmt.Fprintf(&text, "kata%d surat ", rand.IntN(20_000))
			}
			body := text.String()
			mails = append(mails, model.Filed{Message: model.Message{MailboxID: box.ID, Folder: "INBOX", UID: uid, Direction: "in",
				MessageID: fmt.Sprintf("%d@x", uid), Status: "unregistered", Body: body, Subject: "Surat"}, Raw: []byte("A: b\n\n" + body)})
		}

		return mails
	}
	b.Run("file 50", func(b *testing.B) {
		var mails [][]model.Filed
		for range 300 {
			mails = append(mails, batch())
		}

		measure(b, func() error {
			_, err := s.Mail().File(b.Context(), mails[0])
			mails = append(mails[1:], mails[0])
			return err
		})
	})
	b.Run("link 1", func(b *testing.B) {
		all, err := s.Messages().Find(b.Context(), model.Query{Limit: 1000})
		if err != nil {
			b.Fatal(err)
		}
		n := 0
		measure(b, func() error {
			n++
			return s.Mail().Link(b.Context(), all[n%len(all)].ID, model.Link{Rule: model.RuleNone, Category: "lainnya"})
		})
	})
}
