package ui_test

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"jejaring/model"
)

// behind is the number that stands after a label.
func (c *clinic) behind(label string) string {
	c.t.Helper()
	c.Sees(label)
	texts := c.Texts()
	if at := slices.Index(texts, label); at >= 0 && at+1 < len(texts) {
		return texts[at+1]
	}
	return ""
}

var counted = regexp.MustCompile(`^(.+)  ([0-9.]+)$`)

// agrees walks every number of the window that opens a list, and compares the two.
func (c *clinic) agrees(day model.Date) {
	c.t.Helper()
	for _, card := range []string{"Perjanjian berlaku", "Berakhir dalam 90 hari", "Rujukan menunggu", "Surel belum tertaut"} {
		c.Tap("Beranda")
		c.rest()
		n := c.behind(card)
		c.Tap(card)
		c.rest()
		if !c.Shows(n + " baris") {
			c.t.Errorf("%s: %s says %s, its list %q", day, card, n, c.Texts())
		}
	}

	for _, place := range []string{"Perjanjian", "Surat", "Rujukan", "Pelatihan", "Kendala"} {
		c.Tap("Beranda", place)
		c.rest()
		for _, text := range c.Texts() {
			chip := counted.FindStringSubmatch(text)
			if chip == nil || c.Find(text) == nil {
				continue
			}

			c.Tap(text)
			c.rest()
			if !c.Shows(chip[2]+" baris") && c.Find(text) != nil { // it was chosen already, so the click let it go
				c.Tap(text)
				c.rest()
			}

			if !c.Shows(chip[2]+" baris") && c.Find(text) != nil {
				c.t.Errorf("%s: in %s the chip %q opens another list: %q", day, place, text, c.Texts())
			}
		}
	}
}

// yearDay is what every place says on a day.
type yearDay struct {
	day          model.Date
	active       int    // agreements in force
	ending       [3]int // of them those that end within 30, 60 and 90 days
	ended, late  int    // agreements that ended unseen, reports that are overdue
	sees, nowise []string
}

// figures are the key figures of the report in the order of its page, worked out by hand from what enterYear enters.
//
// Of three referrals one has no decision, one was accepted after 20 minutes, and one refused after 40: 1 of 2, the median
// 30, nine of ten within 40 (nearest rank). The one that arrived was answered and came back. Letters: seven of eleven
// fields without complaint, findings, therapy and licence, twice, and ten of twelve: (2 × 63.6 + 83.3) ÷ 3 = 70.2. Of the
// tests 50 → 80 and 40 → 50 the gain is 20.
func (x yearDay) figures() []string {
	n := fmt.Sprint
	all := []string{"Kerja sama aktif", n(x.active), "Berakhir dalam 90 hari", n(x.ending[2]), fmt.Sprintf("%d dalam 30 · %d dalam 60 hari", x.ending[0], x.ending[1]),
		"Pindaian lengkap"}
	if x.active == 0 {
		all = append(all, "—")
	} else {
		all = append(all, "0 %", "0 dari 1 · 1 pindaian belum ada")
	}

	all = append(all, "Kewajiban terlambat", n(x.late))
	if x.late > 0 {
		all = append(all, fmt.Sprintf("klinik 0, mitra %d", x.late))
	}

	if x.day.Year == 2028 {
		return append(all, "Rujukan keluar", "0", "sebelumnya 3", "Tingkat penerimaan", "—", "sebelumnya 50 %", "Median waktu tanggap", "—", "sebelumnya 30 menit",
			"Tingkat balasan", "—", "sebelumnya 100 %", "Tingkat rujuk balik", "—", "sebelumnya 100 %", "Kelengkapan surat", "—", "sebelumnya 70,2 %",
			"Rujukan dengan perjanjian", "—", "sebelumnya 0 %", "RRNS (perkiraan internal)", "—", "sebelumnya 100 %",
			"Pelatihan selesai", "0", "0 peserta · 0 JPL · 0 sertifikat", "sebelumnya 1", "Kenaikan pengetahuan", "—", "sebelumnya +20,00")
	}

	return append(all, "Rujukan keluar", "3", "Tingkat penerimaan", "50 %", "1 dari 2", "Median waktu tanggap", "30 menit", "P90 40 menit",
		"Tingkat balasan", "100 %", "1 dari 1", "Tingkat rujuk balik", "100 %", "1 dari 1", "Kelengkapan surat", "70,2 %",
		"Rujukan dengan perjanjian", "0 %", "0 dari 3", "RRNS (perkiraan internal)", "100 %", "1 dari 1 · sasaran maks. 2 %",
		"Pelatihan selesai", "1", "2 peserta · 2 JPL · 1 sertifikat", "Kenaikan pengetahuan", "+20,00", "poin rata-rata, n = 2")
}

// tables are the charts and tables below the figures: K05 by month, K06, K03, K07, K15, K02, K18, K09 and K16. The name of
// a chart is read behind its bars.
func (x yearDay) tables() (all []string) {
	flows := x.day.Year == 2027
	n := fmt.Sprint
	if flows {
		all = append(all, "Jan", "3")
		for m := date(2027, 2, 1); !m.After(x.day); m = m.AddMonths(1) {
			all = append(all, [...]string{"Feb", "Mar", "Apr", "Mei", "Jun", "Jul"}[m.Month-2], "0")
		}
		all = append(all, "Rujukan keluar per bulan", "RSUD Kenanga", "3", "Rujukan per tujuan")
	}

	if x.active == 1 {
		all = append(all, "Fasilitas pelayanan kesehatan", "1", "Kerja sama per sektor", "Antarinstitusi kesehatan", "1", "Kerja sama per model",
			"Lainnya", "1", "Kerja sama per bidang")
	}

	if flows {
		all = append(all, "I10", "3", "Rujukan per diagnosis (ICD-10)", "Pelatihan internal", "1", "Pelatihan per jenis")
	}
	if x.ending[2] == 1 {
		all = append(all, "Berakhir dalam 90 hari", "Rujukan Pasien", "RSUD Kenanga", "30 Jun 2027", n(x.day.DaysUntil(date(2027, 6, 30))))
	}

	if x.late > 0 {
		all = append(all, "Kewajiban terlambat")
		for _, due := range []model.Date{date(2027, 1, 31), date(2027, 2, 28), date(2027, 3, 31), date(2027, 4, 30), date(2027, 5, 31), date(2027, 6, 30)}[:x.late] {
			all = append(all, "Menyampaikan laporan bulanan", "Rujukan Pasien", "RSUD Kenanga", n(due.DaysUntil(x.day)))
		}
	}

	if flows {
		all = append(all, "Median waktu tanggap", "Semua", "30", "40", "Gawat darurat", "—", "Segera", "—", "Terencana", "30", "40")
	}
	return append(all, "STR, SIP, dan SKP per staf", "dr. Ani Lestari", "2,5", "0", "0", "2,5", "50")
}

// badge is the number beside a place in the navigation, nothing where none stands.
func (c *clinic) badge(place string) string {
	c.t.Helper()
	if n := c.behind(place); n != "" && strings.Trim(n, "0123456789.") == "" {
		return n
	}
	return ""
}

// waits compares the numbers beside the places with what waits there. Of the three referrals one waits for its decision,
// the refused one for another place, and the one that came back for its end.
func (c *clinic) waits(x yearDay) {
	c.t.Helper()
	for place, want := range map[string]int{"Perjanjian": x.ending[2] + x.ended, "Surat": 0, "Rujukan": 3, "Pelatihan": 0} {
		said := ""
		if want > 0 {
			said = fmt.Sprint(want)
		}
		if got := c.badge(place); got != said {
			c.t.Errorf("%s: beside %s stands %q, want %q", x.day, place, got, said)
		}
	}
}

// reports reads the page of the report, and counts the lists that its figures open.
func (c *clinic) reports(x yearDay) {
	c.t.Helper()
	c.Tap("Laporan")
	c.rest()
	for _, part := range [][]string{x.figures(), x.tables()} {
		if !c.Order(part...) {
			c.t.Errorf("%s: the report says %q, want %q", x.day, c.Texts(), part)
		}
	}

	flows := map[string]string{"Rujukan keluar": "3", "Tingkat penerimaan": "2", "Median waktu tanggap": "2", "Tingkat balasan": "1", "Tingkat rujuk balik": "1",
		"Kelengkapan surat": "3", "Rujukan dengan perjanjian": "0", "RRNS (perkiraan internal)": "1", "Pelatihan selesai": "1", "Kenaikan pengetahuan": "1"}
	if x.day.Year == 2028 {
		for figure := range flows {
			flows[figure] = "0"
		}
	}

	flows["Kerja sama aktif"], flows["Berakhir dalam 90 hari"], flows["Pindaian lengkap"] = fmt.Sprint(x.active), fmt.Sprint(x.ending[2]), fmt.Sprint(x.active)
	for figure, rows := range flows {
		c.Tap(figure)
		c.rest()
		if !c.Shows(rows + " baris") {
			c.t.Errorf("%s: behind %s stand not %s rows: %q", x.day, figure, rows, c.Texts())
		}
		c.Tap("Laporan")
		c.rest()
	}
}

// The agreement is for half a year from 1 January; its reports are due on the last day of each of the six months. Ninety
// days before its end are 1 April. One referral of 9 January has no decision yet, one training is on 15 March, and the
// invitation waits until somebody answers it.
func TestYear_EveryPlaceSaysTheSameTruthOnSevenDays(t *testing.T) {
	c, days := ownOpen(t, date(2027, 1, 10))
	c.enterYear()
	for _, x := range []yearDay{
		{date(2027, 1, 11), 1, [3]int{}, 0, 0, []string{"Jatuh tempo: menyampaikan laporan bulanan", "Surel dari Vina perlu ditanggapi"}, []string{"Sudah tahu"}},
		{date(2027, 2, 1), 1, [3]int{}, 0, 1, []string{"Lewat 1 hari", "Surel dari Vina perlu ditanggapi"}, []string{"Sudah tahu"}},
		{date(2027, 3, 10), 1, [3]int{}, 0, 2, []string{"Penyegaran Kader", "5 hari lagi", "Lewat 38 hari", "Lewat 10 hari"}, nil},
		{date(2027, 4, 1), 1, [3]int{0, 0, 1}, 0, 3, []string{"Perjanjian akan berakhir", "90 hari lagi"}, []string{"Sudah tahu"}},
		{date(2027, 6, 30), 1, [3]int{1, 1, 1}, 0, 5, []string{"Perjanjian akan berakhir", "Hari ini"}, []string{"Sudah tahu"}},
		{date(2027, 7, 1), 0, [3]int{}, 1, 6, []string{"Perjanjian sudah berakhir", "Sudah tahu"}, []string{"Perjanjian akan berakhir"}},
		{date(2028, 1, 10), 0, [3]int{}, 1, 6, []string{"Perjanjian sudah berakhir", "Surel dari Vina perlu ditanggapi"}, []string{"Perjanjian akan berakhir"}},
	} {
		c.Tap("Beranda")
		days.turn(x.day)
		c.rest()
		c.Sees(x.sees...)
		for _, text := range x.nowise {
			if c.Shows(text) {
				t.Errorf("%s: the home screen still says %q", x.day, text)
			}
		}

		c.waits(x)
		c.agrees(x.day)
		c.reports(x)
		if list, count := c.overdue(x.day); list != x.late || count != x.late {
			t.Errorf("%s: K18 is %d and the count %d, want %d", x.day, list, count, x.late)
		}
	}
}
