package statbank

import (
	"context"
	"net"
	"net/http"
	"net/url"
	"strings"
	"time"

	"github.com/raaderum/raaderum/internal/sysreason"
)

// DefaultBase is the address of the public interface.
const DefaultBase = "https://api.statbank.dk/v1"

// Client asks the interface. The zero value asks the public one.
//
// A client may be used by several goroutines. The server is then asked several
// things at once.
type Client struct {
	// Base is the address of the interface; empty means DefaultBase. An address
	// without a path gets the path /v1.
	Base string

	// UserAgent tells the server who is asking; empty means this project.
	UserAgent string

	// Transport makes the requests. nil means this package's own, which heeds HTTPS_PROXY.
	// Any other should undo gzip, as those of package net/http do.
	Transport http.RoundTripper

	// Progress is told how far a request is, unless it is nil. It is called from
	// the goroutine that called the client.
	Progress func(Progress)
}

// How patient the client is.
const (
	maxAttempts = 5                // how often a request is made before it is given up
	maxSilence  = time.Minute      // how long the server may say nothing
	maxReply    = 15 * time.Minute // how long a whole reply may take
	maxPause    = 2 * time.Minute  // the longest wait that a server may ask for
)

// Progress is how far a request is.
type Progress struct {
	Table   string
	File    string        // the file's name; empty while the description is asked for
	Bytes   int64         // how many bytes of figures have come
	Waiting time.Duration // the pause before another attempt; 0: there is none
	Because error         // why there is a pause, without the address
}

// CheckBase says what is wrong with an address as the Base of a [Client]. The error is an
// [Error] of the kind BadBase.
func CheckBase(base string) error {
	_, err := parseBase(base)
	return err
}

// parseBase returns the base as a URL that paths can be joined to.
func parseBase(base string) (*url.URL, error) {
	if base == "" {
		base = DefaultBase
	}
	u, err := url.Parse(base)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Hostname() == "" ||
		u.RawQuery != "" || u.Fragment != "" || u.User != nil {
		return nil, badAddress(base)
	}
	if strings.Trim(u.Path, "/") == "" {
		u.Path = "/v1"
	}
	return u, nil
}

// badAddress returns the error of an address that cannot be used. It does not repeat a
// password, because others may read what is shown.
func badAddress(address string) *Error {
	if end := strings.LastIndex(address, "@"); end >= 0 {
		start := strings.LastIndex(address[:end], "//")
		if start < 0 {
			start = -len("//")
		}
		address = address[:start+len("//")] + "…" + address[end:]
	}
	return &Error{Kind: BadBase, message: badBase.With(sysreason.Printable(address, 100))}
}

var dialer = net.Dialer{Timeout: 10 * time.Second, KeepAlive: 30 * time.Second}

// transport is shared by all clients that have none of their own, so that connections are
// used again. It undoes gzip. The reader of the reply bounds what comes out.
var transport = &http.Transport{
	Proxy:                  http.ProxyFromEnvironment,
	DialContext:            dialer.DialContext,
	ForceAttemptHTTP2:      true,
	MaxIdleConnsPerHost:    1,
	IdleConnTimeout:        30 * time.Second,
	TLSHandshakeTimeout:    15 * time.Second,
	OnProxyConnectResponse: checkProxy,

	// The standard library allows ten megabytes, more than the header of any reply needs.
	MaxResponseHeaderBytes: 64 << 10,
}

// checkProxy reads a proxy's reply to being asked for a safe connection. If it refuses, for
// example because there is no login, the refusal is the proxy's and not the server's.
func checkProxy(_ context.Context, _ *url.URL, _ *http.Request, resp *http.Response) error {
	if resp.StatusCode == http.StatusOK {
		return nil
	}
	message := noAccess.With(resp.StatusCode, "")
	again := resp.StatusCode >= 500
	return &Error{Kind: Refused, Status: resp.StatusCode, again: again, message: message}
}

// userAgent returns what the client calls itself.
func (c *Client) userAgent() string {
	if c.UserAgent != "" {
		return c.UserAgent
	}
	return "raaderum (+https://github.com/raaderum/raaderum)"
}

// httpClient returns what makes the requests. It is made anew for each request, which costs
// nothing, since the connections belong to the transport.
func (c *Client) httpClient() *http.Client {
	client := &http.Client{Transport: c.Transport, CheckRedirect: checkRedirect}
	if client.Transport == nil {
		client.Transport = transport
	}
	return client
}

// tell reports progress to whoever asked for it.
func (c *Client) tell(p Progress) {
	if c.Progress != nil {
		c.Progress(p)
	}
}
