package ui_test

import (
	"errors"
	"strings"
	"testing"
	"time"

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

func TestTrash_SaysWhatWasDeletedAndWhen(t *testing.T) {
	c := sampleOpen(t)
	throwAway(t, c.store.Referrals())
	gone, err := c.store.Referrals().Find(t.Context(), model.Query{Deleted: true})
	if err != nil || len(gone) != 1 {
		t.Fatal(gone, err)
	}

	at := gone[0].DeletedAt.In(time.FixedZone("WIB", 7*3600))
	c.Tap("Pengaturan", "Sampah")
	c.Sees("Rujukan · ", gone[0].PartnerName, gone[0].Initials+" · "+gone[0].MRNo,
		"dihapus "+words(t, "id").ShortDay(at)+" "+words(t, "id").Clock(at))
	for _, text := range c.Texts() {
		if strings.Contains(text, at.UTC().Format("2006-01-02T")) {
			t.Errorf("the trash shows %q", text)
		}
	}
}
