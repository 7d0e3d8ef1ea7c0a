package letter

import (
	"slices"
	"strings"

	"jejaring/model"
)

// headText is what the letterhead says.
type headText struct {
	owner, name string
	small       []string
}

func (h headText) text() string { return h.owner + "\n" + h.name + "\n" + strings.Join(h.small, "\n") }

// header takes the letterhead from the clinic's profile (brief section 2.2).
func (t *text) header(d model.LetterData) {
	c := d.Clinic
	value := func(field, s string) string {
		if s = clean(s); s != "" {
			t.origins = append(t.origins, origin{"clinic." + field, s})
		}
		return s
	}
	labelled := func(field, label, s string) string {
		if s = value(field, s); s != "" {
			return label + s
		}
		return ""
	}
	dotted := func(parts ...string) string {
		return strings.Join(slices.DeleteFunc(parts, func(s string) bool { return s == "" }), " · ")
	}
	licence, phone := "Izin: ", "Telepon "
	if len(t.languages) == 1 && t.languages[0] == "en" {
		licence, phone = "Licence: ", "Telephone "
	}
	t.head = headText{owner: value("owner_name", c.OwnerName), name: strings.ToUpper(value("name", c.Name))}
	lines := []string{
		dotted(labelled("license_no", licence, c.LicenseNo), labelled("nib", "NIB: ", c.NIB)),
		strings.TrimSpace(join(value("address", c.Address), value("village", c.Village), value("district", c.District),
			value("city", c.City)) + " " + value("postal_code", c.PostalCode)),
		dotted(labelled("phone", phone, model.ShowPhone(c.Phone)), value("email", c.Email), value("website", c.Website)),
	}
	for _, line := range c.KopLines {
		lines = append(lines, value("kop_lines", line))
	}
	t.head.small = slices.DeleteFunc(lines, func(s string) bool { return s == "" })
}

const (
	headTop    = 15.0 // upper edge of the letterhead
	headHeight = 38.0 // its greatest height
	logoSize   = 22.0
)

// letterhead sets the letterhead on a page and returns where the text may begin. Small text gets smaller when there is
// too much of it.
func letterhead(h headText, s sheet, f family, l *logo) ([]op, float64) {
	var ops []op
	var y float64
	for size := 9.0; size >= 6; size -= 0.5 {
		if ops, y = headLines(h, s, f, l, size); y-headTop <= headHeight-2 {
			break
		}
	}
	if l != nil {
		width, height := l.fit(logoSize)
		ops = append(ops, op{x: s.left, y: headTop, width: width, logo: height})
		y = max(y, headTop+height)
	}
	y += 1.5
	ops = append(ops, op{x: s.left, y: y, width: s.textWidth(), thick: 2},
		op{x: s.left, y: y + 1, width: s.textWidth(), thick: 0.5})
	return ops, y + 7
}

// tooTall reports a letterhead that is higher than it may be even in the smallest type.
func (t *text) tooTall(d model.LetterData, f faces) model.Problems {
	s := sheetFor(d)
	if _, y := headLines(t.head, s, f.sans, t.logo, 6); d.Type == "PKS" || d.Type == "SRT" || y-headTop <= headHeight {
		return nil
	}
	return model.Problems{{Field: "clinic.kop_lines", Code: "letterhead_too_tall"}}
}

func headLines(h headText, s sheet, f family, l *logo, small float64) ([]op, float64) {
	inset := 0.0
	if l != nil {
		inset = logoSize + 3
	}
	measure, y := s.textWidth()-inset, headTop
	var ops []op
	add := func(text string, size float64, bold bool) {
		face := typeface{f, size}
		for _, line := range face.balance([]run{{text, bold}}, measure) {
			y += size * pt * 1.2
			x := s.left + inset + (measure-line.width)/2
			for _, part := range line.spans {
				ops = append(ops, op{x: x + part.x, y: y - size*pt*0.25, text: part.text, size: size, bold: part.bold, family: f.name})
			}
		}
	}
	add(h.owner, min(11, small+2), false)
	size := 16.0
	for size > 11 && f.width(h.name, size, true) > measure {
		size -= 0.5
	}
	add(h.name, size, true)
	for _, line := range h.small {
		add(line, small, false)
	}
	return ops, y
}
