package letter

import (
	"fmt"
	"slices"
	"strings"

	"jejaring/model"
)

// personOf is the name of a participant.
func personOf(f *facts, p model.Participant, field string) string {
	if s, ok := f.d.Staff[p.StaffID]; ok && p.StaffID != 0 {
		return f.required(field+"staff_id", s.FullName())
	}
	return f.required(field+"name", p.Name)
}

// workOf is what a participant does, and where.
func workOf(f *facts, p model.Participant, field string) (position, profession, institution string) {
	if s, ok := f.d.Staff[p.StaffID]; ok && p.StaffID != 0 {
		profession = f.optionalChoice("profession", s.Profession)
		if position = f.optional(field+"staff_id", s.Position); position == "" {
			position = profession
		}
		return position, profession, f.optional("clinic.name", f.d.Clinic.Name)
	}

	profession = f.optional(field+"profession", p.Profession)
	return profession, profession, f.optional(field+"institution", p.Institution)
}

// sessionsOf lists the sessions with their speakers, for tables.
func sessionsOf(f *facts, t model.Training) []map[string]any {
	var list []map[string]any
	for i, s := range t.Sessions {
		field := fmt.Sprintf("sessions[%d].", i)
		item := map[string]any{
			"n":        fmt.Sprint(i + 1),
			"topic":    f.required(field+"topic", s.Topic),
			"jpl":      f.words.Decimal(s.JPL, -1),
			"date":     f.day(field+"date", s.Date),
			"weekday":  "",
			"time":     f.hours(s.Start, s.End),
			"speakers": f.optional(field+"speakers", strings.Join(s.Speakers, ", ")),
			"room":     f.optional(field+"room", s.Room),
		}
		if !s.Date.IsZero() {
			item["weekday"] = f.words.Weekday(s.Date.Time())
		}

		list = append(list, item)
	}

	return list
}

// speakersOf are those of the sessions, and participants who speak, each once.
func speakersOf(f *facts, t model.Training) string {
	var names []string
	add := func(name string) {
		if name != "" && !slices.Contains(names, name) {
			names = append(names, name)
		}
	}

	for i, s := range t.Sessions {
		for _, name := range s.Speakers {
			add(f.optional(fmt.Sprintf("sessions[%d].speakers", i), name))
		}
	}

	for i, p := range t.Participants {
		if p.Role == "narasumber" && p.Registration != "cancelled" {
			add(personOf(f, p, fmt.Sprintf("participants[%d].", i)))
		}
	}

	return strings.Join(names, "; ")
}
