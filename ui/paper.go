package ui

import (
	"cmp"
	"context"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"jejaring/model"
	"jejaring/translations"
	"jejaring/ui/form"
	"jejaring/ui/look"
	"jejaring/ui/task"
)

// paperRoom shows a document page by page before it is made, what is missing, and the number that it would take.
type paperRoom struct {
	*pageRoom
	job   paperJob
	issue model.Issue
	done  func(model.ID)

	side    *fyne.Container
	number  *widget.RichText
	misses  *fyne.Container
	button  *look.Button
	date    *form.Form[model.Issue]
	drawing task.Latest[drawn]
	copies  []model.Paper
	issuing bool
	shown   int // which of the people's certificates is looked at
}

type drawn struct {
	papers  []model.Paper
	pages   Pages
	missing model.Problems
	numbers []string
}

// showPaper opens the room over the window.
func (a *App) showPaper(job paperJob, done func(model.ID)) {
	today := a.session.Today()
	r := &paperRoom{pageRoom: newPageRoom(a), job: job, done: done, issue: job.issue}
	r.issue.Type, r.issue.Date, r.issue.Today = job.docType, cmp.Or(job.issue.Date, job.signed(), today), today
	if job.agreement.ID != 0 {
		r.issue.AgreementID = job.agreement.ID
	}
	r.misses = container.NewVBox()
	r.number = look.Paragraph("", theme.ColorNameForeground, theme.SizeNameText, true)
	r.button = look.NewMainButton(a.words.Say("agreement.issue_now"), theme.ConfirmIcon(), r.issueNow)
	r.button.Disable()
	r.build()
	r.refresh()
}

func (r *paperRoom) build() {
	w := r.app.words
	r.date = form.New(w, "document", []form.Group[model.Issue]{{Lines: []form.Line[model.Issue]{
		form.Day("date", func(i *model.Issue) *model.Date { return &i.Date }).Must().Label("paper.date"),
	}}}, form.Events{Left: func(string) { r.redate() }, Escaped: r.close, Today: r.app.session.Today})
	r.date.Load(r.issue, nil)
	r.side = container.NewVBox(look.Heading(w.Label("document_type", r.job.docType)), look.Hint(r.job.subject()))
	if !r.job.look {
		r.side.Add(look.Fixed(0, 104, r.date.Object()))
		r.side.Add(look.Muted(w.Say("paper.next_number")))
		r.side.Add(r.number)
	}
	if len(r.job.people) > 1 {
		r.side.Add(r.leaf())
	}
	r.side.Add(r.misses)
	draft := widget.NewButtonWithIcon(w.Say("paper.save_draft"), theme.DocumentSaveIcon(), r.saveDraft)
	if r.job.look {
		r.open(r.side, draft)
		return
	}
	r.open(r.side, r.button, draft)
}

// refresh renders the draft, its pages, the next number and what is missing, beside the window.
func (r *paperRoom) refresh() {
	session, issue := r.app.session, r.drafted()
	r.wait()
	r.drawing.Run(r.app.Tasks, func(ctx context.Context) (drawn, error) {
		var d drawn
		var err error
		if d.papers, err = session.Papers.Draft(ctx, issue); err != nil {
			return d, err
		}
		if d.missing, err = session.Papers.Missing(ctx, issue); err != nil {
			return d, err
		}
		if d.numbers, err = session.Papers.NextNumbers(ctx, issue.Type, issue.Date, 1); err != nil {
			return d, err
		}
		d.pages, err = session.Papers.Pages(ctx, d.papers[0].PDF)
		return d, err
	}, func(d drawn, err error) {
		if err != nil {
			r.close()
			r.app.report(err)
			return
		}
		r.show(d)
	})
}

func (r *paperRoom) show(d drawn) {
	w := r.app.words
	r.copies = d.papers
	r.pageRoom.show(d.pages)
	number := r.job.taken()
	if number == "" && len(d.numbers) > 0 {
		number = strings.ReplaceAll(d.numbers[0], model.NumberPlaceTraining, r.job.training)
	}
	look.SetText(r.number, number, theme.ColorNameForeground, theme.SizeNameText, true)
	r.showMissing(d)
	if d.missing.Errors() == nil && !r.issuing {
		r.button.Enable()
	} else {
		r.button.Disable()
	}
	r.side.Refresh()
	r.app.Log.Debug("paper drawn", "pages", d.pages.Len(), "missing", len(d.missing), "words", w.Language())
}

// showMissing lists what stops the issue, and warnings; each line leads to its field.
func (r *paperRoom) showMissing(d drawn) {
	w := r.app.words
	r.misses.Objects = nil
	if number := r.job.taken(); r.job.look && number != "" {
		r.misses.Add(look.Hint(w.Say("paper.only_shown", number)))
		r.misses.Refresh()
		return
	}
	if d.missing.Errors() != nil {
		r.misses.Add(look.Paragraph(w.Say("paper.missing"), theme.ColorNameError, theme.SizeNameText, true))
	} else if !r.job.look {
		r.misses.Add(look.Paragraph(w.Say(r.job.complete(), r.count(d)), theme.ColorNameSuccess, theme.SizeNameText, true))
	}
	if number := r.job.taken(); number != "" {
		r.misses.Add(look.Hint(w.Say("paper.again", number)))
	}
	for _, p := range d.missing {
		colour := theme.ColorNameForeground
		if p.Warning {
			colour = theme.ColorNameWarning
		}
		line := look.Paragraph("• "+missingText(w, p), colour, theme.SizeNameCaptionText, false)
		r.misses.Add(look.NewTap(line, func() {
			if p.Field == "date" && !r.job.look {
				r.date.FocusFirst()
				return
			}
			r.close()
			if r.job.fix != nil {
				r.job.fix(model.Problems{p})
				return
			}
			if g, ok := r.app.places["agreements"].(*agreements); ok {
				g.ShowProblems(model.Problems{p})
			}
		}))
	}
	if !r.app.clinicReviewed() {
		r.misses.Add(look.Hint(w.Say("about.disclaimer")))
	}
	r.misses.Refresh()
}

// missingText names the field in words, unless the sentence does so itself.
func missingText(w translations.Words, p model.Problem) string {
	text := w.Problem(p.Field, p.Code, p.Args...)
	if name := w.Field(p.Field); !strings.Contains(text, name) {
		return name + ": " + text
	}
	return text
}

func (r *paperRoom) redate() {
	i, problems := r.date.Record()
	if problems.Errors() != nil || i.Date.IsZero() {
		if problems.Errors() == nil {
			problems = model.Problems{{Field: "date", Code: model.CodeDate}}
		}
		r.date.Show(problems, "", false)
		r.button.Disable()
		return
	}
	if i.Date != r.issue.Date {
		r.issue.Date = i.Date
		r.refresh()
	}
}
