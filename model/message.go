package model

import (
	"slices"
	"time"
)

// Message is a mail that was filed from a mailbox (brief section 4.13, correspondence by e-mail).
// Filters of its register: direction, status, partner_id, agreement_id, category, linked (yes, no), mailbox_id.
type Message struct {
	Base
	MailboxID   ID        `json:"mailbox_id"`
	Direction   string    `json:"direction"` // in or out
	Folder      string    `json:"folder"`
	UIDValidity uint32    `json:"uidvalidity"`
	UID         uint32    `json:"uid"`
	MessageID   string    `json:"message_id"` // without angle brackets; a missing one is made from the raw bytes
	InReplyTo   string    `json:"in_reply_to,omitempty"`
	References  []string  `json:"references,omitempty"`
	SenderName  string    `json:"sender"`
	SenderEmail string    `json:"sender_email"`
	ReplyTo     string    `json:"reply_to,omitempty"`
	Recipients  []string  `json:"recipients"`
	CC          []string  `json:"cc,omitempty"`
	Subject     string    `json:"subject"`
	Date        time.Time `json:"date"`        // of the Date header, else the server's
	DateSource  string    `json:"date_source"` // header, internaldate or unknown
	ReceivedAt  time.Time `json:"received_at"` // the server's INTERNALDATE
	Body        string    `json:"body_text"`
	FromHTML    bool      `json:"from_html,omitempty"` // the text was taken out of HTML
	// Enclosed is the text of what the mail carries beside its own: forwarded mails with their subjects, invitations.
	Enclosed string `json:"enclosed_text,omitempty"`
	Language string `json:"language"` // id, en or ""
	Category string `json:"category"`
	Status   string `json:"status"`

	PartnerID    ID        `json:"partner_id,omitempty"`
	PartnerName  string    `json:"partner_name,omitempty"` // read only, for lists
	AgreementIDs []ID      `json:"agreement_ids"`
	ReferralCode string    `json:"referral_id,omitempty"`
	LinkRule     string    `json:"link_rule"` // one of LinkRules
	Confidence   float64   `json:"confidence"`
	LinkedByUser bool      `json:"linked_by_user,omitempty"`
	Suggestions  []ID      `json:"suggested_agreement_ids,omitempty"`
	NumberHits   []string  `json:"number_hits,omitempty"`
	Warnings     []Warning `json:"warnings"`

	Attachments []Attachment `json:"attachments"`
	RawSize     int64        `json:"raw_size"`
	RawSHA256   string       `json:"raw_sha256"`
	// ReadProblem is the key of the reason why the mail could not be read whole, or empty: the mail was filed all the same.
	ReadProblem   string `json:"read_problem,omitempty"`
	AutoSubmitted bool   `json:"auto_submitted,omitempty"` // answers, bounces and bulk: never opens a task
	// Embedded holds the Message-IDs of mails inside this one, such as the one a bounce reports.
	Embedded []string `json:"embedded,omitempty"`
	Urgent   bool     `json:"urgent,omitempty"`
}

// Attachment is a file inside a mail; its bytes stay inside the mail's raw bytes.
type Attachment struct {
	Index    int    `json:"index"` // position among the attachments, from 0
	Name     string `json:"name"`  // as the sender wrote it, decoded
	SafeName string `json:"safe_name"`
	MIME     string `json:"mime"`
	Size     int64  `json:"size"` // decoded bytes
	SHA256   string `json:"sha256"`
	Inline   bool   `json:"inline,omitempty"`
}

// Warning is something to be careful about; Code has the sentence "warning.<code>" in the translations.
type Warning struct {
	Code string   `json:"code"`
	Args []string `json:"args,omitempty"`
}

// Link is what the rules say about a mail.
type Link struct {
	PartnerID    ID
	AgreementIDs []ID
	ReferralCode string
	Rule         string
	Confidence   float64
	Suggestions  []ID
	NumberHits   []string
	Warnings     []Warning
	Category     string
	Status       string
}

// The rules by which a mail is linked, in the order in which they are tried (brief section 4.13).
const (
	RuleInReplyTo     = "1_in_reply_to"
	RuleEmbedded      = "1_embedded_message_id"
	RuleOwnNumber     = "2_own_number"
	RulePartnerNumber = "3_partner_number"
	RuleReferral      = "4_referral_number"
	RuleContact       = "5_contact"
	RuleDomain        = "6_domain"
	RuleNone          = "7_none"
	RuleComposed      = "composed" // mail of our own, linked by its recipients and numbers
	RuleUser          = "user"
)

// Warnings of mails.
const (
	WarnSpoof            = "spoof_display_name"    // Args: partner's name
	WarnExecutable       = "executable_attachment" // Args: names of the files
	WarnEmptyAttachment  = "empty_attachment"
	WarnTNEF             = "winmail_dat_not_readable"
	WarnRemoteContent    = "remote_content_blocked"
	WarnSharedDomain     = "shared_domain"
	WarnDeliveryFailed   = "delivery_failed" // Args: Message-ID of our mail
	WarnAutoSubmitted    = "auto_submitted"
	WarnBulk             = "bulk_mail"
	WarnUrgent           = "urgent"
	WarnPhotoConsent     = "photo_consent"
	WarnOfferTraining    = "offer_create_training"
	WarnSeveral          = "several_agreements"
	WarnReplyToDiffers   = "reply_to_differs"
	WarnDuplicateMessage = "duplicate_message_id"
	WarnTruncated        = "truncated"            // Args: megabytes
	WarnSenderOther      = "sender_other_address" // Args: the other addresses
	WarnSenderHidden     = "sender_encoded"
	WarnDateFuture       = "date_future" // Args: what the mail says
	WarnDateZone         = "date_zoneless"
)

// Directions lists the two ways of a mail.
func Directions() []string { return []string{"in", "out"} }

// MessageStatuses lists the states of correspondence (brief section 4.13).
func MessageStatuses() []string {
	return []string{"unregistered", "registered", "routed", "in_progress", "answered", "filed", "ignored"}
}

// Categories lists what a letter can be about.
func Categories() []string {
	return []string{"permohonan", "penawaran", "undangan", "pemberitahuan", "balasan", "perpanjangan", "pengakhiran", "tagihan",
		"laporan", "hasil_penunjang", "rujukan", "keluhan", "lainnya"}
}

// Linked reports whether the mail belongs to a partner or an agreement.
func (r Message) Linked() bool { return r.PartnerID != 0 || len(r.AgreementIDs) > 0 }

// Dangerous reports whether a mail is forged, or carries a program.
func (r Message) Dangerous() bool {
	return slices.ContainsFunc(r.Warnings, func(w Warning) bool { return w.Code == WarnSpoof || w.Code == WarnExecutable })
}

// Unlinked reports whether a mail came in that no rule and nobody has linked or set aside.
func (r Message) Unlinked() bool {
	return r.Direction == "in" && !r.Linked() && !r.AutoSubmitted && r.Status == "unregistered"
}

// Open reports whether an incoming mail was registered and is not answered, filed or ignored.
func (r Message) Open() bool {
	return r.Direction == "in" && slices.Contains([]string{"registered", "routed", "in_progress"}, r.Status)
}

// WaitsForAnswer reports whether a linked mail is urgent or asks for an answer by what it is about, and nobody has answered,
// filed or ignored it.
func (r Message) WaitsForAnswer() bool {
	if r.Direction != "in" || !r.Linked() || r.AutoSubmitted || r.Status != "unregistered" && !r.Open() {
		return false
	}
	return r.Urgent || slices.Contains(asking(), r.Category)
}

// Pressing reports whether an urgent mail waits for somebody: of a linked sender, or with results of a laboratory, whoever sent
// them.
func (r Message) Pressing() bool {
	if r.Direction != "in" || !r.Urgent || r.AutoSubmitted || r.Status != "unregistered" && !r.Open() {
		return false
	}
	return r.Linked() || r.Category == "hasil_penunjang"
}

// asking are the categories of letters that want an answer.
func asking() []string {
	return []string{"permohonan", "penawaran", "undangan", "perpanjangan", "pengakhiran", "tagihan", "keluhan"}
}

// Failing reports whether a mailbox that is read could not be read whole the last time. Mails that the server does not hand
// over are no failure while others come.
func (r Mailbox) Failing() bool {
	last := r.LastSync
	some := last.Error == "mail_incomplete" && last.Fetched+last.Known > 0
	return r.Active && last.Error != "" && !some
}
