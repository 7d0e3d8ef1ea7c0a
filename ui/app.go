package ui

import (
	"context"
	"errors"
	"log/slog"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"jejaring/model"
	"jejaring/translations"
	"jejaring/ui/form"
	"jejaring/ui/look"
	"jejaring/ui/register"
	"jejaring/ui/task"
)

// Options are what the window needs from outside.
type Options struct {
	App    fyne.App
	Tasks  *task.Runner
	Open   Opener
	Rescue Rescuer
	// ForgetSample throws the sample register away; it is closed by then.
	ForgetSample func() error
	System       System
	Log          *slog.Logger
	// LogPath is shown with an error that nobody expected.
	LogPath string
	Version string
}

// App is the window with its screens.
type App struct {
	Options
	window  fyne.Window
	words   translations.Words
	session *Session
	clinic  model.Clinic
	counts  model.Counts

	place  string
	places map[string]screen
	states *states
	nav    *navigation
	strip  *strip
	main   *fyne.Container
	cancel context.CancelFunc
	// rescued says that a copy has just taken the place of a register.
	rescued string
	// finished says that the register is closed for good.
	finished bool
	// reached is how far the running synchronisation is.
	reached model.Progress
	// welcome asks about an unsaved profile while the first start is shown.
	welcome func(then func())
	// reminder says that the profile is missing, nil when it is there.
	reminder fyne.CanvasObject
	// zone is the clinic's time zone.
	zone *time.Location
}

// screen is a place of the navigation.
type screen interface {
	Object() fyne.CanvasObject
	Reload()
	// Leave calls then at once, or after asking about unsaved changes.
	Leave(then func())
	// Keep stores what was typed, before the window is built anew.
	Keep()
	// Save is Ctrl+S, FocusSearch Ctrl+F, Create Ctrl+N.
	Save()
	FocusSearch()
	Create()
}

// states is what survives when the window is built anew.
type states struct {
	partners   register.State[model.Partner]
	agreements register.State[model.Agreement]
	referrals  register.State[sheet]
	trainings  register.State[model.Training]
	report     model.Period
	staff      register.State[model.Staff]
	bases      register.State[model.LegalBasis]
	mail       register.State[model.Message]
	documents  register.State[model.Document]
	numbers    register.State[model.NumberEntry]
	mailboxes  register.State[model.Mailbox]
	settings   settingsState
	clinic     *keptClinic
	numbering  *keptSettings
	letters    int
	laws       []form.Option // the legal bases that an agreement can name
}

// newStates begins with what the user left: sorting and the widths of columns.
func newStates(p fyne.Preferences) *states {
	s := &states{}
	s.partners.List.Sort = "name"
	s.agreements.List.Sort = "end_date"
	s.staff.List.Sort = "name"
	s.referrals.List.Sort, s.referrals.List.Desc = "referral_at", true
	s.trainings.List.Sort, s.trainings.List.Desc = "start", true
	s.mail.List.Sort, s.mail.List.Desc = "date", true
	s.documents.List.Sort, s.documents.List.Desc = "date", true
	s.numbers.List.Sort, s.numbers.List.Desc = "letter_date", true
	for name, list := range s.lists() {
		for _, w := range p.FloatList("widths." + name) {
			list.Widths = append(list.Widths, float32(w))
		}
	}
	return s
}

// lists names the lists whose columns can be made wider.
func (s *states) lists() map[string]*register.ListState {
	return map[string]*register.ListState{"partners": &s.partners.List, "agreements": &s.agreements.List, "staff": &s.staff.List,
		"referrals": &s.referrals.List, "trainings": &s.trainings.List,
		"bases": &s.bases.List, "documents": &s.documents.List, "numbers": &s.numbers.List, "mailboxes": &s.mailboxes.List}
}

// remember keeps the widths of columns for the next start.
func (s *states) remember(p fyne.Preferences) {
	for name, list := range s.lists() {
		widths := make([]float64, len(list.Widths))
		for i, w := range list.Widths {
			widths[i] = float64(w)
		}
		p.SetFloatList("widths."+name, widths)
	}
}

// New makes the window, hidden. Start shows it.
func New(o Options) *App {
	a := &App{Options: o, window: o.App.NewWindow("Jejaring"), states: newStates(o.App.Preferences())}
	a.setLanguage(a.language())
	a.applyTheme()
	a.window.SetMaster()
	a.window.SetCloseIntercept(a.Close)
	a.comeBack()
	a.shortcuts()
	return a
}

// Window is the program's one window.
func (a *App) Window() fyne.Window { return a.window }

// Start shows the window and opens the register: the own one, or the sample when it was used last.
func (a *App) Start() {
	a.window.SetContent(container.NewStack(look.NewGround(theme.ColorNameBackground)))
	if a.App.Preferences().Bool("maximised") {
		a.System.Maximise()
	}
	a.window.Show()
	a.open(a.App.Preferences().Bool("sample"))
}

// Raise brings the window to the front.
func (a *App) Raise() {
	a.window.Show()
	a.window.RequestFocus()
}

func (a *App) open(sample bool) {
	type opened struct {
		session *Session
		clinic  model.Clinic
		none    bool
	}
	task.Run(a.Tasks, func(ctx context.Context) (opened, error) {
		session, err := a.Open(ctx, sample)
		if err != nil {
			return opened{}, err
		}
		clinic, err := session.Profile.Clinic(ctx)
		if ErrorKey(err) == "not_found" {
			return opened{session, model.NewClinic(), true}, nil
		}
		if err != nil {
			return opened{}, errors.Join(err, session.Close())
		}
		return opened{session, clinic, false}, nil
	}, func(o opened, err error) {
		if err != nil {
			a.showRegisterError(err, sample)
			return
		}
		a.App.Preferences().SetBool("sample", sample)
		a.use(o.session, o.clinic)
		a.upkeep(o.session, sample)
		if o.none && !a.App.Preferences().Bool(skipped(o.session)) {
			a.showWelcome()
			return
		}
		a.build()
	})
}

func (a *App) use(s *Session, c model.Clinic) {
	if a.session != nil && a.session != s {
		if a.cancel != nil {
			a.cancel() // the synchronisation closes its register when it has ended
		} else {
			a.retire(a.session)
		}
		a.states.remember(a.App.Preferences())
		a.states = newStates(a.App.Preferences())
		a.place, a.places, a.counts = "home", nil, model.Counts{}
	}
	a.session = s
	a.setClinic(c)
}

// setClinic takes over the profile with its time zone.
func (a *App) setClinic(c model.Clinic) {
	a.clinic, a.zone = c, time.Local
	if a.reminder != nil && c.ID != 0 {
		a.reminder.Hide()
	}
	if zone, err := time.LoadLocation(c.Timezone); err == nil {
		a.zone = zone
	}
}

// retire closes a register that nobody looks at any more.
func (a *App) retire(old *Session) {
	task.Run(a.Tasks, func(context.Context) (bool, error) { return true, old.Close() }, func(_ bool, err error) {
		if err != nil {
			a.Log.Error("close register", "error", err)
		}
	})
}

// SwitchRegister leaves the open register for the sample one or the own one.
func (a *App) SwitchRegister(sample bool) {
	a.leave(func() { a.open(sample) })
}

// throwSampleAway leaves the sample register and removes it, after asking.
func (a *App) throwSampleAway() {
	w := a.words
	register.Ask(a.window, w.Say("sample.forget"), w.Say("sample.forget_text"), nil,
		register.Answer{Label: w.Say("sample.forget"), Danger: true, Do: func() {
			old := a.session
			task.Run(a.Tasks, func(context.Context) (bool, error) {
				return true, errors.Join(old.Close(), a.ForgetSample())
			}, func(_ bool, err error) {
				if err != nil {
					a.report(err)
				}
				a.session, a.main, a.places = nil, nil, nil
				a.states = newStates(a.App.Preferences())
				a.place = "home"
				a.open(false)
			})
		}},
		register.Answer{Label: w.Say("action.back")})
}

// env is what the screens of the open register share. What they still report when another one was opened stays unsaid.
func (a *App) env() register.Env {
	session := a.session
	report := func(err error) {
		if session == a.session {
			a.report(err)
		}
	}
	return register.Env{Window: a.window, Words: a.words, Tasks: a.Tasks, Report: report, Notify: a.notify, SaveAs: a.saveAs, Today: session.Today}
}

// build makes the whole content anew: after opening a register, and when language, theme or text size change.
func (a *App) build() {
	for _, s := range a.places {
		s.Keep()
	}
	a.welcome = nil
	a.places = map[string]screen{}
	a.nav = newNavigation(a)
	a.nav.count(a.counts)
	a.strip = newStrip(a)
	if a.cancel != nil {
		a.progress(a.reached)
	}
	a.main = container.NewStack()
	top := container.NewVBox()
	if a.session.Sample {
		top.Add(a.banner())
	}
	a.reminder = nil
	if a.clinic.ID == 0 {
		a.reminder = a.noProfile()
		top.Add(a.reminder)
	}
	ground := look.NewGround(theme.ColorNameBackground)
	body := look.Border(top, a.strip.object, a.nav.object, nil, look.PadXY(16, 10, a.main))
	a.window.SetContent(container.NewStack(ground, body))
	a.show(a.place)
	if a.place != "home" { // which counts by itself
		a.refreshCounts()
	}
	if a.rescued != "" {
		a.notify(a.rescued, "", nil)
		a.rescued = ""
	}
}

func (a *App) banner() fyne.CanvasObject {
	ground := look.NewGround(look.ColorNavChosen)
	text := look.Text(a.words.Say("sample.banner", a.words.Day(a.session.Today().Time())), theme.ColorNameForeground, theme.SizeNameText, false)
	leave := widget.NewButton(a.words.Say("sample.leave"), func() { a.SwitchRegister(false) })
	if !a.App.Preferences().Bool("sample") {
		leave.Hide() // the own register was filled with the sample
	}
	return container.NewStack(ground, look.PadXY(12, 2, look.Border(nil, nil, nil, leave, text)))
}

// Go shows a place of the navigation, after asking about unsaved changes.
func (a *App) Go(place string) {
	if place == a.place {
		return
	}
	a.leave(func() { a.show(place) })
}

func (a *App) leave(then func()) {
	if s := a.places[a.place]; s != nil {
		s.Leave(then)
		return
	}
	then()
}

func (a *App) show(place string) screen {
	a.place = place
	s := a.places[place]
	if s == nil {
		s = a.makeScreen(place)
		a.places[place] = s
	}
	a.nav.choose(place)
	a.main.Objects = []fyne.CanvasObject{s.Object()}
	a.main.Refresh()
	s.Reload()
	return s
}

func (a *App) makeScreen(place string) screen {
	switch place {
	case "partners":
		return newPartners(a)
	case "agreements":
		return newAgreements(a)
	case "letters":
		return newLetters(a)
	case "referrals":
		return newReferrals(a)
	case "trainings":
		return newTrainings(a)
	case "reports":
		return newReports(a)
	case "settings":
		return newSettings(a)
	}
	return newHome(a)
}

// refreshCounts brings the figures in the navigation up to date.
func (a *App) refreshCounts() {
	session := a.session
	task.Run(a.Tasks, func(ctx context.Context) (model.Counts, error) {
		return session.Overview.Counts(ctx, session.Today())
	}, func(c model.Counts, err error) {
		if err == nil && session == a.session {
			a.counted(c)
		}
	})
}

// counted shows the figures in the navigation.
func (a *App) counted(c model.Counts) {
	a.counts = c
	a.nav.count(c)
}

func (a *App) language() string {
	if l := a.App.Preferences().String("language"); l == "en" || l == "id" {
		return l
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
		a.build()
	}
}

func (a *App) shortcuts() {
	c := a.window.Canvas()
	add := func(key fyne.KeyName, do func()) {
		c.AddShortcut(&desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierShortcutDefault}, func(fyne.Shortcut) {
			if a.main != nil && c.Overlays().Top() == nil {
				do()
			}
		})
	}
	add(fyne.KeyS, func() { a.places[a.place].Save() })
	add(fyne.KeyF, func() { a.places[a.place].FocusSearch() })
	add(fyne.KeyN, func() { a.places[a.place].Create() })
	add(fyne.KeyK, a.showSearch)
	add(fyne.KeyR, a.sync)
	c.SetOnTypedKey(a.unfocused)
	for i, place := range navPlaces() {
		add(fyne.KeyName(rune('1'+i)), func() { a.Go(place) })
	}
}

// unfocused takes the keys while nothing has the keyboard, after a click beside all inputs: F1 opens the help, Esc closes
// what lies over the window.
func (a *App) unfocused(k *fyne.KeyEvent) {
	c := a.window.Canvas()
	over := c.Overlays().Top() != nil
	switch {
	case k.Name == fyne.KeyF1 && !over:
		a.showHelp(a.place)
	case k.Name == fyne.KeyEscape && over:
		c.FocusNext()
		if f := c.Focused(); f != nil {
			f.TypedKey(k)
		}
	}
}

// report shows an error in words. What nobody expected is logged as well.
func (a *App) report(err error) {
	sentence, hint, known := Explain(a.words, err)
	if sentence == "" {
		return
	}
	if !known {
		a.Log.Error("unexpected", "error", err)
		hint += "\n" + a.LogPath
	}
	register.Ask(a.window, sentence, hint, nil, register.Answer{Label: a.words.Say("action.close"), Main: true})
}

func (a *App) notify(sentence, action string, act func()) { a.strip.notice(sentence, action, act) }

// Close ends the program, after asking about unsaved changes.
func (a *App) Close() {
	shut := func() {
		a.rememberWindow()
		a.states.remember(a.App.Preferences())
		a.window.Hide()
		a.Finish()
		a.App.Quit()
	}
	if a.welcome != nil {
		a.welcome(shut)
		return
	}
	if a.main == nil {
		shut()
		return
	}
	a.leave(shut)
}

// Finish ends all work and closes the register, when the window is closed or the system has ended the program; it does not
// touch the window. A second call does nothing.
func (a *App) Finish() {
	if a.finished {
		return
	}
	a.finished = true
	if a.cancel != nil {
		a.cancel()
	}
	if !a.Tasks.Close(5 * time.Second) {
		a.Log.Warn("work was still running at the end")
	}
	if a.session == nil {
		return
	}
	if err := a.session.Close(); err != nil {
		a.Log.Error("close register", "error", err)
	}
}

// showRegisterError says why a register cannot be opened and offers what can be done.
func (a *App) showRegisterError(err error, sample bool) {
	a.main, a.places = nil, nil
	sentence, hint, known := Explain(a.words, err)
	if !known {
		a.Log.Error("open register", "error", err)
		hint += "\n" + a.LogPath
	}
	again := look.NewMainButton(a.words.Say("action.retry"), nil, func() { a.open(sample) })
	gone := errors.Is(err, model.ErrRegisterMissing)
	copied := gone || errors.Is(err, model.ErrRegisterCorrupt)
	if copied {
		again.Importance = widget.MediumImportance
	}
	buttons := container.NewHBox(again)
	if !sample {
		buttons.Add(widget.NewButton(a.words.Say("welcome.sample"), func() { a.open(true) }))
	} else {
		buttons.Add(widget.NewButton(a.words.Say("sample.leave"), func() { a.open(false) }))
	}
	buttons.Add(widget.NewButton(a.words.Say("action.quit"), a.Close))
	offer := container.NewVBox()
	if copied {
		a.offerCopy(offer, sample, gone)
	}
	text := container.NewVBox(look.Paragraph(sentence, theme.ColorNameForeground, theme.SizeNameSubHeadingText, true),
		look.Paragraph(hint, look.ColorMuted, theme.SizeNameText, false), offer, buttons)
	card := look.Fixed(560, 0, look.Card(look.Pad(16, text)))
	a.window.SetContent(container.NewStack(look.NewGround(theme.ColorNameBackground), container.NewCenter(card)))
}
