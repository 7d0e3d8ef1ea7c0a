package imap_test

import (
	"bufio"
	"crypto/tls"
	"errors"
	"fmt"
	"io"
	"net"
	"strings"
	"sync"
	"testing"
	"time"

	"jejaring/model"
	"jejaring/model/mail/imap"
	"jejaring/model/mail/mailtest"
)

// relay takes connections, lets greet speak with each, and passes on to a server what it returns; nil ends the connection.
func relay(t *testing.T, to int, greet func(client, server net.Conn) net.Conn) int {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}

	var all sync.WaitGroup
	all.Go(func() {
		for {
			client, err := l.Accept()
			if err != nil {
				return
			}
			all.Go(func() { pass(client, to, greet) })
		}
	})
	t.Cleanup(func() { _ = l.Close(); all.Wait() })

	return l.Addr().(*net.TCPAddr).Port
}

func pass(client net.Conn, to int, greet func(client, server net.Conn) net.Conn) {
	defer func() { _ = client.Close() }()
	server, err := net.Dial("tcp", fmt.Sprintf("127.0.0.1:%d", to))
	if err != nil {
		return
	}

	defer func() { _ = server.Close() }()
	secured := greet(client, server)
	if secured == nil {
		return
	}

	var up sync.WaitGroup
	up.Go(func() {
		_, _ = io.Copy(server, secured)
		_ = server.Close()
	})
	_, _ = io.Copy(secured, server)
	_ = secured.Close()
	up.Wait()
}

// encrypts is a relay that speaks TLS from the first byte on.
func encrypts(config *tls.Config) func(client, _ net.Conn) net.Conn {
	return func(client, _ net.Conn) net.Conn { return tls.Server(client, config) }
}

// upgrades is a relay that greets, answers STARTTLS with a text of its own, and speaks TLS then.
func upgrades(config *tls.Config, greeting, answer string) func(client, server net.Conn) net.Conn {
	return func(client, server net.Conn) net.Conn {
		if _, err := bufio.NewReader(server).ReadString('\n'); err != nil { // its greeting
			return nil
		}

		_, _ = io.WriteString(client, greeting)
		line := make([]byte, len("tls1 STARTTLS\r\n"))
		if _, err := io.ReadFull(client, line); err != nil || string(line) != "tls1 STARTTLS\r\n" {
			return nil
		}

		_, _ = io.WriteString(client, answer)
		return tls.Server(client, config)
	}
}

// certified is a configuration for servers with a certificate that is valid for so long, and its authority.
func certified(t *testing.T, valid time.Duration) (*tls.Config, string) {
	t.Helper()
	until := time.Now().Add(valid)
	authority, certificate, key := mailtest.Certificate(t, until)
	pair, err := tls.X509KeyPair(certificate, key)
	if err != nil {
		t.Fatal(err)
	}
	return &tls.Config{Certificates: []tls.Certificate{pair}, MinVersion: tls.VersionTLS12}, authority
}

// TestOpen_TrustsOnlyWhatItShould reads by TLS, and by STARTTLS, with certificates of all kinds.
func TestOpen_TrustsOnlyWhatItShould(t *testing.T) {
	srv := mailtest.Honest(mailtest.Many(3)...)
	to := srv.Start(t)
	good, authority := certified(t, time.Hour)
	expired, old := certified(t, -time.Hour)
	ports := map[*tls.Config]map[imap.Security]int{}
	for _, config := range []*tls.Config{good, expired} {
		ports[config] = map[imap.Security]int{imap.TLS: relay(t, to, encrypts(config)),
			imap.STARTTLS: relay(t, to, upgrades(config, mailtest.Greets, "* news\r\ntls1 OK go on\r\n"))}
	}

	for _, c := range []struct {
		name, host, ca string
		config         *tls.Config
		want           error
	}{
		{"its authority", "localhost", authority, good, nil},
		{"a name in brackets", "[localhost]", authority, good, nil},
		{"the system's authorities alone", "localhost", "", good, model.ErrMailCertificate},
		{"another authority", "localhost", old, good, model.ErrMailCertificate},
		{"another name", "127.0.0.1", authority, good, model.ErrMailCertificate},
		{"an authority that is none", "localhost", "bukan sertifikat", good, model.ErrMailCertificate},
		{"past its date", "localhost", old, expired, model.ErrMailCertificateExpired},
	} {
		for _, security := range []imap.Security{imap.TLS, imap.STARTTLS} {
			t.Run(c.name+" by "+string(security), func(t *testing.T) {
				b := readerOf(ports[c.config][security])
				b.account.Host = c.host
				b.account.Security = security
				b.account.CA = c.ca
				r, err := b.read()
				if !errors.Is(err, c.want) || c.want == nil && len(r.mails) != 3 {
					t.Errorf("%d mails, %v, want %v", len(r.mails), err, c.want)
				}
			})
		}
	}
}

// TestOpen_NeverSaysThePasswordInTheClear: whoever stands between must not be able to talk the program out of TLS.
func TestOpen_NeverSaysThePasswordInTheClear(t *testing.T) {
	srv := mailtest.Honest(mailtest.Many(3)...)
	to := srv.Start(t)
	config, authority := certified(t, time.Hour)
	for name, c := range map[string]struct{ greeting, answer string }{
		"no STARTTLS":               {mailtest.Greets, "tls1 BAD unknown\r\n"},
		"STARTTLS refused":          {mailtest.Greets, "tls1 NO not now\r\n"},
		"logged in before TLS":      {"* PREAUTH welcome\r\n", "tls1 OK go on\r\n"},
		"more behind the answer":    {mailtest.Greets, "tls1 OK go on\r\n* OK injected\r\na1 OK done\r\n"},
		"an answer without a state": {mailtest.Greets, "tls1\r\n"},
	} {
		b := readerOf(relay(t, to, upgrades(config, c.greeting, c.answer)))
		b.account.Host = "localhost"
		b.account.Security = imap.STARTTLS
		b.account.CA = authority
		if _, err := b.read(); !errors.Is(err, model.ErrMailSecurity) {
			t.Errorf("%s: %v", name, err)
		}
	}

	for _, command := range told(srv) {
		if strings.Contains(command, mailtest.Password) {
			t.Errorf("said %q", command)
		}
	}
}

func TestOpen_PlainTextIsForThisComputerAlone(t *testing.T) {
	b := readerOf(143)
	b.account.Host = "mail.example.org"
	if _, err := b.read(); !errors.Is(err, model.ErrMailSecurity) {
		t.Errorf("%v", err)
	}
}
