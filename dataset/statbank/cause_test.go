package statbank_test

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"io"
	"log"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"strings"
	"syscall"
	"testing"

	"github.com/raaderum/raaderum/dataset/statbank"
	"github.com/raaderum/raaderum/internal/fakestatbank"
	"github.com/raaderum/raaderum/lang"
)

// Why there is no reply is said in the user's language.
func TestWhyThereIsNoReply(t *testing.T) {
	dial := func(err error) error { return &net.OpError{Op: "dial", Net: "tcp", Err: err} }
	call := func(n syscall.Errno) error { return os.NewSyscallError("connect", n) }
	for _, c := range []struct {
		err    error
		da, en string
	}{
		{dial(&net.DNSError{Err: "no such host", Name: "api.x.dk", IsNotFound: true}), "(ingen maskine har navnet 'api.x.dk')", "(no machine has the name 'api.x.dk')"},
		{dial(&net.DNSError{Err: "server misbehaving", Name: "x"}), "(serverens navn kan ikke slås op)", "(the server's name cannot be looked up)"},
		{dial(call(syscall.ECONNREFUSED)), "(maskinen på adressen tager ikke imod)", "(the machine at the address does not accept it)"},
		{dial(call(syscall.ENETUNREACH)), "(netværket fører ikke dertil)", "(the network does not lead there)"},
		{dial(os.ErrDeadlineExceeded), "(den svarer ikke)", "(it does not answer)"},
		{&net.OpError{Op: "proxyconnect", Err: call(syscall.ECONNREFUSED)}, "(mellemleddet (proxy) kan ikke nås)", "(the proxy cannot be reached)"},
		{&tls.CertificateVerificationError{Err: x509.UnknownAuthorityError{}}, "(serverens certifikat kan ikke godkendes)", "(the server's certificate cannot be accepted)"},
		{tls.RecordHeaderError{Msg: "first record does not look like a TLS handshake"}, "(serveren taler ikke https)", "(the server does not speak https)"},
		{io.EOF, "(den blev lukket, før der kom et svar)", "(it was closed before a reply came)"},
		{errors.New("something new"), "(something new)", "(something new)"},
	} {
		b := newBench(t)
		b.client.Transport = nowhere{c.err}
		_, err := b.client.Table(context.Background(), "REGK31")
		anError(t, err, statbank.Unreachable)
		says(t, err, []string{"ingen forbindelse til serveren " + c.da}, []string{"no connection to the server " + c.en})
	}
}

// A server that speaks https with a certificate of its own, and one asked for
// https that does not speak it.
func TestWhyThereIsNoSafeConnection(t *testing.T) {
	safe := httptest.NewUnstartedServer(http.NotFoundHandler())
	safe.Config.ErrorLog = log.New(io.Discard, "", 0)
	safe.StartTLS()
	defer safe.Close()
	plain := httptest.NewServer(http.NotFoundHandler())
	defer plain.Close()
	for base, da := range map[string]string{
		safe.URL: "certifikat kan ikke godkendes",
		strings.Replace(plain.URL, "http:", "https:", 1): "taler ikke https",
	} {
		b := newBench(t)
		b.client.Base, b.client.Attempts = base, 1
		_, err := b.client.Table(context.Background(), "REGK31")
		anError(t, err, statbank.Unreachable)
		says(t, err, []string{da}, nil)
	}
}

// raw answers with bytes.
func raw(text string) answer {
	return func(w http.ResponseWriter, _ *http.Request) {
		c, _, err := w.(http.Hijacker).Hijack()
		if err != nil {
			panic(err)
		}
		io.WriteString(c, text)
		c.Close()
	}
}

// A reply that is no HTTP is told as a reply, and without the words of the
// standard library.
func TestRepliesOfNoHTTP(t *testing.T) {
	for _, c := range []struct {
		name, text string
		kind       statbank.Kind
		da, en     string
	}{
		{"another protocol", "220 mail ready\r\n", statbank.WrongReply, "serveren svarede, men ikke som en webserver gør (HTTP)", "the server replied, but not as a web server does (HTTP)"},
		{"a bad header", "HTTP/1.1 200 OK\r\nx y z\r\n\r\n", statbank.WrongReply, "ikke som en webserver gør", "not as a web server does"},
		{"a header without end", "HTTP/1.1 200 OK\r\nX: " + strings.Repeat("x", 1<<20) + "\r\n\r\n", statbank.WrongReply, "ikke som en webserver gør", "not as a web server does"},
		{"a bad chunk", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nhello", statbank.Broken, "(svaret blev ødelagt undervejs)", "(the reply was damaged on its way)"},
	} {
		t.Run(c.name, func(t *testing.T) {
			b := newBench(t)
			b.client.Transport.(*http.Transport).MaxResponseHeaderBytes = 1 << 16
			b.Instead = func(_ int, w http.ResponseWriter, r *http.Request, _ fakestatbank.Asked) bool {
				raw(c.text)(w, r)
				return true
			}
			_, err := b.client.Table(context.Background(), "REGK31")
			anError(t, err, c.kind)
			says(t, err, []string{c.da}, []string{c.en})
			for _, l := range []lang.Language{lang.Danish, lang.English} {
				for _, word := range []string{"net/http", "malformed", "invalid", "chunk"} {
					if said := lang.Of(err, l); strings.Contains(said, word) {
						t.Errorf("%q is said in %q", word, said)
					}
				}
			}
		})
	}
}

// Links that lead in a circle are told as that.
func TestLinksInACircle(t *testing.T) {
	t.Chdir(t.TempDir())
	if err := os.Symlink("loop", "loop"); err != nil {
		t.Skip(err)
	}
	b := newBench(t)
	_, err := b.client.Fetch(context.Background(), "loop", accounts(), false)
	anError(t, err, statbank.Disk)
	says(t, err, []string{"--out"}, []string{"--out"})
	if err := os.Symlink(accountsFile, accountsFile); err != nil {
		t.Fatal(err)
	}
	_, err = b.client.Fetch(context.Background(), ".", accounts(), false)
	anError(t, err, statbank.Disk)
	says(t, err, []string{"genveje (links) på stien fører i ring"}, []string{"links in the path lead in a circle"})
}
