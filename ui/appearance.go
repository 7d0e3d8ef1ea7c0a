package ui

import (
	"fyne.io/fyne/v2/lang"

	"jejaring/translations"
	"jejaring/ui/look"
)

func (a *App) language() string {
	if l := a.App.Preferences().String("language"); l == "en" || l == "id" {
		return l
	}
	if a.Language == "en" {
		return "en"
	}
	return "id"
}

// SetLanguage changes the window's language at once; what is typed stays.
func (a *App) SetLanguage(l string) {
	a.App.Preferences().SetString("language", l)
	a.setLanguage(l)
	if a.session != nil {
		a.build()
	}
}

func (a *App) setLanguage(l string) {
	words, err := translations.In(l)
	if err != nil {
		a.Log.Error("translations", "error", err)
		return
	}

	a.words = words
	if err := lang.AddTranslationsForLocale(translations.FyneOwn(l), lang.SystemLocale()); err != nil {
		a.Log.Error("translations of the toolkit", "error", err)
	}
}

func (a *App) applyTheme() {
	p := a.App.Preferences()
	a.App.Settings().SetTheme(look.Theme{Mode: p.StringWithFallback("theme", "light"), Scale: float32(p.FloatWithFallback("scale", 1))})
}

// SetLook changes theme (light, dark, system) and text size (0.9 to 1.5) at once.
func (a *App) SetLook(mode string, scale float64) {
	a.App.Preferences().SetString("theme", mode)
	a.App.Preferences().SetFloat("scale", scale)
	a.applyTheme()
	if a.session != nil {
		before := a.strip
		a.build()
		a.strip.goOn(before)
	}
}
