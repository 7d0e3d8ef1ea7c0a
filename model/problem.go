package model

import (
	"errors"
	"fmt"
	"slices"
	"strings"
)

// Codes of problems; each has a sentence "problem.<code>" in the translations.
const (
	CodeRequired     = "required"
	CodeTooLong      = "too_long"     // Args: the limit
	CodeUnknownValue = "unknown_code" // a value outside its list
	CodeFormat       = "format"       // a value of the wrong shape
	CodeDateOrder    = "date_order"
	CodeDuplicate    = "duplicate"
	CodeRange        = "range"     // Args: lowest, highest
	CodeAtLeast      = "at_least"  // Args: lowest
	CodeTooLarge     = "too_large" // Args: the largest size of a file
)

// Problem is one broken rule. Field is the JSON name of the field, with the position
// for lists ("contacts[1].email"). A Warning never stops a save.
type Problem struct {
	Field   string   `json:"field"`
	Code    string   `json:"code"`
	Args    []string `json:"args,omitempty"`
	Warning bool     `json:"warning,omitempty"`
}

// Problems is a list of broken rules; as an error it means that something was refused.
type Problems []Problem

// Error names fields and codes, for logs and the command line.
func (ps Problems) Error() string {
	parts := make([]string, len(ps))
	for i, p := range ps {
		parts[i] = fmt.Sprintf("%s: %s", p.Field, strings.Join(append([]string{p.Code}, p.Args...), " "))
	}
	return strings.Join(parts, "; ")
}

// Errors returns the problems that stop a save, as an error, or nil.
func (ps Problems) Errors() error {
	var found Problems
	for _, p := range ps {
		if !p.Warning {
			found = append(found, p)
		}
	}

	if len(found) == 0 {
		return nil
	}
	return found
}

// Warnings returns the problems that only ask for attention.
func (ps Problems) Warnings() Problems {
	var found Problems
	for _, p := range ps {
		if p.Warning {
			found = append(found, p)
		}
	}
	return found
}

// Has reports whether the list holds this code for this field.
func (ps Problems) Has(field, code string) bool {
	return slices.ContainsFunc(ps, func(p Problem) bool { return p.Field == field && p.Code == code })
}

// Within returns the problems as those of a part of a record: its name stands before their fields.
func (ps Problems) Within(part string) Problems {
	moved := slices.Clone(ps)
	for i := range moved {
		moved[i].Field = part + "." + moved[i].Field
	}
	return moved
}

// AsProblems returns the problems inside err, or nil.
func AsProblems(err error) Problems {
	var ps Problems
	if errors.As(err, &ps) {
		return ps
	}
	return nil
}

// checker collects the problems of one record.
type checker struct{ found Problems }

func (c *checker) add(field, code string, args ...string) {
	c.found = append(c.found, Problem{Field: field, Code: code, Args: args})
}

func (c *checker) warn(field, code string, args ...string) {
	c.found = append(c.found, Problem{Field: field, Code: code, Args: args, Warning: true})
}

func (c *checker) required(field, value string) bool {
	if strings.TrimSpace(value) == "" {
		c.add(field, CodeRequired)
		return false
	}
	return true
}

func (c *checker) length(field, value string, limit int) {
	if n := len([]rune(value)); n > limit {
		c.add(field, CodeTooLong, fmt.Sprint(limit))
	}
}

// text is a required text of limited length.
func (c *checker) text(field, value string, limit int) {
	c.required(field, value)
	c.length(field, value, limit)
}

// oneOf checks a required value of a list.
func (c *checker) oneOf(field, value string, list []string) {
	if c.required(field, value) && !slices.Contains(list, value) {
		c.add(field, CodeUnknownValue)
	}
}

// optional checks a value of a list that may be empty.
func (c *checker) optional(field, value string, list []string) {
	if value != "" && !slices.Contains(list, value) {
		c.add(field, CodeUnknownValue)
	}
}

func (c *checker) between(field string, n, lowest, highest int) {
	if n < lowest || n > highest {
		c.add(field, CodeRange, fmt.Sprint(lowest), fmt.Sprint(highest))
	}
}

// normal replaces *value by its normal form, or notes the problem that parse reports.
func (c *checker) normal(field string, value *string, parse func(string) (string, Problems)) {
	if strings.TrimSpace(*value) == "" {
		*value = ""
		return
	}

	norm, ps := parse(*value)
	for _, p := range ps {
		p.Field = field
		c.found = append(c.found, p)
	}

	if ps.Errors() == nil {
		*value = norm
	}
}

// texts are the codes of a list of states as plain texts.
func texts[S ~string](codes []S) []string {
	all := make([]string, len(codes))
	for i, c := range codes {
		all[i] = string(c)
	}
	return all
}
