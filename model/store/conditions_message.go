package store

import "jejaring/model"

const (
	dangerous = "(message.warnings LIKE '%\"" + model.WarnSpoof + "\"%' OR message.warnings LIKE '%\"" + model.WarnExecutable + "\"%')"
	unlinked  = "message.direction = 'in' AND message.linked = 0 AND message.auto_submitted = 0 AND message.status = 'unregistered'"
	isOpen    = "message.direction = 'in' AND message.status IN ('registered', 'routed', 'in_progress')"
	// waitsForAnswer are linked mails that are urgent, or ask for an answer by what they are about, until somebody answers,
	// files or ignores them.
	waitsForAnswer = `message.direction = 'in' AND message.linked = 1 AND message.auto_submitted = 0
		AND message.status IN ('unregistered', 'registered', 'routed', 'in_progress') AND (message.urgent = 1 OR message.category IN
		('permohonan', 'penawaran', 'undangan', 'perpanjangan', 'pengakhiran', 'tagihan', 'keluhan'))`
	failing = `mailbox.active = 1 AND coalesce(mailbox.last_sync ->> '$.error', '') <> '' AND NOT (mailbox.last_sync ->> '$.error'
		= 'mail_incomplete' AND mailbox.last_sync ->> '$.fetched' + mailbox.last_sync ->> '$.known' > 0)`
)

// messageRules are what is asked of mails.
func messageRules() []rule[model.Message] {
	type M = model.Message
	return []rule[M]{
		{"dangerous", dangerous, func(r M, _ moment) bool { return r.Dangerous() }},
		{"unlinked", unlinked, func(r M, _ moment) bool { return r.Unlinked() }},
		{"open", isOpen, func(r M, _ moment) bool { return r.Open() }},
		{"waits for an answer", waitsForAnswer, func(r M, _ moment) bool { return r.WaitsForAnswer() }},
	}
}

// mailboxRules are what is asked of mailboxes.
func mailboxRules() []rule[model.Mailbox] {
	return []rule[model.Mailbox]{{"failing", failing, func(r model.Mailbox, _ moment) bool { return r.Failing() }}}
}
