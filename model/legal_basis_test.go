package model_test

import (
	"slices"
	"testing"

	"jejaring/model"
)

func TestRepealedLaws(t *testing.T) {
	for citation, want := range map[string]string{
		"Undang-Undang Nomor 36 Tahun 2009 tentang Kesehatan":  "UU 36/2009",
		"Undang-Undang Republik Indonesia Nomor 36 Tahun 2009": "UU 36/2009",
		"UU RI No. 36/2009": "UU 36/2009",
		"UU36/2009":         "UU 36/2009",
		"UNDANG-UNDANG NOMOR 29 TAHUN 2004 TENTANG PRAKTIK KEDOKTERAN": "UU 29/2004",
		"UU No 44 Thn 2009 tentang Rumah Sakit":                        "UU 44/2009",
		"Undang-undang Nomor 36 Tahun 2014 tentang Tenaga Kesehatan":   "UU 36/2014",
		"Permenkes No. 001 Tahun 2012 tentang Sistem Rujukan":          "Permenkes 001/2012",
		"Peraturan Menteri Kesehatan Nomor 1 Tahun 2012":               "Permenkes 001/2012",
		"Permenkes 269/2008": "Permenkes 269/2008",
		"Peraturan Menteri Kesehatan Republik Indonesia Nomor 269/MENKES/PER/III/2008": "Permenkes 269/2008",
		"UU 13/1985 tentang Bea Meterai":                                               "UU 13/1985",

		"Undang-Undang Nomor 17 Tahun 2023 tentang Kesehatan":                                                                        "",
		"Undang-Undang Nomor 27 Tahun 2022 tentang Pelindungan Data Pribadi":                                                         "",
		"Undang-Undang Nomor 10 Tahun 2020 tentang Bea Meterai":                                                                      "",
		"Peraturan Menteri Kesehatan Nomor 16 Tahun 2024":                                                                            "",
		"Peraturan Menteri Kesehatan Nomor 24 Tahun 2022 tentang Rekam Medis":                                                        "",
		"Peraturan Pemerintah Nomor 28 Tahun 2024 tentang Peraturan Pelaksanaan Undang-Undang Nomor 17 Tahun 2023 tentang Kesehatan": "",
		"Permenkes Nomor 11 Tahun 2012":                                                                                              "",
		"UU 136/2009":                                                                                                                "",
		"":                                                                                                                           "",
	} {
		if got := model.RepealedLaw(citation); got != want {
			t.Errorf("%q: %q, want %q", citation, got, want)
		}
	}
}

func TestARepealedLawIsOnlyAWarning(t *testing.T) {
	r := model.LegalBasis{Citation: "UU 36/2009", Status: "repealed"}
	has(t, r.Check(), "citation_id: old_law?")
	if r.Validate() != nil {
		t.Error("a warning stopped the save")
	}
	has(t, (&model.LegalBasis{Status: "x"}).Check(), "citation_id: required", "status: unknown_code")
}

func TestLegalBasis_OneThatWasReplacedIsRepealedSinceADay(t *testing.T) {
	r := model.LegalBasis{Base: model.Base{ID: 3}, Citation: "Permenkes Nomor 9 Tahun 2014", Status: "in_force", ReplacedBy: 7}
	has(t, r.Check(), "replaced_since: required")
	r.ReplacedSince = model.Date{Year: 2027, Month: 3, Day: 1}
	has(t, r.Check())
	if r.Status != "repealed" || !r.Repealed() {
		t.Errorf("it is %s", r.Status)
	}
	r.ReplacedBy = 3
	has(t, r.Check(), "replaced_by: replaces_itself")
}

func TestLegalBasis_IsCitedInsteadOfTheOneThatItReplaced(t *testing.T) {
	for name, c := range map[string]struct{ before, after []model.ID }{
		"replaced":      {[]model.ID{1, 3, 4}, []model.ID{1, 7, 4}},
		"cited already": {[]model.ID{1, 3, 7}, []model.ID{1, 7}},
		"not cited":     {[]model.ID{1}, []model.ID{1}},
	} {
		a := model.Agreement{LegalBasisIDs: c.before}
		model.CiteInstead(&a, 3, 7)
		if !slices.Equal(a.LegalBasisIDs, c.after) {
			t.Errorf("%s: %v", name, a.LegalBasisIDs)
		}
	}
}
