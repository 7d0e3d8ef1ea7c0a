package model

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"unicode/utf8"
)

// mostOfText is what a text of a record may hold, in characters, where no rule of it is stricter.
const mostOfText = 4_000

// limits refuses texts without end: those of the record, of its lists, and of the rows of its lists. A field that broke
// another rule is not named twice.
func (c *checker) limits(record any) { c.limitsOf("", reflect.ValueOf(record).Elem()) }

func (c *checker) limitsOf(prefix string, rec reflect.Value) {
	for i := range rec.NumField() {
		if rec.Type().Field(i).Anonymous {
			c.limitsOf(prefix, rec.Field(i))
			continue
		}

		name, _, _ := strings.Cut(rec.Type().Field(i).Tag.Get("json"), ",")
		if name == "" || name == "-" {
			continue
		}

		field := prefix + name
		value := rec.Field(i)
		switch value.Kind() {
		case reflect.String:
			c.limit(field, value.String())
		case reflect.Slice:
			c.limitRows(field, prefix == "", value)
		case reflect.Struct:
			if _, text := value.Interface().(Text); text {
				c.limitsOf(field+".", value)
			}
		}
	}
}

// limitRows looks at a list of texts, or of rows with texts.
func (c *checker) limitRows(field string, rows bool, list reflect.Value) {
	for i := range list.Len() {
		switch item := list.Index(i); {
		case item.Kind() == reflect.String:
			c.limit(field, item.String())
		case item.Kind() == reflect.Struct && rows:
			c.limitsOf(fmt.Sprintf("%s[%d].", field, i), item)
		}
	}
}

func (c *checker) limit(field, text string) {
	named := func(p Problem) bool { return p.Field == field && !p.Warning }
	if utf8.RuneCountInString(text) > mostOfText && !slices.ContainsFunc(c.found, named) {
		c.add(field, CodeTooLong, fmt.Sprint(mostOfText))
	}
}
