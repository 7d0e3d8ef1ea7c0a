package imap

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	goimap "github.com/emersion/go-imap"

	"jejaring/model"
)

// refusal is errRefused with the server's own sentence, or nil when it did as it was told.
func refusal(status *goimap.StatusResp) error {
	if status.Type != goimap.StatusRespNo && status.Type != goimap.StatusRespBad {
		return nil
	}
	return withSentence(errRefused, status.Info)
}

// withSentence adds the server's own sentence to an error.
func withSentence(err error, sentence string) error {
	if sentence = shown(sentence); sentence == "" || sentence == noText {
		return err
	}
	return fmt.Errorf("%w: %w", err, model.ServerSaid(sentence))
}

// shown is a sentence of a server as people may be shown it: on one line, without control characters and marks that turn the
// direction of writing, and no longer than anybody reads.
func shown(sentence string) string {
	const most = 300

	sentence = strings.ReplaceAll(strings.ToValidUTF8(sentence, "?"), "\r\n", " ")
	sentence = strings.Map(func(r rune) rune {
		switch {
		case r == '\r' || r == '\n' || r == '\t':
			return ' '
		case unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r):
			return -1
		}

		return r
	}, sentence)

	sentence = strings.Trim(sentence, " ")
	end := min(len(sentence), most)
	for end < len(sentence) && !utf8.RuneStart(sentence[end]) {
		end--
	}

	return sentence[:end]
}
