package letter_test

import (
	"fmt"
	"strings"
	"testing"

	"jejaring/model"
	"jejaring/model/letter"
)

func TestInvitation_ToAPartner(t *testing.T) {
	papers := render(t, trainingData("UND"))
	if len(papers) != 1 || papers[0].FileName != "UND-001-KLN-SM-II-2026.pdf" {
		t.Fatalf("%d papers, %s", len(papers), papers[0].FileName)
	}

	pages := pagesOf(t, papers[0].PDF)
	if len(pages) != 2 {
		t.Fatalf("%d pages", len(pages))
	}

	wantInOrder(t, read(t, papers[0].PDF), "Nomor : 001/UND/KLN-SM/II/2026 Kota Tirtasana, 2 Februari 2026", "Sifat : Biasa", "Lampiran : 1 (satu) lembar",
		"Hal : Undangan Lokakarya Tata Laksana Rujukan Maternal", "Yth. Direktur RS Bunda Cempaka", "Dengan hormat,",
		"Dalam rangka menurunkan keterlambatan rujukan maternal, Klinik Pratama Samudra Melati bersama RS Bunda Cempaka akan menyelenggarakan lokakarya \"Tata Laksana Rujukan Maternal\" pada:",
		"hari, tanggal : Sabtu–Minggu, 21–22 Februari 2026", "waktu : pukul 08.00–16.00 WIB setiap hari",
		"tempat : Aula Klinik Pratama Samudra Melati", "peserta : dokter, bidan, dan perawat",
		"narasumber : dr. Hendra Lukito, Sp.OG; dr. Ratna Wulandari, M.K.M.",
		"kami mengharapkan kehadiran 1 (satu) orang perwakilan RS Bunda Cempaka. Konfirmasi kehadiran disampaikan paling lambat tanggal 14 Februari 2026",
		"Kegiatan ini memperoleh 4 SKP berdasarkan persetujuan Nomor SKP-CONTOH/0221/2026.",
		"Atas perhatian dan partisipasi Bapak/Ibu, kami mengucapkan terima kasih.", "Penanggung Jawab Klinik,", "dr. Ratna Wulandari, M.K.M.",
		"Lampiran surat Nomor 001/UND/KLN-SM/II/2026", "Hari, tanggal Waktu Materi Narasumber", "Simulasi rujukan")
}

func TestInvitation_OneSessionOnlineByOurselves(t *testing.T) {
	d := trainingData("UND")
	tr := d.Training
	tr.Sessions, tr.End, tr.Organizer, tr.Method, tr.Place, tr.Link = tr.Sessions[:1], tr.Start, "clinic", "daring", "", "https://rapat.example.com/123"
	tr.SKPStatus, tr.Participants, tr.Type = "applied", nil, "webinar"
	d.Agreement.Parties = []model.Party{{Role: "p1"}}
	d.Agreement.PICs = []model.PIC{{Party: "p1", Name: "Sinta Maharani, A.Md.Kes.", Phone: "+6281200000101", Email: "kerjasama@klinik-sm.example.com"}}
	text := read(t, render(t, d)[0].PDF)
	wantInOrder(t, text, "Lampiran : -", "Undangan Webinar", "Klinik Pratama Samudra Melati akan menyelenggarakan webinar",
		"hari, tanggal : Sabtu, 21 Februari 2026", "waktu : pukul 08.00–12.00 WIB", "tempat : daring / tautan https://rapat.example.com/123",
		"kehadiran perwakilan RS Bunda Cempaka", "kepada Sinta Maharani, A.Md.Kes. melalui 0812-0000-0101 atau kerjasama@klinik-sm.example.com.")
	wantNone(t, text, "SKP", "bersama", "setiap hari", "JADWAL")
	d.Language = "en"
	wantInOrder(t, read(t, render(t, d)[0].PDF), "Subject : Invitation to webinar — Management of Maternal Referral", "Dear Sir or Madam,",
		"For the purpose of reducing delays in maternal referral, Klinik Pratama Samudra Melati will hold the webinar",
		"Date : Saturday, 21 February 2026", "Time : 08:00–12:00 (UTC+7)", "Venue : online / https://rapat.example.com/123",
		"We would be pleased to welcome representatives of RS Bunda Cempaka. Please confirm by 14 February 2026 to Sinta Maharani")
}

func TestInvitation_RefusesGaps(t *testing.T) {
	d := trainingData("UND")
	d.Training = &model.Training{Method: "luring", Type: "pelatihan"}
	d.Partners = nil
	ps := letter.New(nil).Missing(d)
	for _, field := range []string{"title", "place", "start", "sessions", "purpose.text_id", "rsvp_date", "partner_id"} {
		if !ps.Has(field, model.CodeRequired) {
			t.Errorf("%s is not asked for in %v", field, ps)
		}
	}
}

func TestCertificate_OfAParticipant(t *testing.T) {
	papers := render(t, trainingData("SRT"))
	if len(papers) != 1 || papers[0].FileName != "SRT-005-KLN-SM-TR-2026-002-II-2026.pdf" {
		t.Fatalf("%d papers, %s", len(papers), papers[0].FileName)
	}

	pages := pagesOf(t, papers[0].PDF)
	if len(pages) != 2 {
		t.Fatalf("%d pages", len(pages))
	}

	first := strings.Join(strings.Fields(pages[0]), " ")
	second := strings.Join(strings.Fields(pages[1]), " ")
	wantInOrder(t, first, "KLINIK PRATAMA SAMUDRA MELATI", "SERTIFIKAT", "Nomor: 005/SRT/KLN-SM/TR-2026-002/II/2026", "Diberikan kepada",
		"Lestari Handayani, A.Md.Keb.", "Bidan — Klinik Pratama Samudra Melati",
		"sebagai peserta pada lokakarya \"Tata Laksana Rujukan Maternal\" yang diselenggarakan oleh Klinik Pratama Samudra Melati bekerja sama dengan RS Bunda Cempaka pada tanggal 21–22 Februari 2026 di Aula Klinik Pratama Samudra Melati selama 16 (enam belas) jam pelajaran dengan hasil lulus.",
		"Nilai SKP: 4 — Persetujuan Nomor SKP-CONTOH/0221/2026", "Kota Tirtasana, 23 Februari 2026",
		"Penanggung Jawab Klinik Pratama Samudra Melati, Direktur RS Bunda Cempaka,", "dr. Ratna Wulandari, M.K.M. dr. Hendra Lukito, Sp.OG")
	wantInOrder(t, second, "DAFTAR MATERI", "No Materi JPL Narasumber", "1 Pengenalan tanda bahaya kehamilan 4 dr. Hendra Lukito, Sp.OG",
		"4 Simulasi rujukan 4", "Jumlah 16", "Nilai pretes: 60; postes: 88", "Ketua Penyelenggara,", "Ns. Dewi Anggraini, S.Kep.")
}

// SKP is printed only when it was approved with its reference (brief section 9.3).
func TestCertificate_SKPOnlyWhenApproved(t *testing.T) {
	for _, change := range []func(*model.Training){
		func(tr *model.Training) { tr.SKPStatus = "applied" },
		func(tr *model.Training) { tr.SKPStatus = "none" },
		func(tr *model.Training) { tr.SKPReference = " " },
		func(tr *model.Training) { tr.SKPValue = 0 },
	} {
		for _, kind := range []string{"SRT", "UND"} {
			d := trainingData(kind)
			change(d.Training)
			wantNone(t, read(t, render(t, d)[0].PDF), "SKP")
		}
	}
}

func TestCertificate_SpeakerAlone(t *testing.T) {
	d := trainingData("SRT")
	tr := d.Training
	tr.Organizer, tr.Sessions, tr.JPL, tr.Method, tr.Place, tr.End = "clinic", nil, 2.5, "daring", "", tr.Start
	tr.SKPStatus = "none"
	d.Certified = &model.Participant{Name: "apt. Nadia Kusuma, S.Farm.", Role: "narasumber", Registration: "confirmed", AttendancePct: -1}
	tr.Participants = append(tr.Participants, *d.Certified)
	text := read(t, render(t, d)[0].PDF)
	wantInOrder(t, text, "apt. Nadia Kusuma, S.Farm.", "sebagai narasumber pada lokakarya",
		"oleh Klinik Pratama Samudra Melati pada tanggal 21 Februari 2026 secara daring selama 2,5 (dua koma lima) jam pelajaran.",
		"1 Tata Laksana Rujukan Maternal 2,5 apt. Nadia Kusuma, S.Farm.", "Jumlah 2,5")
	wantNone(t, text, "hasil", "RS Bunda Cempaka", "Nilai")
	d.Language = "en"
	wantInOrder(t, read(t, render(t, d)[0].PDF), "CERTIFICATE", "This certificate is awarded to", "as speaker in the workshop \"Management of Maternal Referral\" held by",
		"on 21 February 2026 online, 2.5 training hours.", "SUBJECTS", "Total 2.5")
}

func TestCertificate_WithoutACommitteeNobodyIsMissing(t *testing.T) {
	d := trainingData("SRT")
	d.Training.Participants = []model.Participant{*d.Certified, {Name: "apt. Nadia Kusuma, S.Farm.", Role: "narasumber", Registration: "confirmed"}}
	for i := range d.Training.Sessions {
		d.Training.Sessions[i].Speakers = nil
	}

	text := read(t, render(t, d)[0].PDF)
	wantInOrder(t, text, "DAFTAR MATERI", "apt. Nadia Kusuma, S.Farm.", "Jumlah")
	wantNone(t, text, "Ketua Penyelenggara", "......")
	ps := letter.New(nil).Missing(d)
	if !ps.Has("participants", "no_chair") || ps.Errors() != nil {
		t.Errorf("missing: %v", ps)
	}

	d.Training.Participants = d.Training.Participants[:1]
	wantInOrder(t, read(t, render(t, d)[0].PDF), "DAFTAR MATERI", "–", "Jumlah")
	d.Training.Participants = append(d.Training.Participants, model.Participant{Name: "Sinta Maharani", Role: "panitia", Registration: "confirmed"})
	wantInOrder(t, read(t, render(t, d)[0].PDF), "Ketua Penyelenggara,", "Sinta Maharani")
}

func TestCertificate_OnlyForWhoEarnedIt(t *testing.T) {
	for reason, change := range map[string]func(*model.Participant){
		"attendance_low": func(p *model.Participant) { p.AttendancePct = 60 },
		"score_low":      func(p *model.Participant) { p.PostTest = nil },
		"not_registered": func(p *model.Participant) { p.Registration = "waitlist" },
	} {
		d := trainingData("SRT")
		p := *d.Certified
		change(&p)
		d.Certified = &p
		if _, err := letter.New(nil).Render(d); !model.AsProblems(err).Has("participants", reason) {
			t.Errorf("%s: %v", reason, err)
		}
	}

	d := trainingData("SRT")
	d.Certified = nil
	if ps := letter.New(nil).Missing(d); !ps.Has("participants", model.CodeRequired) {
		t.Errorf("missing: %v", ps)
	}
}

func TestAttendance_OneListForEachSession(t *testing.T) {
	papers := render(t, trainingData("DH"))
	if len(papers) != 1 || papers[0].FileName != "DH-TR-2026-002.pdf" {
		t.Fatalf("%d papers, %s", len(papers), papers[0].FileName)
	}

	pages := pagesOf(t, papers[0].PDF)
	if len(pages) != 4 {
		t.Fatalf("%d pages for 4 sessions", len(pages))
	}

	wantInOrder(t, strings.Join(strings.Fields(pages[1]), " "), "KLINIK PRATAMA SAMUDRA MELATI", "DAFTAR HADIR", "Tata Laksana Rujukan Maternal",
		"Hari, tanggal : Sabtu, 21 Februari 2026 Waktu : 13.00–16.00 WIB", "Sesi : 2. Stabilisasi sebelum rujukan",
		"No Nama Profesi/Jabatan Instansi Tanda tangan", "1 dr. Bagus Prakoso Dokter umum", "1.", "2 Lestari Handayani, A.Md.Keb.", "2.",
		"3 Bidan Rumah Sakit (contoh) Bidan RS Bunda Cempaka 3.", "5 5.", "Jumlah hadir: .......... orang (L .......... / P ..........)",
		"Penyelenggara,", "dr. Ratna Wulandari, M.K.M.")
	d := trainingData("DH")
	d.Sessions = []int{3}
	d.Language = "en"
	p := render(t, d)[0]
	if p.FileName != "DH-TR-2026-002-sesi-4.pdf" || len(pagesOf(t, p.PDF)) != 1 {
		t.Errorf("named %s", p.FileName)
	}

	wantInOrder(t, read(t, p.PDF), "ATTENDANCE LIST", "Session : 4. Simulasi rujukan", "Profession/", "No. Name", "Institution Signature", "1 dr. Bagus Prakoso Dokter umum 1.")
}

// Odd numbers sign at the left, even ones at the right, so that signatures have room.
func TestAttendance_SignaturesZigZag(t *testing.T) {
	d := trainingData("DH")
	d.Sessions = []int{0}
	var at [6]int
	for _, line := range strings.Split(pagesOf(t, render(t, d)[0].PDF)[0], "\n") {
		for n := 1; n <= 5; n++ {
			if strings.HasSuffix(line, fmt.Sprintf(" %d.", n)) {
				at[n] = len([]rune(line))
			}
		}
	}

	if at[1] == 0 || at[2] <= at[1]+5 || at[3] >= at[2]-5 || at[4] <= at[3]+5 {
		t.Errorf("numbers at columns %v", at[1:])
	}
}

func TestAttendance_ManyParticipants(t *testing.T) {
	d := trainingData("DH")
	d.Sessions, d.Training.Participants = []int{0}, nil
	for i := range 118 {
		registration := "registered"
		if i >= 116 {
			registration = "cancelled"
		}
		d.Training.Participants = append(d.Training.Participants, model.Participant{Name: fmt.Sprintf("Peserta Nomor %d, S.Kep.", i+1),
			Profession: "Perawat", Institution: "RSUD Tirtasana", Role: "peserta", Registration: registration})
	}

	pages := pagesOf(t, render(t, d)[0].PDF)
	if len(pages) < 5 || len(pages) > 7 {
		t.Errorf("%d pages", len(pages))
	}

	text := strings.Join(pages, "\n")
	for i, page := range pages {
		if i+1 < len(pages) && !strings.Contains(page, "Tanda tangan") || !strings.Contains(page, fmt.Sprintf("Halaman %d dari %d", i+1, len(pages))) {
			t.Errorf("page %d has no head or number", i+1)
		}
		if n := strings.Count(page, "RSUD Tirtasana"); i+2 < len(pages) && n < 15 {
			t.Errorf("page %d has %d rows", i+1, n)
		}
	}

	for i := range 120 {
		if name := fmt.Sprintf("Peserta Nomor %d,", i+1); strings.Contains(text, name) != (i < 116) {
			t.Errorf("%s", name)
		}
	}

	wantInOrder(t, strings.Join(strings.Fields(text), " "), "116 Peserta Nomor 116, S.Kep.", "120 120.", "Jumlah hadir")
	wantNone(t, text, "121")
}

func TestAttendance_BlankList(t *testing.T) {
	d := trainingData("DH")
	d.Training.Participants, d.Training.Sessions = nil, nil
	text := read(t, render(t, d)[0].PDF)
	wantInOrder(t, text, "Hari, tanggal : Sabtu–Minggu, 21–22 Februari 2026", "1 1.", "15 15.")
	wantNone(t, text, "16.", "Sesi")
}
