package letter

import (
	"fmt"
	"maps"

	"jejaring/model"
	"jejaring/model/letter/typeset"
)

// attendance makes one list for each session that is asked for, or one for a training without sessions.
func attendance(f *facts, common map[string]any) []modelText {
	t := trainedOf(f)
	training(f, common)
	f.signs()
	common["signer_position"] = typeset.Literal(f.made.signer.position)
	common["signer_name"] = typeset.Literal(f.made.signer.name)
	common["rows"] = expected(f, t)

	sessions := sessionsOf(f, t)
	asked := f.d.Sessions
	if len(asked) == 0 {
		for i := range sessions {
			asked = append(asked, i)
		}
	}

	var lists []modelText
	add := func(session map[string]any) {
		values := maps.Clone(common)
		values["session"] = session
		lists = append(lists, f.own("", values))
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

// Lengths of an attendance list: it ends on a multiple of five, and one without anybody has room for fifteen.
const (
	listStep  = 5
	blankList = 15
)

// expected are the people who are expected, and blank lines to write on.
func expected(f *facts, t model.Training) []map[string]any {
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
		position, _, institution := workOf(f, p, field)
		add(personOf(f, p, field), position, institution)
	}

	if len(rows) == 0 {
		add("", "", "")
	}

	for len(rows)%listStep != 0 || t.Participants == nil && len(rows) < blankList {
		add("", "", "")
	}

	return rows
}

// attendanceNumber is what the file of a list without a number of its own is called after: the training, and its session
// where it is one alone.
func attendanceNumber(d model.LetterData) string {
	if d.Number != "" || d.Training == nil {
		return d.Number
	}

	number := d.Training.Number
	if len(d.Sessions) == 1 {
		number += fmt.Sprintf("/sesi/%d", d.Sessions[0]+1)
	}
	return number
}
