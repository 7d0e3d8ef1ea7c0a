package conditions

import "jejaring/model"

const (
	Dangerous = "(message.warnings LIKE '%\"" + model.WarnSpoof + "\"%' OR message.warnings LIKE '%\"" + model.WarnExecutable + "\"%')"
	Unlinked  = "message.direction = 'in' AND message.linked = 0 AND message.auto_submitted = 0 AND message.status = 'unregistered'"
	IsOpen    = "message.direction = 'in' AND message.status IN ('registered', 'routed', 'in_progress')"
	// WaitsForAnswer are linked mails that are urgent, or ask for an answer by what they are about, until somebody answers,
	// files or ignores them.
	WaitsForAnswer = `message.direction = 'in' AND message.linked = 1 AND message.auto_submitted = 0
		AND message.status IN ('unregistered', 'registered', 'routed', 'in_progress') AND (message.urgent = 1 OR message.category IN
		('permohonan', 'penawaran', 'undangan', 'perpanjangan', 'pengakhiran', 'tagihan', 'keluhan'))`
	// Pressing are urgent mails of linked senders, and urgent results of laboratories, until somebody deals with them.
	Pressing = `message.direction = 'in' AND message.urgent = 1 AND message.auto_submitted = 0
		AND message.status IN ('unregistered', 'registered', 'routed', 'in_progress') AND (message.linked = 1 OR message.category = 'hasil_penunjang')`
	Failing = `mailbox.active = 1 AND coalesce(mailbox.last_sync ->> '$.error', '') <> '' AND NOT (mailbox.last_sync ->> '$.error'
		= 'mail_incomplete' AND mailbox.last_sync ->> '$.fetched' + mailbox.last_sync ->> '$.known' > 0)`
)

// MessageRules are what is asked of mails.
func MessageRules() []Rule[model.Message] {
	type M = model.Message
	return []Rule[M]{
		{"dangerous", Dangerous, func(r M, _ Moment) bool { return r.Dangerous() }},
		{"unlinked", Unlinked, func(r M, _ Moment) bool { return r.Unlinked() }},
		{"open", IsOpen, func(r M, _ Moment) bool { return r.Open() }},
		{"waits for an answer", WaitsForAnswer, func(r M, _ Moment) bool { return r.WaitsForAnswer() }},
		{"pressing", Pressing, func(r M, _ Moment) bool { return r.Pressing() }},
	}
}

// MailboxRules are what is asked of mailboxes.
func MailboxRules() []Rule[model.Mailbox] {
	return []Rule[model.Mailbox]{{"failing", Failing, func(r model.Mailbox, _ Moment) bool { return r.Failing() }}}
}
