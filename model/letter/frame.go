package letter

import "fmt"

// watermark marks a draft, below the text.
func (p *printer) watermark() {
	const text = "KONSEP / DRAFT"
	p.font("Sans", true, 66)
	p.pdf.SetTextColor(228, 228, 228)
	x, y := p.sheet.width/2, p.sheet.height/2
	p.pdf.TransformBegin()
	p.pdf.TransformRotate(50, x, y)
	p.pdf.Text(x-p.pdf.GetStringWidth(text)/2, y+8, text)
	p.pdf.TransformEnd()
	p.pdf.SetTextColor(0, 0, 0)
}

// frame draws what stands around the text of an agreement: for whom the original is, page number, boxes for initials
// except on the page with the signatures, and stamps there.
func (p *printer) frame(o original, content page, n, of int) {
	p.font("Serif", false, 8)
	p.pdf.Text(p.sheet.width-p.sheet.right-p.pdf.GetStringWidth(o.notice), 14, o.notice)
	p.stamps(o, content)
	if !content.signed() {
		p.initials(o)
	}
	number := fmt.Sprintf("Halaman %d dari %d", n, of)
	if o.twoLanguages {
		number += fmt.Sprintf(" / Page %d of %d", n, of)
	}
	p.font("Serif", false, 9)
	centre := p.sheet.left + p.sheet.textWidth()/2
	p.pdf.Text(centre-p.pdf.GetStringWidth(number)/2, p.sheet.height-9, number)
}

func (p *printer) initials(o original) {
	const width, height, between = 23.0, 10.0, 2.0
	x := p.sheet.width - p.sheet.right - float64(len(o.initials))*(width+between) + between
	y := p.sheet.height - p.sheet.bottom + 4
	p.font("Serif", false, 6)
	p.pdf.SetLineWidth(0.5 * pt)
	for _, label := range o.initials {
		p.pdf.Rect(x, y, width, height, "D")
		p.pdf.Text(x+(width-p.pdf.GetStringWidth(label))/2, y+height+2.4, label)
		x += width + between
	}
}

func (p *printer) stamps(o original, content page) {
	for _, s := range o.stampsOn(content) {
		p.pdf.SetLineWidth(0.7 * pt)
		p.pdf.SetDrawColor(110, 110, 110)
		if s.dashed {
			p.pdf.SetDashPattern([]float64{1.6, 1.2}, 0)
		}
		p.pdf.Rect(s.x, s.y, s.width, s.height, "D")
		p.pdf.SetDashPattern(nil, 0)
		p.pdf.SetDrawColor(0, 0, 0)
		p.font("Serif", false, 8)
		p.pdf.SetTextColor(110, 110, 110)
		p.pdf.Text(s.x+(s.width-p.pdf.GetStringWidth(s.label))/2, s.y+s.height/2, s.label)
		p.pdf.SetTextColor(0, 0, 0)
	}
}

// rule draws a line or a frame.
func (p *printer) rule(o op) {
	p.pdf.SetLineWidth(o.thick * pt)
	if o.accent {
		p.pdf.SetDrawColor(accentRed, accentGreen, accentBlue)
		p.pdf.SetFillColor(accentRed, accentGreen, accentBlue)
	}
	if o.grey {
		p.pdf.SetDrawColor(150, 150, 150)
	}
	if o.dashed {
		p.pdf.SetDashPattern([]float64{1.6, 1.2}, 0)
	}
	switch {
	case o.solid:
		p.pdf.Rect(o.x, o.y, o.width, o.height, "F")
	case o.height > 0:
		p.pdf.Rect(o.x, o.y, o.width, o.height, "D")
	default:
		p.pdf.Line(o.x, o.y, o.x+o.width, o.y)
	}
	p.pdf.SetDashPattern(nil, 0)
	p.pdf.SetDrawColor(0, 0, 0)
	p.pdf.SetFillColor(0, 0, 0)
}

// The colour of the program, for what decorates a certificate.
const accentRed, accentGreen, accentBlue = 15, 118, 110
