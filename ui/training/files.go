package training

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
	"jejaring/ui/room"
	"jejaring/ui/task"
)

// files lists what is attached to a training above the papers that were issued for it.
func (g *trainings) files(r model.Training) fyne.CanvasObject {
	w := g.desk.Words
	attached := room.RecordFiles{Desk: g.desk.Desk, List: r.Documents, Label: func(kind string) string { return w.Label("training_file_kind", kind) },
		Empty: w.Say("training.no_files"), Add: w.Say("training.attach"), Attach: func() { g.Settled(g.attach) },
		Remove: func(f model.File) {
			g.Settled(func(r model.Training) {
				room.ChangeFiles(g.desk.Desk, func(ctx context.Context) (model.Training, error) {
					return g.desk.Changes.DetachFile(ctx, r.ID, f.Name)
				},
					w.Say("files.removed", room.Short(f.Name, 60)), g.filesChanged)
			})
		},
		Bytes: func(ctx context.Context, f model.File) ([]byte, error) {
			return g.desk.Changes.FileBytes(ctx, r.ID, f.Name)
		}}.Object()
	issued := look.Border(look.PadXY(8, 0, look.Heading(w.Say("training.issued"))), nil, nil, nil, g.desk.Related("document", "training_id", r.ID))

	return container.NewGridWithRows(2, attached, issued)
}

func (g *trainings) filesChanged(r model.Training) {
	g.ReloadAt(r.ID)
}

// attach asks for a file and its kind, and keeps it with a training.
func (g *trainings) attach(r model.Training) {
	d := g.desk
	d.PickFile(append(room.ScanEnds(), ".pptx", ".docx", ".xlsx"), func(f model.File, err error) {
		if err != nil || f.Name == "" {
			d.Report(err)
			return
		}

		f.Kind = guessKind(f.Name)
		room.Ask(d.Desk, f, room.Question[model.File]{Entity: "training", Title: d.Words.Say("training.attach_title"), Text: room.Joined(f.Name, d.Words.Size(int64(len(f.Body)))),
			Do: d.Words.Say("training.attach_do"), Groups: []form.Group[model.File]{{Lines: []form.Line[model.File]{
				form.Choice("kind", "training_file_kind", model.TrainingFileKinds, func(f *model.File) *string { return &f.Kind }).Must()}}},
			Submit: func(f model.File, done func(error)) { g.keep(r.ID, f, done) }})
	})
}

func (g *trainings) keep(id model.ID, f model.File, done func(error)) {
	task.Run(g.desk.Tasks, func(ctx context.Context) (model.Training, error) {
		return g.desk.Changes.AttachFile(ctx, id, f)
	}, func(changed model.Training, err error) {
		done(err)
		if err == nil {
			g.desk.Notify(g.desk.Words.Say("training.attached", room.Short(f.Name, 60)), "", nil)
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
