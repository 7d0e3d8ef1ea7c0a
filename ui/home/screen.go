package home

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"jejaring/model"
	"jejaring/ui/chart"
	"jejaring/ui/look"
	"jejaring/ui/task"
)

// home is the first screen: what needs attention, the figures, the next dates.
type home struct {
	desk     *desk
	object   *fyne.Container
	cards    *fyne.Container
	title    *widget.RichText // over the rows, with their number
	rows     *fyne.Container
	days     *fyne.Container
	upcoming *fyne.Container
	dates    *container.Scroll
	charts   *fyne.Container
	counts   model.Counts
	list     waiting
	foot     *fyne.Container // below the rows: what was put off
	unfolded bool            // what was put off is shown
	mine     *fyne.Container // over the rows: whose they are
	owner    model.ID        // whose rows are shown, 0 for everybody's
	// read says that the rows are known, counted that the figures are.
	read, counted bool
	turns         map[*fyne.Container]int // how often each place was asked for
}

// attentionShown is the number of rows; more would hide what is urgent.
const attentionShown = 40

// upcomingDays is how far the calendar looks ahead, upcomingShown how many dates it shows at most.
const (
	upcomingDays  = 30
	upcomingShown = 40
)

func newHome(d *desk) *home {
	h := &home{desk: d, turns: map[*fyne.Container]int{}, cards: container.New(&figuresLayout{gap: 4}), rows: container.New(&look.Lines{}), days: container.NewStack(),
		foot: container.NewVBox(), mine: container.NewStack(), upcoming: container.New(&look.Lines{}), charts: container.NewStack()}
	w := d.Words
	h.dates = container.NewVScroll(h.upcoming)
	h.title = look.Heading(w.Say("home.attention"))
	h.rows.Objects = []fyne.CanvasObject{h.reading()}
	head := container.NewVBox(container.NewBorder(nil, nil, nil, h.reminding(), h.title), h.mine)
	h.mine.Hide()
	attention := look.Card(container.NewBorder(head, h.foot, nil, nil, container.NewVScroll(h.rows)))
	next := look.Card(container.NewBorder(container.NewVBox(look.Heading(w.Say("home.upcoming")), h.days), nil, nil, nil, h.dates))
	right := container.New(&above{gap: 12, least: 360, below: 190}, next, look.Card(h.charts))
	h.object = container.New(&page{gap: 8}, h.top(), h.cards, attention, right)

	return h
}

// top is the clinic's name with the day, the search and the main action.
func (h *home) top() fyne.CanvasObject {
	d := h.desk
	w := h.desk.Words
	today := h.desk.Today().Time()
	search := look.NewButtonWithIcon(w.Say("search.anything")+"   Ctrl+K", theme.SearchIcon(), d.Search)
	search.Alignment = widget.ButtonAlignLeading
	create := look.NewMainButton(w.Say("agreement.new"), theme.ContentAddIcon(), func() { d.Show("agreements").Create() })
	name := d.Clinic().Name
	if name == "" {
		name = "Jejaring"
	}

	title := container.New(&look.Lines{Gap: -10}, look.Title(name), look.Muted(w.Weekday(today)+", "+w.Day(today)))
	return container.NewBorder(nil, nil, nil, container.NewCenter(container.NewHBox(look.Fixed(max(250, search.MinSize().Width), 0, search), create)), title)
}

// Object is the screen.
func (h *home) Object() fyne.CanvasObject { return h.object }

// Leave goes at once: nothing is typed here.
func (h *home) Leave(then func()) { then() }

// Keep does nothing.
func (h *home) Keep() {}

// Save does nothing.
func (h *home) Save() {}

// FocusSearch opens the search over everything.
func (h *home) FocusSearch() { h.desk.Search() }

// Create begins a new reminder.
func (h *home) Create() { h.desk.Remind(model.Subject{}) }

// Reload fetches figures, rows, dates and months. What cannot be read says so in its own place.
func (h *home) Reload() {
	today := h.desk.Today()
	take := h.desk.AskCounts()
	fetch(h, h.cards, func(ctx context.Context) (model.Counts, error) { return h.desk.Overview.Counts(ctx, today) },
		func(c model.Counts) {
			h.counts, h.counted = c, true
			take(c)
			h.showCards(c)
			if h.read && len(h.list.awake) == 0 {
				h.showAttention(h.list) // whether the register is empty is known only now
			}
		})
	owner := h.owner
	h.read = false // what stood there stays until it is read again
	fetch(h, h.rows, func(ctx context.Context) (waiting, error) {
		return withUpkeep(ctx, h.desk, owner)
	}, h.showAttention)
	fetch(h, h.upcoming, func(ctx context.Context) ([]model.Upcoming, error) {
		return h.desk.Overview.Upcoming(ctx, today, upcomingDays, upcomingShown)
	}, h.showUpcoming)
	fetch(h, h.charts, func(ctx context.Context) (model.Charts, error) {
		return h.desk.Figures.Charts(ctx, chart.YearBack(today), today)
	}, h.showCharts)
}

// fetch reads something beside the window and shows it, or shows in its place why it cannot be read. What was asked for again
// meanwhile is not shown.
func fetch[T any](h *home, place *fyne.Container, work func(context.Context) (T, error), show func(T)) {
	h.turns[place]++
	turn := h.turns[place]
	task.Run(h.desk.Tasks, work, func(found T, err error) {
		if turn != h.turns[place] {
			return
		}

		if err == nil {
			show(found)
			return
		}

		if sorry := h.sorry(err); sorry != nil {
			place.Objects = []fyne.CanvasObject{sorry}
			place.Refresh()
			h.lay()
		}
	})
}

// sorry says why something cannot be shown, with a way to try again; nil when the work was only cancelled.
func (h *home) sorry(err error) fyne.CanvasObject {
	said := h.desk.Told(err)
	if said[0] == "" {
		return nil
	}

	again := look.NewButton(h.desk.Words.Say("action.retry"), h.Reload)
	return container.NewVBox(look.Paragraph(said[0], theme.ColorNameError, theme.SizeNameText, false), look.Hint(said[1]),
		container.NewHBox(again))
}
