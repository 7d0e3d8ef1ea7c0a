package main

import (
	"context"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"time"

	"jejaring/assets"
	"jejaring/model"
	"jejaring/model/letter"
	"jejaring/model/mail"
	"jejaring/model/mail/mime"
)

func presetFor(field string) (model.Preset, bool) { return letter.Preset(field) }

// sampleMail is a mail of the sample file with its real bytes.
type sampleMail struct {
	ID           string    `json:"id"`
	Folder       string    `json:"folder"`
	UID          uint32    `json:"uid"`
	Date         time.Time `json:"date"`
	InternalDate time.Time `json:"internaldate"`
	Raw          string    `json:"raw_base64"`
}

// sampleUIDValidity marks the folders of the sample's mailbox.
const sampleUIDValidity = 20261121

// fileSampleMail files the 30 mails of the sample as if a mailbox had been read, and links them by the same rules.
func fileSampleMail(ctx context.Context, o *office) error {
	var file struct {
		Emails []sampleMail `json:"emails"`
	}
	if err := json.Unmarshal(assets.Sample, &file); err != nil {
		return fmt.Errorf("sample mails: %w", err)
	}

	box := model.NewMailbox()
	box.Name, box.Host, box.User, box.Active = "Surel contoh", "localhost", "admin@klinik-sm.example.com", false
	box.Folders = []string{"INBOX", "Sent"}
	if err := o.Mailboxes().Save(ctx, &box); err != nil {
		return err
	}

	zone, words, err := o.reader(ctx)
	if err != nil {
		return err
	}

	batch := make([]model.Filed, 0, len(file.Emails))
	for _, e := range file.Emails {
		raw, err := base64.StdEncoding.DecodeString(e.Raw)
		if err != nil {
			return fmt.Errorf("sample mail %s: %w", e.ID, err)
		}

		received := e.InternalDate
		if received.IsZero() {
			received = e.Date
		}

		m := mail.Read(raw, mime.Options{Received: received, Sent: e.Folder == "Sent", Zone: zone, Words: words})
		m.MailboxID, m.Folder, m.UID, m.UIDValidity, m.Code = box.ID, e.Folder, e.UID, sampleUIDValidity, e.ID
		batch = append(batch, model.Filed{Message: m, Raw: raw, Identity: mime.Identity})
	}

	if _, err := o.Mail().File(ctx, batch); err != nil {
		return err
	}

	_, err = mail.LinkPending(ctx, o.Mail())
	return err
}
