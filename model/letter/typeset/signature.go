package typeset

import "slices"

// signRoom is the height of the room to sign of a letter.
const signRoom = 25.0

// letterSignature sets the block in the right half of the page (brief section 2.4).
func (s style) letterSignature(m Manuscript, width float64) []row {
	at := column{width / 2, width / 2}
	line := func(text string, bold bool) row {
		r := s.row(Block{Shape: Tight, Runs: []Run{{text, bold}}}, at)
		r.keep = true
		r.whole = true
		return r
	}

	room := row{face: s.face, height: signRoom, keep: true, rooms: []Room{{X: at.x, Width: at.width, Height: signRoom}}}
	if m.SealHint != "" {
		room.hints = []hint{{x: at.x, text: m.SealHint}}
	}

	var rows []row
	for _, text := range m.Signature.Above {
		rows = append(rows, line(text, false))
	}

	rows = append(rows, room, line(m.Signature.Name, true))
	for _, text := range m.Signature.Below {
		rows = append(rows, line(text, false))
	}

	rows[0].before = 2 * s.Gap
	rows[0].signature = true
	rows[len(rows)-1].keep = false
	return rows
}

// keepSignature keeps the last paragraph with the signature, and the one before it when the last is only a greeting.
func keepSignature(rows []row) {
	at := slices.IndexFunc(rows, func(r row) bool { return r.signature })
	for i := at - 1; i >= 0; i-- {
		rows[i].keep = rows[i].slots() < 6 && rows[i].cells[0].mark == ""
		if !rows[i].keep || rows[i].slots() > 1 || rows[i].grid != nil {
			return
		}
	}
}
