package room

import (
	"context"

	"jejaring/model"
	"jejaring/ui/task"
)

// Papers is where issued papers come from.
type Papers interface {
	// Bytes returns an issued paper as it was made.
	Bytes(ctx context.Context, document model.ID) ([]byte, error)
	// Join makes one PDF of several, to be printed together.
	Join(ctx context.Context, pdfs [][]byte) ([]byte, error)
}

// Gaps knows what is missing before a paper can be issued.
type Gaps interface {
	// Gaps is what stands against the issue of the next paper of a record that is still being typed, as the paper room will say it.
	Gaps(ctx context.Context, t model.Typed) (model.Problems, error)
}

// Reporter makes a plain document of tables under the clinic's letterhead; it is neither numbered nor stored.
type Reporter interface {
	Report(ctx context.Context, r model.Report) ([]byte, error)
}

// JoinPapers makes one file of several papers, as they were issued.
func JoinPapers(ctx context.Context, papers Papers, docs []model.Document) ([]byte, error) {
	var all [][]byte
	for _, d := range docs {
		content, err := papers.Bytes(ctx, d.ID)
		if err != nil {
			return nil, err
		}
		all = append(all, content)
	}

	return papers.Join(ctx, all)
}

// PrintReport prints a plain document, or shows it where the system cannot print; printed follows once it was printed.
func PrintReport(d Desk, by Reporter, doc model.Report, name string, printed ...func()) {
	d.Print(name, func(ctx context.Context) ([]byte, error) { return by.Report(ctx, doc) }, printed...)
}

// SaveReport asks where to write a plain document; saved follows once it is written.
func SaveReport(d Desk, by Reporter, doc model.Report, name string, saved ...func()) {
	task.Run(d.Tasks, func(ctx context.Context) ([]byte, error) { return by.Report(ctx, doc) }, func(pdf []byte, err error) {
		if err != nil {
			d.Report(err)
			return
		}
		d.SaveFile(name, pdf, saved...)
	})
}

// Print hands a PDF to the printer, or shows it where the system cannot print.
func (d Desk) Print(name string, pdf func(context.Context) ([]byte, error), then ...func()) {
	task.Run(d.Tasks, func(ctx context.Context) (bool, error) {
		content, err := pdf(ctx)
		if err != nil {
			return false, err
		}
		return d.System().Print(name, content)
	}, func(printed bool, err error) {
		switch {
		case err != nil:
			d.Report(err)
		case printed:
			d.Notify(d.Words.Say("file.printed", name), "", nil)
			for _, do := range then {
				do()
			}
		}
	})
}
