package imap

import (
	"bytes"
	"context"
	"crypto/tls"
	"crypto/x509"
	"fmt"
	"io"
	"net"
	"strconv"
	"strings"

	"jejaring/model"
)

// The library wants a text behind the word.
const (
	greetOK   = "* OK -\r\n"
	greetAuth = "* PREAUTH -\r\n"
)

// dial connects, encrypts and hears the greeting. The wire it returns begins with a greeting for the library.
func dial(ctx context.Context, a Account, literal int, o Options) (*wire, error) {
	if a.Security == Plain && !model.Loopback(a.Host) {
		return nil, fmt.Errorf("%s: %w", a.Host, model.ErrMailSecurity)
	}

	config, err := trust(a)
	if err != nil {
		return nil, err
	}

	within, cancel := context.WithTimeout(ctx, o.Idle)
	defer cancel()

	conn, err := o.Dial(within, "tcp", net.JoinHostPort(strings.Trim(a.Host, "[]"), strconv.Itoa(a.Port)))
	if err != nil {
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		return nil, fmt.Errorf("%w: %w", model.ErrMailHost, err)
	}

	stop := context.AfterFunc(ctx, func() { _ = conn.Close() })
	defer stop()

	g := newGuard(conn, o.Idle)
	w, err := greet(ctx, g, a.Security, config, literal)
	if err != nil {
		_ = conn.Close()
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		return nil, connectionFailure(err)
	}

	w.guard = g
	return w, nil
}

// trust accepts the system's authorities and those that the mailbox brings.
func trust(a Account) (*tls.Config, error) {
	config := &tls.Config{ServerName: strings.Trim(a.Host, "[]"), MinVersion: tls.VersionTLS12}

	if strings.TrimSpace(a.CA) == "" {
		return config, nil
	}

	pool, err := x509.SystemCertPool()
	if err != nil {
		pool = x509.NewCertPool()
	}

	if !pool.AppendCertsFromPEM([]byte(a.CA)) {
		return nil, fmt.Errorf("extra authority is no PEM certificate: %w", model.ErrMailCertificate)
	}

	config.RootCAs = pool
	return config, nil
}

// greet encrypts when that is to come first, and hears the greeting.
func greet(ctx context.Context, conn net.Conn, security Security, config *tls.Config, literal int) (*wire, error) {
	if security == TLS {
		secured := tls.Client(conn, config)
		if err := secured.HandshakeContext(ctx); err != nil {
			return nil, err
		}
		conn = secured
	}

	w := newWire(conn, literal)
	line, err := w.line()
	if err != nil {
		return nil, err
	}

	greeting := string(bytes.ToUpper(bytes.TrimSpace(line)))
	switch {
	case strings.HasPrefix(greeting, "* BYE"):
		sentence, _ := spoken(bytes.TrimSpace(line), "BYE")
		return nil, withSentence(fmt.Errorf("server says BYE: %w", model.ErrMailCut), sentence)
	case strings.HasPrefix(greeting, "* PREAUTH") && security == STARTTLS:
		return nil, fmt.Errorf("server skips STARTTLS: %w", model.ErrMailSecurity)
	case strings.HasPrefix(greeting, "* PREAUTH"):
		w.push(greetAuth)
		return w, nil
	case greeting != "* OK" && !strings.HasPrefix(greeting, "* OK "):
		return nil, fmt.Errorf("greeting: %w", model.ErrMailProtocol)
	}

	if security == STARTTLS {
		return upgrade(ctx, w, config, literal)
	}

	w.push(greetOK)
	return w, nil
}

// upgrade begins TLS on a plain connection. Whatever was said in the clear before is forgotten.
func upgrade(ctx context.Context, w *wire, config *tls.Config, literal int) (*wire, error) {
	if _, err := io.WriteString(w.Conn, "tls1 STARTTLS\r\n"); err != nil {
		return nil, err
	}

	for {
		line, err := w.line()
		if err != nil {
			return nil, err
		}

		said := strings.Fields(strings.ToUpper(string(line[:min(len(line), 80)])))
		if len(said) == 0 || said[0] != "TLS1" {
			continue
		}
		// What came behind the answer came in the clear, perhaps from somebody between: it must not count as said under TLS.
		if len(said) < 2 || said[1] != "OK" || w.in.Buffered() > 0 {
			return nil, fmt.Errorf("STARTTLS refused: %w", model.ErrMailSecurity)
		}

		break
	}

	secured := tls.Client(w.Conn, config)
	if err := secured.HandshakeContext(ctx); err != nil {
		return nil, err
	}

	fresh := newWire(secured, literal)
	fresh.push(greetOK)

	return fresh, nil
}
