package letter

import "jejaring/model"

// sheet is the paper and the text area on it, in millimetres (brief section 2.2).
type sheet struct {
	width, height            float64
	top, bottom, left, right float64
}

func sheetOf(paper string) sheet {
	if paper == "F4" {
		return sheet{215, 330, 25, 30, 30, 25}
	}
	return sheet{210, 297, 25, 30, 30, 25}
}

// sheetFor is the paper of a document: that of the clinic, but always A4 for what other facilities file and for
// certificates (brief section 2.0).
func sheetFor(d model.LetterData) sheet {
	s := sheetOf(d.Clinic.Paper)
	switch d.Type {
	case "RJK", "SRB":
		return sheet{210, 297, 16, 11, 22, 20}
	case "SRT":
		return sheet{297, 210, 17, 18, 30, 30}
	case "DH", plainReport:
		const columns = 185
		s.top, s.bottom, s.left, s.right = 18, 18, (s.width-columns)/2, (s.width-columns)/2
	}
	return s
}

func (s sheet) textWidth() float64  { return s.width - s.left - s.right }
func (s sheet) textHeight() float64 { return s.height - s.top - s.bottom }

// op is a piece of text at the left end of its baseline; or a line, when thick is set; or the logo.
type op struct {
	x, y, width float64
	text        string
	family      string
	size        float64
	bold, grey  bool
	stretch     bool
	thick       float64 // a rule of this thickness in points
	height      float64 // makes the rule a frame, this high
	dashed      bool
	solid       bool    // a frame that is filled; the text on it is light
	light       bool    // light text
	accent      bool    // in the program's colour
	logo        float64 // the clinic's logo, this high
}

// page is a set page.
type page struct {
	ops    []op
	spaces []space
}
