package ui_test

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"jejaring/model"
	"jejaring/translations"
)

// tour shows every place, tab and section of the window with the sample, and calls look at each.
func (c *clinic) tour(w translations.Words, look func(where string)) {
	c.t.Helper()
	say := func(key string) string { return w.Say(key) }
	c.Sees(say("home.attention"))
	look("home")
	c.Ctrl(fyne.Key2)
	c.Tap("RSUD Tirtasana")
	c.tabs(w, look, "tab.profile", "tab.contacts", "tab.identity", "tab.agreements", "tab.history")
	c.Ctrl(fyne.Key3)
	c.Tap("Pelaksanaan Imunisasi dan Vaksinasi Massal")
	c.tabs(w, look, "tab.summary", "tab.parties", "tab.content", "tab.obligations", "tab.terms", "tab.files", "tab.history")
	c.TapIcon(theme.MoreVerticalIcon(), 0)
	c.Sees(say("agreement.preview"))
	look("menu of an agreement")
	c.Tap(say("agreement.preview"))
	c.Sees(say("paper.save_draft"))
	c.Until("the paper", func() bool { return !c.Shows(say("paper.drawing")) })
	look("paper")
	c.Tap(say("action.close"))
	c.letters(w, look)
	c.sections(w, look)
}

func (c *clinic) tabs(w translations.Words, look func(string), keys ...string) {
	c.t.Helper()
	c.Sees(w.Say(keys[0]))
	for i, key := range keys {
		if i == 0 {
			c.Tap(w.Say(key))
		} else {
			c.TapNear(w.Say(keys[0]), w.Say(key)) // a place of the window may bear the same name
		}
		look(key)
	}
}

func (c *clinic) letters(w translations.Words, look func(string)) {
	c.t.Helper()
	c.Ctrl(fyne.Key4)
	c.Tap(w.Say("mail.in") + "  3")
	for _, subject := range []string{"Tagihan mendesak", "Re: Perpanjangan"} {
		c.Tap(subject)
		c.Sees(w.Say("mail.link"))
		look(subject)
	}

	c.Tap(w.Say("letters.documents"))
	c.Tap("002/UND/KLN-SM/X/2026")
	c.Sees(w.Say("field.language"))
	look("letters.documents")
	c.Tap(w.Say("letters.numbers"))
	c.Tap("PKS  " + w.Count(c.numbersOf("PKS")))
	c.Tap("006/PKS/KLN-SM/XI/2026")
	c.Sees(w.Say("document.agreement"))
	look("letters.numbers")
}

func (c *clinic) numbersOf(key string) int {
	c.t.Helper()
	ids, err := c.store.Numbers().IDs(c.t.Context(), model.Query{Filter: model.Filters{model.BySequence: key}})
	if err != nil {
		c.t.Fatal(err)
	}
	return len(ids)
}

func (c *clinic) sections(w translations.Words, look func(string)) {
	c.t.Helper()
	c.Ctrl(fyne.Key0)
	for _, section := range []string{"clinic", "staff", "mailboxes", "numbering", "bases", "look", "trash", "history", "about"} {
		c.Tap(w.Say("settings." + section))
		look("settings." + section)
	}

	for _, section := range []string{"staff", "mailboxes", "bases"} {
		c.Tap(w.Say("settings." + section))
		c.Ctrl(fyne.KeyN)
		c.Sees(w.Say("action.save"))
		look("new in settings." + section)
	}
}

// keys match what only the program's source should say: a key of the translations, the name of a field, a code.
func keys() []*regexp.Regexp {
	return []*regexp.Regexp{regexp.MustCompile(`[⟦⟧]`), regexp.MustCompile(`\{\d\}`), regexp.MustCompile(`\b[a-z]{2,}(_[a-z]{2,})+\b`),
		regexp.MustCompile(`^(enum|field|problem|warning|error|action|nav|tab|group|hint|form)\.[a-z_.]+$`), regexp.MustCompile(`%!`)}
}

func TestWords_NoKeyIsEverSeenInEitherLanguage(t *testing.T) {
	for _, language := range []string{"id", "en"} {
		t.Run(language, func(t *testing.T) {
			c := letterBox(t)
			c.Tap("Beranda")
			c.app.SetLanguage(language)
			seen := 0
			c.tour(words(t, language), func(where string) {
				for _, text := range c.Texts() {
					seen++
					if slices.ContainsFunc(keys(), func(r *regexp.Regexp) bool { return r.MatchString(text) }) {
						t.Errorf("%s shows %q", where, text)
					}
				}
			})
			if seen < 1500 {
				t.Errorf("only %d texts were seen", seen)
			}
		})
	}
}

func TestWords_NothingIndonesianStaysInTheEnglishWindow(t *testing.T) {
	c := letterBox(t)
	c.Tap("Beranda")
	c.app.SetLanguage("en")
	indonesian := words(t, "id")
	english := words(t, "en")
	c.tour(english, func(where string) {
		for _, key := range []string{"action.save", "action.cancel", "form.choose", "form.day", "list.nothing_found", "nav.home", "nav.partners",
			"nav.settings", "strip.ready", "partner.new", "agreement.new", "form.unsaved", "tab.history", "tab.summary", "party.own"} {
			if word := indonesian.Say(key); word != english.Say(key) && slices.Contains(c.Texts(), word) {
				t.Errorf("%s shows %q", where, word)
			}
		}
	})
}

func TestWords_NumbersAndDatesFollowTheLanguage(t *testing.T) {
	c := sampleOpen(t)
	c.Sees("Sabtu, 21 November 2026", "10 Des 2026")
	c.app.SetLanguage("en")
	c.Sees("Saturday, 21 November 2026", "10 Dec 2026", "Needs attention")
	if strings.Contains(strings.Join(c.Texts(), "\n"), "10 Des 2026") {
		t.Error("an Indonesian date stays")
	}
}

func TestWords_TypingGoesOnWhereTheLanguageChanged(t *testing.T) {
	c := sampleOpen(t)
	c.Tap("Mitra", "Mitra baru")
	c.Enter("Nama mitra", "Klinik Se")
	c.Field("Catatan").Enter("satu\ndua")
	c.Tap("EN")
	c.Sees("New partner")
	c.Write("!")
	if got := c.Field("Notes").Text(); got != "satu\ndua!" {
		t.Errorf("the notes became %q", got)
	}

	c.Field("Partner name").Focus()
	c.Tap("ID")
	c.Write("hat")
	if got := c.Field("Nama mitra").Text(); got != "Klinik Sehat" {
		t.Errorf("the name became %q", got)
	}
}

// Whatever shows nothing but a picture says what it does while the mouse rests on it.
func TestWords_EveryIconSaysWhatItDoes(t *testing.T) {
	for _, language := range []string{"id", "en"} {
		c := letterBox(t)
		c.Tap("Beranda")
		c.app.SetLanguage(language)
		c.tour(words(t, language), func(where string) {
			for _, icon := range c.SilentIcons() {
				t.Errorf("%s in %s: nobody says what %s does", where, language, icon)
			}
		})
	}

	c := sampleOpen(t)
	c.Sees("Beranda")
	c.Hover(theme.HelpIcon())
	c.Sees("Bantuan (F1)")
	c.TapIcon(theme.HelpIcon(), 0)
	c.SeesNoMore("Bantuan (F1)")
}
