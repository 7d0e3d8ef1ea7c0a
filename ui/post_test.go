package ui_test

import (
	"context"
	"strings"
	"sync"

	"jejaring/model"
	"jejaring/ui/settings"
)

// post is a mail server that does what a test says.
type post struct {
	attached  []byte // what every attachment holds, or nil
	mu        sync.Mutex
	passwords map[model.ID]string
	folders   []string
	test      error
	sync      func(ctx context.Context, report func(model.Progress)) ([]model.SyncResult, error)
}

func (p *post) SetPassword(_ context.Context, box model.ID, password string) error {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.passwords == nil {
		p.passwords = map[model.ID]string{}
	}
	p.passwords[box] = password
	return nil
}

func (p *post) HasPassword(_ context.Context, box model.ID) bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.passwords[box] != ""
}

func (p *post) PasswordPlace() string { return "keyring" }

func (p *post) Test(context.Context, model.Mailbox, string) ([]string, error) {
	return p.folders, p.test
}

func (p *post) Sync(ctx context.Context, report func(model.Progress)) ([]model.SyncResult, error) {
	if p.sync == nil {
		return nil, nil
	}
	return p.sync(ctx, report)
}

func (p *post) Attachment(context.Context, model.ID, int) ([]byte, error) {
	if p.attached != nil {
		return p.attached, nil
	}
	return []byte("isi lampiran"), nil
}

// Quoted takes lines that begin with > for a quotation.
func (p *post) Quoted(body string) (fresh, quoted string) {
	for line := range strings.Lines(body) {
		if strings.HasPrefix(line, ">") {
			quoted += line
			continue
		}
		fresh += line
	}
	return fresh, quoted
}

func (p *post) Providers() []settings.Provider {
	return []settings.Provider{{Key: "gmail", Name: "Gmail", Host: "imap.gmail.com", Port: 993, Security: "tls", Hint: "mail.hint.app_password"},
		{Key: "cpanel", Name: "cPanel", Host: "mail.<domain>", Port: 993, Security: "tls", Hint: "mail.hint.hosting"}}
}
