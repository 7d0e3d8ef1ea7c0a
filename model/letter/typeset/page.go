package typeset

// Sheet is the paper and the margins around the text, in millimetres.
type Sheet struct {
	Width, Height            float64
	Top, Bottom, Left, Right float64
}

// TextWidth is the width between the margins.
func (s Sheet) TextWidth() float64 { return s.Width - s.Left - s.Right }

// TextHeight is the height between the margins.
func (s Sheet) TextHeight() float64 { return s.Height - s.Top - s.Bottom }

// Op is one thing that is drawn: a piece of text at the left end of its baseline; a line, when Thick is set; a frame, when
// Height is set as well; or the logo.
type Op struct {
	X, Y, Width float64
	Text        string
	Family      string
	Size        float64
	Bold, Grey  bool
	Stretch     bool    // the spaces are stretched to fill Width
	Thick       float64 // a rule of this thickness in points
	Height      float64 // makes the rule a frame, this high
	Dashed      bool
	Solid       bool    // a frame that is filled; the text on it is light
	Light       bool    // light text
	Accent      bool    // in the program's colour
	Logo        float64 // the logo, this high
	DraftOnly   bool    // what only a draft shows
}

// Room is where somebody signs, as large as a stamp asks for; X and Y are its upper left corner.
type Room struct {
	Key                 string // who signs here, as the signatories of a deed are called
	X, Y, Width, Height float64
}

// logoRoom is the key of the room for the logo above a deed, where nobody signs.
const logoRoom = "logo"

// Page is what is drawn on a sheet, and the rooms to sign on it.
type Page struct {
	Ops   []Op
	Rooms []Room
}

// Signed reports whether the page carries signatures.
func (p Page) Signed() bool {
	for _, r := range p.Rooms {
		if r.Key != logoRoom {
			return true
		}
	}
	return false
}
