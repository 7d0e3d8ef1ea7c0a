package ui_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"jejaring/model"
)

// Several mails are marked as in any list, filed at once, and made what they were again.
func TestMarks_SeveralMailsAreFiledAtOnceAndTakenBack(t *testing.T) {
	c := letterBox(t)
	states := func() string {
		return c.message("Tagihan").Status + " " + c.message("Perpanjangan").Status + " " + c.message("budi").Status
	}
	if before := states(); before != "unregistered unregistered unregistered" {
		t.Fatal(before)
	}

	y := c.Place("Tagihan mendesak").Y
	c.TapHolding(fyne.KeyModifierShortcutDefault, "Tagihan mendesak", "Re: Perpanjangan")
	c.Sees("2 baris ditandai")
	if moved := c.Place("Tagihan mendesak").Y; moved != y {
		t.Errorf("marking moved a row from %v to %v", y, moved)
	}

	c.TapNear("2 baris ditandai", "Arsipkan")
	c.Sees("2 surel: Diarsipkan")
	c.SeesNoMore("2 baris ditandai")
	if got := states(); got != "filed filed unregistered" {
		t.Errorf("filed: %s", got)
	}

	c.Ctrl(fyne.KeyZ)
	c.Until("the mails as they were", func() bool { return states() == "unregistered unregistered unregistered" })
}

// What was answered stays answered when it is filed among others.
func TestMarks_WhatWasAnsweredStaysSo(t *testing.T) {
	c := letterBox(t)
	c.Tap("Re: Perpanjangan")
	c.Sees("Akhir surat.")
	c.Ctrl(fyne.KeyJ)
	c.Until("the answer noted", func() bool { return c.message("Perpanjangan").Status == "answered" })
	c.rest()
	c.TapHolding(fyne.KeyModifierShortcutDefault, "Re: Perpanjangan")
	c.Sees("2 baris ditandai") // with the open one
	c.Ctrl(fyne.KeyD)
	c.Sees("1 surel: Diarsipkan")
	if got := c.message("Perpanjangan").Status; got != "answered" {
		t.Errorf("the answered mail is %s", got)
	}
}

// A draft is printed from the room where it is shown, which stays.
func TestPaper_ADraftIsPrintedWhereItIsShown(t *testing.T) {
	c := sampleOpen(t)
	c.Tap("Perjanjian", "Pelaksanaan Imunisasi dan Vaksinasi Massal")
	c.Sees("Yang ditunggu")
	c.TapIcon(theme.MoreVerticalIcon(), 0)
	c.Tap("Lihat naskah")
	c.Sees("Cetak konsep")
	c.Until("the pages", func() bool { return !c.Shows("Naskah sedang disusun") })
	c.rest()
	c.Tap("Cetak konsep")
	c.Until("the printed draft", func() bool { return len(c.desk.opened()) == 1 })
	if got := c.desk.opened()[0]; !strings.HasPrefix(got, "cetak PKS-") {
		t.Errorf("printed %q", got)
	}
	c.Sees("Simpan konsep PDF")
}

func TestMarks_SeveralMailsAreLinkedToOnePartner(t *testing.T) {
	c := letterBox(t)
	c.TapHolding(fyne.KeyModifierShortcutDefault, "Tagihan mendesak", "Re: Perpanjangan")
	c.Ctrl(fyne.KeyL)
	c.Write("Puskesmas Kenanga")
	c.Tap("Puskesmas Kenanga")
	c.Sees("2 surel ditautkan dengan Puskesmas Kenanga.")
	partner := c.partner("Puskesmas Kenanga").ID
	for _, text := range []string{"Tagihan", "Perpanjangan"} {
		if m := c.message(text); m.PartnerID != partner || !m.LinkedByUser {
			t.Errorf("%q belongs to %d", m.Subject, m.PartnerID)
		}
	}
}

// The keys of the mail list act on the open mail where none is marked.
func TestMarks_KeysFileTheOpenMailAndTheNextOneOpens(t *testing.T) {
	c := letterBox(t)
	c.Tap("Re: Perpanjangan")
	c.Sees("Akhir surat.")
	c.Ctrl(fyne.KeyJ)
	c.Until("the answer noted", func() bool { return c.message("Perpanjangan").Status == "answered" })
	c.Sees("RSUD Tirtasana <rsud@menipu.example>")
	c.Ctrl(fyne.KeyD)
	c.Until("the next one filed", func() bool { return c.message("Tagihan").Status == "filed" })
}

// Rows are marked by range and by keyboard, copied as a table with its titles, and let go with Esc.
func TestMarks_RowsAreCopiedAsATable(t *testing.T) {
	c := sampleOpen(t)
	c.Tap("Mitra")
	c.Sees("RSUD Tirtasana")
	c.Tap("RSUD Tirtasana")
	c.Sees("Narahubung")
	copied := func() string {
		fyne.CurrentApp().Clipboard().SetContent("")
		c.Shortcut(&fyne.ShortcutCopy{})
		c.Until("something copied", func() bool { return fyne.CurrentApp().Clipboard().Content() != "" })
		return fyne.CurrentApp().Clipboard().Content()
	}
	if one := copied(); !strings.HasPrefix(one, "RSUD Tirtasana\t") || strings.Contains(one, "\n") {
		t.Errorf("one row: %q", one)
	}

	c.Shortcut(&fyne.ShortcutSelectAll{})
	c.Sees("12 baris ditandai")
	lines := strings.Split(copied(), "\r\n")
	if len(lines) != 13 || !strings.HasPrefix(lines[0], "Nama mitra\t") {
		t.Errorf("%d lines: %q", len(lines), lines[0])
	}
	for _, line := range lines {
		if n := strings.Count(line, "\t"); n != strings.Count(lines[0], "\t") {
			t.Errorf("%d cells in %q", n+1, line)
		}
	}

	c.Press(fyne.KeyEscape)
	c.SeesNoMore("12 baris ditandai")
	c.Sees("Narahubung") // Esc let go the marks, not the record
	c.TapHolding(fyne.KeyModifierShift, "Puskesmas Kenanga")
	c.Sees("baris ditandai")
}

// The right button opens the row and shows what can be done with it.
func TestMarks_TheRightButtonShowsWhatCanBeDone(t *testing.T) {
	c := sampleOpen(t)
	c.Tap("Mitra")
	c.Sees("RSUD Tirtasana")
	c.TapSecondary("RSUD Tirtasana")
	c.Sees("Ubah", "Salin baris", "Pindahkan ke sampah")
	c.Tap("Ubah")
	c.Sees("Nama mitra *")
	if got := c.Field("Nama mitra").Text(); got != "RSUD Tirtasana" {
		t.Errorf("the form of %q", got)
	}
}

// Ctrl+Z takes the last act back, also when its sentence is gone, and says when there is nothing more.
func TestUndo_TakesTheLastActBackByKey(t *testing.T) {
	c, _ := ownOpen(t, date(2027, 1, 10))
	c.addPartner("RSUD Kenanga")
	c.Tap("Mitra")
	c.TapSecondary("RSUD Kenanga")
	c.Tap("Pindahkan ke sampah")
	c.Sees("Urungkan")
	c.Until("the partner in the trash", func() bool { return c.partners() == 0 })
	c.app.SetLook("dark", 1)
	c.Sees("Urungkan") // another look is no reason to forget it
	c.Ctrl(fyne.KeyZ)
	c.Until("the partner is back", func() bool { return c.partners() == 1 })
	c.rest()
	c.Ctrl(fyne.KeyZ)
	c.Sees("Tidak ada yang dapat diurungkan.")
}

// A new agreement begins with what an earlier one says: nothing of its parties, numbers and days comes along.
func TestCopy_ANewAgreementBeginsWithWhatAnEarlierOneSays(t *testing.T) {
	c := sampleOpen(t)
	c.Tap("Perjanjian", "Perjanjian baru")
	c.Pick("Mitra", "RSUD Tirtasana")
	c.rest()
	c.Pick("Salin isi dari", "Pemeriksaan Laboratorium Rujukan")
	c.Sees("Isi disalin dari “Pemeriksaan Laboratorium Rujukan”.")
	if got := c.Field("Tentang").Text(); got != "Pemeriksaan Laboratorium Rujukan" {
		t.Errorf("it is called %q", got)
	}

	c.Enter("Tentang", "Pemeriksaan di RSUD", "Dasar kewenangan", "Keputusan Wali Kota Nomor 1 Tahun 2024")
	c.Tap("Simpan")
	c.Sees("Tersimpan.")
	old, got := c.agreement("Pemeriksaan Laboratorium Rujukan"), c.agreement("Pemeriksaan di RSUD")
	if got.CooperationField != old.CooperationField || len(got.Goals) != len(old.Goals) || len(got.Obligations) != len(old.Obligations) || len(got.Goals) == 0 {
		t.Errorf("%s with %d goals and %d duties", got.CooperationField, len(got.Goals), len(got.Obligations))
	}
	if got.Parties[1].PartnerName != "RSUD Tirtasana" || got.NumberOwn != "" || got.Status != model.StatusDraft || got.StartDate == old.StartDate {
		t.Errorf("with %s, number %q, %s from %v", got.Parties[1].PartnerName, got.NumberOwn, got.Status, got.StartDate)
	}
}

func TestCopy_IsTakenBack(t *testing.T) {
	c := sampleOpen(t)
	c.Tap("Perjanjian", "Perjanjian baru")
	c.Pick("Salin isi dari", "Pemeriksaan Laboratorium Rujukan")
	c.Sees("Isi disalin dari")
	c.Tap("Urungkan")
	c.Until("the empty form", func() bool { return c.Field("Tentang").Text() == "" })
}

// A long list is searched; a letter typed at a short one goes to the next option with it.
func TestChoice_IsFoundByTyping(t *testing.T) {
	c := sampleOpen(t)
	c.Tap("Perjanjian", "Perjanjian baru")
	field := c.Field("Bidang kerja sama")
	field.Focus()
	c.Write("l") // opens the search with it
	c.Write("imbah")
	c.Press(fyne.KeyReturn)
	if got := field.Text(); !strings.Contains(strings.ToLower(got), "limbah") {
		t.Errorf("found %q", got)
	}

	mode := c.Field("Bahasa naskah")
	mode.Focus()
	c.Write("d")
	if got := mode.Text(); got != "Dwibahasa (Indonesia–Inggris)" {
		t.Errorf("the letter d chose %q", got)
	}
}

// A column is put away and fetched again; what is copied is what is seen.
func TestColumns_ArePutAwayAndComeBack(t *testing.T) {
	c := sampleOpen(t)
	c.Tap("Perjanjian")
	c.Sees("Rujukan Pasien", "Berakhir", "28 Feb 2027")
	columns := func() { c.TapIcon(theme.GridIcon(), 0) }
	columns()
	c.Tap("Berakhir")
	c.SeesNoMore("28 Feb 2027")
	c.Tap("Rujukan Pasien")
	c.Sees("Yang ditunggu")
	c.Shortcut(&fyne.ShortcutSelectAll{})
	c.Shortcut(&fyne.ShortcutCopy{})
	c.Sees("baris tersalin")
	if got := fyne.CurrentApp().Clipboard().Content(); strings.Contains(got, "28 Feb 2027") || !strings.Contains(got, "Rujukan Pasien\t") {
		t.Errorf("copied %.200q", got)
	}

	columns()
	c.Tap("Kembalikan kolom")
	c.Sees("28 Feb 2027")
}
