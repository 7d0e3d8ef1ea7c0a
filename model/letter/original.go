package letter

import (
	"fmt"
	"strings"

	"jejaring/model"
)

// Size of the room for a duty stamp, and for an electronic one (brief section 2.3).
const (
	stampWidth, stampHeight = 32.0, 42.0
	electronicStamp         = 35.0
)

// stamp is a frame for a duty stamp.
type stamp struct {
	x, y, width, height float64
	label               string
	dashed              bool
}

// original is what tells one counterpart of an agreement from the others.
type original struct {
	copyNo, copies int
	notice         string   // Rangkap 1/2 — untuk PIHAK PERTAMA
	initials       []string // labels of the boxes at the foot
	twoLanguages   bool
	stamps         map[string]stamp // by the role of the party that signs over it; only sizes and label are set
}

// originals are the counterparts of an agreement, one for each party.
func originals(d model.LetterData, t *text) []original {
	n := len(t.parties)
	var all []original
	for k := range n {
		name, _, _ := strings.Cut(t.parties[k].label, " / ")
		o := original{copyNo: k + 1, copies: n, twoLanguages: len(t.documents) == 2, stamps: map[string]stamp{},
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

func newStamp(d model.LetterData) stamp {
	if d.Agreement.Terms.MeteraiMode == "electronic" {
		return stamp{width: electronicStamp, height: electronicStamp, label: "e-Meterai"}
	}
	label := "Meterai"
	if rate := int64(d.MeteraiRate); rate > 0 {
		label += " Rp" + grouped(rate/100)
	}
	return stamp{width: stampWidth, height: stampHeight, label: label, dashed: true}
}

func grouped(n int64) string {
	s := fmt.Sprint(n)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "." + s[i:]
	}
	return s
}

// stampsOn places the stamps of this original on a page.
func (o original) stampsOn(p page) []stamp {
	var found []stamp
	for _, s := range p.spaces {
		frame, ok := o.stamps[s.role]
		if !ok {
			continue
		}
		frame.x, frame.y = s.x+s.width/2-frame.width-2, s.y+1.5
		found = append(found, frame)
	}
	return found
}

// signed reports whether the page carries signatures.
func (p page) signed() bool {
	for _, s := range p.spaces {
		if s.role != "logo" {
			return true
		}
	}
	return false
}
