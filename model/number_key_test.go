package model_test

import (
	"slices"
	"testing"

	"jejaring/model"
)

func TestANumberHasOneKeyHoweverItIsWritten(t *testing.T) {
	const want = "3/PKS/KLN/SM/XII/2024"
	for _, text := range []string{"003/PKS/KLN-SM/XII/2024", "3/pks/kln-sm/xii/2024", "0003/PKS/KLN-SM/XII/2024", "003 / PKS / KLN-SM / XII / 2024",
		"003/PKS/KLN–SM/XII/2024", "003/PKS/KLN\u2011SM/XII/2024", "003\u2044PKS\u2044KLN-SM\u2044XII\u20442024", "003_PKS_KLN-SM_XII_2024",
		"003\u00a0/\u202fPKS/KLN-\u200bSM/XII/2024", "003/PKS/KLN-SM/XII/2024\u200f", "００３／ＰＫＳ／ＫＬＮ－ＳＭ／ＸＩＩ／２０２４",
		"(003/PKS/KLN-SM/XII/2024).", "003\\PKS\\KLN-SM\\XII\\2024"} {
		if got := model.NumberKey(text); got != want {
			t.Errorf("%q: %s", text, got)
		}
	}

	for _, text := range []string{"030/PKS/KLN-SM/XII/2024", "3/PKS/KLN-SM/XI/2024", "003.A/PKS/KLN-SM/XII/2024", "13/PKS/KLN-SM/XII/2024", "", "///"} {
		if got := model.NumberKey(text); got == want {
			t.Errorf("%q is taken for another number", text)
		}
	}

	if a, b := model.NumberKey("No. 77 RSUD-A"), model.NumberKey("NO.77RSUD-A"); a != b {
		t.Errorf("%s and %s", a, b)
	}
	if model.NumberKey("000/PKS") != "0/PKS" || model.NumberKey(" - ") != "" {
		t.Error("zeros alone, or nothing")
	}
}

func TestAPaperThatComesBackIsKnownByTheNameOfItsFile(t *testing.T) {
	for name, want := range map[string]string{
		"PKS-003-KLN-SM-XII-2024-rangkap-1.pdf":          model.PaperKey("PKS", "003/PKS/KLN-SM/XII/2024"),
		"PKS-003-KLN-SM-XII-2024.pdf":                    model.PaperKey("PKS", "003/PKS/KLN-SM/XII/2024"),
		"Scan PKS-003-KLN-SM-XII-2024-rangkap-2 (1).PDF": model.PaperKey("PKS", "003/PKS/KLN-SM/XII/2024"),
		"PKS_003_KLN_SM_XII_2024_ttd.pdf":                model.PaperKey("PKS", "003/PKS/KLN-SM/XII/2024"),
		"pks 3 kln sm xii 2024 signed.jpg":               model.PaperKey("PKS", "003/PKS/KLN-SM/XII/2024"),
		"SRT-012-KLN-SM-TR-2026-001-I-2026.pdf":          model.PaperKey("SRT", "012/SRT/KLN-SM/TR-2026-001/I/2026"),
		"SPB-AKH-004-KLN-SM-X-2026.pdf":                  model.PaperKey("SPB-AKH", "004/SPB-AKH/KLN-SM/X/2026"),
		"PKS-RSUD-TS-7-2026.pdf":                         model.PaperKey("PKS", "PKS-RSUD-TS-7-2026"),
	} {
		if keys := model.PaperKeys(name); !slices.Contains(keys, want) {
			t.Errorf("%s: %s is not among %v", name, want, keys)
		}
	}

	keys := model.PaperKeys("PKS-013-KLN-SM-XII-2024-rangkap-1.pdf")
	if slices.Contains(keys, model.PaperKey("PKS", "003/PKS/KLN-SM/XII/2024")) {
		t.Error("13 is taken for 3")
	}
	if got := model.PaperKeys(""); len(got) > 0 {
		t.Error(got)
	}
}

func TestSignsOfWordProcessorsBecomeThoseOfTheKeyboard(t *testing.T) {
	for text, want := range map[string]string{
		"a\u2010b\u2011c\u2012d\u2013e\u2014f\u2015g\u2212h": "a-b-c-d-e-f-g-h", "Ma\u2019arif": "Ma'arif", "Ma\u02bcarif": "Ma'arif",
		"\u201cJumat\u201d": `"Jumat"`, "1\u00a02\u202f3\u20094\u30005": "1 2 3 4 5", "a\u00ad\u200b\u2060\ufeff\u202eb": "ab", "1\u20442": "1/2",
		"satu\ndua\tx": "satu\ndua x", "élan ß 10": "élan ß 10", "\x00": "",
	} {
		if got := model.Plain(text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}
