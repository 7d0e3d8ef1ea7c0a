package letter

import (
	"fmt"
	"strings"

	"jejaring/model"
	"jejaring/model/letter/typeset"
)

// Size of the room for a duty stamp, and for an electronic one (brief section 2.3).
const (
	stampWidth, stampHeight = 32.0, 42.0
	electronicStamp         = 35.0
)

// original is what tells one counterpart of an agreement from the others.
type original struct {
	copyNo, copies int
	notice         string   // Rangkap 1/2 — untuk PIHAK PERTAMA
	initials       []string // labels of the boxes at the foot
	twoLanguages   bool
	stamps         map[string]typeset.Stamp // by the role of the party that signs over it; only sizes and label are set
}

// originals are the counterparts of an agreement, one for each party.
func originals(d model.LetterData, t *composition) []original {
	n := len(t.parties)
	var all []original
	for k := range n {
		name, _, _ := strings.Cut(t.parties[k].label, " / ")
		o := original{copyNo: k + 1, copies: n, twoLanguages: len(t.manuscripts) == 2, stamps: map[string]typeset.Stamp{},
			notice: fmt.Sprintf("Rangkap %d/%d — untuk %s", k+1, n, name)}
		for i, p := range t.parties {
			label, _, _ := strings.Cut(p.label, " / ")
			o.initials = append(o.initials, "Paraf "+label)
			if stampedBy(d.Agreement.Terms.MeteraiMode, k, i, n) {
				o.stamps[p.role] = newStamp(d)
			}
		}
		all = append(all, o)
	}
	return all
}

// stampedBy says whether party i signs over a stamp on the original of party k. The holder of an original wants the
// other side's signature over the stamp; with three or four parties that is the next one in turn, since the duty is due
// once on each original.
func stampedBy(mode string, k, i, n int) bool {
	switch mode {
	case "none":
		return false
	case "both_signatures":
		return true
	}
	return i == (k+1)%n
}

func newStamp(d model.LetterData) typeset.Stamp {
	if d.Agreement.Terms.MeteraiMode == "electronic" {
		return typeset.Stamp{Width: electronicStamp, Height: electronicStamp, Label: "e-Meterai"}
	}
	label := "Meterai"
	if rate := int64(d.MeteraiRate); rate > 0 {
		label += " Rp" + grouped(rate/100)
	}
	return typeset.Stamp{Width: stampWidth, Height: stampHeight, Label: label, Dashed: true}
}

func grouped(n int64) string {
	s := fmt.Sprint(n)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "." + s[i:]
	}
	return s
}

// frame is what stands around the text of this original, nil for a paper that is no agreement.
func (o original) frame() *typeset.Frame {
	if o.copies == 0 {
		return nil
	}
	return &typeset.Frame{Notice: o.notice, Initials: o.initials, Stamps: o.stamps, Number: func(page, of int) string {
		number := fmt.Sprintf("Halaman %d dari %d", page, of)
		if o.twoLanguages {
			number += fmt.Sprintf(" / Page %d of %d", page, of)
		}
		return number
	}}
}
