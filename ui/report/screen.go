package report

import (
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

// reports is the screen of the key figures.
type reports struct {
	scroll *container.Scroll
	owedAt fyne.CanvasObject // the table of what is overdue; nil while nothing is
	desk   *desk
	object fyne.CanvasObject
	body   *fyne.Container
	spans  *fyne.Container
	wrong  *widget.RichText // says that the typed day is none
	day    *form.Form[model.Issue]
	tools  []fyne.Disableable
	period model.Period
	data   reportData
	latest task.Latest[reportData]
}

func newReports(d *desk) *reports {
	r := &reports{desk: d, body: container.NewStack(), spans: container.NewHBox(), period: d.state.report}
	if r.period.To.IsZero() {
		r.period = model.PeriodOf("year", d.Today())
	}

	w := d.Words
	r.wrong = look.Text("", theme.ColorNameError, theme.SizeNameCaptionText, false)
	r.wrong.Hide()
	export := r.desk.Busy(look.NewButtonWithIcon(w.Say("report.csv"), theme.DownloadIcon(), r.export))
	preview := look.NewMainButton(w.Say("report.preview"), theme.VisibilityIcon(), r.preview)
	r.desk.Busy(preview)
	r.tools = []fyne.Disableable{export, preview}
	r.enable(false)
	top := container.NewVBox(room.Heading(w.Say("nav.reports"), nil, export, preview), r.chooser(), r.wrong)
	r.object = container.NewBorder(top, nil, nil, nil, r.body)

	return r
}

// chooser is the line with the length of the period, its last day, and the periods before and after.
func (r *reports) chooser() fyne.CanvasObject {
	type I = model.Issue
	r.day = form.New(r.desk.Words, "report", []form.Group[I]{{Lines: []form.Line[I]{
		form.Day("date", func(i *I) *model.Date { return &i.Date }).Label("report.until")}}}, form.Events{Left: func(string) { r.typedDay() }, Today: r.desk.Today})
	r.day.Load(I{Date: r.period.To}, nil)
	step := func(icon fyne.Resource, tip string, n int) fyne.CanvasObject {
		return look.NewIconButton(icon, r.desk.Words.Say(tip), func() { r.turn(n) })
	}
	r.showSpans()
	days := container.NewHBox(step(theme.NavigateBackIcon(), "tip.before", -1), look.Fixed(look.Scaled(390), look.Scaled(40), r.day.Bare()), step(theme.NavigateNextIcon(), "tip.after", 1))

	return look.PadXY(0, 4, container.New(&look.Flow{Gap: 16}, look.Fixed(0, look.Scaled(40), container.NewCenter(r.spans)), days))
}

// showSpans are the lengths to choose from.
func (r *reports) showSpans() {
	r.spans.Objects = nil
	for _, span := range model.Spans() {
		chip := look.NewFilterChip(r.desk.Words.Label("span", span), look.Plain, func() { r.choose(model.PeriodOf(span, r.period.To)) })
		chip.Chosen = span == r.period.Span
		r.spans.Add(chip)
	}
	r.spans.Refresh()
}

// Object is the screen.
func (r *reports) Object() fyne.CanvasObject { return r.object }

// Leave goes at once: nothing is typed here.
func (r *reports) Leave(then func()) { then() }

// Keep remembers the period.
func (r *reports) Keep() { r.desk.state.report = r.period }

// Save does nothing.
func (r *reports) Save() {}

// FocusSearch opens the search over everything.
func (r *reports) FocusSearch() { r.desk.Search() }

// Create does nothing.
func (r *reports) Create() {}

// turn goes to another period, whole, or up to today in the running one.
func (r *reports) turn(n int) {
	p := r.period.Shift(n)
	today := r.desk.Today()
	if p.Holds(today) {
		p.To = today
	}
	r.choose(p)
}

func (r *reports) choose(p model.Period) {
	r.period = p
	r.wrong.Hide()
	r.day.Load(model.Issue{Date: p.To}, nil)
	r.showSpans()
	r.Reload()
}

// typedDay takes the typed day over; what is no day stays, with a note.
func (r *reports) typedDay() {
	i, problems := r.day.Record()
	code := model.CodeDate
	if len(problems) > 0 {
		code = problems[0].Code
	}

	if problems.Errors() != nil || i.Date.IsZero() {
		look.SetText(r.wrong, r.desk.Words.Problem("date", code), theme.ColorNameError, theme.SizeNameCaptionText, false)
		r.wrong.Show()
		return
	}

	r.wrong.Hide()
	if i.Date != r.period.To {
		r.choose(model.PeriodOf(r.period.Span, i.Date))
	}
}

// enable allows export and print, once there is something.
func (r *reports) enable(yes bool) {
	for _, b := range r.tools {
		if yes {
			b.Enable()
		} else {
			b.Disable()
		}
	}
}
