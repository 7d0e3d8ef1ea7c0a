//go:build unix

package mailtest

import (
	"bufio"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"fmt"
	"strings"
	"testing"
)

// Flags asks the server for the flags of every mail in both folders.
func (d *Server) Flags(t testing.TB) string {
	t.Helper()
	var all strings.Builder
	d.Converse(t, func(line string) { fmt.Fprintln(&all, strings.ReplaceAll(line, ` \Recent`, "")) },
		"EXAMINE INBOX", "FETCH 1:* (UID FLAGS)", "EXAMINE Sent", "FETCH 1:* (UID FLAGS)")

	var kept []string
	for line := range strings.SplitSeq(all.String(), "\n") {
		if strings.Contains(line, " FETCH (") {
			kept = append(kept, strings.ReplaceAll(line, `\Recent`, ""))
		}
	}

	return strings.Join(kept, "\n")
}

// Converse sends plain commands after the login and hands every line of the answers over.
func (d *Server) Converse(t testing.TB, heard func(string), commands ...string) {
	t.Helper()
	pool := x509.NewCertPool()
	pool.AppendCertsFromPEM([]byte(d.CA))
	c, err := tls.Dial("tcp", fmt.Sprintf("127.0.0.1:%d", d.Secure), &tls.Config{RootCAs: pool, ServerName: "localhost"})
	check(t, err)
	defer func() { _ = c.Close() }()

	lines := bufio.NewReaderSize(c, 1<<20)
	for _, command := range append([]string{"LOGIN " + User + " " + Password}, commands...) {
		_, err := fmt.Fprintf(c, "x1 %s\r\n", command)
		check(t, err)

		for {
			line, err := lines.ReadSlice('\n')
			if errors.Is(err, bufio.ErrBufferFull) {
				continue
			}

			check(t, err)

			if strings.HasPrefix(string(line[:min(3, len(line))]), "x1 ") {
				if !strings.HasPrefix(string(line), "x1 OK") {
					t.Fatalf("%s: %s", command, line)
				}
				break
			}

			heard(string(line))
		}
	}
}
