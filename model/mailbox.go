package model

import (
	"net"
	"strings"
	"time"
)

// Mailbox is an account whose mail is read by IMAP. Its password is never part of the record.
type Mailbox struct {
	Base
	Name     string   `json:"name"`
	Host     string   `json:"host"`
	Port     int      `json:"port"`
	Security string   `json:"security"` // tls, starttls or none (loopback only)
	User     string   `json:"user"`
	CA       string   `json:"ca,omitempty"` // extra certificate authorities as PEM, or empty
	Folders  []string `json:"folders"`
	// MaxMegabytes is the largest mail that is fetched whole; a larger one is filed with its beginning. 0 means 25.
	MaxMegabytes int        `json:"max_megabytes"`
	Active       bool       `json:"active"`
	LastSync     SyncResult `json:"last_sync"`
}

// SyncResult says what the last synchronisation of a mailbox did.
type SyncResult struct {
	At      time.Time `json:"at,omitzero"`
	Fetched int       `json:"fetched"` // newly filed mails
	Known   int       `json:"known"`   // mails that were filed before, or again under another UID
	Failed  int       `json:"failed"`  // mails that the server did not hand over
	Linked  int       `json:"linked"`  // newly filed mails that a rule linked to a partner
	// Error is the key of the condition that ended it early ("mail_login") or left something out ("mail_folder",
	// "mail_incomplete"), or empty.
	Error string `json:"error,omitempty"`
	// ServerSaid is the server's own sentence to it, and Unread names the folders that could not be read.
	ServerSaid string `json:"server_said,omitempty"`
	Unread     string `json:"unread,omitempty"`
}

// Securities lists how a mail connection may be protected.
func Securities() []string { return []string{"tls", "starttls", "none"} }

// NewMailbox returns an empty mailbox with the customary values.
func NewMailbox() Mailbox {
	return Mailbox{Port: 993, Security: "tls", Folders: []string{"INBOX"}, Active: true}
}

// Check returns every broken rule and warning.
func (r *Mailbox) Check() Problems {
	var c checker
	r.Host, r.User = strings.TrimSpace(r.Host), strings.TrimSpace(r.User)
	if strings.TrimSpace(r.Name) == "" {
		r.Name = r.User
	}

	c.text("host", r.Host, 253)
	if strings.ContainsAny(r.Host, "/\\@ ") {
		c.add("host", CodeFormat)
	}

	c.length("name", r.Name, 254)
	c.text("user", r.User, 254)
	c.between("port", r.Port, 1, 65535)
	c.oneOf("security", r.Security, Securities())
	c.between("max_megabytes", r.MaxMegabytes, 0, 200)
	if r.Security == "none" && !Loopback(r.Host) {
		c.add("security", "plaintext")
	}
	if len(r.Folders) == 0 {
		r.Folders = []string{"INBOX"}
	}

	c.limits(r)
	return c.found
}

// Validate returns the rules that forbid saving, or nil.
func (r *Mailbox) Validate() error { return r.Check().Errors() }

// Loopback reports whether a host name or address is this computer itself.
func Loopback(host string) bool {
	ip := net.ParseIP(strings.Trim(host, "[]"))
	return strings.EqualFold(host, "localhost") || (ip != nil && ip.IsLoopback())
}
