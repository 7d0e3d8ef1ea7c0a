package ui

import (
	"context"
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
	task.Run(a.Tasks, func(ctx context.Context) (bool, error) { return session.Keys.Lost(ctx), nil }, func(lost bool, err error) {
		if !lost || session != a.session {
			return
		}
		restore := widget.NewButtonWithIcon(a.words.Say("keys.restore"), theme.ViewRestoreIcon(), a.askKey)
		text := look.Paragraph(a.words.Say("keys.lost"), theme.ColorNameError, theme.SizeNameText, false)
		place.Objects = []fyne.CanvasObject{look.PadXY(0, 4, look.Card(container.NewBorder(nil, nil, nil, container.NewCenter(restore), text)))}
		place.Refresh()
	})
	return place
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
					if err != nil {
						done(model.Problems{{Field: "sheet", Code: "recovery_code"}})
						return
					}
					done(nil)
					a.build()
					a.notify(w.Say("keys.restored"), "", nil)
				})
		}})
}

// newPrivacyPage tells how patients' identities are kept, and shows the recovery sheet.
func newPrivacyPage(a *App) *plainPart {
	w := a.words
	sheet := container.NewStack()
	show := widget.NewButtonWithIcon(w.Say("keys.show_sheet"), theme.VisibilityIcon(), nil)
	show.OnTapped = func() { a.showSheet(sheet, show) }
	restore := widget.NewButtonWithIcon(w.Say("keys.restore"), theme.ViewRestoreIcon(), a.askKey)
	place := "keys.in_" + a.session.Keys.Place()
	box := container.NewVBox(look.Heading(w.Say("settings.privacy")),
		look.Paragraph(w.Say("keys.about"), theme.ColorNameForeground, theme.SizeNameText, false),
		look.Paragraph(w.Say(place), look.ColorMuted, theme.SizeNameText, false), a.keyBanner(),
		look.Gap(1, 6), look.Heading(w.Say("keys.sheet")),
		look.Paragraph(w.Say("keys.sheet_text"), theme.ColorNameForeground, theme.SizeNameText, false),
		container.NewHBox(show, restore), sheet)
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
		print := widget.NewButtonWithIcon(w.Say("keys.print_sheet"), theme.DocumentPrintIcon(), func() { a.printReport(page, "jejaring.pdf") })
		print.Importance = widget.HighImportance
		place.Objects = []fyne.CanvasObject{container.NewVBox(look.Card(look.Pad(8, text)), container.NewHBox(print))}
		place.Refresh()
	})
}
