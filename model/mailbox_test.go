package model_test

import (
	"strings"
	"testing"

	"jejaring/model"
)

func TestMailbox_HostIsNoPathAndNameNoBook(t *testing.T) {
	for host, right := range map[string]bool{"imap.klinik.example": true, "127.0.0.1": true, "[::1]": true, "../../x": false,
		"https://imap.klinik.example": false, "a b": false, "admin@klinik.example": false} {
		m := model.NewMailbox()
		m.Host, m.User = host, "admin@klinik.example"
		if got := !m.Check().Has("host", model.CodeFormat); got != right {
			t.Errorf("%q is a server: %t", host, got)
		}
	}

	m := model.NewMailbox()
	m.Host = "imap.klinik.example"
	m.User = "admin@klinik.example"
	m.Name = strings.Repeat("Panjang sekali. ", 320)
	if !m.Check().Has("name", model.CodeTooLong) {
		t.Error("a name of 5,120 letters is taken")
	}
}
