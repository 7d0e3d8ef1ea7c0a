package ui

import (
	"context"
	"errors"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"jejaring/model"
	"jejaring/ui/form"
	"jejaring/ui/look"
	"jejaring/ui/task"
)

// keyBanner says above the referrals that the key is lost, and offers to restore it. It is nothing while all is well.
func (a *App) keyBanner() fyne.CanvasObject {
	place := container.NewStack()
	session := a.session
	task.Run(a.Tasks, func(ctx context.Context) (bool, error) { return true, session.Keys.Problem(ctx) }, func(_ bool, err error) {
		if err == nil || session != a.session {
			return
		}
		sentence, do := "keys.lost", widget.NewButtonWithIcon(a.words.Say("keys.restore"), theme.ViewRestoreIcon(), a.askKey)
		switch {
		case errors.Is(err, model.ErrKeyringClosed):
			sentence, do = "keys.closed", a.busy(widget.NewButtonWithIcon(a.words.Say("action.retry"), theme.ViewRefreshIcon(), a.keyAgain))
		case errors.Is(err, model.ErrOtherKey):
			sentence = "keys.other"
		case !errors.Is(err, model.ErrKeyLost):
			a.report(err)
			return
		}
		text := look.Paragraph(a.words.Say(sentence), theme.ColorNameError, theme.SizeNameText, false)
		place.Objects = []fyne.CanvasObject{look.PadXY(0, 4, look.Card(container.NewBorder(nil, nil, nil, container.NewCenter(do), text)))}
		place.Refresh()
	})
	return place
}

// keyAgain asks the keyring once more, after the user has unlocked it.
func (a *App) keyAgain() {
	session := a.session
	task.Run(a.Tasks, func(ctx context.Context) (bool, error) { return true, session.Keys.Again(ctx) }, func(_ bool, err error) {
		if session != a.session {
			return
		}
		if err != nil {
			a.report(err)
			return
		}
		a.unlocked()
	})
}

// unlocked shows everything anew with the key that was found.
func (a *App) unlocked() {
	a.build()
	a.notify(a.words.Say("keys.restored"), "", nil)
}

// askKey takes the lines of the recovery sheet.
func (a *App) askKey() {
	w := a.words
	ask(a, "", question[string]{entity: "keys", title: w.Say("keys.restore"), text: w.Say("keys.restore_text"), do: w.Say("keys.restore"),
		groups: []form.Group[string]{{Lines: []form.Line[string]{form.LongText("sheet", func(s *string) *string { return s }).Must()}}},
		submit: func(sheet string, done func(error)) {
			if strings.TrimSpace(sheet) == "" {
				done(model.Problems{{Field: "sheet", Code: model.CodeRequired}})
				return
			}
			session := a.session
			task.Run(a.Tasks, func(ctx context.Context) (bool, error) { return true, session.Keys.Restore(ctx, sheet) },
				func(_ bool, err error) {
					done(atSheet(err))
					if err == nil {
						a.unlocked()
					}
				})
		}})
}

// atSheet puts what is wrong with a code under its field.
func atSheet(err error) error {
	switch {
	case errors.Is(err, model.ErrRecoveryCode):
		return model.Problems{{Field: "sheet", Code: "recovery_code"}}
	case errors.Is(err, model.ErrOtherKey):
		return model.Problems{{Field: "sheet", Code: "recovery_other"}}
	}
	return err
}

// newPrivacyPage tells how patients' identities are kept, and shows the recovery sheet.
func newPrivacyPage(a *App) *plainPart {
	w := a.words
	sheet := container.NewStack()
	show := widget.NewButtonWithIcon(w.Say("keys.show_sheet"), theme.VisibilityIcon(), nil)
	show.OnTapped = func() { a.showSheet(sheet, show) }
	restore := widget.NewButtonWithIcon(w.Say("keys.restore"), theme.ViewRestoreIcon(), a.askKey)
	box := container.NewVBox(look.Heading(w.Say("settings.privacy")),
		look.Paragraph(w.Say("keys.about"), theme.ColorNameForeground, theme.SizeNameText, false))
	if place := a.session.Keys.Place(); place != "" {
		box.Add(look.Paragraph(w.Say("keys.in_"+place), look.ColorMuted, theme.SizeNameText, false))
	}
	for _, o := range []fyne.CanvasObject{a.keyBanner(),
		look.Gap(1, 6), look.Heading(w.Say("keys.sheet")),
		look.Paragraph(w.Say("keys.sheet_text"), theme.ColorNameForeground, theme.SizeNameText, false),
		container.NewHBox(show, restore), sheet} {
		box.Add(o)
	}
	return &plainPart{object: look.Card(container.NewVScroll(look.PadXY(12, 8, box)))}
}

// showSheet shows the code large enough to be copied by hand, and saves or prints it on request.
func (a *App) showSheet(place *fyne.Container, show *widget.Button) {
	w, session := a.words, a.session
	task.Run(a.Tasks, func(ctx context.Context) (string, error) { return session.Keys.Sheet(ctx) }, func(code string, err error) {
		if err != nil {
			a.report(err)
			return
		}
		show.Disable()
		text := widget.NewRichText(&widget.TextSegment{Text: code, Style: widget.RichTextStyle{ColorName: theme.ColorNameForeground,
			SizeName: theme.SizeNameSubHeadingText, TextStyle: fyne.TextStyle{Monospace: true}}})
		text.Wrapping = fyne.TextWrapWord
		page := model.Report{Language: w.Language(), Title: w.Say("keys.sheet_title"), Subtitle: w.Day(session.Today().Time()),
			Parts: []model.ReportPart{{Text: w.Say("keys.sheet_how")}, {Title: w.Say("keys.code"), Text: code}}}
		print := look.NewMainButton(w.Say("keys.print_sheet"), theme.DocumentPrintIcon(), func() { a.printReport(page, "jejaring.pdf", a.sheetKept) })
		a.busy(&print.Button)
		save := a.busy(widget.NewButtonWithIcon(w.Say("report.save_pdf"), theme.DocumentSaveIcon(), func() { a.saveReport(page, w.Say("keys.sheet_file"), a.sheetKept) }))
		place.Objects = []fyne.CanvasObject{container.NewVBox(look.Card(look.Pad(8, text)), container.NewHBox(print, save))}
		place.Refresh()
	})
}

// sheetKept notes that the recovery sheet is on paper or in a file, so that Beranda no longer asks for it.
func (a *App) sheetKept() {
	session := a.session
	task.Run(a.Tasks, func(ctx context.Context) (bool, error) { return true, session.Copies.SheetKept(ctx) }, func(_ bool, err error) {
		if err != nil {
			a.report(err)
		}
	})
}
