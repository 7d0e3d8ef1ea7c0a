package ui_test

import (
	"fmt"
	"regexp"
	"slices"
	"testing"
	"time"

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
	for _, place := range []string{"Kerja Sama", "Surat", "Rujukan", "Pelatihan"} {
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

// enterYear builds a small register through the window alone; the mail is what the server brings.
func (c *clinic) enterYear() {
	c.t.Helper()
	c.addPartner("RSUD Kenanga")
	c.addSigned("RSUD Kenanga", "Rujukan Pasien", "28-12-2026", "01-01-2027", "30-06-2027", func() {
		c.owe("menyampaikan laporan bulanan", "Bulanan", "31-01-2027")
	})
	c.Tap("Rujukan", "Rujukan baru")
	c.Pick("Fasyankes tujuan", "RSUD Kenanga")
	c.Enter("Unit tujuan", "Poli Penyakit Dalam", "Nama pasien", "Sari Uji Contoh", "Tanggal lahir", "12-03-1961")
	c.Choose("Jenis kelamin", "Perempuan")
	c.Enter("Kode ICD-10", "I10", "Diagnosis", "Hipertensi")
	c.Choose("Kategori alasan", "Pemeriksaan dokter spesialis")
	c.Enter("Alasan rujukan", "Tekanan darah tidak terkendali")
	c.Choose("Hubungan", "Pasien")
	c.Pick("Dokter perujuk", "dr. Ani Lestari")
	c.rest()
	c.Choose("Status", "Dikirim")
	c.Enter("Nomor rujukan", "1/RJK/KLN-MW/I/2027", "Tanggal dan jam", "09-01-2027 08.00", "Dikirim", "09-01-2027 08.30")
	c.Tap("Simpan")
	c.Sees("Tersimpan.")
	c.Tap("Pelatihan", "Pelatihan baru")
	c.rest()
	c.Enter("Judul", "Penyegaran Kader", "Mulai", "15-03-2027", "Tujuan", "Menyegarkan", "Sasaran peserta", "Kader")
	c.Tap("Simpan")
	c.Sees("Tersimpan.")
	box := model.NewMailbox()
	box.Name, box.Host, box.User, box.Active = "Surel klinik", "mail.example.com", "admin@klinikmawar.example.org", true
	if err := c.store.Mailboxes().Save(c.t.Context(), &box); err != nil {
		c.t.Fatal(err)
	}
	m := model.Message{MailboxID: box.ID, Folder: "INBOX", UIDValidity: 1, UID: 1, MessageID: "m1@example", Direction: "in", Status: "unregistered",
		Category: "undangan", LinkRule: model.RuleNone, SenderName: "Vina", SenderEmail: "vina@kenanga.example.org", Subject: "Undangan rapat",
		Body: "Mohon hadir.", Date: time.Date(2027, 1, 9, 3, 0, 0, 0, time.UTC)}
	if _, err := c.store.File(c.t.Context(), []model.Filed{{Message: m, Raw: []byte("Subject: Undangan rapat\r\n\r\nMohon hadir.")}}); err != nil {
		c.t.Fatal(err)
	}
	c.Tap("Beranda")
	c.Sees("Surel dari Vina")
	c.Tap("Surat", "Undangan rapat")
	c.Tap("Tautkan mitra")
	c.Tap("RSUD Kenanga")
	c.rest()
}

// The agreement is for half a year from 1 January; its reports are due on the last day of each of the six months. Ninety
// days before its end are 1 April. The referral was sent on 10 January, the training is on 15 March, the invitation waits
// until somebody answers it.
func TestYear_EveryPlaceSaysTheSameTruthOnSevenDays(t *testing.T) {
	c, days := ownOpen(t, date(2027, 1, 10))
	c.enterYear()
	for _, x := range []struct {
		day                               model.Date
		active, expiring, late, referrals int
		sees                              []string
		gone                              []string
	}{
		{date(2027, 1, 11), 1, 0, 0, 1, []string{"Jatuh tempo: menyampaikan laporan bulanan", "Surel dari Vina perlu ditanggapi"}, []string{"Sudah tahu"}},
		{date(2027, 2, 1), 1, 0, 1, 1, []string{"Lewat 1 hari", "Surel dari Vina perlu ditanggapi"}, []string{"Sudah tahu"}},
		{date(2027, 3, 10), 1, 0, 2, 1, []string{"Penyegaran Kader", "5 hari lagi", "Lewat 38 hari", "Lewat 10 hari"}, nil},
		{date(2027, 4, 1), 1, 1, 3, 1, []string{"Perjanjian akan berakhir", "90 hari lagi"}, []string{"Sudah tahu"}},
		{date(2027, 6, 30), 1, 1, 5, 1, []string{"Perjanjian akan berakhir", "Hari ini"}, []string{"Sudah tahu"}},
		{date(2027, 7, 1), 0, 0, 6, 1, []string{"Perjanjian sudah berakhir", "Sudah tahu"}, []string{"Perjanjian akan berakhir"}},
		{date(2028, 1, 10), 0, 0, 6, 0, []string{"Perjanjian sudah berakhir", "Surel dari Vina perlu ditanggapi"}, []string{"Perjanjian akan berakhir"}},
	} {
		c.Tap("Beranda")
		days.turn(x.day)
		c.rest()
		c.Sees(x.sees...)
		for _, text := range x.gone {
			if c.Shows(text) {
				t.Errorf("%s: the home screen still says %q", x.day, text)
			}
		}
		c.agrees(x.day)
		c.Tap("Laporan")
		c.rest()
		for label, want := range map[string]int{"Kerja sama aktif": x.active, "Berakhir dalam 90 hari": x.expiring, "Kewajiban terlambat": x.late,
			"Rujukan keluar": x.referrals} {
			if got := c.behind(label); got != fmt.Sprint(want) {
				t.Errorf("%s: the report says %s %s, want %d", x.day, label, got, want)
			}
		}
		if list, count := c.overdue(x.day); list != x.late || count != x.late {
			t.Errorf("%s: K18 is %d and the count %d, want %d", x.day, list, count, x.late)
		}
		k, err := c.store.KPIs(t.Context(), model.PeriodOf("year", x.day))
		if err != nil || k.Active != x.active || len(k.Expiring["90"]) != x.expiring || k.Outgoing != x.referrals {
			t.Errorf("%s: K01 %d, K02 %d, K05 %d, %v", x.day, k.Active, len(k.Expiring["90"]), k.Outgoing, err)
		}
	}
}
