package agreement

import (
	"context"

	"fyne.io/fyne/v2"

	"jejaring/model"
	"jejaring/ui/room"
)

// attachScan keeps the scan of the signed paper with an agreement.
func (g *Agreements) attachScan(r model.Agreement) {
	g.pickScan(func(f model.File, err error) {
		if err != nil || f.Name == "" {
			g.desk.Report(err)
			return
		}
		room.ChangeFiles(g.desk.Desk, func(ctx context.Context) (model.Agreement, error) {
			return g.desk.Changes.AttachFile(ctx, r.ID, f)
		},
			g.desk.Words.Say("agreement.attached"), g.filesChanged)
	})
}

// pickScan asks for the scan of a signed paper. Without a choice it hands over no file.
func (g *Agreements) pickScan(picked func(model.File, error)) {
	g.desk.PickFile(room.ScanEnds(), func(f model.File, err error) {
		f.Kind = "signed_scan"
		picked(f, err)
	})
}

func (g *Agreements) filesChanged(r model.Agreement) { g.paperDone(r.ID) }

// files lists the papers that belong to an agreement.
func (g *Agreements) files(r model.Agreement) fyne.CanvasObject {
	w := g.desk.Words
	return room.RecordFiles{Desk: g.desk.Desk, List: r.Documents, Label: func(kind string) string { return w.Label("file_kind", kind) },
		Empty: w.Say("agreement.no_files"), Add: w.Say("agreement.attach_scan"), Attach: func() { g.Settled(g.attachScan) },
		Remove: func(f model.File) {
			g.Settled(func(r model.Agreement) {
				room.ChangeFiles(g.desk.Desk, func(ctx context.Context) (model.Agreement, error) {
					return g.desk.Changes.DetachFile(ctx, r.ID, f.Name)
				},
					w.Say("files.removed", room.Short(f.Name, 60)), g.filesChanged)
			})
		},
		Bytes: func(ctx context.Context, f model.File) ([]byte, error) {
			if f.DocumentID != 0 {
				return g.desk.Papers.Bytes(ctx, f.DocumentID)
			}
			return g.desk.Changes.FileBytes(ctx, r.ID, f.Name)
		}}.Object()
}
