package mime_test

import (
	"encoding/json"
	"os"
	"testing"
)

// sampleMail is a mail of the fictitious clinic, with the subject that it has.
type sampleMail struct {
	Subject string
	Raw     []byte `json:"raw_base64"`
}

// sampleMails are the mails that package mail files, links and expects things of as a whole.
func sampleMails(t testing.TB) []sampleMail {
	t.Helper()
	raw, err := os.ReadFile("../testdata/sample.json")
	if err != nil {
		t.Fatal(err)
	}

	var s struct{ Emails []sampleMail }
	if err := json.Unmarshal(raw, &s); err != nil || len(s.Emails) == 0 {
		t.Fatal(len(s.Emails), err)
	}
	return s.Emails
}

func same[T comparable](t *testing.T, what string, got, want T) {
	t.Helper()
	if got != want {
		t.Errorf("%s: got %v, want %v", what, got, want)
	}
}
