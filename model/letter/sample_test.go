package letter_test

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"testing"
	"time"

	"jejaring/model"
	"jejaring/model/letter"
)

func date(y int, m time.Month, d int) model.Date { return model.Date{Year: y, Month: m, Day: d} }

func sampleClinic() model.Clinic {
	c := model.NewClinic()
	c.Name, c.ShortCode = "Klinik Pratama Samudra Melati", "KLN-SM"
	c.OwnerName = "Yayasan Samudra Melati (fiktif)"
	c.Address, c.City, c.PostalCode = "Jalan Contoh Raya No. 12, RT 001/RW 005", "Kota Tirtasana", "99999"
	c.Village, c.District = "Kelurahan Melati", "Kecamatan Samudra"
	c.Phone, c.Email, c.Website = "+62999000100", "admin@klinik-sm.example.com", "https://klinik-sm.example.com"
	c.NIB, c.LicenseNo, c.Accreditation = "9999000000001", "503/000/IZIN-CONTOH/2023", "utama"
	c.HeadName, c.HeadPosition = "dr. Ratna Wulandari, M.K.M.", "Penanggung Jawab Klinik"
	c.HeadSIP = "SIP-CONTOH/001/2023"
	c.HeadAuthority = "Keputusan Ketua Yayasan Samudra Melati Nomor 001/SK/YSM/2023 tanggal 2 Mei 2023"

	return c
}

func samplePartner() model.Partner {
	return model.Partner{Base: model.Base{ID: 2}, Name: "RS Bunda Cempaka", ShortCode: "RSBC", Address: "Jalan Cempaka No. 45",
		City: "Kota Tirtasana", Phone: "+62999000202", Email: "sekretariat@rs-bundacempaka.example.com",
		Contacts: []model.Contact{{Name: "dr. Hendra Lukito, Sp.OG", Position: "Direktur", Role: "decision_maker", IsPrimary: true}}}
}

// sampleAgreement is agreement A02 of the sample register, as the preset for referral and brief section 2.21 have it.
func sampleAgreement(t testing.TB) model.Agreement {
	t.Helper()
	a := model.NewAgreement(date(2024, 12, 12))
	a.Title, a.CooperationField, a.CooperationModel = "Rujukan Pasien Ibu dan Anak", "referral", "inter_facility"
	a.TitleEN = "Maternal and Child Patient Referral"
	a.SignPlace = "Kota Tirtasana"
	a.StartDate = date(2024, 12, 15)
	a.EndDate = date(2026, 12, 14)
	a.Goals = []model.Goal{{Text: model.Text{ID: "menurunkan keterlambatan rujukan maternal",
		EN: "reduce delays in maternal referral"}, Benefit: "quality", Indicator: "balasan rujukan", Target: "≥ 80 %"}}
	a.Parties = []model.Party{
		{Role: "p1"},
		{Role: "p2", PartnerID: 2, PartnerName: "RS Bunda Cempaka", RepName: "dr. Hendra Lukito, Sp.OG", RepPosition: "Direktur",
			Authority: "Akta Pendirian Nomor 12 tanggal 3 Maret 2015", OwnNumber: "088/PKS-RSBC/XII/2024"},
	}
	a.PICs = []model.PIC{
		{Party: "p1", Name: "Sinta Maharani, A.Md.Kes.", Position: "Administrasi", Phone: "+6281200000101", Email: "kerjasama@klinik-sm.example.com"},
		{Party: "p2", Name: "Vina Oktaviani, S.K.M.", Position: "Kepala Kerja Sama", Phone: "+6281200010202", Email: "kerjasama@rs-bundacempaka.example.com"},
	}
	preset, ok := letter.Preset("referral")
	if !ok {
		t.Fatal("no preset for referral")
	}

	preset.Fill(&a)
	return a
}

func sampleData(t testing.TB) model.LetterData {
	return model.LetterData{Type: "PKS", Language: "id", Number: "003/PKS/KLN-SM/XII/2024", Date: date(2024, 12, 12),
		Clinic: sampleClinic(), Agreement: sampleAgreement(t), Partners: []model.Partner{samplePartner()}, MeteraiRate: 1000000}
}

func proposalData(t testing.TB) model.LetterData {
	d := sampleData(t)
	d.Type, d.Number = "SPK", "001/SPK/KLN-SM/XII/2024"
	return d
}

func sampleLogo(t testing.TB) []byte {
	t.Helper()
	img := image.NewNRGBA(image.Rect(0, 0, 300, 300))
	for y := range 300 {
		for x := range 300 {
			if (x-150)*(x-150)+(y-150)*(y-150) < 140*140 {
				img.SetNRGBA(x, y, color.NRGBA{15, 118, 110, 255})
			}
		}
	}

	var b bytes.Buffer
	if err := png.Encode(&b, img); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}
