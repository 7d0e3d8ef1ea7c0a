package letter

import (
	"fmt"

	"jejaring/model/letter/typeset"
)

// Size of the room for a duty stamp, and for an electronic one (brief section 2.3).
const (
	stampWidth, stampHeight = 32.0, 42.0
	electronicStamp         = 35.0
)

// original is what tells one counterpart of an agreement from the others; the zero original is a paper that has none.
type original struct {
	copyNo, copies int
	frame          *typeset.Frame
}

// originals are the papers of the document: one for each party, or one alone. All have the same pages.
func (c *composition) originals() []original {
	n := len(c.parties)
	if !c.kind.general.PerParty || n == 0 {
		return []original{{}}
	}

	var all []original
	for k := range n {
		all = append(all, original{copyNo: k + 1, copies: n, frame: c.frame(k)})
	}

	return all
}

// frame is what stands around the text on the original of party k.
func (c *composition) frame(k int) *typeset.Frame {
	words := c.words[0]
	n := len(c.parties)
	made := &typeset.Frame{Number: c.pageOf, Stamps: map[string]typeset.Stamp{},
		Notice: words.Say("text.original", fmt.Sprint(k+1), fmt.Sprint(n), c.parties[k].firstLabel())}

	for i, p := range c.parties {
		made.Initials = append(made.Initials, words.Say("text.initials", p.firstLabel()))
		if stampedBy(c.d.Agreement.Terms.MeteraiMode, k, i, n) {
			made.Stamps[p.role] = c.stamp()
		}
	}

	return made
}

// pageOf is the number of a page in every language of the paper.
func (c *composition) pageOf(page, of int) string {
	var numbers []string
	for _, words := range c.words {
		numbers = append(numbers, words.Say("text.page", fmt.Sprint(page), fmt.Sprint(of)))
	}
	return inBoth(numbers)
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

// stamp is the frame for a duty stamp, with the rate where it is known.
func (c *composition) stamp() typeset.Stamp {
	words := c.words[0]
	if c.d.Agreement.Terms.MeteraiMode == "electronic" {
		return typeset.Stamp{Width: electronicStamp, Height: electronicStamp, Label: words.Say("text.stamp_electronic")}
	}

	label := words.Say("text.stamp")
	if rate := c.d.MeteraiRate; rate > 0 {
		label = words.Say("text.stamp_rate", int64(rate)/senPerRupiah)
	}
	return typeset.Stamp{Width: stampWidth, Height: stampHeight, Label: label, Dashed: true}
}

// senPerRupiah is what an amount of money counts a rupiah as.
const senPerRupiah = 100
