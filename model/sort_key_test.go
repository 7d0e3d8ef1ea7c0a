package model_test

import (
	"slices"
	"testing"

	"jejaring/model"
)

func TestNamesSortAsPeopleExpect(t *testing.T) {
	for _, want := range [][]string{
		{"Puskesmas Kenanga 1", "Puskesmas Kenanga 2", "Puskesmas Kenanga 10", "Puskesmas Kenanga 010 B"},
		{"Edelweis", "Élan", "elang", "Ërika", "Fajar"}, {"E\u0301lan", "Elok"}, {"RS Abc", "“RS Abd”", "rs abe"}, {"Jum'at", "Jumatan"}, {"Maarif", "Ma’arif 2", "Ma'arif 10"},
		{"A 99999999999999999999", "A 100000000000000000000"}, {"Łódź", "Lofa"}, {"1 Klinik", "2 Klinik", "10 Klinik", "Klinik"},
	} {
		got := slices.Clone(want)
		slices.Reverse(got)
		if slices.SortFunc(got, model.CompareNames); !slices.Equal(got, want) {
			t.Errorf("%q, want %q", got, want)
		}
	}
	if model.SortKey("\x00\u200b") != "" || model.SortKey("007") != model.SortKey("7") {
		t.Error("nothing, or zeros in front")
	}
}
