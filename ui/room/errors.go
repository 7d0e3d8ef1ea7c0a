package room

import (
	"context"
	"errors"
	"strings"

	"jejaring/model"
	"jejaring/model/system"
	"jejaring/translations"
)

// conditions maps the expected conditions to the keys of their sentences.
func conditions() []struct {
	err error
	key string
} {
	return []struct {
		err error
		key string
	}{
		{model.ErrNotFound, "not_found"}, {model.ErrInUse, "in_use"}, {model.ErrStale, "stale"},
		{model.ErrNotEmpty, "not_empty"}, {model.ErrTransition, "transition"}, {model.ErrEnglishOnly, "english_only"},
		{model.ErrNoTemplate, "no_template"}, {model.ErrRegisterMoved, "register_moved"}, {model.ErrNoRegister, "no_register"}, {model.ErrRegisterCorrupt, "register_corrupt"},
		{model.ErrCopyDamaged, "copy_damaged"}, {model.ErrCopyCut, "copy_cut"}, {model.ErrNoFolder, "no_folder"}, {model.ErrNumbersUnknown, "numbers_unknown"},
		{model.ErrRegisterMissing, "register_missing"}, {model.ErrRegisterNewer, "register_newer"}, {model.ErrRegisterReadOnly, "register_read_only"},
		{model.ErrDiskFull, "disk_full"}, {model.ErrDiskFailing, "disk_failing"}, {model.ErrKeyringClosed, "keyring_closed"}, {model.ErrOtherKey, "other_key"}, {model.ErrKeyUnreadable, "key_unreadable"}, {model.ErrKeyDamaged, "key_damaged"},
		{model.ErrSealed, "sealed"}, {model.ErrKeyLost, "key_lost"}, {model.ErrRecoveryCode, "recovery_code"},
		{model.ErrRegisterBusy, "register_busy"}, {model.ErrMailHost, "mail_host"},
		{model.ErrMailLogin, "mail_login"}, {model.ErrMailRefused, "mail_refused"}, {model.ErrMailCertificateExpired, "mail_certificate_expired"},
		{model.ErrMailCertificate, "mail_certificate"}, {model.ErrMailSecurity, "mail_security"},
		{model.ErrMailSilent, "mail_silent"}, {model.ErrMailCut, "mail_cut"}, {model.ErrMailFolder, "mail_folder"}, {model.ErrMailIncomplete, "mail_incomplete"},
		{model.ErrMailProtocol, "mail_protocol"}, {model.ErrKeyringSilent, "keyring_silent"},
		{model.ErrPasswordGone, "password_gone"}, {model.ErrPasswordUnreadable, "password_unreadable"},
		{model.ErrPasswordDamaged, "password_damaged"}, {model.ErrNoPassword, "no_password"}, {model.ErrNoViewer, "no_viewer"},
		{system.ErrNoHome, "no_home"}, {system.ErrFileNoRoom, "file_no_room"}, {system.ErrFileFailing, "file_failing"},
		{system.ErrFileReadOnly, "file_read_only"}, {system.ErrFileForbidden, "file_forbidden"}, {system.ErrFileNameLong, "file_name_long"},
		{system.ErrFileBusy, "file_busy"}, {system.ErrFileExists, "file_exists"}, {system.ErrFileAbsent, "file_absent"},
		{system.ErrTooManyFiles, "too_many_files"}, {system.ErrNoMemory, "no_memory"},
	}
}

// Explain says an error in the user's language: what happened, and what to do next. Known is false for an error that
// nobody expected; it belongs in the log. A cancelled job explains nothing and returns "".
func Explain(words translations.Words, err error) (sentence, hint string, known bool) {
	if err == nil || errors.Is(err, context.Canceled) {
		return "", "", true
	}
	if ps := model.AsProblems(err); ps != nil {
		return words.Problem(ps[0].Field, ps[0].Code, ps[0].Args...), "", true
	}

	var unread model.Unread
	if errors.As(err, &unread) && len(unread) > 1 {
		return explainMailboxes(words, unread)
	}

	err = system.Condition(err)
	for _, c := range conditions() {
		if errors.Is(err, c.err) {
			sentences := append([]string{words.Say("error." + c.key)}, besides(words, err)...)
			return strings.Join(sentences, " "), words.Say("error." + c.key + ".hint"), true
		}
	}

	return words.Say("error.unknown"), words.Say("error.unknown.hint"), false
}

// explainMailboxes says of each mailbox what is wrong with it.
func explainMailboxes(words translations.Words, unread model.Unread) (sentence, hint string, known bool) {
	known = true
	var lines []string
	for _, f := range unread {
		said, next, expected := Explain(words, f.Err)
		known = known && expected
		lines = append(lines, words.Say("sync.of_mailbox", f.Name, said+" "+next))
	}
	return words.Say("sync.several_unread", len(unread)), strings.Join(lines, "\n\n"), known
}

// besides are the sentences that belong to this one error alone: what is missing, and what a mail server said.
func besides(words translations.Words, err error) []string {
	var sentences []string
	var missing *model.Missing
	if errors.As(err, &missing) {
		if len(missing.Folders) > 0 {
			sentences = append(sentences, words.Say("sync.unread", strings.Join(missing.Folders, ", ")))
		}
		if missing.Mails > 0 {
			sentences = append(sentences, words.Say("sync.missing", missing.Mails, missing.Of))
		}
	}

	var said model.ServerSaid
	if errors.As(err, &said) {
		sentences = append(sentences, words.Say("sync.said", strings.TrimRight(string(said), ".")))
	}
	return sentences
}

// ErrorKey returns the key of an expected condition, or "unknown".
func ErrorKey(err error) string {
	err = system.Condition(err)
	for _, c := range conditions() {
		if errors.Is(err, c.err) {
			return c.key
		}
	}
	return "unknown"
}
