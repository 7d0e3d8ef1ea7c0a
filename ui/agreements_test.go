package ui_test

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2/theme"

	"jejaring/model"
)

// shows waits until the first input with a label shows a text, or, where the field stands on a paper, the text stands behind
// the label.
func (c *clinic) shows(label, text string) {
	c.t.Helper()
	opened := false
	c.Until(label+" shows "+text, func() bool {
		f := c.Fields(label)
		if len(f) == 0 && !opened && !c.Order(label, text) {
			opened = c.OpenForm()
		}
		return len(f) > 0 && f[0].Text() == text || len(f) == 0 && c.Order(label, text)
	})
}

// newAgreement begins an agreement with a partner.
func newAgreement(t *testing.T, partner string) *clinic {
	t.Helper()
	c := sampleOpen(t)
	c.Tap("Perjanjian baru")
	c.Pick("Mitra", partner)
	return c
}

// agreement reads the newest agreement with a title out of the register.
func (c *clinic) agreement(title string) model.Agreement {
	c.t.Helper()
	ids, err := c.store.Agreements().IDs(c.t.Context(), model.Query{})
	if err != nil {
		c.t.Fatal(err)
	}

	var found model.Agreement
	for _, id := range ids {
		r, err := c.store.Agreements().Get(c.t.Context(), id)
		if err != nil {
			c.t.Fatal(err)
		}
		if r.Title == title && r.ID > found.ID {
			found = r
		}
	}

	return found
}

func TestAgreement_ThePartnerBringsItsSignerAndContact(t *testing.T) {
	c := newAgreement(t, "RS Bunda Cempaka")
	c.shows("Penanda tangan mitra", "dr. Hendra Lukito, Sp.OG")
	c.shows("Jabatan wakil", "Direktur")
	c.Tap("Para pihak")
	names := c.Fields("Nama narahubung")
	if len(names) != 2 || names[0].Text() != "dr. Ratna Wulandari, M.K.M." || names[1].Text() != "Vina Oktaviani, S.K.M." {
		t.Errorf("there are %d contacts, %q", len(names), c.Texts())
	}
}

func TestAgreement_AnotherPartnerTakesThePlaceOfTheFirst(t *testing.T) {
	c := newAgreement(t, "RS Bunda Cempaka")
	c.shows("Penanda tangan mitra", "dr. Hendra Lukito, Sp.OG")
	c.Enter("Dasar kewenangan", "SK Direktur 12/2024")
	c.Pick("Mitra", "Laboratorium Klinik Prisma Diagnostika")
	c.shows("Penanda tangan mitra", "dr. Olivia Santoso, Sp.PK")
	if got := c.Field("Dasar kewenangan").Text(); got != "" {
		t.Errorf("the authority of the other partner stays: %q", got)
	}
}

func TestAgreement_APartnerWithoutContactsLeavesNobodyElsesSigner(t *testing.T) {
	c := sampleOpen(t)
	p := model.NewPartner()
	p.Name, p.Sector, p.OrgType, p.City, p.Phone = "Klinik Mawar", "health_facility", "clinic", "Kota Tirtasana", "081234567890"
	if err := c.store.Partners().Save(t.Context(), &p); err != nil {
		t.Fatal(err)
	}

	c.Tap("Perjanjian baru")
	c.Pick("Mitra", "RS Bunda Cempaka")
	c.shows("Penanda tangan mitra", "dr. Hendra Lukito, Sp.OG")
	c.Pick("Mitra", "Klinik Mawar")
	c.shows("Penanda tangan mitra", "")
	c.shows("Jabatan wakil", "")
}

func TestAgreement_OnlyAContactWhoMaySignIsProposedAsSigner(t *testing.T) {
	c := newAgreement(t, "PT Bersih Lestari Medika") // knows Rudi Hermawan for agreements, and nobody who decides
	c.Choose("Bidang kerja sama", "Rujukan pasien")
	c.Tap("Para pihak")
	c.Until("the contact of the partner", func() bool { f := c.Fields("Nama narahubung"); return len(f) == 2 && f[1].Text() == "Rudi Hermawan" })
	c.Tap("Data pokok")
	c.shows("Penanda tangan mitra", "")
	c.shows("Jabatan wakil", "")
	c.Tap("Simpan")
	c.Sees("Tersimpan.")
	c.Tap("Terbitkan")
	c.Until("what is missing", func() bool {
		return strings.Contains(strings.Join(c.Over(), "\n"), "• Para pihak 2: Nama wakil wajib diisi.")
	})
}

func TestAgreement_AModelTextShowsTheNumberOfItsOwnField(t *testing.T) {
	c := newAgreement(t, "RSUD Tirtasana")
	c.shows("Penanda tangan mitra", "dr. Surya Atmaja, M.A.R.S.")
	c.Choose("Bidang kerja sama", "Rujukan pasien")
	c.Tap("Isi")
	c.shows("Target", "≤ 30 menit")
	c.Fields("Target")[0].Enter("≤ 30 menit, siang dan malam")
	c.Tap("Hak dan kewajiban")
	c.Sees("paling lambat 30 menit sejak permintaan", "paling lambat 3 hari kerja")
	c.Tap("Ketentuan")
	c.Enter("Waktu tanggap (menit)", "15")
	c.Tap("Isi")
	c.shows("Target", "≤ 15 menit, siang dan malam")
	c.Tap("Simpan")
	c.Sees("Tersimpan.")
	r := c.agreement("Rujukan Pasien")
	if got := r.Terms.Shown(r.Goals[0].Target + r.Rights[0].ID + r.KPIs[0].Target); r.Terms.ResponseMinutes != 15 || strings.Contains(got, "30") || strings.Count(got, "15") != 3 {
		t.Errorf("stored is %q", got)
	}
}

func TestAgreement_TheFieldOfReferralFillsTheModelText(t *testing.T) {
	c := newAgreement(t, "RSUD Tirtasana")
	c.shows("Penanda tangan mitra", "dr. Surya Atmaja, M.A.R.S.")
	c.Choose("Bidang kerja sama", "Rujukan pasien")
	c.shows("Tentang", "Rujukan Pasien")
	c.shows("Model kerja sama", "Antarinstitusi kesehatan")
	c.shows("Pembiayaan", "Penjamin")
	c.Tap("Isi")
	c.shows("Maksud bersama", "menjamin kesinambungan pelayanan pasien melalui rujukan yang tepat, aman, dan terkomunikasikan")
	if goals, measures, scope := len(c.Fields("Tujuan")), len(c.Fields("Manfaat")), len(c.Fields("Ruang lingkup")); goals != 2 || measures != 2 || scope != 5 {
		t.Errorf("%d goals, %d measures and %d items of the scope", goals, measures, scope)
	}

	c.Tap("Hak dan kewajiban")
	c.Sees("Tambah kewajiban", "merujuk berdasarkan kebutuhan medis dan kemampuan pelayanan")
}

func TestAgreement_TheModelTextLeavesWhatWasTyped(t *testing.T) {
	c := newAgreement(t, "RSUD Tirtasana")
	c.shows("Penanda tangan mitra", "dr. Surya Atmaja, M.A.R.S.")
	c.Enter("Tentang", "Rujukan Ibu Hamil")
	c.Tap("Isi")
	c.Enter("Maksud bersama", "menolong ibu hamil")
	c.Tap("Tambah tujuan")
	c.Enter("Tujuan", "rujukan tanpa tunda")
	c.Tap("Data pokok")
	c.Enter("Tanggal berakhir", "akhir tahun")
	c.Choose("Bidang kerja sama", "Rujukan pasien")
	c.shows("Model kerja sama", "Antarinstitusi kesehatan")
	c.shows("Tentang", "Rujukan Ibu Hamil")
	c.shows("Tanggal berakhir", "akhir tahun")
	c.Enter("Tanggal berakhir", "31-12-2027")
	c.Tap("Isi")
	c.shows("Maksud bersama", "menolong ibu hamil")
	c.shows("Tujuan", "rujukan tanpa tunda")
	if goals, scope := len(c.Fields("Manfaat")), len(c.Fields("Ruang lingkup")); goals != 1 || scope != 5 {
		t.Errorf("there are %d goals and %d items of the scope", goals, scope)
	}
}

func TestAgreement_BeginsFromThePartnerItIsWith(t *testing.T) {
	c := sampleOpen(t)
	c.Tap("Mitra", "Puskesmas Kenanga", "Buat perjanjian")
	c.shows("Mitra", "Puskesmas Kenanga")
	c.shows("Penanda tangan mitra", "dr. Wahyu Setiaji")
	c.Choose("Bidang kerja sama", "Rujukan pasien")
	c.Tap("Simpan")
	c.Sees("Tersimpan.")
	r := c.agreement("Rujukan Pasien")
	if r.Status != "draft" || r.Parties[1].PartnerName != "Puskesmas Kenanga" || r.Parties[0].RepName != "dr. Ratna Wulandari, M.K.M." {
		t.Errorf("stored is %+v", r)
	}
}

func TestAgreement_EnglishInputsComeWithABilingualPaper(t *testing.T) {
	c := newAgreement(t, "RSUD Tirtasana")
	c.shows("Penanda tangan mitra", "dr. Surya Atmaja, M.A.R.S.")
	c.Choose("Bidang kerja sama", "Rujukan pasien")
	c.Tap("Isi")
	if len(c.Fields("Tujuan (Inggris)")) > 0 {
		t.Error("English inputs for a paper in Indonesian")
	}

	c.Tap("Data pokok")
	c.Choose("Bahasa naskah", "Dwibahasa (Indonesia–Inggris)")
	c.shows("Tentang (bahasa Inggris)", "Patient Referral")
	c.Tap("Isi")
	c.shows("Tujuan (Inggris)", "certainty of acceptance of emergency and inpatient referrals")
	c.shows("Ruang lingkup (Indonesia)", "rujukan rawat jalan, gawat darurat, dan rawat inap")
	c.Tap("Hak dan kewajiban")
	c.shows("Kewajiban (Indonesia)", "merujuk berdasarkan kebutuhan medis dan kemampuan pelayanan")
	c.Sees("Hak (Inggris)")
}

func TestAgreement_AClauseNumberThatIsNoneIsExplainedInItsPlace(t *testing.T) {
	c := newAgreement(t, "RSUD Tirtasana")
	c.Choose("Bidang kerja sama", "Rujukan pasien")
	c.Tap("Ketentuan")
	c.Enter("Tanggal tagihan", "45")
	c.Tap("Data pokok", "Simpan")
	c.Sees("Harus antara 0 dan 31.")
	if f := c.Field("Tanggal tagihan"); f.Note() == "" || !f.Focused() {
		t.Errorf("the note is %q", f.Note())
	}
}

func TestAgreement_LegalBasesCanBeTickedAlsoInAWindowBuiltAnew(t *testing.T) {
	c := newAgreement(t, "RSUD Tirtasana")
	c.shows("Penanda tangan mitra", "dr. Surya Atmaja, M.A.R.S.")
	c.Choose("Bidang kerja sama", "Rujukan pasien")
	c.Tap("Ketentuan")
	bases, err := c.store.LegalBases().Find(t.Context(), model.Query{})
	if err != nil || len(bases) == 0 {
		t.Fatalf("%d legal bases, %v", len(bases), err)
	}

	first := []rune(bases[0].Citation)
	c.Sees(string(first[:40]))
	c.app.SetLanguage("en")
	c.Sees("Legal bases", string(first[:40]))
}

func TestAgreement_AThirdPartyCanSign(t *testing.T) {
	c := newAgreement(t, "RSUD Tirtasana")
	c.shows("Penanda tangan mitra", "dr. Surya Atmaja, M.A.R.S.")
	c.Choose("Bidang kerja sama", "Rujukan pasien")
	c.Tap("Para pihak", "Tambah pihak")
	c.Tap("Simpan")
	c.Sees("Tepat satu pihak harus klinik kita sendiri.")
}

func TestAgreement_OneThatStartsLaterIsNotCalledInForce(t *testing.T) {
	c := sampleOpen(t)
	c.Tap("Perjanjian")
	c.Search("Cari nomor, judul, mitra …").Write("bedah")
	c.Sees("1 baris")
	c.Tap("Rujukan Pasien Ibu, Anak, dan Bedah")
	c.shows("Tentang", "Rujukan Pasien Ibu, Anak, dan Bedah")
	c.Sees("Belum berlaku")
	if slices.Contains(c.Texts(), "Berlaku") {
		t.Error("it is called in force and not yet in force")
	}
}

func TestAgreement_WhyItCannotBeDeletedStandsInItsPlace(t *testing.T) {
	c := sampleOpen(t)
	c.Tap("Perjanjian", "Rujukan Pasien")
	c.shows("Tentang", "Rujukan Pasien")
	c.TapIcon(theme.DeleteIcon(), 0)
	c.Sees("Perjanjian ini tidak dapat dihapus karena nomornya sudah terbit", "batalkan lewat menu")
	if c.Find("Tutup") != nil {
		t.Error("a dialog says so")
	}

	c.Tap("Para pihak")
	c.SeesNoMore("Perjanjian ini tidak dapat dihapus")
}

func TestAgreements_ANarrowListKeepsThePartnerBelowTheSubject(t *testing.T) {
	c := sampleOpen(t)
	c.Tap("Perjanjian")
	subject := c.Place("Pengelolaan Limbah B3 Medis")
	partner := c.Place("PT Bersih Lestari Medika")
	if partner.X <= subject.X+100 {
		t.Errorf("in a wide list the partner stands at %v, the subject at %v", partner, subject)
	}

	c.Tap("Pemeriksaan Laboratorium Rujukan")
	c.Until("the partner below the subject", func() bool {
		subject = c.Place("Pengelolaan Limbah B3 Medis")
		partner = c.Place("PT Bersih Lestari Medika")
		return partner.X == subject.X && partner.Y > subject.Y
	})
}
