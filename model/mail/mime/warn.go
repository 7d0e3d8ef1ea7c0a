package mime

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"jejaring/model"
	"jejaring/model/content"
)

// addWarnings notes what the mail alone calls for: who made it, what is dangerous in it, what could be done with it.
func addWarnings(m *model.Message, root *node, o Options) {
	markAutomatic(m, root)
	m.Urgent = urgent(root.header)
	warn(m, m.Urgent, model.WarnUrgent)
	warnOfFiles(m)

	root.leaves(func(_, leaf *node) {
		warn(m, isTNEF(leaf) && len(leaf.inside) == 0, model.WarnTNEF)

		switch leaf.media.token {
		case "text/html":
			warn(m, remote(string(leaf.body[:min(len(leaf.body), maxHTML)])), model.WarnRemoteContent)
		case "text/calendar":
			method := strings.ToUpper(leaf.media.params["method"])
			warn(m, m.Direction == "in" && method != "CANCEL" && method != "REPLY", model.WarnOfferTraining)
		}
	})

	warn(m, differs(m.ReplyTo, m.SenderEmail) && !m.AutoSubmitted && m.Direction == "in", model.WarnReplyToDiffers)
	warn(m, o.Truncated, model.WarnTruncated, fmt.Sprint(o.Megabytes))
}

// warn adds a warning once.
func warn(m *model.Message, when bool, code string, args ...string) {
	if when && !slices.ContainsFunc(m.Warnings, func(w model.Warning) bool { return w.Code == code }) {
		m.Warnings = append(m.Warnings, model.Warning{Code: code, Args: args})
	}
}

// markAutomatic recognises bounces, answers of machines and bulk mail.
func markAutomatic(m *model.Message, root *node) {
	h := root.header
	report := root.media.token == "multipart/report"

	failed := false
	delivery := false
	root.leaves(func(_, leaf *node) {
		switch leaf.media.token {
		case "message/delivery-status", "message/global-delivery-status":
			delivery = true
			failed = failed || regexp.MustCompile(`(?im)^action:\s*failed`).Match(leaf.body)
		case "message/rfc822", "text/rfc822-headers", "message/rfc822-headers":
			if id := firstOf(ids(leaf.innerHeader().get("Message-ID"))); id != "" {
				m.Embedded = append(m.Embedded, id)
			}
		}
	})

	returned := !delivery && FromMachine(m.SenderEmail)
	if returned {
		m.Embedded = append(m.Embedded, quotedIDs(m.Body)...)
		failed = failed || regexp.MustCompile(`(?i)undeliver|returned mail|failure|failed|gagal|tidak terkirim`).MatchString(m.Subject)
	}

	submitted := strings.ToLower(strings.TrimSpace(h.get("Auto-Submitted")))
	answer := submitted != "" && !strings.HasPrefix(submitted, "no") || h.has("X-Autoreply") || h.has("X-Autorespond") ||
		precedence(h, "auto_reply")
	bulk := precedence(h, "bulk", "list", "junk") || h.has("List-Unsubscribe") || h.has("List-Id")
	m.AutoSubmitted = report || delivery || returned || answer || bulk

	switch {
	case failed:
		warn(m, true, model.WarnDeliveryFailed, m.Embedded...)
	case report, delivery, returned, answer:
		warn(m, true, model.WarnAutoSubmitted)
	case bulk:
		warn(m, true, model.WarnBulk)
	}
}

// FromMachine reports whether an address is one from which mail servers write.
func FromMachine(email string) bool {
	local, _, _ := strings.Cut(strings.ToLower(email), "@")
	return local == "mailer-daemon" || local == "postmaster"
}

// quotedIDs finds the identifiers of returned mails in the text of an old-fashioned bounce.
func quotedIDs(body string) []string {
	var found []string
	for _, hit := range regexp.MustCompile(`(?i)message-id:\s*<([^<>\s]{3,300})>`).FindAllStringSubmatch(body, 10) {
		found = append(found, hit[1])
	}
	return found
}

// precedence reports whether the mail is sent with one of these precedences.
func precedence(h header, values ...string) bool {
	return slices.Contains(values, strings.ToLower(strings.TrimSpace(h.get("Precedence"))))
}

// urgent reports whether the sender marked the mail as urgent, in any of the ways there are.
func urgent(h header) bool {
	priority := strings.TrimSpace(h.get("X-Priority"))
	return strings.HasPrefix(priority, "1") || strings.HasPrefix(priority, "2") ||
		strings.EqualFold(strings.TrimSpace(h.get("Importance")), "high") ||
		strings.EqualFold(strings.TrimSpace(h.get("Priority")), "urgent") ||
		strings.EqualFold(strings.TrimSpace(h.get("X-MSMail-Priority")), "high")
}

// warnOfFiles warns of programs, of files with nothing in them, and of photos for which people may have to be asked.
func warnOfFiles(m *model.Message) {
	var programs []string
	about := " " + strings.Join(SplitWords(m.Subject+" "+m.Body[:min(len(m.Body), 10_000)]), " ") + " "
	pictured := strings.Contains(about, " foto ") || strings.Contains(about, " photos ") || strings.Contains(about, " dokumentasi ")
	for _, a := range m.Attachments {
		if content.Program(a.SafeName) || content.Program(a.Name) {
			programs = append(programs, a.SafeName)
		}
		warn(m, a.Size == 0, model.WarnEmptyAttachment)
		warn(m, isPhoto(a) && !a.Inline && m.Direction == "in" && (pictured || fromCamera(a.SafeName)), model.WarnPhotoConsent)
	}

	warn(m, len(programs) > 0, model.WarnExecutable, strings.Join(programs, ", "))
}

// fromCamera reports whether a file is called as telephones and cameras call their photos.
func fromCamera(name string) bool {
	name = strings.ToLower(name)
	for _, prefix := range []string{"img_", "img-", "dsc", "pxl_", "photo", "foto", "whatsapp image"} {
		if strings.HasPrefix(name, prefix) {
			return true
		}
	}

	return false
}

// differs reports whether two addresses belong to different domains.
func differs(a, b string) bool { return a != "" && b != "" && !strings.EqualFold(Domain(a), Domain(b)) }

// Domain is what stands behind the @ of an address, in lower case; all of it when there is none.
func Domain(email string) string { return strings.ToLower(email[strings.LastIndexByte(email, '@')+1:]) }
