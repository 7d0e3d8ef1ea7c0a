package model

import "testing"

func TestSplitName_LeavesInitialsWithTheName(t *testing.T) {
	for full, want := range map[string][4]string{
		"dr. Ani Lestari":                 {"dr.", "Ani Lestari", "", "dokter"},
		"dr. Hendra Lukito, Sp.OG":        {"dr.", "Hendra Lukito", "Sp.OG", "dokter_spesialis"},
		"drg. Budi":                       {"drg.", "Budi", "", "dokter_gigi"},
		"Prof. Dr. dr. Sri Rahayu, Sp. A": {"Prof. Dr. dr.", "Sri Rahayu", "Sp. A", "dokter_spesialis"},
		"M. Yusuf":                        {"", "M. Yusuf", "", "lainnya"},
		"Ns. Rina, S.Kep.":                {"Ns.", "Rina", "S.Kep.", "perawat"},
		"apt. Dewi, S.Farm.":              {"apt.", "Dewi", "S.Farm.", "apoteker"},
		"Siti Aminah, A.Md.Keb.":          {"", "Siti Aminah", "A.Md.Keb.", "bidan"},
		"  Suparman ":                     {"", "Suparman", "", "lainnya"},
		"":                                {"", "", "", "lainnya"},
	} {
		prefix, name, suffix := SplitName(full)
		if got := [4]string{prefix, name, suffix, ProfessionOf(prefix, suffix)}; got != want {
			t.Errorf("%q is %q, want %q", full, got, want)
		}
	}
	if !SamePerson("dr. Ani  Lestari, Sp.A", "dr Ani Lestari, Sp. A.") || SamePerson("dr. Ani Lestari", "dr. Ani Lestary") {
		t.Error("names are compared wrongly")
	}
}
