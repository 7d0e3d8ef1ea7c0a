package model_test

import (
	"errors"
	"fmt"
	"testing"

	"jejaring/model"
)

func TestMissing_IsWhatDidNotCome(t *testing.T) {
	for name, c := range map[string]struct {
		m             model.Missing
		folder, mails bool
		says          string
	}{
		"a folder": {model.Missing{Folders: []string{"Arsip"}}, true, false, "Arsip: mail folder cannot be read"},
		"mails":    {model.Missing{Mails: 2, Of: 9}, false, true, "2 of 9: mail server did not hand over all mails"},
		"folder and mails": {model.Missing{Folders: []string{"A", "B"}, Mails: 1, Of: 4}, true, true,
			"A, B: mail folder cannot be read; 1 of 4: mail server did not hand over all mails"},
		"nothing": {model.Missing{}, false, false, ""},
	} {
		err := fmt.Errorf("sync: %w", &c.m)
		if errors.Is(err, model.ErrMailFolder) != c.folder || errors.Is(err, model.ErrMailIncomplete) != c.mails || c.m.Error() != c.says {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestSyncResult_KeepsInShortHowItEnded: the key for our words, the server's own sentence, and which folders it was about.
func TestSyncResult_KeepsInShortHowItEnded(t *testing.T) {
	var r model.SyncResult
	r.Fail("mail_login", fmt.Errorf("%w: %w", model.ErrMailLogin, model.ServerSaid("Invalid credentials (Failure)")))
	if r.Error != "mail_login" || r.ServerSaid != "Invalid credentials (Failure)" || r.Unread != "" {
		t.Errorf("%+v", r)
	}

	r = model.SyncResult{}
	r.Fail("mail_folder", fmt.Errorf("sync: %w", &model.Missing{Folders: []string{"Arsip", "Surat Masuk"}}))
	if r.Error != "mail_folder" || r.ServerSaid != "" || r.Unread != "Arsip, Surat Masuk" {
		t.Errorf("%+v", r)
	}

	r = model.SyncResult{}
	if r.Fail("mail_cut", model.ErrMailCut); r.Error != "mail_cut" || r.ServerSaid != "" || r.Unread != "" {
		t.Errorf("%+v", r)
	}
}

// TestSyncResult_IsPartlyReadWhenSomethingCame.
func TestSyncResult_IsPartlyReadWhenSomethingCame(t *testing.T) {
	for _, c := range []struct {
		r    model.SyncResult
		want bool
	}{
		{model.SyncResult{Error: "mail_incomplete", Fetched: 1}, true},
		{model.SyncResult{Error: "mail_incomplete", Known: 3}, true},
		{model.SyncResult{Error: "mail_incomplete", Failed: 3}, false},
		{model.SyncResult{Error: "mail_login", Fetched: 1}, false},
		{model.SyncResult{Fetched: 1}, false},
	} {
		if got := c.r.Partly(); got != c.want {
			t.Errorf("%+v was read partly: %v", c.r, got)
		}
	}
}

func TestUnread_IsEveryMailboxThatFailed(t *testing.T) {
	err := error(model.Unread{{Name: "Humas", Err: model.ErrMailLogin}, {Name: "Direktur", Err: fmt.Errorf("dial: %w", model.ErrMailHost)}})
	if !errors.Is(err, model.ErrMailLogin) || !errors.Is(err, model.ErrMailHost) || errors.Is(err, model.ErrMailSilent) {
		t.Error("a condition of one mailbox is lost, or another was added")
	}
	if got := err.Error(); got != "Humas: mail server refuses user or password; Direktur: dial: mail server cannot be reached" {
		t.Error(got)
	}
}

// TestErrors_AKeyOrPasswordThatIsAwayForNowIsStillAway: who only asks whether it is there need not know why not.
func TestErrors_AKeyOrPasswordThatIsAwayForNowIsStillAway(t *testing.T) {
	for _, err := range []error{model.ErrKeyUnreadable, model.ErrKeyDamaged, model.ErrKeyringClosed, model.ErrOtherKey} {
		if !errors.Is(err, model.ErrKeyLost) || errors.Is(err, model.ErrNoPassword) {
			t.Error(err)
		}
	}
	for _, err := range []error{model.ErrKeyringSilent, model.ErrPasswordGone, model.ErrPasswordUnreadable, model.ErrPasswordDamaged} {
		if !errors.Is(err, model.ErrNoPassword) || errors.Is(err, model.ErrKeyLost) {
			t.Error(err)
		}
	}
}

// TestMailbox_WithoutEncryptionOnlyOnThisComputer: TLS is mandatory (brief section 6.3).
func TestMailbox_WithoutEncryptionOnlyOnThisComputer(t *testing.T) {
	for host, own := range map[string]bool{"localhost": true, "127.0.0.53": true, "::1": true, "[::1]": true, "0.0.0.0": false, "192.168.1.2": false,
		"imap.example.org": false, "127.0.0.1.example.org": false, "": false} {
		if got := model.Loopback(host); got != own {
			t.Errorf("%q is this computer: %v", host, got)
		}
		m := model.Mailbox{Host: host, Port: 143, Security: "none", User: "humas"}
		if refused := m.Validate() != nil; refused == own {
			t.Errorf("%q is asked in plain text: %v", host, !refused)
		}
	}
}

func TestMessage_IsLinkedToAPartnerOrAnAgreement(t *testing.T) {
	for name, c := range map[string]struct {
		m    model.Message
		want bool
	}{
		"nobody":                  {model.Message{}, false},
		"only suggested":          {model.Message{Suggestions: []model.ID{3}}, false},
		"a partner":               {model.Message{PartnerID: 3}, true},
		"an agreement":            {model.Message{AgreementIDs: []model.ID{3}}, true},
		"a number without record": {model.Message{NumberHits: []string{"003/PKS/KLN-SM/XII/2024"}}, false},
	} {
		if got := c.m.Linked(); got != c.want {
			t.Errorf("%s: linked %v", name, got)
		}
	}
}
