package typeset

// watermark marks a draft, below the text.
func (p *printer) watermark(text string) {
	p.font("Sans", true, 66)
	p.pdf.SetTextColor(228, 228, 228)
	x := p.sheet.Width / 2
	y := p.sheet.Height / 2
	p.pdf.TransformBegin()
	p.pdf.TransformRotate(50, x, y)
	p.pdf.Text(x-p.pdf.GetStringWidth(text)/2, y+8, text)
	p.pdf.TransformEnd()
	p.pdf.SetTextColor(0, 0, 0)
}

// foot prints a line at the foot of every page, below the text and in its family.
func (p *printer) foot(text string, serif bool) {
	if text == "" {
		return
	}

	family := "Sans"
	if serif {
		family = "Serif"
	}

	p.font(family, false, 8)
	p.pdf.SetTextColor(60, 60, 60)
	p.pdf.Text(p.sheet.Left, p.sheet.Height-5, text)
	p.pdf.SetTextColor(0, 0, 0)
}

// The colour of the program, for what decorates a certificate.
const accentRed, accentGreen, accentBlue = 15, 118, 110

// rule draws a line or a frame.
func (p *printer) rule(o Op) {
	p.pdf.SetLineWidth(o.Thick * pt)
	if o.Accent {
		p.pdf.SetDrawColor(accentRed, accentGreen, accentBlue)
		p.pdf.SetFillColor(accentRed, accentGreen, accentBlue)
	}

	if o.Grey {
		p.pdf.SetDrawColor(150, 150, 150)
	}
	if o.Dashed {
		p.pdf.SetDashPattern([]float64{1.6, 1.2}, 0)
	}

	switch {
	case o.Solid:
		p.pdf.Rect(o.X, o.Y, o.Width, o.Height, "F")
	case o.Height > 0:
		p.pdf.Rect(o.X, o.Y, o.Width, o.Height, "D")
	default:
		p.pdf.Line(o.X, o.Y, o.X+o.Width, o.Y)
	}

	p.pdf.SetDashPattern(nil, 0)
	p.pdf.SetDrawColor(0, 0, 0)
	p.pdf.SetFillColor(0, 0, 0)
}
