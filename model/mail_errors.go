package model

import (
	"errors"
	"fmt"
	"strings"
)

// ServerSaid is the sentence with which a mail server refused something, in its own words. It stands inside an expected
// condition.
type ServerSaid string

// Error implements error.
func (s ServerSaid) Error() string { return string(s) }

// Missing says what a synchronisation did not get; all else was filed. It is an ErrMailFolder, an ErrMailIncomplete or both.
type Missing struct {
	Folders []string // those that do not exist or cannot be read
	Mails   int      // that the server did not hand over
	Of      int      // of how many new ones
}

// Error implements error.
func (m *Missing) Error() string {
	var parts []string
	if len(m.Folders) > 0 {
		parts = append(parts, fmt.Sprintf("%s: %v", strings.Join(m.Folders, ", "), ErrMailFolder))
	}
	if m.Mails > 0 {
		parts = append(parts, fmt.Sprintf("%d of %d: %v", m.Mails, m.Of, ErrMailIncomplete))
	}
	return strings.Join(parts, "; ")
}

// Unwrap implements the errors package.
func (m *Missing) Unwrap() []error {
	var list []error
	if len(m.Folders) > 0 {
		list = append(list, ErrMailFolder)
	}
	if m.Mails > 0 {
		list = append(list, ErrMailIncomplete)
	}
	return list
}

// Partly reports whether mail was read, but not all of it.
func (r SyncResult) Partly() bool {
	return r.Error == "mail_incomplete" && r.Fetched+r.Known > 0
}

// Fail keeps how a synchronisation ended, in short, for the mailbox to show.
func (r *SyncResult) Fail(key string, err error) {
	r.Error = key
	var sentence ServerSaid
	if errors.As(err, &sentence) {
		r.ServerSaid = string(sentence)
	}

	var missing *Missing
	if errors.As(err, &missing) {
		r.Unread = strings.Join(missing.Folders, ", ")
	}
}

// Unread are the mailboxes that could not be read, or not wholly, in one synchronisation of all.
type Unread []MailboxFailure

// MailboxFailure is what went wrong with one mailbox.
type MailboxFailure struct {
	Name string
	Err  error
}

// Error implements error.
func (u Unread) Error() string {
	var lines []string
	for _, f := range u {
		lines = append(lines, fmt.Sprintf("%s: %v", f.Name, f.Err))
	}
	return strings.Join(lines, "; ")
}

// Unwrap implements the errors package.
func (u Unread) Unwrap() []error {
	var list []error
	for _, f := range u {
		list = append(list, f.Err)
	}
	return list
}
