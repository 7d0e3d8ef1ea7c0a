package mail_test

import (
	"encoding/json"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"jejaring/model"
	"jejaring/model/mail"
	"jejaring/model/mail/mime"
)

// sample is the fictitious clinic with its thirty mails and what is expected of each.
type sample struct {
	ClinicEmail string   `json:"clinic_email"`
	StaffEmails []string `json:"staff_emails"`
	Partners    []struct {
		ID, Name, Email string
		ShortCode       string   `json:"short_code"`
		EmailDomains    []string `json:"email_domains"`
		Contacts        []string
	}
	Agreements []struct {
		ID, Status    string
		Field         string     `json:"cooperation_field"`
		StartDate     model.Date `json:"start_date"`
		EndDate       model.Date `json:"end_date"`
		NumberOwn     string     `json:"number_own"`
		NumberPartner string     `json:"number_partner"`
		PartnerIDs    []string   `json:"partner_ids"`
	}
	Ledger []struct {
		Type      string `json:"sequence_key"`
		Formatted string
		Document  string
	} `json:"number_ledger"`
	Letters []struct {
		ID          string
		PartnerID   string `json:"partner_id"`
		AgreementID string `json:"agreement_id"`
	}
	Emails []sampleMail
}

type sampleMail struct {
	ID, Direction, Folder, Subject string
	Date                           time.Time
	InternalDate                   time.Time
	MessageID                      string   `json:"message_id"`
	Body                           string   `json:"body_text"`
	NumberHits                     []string `json:"number_hits"`
	Raw                            []byte   `json:"raw_base64"`
	Attachments                    []struct {
		Name, MIME string
		Size       int64
		Inline     bool
	}
	Expected struct {
		PartnerID    string   `json:"partner_id"`
		AgreementIDs []string `json:"agreement_ids"`
		ReferralID   string   `json:"referral_id"`
		Category     string
		LinkRule     string `json:"link_rule"`
		Warnings     []string
		Language     string
	}
}

func loadSample(t testing.TB) sample {
	t.Helper()
	raw, err := os.ReadFile("testdata/sample.json")
	if err != nil {
		t.Fatal(err)
	}

	var s sample
	if err := json.Unmarshal(raw, &s); err != nil {
		t.Fatal(err)
	}
	return s
}

// number makes the record number 7 of the sample's code "A07".
func number(code string) model.ID {
	if code == "" {
		return 0
	}
	n, _ := strconv.Atoi(code[1:])
	return model.ID(n)
}

func (s sample) directory() model.Directory {
	d := model.Directory{OwnAddresses: append([]string{s.ClinicEmail}, s.StaffEmails...), Numbers: map[string]model.NumberTarget{},
		PartnerNumbers: map[string]model.NumberTarget{}}
	for _, p := range s.Partners {
		d.Partners = append(d.Partners, model.DirectoryPartner{ID: number(p.ID), Name: p.Name, Short: p.ShortCode,
			Emails: []string{p.Email}, Contacts: p.Contacts, Domains: p.EmailDomains, Agreements: s.agreementsOf(p.ID)})
	}

	for _, l := range s.Ledger {
		d.Numbers[model.NormalNumber(l.Formatted)] = s.target(model.DocumentCode(l.Type), l.Formatted, l.Document)
	}

	for _, a := range s.Agreements {
		if a.NumberPartner != "" {
			d.PartnerNumbers[model.NormalNumber(a.NumberPartner)] = model.NumberTarget{Number: a.NumberPartner, Type: "PKS",
				PartnerID: number(a.PartnerIDs[0]), AgreementIDs: []model.ID{number(a.ID)}}
		}
	}

	return d
}

func (s sample) agreementsOf(partner string) []model.DirectoryAgreement {
	var list []model.DirectoryAgreement
	for _, a := range s.Agreements {
		if slices.Contains(a.PartnerIDs, partner) {
			list = append(list, model.DirectoryAgreement{ID: number(a.ID), Status: model.AgreementStatus(a.Status), Field: a.Field, Start: a.StartDate, End: a.EndDate})
		}
	}
	return list
}

// target knows of a referral no more than its number, as the ledger does.
func (s sample) target(kind model.DocumentCode, formatted, document string) model.NumberTarget {
	target := model.NumberTarget{Number: formatted, Type: kind}
	if kind == "RJK" {
		target.ReferralCode = document
	}

	for _, a := range s.Agreements {
		if a.ID == document {
			target.PartnerID = number(a.PartnerIDs[0])
			target.AgreementIDs = []model.ID{number(a.ID)}
		}
	}

	for _, l := range s.Letters {
		if l.ID == document {
			target.PartnerID = number(l.PartnerID)
			if l.AgreementID != "" {
				target.AgreementIDs = []model.ID{number(l.AgreementID)}
			}
		}
	}

	return target
}

// read parses the sample's mails as a synchronisation does.
func (s sample) read() []model.Message {
	var list []model.Message
	for i, e := range s.Emails {
		m := mail.Read(e.Raw, mime.Options{Received: e.received(), Own: []string{s.ClinicEmail}, Sent: e.Folder == "Sent"})
		m.ID = model.ID(i + 1)
		m.Folder = e.Folder
		m.UID = uint32(i + 1)
		list = append(list, m)
	}

	return list
}

func (e sampleMail) received() time.Time {
	if e.InternalDate.IsZero() {
		return e.Date
	}
	return e.InternalDate
}

func TestRead_SampleMails(t *testing.T) {
	s := loadSample(t)
	for i, m := range s.read() {
		e := s.Emails[i]
		t.Run(e.ID, func(t *testing.T) {
			same(t, "subject", m.Subject, e.Subject)
			same(t, "direction", m.Direction, e.Direction)
			same(t, "category", m.Category, e.Expected.Category)
			same(t, "language", m.Language, e.Expected.Language)
			same(t, "text", strings.Join(strings.Fields(m.Body), " "), strings.Join(strings.Fields(e.Body), " "))
			same(t, "problem", m.ReadProblem, "")
			same(t, "date", m.Date.UTC(), e.received().UTC())

			if e.MessageID != "" {
				same(t, "Message-ID", m.MessageID, e.MessageID)
			} else if !strings.HasPrefix(m.MessageID, "sha256-") || !strings.HasSuffix(m.MessageID, "@raw") {
				t.Errorf("made-up Message-ID %q", m.MessageID)
			}

			checkAttachments(t, m, e)
		})
	}
}

func checkAttachments(t *testing.T, m model.Message, e sampleMail) {
	t.Helper()
	if len(m.Attachments) != len(e.Attachments) {
		t.Fatalf("%d attachments %v, want %d", len(m.Attachments), m.Attachments, len(e.Attachments))
	}

	for i, want := range e.Attachments {
		got := m.Attachments[i]
		same(t, "attachment name", got.SafeName, want.Name)
		same(t, "attachment type", got.MIME, want.MIME)
		same(t, "attachment size", got.Size, want.Size)
		same(t, "attachment inline", got.Inline, want.Inline)
		content, err := mime.File(e.Raw, got)
		if err != nil || int64(len(content)) != want.Size {
			t.Errorf("attachment %d read again: %d bytes, %v", i, len(content), err)
		}
	}
}

func same[T comparable](t *testing.T, what string, got, want T) {
	t.Helper()
	if got != want {
		t.Errorf("%s: got %v, want %v", what, got, want)
	}
}

// extra names warnings that are true although the sample's list is silent about them.
func extra(id string) []string {
	return map[string][]string{"m19": {model.WarnReplyToDiffers}, "m24": {model.WarnSeveral}}[id]
}

func TestMatch_SampleMails(t *testing.T) {
	s := loadSample(t)
	d := s.directory()
	messages := s.read()
	thread := map[string]model.Message{}
	for i, m := range messages {
		e := s.Emails[i]
		if e.Direction == "out" {
			l := mail.Match(m, d, nil)
			m.PartnerID, m.AgreementIDs, m.ReferralCode = l.PartnerID, l.AgreementIDs, l.ReferralCode
			thread[m.MessageID] = m
		}
	}

	for i, m := range messages {
		e := s.Emails[i]
		t.Run(e.ID, func(t *testing.T) { checkLink(t, s, e, mail.Match(m, d, thread)) })
	}
}

func checkLink(t *testing.T, s sample, e sampleMail, l model.Link) {
	t.Helper()
	rule := map[string]string{"5_contact_or_org_address": model.RuleContact, "duplicate": model.RulePartnerNumber}[e.Expected.LinkRule]
	if rule == "" {
		rule = e.Expected.LinkRule
	}

	same(t, "rule", l.Rule, rule)
	same(t, "partner", l.PartnerID, number(e.Expected.PartnerID))
	same(t, "referral", l.ReferralCode, e.Expected.ReferralID)
	same(t, "category", l.Category, e.Expected.Category)
	same(t, "status", l.Status, "unregistered")
	var agreements []model.ID
	for _, code := range e.Expected.AgreementIDs {
		agreements = append(agreements, number(code))
	}

	if !slices.Equal(l.AgreementIDs, agreements) {
		t.Errorf("agreements %v, want %v", l.AgreementIDs, agreements)
	}
	if !slices.Equal(l.NumberHits, e.NumberHits) && len(e.NumberHits)+len(l.NumberHits) > 0 {
		t.Errorf("numbers %q, want %q", l.NumberHits, e.NumberHits)
	}

	checkWarnings(t, e, l)
}

// checkWarnings compares the warnings with the sample's, which are written for people, and finds nothing beyond them.
func checkWarnings(t *testing.T, e sampleMail, l model.Link) {
	t.Helper()
	want := extra(e.ID)
	for _, w := range e.Expected.Warnings {
		switch {
		case strings.HasPrefix(w, "suggest "):
			if !slices.Equal(l.Suggestions, []model.ID{number(strings.Fields(w)[1])}) {
				t.Errorf("suggestions %v, want %s", l.Suggestions, w)
			}
		case w == "store_once":
		default:
			want = append(want, code(w))
		}
	}

	var got []string
	for _, w := range l.Warnings {
		got = append(got, w.Code)
	}

	slices.Sort(got)
	slices.Sort(want)
	if !slices.Equal(got, want) {
		t.Errorf("warnings %v, want %v", got, want)
	}
}

func code(sentence string) string {
	for begin, code := range map[string]string{"delivery_failed": model.WarnDeliveryFailed, "domain shared": model.WarnSharedDomain,
		"display_name": model.WarnSpoof, "auto_submitted": model.WarnAutoSubmitted, "several active": model.WarnSeveral,
		"bulk_mail": model.WarnBulk} {
		if strings.HasPrefix(sentence, begin) {
			return code
		}
	}
	return sentence
}
