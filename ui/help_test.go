package ui_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"jejaring/assets"
)

// pages returns the codes and the titles of the help's pages, in their order.
func pages(t *testing.T, language string) (codes, titles []string) {
	t.Helper()
	all, err := assets.Help.ReadFile("help/" + language + ".md")
	if err != nil {
		t.Fatal(err)
	}

	for _, m := range regexp.MustCompile(`(?m)^# (.+) \{(\w+)\}$`).FindAllStringSubmatch(string(all), -1) {
		titles = append(titles, m[1])
		codes = append(codes, m[2])
	}

	return codes, titles
}

func TestHelp_F1OpensThePageOfThePlaceAndEscReturnsToTheTyping(t *testing.T) {
	c := sampleOpen(t)
	c.Press(fyne.KeyF1)
	c.Sees("Bantuan", "Daftarkan mitra di Mitra", filepath.Join(c.dir, "sample.db"))
	c.Press(fyne.KeyEscape)
	c.SeesNoMore("Daftarkan mitra di Mitra")
	c.Ctrl(fyne.Key2)
	c.Tap("Mitra baru")
	c.Enter("Nama mitra", "RS Baru")
	c.Press(fyne.KeyF1)
	c.Sees("Satu mitra disimpan satu kali")
	c.Press(fyne.KeyEscape)
	c.SeesNoMore("Satu mitra disimpan satu kali")
	c.shows("Nama mitra", "RS Baru")
}

func TestHelp_F1WorksInAListToo(t *testing.T) {
	c := sampleOpen(t)
	c.Ctrl(fyne.Key3)
	c.Sees("18 baris")
	c.Ctrl(fyne.KeyF)
	c.Press(fyne.KeyDown)
	c.Press(fyne.KeyF1)
	c.Sees("Naskah contoh wajib diperiksa")
}

func TestHelp_EveryPageOpensInBothLanguages(t *testing.T) {
	for language, open := range map[string][]string{"id": {"Pengaturan", "Tentang dan bantuan", "Buka bantuan (F1)"},
		"en": {"Settings", "About and help", "Open the help (F1)"}} {
		c := sampleOpen(t)
		c.app.SetLanguage(language)
		c.Tap(open...)
		codes, titles := pages(t, language)
		for i, title := range titles {
			c.Tap(title)
			c.Until("the page "+codes[i], func() bool { return strings.Count(strings.Join(c.Over(), "\n"), title) > 1 })
		}
	}
}

func TestHelp_IsThereBeforeThereIsARegister(t *testing.T) {
	c := begin(t)
	c.app.Start()
	c.Sees("Selamat datang di Jejaring")
	c.Press(fyne.KeyF1)
	c.Sees("Lembar pemulihan")
}

func TestHelp_TheButtonInTheNavigationOpensIt(t *testing.T) {
	c := sampleOpen(t)
	c.Tap("Laporan")
	c.TapIcon(theme.HelpIcon(), 0)
	c.Sees("Laporan tidak memuat identitas pasien.")
}

func TestHelp_BothLanguagesHaveTheSamePages(t *testing.T) {
	id, _ := pages(t, "id")
	en, _ := pages(t, "en")
	if !slices.Equal(id, en) {
		t.Errorf("id has %v, en %v", id, en)
	}

	for _, place := range []string{"home", "partners", "agreements", "letters", "referrals", "trainings", "reports", "settings",
		"keys", "data", "privacy", "licences"} {
		if !slices.Contains(id, place) {
			t.Errorf("there is no page %s", place)
		}
	}
}

// TestHelp_NamesWhatTheWindowShows wants every name in bold to be a word of the window, letter by letter.
func TestHelp_NamesWhatTheWindowShows(t *testing.T) {
	for _, language := range []string{"id", "en"} {
		shown := map[string]bool{}
		files, err := filepath.Glob("../translations/*" + language + ".json")
		if err != nil || len(files) == 0 {
			t.Fatal(err, files)
		}

		for _, file := range files {
			content, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}

			texts := map[string]any{}
			if err := json.Unmarshal(content, &texts); err != nil {
				t.Fatal(err)
			}

			for _, text := range texts {
				if s, ok := text.(string); ok {
					shown[s] = true
				}
			}
		}

		all, err := assets.Help.ReadFile("help/" + language + ".md")
		if err != nil {
			t.Fatal(err)
		}

		names := regexp.MustCompile(`\*\*(.+?)\*\*`).FindAllStringSubmatch(string(all), -1)
		if len(names) < 30 {
			t.Errorf("%s: only %d names", language, len(names))
		}

		for _, name := range names {
			if !shown[name[1]] {
				t.Errorf("%s: the window shows nowhere %q", language, name[1])
			}
		}
	}
}
