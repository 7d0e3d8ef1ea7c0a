package letter

import "jejaring/model/letter/typeset"

// letterStyles are the usual style of a letter, and a dense one for what would need a second page.
func letterStyles() (usual, dense typeset.Style) {
	usual = typeset.Style{Size: 12, Spacing: 1.15, Gap: 3, Mark: 8, Title: 14}
	dense = usual
	dense.Spacing = 1
	dense.Gap = 2.4
	return usual, dense
}

// deedStyles are the style of an agreement in one language, and that of two languages side by side.
func deedStyles() (one, two typeset.Style) {
	one = typeset.Style{Serif: true, Size: 12, Spacing: 1.25, Justify: true, Gap: 2.4, Mark: 9, Title: 13}
	two = typeset.Style{Serif: true, Size: 10, Spacing: 1.25, Justify: true, Gap: 2, Mark: 7, Title: 11}
	return one, two
}

// form is the style of a letter with labelled rows; label is the width of the labels.
func form(size, spacing, gap, label float64) typeset.Style {
	return typeset.Style{Size: size, Spacing: spacing, Gap: gap, Mark: 6, Title: size + 4, Label: label, Cell: 7}
}

func invitationStyles() []typeset.Style {
	return []typeset.Style{form(12, 1.15, 3, 32), form(12, 1, 2.4, 32), form(11, 1, 2.2, 30)}
}

// summaryStyles get smaller, so that a summary stays on one page.
func summaryStyles() []typeset.Style {
	return []typeset.Style{form(11, 1.1, 2.2, 34), form(10.5, 1.05, 1.8, 34), form(10, 1, 1.4, 32), form(9.5, 1, 1, 32), form(9, 1, 0.8, 30), form(8.5, 1, 0.6, 30)}
}

// minutesStyles have rows that are high enough to sign in.
func minutesStyles() []typeset.Style {
	all := summaryStyles()
	for i := range all {
		all[i].Cell = 11
	}
	return all
}

func referralStyles() []typeset.Style {
	return []typeset.Style{form(10.5, 1.1, 1.8, 42), form(10, 1.05, 1.6, 40), form(9.5, 1.02, 1.3, 38), form(9, 1, 1, 36)}
}

func replyStyles() []typeset.Style {
	return []typeset.Style{form(11, 1.15, 2.2, 40), form(10.5, 1.1, 2, 38), form(10, 1.05, 1.6, 36)}
}

// attendanceStyle has rows that are high enough to sign in.
func attendanceStyle() typeset.Style {
	s := form(10, 1, 1.2, 30)
	s.Cell = 9.5
	return s
}

// minutesStyle has text of a usual size, and tables close together.
func minutesStyle() typeset.Style {
	s := form(10.5, 1.1, 1.6, 40)
	s.Cell = 5.6
	return s
}

// reportStyle has tables close together.
func reportStyle() typeset.Style {
	s := form(9.5, 1, 1.2, 30)
	s.Cell = 5.4
	return s
}

// certificateStyles get smaller for long names.
func certificateStyles() []typeset.Style {
	var all []typeset.Style
	for _, size := range []float64{13, 12, 11, 10, 9} {
		all = append(all, typeset.Style{Serif: true, Size: size, Spacing: 1.2, Gap: 2, Mark: 8, Title: 30, Display: size + 11,
			Label: 40, Cell: 0.6 * size, Middle: true})
	}
	return all
}
