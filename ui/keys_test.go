package ui_test

import (
	"bytes"
	"context"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"jejaring/model"
	"jejaring/model/secret"
	"jejaring/model/store"
)

// keychain is the key of the tests' registers; it can be lost.
type keychain struct {
	store *store.Store
	why   error // of what is lost; nil when nothing is
}

// code is the recovery code of the one key of all tests.
func code() string { return secret.Recovery(bytes.Repeat([]byte{7}, 32)) }

func sealer() model.Sealer {
	s, err := secret.FromRecovery(code())
	if err != nil {
		panic(err)
	}
	return s
}

func (k *keychain) KeptIn() string                        { return "file" }
func (k *keychain) Sheet(context.Context) (string, error) { return code(), nil }

func (k *keychain) Problem(context.Context) error {
	if !k.store.Seal().Locked() {
		return nil
	}
	return k.why
}

// Again finds the keyring open.
func (k *keychain) Again(ctx context.Context) error { return k.Restore(ctx, code()) }

func (k *keychain) Restore(ctx context.Context, sheet string) error {
	s, err := secret.FromRecovery(sheet)
	if err != nil {
		return err
	}
	return k.store.Seal().Unlock(ctx, s)
}

// locked opens the sample without its key.
func locked(t *testing.T, why error) *clinic {
	t.Helper()
	c := begin(t)
	c.keys.why = why
	c.fyne.Preferences().SetBool("sample", true)
	c.app.Start()
	c.Sees("Perlu perhatian")
	c.Tap("Rujukan")
	c.Sees("40 baris")

	return c
}

func TestKeys_ALostKeyIsSaidAndTheSheetBringsItBack(t *testing.T) {
	c := locked(t, model.ErrKeyLost)
	c.Sees("Kunci identitas pasien tidak ada di komputer ini.")
	c.Tap("Pulihkan kunci")
	for wrong, says := range map[string]string{"ABCD-EFGH": "Kode ini salah ketik atau belum lengkap",
		strings.Replace(code(), "0", "1", 1):         "Kode ini salah ketik atau belum lengkap",
		secret.Recovery(bytes.Repeat([]byte{8}, 32)): "Kode ini milik register lain."} {
		c.Field("Kode pemulihan").Enter(wrong)
		c.Tap("Pulihkan kunci")
		c.Sees(says)
	}

	c.Field("Kode pemulihan").Enter(code())
	c.Tap("Pulihkan kunci")
	c.Sees("Kunci dipulihkan")
	c.SeesNoMore("Kunci identitas pasien tidak ada")
	c.Sees("F.C. · SM-000017")
}

func TestKeys_ALockedKeyringIsAskedAgain(t *testing.T) {
	c := locked(t, model.ErrKeyringClosed)
	c.Sees("Penyimpanan sandi sistem terkunci atau tidak menjawab")
	c.Tap("Coba lagi")
	c.Sees("Kunci dipulihkan")
	c.SeesNoMore("Penyimpanan sandi sistem terkunci")
}

func TestKeys_AnotherRegistersKeyIsCalledSo(t *testing.T) {
	c := locked(t, model.ErrOtherKey)
	c.Sees("Kunci di komputer ini milik register lain.")
	c.Tap("Pulihkan kunci")
	c.Field("Kode pemulihan").Enter(code())
	c.Tap("Pulihkan kunci")
	c.Sees("Kunci dipulihkan")
}

func TestKeys_TheSheetIsShownAndPrinted(t *testing.T) {
	c := sampleOpen(t)
	c.Tap("Pengaturan", "Privasi", "Tampilkan kode")
	c.Sees(code())
	c.Tap("Cetak lembar")
	c.Until("the printed sheet", func() bool { return len(c.desk.opened()) == 1 })
}

func TestKeys_TheSheetIsSavedWhereNothingPrints(t *testing.T) {
	c := sampleOpen(t)
	c.Tap("Pengaturan", "Privasi", "Tampilkan kode")
	c.Sees(code())
	c.Tap("Simpan PDF", "Simpan")
	c.Sees("Tersimpan: lembar-pemulihan.pdf")
	if got := c.saved("lembar-pemulihan.pdf"); !strings.HasPrefix(got, "%PDF-") {
		t.Errorf("the file begins with %.20q", got)
	}
}

// After a place is opened nothing has the keyboard: the arrow key goes to its list, Enter opens a record, and Esc closes it.
func TestKeys_OfAListComeWithoutAClick(t *testing.T) {
	c := sampleOpen(t)
	press := func(key fyne.KeyName) {
		if f := c.window.Canvas().Focused(); f != nil {
			f.TypedKey(&fyne.KeyEvent{Name: key})
		} else {
			c.window.Canvas().OnTypedKey()(&fyne.KeyEvent{Name: key})
		}
		c.rest()
	}
	for _, x := range []struct {
		place  func()
		record string // is said of an open record alone
	}{
		{func() { c.Ctrl(fyne.Key2) }, "Ringkasan"},
		{func() { c.Ctrl(fyne.Key4); c.Tap("Dokumen terbit") }, "Buka pelatihan"},
		{func() { c.Ctrl(fyne.Key7) }, "Ringkasan"},
		{func() { c.Ctrl(fyne.Key0); c.Tap("Staf") }, "Gelar depan"},
	} {
		x.place()
		c.rest()
		c.window.Canvas().Unfocus()
		press(fyne.KeyDown)
		press(fyne.KeyReturn)
		c.Sees(x.record)
		c.window.Canvas().Unfocus()
		press(fyne.KeyEscape)
		c.SeesNoMore(x.record)
	}
}
