package store_test

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"jejaring/model"
	"jejaring/model/store"
)

func mailDate() time.Time { return time.Date(2026, 11, 20, 3, 0, 0, 0, time.UTC) }

func archive(t *testing.T) (*store.Store, model.ID) {
	t.Helper()
	s := newStore(t)
	box := newMailbox(1)
	if err := s.Mailboxes().Save(t.Context(), &box); err != nil {
		t.Fatal(err)
	}
	return s, box.ID
}

func mail(box model.ID, uid uint32, id, subject, body string) model.Filed {
	return model.Filed{
		Message: model.Message{MailboxID: box, Folder: "INBOX", UIDValidity: 7, UID: uid, MessageID: id, Subject: subject,
			Direction: "in", Status: "unregistered", SenderName: "Sari", SenderEmail: "sari@mitra.example.org", Body: body,
			Date: mailDate().Add(time.Duration(uid) * time.Second), Recipients: []string{"admin@klinik-sm.example.com"},
			LinkRule: model.RuleNone, Attachments: []model.Attachment{{Name: "lampiran.pdf"}}},
		Raw: []byte("Message-ID: <" + id + ">\r\nSubject: " + subject + "\r\n\r\n" + body + "\r\n"),
	}
}

func file(t *testing.T, s *store.Store, batch ...model.Filed) int {
	t.Helper()
	return must(s.Mail().File(t.Context(), batch))(t)
}

func TestFile_KeepsMailWhole(t *testing.T) {
	s, box := archive(t)
	long := strings.Repeat("Yth. Ibu Nur Aisyah, ", 400)
	batch := []model.Filed{mail(box, 1, "a@x.example.com", "Permohonan praktik", long)}
	if n := file(t, s, batch...); n != 1 {
		t.Fatal(n)
	}

	id := must(s.Messages().IDs(t.Context(), model.Query{Text: "lampiran praktik"}))(t)
	if len(id) != 1 {
		t.Fatal(id)
	}

	got := must(s.Messages().Get(t.Context(), id[0]))(t)
	digest := sha256.Sum256(batch[0].Raw)
	want := batch[0].Message
	want.RawSize = int64(len(batch[0].Raw))
	want.RawSHA256 = hex.EncodeToString(digest[:])
	if diff := cmp.Diff(want, got, cmpopts.IgnoreTypes(model.Base{}), cmpopts.EquateEmpty()); diff != "" {
		t.Error(diff)
	}
	if raw := must(s.Mail().Raw(t.Context(), id[0]))(t); string(raw) != string(batch[0].Raw) {
		t.Errorf("raw %q", raw)
	}
	if row := must(s.Messages().Rows(t.Context(), id))(t); len(row[0].Body) != 300 || !strings.HasPrefix(long, row[0].Body) {
		t.Errorf("list carries %d bytes of text", len(row[0].Body))
	}
	if known := must(s.Mail().Known(t.Context(), box, "INBOX", 7))(t); len(known) != 1 || !known[1] {
		t.Errorf("known %v", known)
	}
}

func TestFile_SameMailOnce(t *testing.T) {
	s, box := archive(t)
	first := mail(box, 1, "a@x.example.com", "Tagihan", "Jumlah:  100 \n\n")
	again := mail(box, 9, "a@x.example.com", "Tagihan", "Jumlah:  100")
	again.Raw = []byte("Received: by other\nMessage-ID: <a@x.example.com>\n\nJumlah:  100\n")
	moved := mail(box, 3, "a@x.example.com", "Tagihan", "Jumlah:  100")
	moved.Message.Folder = "Arsip"
	other := mail(box, 4, "a@x.example.com", "Tagihan", "Jumlah: 200")
	if n := file(t, s, first, again, moved, other); n != 2 {
		t.Errorf("%d new", n)
	}
	if n := file(t, s, first, other); n != 0 {
		t.Errorf("%d new the second time", n)
	}

	all := must(s.Messages().Find(t.Context(), model.Query{}))(t)
	if len(all) != 2 || len(all[1].Warnings) != 0 || len(all[0].Warnings) != 1 || all[0].Warnings[0].Code != model.WarnDuplicateMessage {
		t.Errorf("%+v", all)
	}
	if known := must(s.Mail().Known(t.Context(), box, "INBOX", 7))(t); !known[1] || !known[9] || !known[4] || len(known) != 3 {
		t.Errorf("known %v", known)
	}

	lines := must(s.History(t.Context(), "mailbox", box, 1))(t)
	if lines[0].Action != "mail_sync" || string(lines[0].After) != `{"fetched":0,"known":2}` {
		t.Errorf("%s %s", lines[0].Action, lines[0].After)
	}
}

func TestFile_AllOrNothing(t *testing.T) {
	s, box := archive(t)
	batch := []model.Filed{mail(box, 1, "a@x.example.com", "A", "a"), mail(99, 2, "b@x.example.com", "B", "b")}
	if n, err := s.Mail().File(t.Context(), batch); err == nil || n != 0 || batch[0].Message.ID != 0 {
		t.Errorf("%d, %v, id %d", n, err, batch[0].Message.ID)
	}
	if all := must(s.Messages().IDs(t.Context(), model.Query{}))(t); len(all) != 0 {
		t.Error(all)
	}
}

func TestFile_HostileMail(t *testing.T) {
	s, box := archive(t)
	odd := mail(box, 1, "", "\xff\xfe\x00'; DROP TABLE message; --", "\x00\xc3\x28 \u202e")
	odd.Message.SenderName, odd.Message.Recipients = strings.Repeat("é\xe9", 5000), []string{"\xf0\x28"}
	empty := model.Filed{Message: model.Message{MailboxID: box, Folder: "INBOX\x00", UID: 4294967295, Direction: "in", Status: "unregistered"}}
	old := mail(box, 3, "c@x.example.com", "old", "x")
	old.Message.Date = time.Date(-5, 1, 1, 0, 0, 0, 0, time.UTC)
	far := mail(box, 4, "d@x.example.com", "far", "x")
	far.Message.Date = time.Date(12026, 1, 1, 0, 0, 0, 0, time.UTC)
	if n := file(t, s, odd, empty, old, far); n != 4 {
		t.Errorf("%d new", n)
	}
	if all := must(s.Messages().Find(t.Context(), model.Query{}))(t); len(all) != 4 {
		t.Errorf("%d listed", len(all))
	}
	if r := must(s.Check(t.Context()))(t); !r.OK {
		t.Error(r.Findings)
	}
}

func TestFail_IsTriedAgain(t *testing.T) {
	s, box := archive(t)
	for range 2 {
		if err := s.Mail().Fail(t.Context(), box, "INBOX", 7, 5, "mail_cut"); err != nil {
			t.Fatal(err)
		}
	}

	if known := must(s.Mail().Known(t.Context(), box, "INBOX", 7))(t); len(known) != 0 {
		t.Errorf("known %v", known)
	}
	if n := file(t, s, mail(box, 5, "a@x.example.com", "A", "a")); n != 1 {
		t.Error(n)
	}
	if err := s.Mail().Fail(t.Context(), box, "INBOX", 7, 5, "late"); err != nil {
		t.Fatal(err)
	}
	if known := must(s.Mail().Known(t.Context(), box, "INBOX", 7))(t); !known[5] {
		t.Errorf("known %v", known)
	}
	if err := s.Mail().Fail(t.Context(), 99, "INBOX", 7, 5, "x"); !errors.Is(err, model.ErrNotFound) {
		t.Error(err)
	}
}

func TestLink_RulesYieldToPeople(t *testing.T) {
	s, box := archive(t)
	p := newPartner(1)
	if err := s.Partners().Save(t.Context(), &p); err != nil {
		t.Fatal(err)
	}

	file(t, s, mail(box, 2, "b@x.example.com", "B", "b"), mail(box, 1, "a@x.example.com", "A", "a"))
	pending := must(s.Mail().Pending(t.Context(), 0, 10))(t)
	if len(pending) != 2 || pending[0].Subject != "A" || pending[0].Body != "a" {
		t.Fatalf("pending %+v", pending)
	}

	rule := model.Link{PartnerID: p.ID, Rule: model.RuleContact, Confidence: 0.8, Category: "permohonan",
		Warnings: []model.Warning{{Code: model.WarnUrgent}}}
	if err := s.Mail().Link(t.Context(), pending[0].ID, rule); err != nil {
		t.Fatal(err)
	}

	got := must(s.Messages().Get(t.Context(), pending[0].ID))(t)
	if got.PartnerName != p.Name || got.LinkRule != model.RuleContact || got.Status != "unregistered" || len(got.Warnings) != 1 {
		t.Errorf("%+v", got)
	}

	got.PartnerID, got.Status, got.Subject, got.Body = 0, "ignored", "changed", "changed"
	if err := s.Messages().Save(t.Context(), &got); err != nil {
		t.Fatal(err)
	}
	if got.Subject != "A" || got.Body != "a" || !got.LinkedByUser || got.LinkRule != model.RuleUser || got.Linked() {
		t.Errorf("after a person's save: %+v", got)
	}
	if err := s.Mail().Link(t.Context(), got.ID, rule); err != nil {
		t.Fatal(err)
	}
	if after := must(s.Messages().Get(t.Context(), got.ID))(t); after.PartnerID != 0 || after.Status != "ignored" {
		t.Errorf("a rule overrode a person: %+v", after)
	}

	linked := must(s.Messages().IDs(t.Context(), model.Query{Filter: model.Filters{model.ByLinked: "yes"}}))(t)
	if left := must(s.Mail().Pending(t.Context(), 0, 0))(t); len(left) != 1 || len(linked) != 0 {
		t.Errorf("%d pending, %d linked", len(left), len(linked))
	}

	found := must(s.Mail().ByMessageID(t.Context(), []string{"a@x.example.com", "none"}))(t)
	if len(found) != 1 || found["a@x.example.com"].ID != got.ID {
		t.Errorf("%v", found)
	}
	if err := s.Messages().Save(t.Context(), &model.Message{Status: "filed"}); !errors.Is(err, errors.ErrUnsupported) {
		t.Error(err)
	}
}

func TestSynced_DoesNotDisturbAForm(t *testing.T) {
	s, box := archive(t)
	form := must(s.Mailboxes().Get(t.Context(), box))(t)
	want := model.SyncResult{At: mailDate(), Fetched: 3, Linked: 2}
	if err := s.Mail().Synced(t.Context(), box, want); err != nil {
		t.Fatal(err)
	}

	form.Name = "Kotak utama"
	if err := s.Mailboxes().Save(t.Context(), &form); err != nil || form.LastSync != want {
		t.Errorf("%v, %+v", err, form.LastSync)
	}
	if err := s.Mail().Synced(t.Context(), 99, want); !errors.Is(err, model.ErrNotFound) {
		t.Error(err)
	}
}

func TestPurge_TakesWhatNothingNeeds(t *testing.T) {
	s, box := archive(t)
	file(t, s, mail(box, 1, "a@x.example.com", "Buang", "a"))
	id := must(s.Messages().IDs(t.Context(), model.Query{}))(t)[0]
	if err := s.Messages().Delete(t.Context(), id); err != nil {
		t.Fatal(err)
	}

	p := newPartner(1)
	if err := s.Partners().Save(t.Context(), &p); err != nil {
		t.Fatal(err)
	}

	a := newDraft(p.ID)
	for _, err := range []error{s.Agreements().Save(t.Context(), &a), s.Agreements().Delete(t.Context(), a.ID),
		s.Partners().Delete(t.Context(), p.ID), s.Agreements().Restore(t.Context(), a.ID)} {
		if err != nil {
			t.Fatal(err)
		}
	}

	if n := must(s.PurgeTrash(t.Context(), mailDate()))(t); n != 0 {
		t.Errorf("%d went too early", n)
	}
	if n := must(s.PurgeTrash(t.Context(), mailDate().AddDate(1, 0, 0)))(t); n != 1 {
		t.Errorf("%d went", n)
	}
	if _, err := s.Mail().Raw(t.Context(), id); !errors.Is(err, model.ErrNotFound) {
		t.Error(err)
	}
	if known := must(s.Mail().Known(t.Context(), box, "INBOX", 7))(t); !known[1] {
		t.Error("a purged mail would come back")
	}
	if _, err := s.Partners().Get(t.Context(), p.ID); err != nil {
		t.Error("a partner went that an agreement needs")
	}
	if r := must(s.Check(t.Context()))(t); !r.OK {
		t.Error(r.Findings)
	}
}

func TestDirectory_OfTheSample(t *testing.T) {
	s := sampleStore(t)
	box := newMailbox(1)
	box.User = "Sekretariat@Klinik-SM.example.com"
	if err := s.Mailboxes().Save(t.Context(), &box); err != nil {
		t.Fatal(err)
	}

	d := must(s.Mail().Directory(t.Context()))(t)
	for _, own := range []string{"admin@klinik-sm.example.com", "sekretariat@klinik-sm.example.com", "nur.aisyah@klinik-sm.example.com"} {
		if !slices.Contains(d.OwnAddresses, own) {
			t.Errorf("%s is missing", own)
		}
	}

	id := func(kind model.Entity, code string) model.ID { return byCode(t, s, kind, code) }
	for number, want := range map[string]model.NumberTarget{
		"003/PKS/KLN-SM/XII/2024":    {Type: "PKS", PartnerID: id("partner", "P02"), AgreementIDs: []model.ID{id("agreement", "A02")}},
		"001/MOU/KLN-SM/VI/2025":     {Type: "MOU", PartnerID: id("partner", "P05"), AgreementIDs: []model.ID{id("agreement", "A05")}},
		"001/SPB-AKH/KLN-SM/IX/2026": {Type: "SPB-AKH", PartnerID: id("partner", "P02"), AgreementIDs: []model.ID{id("agreement", "A02")}},
		"028/RJK/KLN-SM/X/2026":      {Type: "RJK", PartnerID: id("partner", "P01"), AgreementIDs: []model.ID{id("agreement", "A01")}, ReferralCode: "F28"},
		"001/ADD/KLN-SM/X/2026":      {Type: "ADD", PartnerID: id("partner", "P10"), AgreementIDs: []model.ID{id("agreement", "A13")}},
	} {
		want.Number = number
		if diff := cmp.Diff(want, d.Numbers[model.NormalNumber(number)]); diff != "" {
			t.Errorf("%s: %s", number, diff)
		}
	}

	if got := d.PartnerNumbers["445/017/RSUD-TS/II/2025"]; got.PartnerID != id("partner", "P01") {
		t.Errorf("%+v", got)
	}
	if len(d.Partners) != 12 || len(d.Partners[1].Agreements) != 3 || fmt.Sprint(d.Partners[0].Domains) != "[rsud-tirtasana.example.org]" {
		t.Errorf("%+v", d.Partners[1])
	}
}

func TestFile_KeepsWhatIsEnclosedAndFindsIt(t *testing.T) {
	s, box := archive(t)
	one := mail(box, 1, "luar@x.example.com", "Terusan", "Kami teruskan.")
	one.Message.Enclosed = "Perihal: Perjanjian tertandatangani\n\nTerlampir."
	file(t, s, one)
	ids := must(s.Messages().IDs(t.Context(), model.Query{Text: "tertandatangani"}))(t)
	if len(ids) != 1 {
		t.Fatal(ids)
	}
	if got := must(s.Messages().Get(t.Context(), ids[0]))(t); got.Enclosed != one.Message.Enclosed {
		t.Errorf("enclosed is %q", got.Enclosed)
	}
}
