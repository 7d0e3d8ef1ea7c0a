package settings

import (
	"context"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"jejaring/model"
	"jejaring/ui/form"
	"jejaring/ui/look"
	"jejaring/ui/room"
	"jejaring/ui/task"
)

// credits is the page of a person's credits: how far they are, and each of them.
type credits struct {
	desk   *desk
	person model.Staff
	box    *fyne.Container
	object fyne.CanvasObject
}

func newCredits(d *desk, person model.Staff) *credits {
	c := &credits{desk: d, person: person, box: container.NewVBox()}
	c.object = container.NewVScroll(look.PadXY(10, 8, c.box))
	c.reload()
	return c
}

func (c *credits) reload() {
	id := c.person.ID
	task.Run(c.desk.Tasks, func(ctx context.Context) ([]model.Credit, error) { return c.desk.Credits.Credits(ctx, id) },
		func(list []model.Credit, err error) {
			if err != nil {
				c.desk.Report(err)
				return
			}
			c.show(list)
		})
}

func (c *credits) show(list []model.Credit) {
	w := c.desk.Words
	o := c.person.Overview(list, c.desk.Today())
	add := look.NewButtonWithIcon(w.Say("credit.add"), theme.ContentAddIcon(), func() {
		c.edit(model.SKPRecord{StaffID: c.person.ID, Date: c.desk.Today(), Domain: "pembelajaran"})
	})
	period := w.ShortDay(o.From.Time()) + " – " + w.ShortDay(o.To.Time())
	c.box.Objects = []fyne.CanvasObject{container.NewBorder(nil, nil, nil, add, look.Heading(w.Say("credit.period", period))),
		c.meter(w.Say("credit.total"), o.Total, o.Target)}
	for _, domain := range model.SKPDomains() {
		c.box.Add(c.meter(w.Label("skp_domain", domain), o.Domains[domain], o.Needed[domain]))
	}

	c.box.Add(c.meter(w.Say("credit.year", strconv.Itoa(c.desk.Today().Year)), o.Year, o.YearNeeded))
	c.box.Add(look.Hint(w.Say("credit.norm")))
	for _, x := range list {
		c.box.Add(c.row(x))
	}

	if len(list) == 0 {
		c.box.Add(look.Paragraph(w.Say("credit.none"), look.ColorMuted, theme.SizeNameText, false))
	}

	c.box.Refresh()
}

// meter is a bar from nothing to what is needed, with the figures in words.
func (c *credits) meter(label string, has, needed float64) fyne.CanvasObject {
	colour := theme.ColorNamePrimary
	if has >= needed {
		colour = theme.ColorNameSuccess
	}

	track := look.NewGround(look.ColorRow)
	fill := look.NewGround(colour)
	track.Radius, fill.Radius = 4, 4
	if has == 0 {
		fill.Hide()
	}

	share := float32(1)
	if needed > 0 {
		share = float32(min(has/needed, 1))
	}

	return container.New(meterLayout{share}, look.Muted(label), track, fill,
		look.Text(c.desk.Words.Say("credit.of", has, needed), theme.ColorNameForeground, theme.SizeNameText, false))
}

// meterLayout puts label, track, fill and figures on a line.
type meterLayout struct{ share float32 }

func (meterLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(300, 30) }

func (l meterLayout) Layout(o []fyne.CanvasObject, size fyne.Size) {
	const words, figures = 170, 120
	bar := max(size.Width-words-figures, 20)
	place := func(o fyne.CanvasObject, x, width, height float32) {
		o.Move(fyne.NewPos(x, (size.Height-height)/2))
		o.Resize(fyne.NewSize(width, height))
	}
	place(o[0], 0, words, o[0].MinSize().Height)
	place(o[1], words, bar, 10)
	place(o[2], words, bar*l.share, 10)
	place(o[3], words+bar+8, figures-8, o[3].MinSize().Height)
}

// row is one credit; a click edits it, or opens the training that it comes from.
func (c *credits) row(x model.Credit) fyne.CanvasObject {
	w := c.desk.Words
	source := w.Say("credit.elsewhere")
	open := func() { c.open(x.RecordID) }
	if x.TrainingID != 0 {
		source, open = w.Say("credit.training"), func() { c.desk.Open("training", x.TrainingID) }
	}

	lines := container.New(&look.Lines{Gap: -14}, look.Text(x.Title, theme.ColorNameForeground, theme.SizeNameText, true),
		look.Text(room.Joined(w.ShortDay(x.Date.Time()), w.Label("skp_domain", x.Domain), source), look.ColorMuted, theme.SizeNameCaptionText, false))
	chip := container.NewCenter(look.NewChip(w.Say("credit.value", x.Value), look.Plain))
	return look.NewTap(container.NewBorder(nil, nil, nil, chip, lines), open)
}

func (c *credits) open(id model.ID) {
	task.Run(c.desk.Tasks, func(ctx context.Context) (model.SKPRecord, error) { return c.desk.SKPRecords.Get(ctx, id) },
		func(r model.SKPRecord, err error) {
			if err != nil {
				c.desk.Report(err)
				return
			}
			c.edit(r)
		})
}

// edit shows the form of a credit that was earned elsewhere.
func (c *credits) edit(r model.SKPRecord) {
	type R = model.SKPRecord
	w := c.desk.Words
	q := room.Question[R]{Entity: "skp_record", Title: w.Say("credit.add"), Text: c.person.FullName(), Do: w.Say("action.save"),
		Groups: []form.Group[R]{{Lines: []form.Line[R]{
			form.Text("title", func(r *R) *string { return &r.Title }).Must(),
			form.Beside(form.Day("date", func(r *R) *model.Date { return &r.Date }).Must(), form.Decimal("value", func(r *R) *float64 { return &r.Value }).Must()),
			form.Choice("domain", "skp_domain", model.SKPDomains, func(r *R) *string { return &r.Domain }).Must(),
			form.Text("organizer", func(r *R) *string { return &r.Organizer }),
			form.Text("evidence", func(r *R) *string { return &r.Evidence }).Hint("hint.evidence"),
		}}},
		Submit: func(r R, done func(error)) {
			task.Run(c.desk.Tasks, func(ctx context.Context) (R, error) { return r, c.desk.SKPRecords.Save(ctx, &r) }, func(_ R, err error) {
				done(err)
				if err == nil {
					c.reload()
				}
			})
		}}
	if r.ID != 0 {
		q.Title = w.Say("credit.edit")
		q.Aside, q.AsideDo = w.Say("credit.remove"), func() { c.remove(r) }
	}

	room.Ask(c.desk.Desk, r, q)
}

// remove moves a credit into the trash; the notice brings it back.
func (c *credits) remove(r model.SKPRecord) {
	d, records := c.desk, c.desk.SKPRecords
	run := func(work func(context.Context, model.ID) error, then func()) {
		task.Run(d.Tasks, func(ctx context.Context) (bool, error) { return true, work(ctx, r.ID) }, func(_ bool, err error) {
			if err != nil {
				d.Report(err)
				return
			}
			c.reload()
			then()
		})
	}
	run(records.Delete, func() {
		d.Notify(d.Words.Say("trash.moved", r.Title), d.Words.Say("action.undo"), func() { run(records.Restore, func() {}) })
	})
}
