package agreement

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"jejaring/model"
	"jejaring/ui/form"
	"jejaring/ui/look"
	"jejaring/ui/task"
)

// pickSigner offers the staff who may sign for the clinic; of a paper that stands the signer stands, too.
func (g *Agreements) pickSigner(r *agreement) fyne.CanvasObject {
	if r.Standing() {
		return nil
	}

	w := g.desk.Words
	var pick *look.Button
	pick = look.NewButtonWithIcon(w.Say("agreement.pick_signer"), theme.AccountIcon(), func() {
		form.ShowPicker(w, w.Say("form.search"), pick, g.desk.Finder("staff", model.Filters{model.BySigns: "yes"}), func(o form.Option) { g.setSigner(o.ID) })
	})

	return container.NewHBox(pick)
}

// setSigner takes over who signs for the clinic, with position and authority.
func (g *Agreements) setSigner(id model.ID) {
	task.Run(g.desk.Tasks, func(ctx context.Context) (model.Staff, error) { return g.desk.Staff.Get(ctx, id) },
		func(s model.Staff, err error) {
			if err != nil {
				g.desk.Report(err)
				return
			}
			g.Edit(func(r *agreement) {
				if p := r.Party("p1"); p != nil {
					p.RepName = s.FullName()
					p.RepPosition = s.Position
					p.Authority = s.SignAuthority
				}
			})
		})
}
