package store_test

import (
	"context"
	"os"
	"path/filepath"
	"testing"
	"time"

	"jejaring/model"
	"jejaring/model/secret"
	"jejaring/model/store"
)

// asOf is the day of the sample register.
func asOf() model.Date { return day(2026, 11, 21) }

func day(y, m, d int) model.Date { return model.Date{Year: y, Month: time.Month(m), Day: d} }

// clock advances by a second each time it is asked.
func clock() func() time.Time {
	at := time.Date(2026, 11, 21, 2, 0, 0, 0, time.UTC)
	return func() time.Time {
		at = at.Add(time.Second)
		return at
	}
}

// sealer has the same key in every test, as a clinic's registers have.
func sealer(t testing.TB) model.Sealer { return sealerOf(t, "a key that only these tests have.") }

// otherSealer has a key that no register knows.
func otherSealer(t testing.TB) model.Sealer { return sealerOf(t, "a key that belongs somewhere else") }

func sealerOf(t testing.TB, key string) model.Sealer {
	t.Helper()
	made, err := secret.FromRecovery(secret.Recovery([]byte(key)[:32]))
	if err != nil {
		t.Fatal(err)
	}
	return made
}

func openAt(t *testing.T, path string) *store.Store {
	t.Helper()
	s, err := store.Open(t.Context(), path, store.Options{Actor: "nur.aisyah", Now: clock(), Sealer: sealer(t)})
	if err != nil {
		t.Fatal(err)
	}

	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})

	return s
}

func newStore(t *testing.T) *store.Store {
	t.Helper()
	return openAt(t, filepath.Join(t.TempDir(), "register.db"))
}

func sampleStore(t *testing.T) *store.Store {
	t.Helper()
	s := newStore(t)
	loadSample(t, s)
	return s
}

func loadSample(t *testing.T, s *store.Store) {
	t.Helper()
	file, err := os.Open("../../assets/sample.json")
	if err != nil {
		t.Fatal(err)
	}

	defer func() { _ = file.Close() }()
	if err := s.LoadSample(t.Context(), file); err != nil {
		t.Fatal(err)
	}
}

func must[T any](value T, err error) func(testing.TB) T {
	return func(t testing.TB) T {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return value
	}
}

func byCode(t *testing.T, s *store.Store, kind model.Entity, code string) model.ID {
	t.Helper()
	return must(s.Resolve(context.Background(), kind, code))(t)
}

func agreement(t *testing.T, s *store.Store, code string) model.Agreement {
	t.Helper()
	return must(s.Agreements().Get(t.Context(), byCode(t, s, "agreement", code)))(t)
}
