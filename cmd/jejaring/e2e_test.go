//go:build e2e

package main

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"jejaring/assets"
	"jejaring/model"
	"jejaring/model/store"
	"jejaring/model/testclock"
)

// TestEndToEnd drives the real program in a real window, as a person with keyboard and mouse does.
func TestEndToEnd(t *testing.T) {
	path := buildWindow(t, "jejaring", ".")
	t.Run("from the first start to issued papers", func(t *testing.T) { firstDay(t, path) })
	t.Run("a second copy raises the first", func(t *testing.T) { secondCopy(t, path) })
	t.Run("the language changes in the middle of typing", func(t *testing.T) { otherLanguage(t, path) })
}

// register looks into the register file beside the running program.
func register[T any](t testing.TB, dir string, ask func(context.Context, *store.Store) (T, error)) T {
	t.Helper()
	s, err := store.Open(context.Background(), filepath.Join(dir, ownFile), store.Options{Actor: "test", Now: testclock.New()})
	if err != nil {
		t.Fatal(err)
	}

	found, err := ask(context.Background(), s)
	if err = errors.Join(err, s.Close()); err != nil {
		t.Fatal(err)
	}
	return found
}

func partnersOf(ctx context.Context, s *store.Store) ([]model.Partner, error) {
	return s.Partners().Find(ctx, model.Query{})
}

func agreementsOf(ctx context.Context, s *store.Store) ([]model.Agreement, error) {
	return s.Agreements().Find(ctx, model.Query{})
}

// paperSums are the names and SHA-256 of all papers, from their bytes.
func paperSums(ctx context.Context, s *store.Store) ([]string, error) {
	var sums []string
	found, err := s.Documents().Find(ctx, model.Query{})
	for _, d := range found {
		body, err := s.Papers().DocumentBytes(ctx, d.ID)
		if err != nil {
			return nil, err
		}
		sums = append(sums, fmt.Sprintf("%s %s %x %v", d.FileName, d.Number, sha256.Sum256(body), fmt.Sprintf("%x", sha256.Sum256(body)) == d.SHA256))
	}

	slices.Sort(sums)
	return sums, err
}

// firstDay enters clinic, partner and agreement, issues the agreement, pulls the plug and starts again.
func firstDay(t *testing.T, path string) {
	s := newScreen(t)
	data := filepath.Join(t.TempDir(), "data")
	account := homeFolder(t)
	p := newPerson(t, s, "id")
	running := s.start(account, path, "--as-of", "2026-11-21", "--data", data)
	p.sitsDown(running)
	entersClinic(t, p, account, data)
	entersPartner(t, p, data)
	entersAgreement(t, p, data)
	savesDraft(t, p, account)
	sums := issues(t, p, data)
	p.click(p.words.Say("nav.partners"))
	p.press("ctrl+n")
	p.awaits(p.words.Say("partner.new"))
	p.write("Mitra yang belum disimpan")
	p.awaits(p.words.Say("form.unsaved"))
	running.kill()

	running = s.start(account, path, "--as-of", "2026-11-21", "--data", data)
	p.sitsDown(running)
	p.awaits("Klinik Pratama Samudra Melati")
	p.press("ctrl+3")
	p.click("Rujukan Pasien Rawat Jalan")
	p.awaits(p.words.Label("agreement_status", string(model.StatusAwaiting)))
	p.awaits(p.words.Say("summary.papers"))
	if again := register(t, data, paperSums); !slices.Equal(again, sums) {
		t.Errorf("papers before: %v\nafter: %v", sums, again)
	}
	if found := register(t, data, partnersOf); len(found) != 1 {
		t.Errorf("%d partners", len(found))
	}

	running.kill()
	must(t, data, "check")
}

func entersClinic(t *testing.T, p *person, account, data string) {
	t.Helper()
	if err := os.WriteFile(filepath.Join(account, "logo.png"), assets.Icon, 0o600); err != nil {
		t.Fatal(err)
	}

	p.click(p.words.Say("welcome.own"))
	p.awaits(p.words.Say("welcome.profile"))
	p.writeAll("Klinik Pratama Samudra Melati", "KLN-SM", "Jalan Contoh Raya No. 12", "Kota Tirtasana", "99999", "+62999000100",
		"admin@klinik-sm.example.com", "503/000/IZIN-CONTOH/2023", "dr. Ratna Wulandari, M.K.M.", "",
		"Keputusan Ketua Yayasan Samudra Melati Nomor 001/SK/YSM/2023")
	p.press("shift+Tab") // the ring of the keyboard would stand among the letters that are looked for
	p.click(p.words.Say("clinic.logo"))
	p.awaits("Buka Berkas")
	p.click("logo.png")
	p.click("Buka")
	p.awaits(p.words.Say("welcome.finish"))
	p.click(p.words.Say("welcome.finish"))
	p.awaits(p.words.Say("welcome.mail_title"))
	p.click(p.words.Say("welcome.later"))
	p.awaits(p.words.Say("nav.agreements"))
	c := register(t, data, func(ctx context.Context, s *store.Store) (model.Clinic, error) { return s.Clinic(ctx) })
	if c.Name != "Klinik Pratama Samudra Melati" || c.ShortCode != "KLN-SM" || c.HeadName != "dr. Ratna Wulandari, M.K.M." ||
		c.HeadPosition != "Penanggung Jawab Klinik" || c.Phone != "+62999000100" || len(c.Logo) == 0 {
		t.Errorf("%+v, a logo of %d bytes", c.Name, len(c.Logo))
	}
}
