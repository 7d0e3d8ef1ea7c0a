package mail

import (
	"bytes"
	"fmt"
	"slices"
	"strings"

	"github.com/emersion/go-imap"
	"github.com/emersion/go-imap/commands"
	"github.com/emersion/go-imap/responses"
	"github.com/emersion/go-sasl"

	"jejaring/model"
)

// login says who reads. A server that refuses says why, in a sentence of its own, which the user is to read.
func (s *session) login(user, password string) error {
	if _, err := s.send(&commands.Noop{}, nil, nil); err != nil {
		return err
	}
	if s.c.State() != imap.NotAuthenticatedState {
		return nil
	}
	plain, err := s.c.SupportAuth(sasl.Plain)
	if err != nil {
		return s.failure(err)
	}
	disabled, err := s.c.Support("LOGINDISABLED")
	if err != nil {
		return s.failure(err)
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
	status, err := s.authenticate(plain, user, password, hear)
	if err != nil {
		return err
	}
	if status.Type == imap.StatusRespOk {
		s.c.SetState(imap.AuthenticatedState, nil)
		return nil
	}
	return refusedLogin(user, password, status, alert)
}

func (s *session) authenticate(plain bool, user, password string, hear func([]byte) bool) (*imap.StatusResp, error) {
	login := &commands.Login{Username: user, Password: password}
	if !plain {
		return s.send(login, nil, hear)
	}
	mechanism := sasl.NewPlainClient("", user, password)
	name, first, err := mechanism.Start()
	if err != nil {
		return nil, err
	}
	command := &commands.Authenticate{Mechanism: name}
	answer := &responses.Authenticate{Mechanism: mechanism, InitialResponse: first, RepliesCh: make(chan []byte, 10)}
	if atOnce, err := s.c.Support("SASL-IR"); err == nil && atOnce {
		command.InitialResponse, answer.InitialResponse = first, nil
	}
	status, err := s.send(command, answer, hear)
	if err == nil && status.Type == imap.StatusRespBad {
		return s.send(login, nil, hear) // offered, but not understood
	}
	return status, err
}

// refusedLogin tells a wrong password from all other reasons. A server that gives no reason means the password (RFC 3501,
// 6.2.3), unless its sentence speaks of something else.
func refusedLogin(user, password string, status *imap.StatusResp, alert string) error {
	sentence := status.Info
	if alert != "" && alert != sentence {
		sentence = strings.TrimSuffix(alert, ".") + ". " + sentence
	}
	if len(password) > 3 {
		sentence = strings.ReplaceAll(sentence, password, "…")
	}
	cause := model.ErrMailRefused
	switch code := string(status.Code); {
	case code == "AUTHENTICATIONFAILED":
		cause = model.ErrMailLogin
	case code == "" && status.Type == imap.StatusRespNo && !otherReason(sentence):
		cause = model.ErrMailLogin
	}
	return said(fmt.Errorf("%s: %w", user, cause), sentence)
}

// otherReason reports whether a refusal without a code speaks of something else than user and password.
func otherReason(sentence string) bool {
	spoken := words(sentence)
	return slices.ContainsFunc([]string{"disabled", "enable", "enabled", "unavailable", "temporary", "temporarily", "later", "many",
		"limit", "limited", "exceeded", "quota", "locked", "blocked", "suspended", "expired", "browser", "web", "maintenance", "plaintext",
		"ssl", "tls", "encryption", "permission", "permitted", "allowed", "internal", "busy", "overloaded", "specific", "oauth", "basic"},
		func(word string) bool { return slices.Contains(spoken, word) })
}
