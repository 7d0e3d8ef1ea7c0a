package register

import (
	"bytes"
	"context"
	"encoding/csv"
	"slices"
	"strings"

	"jejaring/model"
	"jejaring/ui/task"
)

// Export writes the list as it stands, filtered and sorted, with the columns on screen.
func (l *List[T]) Export(name string) { sheet[T]{l}.export(l.ids, name) }

// sheet is a list as lines of cells, for what takes tables.
type sheet[T any] struct{ list *List[T] }

// export writes rows as CSV for spreadsheets, and asks where to save it: UTF-8 with a byte order mark, semicolons, CRLF
// (brief section 7.4). A text that a spreadsheet could take for a formula begins with an apostrophe.
func (s sheet[T]) export(ids []model.ID, name string) {
	l := s.list
	titles := s.heads()
	task.Run(l.env.Tasks, func(ctx context.Context) ([]byte, error) {
		var out bytes.Buffer
		out.WriteString("\ufeff")
		w := csv.NewWriter(&out)
		w.Comma, w.UseCRLF = ';', true
		if err := w.Write(titles); err != nil {
			return nil, err
		}

		if err := s.each(ctx, ids, func(rec T) error { return w.Write(s.cells(rec)) }); err != nil {
			return nil, err
		}
		w.Flush()
		return out.Bytes(), w.Error()
	}, func(content []byte, err error) {
		if err != nil {
			l.env.Report(err)
			return
		}
		l.env.SaveAs(name+".csv", content)
	})
}

// each reads rows in portions and hands them over one by one.
func (s sheet[T]) each(ctx context.Context, ids []model.ID, take func(T) error) error {
	for portion := range slices.Chunk(ids, 10*page) {
		rows, err := s.list.spec.Records.Rows(ctx, portion)
		if err != nil {
			return err
		}
		for _, rec := range rows {
			if err := take(rec); err != nil {
				return err
			}
		}
	}
	return nil
}

// cells are what the columns say of a record, or what the list says of one that it draws in another way.
func (s sheet[T]) cells(rec T) []string {
	l := s.list
	if l.spec.Cells != nil {
		return l.spec.Cells(rec)
	}

	var line []string
	for i, c := range l.spec.Columns {
		if cell := c.Show(rec); l.kept(i) {
			line = append(line, Harmless(strings.TrimSpace(model.OneLine(cell.Text+" "+cell.Chip))))
		}
	}
	return line
}

// heads are the titles of the columns that were not put away.
func (s sheet[T]) heads() []string {
	var heads []string
	for i, title := range s.list.titles() {
		if s.list.kept(i) {
			heads = append(heads, title)
		}
	}
	return heads
}

// Harmless keeps a spreadsheet from running a text as a formula.
func Harmless(s string) string {
	if s != "" && strings.ContainsRune("=+-@\t\r", rune(s[0])) {
		return "'" + s
	}
	return s
}
