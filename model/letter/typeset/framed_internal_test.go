package typeset

import "testing"

// landscape is the sheet of a certificate.
func landscape() Sheet {
	return Sheet{Width: 297, Height: 210, Top: 17, Bottom: 18, Left: 30, Right: 30}
}

func certificateStyle(size float64) Style {
	return Style{Serif: true, Size: size, Spacing: 1.2, Gap: 2, Mark: 8, Title: 30, Display: size + 11, Middle: true}
}

func TestFramed_EverySectionHasAPageInAFrame(t *testing.T) {
	l := Layout{Faces: faces(t), Sheet: landscape()}
	m := manuscript("^^ SERTIFIKAT")
	m.Sections = append(m.Sections, manuscript("@page", "^ DAFTAR MATERI").Sections...)
	pages := l.Framed(m, []Style{certificateStyle(13)})
	if got := told(pages); got != "SERTIFIKAT / DAFTAR MATERI" {
		t.Errorf("%s", got)
	}

	for n, page := range pages {
		outer := page.Ops[0]
		if outer.X != 8 || outer.Y != 8 || outer.Width != 281 || outer.Height != 194 || !outer.Accent {
			t.Errorf("page %d: the frame is %+v, want one 8 mm inside the edge", n+1, outer)
		}
		if corners := some(page, func(o Op) bool { return o.Solid }); len(corners) != 4 {
			t.Errorf("page %d has %d corners", n+1, len(corners))
		}
	}
}

// What is left of the height goes where the text asks for it: one third above, two thirds below the name.
func TestFramed_SharesOutTheHeight(t *testing.T) {
	l := Layout{Faces: faces(t), Sheet: landscape()}
	s := l.Faces.style(certificateStyle(13))
	single := s.lineHeight(13)
	pages := l.Framed(manuscript("^ satu", "@space 1", "^ dua", "@space 2", "^ tiga"), []Style{certificateStyle(13)})
	one, _ := find(t, pages, "satu")
	two, _ := find(t, pages, "dua")
	three, _ := find(t, pages, "tiga")
	left := 210 - 17 - 18 - 3*single - 0.1
	if !near(two.Y-one.Y, single+left/3) || !near(three.Y-two.Y, single+2*left/3) {
		t.Errorf("at %.2f, %.2f and %.2f", one.Y, two.Y, three.Y)
	}
}

func TestFramed_LongNamesGetSmallerBeforeTheyTakeAPage(t *testing.T) {
	l := Layout{Faces: faces(t), Sheet: landscape()}
	var lines []string
	for range 26 {
		lines = append(lines, "^ baris")
	}

	pages := l.Framed(manuscript(lines...), []Style{certificateStyle(13), certificateStyle(12), certificateStyle(11), certificateStyle(10)})
	// 26 lines fit into 175 mm from 6.73 mm on: 13 points take 6.32 mm.
	if o, _ := find(t, pages, "baris"); len(pages) != 1 || o.Size != 13 {
		t.Errorf("%d pages at %.0f points", len(pages), o.Size)
	}

	for range 3 {
		lines = append(lines, "^ baris") // 29 lines take 183 mm, at 12 points 169 mm
	}

	pages = l.Framed(manuscript(lines...), []Style{certificateStyle(13), certificateStyle(12), certificateStyle(11)})
	if o, _ := find(t, pages, "baris"); len(pages) != 1 || o.Size != 12 {
		t.Errorf("%d pages at %.0f points", len(pages), o.Size)
	}
}

// A name is as large as its line allows, and never smaller than the text.
func TestFramed_ANameFitsItsLine(t *testing.T) {
	l := Layout{Faces: faces(t), Sheet: landscape()}
	short, _ := find(t, l.Framed(manuscript("^^^ Budi"), []Style{certificateStyle(13)}), "Budi")
	long := "Prof. Dr. dr. Raden Mas Haji Muhammad Abdurrahman Kusumawardhana Prawirodirdjo, Sp.OG(K)., M.Kes."
	set, _ := find(t, l.Framed(manuscript("^^^ "+long), []Style{certificateStyle(13)}), long)
	if short.Size != 24 || set.Size >= 24 || set.Size <= 13 || set.Width > 237 {
		t.Errorf("%.0f points for a short name, %.0f points and %.1f mm for a long one", short.Size, set.Size, set.Width)
	}
}

func TestFramed_HintsStandBelowEachWhoSigns(t *testing.T) {
	l := Layout{Faces: faces(t), Sheet: landscape()}
	for lines, want := range map[string]int{"@ Kepala, | Direktur,": 2, "@ Kepala,": 1, "@   | Ketua,": 1} {
		pages := l.Framed(manuscript(lines, "@room 22", "@ x | y"), []Style{certificateStyle(13)})
		if hints := some(pages[0], func(o Op) bool { return o.DraftOnly }); len(hints) != want {
			t.Errorf("%q: %d hints", lines, len(hints))
		}
	}
}
