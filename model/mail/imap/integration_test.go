//go:build integration && unix

package imap_test

import (
	"context"
	"errors"
	"slices"
	"testing"
	"time"

	"jejaring/model"
	"jejaring/model/mail/imap"
	"jejaring/model/mail/mailtest"
)

// folderNames connects and returns what the folders of an account are called.
func folderNames(a imap.Account) ([]string, error) {
	c, err := imap.Open(context.Background(), a, imap.Options{Idle: 10 * time.Second})
	if err != nil {
		return nil, err
	}

	defer c.Close()
	folders, err := c.Folders()
	var names []string
	for _, f := range folders {
		names = append(names, f.Name)
	}

	return names, err
}

func TestDovecot_WaysToConnect(t *testing.T) {
	d := mailtest.NewServer(t, time.Now().AddDate(0, 1, 0))
	d.Start(t)
	other := mailtest.NewServer(t, time.Now().AddDate(0, 1, 0))
	for _, c := range []struct {
		name, host   string
		security     imap.Security
		password, ca string
		port         int
		want         error
	}{
		{"TLS", "localhost", "tls", "rahasia", d.CA, d.Secure, nil},
		{"STARTTLS", "localhost", "starttls", "rahasia", d.CA, d.Plain, nil},
		{"plain on loopback", "127.0.0.1", "none", "rahasia", "", d.Plain, nil},
		{"wrong password", "localhost", "tls", "salah", d.CA, d.Secure, model.ErrMailLogin},
		{"unknown authority", "localhost", "tls", "rahasia", "", d.Secure, model.ErrMailCertificate},
		{"another authority", "localhost", "tls", "rahasia", other.CA, d.Secure, model.ErrMailCertificate},
		{"another authority by STARTTLS", "localhost", "starttls", "rahasia", other.CA, d.Plain, model.ErrMailCertificate},
		{"another name", "127.0.0.1", "tls", "rahasia", d.CA, d.Secure, model.ErrMailCertificate},
		{"TLS at the plain port", "localhost", "tls", "rahasia", d.CA, d.Plain, model.ErrMailSecurity},
		{"authority that is none", "localhost", "tls", "rahasia", "abc", d.Secure, model.ErrMailCertificate},
	} {
		t.Run(c.name, func(t *testing.T) {
			a := imap.Account{Host: c.host, Port: c.port, Security: c.security, User: mailtest.User, Password: c.password, CA: c.ca}
			folders, err := folderNames(a)
			if !errors.Is(err, c.want) {
				t.Errorf("got %v, want %v", err, c.want)
			}
			if c.want == nil && (!slices.Contains(folders, "INBOX") || !slices.Contains(folders, "Sent")) {
				t.Errorf("folders %q", folders)
			}
		})
	}
}

func TestDovecot_ExpiredCertificate(t *testing.T) {
	d := mailtest.NewServer(t, time.Now().AddDate(0, 0, -1))
	d.Start(t)
	for _, c := range []struct {
		security imap.Security
		port     int
	}{{imap.TLS, d.Secure}, {imap.STARTTLS, d.Plain}} {
		a := imap.Account{Host: "localhost", Port: c.port, Security: c.security, User: mailtest.User, Password: mailtest.Password, CA: d.CA}
		if _, err := folderNames(a); !errors.Is(err, model.ErrMailCertificateExpired) {
			t.Errorf("%s: %v", c.security, err)
		}
	}
}
