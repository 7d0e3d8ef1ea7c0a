package letter

import (
	"fmt"
	"maps"

	"jejaring/model"
	"jejaring/model/letter/typeset"
)

// attendance makes one list for each session that is asked for, or one for a training without sessions.
func (f *facts) attendance(common map[string]any) []part {
	t := f.trained()
	f.training(common)
	f.signs()
	common["signer_position"], common["signer_name"] = typeset.Literal(f.made.signer.position), typeset.Literal(f.made.signer.name)
	rows := f.attendanceRows(t)
	sessions := f.sessions(t)
	asked := f.d.Sessions
	if len(asked) == 0 {
		for i := range sessions {
			asked = append(asked, i)
		}
	}
	var lists []part
	add := func(session map[string]any) {
		values := maps.Clone(common)
		values["session"], values["rows"] = session, rows
		lists = append(lists, part{"DH", values})
	}
	for _, i := range asked {
		if i >= 0 && i < len(sessions) {
			add(sessions[i])
		}
	}
	if len(lists) == 0 {
		add(nil)
	}
	return lists
}

// attendanceRows are the people who are expected and blank rows, together a multiple of five.
func (f *facts) attendanceRows(t model.Training) []map[string]any {
	var rows []map[string]any
	add := func(name, position, institution string) {
		n := len(rows) + 1
		rows = append(rows, map[string]any{"n": fmt.Sprint(n), "odd": n%2 == 1, "name": name, "position": position,
			"institution": institution})
	}
	for i, p := range t.Participants {
		if p.Registration == "cancelled" || p.Registration == "waitlist" {
			continue
		}
		field := fmt.Sprintf("participants[%d].", i)
		position, _, institution := f.work(p, field)
		add(f.person(p, field), position, institution)
	}
	if len(rows) == 0 {
		add("", "", "")
	}
	for len(rows)%5 != 0 || t.Participants == nil && len(rows) < 15 {
		add("", "", "")
	}
	return rows
}
