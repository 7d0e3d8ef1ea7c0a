package agreement

import (
	"context"

	"fyne.io/fyne/v2"

	"jejaring/model"
	"jejaring/ui/room"
)

// related lists the agreements that belong to another record, the latest end first.
func (d *desk) related(field model.FilterName, id model.ID) fyne.CanvasObject {
	q := model.Query{Filter: model.Filters{field: room.IDText(id)}, Sort: "end_date", Desc: true, Limit: 100}

	return room.ListOf(d.Desk, func(ctx context.Context) ([]model.Agreement, error) { return d.Agreements.Find(ctx, q) },
		"partner.no_agreements", d.agreementRow)
}
