package letter

import (
	"fmt"

	"jejaring/model/letter/typeset"
	"jejaring/translations"
)

// setting puts the manuscripts of a composition on pages.
type setting = func(c *composition, l typeset.Layout) []typeset.Page

// oneByOne sets the languages of a paper one after the other.
func oneByOne(set func(l typeset.Layout, m typeset.Manuscript, number numbering) []typeset.Page) setting {
	return func(c *composition, l typeset.Layout) []typeset.Page {
		var all []typeset.Page
		for n, m := range c.manuscripts {
			all = append(all, set(l, m, c.numbering(c.words[n]))...)
		}
		return all
	}
}

// asLetter is a letter on one page, if the dense style makes that possible. Its pages have no numbers.
func asLetter(usual, dense typeset.Style) setting {
	return oneByOne(func(l typeset.Layout, m typeset.Manuscript, _ numbering) []typeset.Page {
		return l.Letter(m, usual, dense)
	})
}

// asForm is a letter with labelled rows and frames. Its pages have numbers from the second on.
func asForm(styles []typeset.Style) setting {
	return oneByOne(func(l typeset.Layout, m typeset.Manuscript, number numbering) []typeset.Page {
		pages := l.Form(m, styles)
		l.Numbered(pages, false, number)
		return pages
	})
}

// asTables is a list or a report, with a number on every page.
func asTables(style typeset.Style) setting {
	return oneByOne(func(l typeset.Layout, m typeset.Manuscript, number numbering) []typeset.Page {
		pages := l.Form(m, []typeset.Style{style})
		l.Numbered(pages, true, number)
		return pages
	})
}

// asMinutes are minutes with tables, of which each party gets an original: the frame of the original numbers the pages.
func asMinutes(style typeset.Style) setting {
	return oneByOne(func(l typeset.Layout, m typeset.Manuscript, _ numbering) []typeset.Page {
		return l.Form(m, []typeset.Style{style})
	})
}

// asFramed is a certificate.
func asFramed(styles []typeset.Style) setting {
	return oneByOne(func(l typeset.Layout, m typeset.Manuscript, _ numbering) []typeset.Page { return l.Framed(m, styles) })
}

// asDeed is an agreement: the languages side by side, paragraph by paragraph.
func asDeed(one, two typeset.Style) setting {
	return func(c *composition, l typeset.Layout) []typeset.Page {
		terms := c.d.Agreement.Terms
		deed := typeset.Deed{Manuscripts: c.manuscripts, Style: one, Swapped: terms.FirstPartySide == "right", Room: bareRoom}
		if len(c.manuscripts) == 2 {
			deed.Style = two
		}
		if terms.MeteraiMode != "none" {
			deed.Room = stampHeight + 3
		}

		for _, p := range c.parties {
			deed.Signatories = append(deed.Signatories,
				typeset.Signatory{Key: p.role, Label: p.label, Company: p.name, Position: p.position, Name: p.rep})
		}

		var called []string
		for _, words := range c.words {
			called = append(called, words.Say("text.witnesses"))
		}
		deed.Called = inBoth(called)
		for _, w := range c.d.Agreement.Witnesses {
			deed.Witnesses = append(deed.Witnesses, typeset.Signatory{Name: typeset.Clean(w.Name), Position: typeset.Clean(w.Position)})
		}

		return l.Deed(deed)
	}
}

// bareRoom is the height of the room to sign of an agreement without a stamp.
const bareRoom = 32

// numbering is what stands at the foot of page n of a paper that has more than one.
type numbering = func(n, of int) string

// longNumber is the length from which on the number of a document is left out at the foot.
const longNumber = 60

// numbering says the number of the document before that of the page, so that loose pages find together.
func (c *composition) numbering(words translations.Words) numbering {
	number := typeset.Clean(c.d.Number)
	return func(n, of int) string {
		text := words.Say("text.page", fmt.Sprint(n), fmt.Sprint(of))
		if number == "" || len(number) >= longNumber {
			return text
		}
		return number + " — " + text
	}
}
