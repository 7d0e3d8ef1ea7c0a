package mime

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"
)

// Identity returns what tells mails with one Message-ID apart: the decoded sender, address for answers, subject, date, kind and
// transfer encoding, and the text below the header. What servers on the way add or fold anew does not count, nor do line ends
// and trailing blanks.
func Identity(raw []byte) string {
	h, body := splitHeader(raw)
	digest := sha256.New()
	for _, name := range []string{"From", "Reply-To"} {
		for _, a := range addresses(h.get(name)) {
			fmt.Fprintf(digest, "%s: %q <%q>\n", name, a.name, strings.ToLower(a.email))
		}
	}

	fmt.Fprintf(digest, "Subject: %q\n", strings.Join(strings.Fields(h.line("Subject", maxField)), " "))

	day := strings.Join(strings.Fields(h.get("Date")), " ")
	if t, how := parseDate(h.get("Date"), time.Time{}, time.UTC); how == zoned {
		day = t.UTC().Format(time.RFC3339)
	}

	fmt.Fprintf(digest, "Date: %q\n", day)

	kind := parseValue(h.get("Content-Type"))
	fmt.Fprintf(digest, "Content-Type: %q", strings.ToLower(kind.token))
	for _, name := range slices.Sorted(maps.Keys(kind.params)) {
		fmt.Fprintf(digest, " %q=%q", name, kind.params[name])
	}

	fmt.Fprintf(digest, "\nContent-Transfer-Encoding: %q\n\n", strings.ToLower(strings.TrimSpace(h.get("Content-Transfer-Encoding"))))

	// Lone carriage returns are line ends too.
	if bytes.Count(body, []byte("\r")) != bytes.Count(body, []byte("\r\n")) {
		body = bytes.ReplaceAll(bytes.ReplaceAll(body, []byte("\r\n"), []byte("\n")), []byte("\r"), []byte("\n"))
	}

	for line := range bytes.Lines(bytes.TrimRight(body, " \t\r\n")) {
		digest.Write(bytes.TrimRight(line, " \t\r\n"))
		digest.Write([]byte("\n"))
	}

	return hex.EncodeToString(digest.Sum(nil))
}
