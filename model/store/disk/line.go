package disk

import (
	"context"
	"crypto/sha256"
	"fmt"

	"jejaring/model"
	"jejaring/model/store/sqlite"
)

// Line is the newest line of the history, 0 where there is none.
type Line struct {
	Id   model.ID
	text string // its checksum
}

// HasLine reports whether a line stands in the history.
func HasLine(ctx context.Context, q sqlite.Querier, l Line) bool {
	return l.Id == 0 || lineWhere(ctx, q, "id = ?", l.Id) == l
}

// LastLine reads the newest line of the history; registers of tests have none.
func LastLine(ctx context.Context, q sqlite.Querier) Line {
	return lineWhere(ctx, q, "TRUE ORDER BY id DESC LIMIT 1")
}

func lineWhere(ctx context.Context, q sqlite.Querier, condition string, args ...any) Line {
	var found Line
	err := sqlite.One(ctx, q, `SELECT id, time || "user" || coalesce(before, '') || coalesce(after, '') FROM history WHERE `+condition, args,
		&found.Id, &found.text)
	if err != nil {
		return Line{}
	}
	found.text = fmt.Sprintf("%x", sha256.Sum256([]byte(found.text)))
	return found
}
