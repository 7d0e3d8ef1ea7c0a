package main

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"jejaring/assets"
	"jejaring/model"
	"jejaring/model/testclock"
)

// expectedMail is what the sample file says about one of its mails.
type expectedMail struct {
	ID         string
	Direction  string
	Subject    string
	Number     []string `json:"number_hits"`
	MessageID  string   `json:"message_id"`
	Attachment []struct {
		Name string
		Size int64
	} `json:"attachments"`
	Expected struct {
		Partner    string   `json:"partner_id"`
		Agreements []string `json:"agreement_ids"`
		Referral   string   `json:"referral_id"`
		Category   string
		Rule       string `json:"link_rule"`
		Warnings   []string
		Language   string
	}
}

func expectedMails(t *testing.T) []expectedMail {
	t.Helper()
	var file struct{ Emails []expectedMail }
	if err := json.Unmarshal(assets.Sample, &file); err != nil {
		t.Fatal(err)
	}
	if len(file.Emails) != 30 {
		t.Fatalf("%d mails in the sample", len(file.Emails))
	}

	return file.Emails
}

// codes maps the identifiers of a register to the codes of the sample.
func codes[T any](t *testing.T, r model.Register[T], base func(T) model.Base) map[model.ID]string {
	t.Helper()
	list, err := r.Find(context.Background(), model.Query{})
	if err != nil {
		t.Fatal(err)
	}

	found := map[model.ID]string{0: ""}
	for _, x := range list {
		found[base(x).ID] = base(x).Code
	}

	return found
}

// checkMails compares the mails of a register with what the sample says about each: all are there once, under the
// right partner and agreements, by the right rule.
func checkMails(t *testing.T, o *office) {
	t.Helper()
	found, err := o.Messages().Find(context.Background(), model.Query{})
	if err != nil {
		t.Fatal(err)
	}
	if len(found) != 29 {
		t.Errorf("%d mails, want 29: m16 is m13 again", len(found))
	}

	partners := codes(t, o.Partners(), func(r model.Partner) model.Base { return r.Base })
	agreements := codes(t, o.Agreements(), func(r model.Agreement) model.Base { return r.Base })
	for _, e := range expectedMails(t) {
		i := slices.IndexFunc(found, func(m model.Message) bool {
			return m.MessageID == e.MessageID || e.MessageID == "" && m.Subject == e.Subject
		})
		if i < 0 {
			t.Errorf("%s is not there", e.ID)
			continue
		}

		if e.Expected.Rule == "duplicate" {
			continue
		}

		m := found[i]
		var linked []string
		for _, id := range m.AgreementIDs {
			linked = append(linked, agreements[id])
		}

		got := fmt.Sprintln(m.Direction, m.Subject, partners[m.PartnerID], linked, m.ReferralCode, m.Category, m.LinkRule, m.Language)
		want := fmt.Sprintln(e.Direction, e.Subject, e.Expected.Partner, e.Expected.Agreements, e.Expected.Referral, e.Expected.Category,
			strings.TrimSuffix(e.Expected.Rule, "_or_org_address"), e.Expected.Language)
		if got != want {
			t.Errorf("%s is\n%swant\n%s", e.ID, got, want)
		}

		checkWarnings(t, e, m)
	}
}

// checkWarnings looks for every warning that the sample names, in its own words for some of them.
func checkWarnings(t *testing.T, e expectedMail, m model.Message) {
	t.Helper()
	words := map[string]string{"display_name_matches": model.WarnSpoof, "domain shared": model.WarnSharedDomain, "bulk_mail": model.WarnBulk,
		"auto_submitted": model.WarnAutoSubmitted, "several active": model.WarnSeveral, "delivery_failed_for": model.WarnDeliveryFailed}
	for _, w := range e.Expected.Warnings {
		if strings.HasPrefix(w, "suggest ") {
			if len(m.Suggestions) != 1 {
				t.Errorf("%s: suggestions %v, want: %s", e.ID, m.Suggestions, w)
			}
			continue
		}

		for begin, code := range words {
			if strings.HasPrefix(w, begin) {
				w = code
			}
		}

		if !slices.ContainsFunc(m.Warnings, func(x model.Warning) bool { return x.Code == w }) {
			t.Errorf("%s: warnings %v, want %s", e.ID, m.Warnings, w)
		}
	}
}

func TestSampleRegister_MailsAreFiledAndLinked(t *testing.T) {
	ctx := context.Background()
	dir := t.TempDir()
	for range 2 {
		t.Setenv("JEJARING_NO_KEYRING", "1")
		o, err := openOffice(ctx, dir, sampleFile, clock{now: testclock.New()})
		if err != nil {
			t.Fatal(err)
		}
		if err := fillSample(ctx, o); err != nil {
			t.Fatal(err)
		}

		checkMails(t, o)
		if today := o.Today(); today.String() != "2026-11-21" {
			t.Errorf("the sample lives on %s", today)
		}
		if r, err := o.Check(ctx); err != nil || !r.OK {
			t.Errorf("%+v %v", r, err)
		}
		if err := o.Close(); err != nil {
			t.Fatal(err)
		}
	}

	if found := files(t, dir); !slices.Equal(found, []string{"sample-patients.json", "sample-patients.json.copy", "sample-patients.key", sampleFile, sampleFile + ".numbers", "secrets.lock"}) {
		t.Errorf("the folder holds %v", found)
	}
	if err := forgetSample(ctx, dir); err != nil {
		t.Error(err)
	}
	if found := files(t, dir); !slices.Equal(found, []string{"secrets.lock"}) {
		t.Errorf("after throwing it away the folder holds %v", found)
	}
}
