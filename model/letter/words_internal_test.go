package letter

import (
	"strings"
	"testing"
	"time"

	"jejaring/model"
	"jejaring/model/letter/typeset"
)

// speaking are the facts of a document about nothing, in one language.
func speaking(t *testing.T, language string) *facts {
	t.Helper()
	c := begun(t, model.LetterData{Type: model.DocumentInvitation}, language)
	return &facts{words: c.words[0], made: c}
}

// bothSay asks the same of both languages.
func bothSay(t *testing.T, indonesian, english string, say func(f *facts) string) {
	t.Helper()
	for language, want := range map[string]string{"id": indonesian, "en": english} {
		if got, _ := typeset.Plain(say(speaking(t, language))); got != want {
			t.Errorf("%s: %q, want %q", language, got, want)
		}
	}
}

func TestWords_NamesOfParties(t *testing.T) {
	for n, want := range [][2]string{{typeset.GapText, typeset.GapText}, {"A", "A"}, {"A dan B", "A and the B"}, {"A, B, dan C", "A, the B and the C"},
		{"A, B, C, dan D", "A, the B, the C and the D"}} {
		names := strings.Fields("A B C D")[:n]
		bothSay(t, want[0], want[1], func(f *facts) string { return f.joinParties(names) })
	}
}

func TestWords_NamesOfOrganizers(t *testing.T) {
	bothSay(t, "RS A dan RS B", "RS A and RS B", func(f *facts) string { return f.listed("text.organizers", []string{"RS A", "RS B"}) })
	bothSay(t, "RS A", "RS A", func(f *facts) string { return f.listed("text.organizers", []string{"RS A"}) })
}

// Figure and words together belong in agreements (brief section 2.1).
func TestWords_NumbersOfAgreements(t *testing.T) {
	bothSay(t, "30 (tiga puluh)", "thirty (30)", func(f *facts) string { return f.spelled(count{n: 30}) })
	bothSay(t, "1101 (seribu seratus satu)", "one thousand one hundred one (1101)", func(f *facts) string { return f.spelled(count{n: 1101}) })
	bothSay(t, typeset.GapText, typeset.GapText, func(f *facts) string { return f.spelled(count{field: "terms.x"}) })
	bothSay(t, "0 (nol)", "zero (0)", func(f *facts) string { return f.spelled(count{zero: true}) })
	bothSay(t, "dua koma lima", "two point five", func(f *facts) string { return f.decimalInWords(2.5) })
	bothSay(t, "enam belas", "sixteen", func(f *facts) string { return f.decimalInWords(16) })
}

func TestWords_UnitsAndTimes(t *testing.T) {
	bothSay(t, "tahun bulan hari", "year month day", func(f *facts) string { return unitOf(f, "year") + " " + unitOf(f, "month") + " " + unitOf(f, "day") })
	bothSay(t, typeset.GapText, typeset.GapText, func(f *facts) string { return unitOf(f, "week") })
	bothSay(t, "08.00–12.30", "08:00–12:30", func(f *facts) string { return f.hours("08:00", "12:30") })
	bothSay(t, "Pasal 7", "Article 7", func(f *facts) string { return f.articleName(7) })
	bothSay(t, "PIHAK KETIGA", "THIRD PARTY", func(f *facts) string { return partyLabel(f.words, "p3") })
	bothSay(t, typeset.GapText, typeset.GapText, func(f *facts) string { return partyLabel(f.words, "all") })
}

func TestWords_TheDayOfAnAgreement(t *testing.T) {
	day := model.Date{Year: 2024, Month: 12, Day: 12}
	bothSay(t, "Kamis, tanggal dua belas bulan Desember tahun dua ribu dua puluh empat (12-12-2024)", "Thursday, 12 December 2024", func(f *facts) string {
		f.d.Date = day
		return f.dateInWords()
	})
}

// Indonesia has three zones and no summer time.
func TestWords_TimesOfTheClinic(t *testing.T) {
	noon := time.Date(2026, 11, 21, 12, 0, 0, 0, time.UTC)
	for zone, want := range map[string][2]string{"": {"19.00 WIB", "19:00 (UTC+7)"}, "Asia/Jakarta": {"19.00 WIB", "19:00 (UTC+7)"},
		"Asia/Makassar": {"20.00 WITA", "20:00 (UTC+8)"}, "Asia/Jayapura": {"21.00 WIT", "21:00 (UTC+9)"}} {
		bothSay(t, want[0], want[1], func(f *facts) string {
			f.d.Clinic.Timezone = zone
			return f.clock(noon)
		})
	}

	bothSay(t, "22 November 2026, 02.00 WIB", "22 November 2026, 02:00 (UTC+7)", func(f *facts) string { return f.moment(noon.Add(7 * time.Hour)) })
	bothSay(t, "", "", func(f *facts) string { return f.moment(time.Time{}) })
}

// Days are written as short as they can be.
func TestWords_SpansOfDays(t *testing.T) {
	day := func(y, m, d int) model.Date { return model.Date{Year: y, Month: time.Month(m), Day: d} }
	for _, c := range []struct {
		from, to model.Date
		id, en   string
	}{
		{day(2026, 2, 21), day(2026, 2, 22), "21–22 Februari 2026, Sabtu–Minggu", "21–22 February 2026, Saturday–Sunday"},
		{day(2026, 2, 28), day(2026, 3, 1), "28 Februari–1 Maret 2026, Sabtu–Minggu", "28 February–1 March 2026, Saturday–Sunday"},
		{day(2026, 12, 31), day(2027, 1, 1), "31 Desember 2026–1 Januari 2027, Kamis–Jumat", "31 December 2026–1 January 2027, Thursday–Friday"},
		{day(2026, 2, 21), model.Date{}, "21 Februari 2026, Sabtu", "21 February 2026, Saturday"},
		{day(2026, 2, 21), day(2026, 2, 21), "21 Februari 2026, Sabtu", "21 February 2026, Saturday"},
		{model.Date{}, model.Date{}, typeset.GapText + ", " + typeset.GapText, typeset.GapText + ", " + typeset.GapText},
	} {
		bothSay(t, c.id, c.en, func(f *facts) string {
			days, weekdays := dateRange(f, c.from, c.to)
			return days + ", " + weekdays
		})
	}
}

// Every key of the words of papers has its places in the sentence, whatever value comes in: none is left open.
func TestWords_EveryPlaceIsFilled(t *testing.T) {
	d := agreementOf(4, "merujuk")
	d.Language = "bilingual"
	composed, err := New(nil).compose(d)
	if err != nil {
		t.Fatal(err)
	}

	said := composed.printed() + composed.pageOf(1, 2) + composed.watermark()
	for _, o := range composed.originals() {
		said += o.frame.Notice + strings.Join(o.frame.Initials, "") + o.frame.Stamps["p1"].Label
	}

	if strings.ContainsAny(said, "{}⟦⟧") {
		t.Errorf("%s", said)
	}
	if composed.watermark() != "KONSEP / DRAFT" || composed.pageOf(1, 2) != "Halaman 1 dari 2 / Page 1 of 2" {
		t.Errorf("%q, %q", composed.watermark(), composed.pageOf(1, 2))
	}
}
