package model

import (
	"strconv"
	"strings"
)

// TermsPlace is a number of the terms that the texts of an agreement may name instead of repeating it.
type TermsPlace struct {
	Name string // as in Terms: response_minutes
	N    int
}

// Mark is how a text names the number: {{response_minutes}}.
func (p TermsPlace) Mark() string { return "{{" + p.Name + "}}" }

// shown is the number as people read it.
func (p TermsPlace) shown() string {
	if p.N == 0 {
		return "…"
	}
	return strconv.Itoa(p.N)
}

// Places lists the numbers that texts may name. Nothing else in a text is a place.
func (t Terms) Places() []TermsPlace {
	return []TermsPlace{{"response_minutes", t.ResponseMinutes}, {"reply_days", t.ReplyDays}}
}

// Shown is a text with the numbers of the terms in their places, for people to read and change.
func (t Terms) Shown(text string) string {
	for _, p := range t.Places() {
		text = strings.ReplaceAll(text, p.Mark(), p.shown())
	}
	return text
}

// Kept is what a person made of a text that was Shown. A place goes on following the terms while its number was left as
// it stood, with what stands before or behind it.
func (t Terms) Kept(stored, typed string) string {
	if typed == t.Shown(stored) {
		return stored
	}
	for _, p := range t.Places() {
		before, after, ok := strings.Cut(stored, p.Mark())
		if !ok {
			continue
		}
		if rest, ok := strings.CutPrefix(typed, t.Shown(before)+p.shown()); ok && !isDigit(rest, 0) {
			return before + p.Mark() + t.Kept(after, rest)
		}
		if rest, ok := strings.CutSuffix(typed, p.shown()+t.Shown(after)); ok && !isDigit(rest, len(rest)-1) {
			return t.Kept(before, rest) + p.Mark() + after
		}
	}
	return typed
}

func isDigit(s string, at int) bool { return at >= 0 && at < len(s) && s[at] >= '0' && s[at] <= '9' }
