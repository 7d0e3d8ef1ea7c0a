package ui_test

import (
	"errors"
	"testing"

	"jejaring/model"
)

// throwAway deletes the first record that nothing else needs.
func throwAway[T any](t *testing.T, r model.Register[T]) {
	t.Helper()
	ids, err := r.IDs(t.Context(), model.Query{})
	if err != nil {
		t.Fatal(err)
	}
	for _, id := range ids {
		err := r.Delete(t.Context(), id)
		if err == nil {
			return
		}
		if !errors.Is(err, model.ErrInUse) {
			t.Fatal(err)
		}
	}
	t.Fatalf("all of %d records are needed", len(ids))
}

func TestTrash_EveryKindComesBack(t *testing.T) {
	for kind, away := range map[string]func(*clinic){
		"Rujukan":     func(c *clinic) { throwAway(t, c.store.Referrals()) },
		"Pelatihan":   func(c *clinic) { throwAway(t, c.store.Trainings()) },
		"SKP":         func(c *clinic) { throwAway(t, c.store.SKPRecords()) },
		"Staf":        func(c *clinic) { throwAway(t, c.store.Staff()) },
		"Perjanjian":  func(c *clinic) { throwAway(t, c.store.Agreements()) },
		"Dasar hukum": func(c *clinic) { throwAway(t, c.store.LegalBases()) },
	} {
		t.Run(kind, func(t *testing.T) {
			c := sampleOpen(t)
			away(c)
			c.Tap("Pengaturan", "Sampah")
			c.Sees(kind + " · ")
			c.Tap("Pulihkan")
			c.Sees("Sampah kosong.")
		})
	}
}
