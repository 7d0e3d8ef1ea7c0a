package ui_test

import (
	"context"
	"slices"
	"sync/atomic"
	"testing"

	"fyne.io/fyne/v2"

	"jejaring/model"
	"jejaring/ui/room"
)

// newMailbox begins a mailbox in the settings.
func newMailbox(t *testing.T) *clinic {
	t.Helper()
	c := settingsOf(t, "Kotak surat")
	c.Tap("Kotak surat baru")
	return c
}

// mailbox reads the only mailbox out of the register.
func (c *clinic) mailbox() model.Mailbox {
	c.t.Helper()
	list, err := c.store.Mailboxes().Find(c.t.Context(), model.Query{})
	if err != nil || len(list) != 1 {
		c.t.Fatalf("%d mailboxes, %v", len(list), err)
	}
	return list[0]
}

func TestMailbox_AKnownProviderNeedsOnlyAddressAndPassword(t *testing.T) {
	c := newMailbox(t)
	c.mail.folders = []string{"INBOX", "Terkirim", "Spam"}
	var synced atomic.Bool
	c.mail.sync = func(context.Context, func(model.Progress)) ([]model.SyncResult, error) {
		synced.Store(true)
		return []model.SyncResult{{Fetched: 4, Linked: 4}}, nil
	}
	c.Enter("Alamat surel / pengguna", "klinik.mawar@gmail.com")
	c.shows("Peladen IMAP", "imap.gmail.com")
	c.shows("Porta", "993")
	c.Tap("Simpan")
	c.Sees("Kata sandi untuk klinik.mawar@gmail.com.", "Disimpan di penyimpanan sandi sistem.")
	c.Write("rahasia")
	c.Tap("Simpan dan uji")
	c.Sees("Sambungan berhasil", "Spam")
	c.Tap("Terkirim", "Baca folder ini")
	c.Sees("4 surel baru, 4 tertaut otomatis.")
	box := c.mailbox()
	if !slices.Equal(box.Folders, []string{"INBOX", "Terkirim"}) || !synced.Load() || c.mail.passwords[box.ID] != "rahasia" {
		t.Errorf("read are %q, synchronised %v", box.Folders, synced.Load())
	}
}

func TestMailbox_AClinicsOwnDomainGetsItsHosting(t *testing.T) {
	c := newMailbox(t)
	c.Enter("Alamat surel / pengguna", "admin@klinikmawar.example.org")
	c.shows("Peladen IMAP", "mail.klinikmawar.example.org")
}

func TestMailbox_TheTestSaysInWordsWhatIsWrong(t *testing.T) {
	for _, err := range []error{model.ErrMailHost, model.ErrMailLogin, model.ErrMailCertificate, model.ErrMailSecurity, model.ErrMailSilent,
		model.ErrMailProtocol} {
		c := letterBox(t)
		c.mail.test = err
		c.Ctrl(fyne.Key0)
		c.Tap("Kotak surat", "Surel klinik", "Uji sambungan")
		sentence, hint := explain(t, err)
		c.Sees(sentence, hint)
		c.Tap("Tutup")
		c.shows("Alamat surel / pengguna", "admin@klinik-sm.example.com")
	}
}

func TestMailbox_WithoutEncryptionOnlyOnThisComputer(t *testing.T) {
	c := newMailbox(t)
	c.Enter("Alamat surel / pengguna", "admin@klinikmawar.example.org")
	c.Choose("Pengamanan", words(t, "id").Label("security", "none"))
	c.Tap("Simpan")
	c.Sees("Sambungan tanpa enkripsi hanya boleh ke komputer ini sendiri. Pilih TLS atau STARTTLS.")
	if list, err := c.store.Mailboxes().Find(t.Context(), model.Query{}); err != nil || len(list) > 0 {
		t.Errorf("%d mailboxes were stored, %v", len(list), err)
	}
}

func TestMailbox_ItsLastFailureStandsInItsRecord(t *testing.T) {
	c := letterBox(t)
	box := c.mailbox()
	if err := c.store.Mail().Synced(t.Context(), box.ID, model.SyncResult{At: box.CreatedAt, Error: "mail_login"}); err != nil {
		t.Fatal(err)
	}

	c.Tap("Beranda")
	c.Sees("Kotak surat tidak dapat dibaca")
	c.TapNear("Surel klinik", "Periksa")
	c.Sees("Bermasalah")
	c.Tap("Hasil terakhir")
	sentence, hint := explain(t, model.ErrMailLogin)
	c.Sees(sentence, hint)
}

// explain is what the window says about an error.
func explain(t *testing.T, err error) (sentence, hint string) {
	t.Helper()
	sentence, hint, known := room.Explain(words(t, "id"), err)
	if !known {
		t.Fatalf("%v is not explained", err)
	}
	return sentence, hint
}
