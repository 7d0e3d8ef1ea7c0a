// Package mailtest gives tests a mail server: a real one where they need it, and a small one that misbehaves as it is told. It
// does not know who reads the mail.
package mailtest

// The only account of a server.
const (
	User     = "partner"
	Password = "rahasia"
)
