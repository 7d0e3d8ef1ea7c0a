package mime_test

import (
	"strings"
	"testing"

	"jejaring/model/mail/mime"
)

// TestIdentity_TellsMailsWithOneMessageIDApart is brief D20 on the bytes alone: what another mail is, and what is only another
// way on which the same came.
func TestIdentity_TellsMailsWithOneMessageIDApart(t *testing.T) {
	const genuine = "Received: by a\r\nFrom: Humas RSUD <humas@rsud.example.org>\r\nReply-To: <kantor@rsud.example.org>\r\nSubject: Nomor rekening\r\n" +
		"Message-ID: <satu@rsud>\r\nDate: Tue, 17 Nov 2026 13:05:44 +0700\r\nMIME-Version: 1.0\r\n" +
		"Content-Type: multipart/mixed; boundary=\"b\"\r\nContent-Transfer-Encoding: 7bit\r\n\r\nsatu\r\n\r\ndua\r\n"
	for _, c := range []struct {
		name, from, to string
		same           bool
	}{
		{"another sender", "humas@", "direktur@", false},
		{"another name", "Humas RSUD", "Direktur RSUD", false},
		{"another address for answers", "kantor@", "lain@", false},
		{"none for answers", "Reply-To: <kantor@rsud.example.org>\r\n", "", false},
		{"another subject", "Nomor rekening", "Nomor rekening baru", false},
		{"another second", "13:05:44", "13:05:45", false},
		{"another kind", "multipart/mixed", "multipart/alternative", false},
		{"another boundary", "\"b\"", "\"c\"", false},
		{"another encoding", "7bit", "8bit", false},
		{"another word", "dua", "tiga", false},
		{"a word more", "dua", "dua tiga", false},
		{"an empty line less", "satu\r\n\r\ndua", "satu\r\ndua", false},
		{"another way", "Received: by a", "Received: by b\r\nX-Spam: no", true},
		{"another Message-ID", "satu@rsud", "dua@rsud", true},
		{"folded anew", "Subject: Nomor rekening", "Subject: Nomor\r\n\trekening", true},
		{"a subject encoded anew", "Subject: Nomor rekening", "Subject: =?utf-8?B?Tm9tb3IgcmVrZW5pbmc=?=", true},
		{"a name encoded anew", "Humas RSUD", "=?utf-8?Q?Humas_RSUD?=", true},
		{"capitals in an address", "humas@rsud", "Humas@RSUD", true},
		{"capitals in the kind", "multipart/mixed; boundary", "Multipart/Mixed; BOUNDARY", true},
		{"the same moment elsewhere", "13:05:44 +0700", "06:05:44 GMT", true},
		{"blanks at ends of lines", "satu\r\n", "satu \t\r\n", true},
		{"empty lines at the end", "dua\r\n", "dua\r\n\r\n \r\n", true},
		{"other line ends", "\r\n", "\n", true},
		{"old line ends", "\r\n", "\r", true},
	} {
		other := strings.ReplaceAll(genuine, c.from, c.to)
		if got := mime.Identity([]byte(genuine)) == mime.Identity([]byte(other)); got != c.same {
			t.Errorf("%s: the same %v", c.name, got)
		}
	}
}

// TestIdentity_OfADateThatNobodyCanRead goes by its letters.
func TestIdentity_OfADateThatNobodyCanRead(t *testing.T) {
	one := mime.Identity([]byte("Date: kemarin sore\r\n\r\nisi"))
	same(t, "the same", mime.Identity([]byte("Date: kemarin  sore \r\n\r\nisi")), one)
	if mime.Identity([]byte("Date: kemarin pagi\r\n\r\nisi")) == one {
		t.Error("another morning is the same")
	}
}

func TestHeaderText_ReadsWhatStandsInAHeader(t *testing.T) {
	for value, want := range map[string]string{
		"":                                "",
		"biasa":                           "biasa",
		"=?utf-8?Q?surat_=E2=80=93?= dua": "surat – dua",
		"=?utf-8?B?c3VyYXQ=?=":            "surat",
		"R\xe9sum\xe9":                    "Résumé",
		"=?x?":                            "=?x?",
		"=?utf-8?X?abc?=":                 "=?utf-8?X?abc?=",
		"a =?utf-8?Q?b?= =?utf-8?Q?c?= d": "a bc d",
	} {
		same(t, value, mime.HeaderText(value), want)
	}
}

func TestSplitWords_AreInSmallLetters(t *testing.T) {
	for text, want := range map[string]string{"": "", " –, ": "", "Yth. Bapak/Ibu, RSUD-Tirtasana 12": "yth|bapak|ibu|rsud|tirtasana|12", "ÉTÉ naïf": "été|naïf"} {
		same(t, text, strings.Join(mime.SplitWords(text), "|"), want)
	}
}
