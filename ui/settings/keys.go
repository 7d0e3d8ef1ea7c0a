package settings

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
	"jejaring/ui/room"
	"jejaring/ui/task"
)

// KeyBanner says above the referrals that the key is lost, and offers to restore it. It is nothing while all is well.
func (d *desk) keyBanner() fyne.CanvasObject {
	place := container.NewStack()
	task.Run(d.Tasks, func(ctx context.Context) (bool, error) { return true, d.Keys.Problem(ctx) }, func(_ bool, err error) {
		if err == nil || !d.Current() {
			return
		}

		sentence := "keys.lost"
		do := look.NewButtonWithIcon(d.Words.Say("keys.restore"), theme.ViewRestoreIcon(), d.askKey)
		switch {
		case errors.Is(err, model.ErrKeyringClosed):
			sentence = "keys.closed"
			do = d.Busy(look.NewButtonWithIcon(d.Words.Say("action.retry"), theme.ViewRefreshIcon(), d.keyAgain))
		case errors.Is(err, model.ErrOtherKey):
			sentence = "keys.other"
		case !errors.Is(err, model.ErrKeyLost):
			d.Report(err)
			return
		}

		text := look.Paragraph(d.Words.Say(sentence), theme.ColorNameError, theme.SizeNameText, false)
		place.Objects = []fyne.CanvasObject{look.PadXY(0, 4, look.Card(container.NewBorder(nil, nil, nil, container.NewCenter(do), text)))}
		place.Refresh()
	})

	return place
}

// keyAgain asks the keyring once more, after the user has unlocked it.
func (d *desk) keyAgain() {
	task.Run(d.Tasks, func(ctx context.Context) (bool, error) { return true, d.Keys.Again(ctx) }, func(_ bool, err error) {
		if !d.Current() {
			return
		}
		if err != nil {
			d.Report(err)
			return
		}
		d.unlocked()
	})
}

// unlocked shows everything anew with the key that was found.
func (d *desk) unlocked() {
	d.Rebuild()
	d.Notify(d.Words.Say("keys.restored"), "", nil)
}

// AskKey takes the lines of the recovery sheet.
func (d *desk) askKey() {
	w := d.Words
	room.Ask(d.Desk, "", room.Question[string]{Entity: "keys", Title: w.Say("keys.restore"), Text: w.Say("keys.restore_text"), Do: w.Say("keys.restore"),
		Groups: []form.Group[string]{{Lines: []form.Line[string]{form.LongText("sheet", func(s *string) *string { return s }).Must()}}},
		Submit: func(sheet string, done func(error)) {
			if strings.TrimSpace(sheet) == "" {
				done(model.Problems{{Field: "sheet", Code: model.CodeRequired}})
				return
			}
			task.Run(d.Tasks, func(ctx context.Context) (bool, error) { return true, d.Keys.Restore(ctx, sheet) },
				func(_ bool, err error) {
					done(atSheet(err))
					if err == nil {
						d.unlocked()
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
func newPrivacyPage(d *desk) *plainPart {
	w := d.Words
	sheet := container.NewStack()
	show := look.NewButtonWithIcon(w.Say("keys.show_sheet"), theme.VisibilityIcon(), nil)
	show.OnTapped = func() { d.showSheet(sheet, show) }
	restore := look.NewButtonWithIcon(w.Say("keys.restore"), theme.ViewRestoreIcon(), d.askKey)
	box := container.NewVBox(look.Heading(w.Say("settings.privacy")),
		look.Paragraph(w.Say("keys.about"), theme.ColorNameForeground, theme.SizeNameText, false))
	if place := d.Keys.KeptIn(); place != "" {
		box.Add(look.Paragraph(w.Say("keys.in_"+place), look.ColorMuted, theme.SizeNameText, false))
	}

	for _, o := range []fyne.CanvasObject{d.keyBanner(),
		look.Gap(1, 6), look.Heading(w.Say("keys.sheet")),
		look.Paragraph(w.Say("keys.sheet_text"), theme.ColorNameForeground, theme.SizeNameText, false),
		container.NewHBox(show, restore), sheet} {
		box.Add(o)
	}

	return &plainPart{object: look.Card(container.NewVScroll(look.PadXY(12, 8, box)))}
}

// showSheet shows the code large enough to be copied by hand, and saves or prints it on request.
func (d *desk) showSheet(place *fyne.Container, show *look.Button) {
	w := d.Words
	task.Run(d.Tasks, func(ctx context.Context) (string, error) { return d.Keys.Sheet(ctx) }, func(code string, err error) {
		if err != nil {
			d.Report(err)
			return
		}

		show.Disable()
		text := widget.NewRichText(&widget.TextSegment{Text: code, Style: widget.RichTextStyle{ColorName: theme.ColorNameForeground,
			SizeName: theme.SizeNameSubHeadingText, TextStyle: fyne.TextStyle{Monospace: true}}})
		text.Wrapping = fyne.TextWrapWord
		page := model.Report{Language: w.Language(), Title: w.Say("keys.sheet_title"), Subtitle: w.Day(d.Today().Time()),
			Parts: []model.ReportPart{{Text: w.Say("keys.sheet_how")}, {Title: w.Say("keys.code"), Text: code}}}
		print := look.NewMainButton(w.Say("keys.print_sheet"), theme.DocumentPrintIcon(), func() { room.PrintReport(d.Desk, d.Papers, page, "jejaring.pdf", d.sheetKept) })
		d.Busy(print)
		save := d.Busy(look.NewButtonWithIcon(w.Say("report.save_pdf"), theme.DocumentSaveIcon(), func() { room.SaveReport(d.Desk, d.Papers, page, w.Say("keys.sheet_file"), d.sheetKept) }))
		place.Objects = []fyne.CanvasObject{container.NewVBox(look.Card(look.Pad(8, text)), container.NewHBox(print, save))}
		place.Refresh()
	})
}

// sheetKept notes that the recovery sheet is on paper or in a file, so that Beranda no longer asks for it.
func (d *desk) sheetKept() {
	task.Run(d.Tasks, func(ctx context.Context) (bool, error) { return true, d.Sheet.SheetKept(ctx) }, func(_ bool, err error) {
		if err != nil {
			d.Report(err)
		}
	})
}
