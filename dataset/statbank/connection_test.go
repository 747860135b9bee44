package statbank_test

import (
	"crypto/tls"
	"crypto/x509"
	"errors"
	"io"
	"log"
	"net"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/raaderum/raaderum/dataset/statbank"
	"github.com/raaderum/raaderum/internal/fakestatbank"
	"github.com/raaderum/raaderum/lang"
)

// roundTrip is a transport made of a function.
type roundTrip func(*http.Request) (*http.Response, error)

func (f roundTrip) RoundTrip(r *http.Request) (*http.Response, error) { return f(r) }

// failWith is a way to a server that is not there.
func failWith(err error) roundTrip {
	return func(*http.Request) (*http.Response, error) { return nil, err }
}

// Why there is no reply is said in the user's language.
func TestWhyThereIsNoReply(t *testing.T) {
	dial := func(err error) error { return &net.OpError{Op: "dial", Net: "tcp", Err: err} }
	call := func(n syscall.Errno) error { return os.NewSyscallError("connect", n) }
	for _, c := range []struct {
		err    error
		da, en string
	}{
		{
			dial(&net.DNSError{Err: "no such host", Name: "api.x.dk", IsNotFound: true}),
			"(ingen maskine har navnet 'api.x.dk')", "(no machine has the name 'api.x.dk')",
		},
		{
			dial(&net.DNSError{Err: "server misbehaving", Name: "x"}),
			"(serverens navn kan ikke slås op)", "(the server's name cannot be looked up)",
		},
		{
			dial(call(syscall.ECONNREFUSED)),
			"(maskinen på adressen tager ikke imod)",
			"(the machine at the address does not accept it)",
		},
		{
			dial(call(syscall.ENETUNREACH)),
			"(netværket fører ikke dertil)", "(the network does not lead there)",
		},
		{
			dial(call(syscall.EHOSTUNREACH)),
			"(netværket fører ikke dertil)", "(the network does not lead there)",
		},
		{dial(os.ErrDeadlineExceeded), "(den svarer ikke)", "(it does not answer)"},
		{dial(call(syscall.ETIMEDOUT)), "(den svarer ikke)", "(it does not answer)"},
		{
			&net.OpError{Op: "proxyconnect", Err: call(syscall.ECONNREFUSED)},
			"(mellemleddet (proxy) kan ikke nås)", "(the proxy cannot be reached)",
		},
		{
			&tls.CertificateVerificationError{Err: x509.UnknownAuthorityError{}},
			"(serverens certifikat kan ikke godkendes)",
			"(the server's certificate cannot be accepted)",
		},
		{
			tls.RecordHeaderError{Msg: "first record does not look like a TLS handshake"},
			"(serveren taler ikke https)", "(the server does not speak https)",
		},
		{io.EOF, "(den blev lukket, før der kom et svar)", "(it was closed before a reply came)"},
		{
			errors.New("something new"),
			"(systemet svarede: something new)", "(the system answered: something new)",
		},
	} {
		run(t, func(t *testing.T, b *bench) {
			b.client.Transport = failWith(c.err)
			_, err := b.client.Table(t.Context(), "REGK31")
			wantError(t, err, statbank.Unreachable)
			wantWords(t, err,
				[]string{"ingen forbindelse til serveren " + c.da},
				[]string{"no connection to the server " + c.en})
		})
	}
}

// A server that speaks https with a certificate of its own, and one asked for
// https that does not speak it, are asked once: they will not be another server
// in a second.
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
		attempts := 0
		c := statbank.Client{Base: base, Transport: statbank.NewTransport()}
		c.Progress = func(statbank.Progress) { attempts++ }
		_, err := c.Table(t.Context(), "REGK31")
		wantError(t, err, statbank.Unreachable)
		wantWords(t, err, []string{da}, nil)
		if attempts != 1 {
			t.Errorf("%s: asked %d times", da, attempts)
		}
	}
}

// A proxy that wants a login says so in place of the server.
func TestProxyThatRefuses(t *testing.T) {
	run(t, func(t *testing.T, b *bench) {
		proxy, err := url.Parse("http://me:secret@proxy.test:3128")
		if err != nil {
			t.Fatal(err)
		}
		b.transport.Proxy = http.ProxyURL(proxy)
		b.client.Base = "https://statbank.test"
		way, stop := fakestatbank.Serve(http.HandlerFunc(status(407, "")))
		defer stop()
		b.transport.DialContext = way.DialContext
		_, err = b.client.Table(t.Context(), "REGK31")
		wantError(t, err, statbank.Refused)
		wantWords(t, err,
			[]string{"giver ikke adgang (status 407)", "mellemled (proxy) kræver login"},
			[]string{"gives no access (status 407)", "a proxy asks for a login"})
		if text := err.Error(); strings.Contains(text, "secret") || len(b.pauses) > 0 {
			t.Errorf("after the pauses %v: %s", b.pauses, text)
		}
	})
}

// raw answers with bytes that need not be HTTP.
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
		{
			"another protocol", "220 mail ready\r\n", statbank.WrongReply,
			"serveren svarede, men ikke som en webserver gør (HTTP)",
			"the server replied, but not as a web server does (HTTP)",
		},
		{
			"a bad header", "HTTP/1.1 200 OK\r\nx y z\r\n\r\n", statbank.WrongReply,
			"ikke som en webserver gør", "not as a web server does",
		},
		{
			"a header without end",
			"HTTP/1.1 200 OK\r\nX: " + strings.Repeat("x", 1<<20) + "\r\n\r\n", statbank.WrongReply,
			"ikke som en webserver gør", "not as a web server does",
		},
		{
			"a bad address to go to", "HTTP/1.1 302 Found\r\nLocation: http://[\r\n\r\n",
			statbank.WrongReply,
			"ikke som en webserver gør", "not as a web server does",
		},
		{
			"a bad chunk", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nhello",
			statbank.Broken,
			"(svaret blev ødelagt undervejs)", "(the reply was damaged on its way)",
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			run(t, func(t *testing.T, b *bench) {
				b.insteadOfAll(raw(c.text))
				_, err := b.client.Table(t.Context(), "REGK31")
				wantError(t, err, c.kind)
				wantWords(t, err, []string{c.da}, []string{c.en})
				words := []string{"net/http", "malformed", "invalid", "chunk", "parse"}
				for _, l := range []lang.Language{lang.Danish, lang.English} {
					for _, word := range words {
						if said := lang.Of(err, l); strings.Contains(said, word) {
							t.Errorf("%q is said in %q", word, said)
						}
					}
				}
			})
		})
	}
}

// Where nothing answers, one more attempt is made at once, and no folder is left.
func TestNothingAtTheAddress(t *testing.T) {
	noName := &net.DNSError{Err: "no such host", Name: "x", IsNotFound: true}
	for name, err := range map[string]error{
		"no such name": &net.OpError{Op: "dial", Err: noName},
		"refused":      &net.OpError{Op: "dial", Err: os.ErrDeadlineExceeded},
		"proxy":        &net.OpError{Op: "proxyconnect", Err: os.ErrDeadlineExceeded},
	} {
		t.Run(name, func(t *testing.T) {
			run(t, func(t *testing.T, b *bench) {
				b.client.Transport = failWith(err)
				folder := filepath.Join(t.TempDir(), "data")
				_, err := b.fetch(t, folder, false)
				wantError(t, err, statbank.Unreachable)
				if len(b.pauses) != 1 || b.pauses[0] > 300*time.Millisecond {
					t.Errorf("the pauses are %v", b.pauses)
				}
				if _, err := os.Stat(folder); err == nil {
					t.Error("an empty folder is left")
				}
			})
		})
	}
}

// A folder made for figures that then did not come is removed again.
func TestNoEmptyFolderIsLeft(t *testing.T) {
	run(t, func(t *testing.T, b *bench) {
		n := 0
		b.client.Transport = roundTrip(func(r *http.Request) (*http.Response, error) {
			if n++; n > 1 {
				return nil, os.ErrDeadlineExceeded
			}
			return b.transport.RoundTrip(r)
		})
		folder := filepath.Join(t.TempDir(), "data")
		if _, err := b.fetch(t, folder, false); err == nil || n < 2 {
			t.Fatalf("no error after %d requests", n)
		}
		if _, err := os.Stat(folder); err == nil {
			t.Error("an empty folder is left")
		}
	})
}

func TestNoServer(t *testing.T) {
	run(t, func(t *testing.T, b *bench) {
		b.client.Base, b.client.Transport = "http://127.0.0.1:1", statbank.NewTransport()
		_, err := b.client.Table(t.Context(), "REGK31")
		e := wantError(t, err, statbank.Unreachable)
		if len(b.pauses) != 1 || e.Err == nil || errors.Is(err, os.ErrNotExist) {
			t.Errorf("%d pauses, %v", len(b.pauses), e.Err)
		}
	})
}

func TestBadBase(t *testing.T) {
	for _, base := range []string{
		"api.statbank.dk", "ftp://x/v1", "http://", "https://a:b@x/", "http://x/?q=1",
		"http://x/#f", "%zz",
	} {
		wantError(t, statbank.CheckBase(base), statbank.BadBase)
		c := statbank.Client{Base: base}
		folder := filepath.Join(t.TempDir(), "d")
		if _, err := c.Fetch(t.Context(), folder, accounts(), false); err == nil {
			t.Errorf("%s: no error", base)
		}
	}
	for _, base := range []string{"", "https://api.statbank.dk", "http://localhost:8080/v1/"} {
		if err := statbank.CheckBase(base); err != nil {
			t.Errorf("%s: %v", base, err)
		}
	}
}

// A password in an address is not repeated.
func TestBadBaseKeepsThePassword(t *testing.T) {
	for _, base := range []string{
		"https://me:secret@x/", "https://me:secret@x:y", "me:secret@x", "https://me:sec@ret@x/%zz",
	} {
		err := statbank.CheckBase(base)
		wantError(t, err, statbank.BadBase)
		for e := err; e != nil; e = errors.Unwrap(e) {
			text := e.Error()
			if strings.Contains(text, "secret") || strings.Contains(text, "sec@") {
				t.Errorf("%s: the password is told: %s", base, text)
			}
		}
		if strings.HasPrefix(base, "https") {
			wantWords(t, err, []string{"'https://…@x"}, []string{"'https://…@x"})
		}
	}
}
