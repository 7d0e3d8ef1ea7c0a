package store_test

import (
	"path/filepath"
	"testing"
	"time"

	"jejaring/model"
	"jejaring/model/store"
)

// TestJumped_TellsAClockThatIsFarFromTheLastEntry, ahead and back, until somebody says that it is right.
func TestJumped_TellsAClockThatIsFarFromTheLastEntry(t *testing.T) {
	now := time.Date(2027, 1, 10, 2, 0, 0, 0, time.UTC)
	s := must(store.Open(t.Context(), filepath.Join(t.TempDir(), "register.db"), store.Options{Actor: "Sari", Now: func() time.Time { return now }}))(t)
	t.Cleanup(func() { _ = s.Close() })
	days := s.AgreementChanges()
	jumped := func() bool {
		_, far, err := days.Jumped(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		return far
	}
	if jumped() {
		t.Error("an empty register knows a last day")
	}

	p := model.Partner{Name: "RSUD Kenanga", Sector: "health_facility", OrgType: "hospital_public", City: "Kota", Phone: "0812-1111-2222", Status: "prospect"}
	if err := s.Partners().Save(t.Context(), &p); err != nil {
		t.Fatal(err)
	}
	for shift, want := range map[int]bool{0: false, 31: false, 32: true, 366: true, -31: false, -32: true} {
		now = time.Date(2027, 1, 10+shift, 2, 0, 0, 0, time.UTC)
		if got := jumped(); got != want {
			t.Errorf("%d days away: %t", shift, got)
		}
	}

	now = time.Date(2028, 2, 29, 2, 0, 0, 0, time.UTC)
	if err := days.ConfirmDay(t.Context()); err != nil || jumped() {
		t.Errorf("confirmed, and still in doubt: %v", err)
	}
}
