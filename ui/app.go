package ui

import (
	"context"
	"errors"
	"log/slog"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"jejaring/model"
	"jejaring/translations"
	"jejaring/ui/look"
	"jejaring/ui/paper"
	"jejaring/ui/register"
	"jejaring/ui/room"
	"jejaring/ui/task"
)

// Options are what the window needs from outside.
type Options struct {
	App    fyne.App
	Tasks  *task.Runner
	Open   Opener
	Rescue Rescuer
	// ForgetSample throws the sample register away; it is closed by then.
	ForgetSample func(ctx context.Context) error
	System       room.System
	Log          *slog.Logger
	// LogPath is shown with an error that nobody expected.
	LogPath string
	Version string
	// Language is the one of the first start, before a person chose one: id or en; anything else is id.
	Language string
	// Beat is the pause between two looks at the register file; 0 is the usual one.
	Beat time.Duration
}

// App is the window with its screens.
type App struct {
	Options
	window  fyne.Window
	words   translations.Words
	session *Session
	clinic  model.Clinic
	counts  model.Counts
	// countsAsked and countsShown order the answers to what is counted: a slow one does not replace a newer one.
	countsAsked, countsShown int

	place  string
	places map[string]room.Screen
	rooms  *rooms
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
	// memory is what the rooms keep in mind.
	memory room.Memory
	// zone is the clinic's time zone.
	zone *time.Location
	// ailing is the failure that the last look at the register file has told; movedShown says that the question about a
	// moved one is open.
	ailing     string
	movedShown bool
	// viewer is the last one that showed pages.
	viewer *paper.Viewer
	// guard keeps the cursor out of what is not shown.
	guard *look.Guard
	// day is the one that the window shows; turning says that a new one is being taken over.
	day     model.Date
	turning bool
}

// New makes the window, hidden. Start shows it.
func New(o Options) *App {
	a := &App{Options: o, window: o.App.NewWindow("Jejaring")}
	a.setLanguage(a.language())
	a.applyTheme()
	a.window.SetMaster()
	a.window.SetCloseIntercept(a.Close)
	a.comeBack()
	a.guard = look.NewGuard(a.window.Canvas())
	a.Tasks.Then(a.desk().LetGo)
	a.shortcuts()
	a.window.SetOnDropped(a.Drop)

	return a
}

// Window is the program's one window.
func (a *App) Window() fyne.Window { return a.window }

// Start shows the window and opens the register: the own one, or the sample when it was used last.
func (a *App) Start() {
	a.setContent(container.NewStack())
	if a.App.Preferences().Bool("maximised") {
		a.System.Maximise()
	}
	a.window.Show()
	a.watchDay()
	a.open(a.App.Preferences().Bool("sample"))
}

// Raise brings the window to the front.
func (a *App) Raise() {
	a.window.Show()
	a.window.RequestFocus()
}

// build makes the whole content anew: after opening a register, and when language, theme or text size change.
func (a *App) build() {
	for _, s := range a.places {
		s.Keep()
	}

	a.welcome = nil
	if today := a.session.Today(); today != a.day {
		for _, p := range a.rooms.places {
			if p.Turn != nil {
				p.Turn(a.day)
			}
		}
		a.day = today
	}

	a.places = map[string]room.Screen{}
	a.nav = newNavigation(a)
	a.nav.count(a.counts)
	a.strip = newStrip(a)
	if a.cancel != nil {
		a.progress(a.reached)
	}

	a.main = container.NewStack()
	top := container.NewVBox()
	if a.session.Frame.Sample {
		top.Add(a.banner())
	}

	a.reminder = nil
	if a.clinic.ID == 0 {
		a.reminder = firstStart{a}.noProfile()
		top.Add(a.reminder)
	}

	body := look.Border(top, a.strip.object, a.nav.object, nil, look.PadXY(16, 10, a.main))
	a.setContent(body)
	a.show(a.place)
	if p, ok := a.places[a.place].(interface{ Resume() }); ok {
		p.Resume()
	}
	if a.place != "home" { // which counts by itself
		a.refreshCounts()
	}
}

// setContent shows something in place of the whole content. The cursor leaves what goes away: Fyne would let it blink there.
func (a *App) setContent(o fyne.CanvasObject) {
	a.window.Canvas().Unfocus()
	a.window.SetContent(container.NewStack(look.NewGround(theme.ColorNameBackground), o, a.guard, look.NewTips()))
}

func (a *App) banner() fyne.CanvasObject {
	ground := look.NewGround(look.ColorNavChosen)
	text := look.Text(a.words.Say("sample.banner", a.words.Day(a.session.Today().Time())), theme.ColorNameForeground, theme.SizeNameText, false)
	leave := look.NewButton(a.words.Say("sample.leave"), func() { a.SwitchRegister(false) })
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
	a.leave(func() {
		for _, list := range a.rooms.place(place).Lists {
			list.Plain()
		}
		a.show(place)
	})
}

func (a *App) leave(then func()) {
	if s := a.places[a.place]; s != nil {
		s.Leave(then)
		return
	}
	then()
}

func (a *App) show(place string) room.Screen {
	found := a.rooms.place(place)
	place, a.place = found.Name, found.Name
	s := a.places[place]
	if s == nil {
		s = found.Screen(a.desk())
		a.places[place] = s
	}

	a.nav.choose(place)
	a.main.Objects = []fyne.CanvasObject{s.Object()}
	a.main.Refresh()
	a.desk().LetGo()
	s.Reload()

	return s
}

// refreshCounts brings the figures in the navigation up to date.
func (a *App) refreshCounts() {
	session := a.session
	take := a.askCounts()
	task.Run(a.Tasks, func(ctx context.Context) (model.Counts, error) {
		return session.Frame.Register.Counts(ctx, session.Today())
	}, func(c model.Counts, err error) {
		if err == nil {
			take(c)
		}
	})
}

// askCounts gives what shows the figures in the navigation, once they are there: unless figures that were asked for later, or
// those of another register, are shown already.
func (a *App) askCounts() (take func(model.Counts)) {
	session := a.session
	a.countsAsked++
	turn := a.countsAsked
	return func(c model.Counts) {
		if session != a.session || turn < a.countsShown {
			return
		}
		a.counts, a.countsShown = c, turn
		a.nav.count(c)
	}
}

// report shows an error in words. What nobody expected is logged as well.
func (a *App) report(err error) {
	if errors.Is(err, model.ErrRegisterMoved) && a.session != nil && a.session.Frame.PutBack != nil {
		a.moved(err)
		return
	}
	if said := a.told(err); said[0] != "" {
		register.Ask(a.window, said[0], said[1], nil, register.Answer{Label: a.words.Say("action.close"), Main: true})
	}
}

// told is the sentence and the hint of an error; one that nobody expected goes to the log, and its hint says where that is.
func (a *App) told(err error) []string {
	sentence, hint, known := room.Explain(a.words, err)
	if !known {
		a.Log.Error("unexpected", "error", err)
		hint += "\n" + a.LogPath
	}
	return []string{sentence, hint}
}

func (a *App) notify(sentence, action string, act func()) { a.strip.notice(sentence, action, act) }
