package translations_test

import (
	"errors"
	"sync"
	"testing"
	"time"

	"jejaring/translations"
)

func words(t testing.TB, lang string) translations.Words {
	t.Helper()
	w, err := translations.In(lang)
	if err != nil {
		t.Fatal(err)
	}
	return w
}

func TestInKnowsTwoLanguages(t *testing.T) {
	for _, lang := range []string{"id", "en"} {
		if got := words(t, lang).Language(); got != lang {
			t.Errorf("language %q, want %q", got, lang)
		}
	}
	for _, lang := range []string{"", "de", "ID", "id-ID", "fyne.id", "../id"} {
		if _, err := translations.In(lang); err == nil {
			t.Errorf("language %q was accepted", lang)
		}
	}
}

func TestSayFillsPlaces(t *testing.T) {
	id := words(t, "id")
	en := words(t, "en")
	for _, c := range []struct{ got, want string }{
		{id.Say("problem.range", "1", "365"), "Harus antara 1 dan 365."},
		{en.Say("problem.range", 1, 65535), "Must be between 1 and 65,535."},
		{id.Say("problem.range", 1, int64(65535)), "Harus antara 1 dan 65.535."},
		{id.Say("problem.long_term", "2026"), "Jangka waktu lebih dari 2026 tahun. Naskah seperti ini biasanya lebih pendek; data tetap dapat disimpan."},
		{id.Say("problem.range", 0.5, time.Date(2026, 11, 21, 0, 0, 0, 0, time.UTC)), "Harus antara 0,5 dan 21 November 2026."},
		{en.Say("problem.old_law", errors.New("UU 36/2009")), "UU 36/2009 is no longer in force according to our notes."},
		{id.Say("problem.range", "{1}", "{0}"), "Harus antara {1} dan {0}."},
		{id.Say("problem.range", "100%d{", ""), "Harus antara 100%d{ dan ."},
		{id.Say("problem.range", "1"), "Harus antara 1 dan {1}."},
		{en.Say("paper.issued", "001/PKS/X/I/2026", 1), "001/PKS/X/I/2026 issued, 1 PDF stored."},
		{en.Say("paper.issued", "001/PKS/X/I/2026", 2), "001/PKS/X/I/2026 issued, 2 PDFs stored."},
		{id.Say("problem.pattern_seq"), "Pola nomor harus memuat nomor urut {seq}."},
		{id.Say("no.such.key", 1), "⟦no.such.key⟧"},
		{id.Say(""), "⟦⟧"},
		{translations.Words{}.Say("problem.range"), "⟦problem.range⟧"},
	} {
		if c.got != c.want {
			t.Errorf("%q, want %q", c.got, c.want)
		}
	}
}

func TestLabelFallsBackToTheCode(t *testing.T) {
	id := words(t, "id")
	en := words(t, "en")
	for _, c := range []struct{ got, want string }{
		{id.Label("sector", "ngo"), "Organisasi nonpemerintah (LSM)"},
		{en.Label("agreement_status", "renewed"), "Renewed (superseded)"},
		{id.Label("sector", "unheard_of"), "unheard_of"},
		{id.Label("sector", ""), ""},
		{id.Label("", ""), ""},
	} {
		if c.got != c.want {
			t.Errorf("%q, want %q", c.got, c.want)
		}
	}
}

func TestFieldNames(t *testing.T) {
	id := words(t, "id")
	en := words(t, "en")
	for _, c := range []struct{ got, want string }{
		{id.Field("partner.name"), "Nama mitra"},
		{en.Field("clinic.name"), "Clinic name"},
		{id.Field("partner.city"), "Kabupaten/kota"},
		{id.Field("contacts[0].email"), "Narahubung 1: Surel"},
		{en.Field("goals[11].text_id"), "Goals 12: Goal (Indonesian)"},
		{id.Field("obligations[2]"), "Kewajiban 3"},
		{id.Field("common_purpose.text_id"), "Maksud bersama"},
		{id.Field("parties[1].undertaking.text_id"), "Para pihak 2: Penyelenggaraan"},
		{id.Field("definitions[0].meaning.text_id"), "Definisi 1: Arti"},
		{id.Field("agreement.pics[1].phone"), "Narahubung 2: Telepon"},
		{id.Field("patterns.SPB-AKH"), "Pola nomor: SPB-AKH"},
		{id.Field("contacts[x].email"), "contacts[x].email"},
		{id.Field("contacts[0"), "contacts[0"},
		{id.Field("unheard_of"), "unheard_of"},
		{id.Field("[3]"), "[3]"},
		{id.Field(""), ""},
	} {
		if c.got != c.want {
			t.Errorf("%q, want %q", c.got, c.want)
		}
	}
}

func TestProblemNamesFieldsAndParties(t *testing.T) {
	id := words(t, "id")
	en := words(t, "en")
	for _, c := range []struct{ got, want string }{
		{id.Problem("partner.name", "required"), "Nama mitra wajib diisi."},
		{en.Problem("clinic.name", "required"), "Clinic name is required."},
		{en.Say("form.problems", 1), "Not saved: 1 field needs correction."},
		{en.Say("form.problems", 2), "Not saved: 2 fields need correction."},
		{id.Problem("title", "too_long", "200"), "Terlalu panjang: paling banyak 200 huruf."},
		{id.Problem("obligations", "obligations_of", "p2", "2"), "PIHAK KEDUA perlu paling sedikit 2 kewajiban."},
		{en.Problem("pics", "pic_of", "p1"), "FIRST PARTY has no contact person yet."},
		{id.Problem("x", "unheard_of"), "⟦problem.unheard_of⟧"},
	} {
		if c.got != c.want {
			t.Errorf("%q, want %q", c.got, c.want)
		}
	}
}

func TestWordsServeSeveralGoroutines(t *testing.T) {
	w := words(t, "id")
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() {
			for range 200 {
				if got := w.Say("problem.range", 12345, 0.5) + w.Money(125000050); got != "Harus antara 12.345 dan 0,5.Rp1.250.000,50" {
					t.Error(got)
					return
				}
			}
		})
	}

	all.Wait()
}
