package translations

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"golang.org/x/text/message"
)

// Words are the words of one language. The value never changes and may be used by several goroutines.
// The zero value has no words; In makes a useful one.
type Words struct {
	lang    string
	texts   map[string]string
	printer *message.Printer
}

// Language returns "id" or "en".
func (w Words) Language() string { return w.lang }

// Has reports whether there is a text for key.
func (w Words) Has(key string) bool {
	_, ok := w.texts[key]
	return ok
}

// Say returns the text of key with args at its places {0}, {1} … Where the keys key.one and key.other
// exist, it chooses by the first argument that is a whole number. Whole numbers are grouped, fractions get the decimal mark,
// times become days; strings stay as they are, so years and numbers of records are given as strings.
// A place without argument stays visible, and a missing key comes back as ⟦key⟧.
func (w Words) Say(key string, args ...any) string {
	text, ok := w.texts[w.form(key, args)]
	if !ok {
		return "⟦" + key + "⟧"
	}

	return fill(text, func(place string) (string, bool) {
		i, err := strconv.Atoi(place)
		if err != nil || i < 0 || i >= len(args) {
			return "", false
		}
		return w.show(args[i]), true
	})
}

// Label returns the word for a code of a list, such as Label("sector", "ngo"). An unknown code comes back as it is.
func (w Words) Label(group, code string) string {
	if text, ok := w.texts["enum."+group+"."+code]; ok {
		return text
	}
	return code
}

// Problem returns the sentence for a broken rule: code and args are those of the problem, field is the name of the
// field, which is said only where the sentence needs it. An argument that is the role of a party becomes its name.
func (w Words) Problem(field, code string, args ...string) string {
	return w.ProblemOf(w.Field(field), code, args...)
}

// ProblemOf is Problem for a field that the user knows by this name, such as the label of its input.
func (w Words) ProblemOf(name, code string, args ...string) string {
	key := "problem." + code
	var values []any
	if w.Has(key + ".field") {
		key = key + ".field"
		values = append(values, name)
	}

	for _, a := range args {
		if day, err := time.Parse(time.DateOnly, a); err == nil {
			a = w.Day(day)
		}
		values = append(values, w.Label("party", a))
	}

	return w.Say(key, values...)
}

func (w Words) form(key string, args []any) string {
	if !w.Has(key + ".other") {
		return key
	}

	for _, arg := range args {
		switch n, ok := whole(arg); {
		case !ok:
		case n == 1 && w.Has(key+".one"):
			return key + ".one"
		default:
			return key + ".other"
		}
	}

	return key
}

func (w Words) show(arg any) string {
	if n, ok := whole(arg); ok {
		return w.group(n)
	}

	switch v := arg.(type) {
	case string:
		return v
	case float64:
		return w.Decimal(v, -1)
	case time.Time:
		return w.Day(v)
	case interface{ Time() time.Time }:
		return w.Day(v.Time())
	}

	return fmt.Sprint(arg)
}

func whole(arg any) (int64, bool) {
	switch v := arg.(type) {
	case int:
		return int64(v), true
	case int64:
		return v, true
	case int32:
		return int64(v), true
	case uint32:
		return int64(v), true
	}
	return 0, false
}

// fill replaces every place {…} that value knows. What value returns is not searched for places again.
func fill(text string, value func(place string) (string, bool)) string {
	var b strings.Builder
	for {
		before, rest, opened := strings.Cut(text, "{")
		b.WriteString(before)
		if !opened {
			return b.String()
		}

		place, after, closed := strings.Cut(rest, "}")
		if v, ok := value(place); closed && ok {
			b.WriteString(v)
			text = after
			continue
		}

		b.WriteByte('{')
		text = rest
	}
}
