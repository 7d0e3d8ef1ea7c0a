package ui

import (
	"context"
	"errors"

	"jejaring/model"
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
		{model.ErrRegisterMissing, "register_missing"}, {model.ErrRegisterNewer, "register_newer"}, {model.ErrRegisterReadOnly, "register_read_only"},
		{model.ErrDiskFull, "disk_full"}, {model.ErrKeyringClosed, "keyring_closed"}, {model.ErrOtherKey, "other_key"},
		{model.ErrSealed, "sealed"}, {model.ErrKeyLost, "key_lost"}, {model.ErrRecoveryCode, "recovery_code"},
		{model.ErrRegisterBusy, "register_busy"}, {model.ErrMailHost, "mail_host"},
		{model.ErrMailLogin, "mail_login"}, {model.ErrMailCertificateExpired, "mail_certificate_expired"},
		{model.ErrMailCertificate, "mail_certificate"}, {model.ErrMailSecurity, "mail_security"},
		{model.ErrMailSilent, "mail_silent"}, {model.ErrMailCut, "mail_cut"}, {model.ErrMailFolder, "mail_folder"},
		{model.ErrMailProtocol, "mail_protocol"}, {model.ErrKeyringSilent, "keyring_silent"},
		{model.ErrPasswordDamaged, "password_damaged"}, {model.ErrNoPassword, "no_password"}, {model.ErrNoViewer, "no_viewer"},
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
	for _, c := range conditions() {
		if errors.Is(err, c.err) {
			return words.Say("error." + c.key), words.Say("error." + c.key + ".hint"), true
		}
	}
	return words.Say("error.unknown"), words.Say("error.unknown.hint"), false
}

// ErrorKey returns the key of an expected condition, or "unknown".
func ErrorKey(err error) string {
	for _, c := range conditions() {
		if errors.Is(err, c.err) {
			return c.key
		}
	}
	return "unknown"
}
