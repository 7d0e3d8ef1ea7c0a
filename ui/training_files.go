package ui

import (
	"context"
	"path"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"jejaring/model"
	"jejaring/ui/form"
	"jejaring/ui/look"
	"jejaring/ui/task"
)

// files lists what is attached to a training above the papers that were issued for it.
func (g *trainings) files(r model.Training) fyne.CanvasObject {
	w, session := g.app.words, g.app.session
	attached := recordFiles{app: g.app, list: r.Documents, label: func(kind string) string { return w.Label("training_file_kind", kind) },
		empty: w.Say("training.no_files"), add: w.Say("training.attach"), attach: func() { g.Settled(g.attach) },
		remove: func(f model.File) {
			g.Settled(func(r model.Training) {
				changeFiles(g.app, func(ctx context.Context) (model.Training, error) {
					return session.Courses.DetachTrainingFile(ctx, r.ID, f.Name)
				},
					w.Say("files.removed", short(f.Name, 60)), g.filesChanged)
			})
		},
		bytes: func(ctx context.Context, f model.File) ([]byte, error) {
			return session.Courses.TrainingFileBytes(ctx, r.ID, f.Name)
		}}.object()
	issued := look.Border(look.PadXY(8, 0, look.Heading(w.Say("training.issued"))), nil, nil, nil, g.app.papersOf("training_id", r.ID))
	return container.NewGridWithRows(2, attached, issued)
}

func (g *trainings) filesChanged(r model.Training) {
	g.OpenID(r.ID)
	g.Screen.Reload()
}

// attach asks for a file and its kind, and keeps it with a training.
func (g *trainings) attach(r model.Training) {
	a := g.app
	a.pickFile(append(scanEnds(), ".pptx", ".docx", ".xlsx"), func(f model.File, err error) {
		if err != nil || f.Name == "" {
			a.report(err)
			return
		}
		f.Kind = guessKind(f.Name)
		ask(a, f, question[model.File]{entity: "training", title: a.words.Say("training.attach_title"), text: joined(f.Name, a.words.Size(int64(len(f.Body)))),
			do: a.words.Say("training.attach_do"), groups: []form.Group[model.File]{{Lines: []form.Line[model.File]{
				form.Choice("kind", "training_file_kind", model.TrainingFileKinds, func(f *model.File) *string { return &f.Kind }).Must()}}},
			submit: func(f model.File, done func(error)) { g.keep(r.ID, f, done) }})
	})
}

func (g *trainings) keep(id model.ID, f model.File, done func(error)) {
	session := g.app.session
	task.Run(g.app.Tasks, func(ctx context.Context) (model.Training, error) {
		return session.Courses.AttachTrainingFile(ctx, id, f)
	}, func(changed model.Training, err error) {
		done(err)
		if err == nil {
			g.app.notify(g.app.words.Say("training.attached", short(f.Name, 60)), "", nil)
			g.filesChanged(changed)
		}
	})
}

// guessKind is the likely kind of a file of a training.
func guessKind(name string) string {
	if slices.Contains([]string{".jpg", ".jpeg", ".png"}, strings.ToLower(path.Ext(name))) {
		return "photo"
	}
	return "material"
}
