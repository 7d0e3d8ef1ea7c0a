package model_test

import (
	"os"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"jejaring/model"
)

func TestPhonesAsPeopleInIndonesiaWriteThem(t *testing.T) {
	for text, want := range map[string]string{
		"(0999) 000201 ext. 12": "+62999000201 ext. 12", "(021) 555-1234 ext. 12": "+62215551234 ext. 12",
		"0274-512345 pes. 3": "+62274512345 ext. 3", "0274 512345 pesawat 3": "+62274512345 ext. 3", "(0274) 512345 psw 12": "+62274512345 ext. 12",
		"0274 512345 x12": "+62274512345 ext. 12", "0274 512345 #12": "+62274512345 ext. 12", "0274512345ext12": "+62274512345 ext. 12",
		"(0274) 512345 Ext: 12/13": "+62274512345 ext. 12/13", "0274-512345 Ekst. 7": "+62274512345 ext. 7",
		"0812-3456-7890 (WA)": "+6281234567890 (WA)", "0812 3456 7890 WA": "+6281234567890 (WA)", "WA 0812-3456-7890": "+6281234567890 (WA)",
		"WA: 0812.3456.7890": "+6281234567890 (WA)", "HP. 081234567890": "+6281234567890", "Telp. (0274) 512345": "+62274512345",
		"No. HP 081234567890": "+6281234567890", "HP/WA 081234567890": "+6281234567890 (WA)", "081234567890 (Ibu Sari)": "+6281234567890 (Ibu Sari)",
		"+62 (0)812-3456-7890": "+6281234567890", "+62 0812 3456 7890": "+6281234567890", "(+62) 812 3456 7890": "+6281234567890",
		"0062 812 3456 7890": "+6281234567890", "62-812-3456-7890": "+6281234567890", "+31 (0)20 123 4567": "+31201234567",
		"0274-512345 / 0812-3456-7890": "+62274512345 / +6281234567890", "(021) 5551234/5551235": "+62215551234 / +62215551235",
		"(0274) 512345, 512346": "+62274512345 / +62274512346", "0274-512345/46": "+62274512345 / +62274512346",
		"081234567890 atau 081234567891": "+6281234567890 / +6281234567891", "081234567890;0274512345 ext 3": "+6281234567890 / +62274512345 ext. 3",
		"0274 512345 & 512346": "+62274512345 / +62274512346", "081234567890 (WA) / 0274512345": "+6281234567890 (WA) / +62274512345",
		"0274/512345": "+62274512345", "(0274)/512345": "+62274512345", "0812\u00a03456\u20117890": "+6281234567890", "0812–3456–7890": "+6281234567890",
		"\u202a+62\u00a0812\u20113456\u20117890\u202c": "+6281234567890", "0800 1 500 567": "+628001500567", "119": "119", "119 ext. 9": "119 ext. 9",
		"1500-567": "1500567", "(0274) 512345 (UGD 24 jam)": "+62274512345 (UGD 24 jam)", "0274-512345 (hunting)": "+62274512345 (hunting)",
	} {
		got, ps := model.Phone(text)
		if got != want || ps != nil {
			t.Errorf("%q: %q %v, want %q", text, got, ps, want)
		}
		if again, ps := model.Phone(model.ShowPhone(got)); again != got || ps != nil {
			t.Errorf("%q is shown as %q and read back as %q", got, model.ShowPhone(got), again)
		}
	}
	for _, text := range []string{"08-12", "bukan telepon", "ext. 12", "512345", "0812-HALO-0001", "0274 512345 ext.", "0812345678901234", "/", "", "12345678",
		"021-5551234 / bukan", "8,12E+10", "0812 3456 7890 <script>", "+62 8 0123456789", "0274512345 / 0274512346 / 0274512347 / 0274512348 / 0274512349"} {
		if got, ps := model.Phone(text); ps.Errors() == nil {
			t.Errorf("%q was read as %q", text, got)
		}
	}
}

func TestPhone_TheCaseOfExtensions(t *testing.T) {
	body, err := os.ReadFile("testdata/phone-extension.txt")
	if err != nil {
		t.Fatal(err)
	}

	for line := range strings.Lines(string(body)) {
		if got, ps := model.Phone(line); ps != nil || !strings.HasSuffix(got, " ext. 12") {
			t.Errorf("%q: %q %v", line, got, ps)
		}
	}
}

func TestPhone_WhatIsShownIsReadBackTheSame(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		one := rapid.StringMatching(`\+628[1-9][0-9]{6,10}|\+62[2-79][0-9]{6,11}|\+65[0-9]{8}( ext\. [1-9][0-9]{0,4})?`)
		stored := strings.Join(rapid.SliceOfN(rapid.Custom(func(t *rapid.T) string {
			return one.Draw(t, "number") + rapid.SampledFrom([]string{"", " (WA)", " (Ibu Sari)"}).Draw(t, "note")
		}), 1, 3).Draw(t, "numbers"), " / ")
		got, ps := model.Phone(model.ShowPhone(stored))
		if got != stored || ps != nil {
			t.Fatalf("%q is shown as %q and read back as %q %v", stored, model.ShowPhone(stored), got, ps)
		}
		if kept := model.KeepPhone(stored, model.ShowPhone(stored)+" "); kept != stored {
			t.Fatalf("%q became %q", stored, kept)
		}
	})
}
