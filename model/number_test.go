package model_test

import (
	"regexp"
	"strings"
	"testing"

	"jejaring/model"
)

func TestNumbersOfTheSampleLedger(t *testing.T) {
	var numbering model.Numbering
	tried := 0
	for _, n := range readSample(t).Ledger {
		if n.Key == "SRT" {
			continue
		}
		tried++
		got := numbering.Format(model.NumberParts{Seq: n.Seq, Type: model.DocumentCode(n.Key), Org: "KLN-SM", Date: n.Date})
		if got != n.Number {
			t.Errorf("%s, want %s", got, n.Number)
		}
	}

	if tried < 50 {
		t.Errorf("only %d numbers tried", tried)
	}
}

func TestPatterns(t *testing.T) {
	parts := model.NumberParts{Seq: 7, Type: "PKS", Org: "KLN-SM", Partner: "RSUD-TS", Date: day(t, "2026-11-05")}
	later := parts
	later.Seq = 1234
	later.Suffix = "A"
	later.Date = day(t, "2027-01-31")

	for pattern, want := range map[string][2]string{
		"":                       {"007/PKS/KLN-SM/XI/2026", "1234.A/PKS/KLN-SM/I/2027"},
		"{seq}/{type}/{mm}/{yy}": {"7/PKS/11/26", "1234/PKS/01/27"},
		"{class}.{seq:5}-{unit}/{type}/{m}/{yyyy}": {"445.00007-TU/PKS/11/2026", "445.01234-TU/PKS/1/2027"},
		"{type}-{partner}-{seq:1}-{yyyy}":          {"PKS-RSUD-TS-7-2026", "PKS-RSUD-TS-1234-2027"},
	} {
		n := model.Numbering{Scope: "per_type", Unit: "TU", Class: "445", Patterns: map[model.DocumentCode]string{"PKS": pattern}}
		has(t, n.Check())
		if a, b := n.Format(parts), n.Format(later); a != want[0] || b != want[1] {
			t.Errorf("%q: %s and %s, want %q", pattern, a, b, want)
		}
	}

	if n := (model.Numbering{Scope: "per_type"}); n.Key("PKS") != "PKS" || n.Pattern("SPK") != model.DefaultPattern {
		t.Errorf("%s %s", n.Key("PKS"), n.Pattern("SPK"))
	}
	if key := (model.Numbering{Scope: "global"}).Key("PKS"); key != "GLOBAL" {
		t.Error(key)
	}
}

func TestPatternsThatAreRefused(t *testing.T) {
	for pattern, want := range map[string]string{
		"{type}/{yyyy}": "pattern_seq", "{seq}/{yyyy}": "pattern_type", "{seq}/{type}": "pattern_year", "{seq}/{type}/{roman}": "pattern_year",
		"{seq:3}/{type}/{yyyy}/{moon}": "pattern_token", "{seq:0}/{type}/{yyyy}": "pattern_token", "{seq:33}/{type}/{yyyy}": "pattern_token",
		"{seq}/{type}/{yyyy}}": "pattern_token", "{{seq}}/{type}/{yyyy}": "pattern_token", "{sequence}/{type}/{yy}": "pattern_token",
		"{seq}/{type}/{yyyy}/" + strings.Repeat("x", 80): "too_long",
	} {
		n := model.Numbering{Scope: "per_type", Patterns: map[model.DocumentCode]string{"PKS": pattern}}
		has(t, n.Check(), "patterns.PKS: "+want)
	}

	all := model.Numbering{Scope: "global", Patterns: map[model.DocumentCode]string{"PKS": "{seq}/{yyyy}"}, Start: map[string]int{"GLOBAL": 12, "X": 0, "Y": 10000}}
	has(t, all.Check(), "start_seq.X: range", "start_seq.Y: range")
	has(t, model.Numbering{}.Check(), "sequence_scope: required")
}

func TestRomanMonths(t *testing.T) {
	for month, want := range strings.Fields("- I II III IV V VI VII VIII IX X XI XII") {
		if got := model.Roman(month); month > 0 && got != want {
			t.Errorf("%d: %s, want %s", month, got, want)
		}
	}
	if model.Roman(0) != "" || model.Roman(13) != "" || model.Roman(-1) != "" {
		t.Error("a month that does not exist has a Roman number")
	}
}

func TestNumbersAreFoundInMails(t *testing.T) {
	finder := regexp.MustCompile(model.NumberFinder)
	for text, want := range map[string]string{
		"Menindaklanjuti surat nomor 002/PKS/KLN-SM/II/2025, kami": "002/PKS/KLN-SM/II/2025",
		"re: 012.a/spk/kln-sm/xi/2026":                             "012.a/spk/kln-sm/xi/2026",
		"445/017/RSUD-TS/II/2025":                                  "445/017/RSUD-TS/II/2025",
		"SPK.9/AA/07/2023":                                         "9/AA/07/2023",
		"telepon 0274/123456":                                      "",
		"tanggal 21/11/2026":                                       "",
	} {
		if got := finder.FindString(text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}

	if got := model.NormalNumber(" 002 / pks/ KLN-SM\u00a0/II/\u200b2025 "); got != "002/PKS/KLN-SM/II/2025" {
		t.Error(got)
	}
}
