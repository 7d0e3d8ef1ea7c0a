package model

import (
	"errors"
	"fmt"
	"strings"
)

// Expected conditions. The window has a sentence and a hint for each of them in both
// languages (ui/errors.go), and so has the command line.
var (
	// ErrNotFound: no record has this identifier.
	ErrNotFound = errors.New("not found")
	// ErrInUse: the record cannot go because others refer to it.
	ErrInUse = errors.New("in use")
	// ErrStale: somebody saved the record since it was read.
	ErrStale = errors.New("changed meanwhile")
	// ErrNotEmpty: the operation asks for an empty register.
	ErrNotEmpty = errors.New("register is not empty")
	// ErrTransition: the state cannot change in this way (brief section 4.4.1).
	ErrTransition = errors.New("state cannot change like this")
	// ErrEnglishOnly: an agreement must not be issued in English alone (brief section 2.1).
	ErrEnglishOnly = errors.New("an agreement cannot be issued in English only")
	// ErrNoTemplate: there is no model text for this document in this language.
	ErrNoTemplate = errors.New("no model text for this document")

	// ErrNoRegister: there is no register in this folder.
	ErrNoRegister = errors.New("no register in this folder")
	// ErrRegisterCorrupt: the file is not a register or is damaged.
	ErrRegisterCorrupt = errors.New("register file is damaged or not a register")
	// ErrRegisterMissing: there is no register file, but there are daily copies of one.
	ErrRegisterMissing = errors.New("register file is missing, copies of it are there")
	// ErrRegisterMoved: the file in the register's place is not the open one any more: removed, moved or exchanged.
	// Nothing was changed; the open register can be put back or saved elsewhere.
	ErrRegisterMoved = errors.New("register file was removed, moved or exchanged")
	// ErrRegisterNewer: the file was written by a newer version of the program.
	ErrRegisterNewer = errors.New("register file is from a newer version")
	// ErrRegisterReadOnly: the file or its folder cannot be written.
	ErrRegisterReadOnly = errors.New("register file is read-only")
	// ErrDiskFull: no room left on the disk; nothing was changed.
	ErrDiskFull = errors.New("disk is full")
	// ErrDiskFailing: the disk of the register cannot be read or written.
	ErrDiskFailing = errors.New("the register's disk fails")
	// ErrRegisterBusy: another program holds the register.
	ErrRegisterBusy = errors.New("register is held by another program")

	// ErrCopyDamaged: a copy is not as it was written, or no copy of a register.
	ErrCopyDamaged = errors.New("copy is damaged or not a copy of a register")
	// ErrCopyCut: a copy lacks the checksum that copies of its version have.
	ErrCopyCut = errors.New("copy without its checksum")
	// ErrNoFolder: the chosen folder is not there; its disk may have been taken out.
	ErrNoFolder = errors.New("folder is not there")
	// ErrNumbersUnknown: which letter numbers were given after a copy was made cannot be read anywhere; somebody has to say.
	ErrNumbersUnknown = errors.New("the numbers given since the copy are unknown")

	// ErrKeyLost: the key that patients' identities are sealed with is not there. Everything else stays usable.
	ErrKeyLost = errors.New("the key of the patients' identities is missing")
	// ErrKeyUnreadable: the key is there, but its file cannot be read now. It is a kind of ErrKeyLost that may pass.
	ErrKeyUnreadable = fmt.Errorf("the file of the key cannot be read: %w", ErrKeyLost)
	// ErrKeyDamaged: the key that is there is not whole. It is a kind of ErrKeyLost.
	ErrKeyDamaged = fmt.Errorf("the key is damaged: %w", ErrKeyLost)
	// ErrKeyringClosed: the key lies in the system's keyring, which is locked or cannot be asked now. It is a kind of
	// ErrKeyLost that passes.
	ErrKeyringClosed = fmt.Errorf("the system's keyring cannot be asked now: %w", ErrKeyLost)
	// ErrOtherKey: a key is there, but the register was sealed with another one. It is a kind of ErrKeyLost.
	ErrOtherKey = fmt.Errorf("the key belongs to another register: %w", ErrKeyLost)
	// ErrRecoveryCode: a typed recovery code is not one: a sign is wrong or missing.
	ErrRecoveryCode = errors.New("this is no recovery code: a sign is wrong or missing")

	// ErrSealed: a sealed value was changed, moved to another place or sealed with another key.
	ErrSealed = errors.New("sealed value cannot be opened")

	// ErrMailHost: the server's name is unknown or nobody answers at the port.
	ErrMailHost = errors.New("mail server cannot be reached")
	// ErrMailLogin: the server refuses user or password.
	ErrMailLogin = errors.New("mail server refuses user or password")
	// ErrMailRefused: the server refuses the login for another reason than user and password; a ServerSaid tells which.
	ErrMailRefused = errors.New("mail server refuses the login")
	// ErrMailIncomplete: some mails were not handed over; a Missing tells how many.
	ErrMailIncomplete = errors.New("mail server did not hand over all mails")
	// ErrMailCertificate: the server's certificate is not valid for this name, expired or unknown.
	ErrMailCertificate = errors.New("mail server certificate is not trusted")
	// ErrMailCertificateExpired: the server's certificate is past its date.
	ErrMailCertificateExpired = errors.New("mail server certificate has expired")
	// ErrMailSecurity: the server does not offer the asked encryption, or plain text was asked for a distant host.
	ErrMailSecurity = errors.New("mail connection would not be encrypted")
	// ErrMailSilent: the server took the connection and then stayed silent.
	ErrMailSilent = errors.New("mail server does not answer")
	// ErrMailCut: the connection ended in the middle.
	ErrMailCut = errors.New("mail connection was cut")
	// ErrMailFolder: a chosen folder does not exist on the server or cannot be read; a Missing names it.
	ErrMailFolder = errors.New("mail folder cannot be read")
	// ErrMailProtocol: the server answered something that is not IMAP.
	ErrMailProtocol = errors.New("mail server speaks no IMAP")
	// ErrNoPassword: no password is kept for the mailbox.
	ErrNoPassword = errors.New("no password kept for this mailbox")
	// ErrKeyringSilent: the system's keyring does not answer, perhaps because it waits to be unlocked. It is a kind of
	// ErrNoPassword.
	ErrKeyringSilent = fmt.Errorf("the system's keyring does not answer now; it may be locked: %w", ErrNoPassword)
	// ErrPasswordGone: the file of passwords or its key is not there, and the other one is. It is a kind of ErrNoPassword.
	ErrPasswordGone = fmt.Errorf("the file of kept passwords or its key is gone: %w", ErrNoPassword)
	// ErrPasswordUnreadable: the file of passwords or its key is there and cannot be read now. It is a kind of
	// ErrNoPassword that may pass.
	ErrPasswordUnreadable = fmt.Errorf("the file of kept passwords cannot be read now: %w", ErrNoPassword)
	// ErrPasswordDamaged: the file of passwords or its key is damaged, or they do not belong together. It is a kind of
	// ErrNoPassword.
	ErrPasswordDamaged = fmt.Errorf("kept passwords cannot be read: %w", ErrNoPassword)
	// ErrNoViewer: the system has no program for this file or cannot print.
	ErrNoViewer = errors.New("no program for this file")
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
