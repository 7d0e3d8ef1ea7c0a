package letter_test

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"jejaring/model"
	"jejaring/model/letter"
)

func render(t testing.TB, d model.LetterData) []model.Paper {
	t.Helper()
	papers, err := letter.New(nil).Render(d)
	if err != nil {
		t.Fatal(err)
	}
	return papers
}

// read returns the text of a PDF line by line across the page, with single spaces.
func read(t testing.TB, pdf []byte) string {
	return strings.Join(strings.Fields(extract(t, pdf, "-layout")), " ")
}

// raw returns the text of a PDF in the order in which it was drawn.
func raw(t testing.TB, pdf []byte) string { return extract(t, pdf, "-raw") }

func extract(t testing.TB, pdf []byte, mode string) string {
	t.Helper()
	if _, err := exec.LookPath("pdftotext"); err != nil {
		t.Fatal("pdftotext is missing: install poppler-utils, as make test does")
	}

	name := filepath.Join(t.TempDir(), "paper.pdf")
	if err := os.WriteFile(name, pdf, 0o600); err != nil {
		t.Fatal(err)
	}

	out, err := exec.Command("pdftotext", mode, name, "-").Output()
	if err != nil {
		t.Fatal(err)
	}
	return string(out)
}

// wantInOrder fails unless all parts occur one after the other.
func wantInOrder(t *testing.T, text string, parts ...string) {
	t.Helper()
	rest := text
	for _, part := range parts {
		_, after, ok := strings.Cut(rest, part)
		if !ok {
			t.Fatalf("%q is missing or out of order in:\n%s", part, text)
		}
		rest = after
	}
}

func TestAgreement_WorkedExample(t *testing.T) {
	papers := render(t, sampleData(t))
	if len(papers) != 2 {
		t.Fatalf("%d originals, want 2", len(papers))
	}

	for i, p := range papers {
		want := fmt.Sprintf("PKS-003-KLN-SM-XII-2024-rangkap-%d.pdf", i+1)
		if p.FileName != want || p.CopyNo != i+1 || p.Copies != 2 {
			t.Errorf("paper %d of %d named %s, want %s", p.CopyNo, p.Copies, p.FileName, want)
		}
	}

	wantInOrder(t, read(t, papers[0].PDF), "Rangkap 1/2 — untuk PIHAK PERTAMA",
		"PERJANJIAN KERJA SAMA ANTARA KLINIK PRATAMA SAMUDRA MELATI DENGAN RS BUNDA CEMPAKA TENTANG RUJUKAN PASIEN IBU DAN ANAK",
		"Nomor: 003/PKS/KLN-SM/XII/2024", "Nomor: 088/PKS-RSBC/XII/2024",
		"Pada hari ini, Kamis, tanggal dua belas bulan Desember tahun dua ribu dua puluh empat (12-12-2024), bertempat di Kota Tirtasana, kami yang bertanda tangan di bawah ini:",
		"I. dr. Ratna Wulandari, M.K.M., Penanggung Jawab Klinik Pratama Samudra Melati, berkedudukan di Jalan Contoh Raya No. 12, RT 001/RW 005, Kota Tirtasana",
		"selanjutnya disebut PIHAK PERTAMA.", "II. dr. Hendra Lukito, Sp.OG, Direktur RS Bunda Cempaka",
		"Paraf PIHAK PERTAMA", "Paraf PIHAK KEDUA", "Halaman 1 dari 10",
		"diukur dengan balasan rujukan.", "lambat 30 (tiga puluh) menit", "3 (tiga) hari kerja",
		"(1) Perjanjian ini berlaku selama 2 (dua) tahun terhitung sejak tanggal 15 Desember 2024 sampai dengan tanggal 14 Desember 2026.",
		"melalui Pengadilan Negeri Tirtasana.", "narahubung pada Pasal 5.",
		"dalam rangkap 2 (dua) asli bermeterai cukup", "Meterai Rp10.000", "Halaman 7 dari 10",
		"LAMPIRAN 1", "PERJANJIAN KERJA SAMA TENTANG RUJUKAN PASIEN IBU DAN ANAK", "Nomor: 003/PKS/KLN-SM/XII/2024", "Nomor: 088/PKS-RSBC/XII/2024",
		"PROSEDUR BERSAMA RUJUKAN DAN RUJUK BALIK", "Dokumen lampiran dilekatkan di belakang lembar ini.", "Paraf PIHAK PERTAMA",
		"LAMPIRAN 2", "DAFTAR NARAHUBUNG", "1. PIHAK PERTAMA: Sinta Maharani", "2. PIHAK KEDUA: Vina Oktaviani",
		"LAMPIRAN 3", "DAFTAR INDIKATOR", "1. median waktu tanggap (menit), target ≤ 30", "Paraf PIHAK KEDUA", "Halaman 10 dari 10")
}

func TestAgreement_EveryArticleInOrder(t *testing.T) {
	titles := []string{"MAKSUD DAN TUJUAN", "RUANG LINGKUP", "HAK DAN KEWAJIBAN PIHAK PERTAMA", "HAK DAN KEWAJIBAN PIHAK KEDUA",
		"PELAKSANAAN DAN NARAHUBUNG", "TATA CARA RUJUKAN", "RUJUK BALIK", "PEMBIAYAAN", "JANGKA WAKTU", "KERAHASIAAN",
		"PELINDUNGAN DATA PRIBADI", "MONITORING DAN EVALUASI", "KEADAAN MEMAKSA", "PENGAKHIRAN", "PENYELESAIAN PERSELISIHAN",
		"KORESPONDENSI", "ADENDUM", "LARANGAN IMBALAN", "LAMPIRAN", "PENUTUP"}
	var want []string
	for i, title := range titles {
		want = append(want, fmt.Sprintf("Pasal %d %s", i+1, title))
	}

	wantInOrder(t, read(t, render(t, sampleData(t))[0].PDF), want...)
}

func TestAgreement_SameDataSameBytes(t *testing.T) {
	d := sampleData(t)
	d.Clinic.Logo = sampleLogo(t)
	first := render(t, d)
	for range 5 {
		for i, p := range render(t, d) {
			if !bytes.Equal(p.PDF, first[i].PDF) {
				t.Fatalf("original %d differs between two renderings", i+1)
			}
		}
	}

	if bytes.Equal(first[0].PDF, first[1].PDF) {
		t.Error("both originals are the same")
	}
}

func TestAgreement_ManyAtOnce(t *testing.T) {
	w := letter.New(nil)
	d := sampleData(t)
	d.Agreement.LegalBasisIDs = nil
	want, err := w.Render(d)
	if err != nil {
		t.Fatal(err)
	}

	done := make(chan error, 8)
	for range 8 {
		go func() {
			papers, err := w.Render(d)
			if err == nil && !bytes.Equal(papers[0].PDF, want[0].PDF) {
				err = fmt.Errorf("another paper")
			}
			done <- err
		}()
	}

	for range 8 {
		if err := <-done; err != nil {
			t.Error(err)
		}
	}
}

func TestAgreement_DoesNotChangeItsData(t *testing.T) {
	d := sampleData(t)
	d.Agreement.Parties[0], d.Agreement.Parties[1] = d.Agreement.Parties[1], d.Agreement.Parties[0]
	render(t, d)
	if d.Agreement.Parties[0].Role != "p2" {
		t.Error("rendering sorted the caller's parties")
	}
}
