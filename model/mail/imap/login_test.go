package imap_test

import (
	"encoding/base64"
	"errors"
	"fmt"
	"net"
	"strings"
	"testing"

	"jejaring/model"
	"jejaring/model/mail/mailtest"
)

func TestOpen_TellsAWrongPasswordFromOtherRefusals(t *testing.T) {
	for _, c := range []struct {
		answer string
		want   error
		said   string
	}{
		{"TAG NO [AUTHENTICATIONFAILED] Authentication failed.\r\n", model.ErrMailLogin, "Authentication failed."},
		{"TAG NO [AUTHENTICATIONFAILED] Invalid credentials (Failure)\r\n", model.ErrMailLogin, "Invalid credentials (Failure)"},
		{"TAG NO LOGIN failed.\r\n", model.ErrMailLogin, "LOGIN failed."},
		{"TAG NO\r\n", model.ErrMailLogin, ""},
		{"TAG NO [ALERT] Please log in via your web browser: https://support.google.com/mail\r\n", model.ErrMailRefused,
			"Please log in via your web browser: https://support.google.com/mail"},
		{"* NO [WEBALERT https://accounts.example.org/x] Web login required.\r\nTAG NO [ALERT] Log in there (Failure)\r\n", model.ErrMailRefused,
			"Web login required. Log in there (Failure)"},
		{"TAG NO [ALERT] Your account is not enabled for IMAP use.\r\n", model.ErrMailRefused, "Your account is not enabled for IMAP use."},
		{"TAG NO [UNAVAILABLE] Temporary authentication failure.\r\n", model.ErrMailRefused, "Temporary authentication failure."},
		{"TAG NO [LIMIT] Too many logins\r\n", model.ErrMailRefused, "Too many logins"},
		{"TAG NO [CONTACTADMIN] Ask the office\r\n", model.ErrMailRefused, "Ask the office"},
		{"TAG NO [EXPIRED] Password expired\r\n", model.ErrMailRefused, "Password expired"},
		{"TAG NO Too many simultaneous connections. (Failure)\r\n", model.ErrMailRefused, "Too many simultaneous connections. (Failure)"},
		{"TAG BAD Command is not allowed\r\n", model.ErrMailRefused, "Command is not allowed"},
		{"* BYE [UNAVAILABLE] Down for maintenance until 14.00\r\n", model.ErrMailCut, "Down for maintenance until 14.00"},
		{"TAG NO [ALERT] You typed rahasia\x1b[31m and \xff\r\n", model.ErrMailRefused, "You typed …[31m and ?"},
	} {
		srv := mailtest.Honest(mailtest.Many(1)...)
		srv.Odd = mailtest.Always("LOGIN ", c.answer)
		b := readerOf(srv.Start(t))
		_, err := b.read()
		var said model.ServerSaid
		errors.As(err, &said)
		if !errors.Is(err, c.want) || string(said) != c.said {
			t.Errorf("%q: %v, %q", c.answer, err, said)
		}
	}
}

func TestOpen_TheGreetingMayRefuseToo(t *testing.T) {
	srv := mailtest.Honest()
	srv.Greeting = "* BYE [ALERT] Too many connections from 10.0.0.1\r\n"
	b := readerOf(srv.Start(t))
	_, err := b.read()
	var said model.ServerSaid
	if errors.As(err, &said); !errors.Is(err, model.ErrMailCut) || said != "Too many connections from 10.0.0.1" {
		t.Errorf("%v, %q", err, said)
	}
}

// offers lets a server have capabilities, and take a password by PLAIN; what it answers to that is odd.
func offers(srv *mailtest.Fake, capabilities, answer string) {
	waiting := "" // the tag of a command that the password is to follow
	srv.Odd = func(c net.Conn, tag, command string) bool {
		switch word, rest, _ := strings.Cut(command, " "); {
		case word == "CAPABILITY":
			fmt.Fprintf(c, "* CAPABILITY IMAP4rev1 %s\r\n%s OK done\r\n", capabilities, tag)
		case word == "AUTHENTICATE" && answer != "":
			fmt.Fprint(c, strings.ReplaceAll(answer, "TAG", tag))
		case word == "AUTHENTICATE" && !strings.Contains(rest, " "):
			waiting = tag
			fmt.Fprint(c, "+ \r\n")
		case word == "AUTHENTICATE":
			fmt.Fprintf(c, "%s OK welcome\r\n", tag)
		case tag == secret():
			fmt.Fprintf(c, "%s OK welcome\r\n", waiting)
		default:
			return false
		}
		return true
	}
}

// secret is user and password as PLAIN writes them.
func secret() string {
	return base64.StdEncoding.EncodeToString([]byte("\x00" + mailtest.User + "\x00" + mailtest.Password))
}

func TestOpen_SaysThePasswordAsTheServerWantsIt(t *testing.T) {
	for _, c := range []struct {
		name, capabilities, answer, said string
		want                             error
	}{
		{"by LOGIN", "", "", "LOGIN \"partner\" \"rahasia\"", nil},
		{"by PLAIN at once", "AUTH=PLAIN SASL-IR", "", "AUTHENTICATE PLAIN " + secret(), nil},
		{"by PLAIN when it is asked", "AUTH=PLAIN", "", "AUTHENTICATE PLAIN", nil},
		{"by LOGIN where PLAIN is not understood", "AUTH=PLAIN SASL-IR", "TAG BAD unknown\r\n", "LOGIN \"partner\" \"rahasia\"", nil},
		{"not at all where PLAIN is refused", "AUTH=PLAIN SASL-IR", "TAG NO wrong\r\n", "AUTHENTICATE PLAIN " + secret(), model.ErrMailLogin},
		{"not at all where no passwords are taken", "LOGINDISABLED", "", "CAPABILITY", model.ErrMailRefused},
		{"by PLAIN although LOGIN is not taken", "LOGINDISABLED AUTH=PLAIN SASL-IR", "", "AUTHENTICATE PLAIN " + secret(), nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			srv := mailtest.Honest(mailtest.Many(2)...)
			offers(srv, c.capabilities, c.answer)
			r, err := readerOf(srv.Start(t)).read()
			if !errors.Is(err, c.want) || c.want == nil && len(r.mails) != 2 {
				t.Errorf("%d mails, %v", len(r.mails), err)
			}

			said := ""
			for _, command := range told(srv) {
				if word, _, _ := strings.Cut(command, " "); word == "LOGIN" || word == "AUTHENTICATE" || word == "CAPABILITY" {
					said = command
				}
			}

			if c.want == nil && said != c.said || c.want != nil && !strings.HasPrefix(said, c.said) {
				t.Errorf("said %q", said)
			}
		})
	}
}

func TestOpen_WhereNobodyNeedsToLogIn(t *testing.T) {
	srv := mailtest.Honest(mailtest.Many(2)...)
	srv.Greeting = "* PREAUTH welcome\r\n"
	if r, err := readerOf(srv.Start(t)).read(); err != nil || len(r.mails) != 2 {
		t.Errorf("%d mails, %v", len(r.mails), err)
	}
	if strings.Contains(strings.Join(told(srv), "\n"), mailtest.Password) {
		t.Errorf("said %q", told(srv))
	}
}
