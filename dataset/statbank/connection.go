package statbank

import (
	"crypto/tls"
	"crypto/x509"
	"errors"
	"io"
	"net"
	"net/http"
	"net/url"
	"syscall"

	"github.com/raaderum/raaderum/internal/sysreason"
	"github.com/raaderum/raaderum/lang"
)

// connectionError returns the error of a request that got no reply. replied says that the
// server did say something, which was not HTTP. Another attempt may succeed, unless the
// server is not the one that was meant.
func connectionError(err error, replied bool) *Error {
	var decided *Error
	if errors.As(err, &decided) {
		return decided // checkRedirect or checkProxy made it
	}
	var wrapped *url.Error
	cause := err
	if errors.As(err, &wrapped) {
		cause = wrapped.Err // the sentence already has the address
	}
	var name *net.DNSError
	var step *net.OpError
	isStep := errors.As(err, &step)
	e := &Error{Kind: Unreachable, Err: err, again: true}
	var why lang.Localized
	switch {
	case isCertificate(err):
		why, e.again = badCertificate, false
	case errors.As(err, new(tls.RecordHeaderError)), errors.Is(err, http.ErrSchemeMismatch):
		why, e.again = notHTTPS, false
	case isStep && step.Op == "proxyconnect":
		why, e.nowhere = noProxy, true
	case isCut(err):
		why = closedEarly
	case replied && !isStep:
		return &Error{Kind: WrongReply, Err: err, message: notHTTP.With()}
	default:
		why = sysreason.Describe(cause)
		e.nowhere = errors.As(err, &name) || isStep && step.Op == "dial"
	}
	e.message = unreachable.With(why)
	return e
}

// isCertificate says whether a server could not prove who it is.
func isCertificate(err error) bool {
	return errors.As(err, new(*tls.CertificateVerificationError)) ||
		errors.As(err, new(x509.UnknownAuthorityError)) ||
		errors.As(err, new(x509.HostnameError)) ||
		errors.As(err, new(x509.CertificateInvalidError))
}

// isCut says whether a connection was closed by the other end.
func isCut(err error) bool {
	return errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) ||
		errors.Is(err, syscall.ECONNRESET) || errors.Is(err, syscall.EPIPE)
}
