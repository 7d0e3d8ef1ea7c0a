package letter

import (
	"fmt"
	"strings"

	"jejaring/model"
)

// longName is the length from which on a name is cut, before what tells versions and originals apart.
const longName = 100

// fileName makes a name that every file system takes out of code, number and original: PKS-003-KLN-SM-XI-2026-rangkap-1.pdf.
// A further version says so: RJK-033-KLN-SM-XI-2026-versi-2.pdf. No name of a person is ever part of it.
func (c *composition) fileName(o original) string {
	code := string(c.kind.code)
	number := c.d.Number
	if c.kind.number != nil {
		number = c.kind.number(c.d)
	}

	words := []string{code}
	if c.d.Draft || number == "" {
		words = append(words, strings.TrimSuffix("konsep-"+recordCode(c.d), "-"))
	} else {
		for _, word := range strings.FieldsFunc(number, func(r rune) bool { return !fileRune(r) }) {
			if word = strings.Trim(word, ".-"); word != "" && word != code {
				words = append(words, word)
			}
		}
	}

	name := strings.Join(words, "-")
	if len(name) > longName {
		name = strings.Trim(name[:longName], ".-")
	}

	name += c.versionName()
	if o.copies > 0 {
		name += fmt.Sprintf("-rangkap-%d", o.copyNo)
	}
	return name + ".pdf"
}

// recordCode tells drafts of two records apart: the code of the record, or its identifier.
func recordCode(d model.LetterData) string {
	base := d.Agreement.Base
	switch {
	case d.Referral != nil:
		base = d.Referral.Base
	case d.Training != nil:
		base = d.Training.Base
	}

	if code := strings.Join(strings.FieldsFunc(base.Code, func(r rune) bool { return !fileRune(r) }), "-"); code != "" {
		return code
	}
	if base.ID == 0 {
		return ""
	}

	return fmt.Sprint(base.ID)
}

func fileRune(r rune) bool {
	return r >= '0' && r <= '9' || r >= 'A' && r <= 'Z' || r >= 'a' && r <= 'z' || r == '.' || r == '-'
}
