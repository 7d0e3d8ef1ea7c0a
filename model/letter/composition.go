package letter

import (
	"strings"

	"jejaring/model"
	"jejaring/model/letter/typeset"
	"jejaring/translations"
)

// composition is a document before it is set: one manuscript for each language, and what is wrong with it. Draft, final and
// every original are made of the same composition and differ in marks alone.
type composition struct {
	kind        kind
	d           model.LetterData
	words       []translations.Words // of the languages of the paper
	both        []translations.Words // Indonesian and English
	manuscripts []typeset.Manuscript // in the order of the languages
	parties     []partyText          // of an agreement
	signer      signer               // of a letter
	subject     string               // what the file says it is about: never a person
	head        typeset.Letterhead
	logo        *typeset.Logo
	gaps        []string
	warnings    model.Problems
	origins     []origin
}

// origin remembers which field a printed text came from.
type origin struct{ field, text string }

// sheet is the paper of the document: that of the clinic where its kind may be printed on it.
func (c *composition) sheet() typeset.Sheet { return c.kind.sheet(c.d.Clinic.Paper) }

// layout is what the pages of the paper have in common.
func (c *composition) layout(faces typeset.Faces) typeset.Layout {
	return typeset.Layout{Faces: faces, Sheet: c.sheet(), Head: c.head, Logo: c.logo}
}

// pages sets the manuscripts as the kind asks for.
func (c *composition) pages(faces typeset.Faces) []typeset.Page {
	return c.kind.set(c, c.layout(faces))
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
