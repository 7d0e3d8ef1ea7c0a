package register

import (
	"bytes"
	"context"
	"encoding/csv"
	"strings"

	"jejaring/ui/task"
)

// Export writes the list as it stands, filtered and sorted, with the columns on screen, as CSV for spreadsheets, and
// hands it to done: UTF-8 with a byte order mark, semicolons, CRLF (brief section 7.4). A text that a spreadsheet could
// take for a formula begins with an apostrophe.
func (l *List[T]) Export(done func(content []byte)) {
	ids := l.ids
	columns := l.spec.Columns
	titles := l.titles()
	task.Run(l.env.Tasks, func(ctx context.Context) ([]byte, error) {
		var out bytes.Buffer
		out.WriteString("\ufeff")
		w := csv.NewWriter(&out)
		w.Comma, w.UseCRLF = ';', true
		if err := w.Write(titles); err != nil {
			return nil, err
		}

		for from := 0; from < len(ids); from += 10 * page {
			rows, err := l.spec.Records.Rows(ctx, ids[from:min(from+10*page, len(ids))])
			if err != nil {
				return nil, err
			}

			for _, rec := range rows {
				line := make([]string, len(columns))
				for i, c := range columns {
					cell := c.Show(rec)
					line[i] = Harmless(strings.TrimSpace(cell.Text + " " + cell.Chip))
				}
				if err := w.Write(line); err != nil {
					return nil, err
				}
			}
		}

		w.Flush()
		return out.Bytes(), w.Error()
	}, func(content []byte, err error) {
		if err != nil {
			l.env.Report(err)
			return
		}
		done(content)
	})
}

// Harmless keeps a spreadsheet from running a text as a formula.
func Harmless(s string) string {
	if s != "" && strings.ContainsRune("=+-@\t\r", rune(s[0])) {
		return "'" + s
	}
	return s
}
