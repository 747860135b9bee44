package statbank

import (
	"crypto/tls"
	"crypto/x509"
	"errors"
	"io"
	"io/fs"
	"net"
	"os"
	"strings"
	"syscall"
)

// noReply says why a request got no reply, in the user's language where the
// cause is known; the system's words stand for any other.
func noReply(err error) any {
	var name *net.DNSError
	var step *net.OpError
	var slow net.Error
	switch {
	case errors.As(err, &step) && step.Op == "proxyconnect":
		return noProxy
	case errors.As(err, &name) && name.IsNotFound:
		return unknownName.With(printable(name.Name, 80))
	case errors.As(err, &name):
		return noNameServer
	case errors.Is(err, syscall.ECONNREFUSED):
		return notListening
	case errors.Is(err, syscall.ENETUNREACH), errors.Is(err, syscall.EHOSTUNREACH), errors.Is(err, syscall.ENETDOWN):
		return noWay
	case errors.As(err, &slow) && slow.Timeout(), errors.Is(err, os.ErrDeadlineExceeded):
		return noAnswer
	case isCertificate(err):
		return badCertificate
	case errors.As(err, new(tls.RecordHeaderError)), strings.Contains(err.Error(), "HTTP response to HTTPS client"):
		return notHTTPS
	case isCut(err):
		return closedEarly
	}
	return printable(err.Error(), 200)
}

func isCertificate(err error) bool {
	return errors.As(err, new(*tls.CertificateVerificationError)) || errors.As(err, new(x509.UnknownAuthorityError)) ||
		errors.As(err, new(x509.HostnameError)) || errors.As(err, new(x509.CertificateInvalidError))
}

// isCut says whether a connection was closed by the other end.
func isCut(err error) bool {
	return errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) || errors.Is(err, syscall.ECONNRESET) ||
		errors.Is(err, syscall.EPIPE)
}

// isNoHTTP says whether a server was reached and what it said is not HTTP. The
// standard library tells that in words only.
func isNoHTTP(err error) bool {
	text := err.Error()
	return !isCut(err) && (strings.Contains(text, "malformed") || strings.Contains(text, "net/http: HTTP/1.x transport connection broken") ||
		strings.Contains(text, "server response headers exceeded"))
}

// onDisk says why a file cannot be read or written, likewise.
func onDisk(err error) any {
	var inPath *fs.PathError
	switch {
	case errors.Is(err, fs.ErrPermission), errors.Is(err, syscall.EROFS):
		return noPermission
	case errors.Is(err, syscall.ENOSPC):
		return diskFull
	case errors.Is(err, syscall.ENOTDIR), errors.Is(err, fs.ErrExist):
		return noFolder
	case errors.Is(err, syscall.ELOOP):
		return linksAround
	case errors.Is(err, syscall.ENAMETOOLONG):
		return nameTooLong
	case errors.Is(err, syscall.EISDIR):
		return aFolder
	case errors.As(err, &inPath):
		return printable(inPath.Err.Error(), 200)
	}
	return printable(err.Error(), 200)
}
