package statbank

import (
	"context"
	"net"
	"net/http"
	"net/url"
	"strings"
	"time"
)

// DefaultBase is the address of the public interface.
const DefaultBase = "https://api.statbank.dk/v1"

// Client asks the interface. Its zero value asks the public one. It may be
// used by several goroutines, but the server is then asked several things at
// once.
type Client struct {
	Base      string            // the address; empty: DefaultBase. Without a path, /v1 is added
	UserAgent string            // who is asking; empty: the project's name
	Transport http.RoundTripper // empty: one of this package, which heeds HTTPS_PROXY

	Attempts int           // how often a request is made before it is given up; 0: 5
	Silence  time.Duration // how long the server may say nothing; 0: one minute
	Limit    time.Duration // how long a whole reply may take; 0: 15 minutes
	Wait     time.Duration // the longest pause between attempts; 0: 2 minutes

	// Progress is told how far a request is; nil: nobody is. It is called from
	// the goroutine that called the client.
	Progress func(Progress)

	// Now and Sleep are the clock; nil: the real one. Sleep returns early with
	// the context's error where that ends.
	Now   func() time.Time
	Sleep func(context.Context, time.Duration) error
}

// Progress is how far a request is.
type Progress struct {
	Table   string
	File    string        // the file's name; empty while the table's description is asked for
	Bytes   int64         // of the figures, so far
	Waiting time.Duration // the pause that begins before another attempt; 0: none
	Because error         // why there is a pause, without where
}

// CheckBase says what is wrong with an address as a [Client]'s Base.
func CheckBase(base string) error {
	_, err := address(base)
	return err
}

// address returns the base as a URL that parts can be joined to.
func address(base string) (*url.URL, error) {
	if base == "" {
		base = DefaultBase
	}
	u, err := url.Parse(base)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Hostname() == "" || u.RawQuery != "" || u.Fragment != "" || u.User != nil {
		return nil, &Error{Kind: BadBase, Err: err, message: badBase.With(printable(base, 100))}
	}
	if strings.Trim(u.Path, "/") == "" {
		u.Path = "/v1"
	}
	return u, nil
}

// transport is shared by all clients that have none of their own, so that a
// connection is used again.
var transport http.RoundTripper = &http.Transport{
	Proxy:               http.ProxyFromEnvironment,
	DialContext:         (&net.Dialer{Timeout: 10 * time.Second, KeepAlive: 30 * time.Second}).DialContext,
	ForceAttemptHTTP2:   true,
	MaxIdleConnsPerHost: 1,
	IdleConnTimeout:     30 * time.Second,
	TLSHandshakeTimeout: 15 * time.Second,
	// A header of a megabyte, the standard library's bound, is no header.
	MaxResponseHeaderBytes: 64 << 10,
	DisableCompression:     true, // compression is undone here, where what comes out of it is bounded
}

func (c *Client) transport() http.RoundTripper {
	if c.Transport != nil {
		return c.Transport
	}
	return transport
}

func (c *Client) userAgent() string {
	if c.UserAgent != "" {
		return c.UserAgent
	}
	return "raaderum (+https://github.com/raaderum/raaderum)"
}

func or[T int | time.Duration](value, otherwise T) T {
	if value > 0 {
		return value
	}
	return otherwise
}

func (c *Client) attempts() int          { return or(c.Attempts, 5) }
func (c *Client) silence() time.Duration { return or(c.Silence, time.Minute) }
func (c *Client) limit() time.Duration   { return or(c.Limit, 15*time.Minute) }
func (c *Client) wait() time.Duration    { return or(c.Wait, 2*time.Minute) }

func (c *Client) now() time.Time {
	if c.Now != nil {
		return c.Now()
	}
	return time.Now()
}

func (c *Client) sleep(ctx context.Context, d time.Duration) error {
	if c.Sleep != nil {
		return c.Sleep(ctx, d)
	}
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-t.C:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

func (c *Client) progress(p Progress) {
	if c.Progress != nil {
		c.Progress(p)
	}
}
