package mail

import (
	"jejaring/model"
	"jejaring/model/mail/mime"
)

// Read makes a message of a mail's bytes as a synchronisation files it: what the bytes say, and what the mail seems to be
// about. It never fails. To whom the mail belongs the linking says.
func Read(raw []byte, o mime.Options) model.Message {
	m := mime.Parse(raw, o)
	m.Status = "unregistered"
	m.LinkRule = model.RuleNone
	m.Category = category(m)
	return m
}
