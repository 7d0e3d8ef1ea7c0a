package paper

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"jejaring/model"
	"jejaring/ui/look"
)

// drafted is what is drawn: of many certificates only the one that is looked at, since the others take as long again.
func (r *preview) drafted() model.Issue {
	issue := r.issue
	if r.shown < len(r.job.People) {
		issue.People = r.job.People[r.shown : r.shown+1]
	}
	return issue
}

// count is how many papers will be made.
func (r *preview) count(d drawn) int {
	if len(r.job.People) > 0 {
		return len(r.job.People)
	}
	return len(d.Papers)
}

// leaf goes through the drafts of several certificates, one at a time.
func (r *preview) leaf() fyne.CanvasObject {
	w := r.desk.Words
	n := len(r.job.People)
	place := look.Paragraph("", theme.ColorNameForeground, theme.SizeNameText, false)
	var back, on *look.Button
	show := func(by int) {
		r.shown += by
		look.SetText(place, w.Say("paper.one_of", r.shown+1, n), theme.ColorNameForeground, theme.SizeNameText, false)
		for b, ends := range map[*look.Button]bool{back: r.shown == 0, on: r.shown == n-1} {
			if ends {
				b.Disable()
			} else {
				b.Enable()
			}
		}

		if by != 0 {
			r.refresh()
		}
	}
	back = look.NewIconButton(theme.NavigateBackIcon(), r.desk.Words.Say("tip.before"), func() { show(-1) })
	on = look.NewIconButton(theme.NavigateNextIcon(), r.desk.Words.Say("tip.after"), func() { show(1) })
	show(0)

	return look.Border(nil, nil, back, on, place)
}
