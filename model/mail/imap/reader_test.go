package imap_test

import (
	"context"
	"slices"
	"strings"
	"testing"
	"time"

	"jejaring/model/mail/imap"
	"jejaring/model/mail/mailtest"
)

// reader reads one folder of a server from beginning to end.
type reader struct {
	account imap.Account
	o       imap.Options
	folder  string
}

// readerOf reads the inbox of a server of this computer.
func readerOf(port int) *reader {
	return &reader{folder: "INBOX", o: imap.Options{Idle: 5 * time.Second},
		account: imap.Account{Host: "127.0.0.1", Port: port, Security: imap.Plain, User: mailtest.User, Password: mailtest.Password}}
}

// reading is what came.
type reading struct {
	mails    []imap.Mail
	batches  [][]imap.Mail
	withheld map[uint32]error
}

// subjects are those of the mails that came, in the order of the alphabet.
func (r reading) subjects() []string {
	var list []string
	for _, m := range r.mails {
		_, subject, _ := strings.Cut(string(m.Raw), "Subject: ")
		subject, _, _ = strings.Cut(subject, "\r\n")
		list = append(list, subject)
	}
	slices.Sort(list)
	return list
}

// read asks for everything that the folder holds, as somebody who knows none of it.
func (b *reader) read() (reading, error) {
	r := reading{withheld: map[uint32]error{}}
	c, err := imap.Open(context.Background(), b.account, b.o)
	if err != nil {
		return r, err
	}

	defer c.Close()
	folders, err := c.Folders()
	if err != nil && !imap.Refused(err) {
		return r, err
	}
	if _, err = c.Examine(imap.FolderNamed(b.folder, folders)); err != nil {
		return r, err
	}

	uids, err := c.Search()
	if err != nil {
		return r, err
	}

	err = c.Fetch(uids, func(batch []imap.Mail) error {
		r.mails = append(r.mails, batch...)
		r.batches = append(r.batches, batch)
		return nil
	}, func(uid uint32, why error) error {
		r.withheld[uid] = why
		return nil
	})

	return r, err
}

// checkRecovery lets the server become honest: everything must then come.
func checkRecovery(t *testing.T, srv *mailtest.Fake, b *reader) {
	t.Helper()
	srv.Change(func() { srv.Greeting, srv.Odd = mailtest.Greets, nil })
	b.o.Idle = 5 * time.Second
	if r, err := b.read(); err != nil || len(r.withheld) != 0 || len(r.mails) != len(srv.Mails) {
		t.Errorf("afterwards: %d mails of %d, %v withheld, %v", len(r.mails), len(srv.Mails), r.withheld, err)
	}
}
