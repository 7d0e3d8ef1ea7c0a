package model_test

import (
	"strings"
	"testing"
	"unicode"

	"pgregory.net/rapid"

	"jejaring/model"
)

// hostile draws a text with signs that command a terminal or turn the direction of writing among others.
func hostile() *rapid.Generator[string] {
	return rapid.StringOf(rapid.OneOf(rapid.Rune(), rapid.SampledFrom([]rune("\x1b\x07\x00\u009b\u202e\u2066\u2028\U000E0041\r\n\t a"))))
}

func TestForTerminal_NothingInATextCommandsTheTerminal(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := hostile().Draw(t, "text")
		got := model.ForTerminal(text)
		for _, r := range got {
			if unicode.IsControl(r) && r != '\n' && r != '\t' || unicode.Is(unicode.Bidi_Control, r) {
				t.Fatalf("%q is shown as %q", text, got)
			}
		}

		if a, b := len([]rune(text)), len([]rune(got)); a != b {
			t.Fatalf("%q: of %d signs %d are shown", text, a, b)
		}
	})
}

func TestForTerminal_ATitleCannotColourOrEraseTheScreen(t *testing.T) {
	for text, want := range map[string]string{"\x1b[2J\x1b[31mLunas": "\ufffd[2J\ufffd[31mLunas", "faktur\u202efdp.exe": "faktur\ufffdfdp.exe",
		"satu\tdua\ntiga": "satu\tdua\ntiga", "Kérja sama — “RSUD”": "Kérja sama — “RSUD”"} {
		if got := model.ForTerminal(text); got != want {
			t.Errorf("%q is shown as %q", text, got)
		}
	}
}

func TestOneLine_IsOneLineOfWhatIsSeen(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := hostile().Draw(t, "text")
		got := model.OneLine(text)
		if strings.ContainsAny(got, "\r\n\t") || strings.Contains(got, "  ") || strings.TrimSpace(got) != got || strings.ContainsFunc(got, model.Unseen) {
			t.Fatalf("%q becomes %q", text, got)
		}
		if model.OneLine(got) != got {
			t.Fatalf("%q becomes %q and then %q", text, got, model.OneLine(got))
		}
	})
}

func TestTerms_ATextThatNobodyChangedIsKept(t *testing.T) {
	piece := rapid.SampledFrom([]string{"jawaban ", "≤ ", "{{response_minutes}}", "{{reply_days}}", " menit", "30", "3", " ", "{{lain}}"})
	rapid.Check(t, func(t *rapid.T) {
		terms := model.Terms{ResponseMinutes: rapid.IntRange(0, 60).Draw(t, "minutes"), ReplyDays: rapid.IntRange(0, 14).Draw(t, "days")}
		stored := strings.Join(rapid.SliceOfN(piece, 0, 8).Draw(t, "text"), "")
		if got := terms.Kept(stored, terms.Shown(stored)); got != stored {
			t.Fatalf("%q became %q", stored, got)
		}
	})
}

// TestTerms_WhatWasTypedIsWhatIsRead: whatever a person makes of a text, it is shown as it was typed.
func TestTerms_WhatWasTypedIsWhatIsRead(t *testing.T) {
	piece := rapid.SampledFrom([]string{"jawaban ", "30", "3", " menit", "0", " hari", "x"})
	rapid.Check(t, func(t *rapid.T) {
		terms := model.Terms{ResponseMinutes: 30, ReplyDays: 3}
		typed := strings.Join(rapid.SliceOfN(piece, 0, 8).Draw(t, "typed"), "")
		kept := terms.Kept("jawaban {{response_minutes}} menit, {{reply_days}} hari", typed)
		if got := terms.Shown(kept); got != typed {
			t.Fatalf("%q was typed, %q is kept and %q shown", typed, kept, got)
		}
	})
}
