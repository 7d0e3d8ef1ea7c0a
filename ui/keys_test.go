package ui_test

import (
	"bytes"
	"context"
	"testing"

	"jejaring/model"
	"jejaring/model/secret"
	"jejaring/model/store"
)

// keychain is the key of the tests' registers; it can be lost.
type keychain struct {
	store *store.Store
	lost  bool
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

func (k *keychain) Lost(context.Context) bool             { return k.store.Locked() }
func (k *keychain) Place() string                         { return "file" }
func (k *keychain) Sheet(context.Context) (string, error) { return code(), nil }

func (k *keychain) Restore(ctx context.Context, sheet string) error {
	s, err := secret.FromRecovery(sheet)
	if err != nil {
		return err
	}
	return k.store.Unlock(ctx, s)
}

func TestKeys_ALostKeyIsSaidAndTheSheetBringsItBack(t *testing.T) {
	c := begin(t)
	c.keys.lost = true
	c.fyne.Preferences().SetBool("sample", true)
	c.app.Start()
	c.Sees("Perlu perhatian")
	c.Tap("Rujukan")
	c.Sees("Kunci identitas pasien tidak ada di komputer ini.", "40 baris")
	c.Tap("Pulihkan kunci")
	c.Field("Kode pemulihan").Write("ABCD-EFGH")
	c.Tap("Pulihkan kunci")
	c.Sees("Kode tidak cocok dengan register ini.")
	c.Field("Kode pemulihan").Write(code())
	c.Tap("Pulihkan kunci")
	c.Sees("Kunci dipulihkan")
	c.SeesNoMore("Kunci identitas pasien tidak ada")
	c.Sees("F.C. · SM-000017")
}

func TestKeys_TheSheetIsShownAndPrinted(t *testing.T) {
	c := sampleOpen(t)
	c.Tap("Pengaturan", "Privasi", "Tampilkan kode")
	c.Sees(code())
	c.Tap("Cetak lembar")
	c.Until("the printed sheet", func() bool { return len(c.desk.opened()) == 1 })
}
