package typeset

import (
	"fmt"
	"strconv"
	"strings"
	"testing"

	"jejaring/assets"
)

// faces are those of the program.
func faces(t testing.TB) Faces {
	t.Helper()
	f, err := LoadFaces(assets.Fonts)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// staffTable is the widest table of the report.
func staffTable() (heads []string, rows [][]string) {
	return []string{"Nama staf", "STR", "SIP s.d.", "Pembelajaran", "Pelayanan", "Pengabdian", "Jumlah", "Target"},
		[][]string{{"Ns. Dewi Anggraini Kusumawardhani, S.Kep., M.Kep.", "Seumur hidup", "20 Des 2026", "7", "0", "2", "9", "50"}}
}

func TestFitColumns_NoWordOfATableBreaks(t *testing.T) {
	style := Style{Size: 9.5}
	face := faces(t).style(style).face
	heads, rows := staffTable()
	var sum float64
	for i, word := range strings.Fields(faces(t).FitColumns(style, 185, heads, rows, false)) {
		width, err := strconv.ParseFloat(strings.TrimRight(word, "cr-"), 64)
		sum += width
		for text := range strings.FieldsSeq(heads[i]) {
			if err != nil || width < face.width(text, true)+3 {
				t.Errorf("%q has %.1f mm in a column of %s", text, face.width(text, true), word)
			}
		}

		if right := strings.HasSuffix(word, "r"); right != (i > 2) {
			t.Errorf("%s stands at the right: %v", heads[i], right)
		}
	}

	if sum < 184.9 || sum > 185.1 {
		t.Errorf("the table is %.1f mm wide", sum)
	}
}

// Two columns that ask for less than there is: the first takes what is left.
func TestFitColumns_WhatIsLeftGoesToTheFirst(t *testing.T) {
	f := faces(t)
	style := Style{Size: 10}
	word := f.style(style).face.width("1234", false)
	got := f.FitColumns(style, 100, []string{"1", "1"}, [][]string{{"1234", "1234"}}, false)
	if want := fmt.Sprintf("%.2f %.2fr", 100-word-cellAir, word+cellAir); got != want {
		t.Errorf("%s, want %s", got, want)
	}

	got = f.FitColumns(style, 185, []string{"1", "1"}, [][]string{{"1234", "1234"}}, true)
	if want := fmt.Sprintf("%.2f %.2fr 80-", 105-word-cellAir, word+cellAir); got != want {
		t.Errorf("with bars: %s, want %s", got, want)
	}
}

func TestFitColumns_TheLongestTextGivesWay(t *testing.T) {
	f := faces(t)
	long := strings.Repeat("1234 ", 40)
	words := strings.Fields(f.FitColumns(Style{Size: 10}, 100, []string{"a", "b", "c"}, [][]string{{"satu", long, "tiga"}}, false))
	var widths [3]float64
	sum := 0.0
	for i, word := range words {
		widths[i], _ = strconv.ParseFloat(strings.TrimRight(word, "r"), 64)
		sum += widths[i]
	}

	if sum < 99.9 || sum > 100.1 || widths[1] < 60 || widths[0] < f.style(Style{Size: 10}).face.width("satu", false)+cellAir-0.01 {
		t.Errorf("%q", words)
	}
}

func TestNumeric(t *testing.T) {
	for texts, want := range map[string]bool{"1,2,3": true, "1.000,-,2": true, "12 %,3 %,–": true, "-,–,—": false, "a,1,b": false, "1,a": false,
		"1,2,3 hari": true, "": false, "+1,−": false} {
		var rows [][]string
		for text := range strings.SplitSeq(texts, ",") {
			rows = append(rows, []string{"x", text})
		}
		if got := numeric(append(rows, []string{"x"}), 1); got != want {
			t.Errorf("%q: %v", texts, got)
		}
	}
}
