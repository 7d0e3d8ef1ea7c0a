package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"jejaring/assets"
	"jejaring/model"
	"jejaring/ui/look"
	"jejaring/ui/settings"
)

// firstStart is the window before there is a profile: whose register it is, or the sample.
type firstStart struct{ frame *App }

// show is the first start: the language, then the own clinic or the sample.
func (f firstStart) show() {
	w := f.frame.words
	f.frame.main, f.frame.places = nil, nil // no shortcut reaches the screens of another register
	brand := canvas.NewImageFromResource(fyne.NewStaticResource("icon.png", assets.Icon))
	brand.FillMode = canvas.ImageFillContain
	brand.SetMinSize(fyne.NewSize(72, 72))
	languages := container.NewHBox()

	for _, l := range model.Languages() {
		b := look.NewButton(settings.OwnName(l), func() {
			f.frame.App.Preferences().SetString("language", l)
			f.frame.setLanguage(l)
			f.show()
		})
		b.Importance = widget.LowImportance
		if l == w.Language() {
			b.Importance = widget.MediumImportance
		}

		languages.Add(b)
	}

	own := look.NewMainButton(w.Say("welcome.own"), theme.NavigateNextIcon(), f.showOwnClinic)
	sample := f.frame.desk().Busy(look.NewButton(w.Say("welcome.sample"), func() { f.frame.open(true) }))
	restore := look.NewButton(w.Say("welcome.restore"), restoring{f.frame}.show)
	later := look.NewButton(w.Say("welcome.later"), f.skip)
	later.Importance = widget.LowImportance
	text := container.NewVBox(container.NewCenter(brand), container.NewCenter(languages),
		centred(look.Paragraph(w.Say("welcome.title"), theme.ColorNameForeground, theme.SizeNameHeadingText, true)),
		centred(look.Paragraph(w.Say("welcome.text"), look.ColorMuted, theme.SizeNameText, false)), look.Gap(1, 8),
		own, sample, look.Hint(w.Say("welcome.sample_hint")), restore, later, look.Gap(1, 4), look.Hint(w.Say("about.disclaimer")))
	card := look.Fixed(540, 0, look.Card(look.Pad(22, text)))
	f.frame.setContent(container.NewCenter(card))
}

func centred(t *widget.RichText) *widget.RichText {
	t.Segments[0].(*widget.TextSegment).Style.Alignment = fyne.TextAlignCenter
	t.Refresh()
	return t
}

// skip opens the empty register, now and at later starts; the profile waits in the settings.
func (f firstStart) skip() {
	f.frame.App.Preferences().SetBool(skipped(f.frame.session), true)
	f.frame.build()
}

// skipped is the preference that the welcome of a register was put off.
func skipped(s *Session) string { return "welcome_later." + s.Frame.Path }

// noProfile reminds above every screen that the profile is missing, until there is one.
func (f firstStart) noProfile() fyne.CanvasObject {
	text := look.Text(f.frame.words.Say("welcome.no_profile"), theme.ColorNameForeground, theme.SizeNameText, false)
	fill := look.NewButton(f.frame.words.Say("welcome.fill_profile"), func() { f.frame.openRecord("clinic", 0) })
	return container.NewStack(look.NewGround(look.ColorNavChosen), look.PadXY(12, 2, look.Border(nil, nil, nil, fill, text)))
}

// offerMailbox is the last page of the first start: the mail can be connected now or later.
func (f firstStart) offerMailbox() {
	w := f.frame.words
	f.frame.welcome = nil
	now := look.NewMainButton(w.Say("welcome.mailbox"), theme.MailComposeIcon(), func() {
		f.frame.build()
		s := f.frame.show("settings").(*settings.Screen)
		s.Section("mailboxes")
		s.Create()
	})
	later := look.NewButton(w.Say("welcome.later"), f.frame.build)
	text := container.NewVBox(centred(look.Paragraph(w.Say("welcome.mail_title"), theme.ColorNameForeground, theme.SizeNameHeadingText, true)),
		centred(look.Paragraph(w.Say("welcome.mail_text"), look.ColorMuted, theme.SizeNameText, false)), look.Gap(1, 8), now, later)
	card := look.Fixed(540, 0, look.Card(look.Pad(22, text)))
	f.frame.setContent(container.NewCenter(card))
}

// showOwnClinic asks for the clinic's profile beside a live picture of its letterhead; it can be skipped.
func (f firstStart) showOwnClinic() {
	w := f.frame.words
	page := f.frame.rooms.settings.Basics(f.frame.desk())
	var next *look.Button
	next = look.NewMainButton(w.Say("welcome.finish"), theme.ConfirmIcon(), func() {
		next.Disable()
		page.Store(func(ok bool) {
			next.Enable()
			if ok {
				f.offerMailbox()
			}
		})
	})
	guard := func(then func()) func() {
		return func() { page.Ask(then) }
	}
	f.frame.welcome = func(then func()) { guard(then)() }
	back := look.NewButton(w.Say("action.back"), guard(func() { f.frame.welcome = nil; f.show() }))
	later := look.NewButton(w.Say("welcome.later"), guard(f.skip))
	later.Importance = widget.LowImportance
	head := container.NewVBox(look.Title(w.Say("welcome.profile")), look.Paragraph(w.Say("welcome.profile_text"), look.ColorMuted, theme.SizeNameText, false))
	foot := look.Border(nil, nil, container.NewHBox(back, later), next)
	body := look.Border(head, look.PadXY(0, 8, foot), nil, nil, page.Object())
	f.frame.setContent(look.PadXY(28, 16, body))
	page.FocusFirst()
}
