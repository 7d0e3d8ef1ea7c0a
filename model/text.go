package model

import "strings"

// Text is a passage in Indonesian and, when it was translated, in English.
type Text struct {
	ID string `json:"text_id"`
	EN string `json:"text_en,omitempty"`
}

// In returns the passage in the language "en" or "id". Without a translation it returns the Indonesian
// one and false (brief section 2.20: fall back and warn).
func (t Text) In(language string) (string, bool) {
	if language != "en" {
		return t.ID, true
	}
	if strings.TrimSpace(t.EN) == "" {
		return t.ID, false
	}
	return t.EN, true
}

// PersonName joins the three parts of a name: "dr. Nama, Sp.PD" (brief section 2.1).
func PersonName(prefix, name, suffix string) string {
	full := strings.TrimSpace(prefix + " " + name)
	if suffix = strings.TrimSpace(suffix); suffix != "" {
		full += ", " + suffix
	}
	return full
}
