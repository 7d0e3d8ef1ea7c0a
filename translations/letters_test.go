package translations_test

import (
	"testing"
	"time"
)

// The opening of an agreement has the date in words, in English with the day of the week.
func TestAgreementDay(t *testing.T) {
	day := time.Date(2024, 12, 12, 0, 0, 0, 0, time.UTC)
	for lang, want := range map[string]string{"id": "Kamis, tanggal dua belas bulan Desember tahun dua ribu dua puluh empat (12-12-2024)", "en": "Thursday, 12 December 2024"} {
		if got := words(t, lang).AgreementDay(day); got != want {
			t.Errorf("%s: %q, want %q", lang, got, want)
		}
	}
}

// Where the position of who signs stands is a custom of the language (brief section 2.4).
func TestPositionBelowName(t *testing.T) {
	if words(t, "id").PositionBelowName() || !words(t, "en").PositionBelowName() {
		t.Error("the position stands at the wrong side of the name")
	}
}
