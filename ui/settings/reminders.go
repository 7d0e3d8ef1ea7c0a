package settings

import (
	"jejaring/model"
	"jejaring/translations"
	"jejaring/ui/look"
	"jejaring/ui/room"
)

// clinicEntry is the clinic itself, whose licence ends.
func clinicEntry() room.Entry {
	return room.Entry{Entity: model.EntityClinic, Dates: map[string]look.Tone{"license_expiry": look.Soon},
		Reminders: map[string]room.Reminder{model.AttentionLicence: {Field: "license_expiry"}}}
}

// registerEntry is the register as a whole: what keeps it safe is reminded of like a record.
func registerEntry() room.Entry {
	open := func(section string) func(room.Desk, model.Attention) {
		return func(d room.Desk, _ model.Attention) {
			d.Leave(func() { d.Show("settings").(*Screen).Section(section) })
		}
	}
	never := room.Waits("chip.never", look.Late)
	neverCopied := func(w translations.Words, a model.Attention) (string, look.Tone) {
		if a.Due.IsZero() {
			return never(w, a)
		}
		return "", look.Plain
	}
	lastCopy := func(w translations.Words, a model.Attention) string {
		if a.Due.IsZero() {
			return w.Say("home.copy_never")
		}
		return w.Say("home.copy_last", w.Day(a.Due.AddDays(-model.CopyEvery).Time()))
	}
	sheet := func(w translations.Words, _ model.Attention) string { return w.Say("home.sheet") }

	return room.Entry{Entity: model.EntityRegister, Hidden: true, Reminders: map[string]room.Reminder{
		model.AttentionCopy:  {Chip: neverCopied, About: lastCopy, Open: open("copies")},
		model.AttentionSheet: {Chip: never, About: sheet, Open: open("privacy")},
	}}
}
