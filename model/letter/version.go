package letter

import "fmt"

// version says which version of a paper this is, from the second one on or where another language stands beside it.
func (c *composition) version() string {
	d := c.d
	if d.Draft || d.Revision < 2 {
		return ""
	}

	var said []string
	for _, w := range c.words {
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

	return inBoth(said)
}

// versionName tells the files of two versions apart.
func (c *composition) versionName() string {
	if c.d.Draft || c.d.Revision < 2 {
		return ""
	}
	return fmt.Sprintf("-versi-%d", c.d.Revision)
}
