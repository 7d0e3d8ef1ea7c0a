package room

import (
	"context"
	"encoding/json"
	"strconv"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"jejaring/model"
	"jejaring/ui/look"
	"jejaring/ui/task"
)

// history is what happened to records, with the names of the records that the changes refer to.
type history struct {
	entries []model.HistoryEntry
	names   map[string]string // by reference
}

// HistoryOf lists who changed what, newest first.
func (d Desk) HistoryOf(entity model.Entity, id model.ID) fyne.CanvasObject {
	box := container.NewVBox()
	task.Run(d.Tasks, func(ctx context.Context) (history, error) {
		list, err := d.History(ctx, entity, id, 100)
		return history{list, d.names(ctx, list)}, err
	}, func(h history, err error) {
		if err != nil {
			d.Report(err)
			return
		}
		for _, entry := range h.entries {
			box.Add(d.historyEntry(entry, h.names))
		}
		box.Refresh()
	})

	return container.NewVScroll(look.PadXY(4, 8, box))
}

// maxChanges is how many fields of one change are listed, maxCorrections of one correction.
const (
	maxChanges     = 8
	maxCorrections = 60
)

func (d Desk) historyEntry(h model.HistoryEntry, names map[string]string) fyne.CanvasObject {
	w := d.Words
	at := d.At(h.At)
	entity := strings.TrimSuffix(string(h.Entity), "_entry")
	head := look.Text(Joined(w.Label("history_action", h.Action), w.Label("entity", entity), recordName(h), w.ShortDay(at)+" "+w.Clock(at), h.User),
		theme.ColorNameForeground, theme.SizeNameText, true)
	lines := container.New(&look.Lines{Gap: -12}, head)
	if h.Reason != "" {
		lines.Add(look.Hint(w.Say("history.reason", h.Reason)))
	}

	if len(h.Before) > 0 && string(h.Before) != "null" {
		changes := h.Changes()
		most := maxChanges
		if h.Action == "correct" {
			changes = h.Corrected()
			most = maxCorrections
		}

		for i, c := range changes {
			if i == most {
				lines.Add(look.Hint("…"))
				break
			}
			lines.Add(look.Hint(d.changeText(string(h.Entity), c, names)))
		}
	}

	return container.NewVBox(lines, look.Gap(1, 6), widget.NewSeparator())
}

// changeText says in a sentence what became of a field. A list or a record of its own says nothing on one line.
func (d Desk) changeText(entity string, c model.FieldChange, names map[string]string) string {
	field := d.fieldName(entity, c.Field)
	before := d.stored(entity, c.Field, c.Before, names)
	now := d.stored(entity, c.Field, c.After, names)
	switch {
	case before == "" && now == "" && c.Before+c.After != "" && (compound(c.Before) || compound(c.After)) && listed(c.Before)+listed(c.After) != "":
		return d.Words.Say("history.changed", field, listed(c.Before), listed(c.After))
	case before == "" && now == "", compound(c.Before) && before == "", compound(c.After) && now == "":
		return field
	case before == "":
		return d.Words.Say("history.set", field, now)
	case now == "":
		return d.Words.Say("history.cleared", field, before)
	}

	return d.Words.Say("history.changed", field, before, now)
}

// recordName is what the record of an entry was called.
func recordName(h model.HistoryEntry) string {
	var names struct {
		Name, Title, Subject, Formatted, Number string
		Referral                                string `json:"referral_no"`
		Citation                                string `json:"citation_id"`
	}
	for _, side := range [][]byte{h.Before, h.After} {
		_ = json.Unmarshal(side, &names)
	}

	for _, name := range []string{names.Title, names.Name, names.Subject, names.Formatted, names.Number, names.Referral, names.Citation} {
		if name != "" {
			return Short(name, 48)
		}
	}

	return ""
}

// fieldName names a field of a record; that of a part says which part it is.
func (d Desk) fieldName(entity, field string) string {
	for _, name := range []string{entity + "." + field, field} {
		if said := d.Words.Field(name); said != name {
			return said
		}
	}
	return field
}

// listed shows the texts of a list on one line, with semicolons between them.
func listed(v string) string {
	var list []any
	if json.Unmarshal([]byte(v), &list) != nil {
		return ""
	}

	var texts []string
	for _, part := range list {
		switch x := part.(type) {
		case string:
			texts = append(texts, x)
		case map[string]any:
			for _, key := range []string{"text_id", "name", "topic", "term", "partner_name", "drug"} {
				if text, ok := x[key].(string); ok && text != "" {
					texts = append(texts, text)
					break
				}
			}
		}
	}

	return Short(strings.Join(texts, "; "), 160)
}

func compound(v string) bool { return strings.HasPrefix(v, "[") || strings.HasPrefix(v, "{") }

// stored shows a stored value in words: codes by their labels, references by names, dates as the window writes them.
func (a Desk) stored(entity, field, v string, names map[string]string) string {
	if target := a.Referred(field); target != "" {
		return named(target, v, names)
	}
	if s, err := strconv.Unquote(v); err == nil {
		v = s
	}

	switch {
	case v == "", v == "null", compound(v):
		return ""
	case v == "true":
		return a.Words.Say("answer.yes")
	case v == "false":
		return a.Words.Say("answer.no")
	}

	groups := []string{entity + "_" + field, field}
	if entity+"."+field == "referral.decision" {
		groups = []string{"referral_status"}
	}

	if field == "expired_from" {
		groups = []string{entity + "_status"}
	}

	for _, group := range groups {
		if label := a.Words.Label(group, v); label != v {
			return label
		}
	}

	if d, err := time.Parse(time.DateOnly, v); err == nil {
		return a.Words.ShortDay(d)
	}
	if t, err := time.Parse(time.RFC3339, v); err == nil {
		return a.Stamp(t)
	}

	return Short(v, 60)
}
