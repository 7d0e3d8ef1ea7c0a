package ui

import (
	"context"
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"jejaring/model"
	"jejaring/ui/look"
	"jejaring/ui/room"
	"jejaring/ui/task"
)

// strip is the line at the foot of the window: running work, the last notice, the last synchronisation.
type strip struct {
	app    *App
	object fyne.CanvasObject
	left   *fyne.Container
	right  *widget.RichText
	stop   func()
	// last is the sentence that stands there, and what takes the last act back; Ctrl+Z takes it back later, too.
	last said
	undo func()
	// running is the line of the job that runs, nil when none does; show brings it up to date.
	running fyne.CanvasObject
	show    func(model.Progress)
}

func newStrip(a *App) *strip {
	s := &strip{app: a, left: container.NewStack(), right: look.Text("", look.ColorMuted, theme.SizeNameCaptionText, false)}
	ground := look.NewGround(look.ColorNav)
	s.object = container.NewStack(ground, look.PadXY(12, 0, look.Border(nil, nil, nil, look.Fixed(look.Scaled(340), look.Scaled(30), s.right), s.left)))
	s.quiet()
	s.lastSync()
	return s
}

// said is a sentence with what can be done about it.
type said struct {
	sentence, action string
	act              func()
}

// noticed and offered are how long a sentence stands there: by itself, and with something that can be done about it.
const noticed, offered = 15 * time.Second, time.Minute

// quiet shows the running job again, or that there is none.
func (s *strip) quiet() {
	s.last = said{}
	if s.running != nil {
		s.left.Objects = []fyne.CanvasObject{s.running}
		s.left.Refresh()
		return
	}
	s.left.Objects = []fyne.CanvasObject{look.Text(s.app.words.Say("strip.ready"), look.ColorMuted, theme.SizeNameCaptionText, false)}
	s.left.Refresh()
}

// notice shows a sentence for some seconds, for a minute when there is something to do about it.
func (s *strip) notice(sentence, action string, act func()) {
	if s.stop != nil {
		s.stop()
	}

	var buttons []fyne.CanvasObject
	lasting := noticed
	if action != "" {
		lasting = offered
		buttons = append(buttons, room.Low(look.NewButton(action, func() { s.quiet(); s.undo = nil; act() })),
			room.Low(look.NewIconButton(theme.CancelIcon(), s.app.words.Say("action.close"), s.quiet)))
	}
	if action == s.app.words.Say("action.undo") {
		s.undo = act
	}

	s.left.Objects = []fyne.CanvasObject{sentenceLine(sentence, s.left.Size().Width, buttons...)}
	s.left.Refresh()
	s.last = said{sentence, action, act}
	s.stop = s.app.Tasks.After(lasting, s.quiet)
}

// takeBack takes the last act back that can be taken back, also when its sentence stands there no more.
func (s *strip) takeBack() {
	act := s.undo
	if s.undo = nil; act == nil {
		s.notice(s.app.words.Say("strip.no_undo"), "", nil)
		return
	}
	s.quiet()
	act()
}

// goOn takes over what an earlier line showed, where the window was built anew in the same words.
func (s *strip) goOn(before *strip) {
	if before == nil {
		return // the first one
	}

	s.undo = before.undo
	if x := before.last; x.sentence != "" {
		s.notice(x.sentence, x.action, x.act)
	}
}

// work shows a running job with its bar and a way to cancel it.
func (s *strip) work(cancel context.CancelFunc) (show func(model.Progress)) {
	label := look.Text("", theme.ColorNameForeground, theme.SizeNameCaptionText, false)
	bar := widget.NewProgressBar()
	endless := widget.NewProgressBarInfinite()
	bar.Hide()
	stop := look.NewButton(s.app.words.Say("action.cancel"), cancel)
	stop.Importance = widget.LowImportance
	s.running = container.NewHBox(look.Fixed(340, 0, label),
		container.NewCenter(look.Fixed(170, 8, container.NewStack(bar, endless))), stop, layout.NewSpacer())
	s.quiet()
	bar.TextFormatter = func() string { return "" }

	return func(p model.Progress) {
		text := s.app.words.Say(p.Stage)
		if p.Detail != "" {
			text += " · " + p.Detail
		}

		if p.Total > 0 {
			text += "  " + s.app.words.Say("strip.of", s.app.words.Count(p.Done), s.app.words.Count(p.Total))
			bar.SetValue(float64(p.Done) / float64(p.Total))
			bar.Show()
			endless.Stop()
			endless.Hide()
		}

		look.SetText(label, text, theme.ColorNameForeground, theme.SizeNameCaptionText, false)
	}
}

// lastSync shows when mail was read last, or that a mailbox could not be read.
func (s *strip) lastSync() {
	session := s.app.session
	task.Run(s.app.Tasks, func(ctx context.Context) ([]model.Mailbox, error) {
		return session.Frame.Mailboxes.Find(ctx, model.Query{})
	}, func(boxes []model.Mailbox, err error) {
		key := "strip.last_sync"
		colour := look.ColorMuted
		last := time.Time{}
		for _, b := range boxes {
			said := readKey(b)
			switch worse := slices.Index(readKeys(), said) - slices.Index(readKeys(), key); {
			case worse > 0:
				key, colour, last = said, theme.ColorNameError, b.LastSync.At
			case worse == 0 && b.LastSync.At.After(last):
				last = b.LastSync.At
			}
		}

		text := ""
		if err == nil && !last.IsZero() {
			last = s.app.desk().At(last)
			text = s.app.words.Say(key, s.app.words.ShortDay(last), s.app.words.Clock(last))
		}

		s.right.Segments = []widget.RichTextSegment{&widget.TextSegment{Text: text, Style: widget.RichTextStyle{
			ColorName: colour, SizeName: theme.SizeNameCaptionText, Alignment: fyne.TextAlignTrailing}}}
		s.right.Refresh()
	})
}

// readKeys are the ways in which mailboxes were read last, the worst last.
func readKeys() []string {
	return []string{"strip.last_sync", "strip.sync_incomplete", "strip.sync_failed"}
}

func readKey(b model.Mailbox) string {
	switch {
	case !b.Active || b.LastSync.Error == "":
		return "strip.last_sync"
	case b.LastSync.Partly():
		return "strip.sync_incomplete"
	}
	return "strip.sync_failed"
}

// sync reads all mailboxes, with progress and cancel in the strip.
func (a *App) sync() {
	if a.cancel != nil {
		return
	}

	session := a.session
	report := task.Meter(a.Tasks, func(p model.Progress) {
		if a.cancel != nil {
			a.progress(p)
		}
	})
	a.cancel = task.Run(a.Tasks, func(ctx context.Context) ([]model.SyncResult, error) { return session.Frame.Sync(ctx, report) },
		func(results []model.SyncResult, err error) {
			a.cancel = nil
			a.strip.running = nil
			a.strip.quiet()
			a.synced(session, results, err)
		})
	a.progress(model.Progress{Stage: "sync.connecting"})
}

// progress shows how far the running synchronisation is, also in a window that was built anew meanwhile.
func (a *App) progress(p model.Progress) {
	a.reached = p
	if a.strip.running == nil {
		a.strip.show = a.strip.work(a.cancel)
	}
	a.strip.show(p)
}

func (a *App) synced(session *Session, results []model.SyncResult, err error) {
	if session != a.session {
		a.retire(session) // the user went to the other register meanwhile
		return
	}

	var fetched, linked, failed int
	for _, r := range results {
		fetched = fetched + r.Fetched
		linked = linked + r.Linked
		failed = failed + r.Failed
	}

	switch {
	case err != nil:
		a.report(err)
	case len(results) == 0:
		a.notify(a.words.Say("sync.no_mailbox"), "", nil)
	case failed > 0:
		a.notify(a.words.Say("sync.done_failed", fetched, linked, failed), "", nil)
	default:
		a.notify(a.words.Say("sync.done", fetched, linked), "", nil)
	}

	a.strip.lastSync()
	a.refreshCounts()
	if s := a.places[a.place]; s != nil && (a.place == "letters" || a.place == "home" || a.place == "settings") {
		s.Reload()
	}
}
