package imap

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"unicode"

	goimap "github.com/emersion/go-imap"
	"github.com/emersion/go-imap/commands"
	"github.com/emersion/go-imap/responses"
	"github.com/emersion/go-sasl"

	"jejaring/model"
)

// login says who reads. A server that refuses says why, in a sentence of its own, which the user is to read.
func (c *Connection) login(user, password string) error {
	if _, err := c.send(&commands.Noop{}, nil, nil); err != nil {
		return err
	}
	if c.client.State() != goimap.NotAuthenticatedState {
		return nil
	}

	plain, err := c.client.SupportAuth(sasl.Plain)
	if err != nil {
		return c.failure(err)
	}

	disabled, err := c.client.Support("LOGINDISABLED")
	if err != nil {
		return c.failure(err)
	}
	if !plain && disabled {
		return fmt.Errorf("%s: server takes no passwords: %w", user, model.ErrMailRefused)
	}

	var alert string
	hear := func(resp []byte) bool {
		for _, kind := range []string{"OK", "NO", "BAD"} {
			if sentence, ok := spoken(resp, kind); ok && (kind != "OK" || bytes.Contains(resp, []byte("[ALERT]"))) {
				alert = sentence
			}
		}

		return false
	}

	status, err := c.authenticate(plain, user, password, hear)
	if err != nil {
		return err
	}

	if status.Type == goimap.StatusRespOk {
		// The command went past the library's own Login.
		c.client.SetState(goimap.AuthenticatedState, nil)
		return nil
	}

	return refusedLogin(user, password, status, alert)
}

// authenticate says user and password as PLAIN where the server offers that, and by LOGIN otherwise.
func (c *Connection) authenticate(plain bool, user, password string, hear func([]byte) bool) (*goimap.StatusResp, error) {
	login := &commands.Login{Username: user, Password: password}
	if !plain {
		return c.send(login, nil, hear)
	}

	mechanism := sasl.NewPlainClient("", user, password)
	name, first, err := mechanism.Start()
	if err != nil {
		return nil, err
	}

	command := &commands.Authenticate{Mechanism: name}
	answer := &responses.Authenticate{Mechanism: mechanism, InitialResponse: first, RepliesCh: make(chan []byte, 10)}
	if atOnce, err := c.client.Support("SASL-IR"); err == nil && atOnce {
		command.InitialResponse = first
		answer.InitialResponse = nil
	}

	status, err := c.send(command, answer, hear)
	if err == nil && status.Type == goimap.StatusRespBad {
		return c.send(login, nil, hear) // offered, but not understood
	}

	return status, err
}

// refusedLogin tells a wrong password from all other reasons. A server that gives no reason means the password (RFC 3501,
// 6.2.3), unless its sentence speaks of something else.
func refusedLogin(user, password string, status *goimap.StatusResp, alert string) error {
	sentence := status.Info
	if alert != "" && alert != sentence {
		sentence = strings.TrimSuffix(alert, ".") + ". " + sentence
	}

	// Some servers repeat what was typed. A very short password would turn words into riddles.
	if len(password) > 3 {
		sentence = strings.ReplaceAll(sentence, password, "…")
	}

	cause := model.ErrMailRefused
	switch code := string(status.Code); {
	case code == "AUTHENTICATIONFAILED":
		cause = model.ErrMailLogin
	case code == "" && status.Type == goimap.StatusRespNo && !otherReason(sentence):
		cause = model.ErrMailLogin
	}

	return withSentence(fmt.Errorf("%s: %w", user, cause), sentence)
}

// otherReason reports whether a refusal without a code speaks of something else than user and password.
func otherReason(sentence string) bool {
	words := strings.FieldsFunc(strings.ToLower(sentence), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	return slices.ContainsFunc([]string{"disabled", "enable", "enabled", "unavailable", "temporary", "temporarily", "later", "many",
		"limit", "limited", "exceeded", "quota", "locked", "blocked", "suspended", "expired", "browser", "web", "maintenance", "plaintext",
		"ssl", "tls", "encryption", "permission", "permitted", "allowed", "internal", "busy", "overloaded", "specific", "oauth", "basic"},
		func(word string) bool { return slices.Contains(words, word) })
}
