package letter

import (
	"fmt"
	"strings"

	"jejaring/model"
	"jejaring/translations"
)

// version says which version of a paper this is, from the second one on or where another language stands beside it.
func version(d model.LetterData, languages []string) string {
	if d.Draft || d.Revision < 2 {
		return ""
	}
	var said []string
	for _, language := range languages {
		w, err := translations.In(language)
		if err != nil {
			continue
		}
		switch {
		case d.Beside > 0 && d.Replaces > 0:
			said = append(said, w.Say("version.both", d.Revision, d.Replaces, d.Beside, w.Label("paper_language", d.BesideLanguage)))
		case d.Beside > 0:
			said = append(said, w.Say("version.beside", d.Revision, d.Beside, w.Label("paper_language", d.BesideLanguage)))
		case d.Replaces > 0:
			said = append(said, w.Say("version.replaces", d.Revision, d.Replaces))
		default:
			said = append(said, w.Say("version.number", d.Revision))
		}
	}
	return strings.Join(said, " / ")
}

// versionName tells the files of two versions apart.
func versionName(d model.LetterData) string {
	if d.Draft || d.Revision < 2 {
		return ""
	}
	return fmt.Sprintf("-versi-%d", d.Revision)
}
