package mail_test

import (
	"strings"
	"testing"
	"time"
	"unicode"
	"unicode/utf8"

	"jejaring/model/mail"
)

func FuzzParse(f *testing.F) {
	for _, e := range loadSample(f).Emails {
		f.Add(e.Raw)
	}
	f.Fuzz(func(t *testing.T, raw []byte) {
		start := time.Now()
		m := mail.Parse(raw, mail.ParseOptions{})
		if took := time.Since(start); took > 5*time.Second {
			t.Errorf("took %v", took)
		}
		for _, text := range append(append(m.Recipients, m.CC...), m.Subject, m.Body, m.SenderName, m.SenderEmail, m.ReplyTo, m.MessageID, m.InReplyTo) {
			if !utf8.ValidString(text) || strings.ContainsRune(text, 0) {
				t.Errorf("stored text %q", text)
			}
		}
		if m.MessageID == "" || m.Category == "" || m.Status == "" {
			t.Errorf("%+v", m)
		}
		for i, a := range m.Attachments {
			name, content, err := mail.Attachment(raw, i)
			if err != nil || name != a.SafeName || int64(len(content)) != a.Size {
				t.Errorf("attachment %d: %q %d %v, want %+v", i, name, len(content), err, a)
			}
		}
	})
}

func FuzzSafeName(f *testing.F) {
	for _, name := range []string{"surat.pdf", "../../a", `C:\a`, "con", "a.\u202efdp.exe", "", " . ", "COM¹.txt", strings.Repeat("é", 200) + ".pdf"} {
		f.Add(name)
	}
	f.Fuzz(func(t *testing.T, name string) {
		safe := mail.SafeName(name)
		if safe == "" || len(safe) > 120 || !utf8.ValidString(safe) || strings.ContainsAny(safe, `/\<>:"|?*`) ||
			strings.TrimRight(safe, " .") != safe || strings.HasPrefix(safe, " ") || strings.ContainsFunc(safe, unicode.IsControl) {
			t.Errorf("%q became %q", name, safe)
		}
		if again := mail.SafeName(safe); again != safe {
			t.Errorf("%q, then %q", safe, again)
		}
	})
}

func FuzzQuoted(f *testing.F) {
	for _, body := range []string{"a\n> b\n", "On x wrote:\n> y", "Pada a menulis:\n", "________\n", "\n\n>", "-----Original Message-----"} {
		f.Add(body)
	}
	f.Fuzz(func(t *testing.T, body string) {
		if fresh, quoted := mail.Quoted(body); fresh+quoted != body {
			t.Errorf("%q became %q and %q", body, fresh, quoted)
		}
	})
}
