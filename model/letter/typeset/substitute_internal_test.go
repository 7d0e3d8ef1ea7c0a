package typeset

import (
	"testing"

	"golang.org/x/text/unicode/norm"

	"jejaring/assets"
)

func TestWhatThePaperLacksIsWrittenBySomethingThatSaysTheSame(t *testing.T) {
	f, err := LoadFaces(assets.Fonts)
	if err != nil {
		t.Fatal(err)
	}

	for text, want := range map[string]string{
		"dokter\u2011spesialis": "dokter-spesialis", "a\u2010b\u2011c\u2012d―e−5": "a‐b-c‒d―e−5", "suhu 38,5 ℃": "suhu 38,5 °C", "100 ℉": "100 °F", "5 K Å": "5 K Å",
		"ＲＳＵＤ　Ｔｉｒｔａ，１２": "RSUD Tirta,12", "Ⅳ ⅻ Ⅿ": "IV xii M", "“kata” ‘kata’ – — …": "“kata” ‘kata’ – — …", "o\ufb00ice su\ufb03x ﬁ": "office suffix ﬁ",
		"ko\u00adop\u200bera\u2060si\ufeff": "kooperasi", "E\u0301lan Jose\u0301": "Élan José", "1\u00a0\u202f2\u30003": "1 2 3", "a\u2028b": "a b", "10⁻³ 10⁰ 10¹⁰ 10⁹": "10^-3 10^0 10^10 10⁹",
		"Na⁺ Ca²⁺ Cl⁻ s⁻¹ m²": "Na+ Ca2+ Cl- s^-1 m²", "SpO₂ 94 %, Hb ↓ ≥ → ≤ ± µg": "SpO₂ 94 %, Hb ↓ ≥ → ≤ ± µg", "2⅖ ⅕ ½ ⅓": "2 2/5 1/5 ½ ⅓", "5 ㎎ 2 ㎡ 3 ㎥ ㎖ ㏄ ㎏": "5 mg 2 m² 3 m³ ml cc kg",
		"① ⑫ ⑴ ⒈": "(1) (12) (1) 1.", "𝐒𝐢𝐭𝐢 𝟏𝟐": "Siti 12", "≦ ≧ ∼ ∗ ⋅ ∶": "≤ ≥ ~ * · :", "\uf0b7 satu \uf0e0 dua": "• satu → dua", "➜ ⇒ ➡️": "→ → →",
		"２１％（ａ）": "21%(a)", "﹣5": "-5", "8 × ✖️ ➕": "8 × × +", "№ ™ ℓ": "№ ™ ℓ", "℡ ℞": "TEL R/", "…‥": "…..", "⁇": "??",
	} {
		got := Clean(text)
		if got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
		if odd := f.Missing(got); odd != nil {
			t.Errorf("%q: the fonts still lack %q", text, odd)
		}
	}

	for _, text := range []string{"漢", "😀", "✓", "☐", "ا"} {
		if got := Clean(text); got != text {
			t.Errorf("%q became %q, which says something else", text, got)
		}
	}
}

func TestNoSubstituteChangesWhatThePaperCanPrint(t *testing.T) {
	f, err := LoadFaces(assets.Fonts)
	if err != nil {
		t.Fatal(err)
	}

	for r := rune(' '); r < 1<<16; r++ {
		text := "x" + string(r) + "x"
		if f.Missing(text) != nil || r >= 0xFB1D && r <= 0xFB4F { // Hebrew letters are taken apart by Unicode itself
			continue
		}
		if got := Clean(text); got != text && got != "x x" && got != "xx" && got != norm.NFC.String(text) {
			t.Errorf("%q, which can be printed, became %q", text, got)
		}
	}
}
