package letter

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
func (b *formSetter) directive(now block, c column) {
	arg := ""
	if len(now.cells) > 0 {
		arg = runText(now.cells[0])
	}
	number, _ := strconv.ParseFloat(arg, 64)
	switch now.mark {
	case "box":
		b.boxed = true
	case "end":
		if n := len(b.rows); b.boxed && n > 0 {
			b.rows[n-1].boxEnd, b.rows[n-1].keep = true, false
		}
		b.boxed = false
	case "page", "kop":
		b.next.fresh, b.next.kop = len(b.rows) > 0, now.mark == "kop"
	case "gap":
		b.next.before += number
	case "space":
		b.next.stretch += number
	case "room":
		b.room(number, c)
	case "cut":
		b.cut(arg)
	case "badge":
		b.badge(now, arg)
	case "columns":
		b.columns = tableColumns(arg, b.width)
	case "logo":
		b.logo()
	}
}

// room is where two people sign, beside one another; the text above stays on the same page. Small type takes less room.
func (b *formSetter) room(height float64, c column) {
	height *= min(1, b.style.face.size/10.5)
	r := row{face: b.style.face, height: height, keep: true, whole: true,
		spaces: []space{{role: "signature", x: c.x, width: c.width, height: height}}}
	if b.draft {
		r.hints = b.sealHints(c)
	}
	for i := len(b.rows) - 1; i >= 0 && b.signing; i-- {
		if i == 0 || !b.rows[i-1].keep || b.rows[i-1].boxed {
			b.rows[i].signature = true
			break
		}
	}
	b.add(r)
}

// sealHints stand in the column of the clinic's doctor or head; on a certificate below each who signs.
func (b *formSetter) sealHints(c column) []hint {
	text := sealHere(b.language)
	if !b.style.middle || len(b.signers) == 0 {
		return []hint{{x: c.x + (c.width+sideGap)/2, text: text}}
	}
	width := (c.width - sideGap*float64(len(b.signers)-1)) / float64(len(b.signers))
	var hints []hint
	for i, who := range b.signers {
		if strings.TrimSpace(runText(who)) != "" {
			hints = append(hints, hint{x: c.x + float64(i)*(width+sideGap), centre: width, text: text})
		}
	}
	return hints
}

// cut is a dashed line across the paper with what it is for.
func (b *formSetter) cut(text string) {
	const size = 7
	r := row{face: b.style.face, height: 5, before: 2, whole: true, keep: true, spaces: []space{{role: "cut", height: 5}}}
	width := b.style.face.family.width(text, size, false)
	from := (b.width - width) / 2
	r.extra = []op{{y: 2.5, width: from - 2, thick: 0.6, dashed: true},
		{x: from + width + 2, y: 2.5, width: from - 2, thick: 0.6, dashed: true},
		{x: from, y: 3.3, text: text, family: b.style.face.family.name, size: size}}
	b.add(r)
}

// badge is a word in a frame at the right end of the next row; an emergency is white on black.
func (b *formSetter) badge(now block, kind string) {
	if len(now.cells) < 2 {
		return
	}
	text, face := runText(now.cells[1]), typeface{b.style.face.family, 10.5}
	width := face.width(text, true) + 7
	base := b.style.lineHeight(b.style.title)/2 + 0.33*b.style.title*pt
	frame := op{x: b.width - width, y: base - 4.6, width: width, height: 6.4, thick: 1, solid: kind == "emergency"}
	b.next.extra = append(b.next.extra, frame, op{x: b.width - width + 3.5, y: base, text: text, bold: true,
		family: face.family.name, size: face.size, light: kind == "emergency"})
}

func (b *formSetter) logo() {
	if b.text.logo == nil {
		return
	}
	width, height := b.text.logo.fit(logoSize)
	b.add(row{face: b.style.face, height: height + 2, keep: true, whole: true, spaces: []space{{role: "room", height: height}},
		extra: []op{{x: (b.width - width) / 2, width: width, logo: height}}})
}
