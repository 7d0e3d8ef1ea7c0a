package mime

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strings"
	"time"

	"jejaring/model"
)

// Parse reads a mail, whatever its shape. It never fails: what could be read is in the message, and ReadProblem says
// why the rest could not. What the message is about, to whom it belongs and how far it was dealt with stays empty.
func Parse(raw []byte, o Options) model.Message {
	root, problem := readTree(raw)
	sum := sha256.Sum256(raw)
	m := model.Message{RawSize: int64(len(raw)), RawSHA256: hex.EncodeToString(sum[:]), ReceivedAt: o.Received,
		ReadProblem: problem, Direction: "in"}

	root.header.recode(root.charset())
	readHeader(&m, root.header)
	if m.MessageID == "" {
		m.MessageID = "sha256-" + m.RawSHA256 + "@raw"
	}

	readDate(&m, root.header, o)
	if o.Sent || slices.Contains(o.Own, strings.ToLower(m.SenderEmail)) {
		m.Direction = "out"
	}

	readBody(&m, root, o)
	if o.Truncated {
		m.ReadProblem = ProblemTooBig
	}

	addWarnings(&m, root, o)
	m.Language = language(m)

	return m
}

// readDate takes the date of the header, or the server's where the header has none, names a zone that nobody knows, or
// lies after the arrival.
func readDate(m *model.Message, h header, o Options) {
	const slow = 24 * time.Hour // clocks go wrong, and zones are confused

	text := h.get("Date")
	t, how := parseDate(text, o.Received, o.Zone)
	arrived := o.Received.Year() >= 1990 // otherwise the server's clock is none
	late := arrived && how != undated && t.After(o.Received.Add(slow))

	switch {
	case arrived && (late || how == undated || how == foreign):
		m.Date = o.Received
		m.DateSource = "internaldate"
	case how == undated || how == foreign:
		m.Date = t
		m.DateSource = "unknown"
	default:
		m.Date = t
		m.DateSource = "header"
	}

	warn(m, late, model.WarnDateFuture, oneLine(HeaderText(text), 100))
	warn(m, how == zoneless && !late, model.WarnDateZone)
}

// readHeader takes who writes to whom, about what, and in answer to what.
func readHeader(m *model.Message, h header) {
	m.Subject = h.line("Subject", 2000)
	readSender(m, h)

	for i, a := range addresses(h.get("Reply-To")) {
		if i == 0 {
			m.ReplyTo = a.email
		}
	}

	m.Recipients = emailsOf(h.get("To"))
	m.CC = emailsOf(h.get("Cc"))
	m.MessageID = firstOf(ids(h.get("Message-ID")))
	m.InReplyTo = firstOf(ids(h.get("In-Reply-To")))
	m.References = ids(h.get("References"))
	if len(m.References) > 200 {
		m.References = m.References[len(m.References)-200:]
	}
}

// readBody takes the text and the files of a mail. One without a text of its own has that of what it carries.
func readBody(m *model.Message, root *node, o Options) {
	m.Body, m.FromHTML = root.text()
	if strings.TrimSpace(m.Body) == "" {
		m.Body, m.FromHTML = root.packedText()
	}

	if strings.TrimSpace(m.Body) == "" {
		m.Body, m.FromHTML = root.namedText()
	}

	if stray := decode([]byte(root.stray), ""); strings.TrimSpace(stray) != "" {
		m.Body = stray + m.Body
	}

	m.Enclosed = cut(root.carried(newTeller(o)), maxBody)
	if strings.TrimSpace(m.Body) == "" {
		m.Body = m.Enclosed
		m.Enclosed = ""
	}

	m.Body = strings.TrimRight(m.Body, "\n ") + "\n"
	if m.Body == "\n" {
		m.Body = ""
	}

	for i, f := range root.files() {
		m.Attachments = append(m.Attachments, f.attachment(i))
	}

	switch {
	case m.ReadProblem == "" && root.locked(m.Body):
		m.ReadProblem = ProblemEncrypted
	case m.Body == "" && len(m.Attachments) == 0 && m.ReadProblem == ProblemMalformed && m.Subject == "":
		m.ReadProblem = ProblemUnread
	}
}
