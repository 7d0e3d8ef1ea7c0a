package typeset

import (
	"slices"
	"strings"
)

// deedSignatures sets two signatories beside one another, a third one below in the middle, a fourth beside the third.
func (s style) deedSignatures(d Deed, width float64) []row {
	const between = 10.0
	half := (width - between) / 2
	sides := []column{{0, half}, {half + between, half}}
	if d.Swapped {
		slices.Reverse(sides)
	}

	var rows []row
	for two := range slices.Chunk(d.Signatories, 2) {
		if len(two) == 1 {
			rows = append(rows, s.signatoryRows(two[0], column{width/2 - half/2, half}, d.Room)...)
			break
		}

		left := s.signatoryRows(two[0], sides[0], d.Room)
		right := s.signatoryRows(two[1], sides[1], d.Room)
		for k := range left {
			left[k] = pair(left[k], right[k])
			left[k].rooms = append(left[k].rooms, right[k].rooms...)
		}

		rows = append(rows, left...)
	}

	rows = append(rows, s.witnessRows(d, width, []column{{0, half}, {half + between, half}})...)
	if len(rows) > 0 {
		rows[len(rows)-1].keep = false
	}
	return rows
}

// witnessRoom is the height of the room in which a witness signs.
const witnessRoom = 22.0

// witnessRows sets the witnesses in twos below the signatories, under what they are called together.
func (s style) witnessRows(d Deed, width float64, sides []column) []row {
	if len(d.Witnesses) == 0 {
		return nil
	}

	called := s.heading(Block{Shape: Centred, Runs: []Run{{d.Called, true}}}, column{0, width})
	called.whole = false
	called.before = 4 * s.Gap
	rows := []row{called}
	for two := range slices.Chunk(d.Witnesses, 2) {
		made := s.witness(two[0], sides[0])
		if len(two) == 2 {
			for k, right := range s.witness(two[1], sides[1]) {
				made[k] = pair(made[k], right)
			}
		}
		rows = append(rows, made...)
	}

	return rows
}

func (s style) witness(who Signatory, c column) []row {
	line := func(text string, bold bool) row {
		r := s.heading(Block{Shape: Centred, Runs: []Run{{text, bold}}}, c)
		r.whole = false
		return r
	}
	return []row{{face: s.face, height: witnessRoom, keep: true}, line(who.Name, true), line(who.Position, false)}
}

func (s style) signatoryRows(who Signatory, c column, height float64) []row {
	line := func(text string, bold bool) row {
		r := s.heading(Block{Shape: Centred, Runs: []Run{{text, bold}}}, c)
		r.whole = false
		return r
	}

	label := line(who.Label, true)
	label.before = 3 * s.Gap
	room := row{face: s.face, height: height, keep: true,
		rooms: []Room{{Key: who.Key, X: c.x, Width: c.width, Height: height}}}

	return []row{label, line(strings.ToUpper(who.Company), true), line(who.Position+",", false), room, line(who.Name, true)}
}
