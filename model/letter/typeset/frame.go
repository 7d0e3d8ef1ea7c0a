package typeset

// Frame is what stands around the text of one original of a deed.
type Frame struct {
	Notice   string                    // which original, and for whom
	Initials []string                  // labels of the boxes at the foot
	Number   func(page, of int) string // the number of a page
	Stamps   map[string]Stamp          // over which signatures, by Room.Key; only sizes and label are set
}

// Stamp is a frame for a duty stamp; X and Y are its upper left corner.
type Stamp struct {
	X, Y, Width, Height float64
	Label               string
	Dashed              bool
}

// StampsOn places the stamps of this original on a page: beside the middle of each room to sign.
func (f Frame) StampsOn(p Page) []Stamp {
	var found []Stamp
	for _, r := range p.Rooms {
		stamp, ok := f.Stamps[r.Key]
		if !ok {
			continue
		}
		stamp.X = r.X + r.Width/2 - stamp.Width - 2
		stamp.Y = r.Y + 1.5
		found = append(found, stamp)
	}

	return found
}

// around draws the frame: the notice, the page number, boxes for initials except on the page with the signatures, and stamps
// there.
func (p *printer) around(f Frame, content Page, n, of int) {
	p.font("Serif", false, 8)
	p.pdf.Text(p.sheet.Width-p.sheet.Right-p.pdf.GetStringWidth(f.Notice), 14, f.Notice)
	p.stamps(f, content)
	if !content.Signed() {
		p.initials(f)
	}

	number := f.Number(n, of)
	p.font("Serif", false, 9)
	centre := p.sheet.Left + p.sheet.TextWidth()/2
	p.pdf.Text(centre-p.pdf.GetStringWidth(number)/2, p.sheet.Height-9, number)
}

func (p *printer) initials(f Frame) {
	const width, height, between = 23.0, 10.0, 2.0
	x := p.sheet.Width - p.sheet.Right - float64(len(f.Initials))*(width+between) + between
	y := p.sheet.Height - p.sheet.Bottom + 4
	p.font("Serif", false, 6)
	p.pdf.SetLineWidth(0.5 * pt)

	for _, label := range f.Initials {
		p.pdf.Rect(x, y, width, height, "D")
		p.pdf.Text(x+(width-p.pdf.GetStringWidth(label))/2, y+height+2.4, label)
		x += width + between
	}
}

func (p *printer) stamps(f Frame, content Page) {
	for _, s := range f.StampsOn(content) {
		p.pdf.SetLineWidth(0.7 * pt)
		p.pdf.SetDrawColor(110, 110, 110)
		if s.Dashed {
			p.pdf.SetDashPattern([]float64{1.6, 1.2}, 0)
		}

		p.pdf.Rect(s.X, s.Y, s.Width, s.Height, "D")
		p.pdf.SetDashPattern(nil, 0)
		p.pdf.SetDrawColor(0, 0, 0)

		p.font("Serif", false, 8)
		p.pdf.SetTextColor(110, 110, 110)
		p.pdf.Text(s.X+(s.Width-p.pdf.GetStringWidth(s.Label))/2, s.Y+s.Height/2, s.Label)
		p.pdf.SetTextColor(0, 0, 0)
	}
}
