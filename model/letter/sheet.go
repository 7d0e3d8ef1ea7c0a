package letter

import (
	"slices"

	"jejaring/model"
	"jejaring/model/letter/typeset"
)

// margins are the room around the text, in millimetres (brief section 2.2).
type margins struct{ top, bottom, left, right float64 }

// tableWidth is the width of an attendance list and of the tables of a report, in millimetres.
const tableWidth = 185

// sheet is the paper of the kind: that of the clinic, where a document of the kind may be printed on it.
func (k kind) sheet(clinics string) typeset.Sheet {
	s := paper(k.size(model.PaperSize(clinics)))
	if k.landscape {
		s.Width, s.Height = s.Height, s.Width
	}

	s.Top = k.margins.top
	s.Bottom = k.margins.bottom
	s.Left = k.margins.left
	s.Right = k.margins.right
	if k.table > 0 {
		s.Left = (s.Width - k.table) / 2
		s.Right = s.Left
	}

	return s
}

// size is the clinic's own where the kind allows it. A kind that the program does not know may have every size.
func (k kind) size(clinics model.PaperSize) model.PaperSize {
	if allowed := k.general.Sizes; len(allowed) > 0 && !slices.Contains(allowed, clinics) {
		return allowed[0]
	}
	return clinics
}

// paper is a sheet without margins: A4 unless it is another one that offices have.
func paper(size model.PaperSize) typeset.Sheet {
	if size == model.PaperF4 {
		return typeset.Sheet{Width: 215, Height: 330}
	}
	return typeset.Sheet{Width: 210, Height: 297}
}
