package mime

import (
	"fmt"
	"strings"
	"time"
)

// plainWords say things without words of any language.
type plainWords struct{}

func (plainWords) Say(_ string, args ...any) string {
	var parts []string
	for _, a := range args {
		if text := fmt.Sprint(a); text != "" {
			parts = append(parts, text)
		}
	}

	return strings.Join(parts, " ")
}

func (plainWords) Label(_, code string) string { return code }
func (plainWords) Day(t time.Time) string      { return t.Format(time.DateOnly) }
func (plainWords) Weekday(t time.Time) string  { return t.Weekday().String()[:3] }
func (plainWords) Clock(t time.Time) string    { return t.Format("15:04") }
