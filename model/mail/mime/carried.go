package mime

import (
	"slices"
	"strings"
	"time"
)

// teller says in words what is no text of a person: forwarded headers, invitations, reports of mail servers.
type teller struct {
	Words
	zone *time.Location
}

// newTeller tells in the language and the zone of the options.
func newTeller(o Options) teller {
	t := teller{o.Words, o.Zone}
	if t.Words == nil {
		t.Words = plainWords{}
	}

	if t.zone == nil {
		t.zone = time.FixedZone("WIB", 7*3600)
	}

	return t
}

// day is a moment with its weekday.
func (t teller) day(at time.Time) string { return t.Say("mail.day", t.Weekday(at), t.Day(at)) }

// carried is the text of what a mail holds beside its own: reports, invitations, forwarded mails.
func (n *node) carried(t teller) string {
	var texts []string
	add := func(text string) {
		if text = strings.TrimSpace(text); text != "" && !slices.Contains(texts, text) {
			texts = append(texts, text)
		}
	}

	n.leaves(func(parent, leaf *node) {
		switch kind := leaf.media.token; {
		case kind == "message/delivery-status", kind == "message/global-delivery-status":
			add(t.delivery(leaf.body))
		case kind == "message/disposition-notification", kind == "message/global-disposition-notification":
			add(t.disposition(leaf.body))
		case leaf.isCalendar():
			add(t.calendar(decode(leaf.body[:min(len(leaf.body), maxBody)], leaf.media.params["charset"]), leaf.media.params["method"]))
		case leaf.isMail():
			for _, inner := range leaf.inside {
				add(t.forwarded(inner))
			}
		case leaf.signed:
			add(leaf.inside[0].carried(t))
		}
	})

	return strings.Join(texts, "\n\n")
}

// forwarded is a mail that stands in another: its head and its text.
func (t teller) forwarded(inner *node) string {
	var lines []string
	add := func(key, value string) {
		if value != "" {
			lines = append(lines, t.Say(key, value))
		}
	}

	h := inner.header
	add("mail.inner.subject", h.line("Subject", 500))
	add("mail.inner.from", oneLine(HeaderText(unquoted(h.get("From"))), 300))
	add("mail.inner.to", oneLine(HeaderText(unquoted(h.get("To"))), 300))

	if at, how := parseDate(h.get("Date"), time.Time{}, t.zone); how == zoned || how == zoneless {
		add("mail.inner.date", t.Say("mail.day_clock", t.day(at.In(t.zone)), t.Clock(at.In(t.zone))))
	} else {
		add("mail.inner.date", h.line("Date", 100))
	}

	text, _ := inner.text()
	if strings.TrimSpace(text) == "" {
		text, _ = inner.packedText()
	}

	parts := []string{strings.Join(lines, "\n"), strings.TrimSpace(text), inner.carried(t)}
	return strings.Join(slices.DeleteFunc(parts, func(s string) bool { return s == "" }), "\n\n")
}

// packedText is the text that Outlook packed into winmail.dat, plain before HTML.
func (n *node) packedText() (text string, fromHTML bool) {
	n.leaves(func(_, leaf *node) {
		for _, inner := range leaf.inside {
			if !isTNEF(leaf) || text != "" && !fromHTML {
				continue
			}

			if found, html := inner.text(); strings.TrimSpace(found) != "" && (text == "" || !html) {
				text = found
				fromHTML = html
			}
		}
	})

	return text, fromHTML
}

// namedText is the text of the first part that is to be read in place although it has the name of a file.
func (n *node) namedText() (text string, fromHTML bool) {
	n.leaves(func(_, leaf *node) {
		if kind := leaf.media.token; text == "" && leaf.disposition.token != "attachment" && (kind == "text/plain" || kind == "text/html") {
			text, fromHTML = leaf.asText()
		}
	})

	return text, fromHTML
}

// locked reports whether the text of a mail is hidden by encryption.
func (n *node) locked(body string) bool {
	fresh, _ := Quoted(body)
	found := strings.Contains("\n"+fresh, "\n-----BEGIN PGP MESSAGE-----")
	n.visit(func(part *node) {
		switch {
		case part.media.token == "multipart/encrypted", part.media.token == "application/pgp-encrypted":
			found = true
		case part.isSMIME():
			kind := strings.ToLower(part.media.params["smime-type"])
			found = found || kind == "enveloped-data" || kind == "authenveloped-data" || encryptedContent(part.body)
		}
	})

	return found
}

// visit calls f for every part.
func (n *node) visit(f func(*node)) {
	f(n)
	for _, part := range n.parts {
		part.visit(f)
	}
}
