package letter

import (
	"fmt"
	"strings"

	"jejaring/model"
)

// fileName makes a name that every file system takes out of type, number and original: PKS-003-KLN-SM-XI-2026-rangkap-1.pdf.
// A further version says so: RJK-033-KLN-SM-XI-2026-versi-2.pdf. An attendance list has no number of its own and bears that of the training. No name of a person is ever part of it.
func fileName(d model.LetterData, o original) string {
	number := d.Number
	if d.Type == "DH" && number == "" && d.Training != nil {
		number = d.Training.Number
		if len(d.Sessions) == 1 {
			number += fmt.Sprintf("/sesi/%d", d.Sessions[0]+1)
		}
	}
	parts := []string{d.Type}
	if d.Draft || number == "" {
		parts = append(parts, strings.TrimSuffix("konsep-"+recordCode(d), "-"))
	} else {
		for _, part := range strings.FieldsFunc(number, func(r rune) bool { return !fileRune(r) }) {
			if part = strings.Trim(part, ".-"); part != "" && part != d.Type {
				parts = append(parts, part)
			}
		}
	}
	name := strings.Join(parts, "-")
	if len(name) > 100 {
		name = strings.Trim(name[:100], ".-")
	}
	name += versionName(d)
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
