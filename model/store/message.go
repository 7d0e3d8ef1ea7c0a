package store

import (
	"bytes"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"slices"
	"time"

	"jejaring/model"
	"jejaring/model/store/conditions"
	"jejaring/model/store/sqlite"
)

// preview is the number of characters of a mail's text that lists carry.
const preview = 300

// Messages is the register of filed mail. Filters: direction, status, category, partner_id, agreement_id, mailbox_id,
// linked (yes or no), waiting (for somebody who answers), auto_submitted (1 or 0). Sorts: date (newest first by default), subject, sender, status, category,
// direction.
//
// Find and Rows carry only the beginning of the text, Get all of it. Save changes the status, the category and the
// links; a change of links marks the message as linked by the user. The mail itself never changes.
func (s *Store) Messages() model.Register[model.Message] { return messages(s) }

func messages(s *Store) *table[model.Message] {
	return &table[model.Message]{store: s, name: "message", columns: messageColumns, words: messageWords,
		base:  func(r *model.Message) *model.Base { return &r.Base },
		check: checkMessage, counted: true, order: "-date", filters: messageFilters(), covered: []model.FilterName{model.ByMailbox, model.ByPartner, model.ByLinked, model.ByAutoSubmitted},
		indexed: map[model.FilterName]narrow{model.ByPartner: {"message_partner", ""}},
		sorts:   []string{"date", "subject", "sender", "status", "category", "direction"},
		guard:   keepMail, save: saveMessageLinks, load: loadMessages, audit: auditMessage}
}

func messageColumns(r *model.Message) []column {
	return []column{{"mailbox_id", sqlite.Ref(&r.MailboxID)}, {"direction", &r.Direction}, {"folder", &r.Folder},
		{"uidvalidity", &r.UIDValidity}, {"uid", &r.UID}, {"message_id", &r.MessageID}, {"in_reply_to", &r.InReplyTo},
		{"references", sqlite.JSON(&r.References)}, {"sender", &r.SenderName}, {"sender_email", &r.SenderEmail},
		{"reply_to", &r.ReplyTo}, {"recipients", sqlite.JSON(&r.Recipients)}, {"cc", sqlite.JSON(&r.CC)}, {"subject", &r.Subject},
		{"date", sqlite.Instant(&r.Date)}, {"date_source", &r.DateSource}, {"received_at", sqlite.Instant(&r.ReceivedAt)},
		{"from_html", &r.FromHTML}, {"language", &r.Language}, {"category", &r.Category}, {"status", &r.Status},
		{"partner_id", sqlite.Ref(&r.PartnerID)}, {"referral_id", &r.ReferralCode}, {"link_rule", &r.LinkRule},
		{"confidence", &r.Confidence}, {"linked_by_user", &r.LinkedByUser},
		{"suggested_agreement_ids", sqlite.JSON(&r.Suggestions)}, {"number_hits", sqlite.JSON(&r.NumberHits)},
		{"warnings", sqlite.JSON(&r.Warnings)}, {"attachments", sqlite.JSON(&r.Attachments)}, {"raw_size", &r.RawSize},
		{"raw_sha256", &r.RawSHA256}, {"read_problem", &r.ReadProblem}, {"auto_submitted", &r.AutoSubmitted},
		{"embedded", sqlite.JSON(&r.Embedded)}, {"urgent", &r.Urgent}}
}

func messageWords(r *model.Message) []string {
	words := slices.Concat([]string{r.Subject, r.SenderName, r.SenderEmail, cut(r.Body, 100_000), cut(r.Enclosed, 100_000)}, r.Recipients, r.CC)
	for _, a := range r.Attachments {
		words = append(words, a.Name)
	}
	return words
}

func messageFilters() map[model.FilterName]filter {
	filters := equals(model.ByDirection, model.ByStatus, model.ByCategory, model.ByPartner, model.ByMailbox, model.ByAutoSubmitted)
	filters[model.ByAgreement] = condition("id IN (SELECT message_id FROM message_agreement WHERE agreement_id = ?)")
	filters[model.ByLinked] = func(value string, _ model.Filters) (string, []any, error) {
		if value != "yes" && value != "no" {
			return "", nil, fmt.Errorf("linked is yes or no, not %q", value)
		}
		return "linked = ?", []any{value == "yes"}, nil
	}
	filters[model.ByWaiting] = func(string, model.Filters) (string, []any, error) { return conditions.WaitsForAnswer, nil, nil }

	return filters
}

func checkMessage(r *model.Message) error {
	var found model.Problems
	if !slices.Contains(model.MessageStatuses(), r.Status) {
		found = append(found, model.Problem{Field: "status", Code: model.CodeUnknownValue})
	}
	if r.Category != "" && !slices.Contains(model.Categories(), r.Category) {
		found = append(found, model.Problem{Field: "category", Code: model.CodeUnknownValue})
	}
	return found.Errors()
}

// keepMail takes over only what a person may change. A person's link can be taken back: then the rule's own comes again.
func keepMail(_ context.Context, _ *sql.Tx, before, rec *model.Message) error {
	if before == nil {
		return fmt.Errorf("a mail arises by filing: %w", errors.ErrUnsupported)
	}

	wish := *rec
	*rec = *before
	rec.Status = wish.Status
	rec.Category = wish.Category
	rec.LinkedByUser = before.LinkedByUser || wish.LinkedByUser
	if wish.PartnerID == before.PartnerID && wish.ReferralCode == before.ReferralCode &&
		slices.Equal(wish.AgreementIDs, before.AgreementIDs) && !wish.LinkedByUser {
		return nil
	}

	rec.PartnerID, rec.AgreementIDs, rec.ReferralCode = wish.PartnerID, wish.AgreementIDs, wish.ReferralCode
	if before.LinkedByUser && !wish.LinkedByUser && wish.LinkRule != model.RuleUser {
		rec.LinkedByUser, rec.LinkRule, rec.Confidence = false, wish.LinkRule, wish.Confidence
		return nil
	}

	rec.LinkedByUser, rec.LinkRule, rec.Confidence = true, model.RuleUser, 1
	return nil
}

func saveMessageLinks(ctx context.Context, tx *sql.Tx, _, rec *model.Message) error {
	if _, err := tx.ExecContext(ctx, "DELETE FROM message_agreement WHERE message_id = ?", rec.ID); err != nil {
		return err
	}

	for i, agreement := range rec.AgreementIDs {
		_, err := tx.ExecContext(ctx, "INSERT INTO message_agreement (message_id, position, agreement_id) VALUES (?, ?, ?)",
			rec.ID, i, agreement)
		if sqlite.Missing(err) {
			return fmt.Errorf("agreement %d: %w", agreement, model.ErrNotFound)
		}
		if err != nil {
			return err
		}
	}

	_, err := tx.ExecContext(ctx, "UPDATE message SET linked = ?, pending = pending AND NOT ? WHERE id = ?", rec.Linked(),
		rec.LinkedByUser, rec.ID)
	return err
}

func loadMessages(ctx context.Context, q sqlite.Querier, recs []*model.Message, whole bool) error {
	byID := make(map[model.ID]*model.Message, len(recs))
	ids := make([]model.ID, len(recs))
	for i, r := range recs {
		byID[r.ID], ids[i] = r, r.ID
	}

	text := "substr(body_text, 1, " + fmt.Sprint(preview) + "), ''"
	if whole {
		text = "body_text, enclosed"
	}

	err := sqlite.Each(ctx, q, "SELECT message_id, "+text+" FROM message_text WHERE message_id IN (SELECT value FROM json_each(?))",
		[]any{sqlite.JSON(&ids)}, func(scan func(...any) error) error {
			var id model.ID
			var body, enclosed string
			err := scan(&id, &body, &enclosed)
			byID[id].Body, byID[id].Enclosed = body, enclosed
			return err
		})
	if err != nil {
		return err
	}

	err = sqlite.Each(ctx, q, `SELECT message_id, agreement_id FROM message_agreement
		WHERE message_id IN (SELECT value FROM json_each(?)) ORDER BY message_id, position`, []any{sqlite.JSON(&ids)},
		func(scan func(...any) error) error {
			var id, agreement model.ID
			err := scan(&id, &agreement)
			byID[id].AgreementIDs = append(byID[id].AgreementIDs, agreement)
			return err
		})
	if err != nil {
		return err
	}

	names, err := partnerNames(ctx, q, recs, func(r *model.Message) model.ID { return r.PartnerID })
	for _, r := range recs {
		r.PartnerName = names[r.PartnerID]
	}

	return err
}

// auditMessage is what the history keeps of a mail: what can change, not the mail.
func auditMessage(r *model.Message) any {
	return map[string]any{"status": r.Status, "category": r.Category, "partner_id": r.PartnerID,
		"agreement_ids": r.AgreementIDs, "referral_id": r.ReferralCode, "link_rule": r.LinkRule,
		"linked_by_user": r.LinkedByUser, "confidence": r.Confidence, "deleted": !r.DeletedAt.IsZero(), "version": r.Version}
}

// filedSum is the checksum of what never changes in a mail, with the key that it is known again by.
func filedSum(m *model.Message, key string) []byte {
	stored := func(t time.Time) any {
		text, _ := sqlite.Instant(&t).Value()
		return text
	}
	told := side([]any{key, stored(m.CreatedAt), m.CreatedBy, m.MailboxID, m.Direction, m.Folder, m.UIDValidity, m.UID, m.MessageID, m.InReplyTo, m.References, m.SenderName,
		m.SenderEmail, m.ReplyTo, m.Recipients, m.CC, m.Subject, stored(m.Date), m.DateSource, stored(m.ReceivedAt), m.FromHTML, m.Language, m.Attachments,
		m.RawSize, m.RawSHA256, m.ReadProblem, m.AutoSubmitted, m.Embedded, m.Urgent, m.Body, m.Enclosed})
	return shortSum(bytes.ReplaceAll(told, []byte(`\ufffd`), []byte("\ufffd"))) // what was no character is one when it is read again
}

// cut shortens a text to a number of bytes without breaking a character.
func cut(text string, limit int) string {
	if len(text) <= limit {
		return text
	}
	for limit > 0 && text[limit]&0xC0 == 0x80 {
		limit--
	}
	return text[:limit]
}

func messageEntry(s *Store) entry {
	e := entryOf(model.EntityMessage, messages(s), func(r model.Message) []string {
		return []string{dayText(s, r.Date), r.SenderEmail, r.Subject, r.LinkRule}
	}, "messages", "message")
	e.title, e.detail, e.order, e.rank = "subject", "coalesce(nullif(sender, ''), sender_email)", "-date", 7
	e.asks = messageAsks()
	e.counts = messageCounts
	return e
}

// lettersShown is how many linked mails have a row at most, and unlinkedShown how many that no rule linked: a full mailbox
// hides nothing that is dated.
const lettersShown, unlinkedShown = 8, 3

// messageAsks are the rows of the mails. Of a dangerous one they show the address of the sender and not the name.
func messageAsks() []attentionQuery {
	const sender = "coalesce(nullif(sender, ''), sender_email)"
	row := func(kind, who, condition string, most int) attentionQuery {
		return attentionQuery{kind: kind, rank: rankMessage, undated: true, most: most, query: fmt.Sprintf(`SELECT id, subject, from_whom, date
			FROM (SELECT id, subject, %s AS from_whom, date FROM message WHERE deleted_at IS NULL AND %s ORDER BY date DESC LIMIT :most)`,
			who, condition)}
	}

	const calm = " AND NOT (" + conditions.Dangerous + " OR " + conditions.Pressing + ")"
	return []attentionQuery{
		row(model.AttentionPressing, sender, conditions.Pressing+" AND NOT "+conditions.Dangerous, lettersShown),
		row(model.AttentionLetter, sender, conditions.WaitsForAnswer+calm, lettersShown),
		row(model.AttentionUnlinked, sender, conditions.Unlinked+calm, unlinkedShown),
		row(model.AttentionDanger, "sender_email", conditions.Unlinked+" AND "+conditions.Dangerous, unlinkedShown),
	}
}

func messageCounts(c *model.Counts) []countQuery {
	return []countQuery{{living("message", conditions.Unlinked), &c.Unlinked}, {living("message", conditions.IsOpen), &c.Unanswered},
		{`SELECT coalesce(max(0, CAST(julianday(:today) - julianday(date(min(date), :offset)) AS INTEGER)), 0) FROM message
			WHERE deleted_at IS NULL AND ` + conditions.Unlinked, &c.OldestSince}}
}
