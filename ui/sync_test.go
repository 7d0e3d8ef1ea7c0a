package ui_test

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"jejaring/model"
)

// reading begins to read mail; the server reports some progress and then waits until it is let or cancelled.
func reading(t *testing.T) (c *clinic, let chan error) {
	t.Helper()
	c = sampleOpen(t)
	let = make(chan error)
	c.mail.sync = func(ctx context.Context, report func(model.Progress)) ([]model.SyncResult, error) {
		report(model.Progress{Stage: "sync.fetching", Detail: "INBOX", Done: 3, Total: 1200})
		select {
		case err := <-let:
			return []model.SyncResult{{Fetched: 2, Linked: 1}, {Fetched: 5, Linked: 4}}, err
		case <-ctx.Done():
			return nil, ctx.Err()
		}
	}
	c.Ctrl(fyne.KeyR)
	c.Sees("Mengambil surel · INBOX  3 dari 1.200")

	return c, let
}

func TestSync_ShowsHowFarItIsAndWhatItBrought(t *testing.T) {
	c, let := reading(t)
	let <- nil
	c.Sees("7 surel baru, 5 tertaut otomatis.")
	c.SeesNoMore("Mengambil surel")
}

func TestSync_IsCancelledWithoutAWord(t *testing.T) {
	c, _ := reading(t)
	c.Tap("Batal")
	c.Sees("Siap")
	if over := c.window.Canvas().Overlays().Top(); over != nil {
		t.Error("a dialog tells that the user cancelled")
	}
}

func TestSync_RunsOnlyOnce(t *testing.T) {
	c, let := reading(t)
	c.Ctrl(fyne.KeyR)
	let <- nil
	c.Sees("7 surel baru")
}

func TestSync_SaysInWordsWhatIsWrong(t *testing.T) {
	for _, err := range []error{model.ErrMailHost, model.ErrMailLogin, model.ErrMailCertificateExpired, model.ErrMailSilent, model.ErrMailCut} {
		c, let := reading(t)
		let <- fmt.Errorf("Surel klinik: %w", err)
		sentence, _ := explain(t, err)
		c.Sees(sentence)
		c.Press(fyne.KeyReturn)
		c.SeesNoMore(sentence)
	}
}

func TestSync_MailsThatFailedAreCounted(t *testing.T) {
	c := sampleOpen(t)
	c.mail.sync = func(context.Context, func(model.Progress)) ([]model.SyncResult, error) {
		return []model.SyncResult{{Fetched: 12, Linked: 3, Failed: 2}}, nil
	}
	c.Ctrl(fyne.KeyR)
	c.Sees("12 surel baru, 3 tertaut, 2 gagal diambil dan akan dicoba lagi.")
}

func TestSync_WithoutAMailboxItSaysSo(t *testing.T) {
	c := sampleOpen(t)
	c.Ctrl(fyne.KeyR)
	c.Sees("Belum ada kotak surat yang aktif. Hubungkan di Pengaturan.")
}

func TestSync_CanStillBeCancelledInAWindowBuiltAnew(t *testing.T) {
	c, _ := reading(t)
	c.app.SetLanguage("en")
	w := words(t, "en")
	c.Sees(w.Say("home.attention"))
	c.Tap(w.Say("action.cancel"))
	c.Sees(w.Say("strip.ready"))
}

func TestSync_ANoticeDoesNotHideItForGood(t *testing.T) {
	c, let := reading(t)
	c.Ctrl(fyne.Key2)
	c.Tap("Mitra baru")
	c.Enter("Nama mitra", "Klinik Mawar", "Kabupaten/kota", "Kota Tirtasana", "Telepon", "0812-3456-7890")
	c.Choose("Sektor", "Pemerintah")
	c.Choose("Jenis organisasi", "Dinas Kesehatan")
	c.Ctrl(fyne.KeyS)
	c.Sees("Tersimpan.")
	c.TapIcon(theme.DeleteIcon(), 0)
	c.Sees("Klinik Mawar dipindahkan ke Sampah.")
	c.Tap("Urungkan")
	c.Sees("Mengambil surel")
	let <- nil
	c.Sees("7 surel baru")
}

func TestSync_EndsWhenAnotherRegisterIsOpened(t *testing.T) {
	c, _ := reading(t)
	c.Tap("Kembali ke register sendiri")
	c.Sees("Selamat datang di Jejaring")
	c.Tap("Nanti saja")
	c.Sees("Register masih kosong.", "Siap")
	if over := c.window.Canvas().Overlays().Top(); over != nil {
		t.Error("something lies over the new register")
	}
}

func TestSync_NewMailIsSeenAtOnce(t *testing.T) {
	c := letterBox(t)
	c.mail.sync = func(ctx context.Context, _ func(model.Progress)) ([]model.SyncResult, error) {
		m := c.message("budi")
		fresh := model.Message{MailboxID: m.MailboxID, Folder: "INBOX", UIDValidity: 1, UID: 99, MessageID: "neu@example", Direction: "in",
			Status: "unregistered", Category: "lainnya", LinkRule: model.RuleNone, SenderEmail: "x@example.org", Subject: "Surat terbaru",
			Date: m.Date.AddDate(0, 0, 1)}
		_, err := c.store.Mail().File(ctx, []model.Filed{{Message: fresh, Raw: []byte("Subject: Surat terbaru\r\n\r\n" + strings.Repeat("x", 9))}})
		return []model.SyncResult{{Fetched: 1}}, err
	}
	c.Tap("Ambil surel")
	c.Sees("4 baris", "Surat terbaru", "1 surel baru, 0 tertaut otomatis.")
}

// readLast stores a mailbox whose last reading ended as given.
func (c *clinic) readLast(name string, r model.SyncResult) {
	c.t.Helper()
	box := model.NewMailbox()
	box.Name, box.User, box.Host, box.Port, box.Security, box.Active = name, name, "mail.klinik.invalid", 993, "tls", true
	if err := c.store.Mailboxes().Save(c.t.Context(), &box); err != nil {
		c.t.Fatal(err)
	}
	if err := c.store.Mail().Synced(c.t.Context(), box.ID, r); err != nil {
		c.t.Fatal(err)
	}
}

func TestSync_AfterAFailedReadingTheStripSaysSoAndTheMailboxWearsIt(t *testing.T) {
	at := time.Date(2026, 11, 21, 4, 6, 0, 0, time.UTC)
	c := settingsOf(t, "Kotak surat")
	c.readLast("surel@klinik.invalid", model.SyncResult{At: at.Add(time.Hour)})
	c.mail.sync = func(context.Context, func(model.Progress)) ([]model.SyncResult, error) {
		c.readLast("admin@salah.invalid", model.SyncResult{At: at, Error: "mail_host"})
		return nil, model.ErrMailHost
	}
	c.Ctrl(fyne.KeyR)
	c.Sees("Peladen surel tidak dapat dihubungi")
	c.Press(fyne.KeyEscape)
	c.Sees("Surel tidak dapat dibaca, 21 Nov 2026 pukul 11.06", "admin@salah.invalid", "Bermasalah")
	if c.Shows("Surel terakhir diambil") {
		t.Error("a failed reading is told as done")
	}
}

func TestSync_WhatIsMissingIsSaidInTheDialogTheStripAndTheMailbox(t *testing.T) {
	at := time.Date(2026, 11, 21, 4, 6, 0, 0, time.UTC)
	c := settingsOf(t, "Kotak surat")
	c.mail.sync = func(context.Context, func(model.Progress)) ([]model.SyncResult, error) {
		r := model.SyncResult{At: at, Fetched: 5, Failed: 2}
		err := fmt.Errorf("x: %w", &model.Missing{Folders: []string{"R&D"}, Mails: 2, Of: 7})
		r.Fail("mail_incomplete", err)
		c.readLast("surel@klinik.invalid", r)
		return []model.SyncResult{r}, err
	}
	c.Ctrl(fyne.KeyR)
	c.Sees("Tidak terbaca: R&D. Belum didapat: 2 dari 7 surel baru.")
	c.Press(fyne.KeyEscape)
	c.Sees("Sebagian surel belum didapat, 21 Nov 2026 pukul 11.06", "surel@klinik.invalid", "Belum lengkap")
}

func TestSync_OfSeveralMailboxesEachSaysWhatIsWrong(t *testing.T) {
	c := settingsOf(t, "Kotak surat")
	c.mail.sync = func(context.Context, func(model.Progress)) ([]model.SyncResult, error) {
		return nil, model.Unread{{Name: "Admin", Err: model.ErrMailHost}, {Name: "Humas", Err: &model.Missing{Mails: 2, Of: 7}}}
	}
	c.Ctrl(fyne.KeyR)
	c.Sees("2 kotak surat tidak terbaca, atau tidak lengkap", "Admin: Peladen surel tidak dapat dihubungi", "Humas: Peladen surel tidak menyerahkan semua surel",
		"Belum didapat: 2 dari 7")
}

func TestSync_TheServersOwnSentenceIsShown(t *testing.T) {
	c := settingsOf(t, "Kotak surat")
	err := fmt.Errorf("%w: %w", model.ErrMailRefused, model.ServerSaid("Please open the webmail first."))
	c.mail.sync = func(context.Context, func(model.Progress)) ([]model.SyncResult, error) {
		r := model.SyncResult{At: time.Date(2026, 11, 21, 4, 6, 0, 0, time.UTC)}
		r.Fail("mail_refused", err)
		c.readLast("surel@klinik.invalid", r)
		return []model.SyncResult{r}, err
	}
	c.Ctrl(fyne.KeyR)
	c.Sees("bukan karena kata sandi", "Kata peladen: “Please open the webmail first”.")
}
