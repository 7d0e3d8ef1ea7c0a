package model_test

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"jejaring/model"
)

// anyNumber draws what a letter number is made of, with a suffix for one that was slipped in later (012.A).
func anyNumber() *rapid.Generator[model.NumberParts] {
	return rapid.Custom(func(t *rapid.T) model.NumberParts {
		return model.NumberParts{
			Seq:    rapid.IntRange(1, 9999).Draw(t, "seq"),
			Suffix: rapid.SampledFrom([]string{"", "", "A", "B"}).Draw(t, "suffix"),
			Type:   rapid.SampledFrom([]model.DocumentCode{"SPK", "MOU", "PKS", "ADD", "UND", "RJK", "SRB", "BA", "LAP"}).Draw(t, "type"),
			Org:    rapid.StringMatching(`[A-Z]{2,4}-[A-Z0-9]{2,4}`).Draw(t, "org"),
			Date:   dayNear(dateOf(2050, 1, 1), 17_000).Draw(t, "date"),
		}
	})
}

// TestNumbering_TheCustomaryForm is 001/PKS/KLN-SM/XI/2026: three digits, four when they do not suffice, month and year of the letter.
func TestNumbering_TheCustomaryForm(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := anyNumber().Draw(t, "number")
		seq := fmt.Sprintf("%03d", p.Seq)
		if p.Suffix != "" {
			seq += "." + p.Suffix
		}

		want := strings.Join([]string{seq, string(p.Type), p.Org, romanMonths()[p.Date.Month], fmt.Sprint(p.Date.Year)}, "/")
		if got := (model.Numbering{}).Format(p); got != want {
			t.Fatalf("%s, not %s", got, want)
		}
	})
}

// TestNumbering_NoTwoLettersOfASequenceShareANumber: the running number begins anew each year, and the year stands on it.
func TestNumbering_NoTwoLettersOfASequenceShareANumber(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a := anyNumber().Draw(t, "a")
		b := a
		b.Seq = rapid.IntRange(1, 9999).Draw(t, "other seq")
		b.Date = dayNear(a.Date, 800).Draw(t, "other date")

		same := a.Seq == b.Seq && a.Date.Year == b.Date.Year && a.Date.Month == b.Date.Month
		var n model.Numbering
		if x, y := n.Format(a), n.Format(b); (x == y) != same {
			t.Fatalf("%s and %s", x, y)
		}
	})
}

func TestNumbering_ACertificateBearsTheCodeOfItsTraining(t *testing.T) {
	p := model.NumberParts{Seq: 12, Type: "SRT", Org: "KLN-SM", Training: "TR-2026-004", Date: dateOf(2026, 11, 21)}
	if got := (model.Numbering{}).Format(p); got != "012/SRT/KLN-SM/TR-2026-004/XI/2026" {
		t.Error(got)
	}
}

func TestNumbering_OneSequenceForAllNeedsNoTypeInItsNumbers(t *testing.T) {
	n := model.Numbering{Scope: "global", Patterns: map[model.DocumentCode]string{"PKS": "{seq:3}/{org}/{yyyy}"}}
	has(t, n.Check())
	if n.Key("PKS") != n.Key("RJK") {
		t.Errorf("one sequence is kept as %s and %s", n.Key("PKS"), n.Key("RJK"))
	}
	n.Scope = "per_type"
	has(t, n.Check(), "patterns.PKS: pattern_type")
}

func TestNumbering_AClinicThatSwitchesInMidYearBeginsWithAPossibleNumber(t *testing.T) {
	for start, want := range map[int][]string{0: {"start_seq.PKS: range"}, 1: nil, 9999: nil, 10000: {"start_seq.PKS: range"}} {
		n := model.Numbering{Scope: "per_type", Start: map[string]int{"PKS": start}}
		has(t, n.Check(), want...)
	}
}

// TestNumberFinder_FindsOurNumbersInSentences: also in lower case, as people copy them into mails.
func TestNumberFinder_FindsOurNumbersInSentences(t *testing.T) {
	finder := regexp.MustCompile(model.NumberFinder)
	rapid.Check(t, func(t *rapid.T) {
		number := (model.Numbering{}).Format(anyNumber().Draw(t, "number"))
		for _, written := range []string{number, strings.ToLower(number)} {
			text := "Menindaklanjuti surat nomor " + written + ", kami sampaikan"
			if got := finder.FindString(text); got != written {
				t.Fatalf("in %q %q is found", text, got)
			}
		}
	})
}

// disguises are ways of writing one number that say nothing else.
func disguises(number string) []string {
	return []string{
		strings.ToLower(number),
		strings.ReplaceAll(number, "/", " / "),
		strings.ReplaceAll(number, "/", "_"),
		strings.ReplaceAll(number, "-", "\u2013"),
		"0" + number,
		" " + number + ".",
		strings.ReplaceAll(number, "/", "\u200b/\u00a0"),
	}
}

func TestNumberKey_IsOneForAllWaysOfWritingANumber(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		number := (model.Numbering{}).Format(anyNumber().Draw(t, "number"))
		for _, written := range disguises(number) {
			if got, want := model.NumberKey(written), model.NumberKey(number); got != want {
				t.Fatalf("%q has the key %s, %q %s", written, got, number, want)
			}
		}
	})
}

func TestNumberKey_TellsTwoNumbersApart(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a := anyNumber().Draw(t, "a")
		b := a
		switch rapid.IntRange(0, 3).Draw(t, "what differs") {
		case 0:
			b.Seq = a.Seq%9999 + 1
		case 1:
			b.Date = a.Date.AddMonths(1)
		case 2:
			b.Type = "SPB-AKH"
		default:
			b.Suffix = a.Suffix + "C"
		}

		var n model.Numbering
		if x, y := n.Format(a), n.Format(b); model.NumberKey(x) == model.NumberKey(y) {
			t.Fatalf("%s and %s have one key", x, y)
		}
	})
}

func TestNormalNumber_LeavesNothingToNormalise(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		number := (model.Numbering{}).Format(anyNumber().Draw(t, "number"))
		spaced := strings.ReplaceAll(strings.ToLower(number), "/", "\u00a0/ \u200b")
		if got := model.NormalNumber(spaced); got != number || model.NormalNumber(got) != got {
			t.Fatalf("%q becomes %q", spaced, got)
		}
	})
}

// TestPaperKeys_AFileThatComesBackIsKnownWhateverWasAddedToItsName (requirements, part 2 item 2: the signed copy returns).
func TestPaperKeys_AFileThatComesBackIsKnownWhateverWasAddedToItsName(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := anyNumber().Draw(t, "number")
		number := (model.Numbering{}).Format(p)
		rest := strings.NewReplacer("/", "-", ".", "-").Replace(strings.Replace(number, "/"+string(p.Type)+"/", "/", 1))
		name := rapid.SampledFrom([]string{"", "Scan ", "ttd_"}).Draw(t, "before") + string(p.Type) + "-" + rest +
			rapid.SampledFrom([]string{".pdf", " (1).PDF", "-rangkap-2.pdf", "_signed.jpg"}).Draw(t, "behind")

		if want := model.PaperKey(p.Type, number); !slices.Contains(model.PaperKeys(name), want) {
			t.Fatalf("%s is not known as %s", name, want)
		}
	})
}
