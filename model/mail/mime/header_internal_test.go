package mime

import (
	"fmt"
	"strings"
	"testing"
)

// told is a header in one line.
func told(h header) string {
	var fields []string
	for _, f := range h {
		fields = append(fields, f.name+"="+f.value)
	}
	return strings.Join(fields, "|")
}

func TestSplitFields_TakesWhatBelongsToTheHeader(t *testing.T) {
	for _, c := range []struct{ name, raw, fields, stray, rest string }{
		{"two fields", "A: 1\r\nB: 2\r\n\r\nisi\r\n", "A=1|B=2", "", "isi\r\n"},
		{"folded", "A: satu\r\n dua\r\n\ttiga\r\n\r\nisi", "A=satu dua tiga", "", "isi"},
		{"a blank before the colon", "A : 1\r\n\r\nisi", "A=1", "", "isi"},
		{"an empty value", "A:\r\nB: 2\r\n\r\n", "A=|B=2", "", ""},
		{"no empty line", "A: 1\r\nBukan isian.\r\nLagi.", "A=1", "", "Bukan isian.\r\nLagi."},
		{"a slip among fields", "A: 1\r\nbukan isian\r\nB: 2\r\n\r\nisi", "A=1|B=2", "bukan isian\n", "isi"},
		{"a blank line with blanks", "A: 1\r\n \t\r\nisi", "A=1", "", "isi"},
		{"the line of a mailbox", "From a@b Mon Nov 2\nA: 1\n\nisi", "A=1", "", "isi"},
		{"the protected line of a mailbox", ">From a@b Mon Nov 2\nA: 1\n\nisi", "A=1", "", "isi"},
		{"a continuation of nothing", " lanjutan\r\nA: 1\r\n\r\nisi", "A=1", " lanjutan\n", "isi"},
		{"nothing", "", "", "", ""},
		{"no end", "A: 1", "A=1", "", ""},
		{"old line ends", "A: 1\rB: 2\r\risi", "A=1|B=2", "", "isi"},
	} {
		h, stray, rest := splitFields([]byte(c.raw))
		if told(h) != c.fields || stray != c.stray || string(rest) != c.rest {
			t.Errorf("%s: %q, %q, %q", c.name, told(h), stray, rest)
		}
	}
}

func TestSplitFields_KeepsTheBeginningOfAnEndlessField(t *testing.T) {
	raw := "A: " + strings.Repeat("é", maxField) + "\r\nB: 2\r\n\r\n"
	h, _, _ := splitFields([]byte(raw))
	if len(h) != 2 || len(h[0].value) > maxField || len(h[0].value) < maxField-4 || strings.Trim(h[0].value, "é") != "" || h.get("b") != "2" {
		t.Errorf("%d fields, %d bytes", len(h), len(h[0].value))
	}
}

func TestHeader_AnswersByName(t *testing.T) {
	h := header{{"From", "a@b"}, {"X", "satu"}, {"x", "dua"}, {"Kosong", ""}}
	if h.get("FROM") != "a@b" || h.get("x") != "satu" || h.get("Y") != "" {
		t.Errorf("%q %q %q", h.get("FROM"), h.get("x"), h.get("Y"))
	}
	if got := fmt.Sprint(h.all("X"), h.all("Y")); got != "[satu dua] []" {
		t.Error(got)
	}
	if !h.has("kosong") || h.has("Y") {
		t.Error("an empty field is there, and another is not")
	}
}

func TestNextLine_EndsAtEverySign(t *testing.T) {
	for raw, want := range map[string]string{"a\nb": "a|b", "a\r\nb": "a|b", "a\rb": "a|b", "a\r\r\nb": "a|\r\nb", "\n": "|", "a": "a|", "": "|",
		strings.Repeat("a", 1<<17) + "\nb": strings.Repeat("a", 1<<17) + "|b"} {
		line, rest := nextLine([]byte(raw))
		if got := string(line) + "|" + string(rest); got != want {
			t.Errorf("%.20q: %.40q", raw, got)
		}
	}
}

// TestParseValue_ReadsParametersAsTheyAreWritten has RFC 2231 in all its forms, and what programs write instead.
func TestParseValue_ReadsParametersAsTheyAreWritten(t *testing.T) {
	for _, c := range []struct{ value, token, name, want string }{
		{"text/plain", "text/plain", "charset", ""},
		{"TEXT/Plain ; Charset=UTF-8", "text/plain", "charset", "UTF-8"},
		{"text/plain charset=utf-8", "text/plain", "charset", ""},
		{`a/b; name="satu; dua"`, "a/b", "name", "satu; dua"},
		{`a/b; name="kata \"dalam\" kutip"`, "a/b", "name", `kata "dalam" kutip`},
		{`a/b; name="C:\surat\a.pdf"`, "a/b", "name", `C:\surat\a.pdf`},
		{`a/b; name="tak ditutup`, "a/b", "name", "tak ditutup"},
		{`a/b; name=satu; name=dua`, "a/b", "name", "satu"},
		{`a/b; ; ;name=x`, "a/b", "name", "x"},
		{`a/b; name*=utf-8'id'na%C3%AFf`, "a/b", "name", "naïf"},
		{`a/b; name*0=sa; name*1=tu`, "a/b", "name", "satu"},
		{`a/b; name*1=tu; name*0=sa`, "a/b", "name", "satu"},
		{`a/b; name*0*=utf-8''%C3; name*1*=%A9`, "a/b", "name", "é"},
		{`a/b; name*0*=iso-8859-1''%E9; name*1="%41"`, "a/b", "name", "é%41"},
		{`a/b; name=utf-8''na%C3%AFf`, "a/b", "name", "naïf"},
		{`a/b; name="=?utf-8?Q?na=C3=AFf?="`, "a/b", "name", "naïf"},
		{`a/b; name*=utf-8''%ZZ`, "a/b", "name", "%ZZ"},
		{"", "", "name", ""},
		{";", "", "name", ""},
	} {
		v := parseValue(c.value)
		if v.token != c.token || v.params[c.name] != c.want {
			t.Errorf("%s: %q with %q", c.value, v.token, v.params)
		}
	}
}

func TestDecodeTransfer_TakesWhatItGets(t *testing.T) {
	for _, c := range []struct {
		encoding, body string
		text           bool
		want           string
	}{
		{"", "isi", true, "isi"},
		{"8BIT", "isi", true, "isi"},
		{"x-antah", "isi", true, "isi"},
		{" Base64;", "aGFsbw==", true, "halo"},
		{"b64", "aGFs\r\nbw", true, "halo"},
		{"base64", "aGFsbw==\r\n-- \r\nDipindai.", true, "halo\n\n-- \r\nDipindai."},
		{"base64", "aGFsbw==\r\n-- \r\nDipindai.", false, "halo"},
		{"base64", "Ini teks biasa dengan kata.", true, "Ini teks biasa dengan kata."},
		{"Quoted-Printable", "a=3Db=\r\nc = d", true, "a=bc = d"},
		{"qp", "a= \t\nb=", true, "ab"},
		{"quoted-printable", "a=3", true, "a=3"},
		{"x-uuencode", "begin 644 a.txt\n#0V%T\n`\nend\n", false, "Cat"},
		{"uue", "bukan berkas", false, "bukan berkas"},
	} {
		if got := string(decodeTransfer([]byte(c.body), c.encoding, c.text)); got != c.want {
			t.Errorf("%s of %q: %q", c.encoding, c.body, got)
		}
	}
}

func TestSplitParts_AtLinesOfTheirOwn(t *testing.T) {
	for body, want := range map[string]string{
		"--b\r\nsatu\r\n--b\r\ndua\r\n--b--\r\nsisa": "satu|dua",
		"awal\n--b\nsatu\n--b--":                     "satu",
		"--b\nsatu --b\n--bukan\n--b--\n":            "satu --b\n--bukan",
		"--b\nsatu":                                  "satu",
		"--b \t\nsatu\n--b--":                        "satu",
		"tanpa batas":                                "",
		"":                                           "",
	} {
		var parts []string
		for _, part := range splitParts([]byte(body), "b") {
			parts = append(parts, string(part))
		}
		if got := strings.Join(parts, "|"); got != want {
			t.Errorf("%q: %q", body, got)
		}
	}
}

func TestCut_BreaksNoSign(t *testing.T) {
	for most, want := range []string{"", "a", "a", "aé", "aé", "aé", "aé✓", "aé✓"} {
		if got := cut("aé✓", most); got != want {
			t.Errorf("%d bytes: %q", most, got)
		}
	}
	if got := oneLine(" satu\r\ndua\ttiga\u202e\x07 ", 9); got != "satu dua " {
		t.Errorf("%q", got)
	}
}
