package letter_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"jejaring/model"
	"jejaring/model/letter"
)

// parties gives the agreement n parties with all they need.
func parties(t testing.TB, n int) model.LetterData {
	d := sampleData(t)
	for i, role := range model.PartyRoles()[:n] {
		if i < 2 {
			continue
		}

		id := model.ID(i + 1)
		name := []string{"", "", "PT Transporter Bersih", "PT Pengolah Limbah"}[i]
		d.Partners = append(d.Partners, model.Partner{Base: model.Base{ID: id}, Name: name, Address: "Jalan Industri 1", City: "Kota Tirtasana"})
		d.Agreement.Parties = append(d.Agreement.Parties, model.Party{Role: role, PartnerID: id, PartnerName: name,
			RepName: "Wakil " + name, RepPosition: "Direktur", Authority: "Akta Nomor 7",
			Undertaking: model.Text{ID: "jasa pengangkutan", EN: "transport"}})
		d.Agreement.PICs = append(d.Agreement.PICs, model.PIC{Party: role, Name: "Kontak " + role, Phone: "+6281200010999"})
		for _, duty := range []string{"mengangkut", "mencatat"} {
			d.Agreement.Obligations = append(d.Agreement.Obligations, model.Obligation{Party: role, Text: model.Text{ID: duty, EN: "carry"}})
		}
	}

	return d
}

func TestAgreement_ThreeAndFourParties(t *testing.T) {
	for n, ordinals := range map[int][]string{3: {"PERTAMA", "KEDUA", "KETIGA"}, 4: {"PERTAMA", "KEDUA", "KETIGA", "KEEMPAT"}} {
		papers := render(t, parties(t, n))
		if len(papers) != n {
			t.Fatalf("%d originals for %d parties", len(papers), n)
		}

		text := read(t, papers[n-1].PDF)
		want := []string{"DENGAN RS BUNDA CEMPAKA DAN PT TRANSPORTER BERSIH", "Nomor: 088/PKS-RSBC/XII/2024", "Nomor: ................"}
		for _, o := range ordinals {
			want = append(want, "selanjutnya disebut PIHAK "+o)
		}

		for _, o := range ordinals {
			want = append(want, "HAK DAN KEWAJIBAN PIHAK "+o)
		}

		wantInOrder(t, text, want...)
		wantInOrder(t, text, "c. PIHAK KETIGA: Kontak p3, telepon 0812-0001-0999")
		if !strings.Contains(text, map[int]string{3: "dalam rangkap 3 (tiga) asli", 4: "dalam rangkap 4 (empat) asli"}[n]) {
			t.Errorf("number of originals is missing for %d parties", n)
		}
	}
}

func TestAgreement_Financing(t *testing.T) {
	for mode, want := range map[string][]string{
		"none":    {"tidak menimbulkan pembayaran antara PARA PIHAK"},
		"insurer": {"mengikuti ketentuan penjamin"},
		"tariff": {"(1) Tarif pelayanan tercantum dalam Lampiran 1.", "(2) PIHAK KEDUA menyampaikan tagihan paling lambat tanggal 5 setiap bulan",
			"(3) PIHAK PERTAMA membayar paling lambat 14 (empat belas) hari kerja", "rekening Bank Contoh 123", "(4) Perubahan tarif", "30 (tiga puluh) hari kalender"},
		"mixed": {"(1) Tarif pelayanan", "(4) Perubahan tarif", "(5) Biaya pelayanan peserta jaminan kesehatan"},
		"value": {"sebesar Rp1.250.000,00 (satu juta dua ratus lima puluh ribu rupiah), dibayarkan dalam 2 (dua) tahap sesuai jadwal pada Lampiran 1."},
	} {
		d := sampleData(t)
		a := &d.Agreement
		a.FinancingMode, a.Terms.BankAccount, a.ValueAmount, a.Terms.InstallmentsN = mode, "Bank Contoh 123", 125000000, 2
		text := read(t, render(t, d)[0].PDF)
		wantInOrder(t, text, append([]string{"PEMBIAYAAN"}, want...)...)
		if mode != "insurer" && mode != "mixed" && strings.Contains(text, "ketentuan penjamin") {
			t.Errorf("%s: text of the insurer", mode)
		}
	}
}

func TestAgreement_TermRenewsItself(t *testing.T) {
	d := sampleData(t)
	a := &d.Agreement
	a.AutoRenew, a.RenewTermN, a.RenewTermUnit, a.RenewMax = true, 1, "year", 2
	wantInOrder(t, read(t, render(t, d)[0].PDF), "(2) Apabila tidak ada pemberitahuan tertulis",
		"60 (enam puluh) hari kalender", "diperpanjang untuk 1 (satu) tahun berikutnya, paling banyak 2 (dua) kali.")
}

func TestAgreement_Bilingual(t *testing.T) {
	d := sampleData(t)
	d.Language = "bilingual"
	text := read(t, render(t, d)[0].PDF)
	if words := strings.Join(strings.Fields(raw(t, render(t, d)[0].PDF)), " "); !strings.Contains(words,
		"Pada hari ini, Kamis, tanggal dua belas bulan Desember tahun dua ribu dua puluh empat (12-12-2024), bertempat di Kota Tirtasana, kami") {
		t.Errorf("the columns are not one after the other in: %s", words)
	}

	wantInOrder(t, text, "PERJANJIAN KERJA SAMA", "COOPERATION AGREEMENT", "On this day, Thursday, 12 December 2024", "Halaman 1 dari 11 / Page 1 of 11",
		"Pasal 1 Article 1", "MAKSUD DAN TUJUAN PURPOSE", "two (2) years from", "Pasal 19 Article 19", "BAHASA LANGUAGE",
		"Pasal 21 Article 21", "PENUTUP CLOSING", "PIHAK PERTAMA / FIRST PARTY")
	if strings.Contains(read(t, render(t, sampleData(t))[0].PDF), "bahasa Inggris") {
		t.Error("clause on language in an Indonesian agreement")
	}
}

func TestAgreement_NotInEnglishAlone(t *testing.T) {
	d := sampleData(t)
	d.Language = "en"
	if _, err := letter.New(nil).Render(d); !errors.Is(err, model.ErrEnglishOnly) {
		t.Errorf("error %v", err)
	}
	if ps := letter.New(nil).Missing(d); !ps.Has("language_mode", "not_bilingual") {
		t.Errorf("missing: %v", ps)
	}

	d.Type, d.Language = "LAP", "id"
	if _, err := letter.New(nil).Render(d); !errors.Is(err, model.ErrNoTemplate) {
		t.Errorf("error %v", err)
	}
}

func TestAgreement_OptionalClauses(t *testing.T) {
	d := sampleData(t)
	a := &d.Agreement
	a.Annexes, a.Terms.NoInducement, a.CooperationField, a.Terms.MeteraiMode = nil, false, "laboratory", "none"
	a.Rights, a.KPIs = nil, nil
	text := read(t, render(t, d)[0].PDF)

	for _, absent := range []string{"KETENTUAN UMUM", "LARANGAN IMBALAN", "LAMPIRAN", "RUJUK BALIK", "Dengan memperhatikan", "bermeterai", "Meterai", "berhak:"} {
		if strings.Contains(text, absent) {
			t.Errorf("%q is printed", absent)
		}
	}

	wantInOrder(t, text, "HAK DAN KEWAJIBAN PIHAK PERTAMA PIHAK PERTAMA berkewajiban:", "(2) Hasil evaluasi dituangkan")
	for _, term := range []string{"Pasien", "Rujukan", "Fasyankes"} {
		a.Definitions = append(a.Definitions, model.Definition{Term: term, Meaning: model.Text{ID: "arti " + term}})
	}

	d.LegalBases = []model.LegalBasis{{Citation: "Undang-Undang Nomor 17 Tahun 2023 tentang Kesehatan"}}
	d.Parent = &model.Agreement{Type: "mou", NumberOwn: "001/MOU/KLN-SM/I/2024", SignDate: date(2024, 1, 5)}
	a.Terms.Court = "Pengadilan Negeri Nusalaras"
	wantInOrder(t, read(t, render(t, d)[0].PDF),
		"d. Perjanjian ini merupakan tindak lanjut Nota Kesepahaman Nomor 001/MOU/KLN-SM/I/2024 tanggal 5 Januari 2024.",
		"Dengan memperhatikan: 1. Undang-Undang Nomor 17 Tahun 2023 tentang Kesehatan.", "Pasal 1 KETENTUAN UMUM",
		"1. Pasien adalah arti Pasien.", "Pasal 2 MAKSUD DAN TUJUAN", "melalui Pengadilan Negeri Nusalaras.", "pada Pasal 6.")
}

func TestAgreement_TheCourtIsCalledAfterThePlaceNotItsKind(t *testing.T) {
	for city, court := range map[string]string{"Kabupaten Sleman": "Sleman", "Kota Yogyakarta": "Yogyakarta", "Kab. Bantul": "Bantul",
		"Kab.Bantul": "Bantul", "KABUPATEN SLEMAN": "SLEMAN", "Kota Administrasi Jakarta Selatan": "Jakarta Selatan", "Kotabaru": "Kotabaru", "Tirtasana": "Tirtasana"} {
		d := sampleData(t)
		d.Clinic.City = city
		wantInOrder(t, read(t, render(t, d)[0].PDF), "melalui Pengadilan Negeri "+court+".")
	}

	d := sampleData(t)
	d.Agreement.Terms.Court = "Pengadilan Negeri Kota Agung"
	wantInOrder(t, read(t, render(t, d)[0].PDF), "melalui Pengadilan Negeri Kota Agung.")
}

func TestAgreement_PartyStyle(t *testing.T) {
	d := sampleData(t)
	d.Clinic.PartyLabelStyle = "kesatu"
	text := read(t, render(t, d)[0].PDF)
	if strings.Contains(text, "PIHAK PERTAMA") {
		t.Error("PIHAK PERTAMA is left")
	}
	wantInOrder(t, text, "untuk PIHAK KESATU", "disebut PIHAK KESATU", "tidak tersedia di PIHAK KESATU", "HAK DAN KEWAJIBAN PIHAK KESATU")
}

func TestPreset_Referral(t *testing.T) {
	p, ok := letter.Preset("referral")
	if !ok || p.Key != "V-REF" || !p.NoInducement || p.FinancingMode != "insurer" {
		t.Fatalf("preset %+v", p)
	}

	count := func(role string) (rights, duties int) {
		for _, r := range p.Rights {
			if r.Party == role {
				rights++
			}
		}

		for _, o := range p.Obligations {
			if o.Party == role {
				duties++
			}
		}

		return
	}
	r1, o1 := count("p1")
	r2, o2 := count("p2")
	if got := []int{len(p.Scope), r1, o1, r2, o2, len(p.KPIs)}; !slices.Equal(got, []int{5, 3, 6, 2, 6, 4}) {
		t.Errorf("scope, rights and duties, indicators: %v", got)
	}

	for _, o := range p.Obligations {
		if o.Text.ID == "" || o.Text.EN == "" {
			t.Errorf("obligation %+v lacks a language", o)
		}
	}

	if _, ok := letter.Preset("waste"); ok {
		t.Error("a preset for waste")
	}
}

func TestAgreement_AnAnnexWithATextOfItsOwn(t *testing.T) {
	d := sampleData(t)
	d.Agreement.Annexes = []model.Annex{{Text: model.Text{ID: "Daftar tarif", EN: "Price list"}, Content: "text",
		Body: model.Text{ID: "Konsultasi dokter spesialis Rp150.000.\nUltrasonografi Rp200.000."}}}
	wantInOrder(t, read(t, render(t, d)[0].PDF), "1. Daftar tarif.", "Halaman 7 dari 8", "LAMPIRAN 1", "DAFTAR TARIF",
		"Konsultasi dokter spesialis Rp150.000.", "Ultrasonografi Rp200.000.", "Paraf PIHAK PERTAMA", "Halaman 8 dari 8")
	d.Agreement.Annexes[0].Body = model.Text{}
	if ps := letter.New(nil).Missing(d); !ps.Has("annexes[0].body.text_id", "required") {
		t.Errorf("missing: %v", ps)
	}
}
