package paper

import (
	"cmp"
	"context"
	"slices"
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

// preview shows a document page by page before it is made, what is missing, and the number that it would take.
type preview struct {
	*Viewer
	job   room.PaperJob
	issue model.Issue
	done  func(model.ID)

	side    *fyne.Container
	scroll  *container.Scroll
	lacks   *widget.RichText // how much is missing, where the list of it may be out of view
	lead    func()           // goes to the first of it
	number  *widget.RichText
	misses  *fyne.Container
	button  *look.Button
	asked   *form.Form[model.Issue] // the date, and what the letter alone says
	drawing task.Latest[drawn]
	copies  []model.Paper
	issuing bool
	shown   int // which of the people's certificates is looked at
}

type drawn struct {
	Draft
	pages room.Pages
}

// showPaper opens the room over the window.
func (d *desk) showPaper(job room.PaperJob, done func(model.ID)) {
	today := d.Today()
	r := &preview{Viewer: newViewer(d), job: job, done: done, issue: job.Issue}
	r.issue.Type, r.issue.Date, r.issue.Today = job.DocType, cmp.Or(job.Issue.Date, job.Signed(), today), today
	if job.Agreement.ID != 0 {
		r.issue.About = model.About(model.EntityAgreement, job.Agreement.ID)
	}

	r.misses = container.NewVBox()
	r.number = look.Paragraph("", theme.ColorNameForeground, theme.SizeNameText, true)
	r.button = look.NewMainButton(d.Words.Say(r.issueKey()), theme.ConfirmIcon(), r.issueNow)
	r.button.Disable()
	r.build()
	r.refresh()
}

func (r *preview) build() {
	w := r.desk.Words
	asks := r.job.DocType.Kind().Asks
	lines := []form.Line[model.Issue]{
		form.Day("date", func(i *model.Issue) *model.Date { return &i.Date }).Must().Label("paper.date"),
	}
	for _, a := range asks {
		lines = append(lines, room.AskLine(r.desk.Desk, a, r.job.Agreement))
	}

	r.asked = form.New(w, "document", []form.Group[model.Issue]{{Lines: lines}},
		form.Events{Left: func(string) { r.restate() }, Escaped: r.close, Today: r.desk.Today})
	r.asked.Load(r.issue, nil)
	r.scroll = container.NewVScroll(nil)
	r.side = container.NewVBox(look.Heading(w.Label("document_type", string(r.job.DocType))), look.Hint(r.job.Subject()))
	if !r.job.Look {
		r.side.Add(r.asked.In(r.scroll))
		if r.job.DocType.Kind().Numbered != model.NumberedNot {
			r.side.Add(look.Muted(w.Say("paper.next_number")))
			r.side.Add(r.number)
		}
	}

	if len(r.job.People) > 1 {
		r.side.Add(r.leaf())
	}

	r.side.Add(r.misses)
	r.scroll.Content = r.side
	r.lacks = look.Muted("")
	draft := look.NewButtonWithIcon(w.Say("paper.save_draft"), theme.DocumentSaveIcon(), r.saveDraft)
	paper := look.NewButtonWithIcon(w.Say("paper.print_draft"), theme.DocumentPrintIcon(), r.printDraft)
	if r.job.Look {
		r.open(r.scroll, paper, draft)
		return
	}

	r.open(r.scroll, look.NewTap(r.lacks, func() {
		if r.lead != nil {
			r.lead()
		}
	}), r.button, paper, draft)
}

// refresh renders the draft, its pages, the next number and what is missing, beside the window.
func (r *preview) refresh() {
	issue := r.drafted()
	r.wait()
	r.drawing.Run(r.desk.Tasks, func(ctx context.Context) (drawn, error) {
		var d drawn
		var err error
		if d.Draft, err = r.desk.Papers.Prepare(ctx, issue); err != nil {
			return d, err
		}
		d.pages, err = r.desk.Papers.Pages(ctx, d.Papers[0].PDF)
		return d, err
	}, func(d drawn, err error) {
		if err != nil {
			r.close()
			r.desk.Report(err)
			return
		}
		r.show(d)
	})
}

func (r *preview) show(d drawn) {
	w := r.desk.Words
	r.copies = d.Papers
	r.Viewer.show(d.pages)
	number := r.job.Taken()
	if number == "" && len(d.Numbers) > 0 {
		number = strings.ReplaceAll(d.Numbers[0], model.NumberPlaceTraining, r.job.Training)
	}

	look.SetText(r.number, number, theme.ColorNameForeground, theme.SizeNameText, true)
	r.showMissing(d)
	if d.Problems.Errors() == nil && !r.issuing {
		r.button.Enable()
	} else {
		r.button.Disable()
	}

	r.side.Refresh()
	r.desk.Log().Debug("paper drawn", "pages", d.pages.Len(), "missing", len(d.Problems), "words", w.Language())
}

// showMissing lists what stops the issue, and warnings; each line leads to its field.
func (r *preview) showMissing(d drawn) {
	w := r.desk.Words
	r.misses.Objects = nil
	if number := r.job.Taken(); r.job.Look && number != "" {
		r.misses.Add(look.Hint(w.Say("paper.only_shown", number)))
		r.misses.Refresh()
		return
	}

	if d.Problems.Errors() != nil {
		r.misses.Add(look.Paragraph(w.Say("paper.missing"), theme.ColorNameError, theme.SizeNameText, true))
	} else if !r.job.Look {
		r.misses.Add(look.Paragraph(w.Say(r.job.Complete(), r.count(d)), theme.ColorNameSuccess, theme.SizeNameText, true))
	}

	if number := r.job.Taken(); number != "" {
		r.misses.Add(look.Hint(w.Say("paper.again", number)))
	}

	r.lead = nil
	lacking := slices.DeleteFunc(slices.Clone(d.Problems), func(p model.Problem) bool { return p.Warning })
	text := ""
	if len(lacking) > 0 {
		text = w.Say("gaps.some", len(lacking))
		r.lead = func() { r.fix(lacking[0]) }
	}
	look.SetText(r.lacks, text, theme.ColorNameError, theme.SizeNameCaptionText, false)

	for _, p := range d.Problems {
		colour := theme.ColorNameForeground
		if p.Warning {
			colour = theme.ColorNameWarning
		}

		line := look.Paragraph("• "+room.MissingText(w, p), colour, theme.SizeNameCaptionText, false)
		r.misses.Add(look.NewTap(line, func() { r.fix(p) }))
	}

	if !r.desk.clinicReviewed() {
		r.misses.Add(look.Hint(w.Say("about.disclaimer")))
	}

	r.misses.Refresh()
}

// fix leads to the input of a problem: beside the pages, or in the record.
func (r *preview) fix(p model.Problem) {
	if r.asks(p.Field) {
		r.asked.Show(model.Problems{p}, "", true)
		return
	}

	r.close()
	if r.job.Fix != nil {
		r.job.Fix(model.Problems{p})
	}
}

// asks reports whether a field is one of the inputs beside the pages.
func (r *preview) asks(field string) bool {
	return !r.job.Look && r.asked.Has(field)
}

// restate draws the paper anew where what is said in it has changed.
func (r *preview) restate() {
	i, problems := r.asked.Record()
	if i.Date.IsZero() && problems.Errors() == nil {
		problems = model.Problems{{Field: "date", Code: model.CodeDate}}
	}

	if problems.Errors() != nil {
		r.asked.Show(problems, "", false)
		r.button.Disable()
		return
	}

	if i.Date != r.issue.Date || i.Said != r.issue.Said {
		r.issue.Date, r.issue.Said = i.Date, i.Said
		r.refresh()
	}
}
