package mail

import (
	"context"
	"errors"

	"jejaring/model"
)

// Key returns the short name of the condition inside err ("mail_login"), as a SyncResult keeps it: "" for nil,
// "cancelled" when the user ended it, "unknown" for what nobody expected.
func Key(err error) string {
	if err == nil {
		return ""
	}

	for _, c := range conditions() {
		if errors.Is(err, c.err) {
			return c.key
		}
	}

	return "unknown"
}

// condition is an expected failure and its short name.
type condition struct {
	err error
	key string
}

func conditions() []condition {
	return []condition{
		{context.Canceled, "cancelled"}, {model.ErrMailHost, "mail_host"}, {model.ErrMailLogin, "mail_login"},
		{model.ErrMailRefused, "mail_refused"},
		{model.ErrMailCertificateExpired, "mail_certificate_expired"}, {model.ErrMailCertificate, "mail_certificate"},
		{model.ErrMailSecurity, "mail_security"}, {model.ErrMailSilent, "mail_silent"}, {model.ErrMailCut, "mail_cut"},
		{model.ErrMailProtocol, "mail_protocol"}, {model.ErrMailFolder, "mail_folder"},
		{model.ErrMailIncomplete, "mail_incomplete"}, {model.ErrKeyringSilent, "keyring_silent"},
		{model.ErrPasswordGone, "password_gone"}, {model.ErrPasswordUnreadable, "password_unreadable"},
		{model.ErrPasswordDamaged, "password_damaged"}, {model.ErrNoPassword, "no_password"},
		{model.ErrDiskFull, "disk_full"}, {model.ErrRegisterBusy, "register_busy"}, {model.ErrRegisterReadOnly, "register_read_only"},
	}
}
