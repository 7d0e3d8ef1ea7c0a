package typeset

import (
	"slices"
	"strings"
	"testing"
)

func TestCut_BehindAMarkWhereItCan(t *testing.T) {
	face, em := at12(t)
	ten := 10*digit*em + 0.1
	for text, want := range map[string]string{
		"1234567890":               "1234567890",
		"123456789012345":          "1234567890|12345",
		"1234567/8901234":          "1234567/|8901234", // behind the mark, which stands in the second half
		"1/34567890123":            "1/34567890|123",   // a mark near the beginning would waste the line
		"1234567-890123456-789012": "1234567-|890123456-|789012",
		"":                         "",
	} {
		if got := strings.Join(face.cut(text, false, ten), "|"); got != want {
			t.Errorf("%q: %s, want %s", text, got, want)
		}
	}
}

// An address of mail is divided behind its @ before it gets too long, so that neither half is torn.
func TestCut_AnAddressOfMail(t *testing.T) {
	face, em := at12(t)
	twenty := 20 * digit * em
	if got := face.cut("123456@1234567890", false, twenty); !slices.Equal(got, []string{"123456@", "1234567890"}) {
		t.Errorf("%q", got)
	}
	if got := face.cut("1@2", false, twenty); !slices.Equal(got, []string{"1@2"}) {
		t.Errorf("%q", got)
	}
}

// One character at least stands on a line, however narrow it is.
func TestCut_InNoRoomAtAll(t *testing.T) {
	face, _ := at12(t)
	if got := face.cut("WéW", false, 0.1); !slices.Equal(got, []string{"W", "é", "W"}) {
		t.Errorf("%q", got)
	}
}

// "Pasal 5", "≤ 30" and "80 %" are not parted where another place will do.
func TestWords_WhatBelongsTogether(t *testing.T) {
	face, em := at12(t)
	for text, want := range map[string]string{"1111 22 Pasal 5": "1111 22/Pasal 5", "1111 222 ≤ 30": "1111 222/≤ 30", "1111 2222 80 %": "1111 2222/80 %"} {
		first, _, _ := strings.Cut(want, "/")
		measure := face.width(first, false) + (blank+1.5*digit)*em
		if got := strings.Join(texts(face.set([]Run{{text, false}}, measure, false)), "/"); got != want {
			t.Errorf("%s, want %s", got, want)
		}
	}
}

func TestWords_BlanksPartThem(t *testing.T) {
	face, _ := at12(t)
	words := face.words([]Run{{"satu dua", false}, {"tiga", true}, {" empat", false}}, 100)
	var got []string
	for _, w := range words {
		var s string
		for _, p := range w.pieces {
			s += p.text
		}
		got = append(got, s)
	}

	if strings.Join(got, "|") != "satu|duatiga|empat" || len(words[1].pieces) != 2 || !words[1].pieces[1].bold {
		t.Errorf("%q", got)
	}
}
