package imap

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"fmt"
	"io"
	"net"
	"os"
	"strings"
	"testing"
	"unicode/utf8"

	goimap "github.com/emersion/go-imap"

	"jejaring/model"
)

func TestShown_IsOneLineThatHarmsNobody(t *testing.T) {
	for said, want := range map[string]string{
		"Ditolak.":                        "Ditolak.",
		" satu\r\ndua\ttiga\rempat\n":     "satu dua tiga empat",
		"merah\x1b[31m dan \x00nol":       "merah[31m dan nol",
		"balik \u202eterbalik\u202c":      "balik terbalik",
		"rusak \xff dan \xe9":             "rusak ? dan ?",
		"":                                "",
		"  \t ":                           "",
		strings.Repeat("a", 300) + "sisa": strings.Repeat("a", 300),
	} {
		if got := shown(said); got != want {
			t.Errorf("%q is shown as %q", said, got)
		}
	}

	if long := shown(strings.Repeat("é", 200) + "x"); len(long) != 300 || !utf8.ValidString(long) {
		t.Errorf("%d bytes of a long sentence", len(long))
	}
	if long := shown("x" + strings.Repeat("é", 200)); len(long) != 299 || !utf8.ValidString(long) {
		t.Errorf("%d bytes of a sentence that is cut in a sign", len(long))
	}
}

func TestWithSentence_AddsOnlyWhatWasSaid(t *testing.T) {
	for _, nothing := range []string{"", " ", noText} {
		if err := withSentence(errRefused, nothing); !errors.Is(err, errRefused) || err.Error() != errRefused.Error() {
			t.Errorf("%q: %v", nothing, err)
		}
	}

	err := withSentence(errRefused, "kotak penuh")
	var said model.ServerSaid
	if !errors.Is(err, errRefused) || !errors.As(err, &said) || said != "kotak penuh" {
		t.Errorf("%v, %q", err, said)
	}
}

func TestRefusal_IsOneForNoAndBad(t *testing.T) {
	for kind, want := range map[goimap.StatusRespType]error{goimap.StatusRespOk: nil, goimap.StatusRespNo: errRefused, goimap.StatusRespBad: errRefused,
		goimap.StatusRespPreauth: nil} {
		if err := refusal(&goimap.StatusResp{Type: kind, Info: "x"}); !errors.Is(err, want) {
			t.Errorf("%s: %v", kind, err)
		}
	}
}

// TestRefusedLogin_MeansThePasswordUnlessItSaysMore has what servers of well-known providers say.
func TestRefusedLogin_MeansThePasswordUnlessItSaysMore(t *testing.T) {
	for _, c := range []struct {
		info, alert, code string
		kind              goimap.StatusRespType
		want              error
		said              string
	}{
		{"Invalid credentials", "", "", goimap.StatusRespNo, model.ErrMailLogin, "Invalid credentials"},
		{"AUTHENTICATE failed.", "", "", goimap.StatusRespNo, model.ErrMailLogin, "AUTHENTICATE failed."},
		{"", "", "", goimap.StatusRespNo, model.ErrMailLogin, ""},
		{"kata sandi salah", "", "AUTHENTICATIONFAILED", goimap.StatusRespBad, model.ErrMailLogin, "kata sandi salah"},
		{"Basic authentication is disabled.", "", "", goimap.StatusRespNo, model.ErrMailRefused, "Basic authentication is disabled."},
		{"Application-specific password required", "", "", goimap.StatusRespNo, model.ErrMailRefused, "Application-specific password required"},
		{"Account is locked", "", "", goimap.StatusRespNo, model.ErrMailRefused, "Account is locked"},
		{"anything", "", "CONTACTADMIN", goimap.StatusRespNo, model.ErrMailRefused, "anything"},
		{"Invalid arguments", "", "", goimap.StatusRespBad, model.ErrMailRefused, "Invalid arguments"},
		{"(Failure)", "Web login required.", "ALERT", goimap.StatusRespNo, model.ErrMailRefused, "Web login required. (Failure)"},
		{"the same", "the same", "", goimap.StatusRespNo, model.ErrMailLogin, "the same"},
		{"you typed sangat-rahasia", "", "", goimap.StatusRespNo, model.ErrMailLogin, "you typed …"},
	} {
		err := refusedLogin("ani", "sangat-rahasia", &goimap.StatusResp{Type: c.kind, Code: goimap.StatusRespCode(c.code), Info: c.info}, c.alert)
		var said model.ServerSaid
		errors.As(err, &said)
		if !errors.Is(err, c.want) || string(said) != c.said || strings.Contains(err.Error(), "sangat-rahasia") {
			t.Errorf("%+v: %v, %q", c, err, said)
		}
	}
}

// TestConnectionFailure_HasANameForEverything: what Go says about a connection is a condition that the user reads a sentence about.
func TestConnectionFailure_HasANameForEverything(t *testing.T) {
	for name, c := range map[string]struct{ err, want error }{
		"an end":                   {io.EOF, model.ErrMailCut},
		"an end in the middle":     {io.ErrUnexpectedEOF, model.ErrMailCut},
		"a reset":                  {&net.OpError{Op: "read", Err: errors.New("connection reset by peer")}, model.ErrMailCut},
		"a closed line":            {net.ErrClosed, model.ErrMailCut},
		"nobody there":             {&net.OpError{Op: "dial", Err: errors.New("connection refused")}, model.ErrMailHost},
		"a name that nobody knows": {&net.DNSError{Name: "x.invalid"}, model.ErrMailHost},
		"silence":                  {fmt.Errorf("read: %w", os.ErrDeadlineExceeded), model.ErrMailSilent},
		"an expired certificate":   {x509.CertificateInvalidError{Reason: x509.Expired}, model.ErrMailCertificateExpired},
		"another's certificate":    {&tls.CertificateVerificationError{Err: errors.New("x")}, model.ErrMailCertificate},
		"no TLS at all":            {tls.RecordHeaderError{Msg: "x"}, model.ErrMailSecurity},
		"another protocol":         {fmt.Errorf("x: %w", model.ErrMailProtocol), model.ErrMailProtocol},
		"the user's end":           {context.Canceled, context.Canceled},
	} {
		if err := connectionFailure(c.err); !errors.Is(err, c.want) {
			t.Errorf("%s: %v", name, err)
		}
	}
}
