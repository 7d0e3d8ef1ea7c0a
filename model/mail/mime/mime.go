// Package mime reads mail: the bytes of one become a message with its headers, text, files, invitations and what it warns
// of, whatever mail programs and careless people made of it. It reads each mail once from its beginning to its end, and never
// fails. It knows no server, no register and no partner: how a mail came is package imap's, what it is about and to whom it
// belongs are package mail's.
package mime

import "time"

// Options is what the server and the register know about a mail beside its bytes.
type Options struct {
	Received  time.Time      // the server's INTERNALDATE
	Own       []string       // the clinic's own addresses, lower case; mail from them is outgoing
	Sent      bool           // the mail lies in a folder of sent mail
	Truncated bool           // raw is only the beginning
	Megabytes int            // the limit that cut it
	Zone      *time.Location // the clinic's, for dates that name none; nil is Jakarta's
	Words     Words          // the language of what is said about invitations and reports; nil says it without words
}

// Words writes sentences, days and times in a language.
type Words interface {
	// Say returns the sentence of a key with its places filled in.
	Say(key string, args ...any) string
	// Label returns what a code of a group is called, and the code itself when nobody named it.
	Label(group, code string) string
	// Day returns the date of a moment.
	Day(t time.Time) string
	// Weekday returns the day of the week of a moment.
	Weekday(t time.Time) string
	// Clock returns the hour and the minute of a moment.
	Clock(t time.Time) string
}
