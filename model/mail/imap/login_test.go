package imap_test

import (
	"errors"
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
