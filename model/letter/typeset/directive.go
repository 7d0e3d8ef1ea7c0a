package typeset

import (
	"strconv"
	"strings"
)

// directive obeys a line of a model text that is no text:
//
//	@box … @end        a frame around the rows between
//	@page, @kop        a new page, without or with the letterhead
//	@gap 4             more room above the next row, in millimetres
//	@space 2           a share of the height that is left on a page of its own
//	@room 20           room to sign
//	@cut text          a line to cut along
//	@badge emergency | text
//	@columns 10c 55 20r 20-  the columns of the next table: width, c centred, r at the right, - without a line at the left
//	@logo              the logo in the middle
//	@field name 8      room for an input of a form
func (a *assembler) directive(now Block, c column) {
	arg := ""
	if len(now.Cells) > 0 {
		arg = runText(now.Cells[0])
	}

	number, _ := strconv.ParseFloat(arg, 64)

	switch now.Mark {
	case "box":
		a.boxed = true
	case "end":
		a.endBox()
	case "page", "kop":
		a.next.fresh = len(a.rows) > 0
		a.next.headed = now.Mark == "kop"
	case "gap":
		a.next.before += number
	case "space":
		a.next.stretch += number
	case "room":
		a.room(number, c)
	case "cut":
		a.cut(arg)
	case "badge":
		a.badge(now, arg)
	case "columns":
		a.columns = tableColumns(arg, a.width)
	case "logo":
		a.putLogo()
	case "field":
		a.field(arg, c)
	}
}

// InputRoom is what the key of a room begins with in which an input of a form stands.
const InputRoom = "input:"

// field is room for an input, by its name and height, on the page of what it is about.
func (a *assembler) field(arg string, c column) {
	name, size, _ := strings.Cut(arg, " ")
	height, _ := strconv.ParseFloat(strings.TrimSpace(size), 64)
	if n := len(a.rows); n > 0 {
		a.rows[n-1].keep = true
	}
	a.add(row{face: a.style.face, height: height, before: 1, whole: true, rooms: []Room{{Key: InputRoom + name, X: c.x, Width: c.width, Height: height}}})
}

func (a *assembler) endBox() {
	if n := len(a.rows); a.boxed && n > 0 {
		a.rows[n-1].boxEnd = true
		a.rows[n-1].keep = false
	}
	a.boxed = false
}

// roomType is the size of type at which the room to sign is as high as asked for; smaller type takes less.
const roomType = 10.5

// room is where two people sign, beside one another; the text above stays on the same page.
func (a *assembler) room(height float64, c column) {
	height *= min(1, a.style.face.size/roomType)
	r := row{face: a.style.face, height: height, keep: true, whole: true,
		rooms: []Room{{Key: "signature", X: c.x, Width: c.width, Height: height}}}
	if a.text.SealHint != "" {
		r.hints = a.sealHints(c)
	}

	for i := len(a.rows) - 1; i >= 0 && a.signing; i-- {
		if i == 0 || !a.rows[i-1].keep || a.rows[i-1].boxed {
			a.rows[i].signature = true
			break
		}
	}

	a.add(r)
}

// sealHints stand in the right column, where the clinic's own doctor or head signs; on a certificate below each who signs.
func (a *assembler) sealHints(c column) []hint {
	if !a.style.Middle || len(a.signers) == 0 {
		return []hint{{x: c.x + (c.width+sideGap)/2, text: a.text.SealHint}}
	}

	width := (c.width - sideGap*float64(len(a.signers)-1)) / float64(len(a.signers))
	var hints []hint
	for i, who := range a.signers {
		if strings.TrimSpace(runText(who)) != "" {
			hints = append(hints, hint{x: c.x + float64(i)*(width+sideGap), centre: width, text: a.text.SealHint})
		}
	}

	return hints
}

// cut is a dashed line across the paper with what it is for.
func (a *assembler) cut(text string) {
	const size = 7
	f := a.style.face.family
	width := f.width(text, size, false)
	from := (a.width - width) / 2
	r := row{face: a.style.face, height: 5, before: 2, whole: true, keep: true, rooms: []Room{{Key: "cut", Height: 5}}}
	r.extra = []Op{{Y: 2.5, Width: from - 2, Thick: 0.6, Dashed: true},
		{X: from + width + 2, Y: 2.5, Width: from - 2, Thick: 0.6, Dashed: true},
		{X: from, Y: 3.3, Text: text, Family: f.name, Size: size}}
	a.add(r)
}

// badge is a word in a frame at the right end of the next row; an emergency is white on black.
func (a *assembler) badge(now Block, urgency string) {
	if len(now.Cells) < 2 {
		return
	}

	text := runText(now.Cells[1])
	face := typeface{a.style.face.family, 10.5}
	urgent := urgency == "emergency"
	width := face.width(text, true) + 7
	x := a.width - width
	base := a.style.lineHeight(a.style.Title)/2 + 0.33*a.style.Title*pt

	frame := Op{X: x, Y: base - 4.6, Width: width, Height: 6.4, Thick: 1, Solid: urgent}
	word := Op{X: x + 3.5, Y: base, Text: text, Bold: true, Family: face.family.name, Size: face.size, Light: urgent}
	a.next.extra = append(a.next.extra, frame, word)
}

func (a *assembler) putLogo() {
	if a.logo == nil {
		return
	}
	width, height := a.logo.fit(logoSize)
	a.add(row{face: a.style.face, height: height + 2, keep: true, whole: true, rooms: []Room{{Key: "room", Height: height}},
		extra: []Op{{X: (a.width - width) / 2, Width: width, Logo: height}}})
}
