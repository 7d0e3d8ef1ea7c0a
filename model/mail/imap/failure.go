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

	"jejaring/model"
)

// connectionFailure gives the failure of a connection its name.
func connectionFailure(err error) error {
	var invalid x509.CertificateInvalidError
	var verify *tls.CertificateVerificationError
	var record tls.RecordHeaderError
	var dns *net.DNSError
	var op *net.OpError
	known := model.ErrMailCut

	switch {
	case errors.Is(err, model.ErrMailProtocol), errors.Is(err, context.Canceled), errors.Is(err, context.DeadlineExceeded):
		return err
	case errors.As(err, &invalid) && invalid.Reason == x509.Expired:
		known = model.ErrMailCertificateExpired
	case errors.As(err, &verify):
		known = model.ErrMailCertificate
	case errors.As(err, &record):
		known = model.ErrMailSecurity
	case errors.As(err, &dns):
		known = model.ErrMailHost
	case errors.As(err, &op) && op.Op == "dial":
		known = model.ErrMailHost
	case errors.Is(err, os.ErrDeadlineExceeded):
		known = model.ErrMailSilent
	case errors.Is(err, io.EOF):
		return known
	}

	return fmt.Errorf("%w: %w", known, err)
}
