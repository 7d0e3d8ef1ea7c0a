package letter

import (
	"image"
	"strings"

	"jejaring/model"
	"jejaring/model/letter/typeset"
)

// composition is a paper before it is set: one manuscript for each language, and what is wrong with it.
type composition struct {
	languages   []string
	manuscripts []typeset.Manuscript // in the order of the languages
	parties     []partyText          // of an agreement
	signer      signer               // of a letter
	head        typeset.Letterhead
	logo        *typeset.Logo
	gaps        []string
	warnings    model.Problems
	origins     []origin
}

// origin remembers which field a printed text came from.
type origin struct{ field, text string }

// readLogo takes the clinic's logo, whatever way its picture was held.
func readLogo(data []byte) *typeset.Logo {
	return typeset.ReadLogo(data, func(m image.Image) image.Image { return model.Upright(m, model.Orientation(data)) })
}

// layout is what the pages of the paper have in common.
func (c *composition) layout(sheet typeset.Sheet, faces typeset.Faces) typeset.Layout {
	return typeset.Layout{Faces: faces, Sheet: sheet, Head: c.head, Logo: c.logo}
}

// printed is all text that stands on the paper.
func (c *composition) printed() string {
	var b strings.Builder
	for _, m := range c.manuscripts {
		b.WriteString(m.Text())
	}
	b.WriteString(c.head.Text())
	b.WriteString(c.signer.name + c.signer.position + c.signer.behalf + c.signer.id)
	for _, p := range c.parties {
		b.WriteString(p.name + p.position + p.rep)
	}
	return b.String()
}
