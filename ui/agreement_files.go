package ui

import (
	"context"

	"fyne.io/fyne/v2"

	"jejaring/model"
)

// attachScan keeps the scan of the signed paper with an agreement.
func (g *agreements) attachScan(r model.Agreement) {
	g.pickScan(func(f model.File, err error) {
		if err != nil || f.Name == "" {
			g.app.report(err)
			return
		}
		session := g.app.session
		changeFiles(g.app, func(ctx context.Context) (model.Agreement, error) {
			return session.Cooperation.AttachFile(ctx, r.ID, f)
		},
			g.app.words.Say("agreement.attached"), g.filesChanged)
	})
}

// pickScan asks for the scan of a signed paper. Without a choice it hands over no file.
func (g *agreements) pickScan(picked func(model.File, error)) {
	g.app.pickFile(scanEnds(), func(f model.File, err error) {
		f.Kind = "signed_scan"
		picked(f, err)
	})
}

func (g *agreements) filesChanged(r model.Agreement) { g.paperDone(r.ID) }

// files lists the papers that belong to an agreement.
func (g *agreements) files(r model.Agreement) fyne.CanvasObject {
	w, session := g.app.words, g.app.session
	return recordFiles{app: g.app, list: r.Documents, label: func(kind string) string { return w.Label("file_kind", kind) },
		empty: w.Say("agreement.no_files"), add: w.Say("agreement.attach_scan"), attach: func() { g.Settled(g.attachScan) },
		remove: func(f model.File) {
			g.Settled(func(r model.Agreement) {
				changeFiles(g.app, func(ctx context.Context) (model.Agreement, error) {
					return session.Cooperation.DetachFile(ctx, r.ID, f.Name)
				},
					w.Say("files.removed", short(f.Name, 60)), g.filesChanged)
			})
		},
		bytes: func(ctx context.Context, f model.File) ([]byte, error) {
			if f.DocumentID != 0 {
				return session.Papers.Bytes(ctx, f.DocumentID)
			}
			return session.Cooperation.FileBytes(ctx, r.ID, f.Name)
		}}.object()
}
