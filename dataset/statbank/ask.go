package statbank

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"net"
	"net/http"
	"net/url"
	"strings"
	"time"

	"github.com/raaderum/raaderum/lang"
)

// question is one request to the interface.
type question struct {
	table string
	path  string      // below the base
	body  any         // posted as JSON
	want  lang.Phrase // what the reply should be, for errors
	kinds []string    // the media types it may have; one ending in / has all below it
	most  int64       // bytes that the reply may have
}

// Why an attempt was given up.
var (
	errSilent = errors.New("the server is silent")
	errSlow   = errors.New("the reply takes too long")
)

// maxHops is how often a server may point on to another of its addresses.
const maxHops = 3

// ask makes one attempt. What read returns is returned.
func (c *Client) ask(ctx context.Context, q question, read func(*body) error) error {
	base, err := address(c.Base)
	if err != nil {
		return err
	}
	at := base.JoinPath(q.path)
	posted, err := json.Marshal(q.body)
	if err != nil {
		panic(err) // strings and lists of them
	}
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	w := &watch{silence: c.silence(), silent: time.AfterFunc(c.silence(), func() { cancel(errSilent) })}
	defer w.silent.Stop()
	slow := time.AfterFunc(c.limit(), func() { cancel(errSlow) })
	defer slow.Stop()

	fail := func(err error) error {
		var e *Error
		if !errors.As(err, &e) {
			return err
		}
		switch cause := context.Cause(ctx); {
		case errors.Is(cause, errSilent):
			e = &Error{Kind: TimedOut, Err: cause, again: true, message: silent.With(span(c.silence()))}
		case errors.Is(cause, errSlow):
			e = &Error{Kind: TimedOut, Err: cause, message: tooSlow.With(span(c.limit()))}
		}
		if e.Table = q.table; e.Kind != Disk {
			e.URL = at.String()
		}
		return e
	}
	client := http.Client{
		Transport:     c.transport(),
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
	}
	for hop := 0; ; hop++ {
		req, err := http.NewRequestWithContext(ctx, http.MethodPost, at.String(), bytes.NewReader(posted))
		if err != nil {
			return fail(&Error{Kind: BadBase, Err: err, message: badBase.With(printable(at.String(), 100))})
		}
		req.Header.Set("Content-Type", "application/json")
		req.Header.Set("Accept-Encoding", "gzip")
		req.Header.Set("User-Agent", c.userAgent())
		resp, err := client.Do(req)
		if err != nil {
			return fail(connection(err))
		}
		w.heard()
		next, err := c.reply(resp, at, w, &q, read)
		resp.Body.Close()
		if err != nil {
			return fail(err)
		}
		if next == nil {
			return nil
		}
		if hop == maxHops {
			return fail(&Error{Kind: Redirected, Status: resp.StatusCode, message: goingAround.With()})
		}
		at = next
	}
}

// reply deals with a reply: reads it, returns the address it points on to, or
// says what is wrong with it.
func (c *Client) reply(resp *http.Response, at *url.URL, w *watch, q *question, read func(*body) error) (next *url.URL, err error) {
	if resp.StatusCode >= 300 && resp.StatusCode < 400 {
		return follow(resp, at)
	}
	if resp.StatusCode != http.StatusOK {
		// What stands in the reply is a courtesy; without it the status says enough.
		body, err := w.body(resp, maxErrorBytes)
		var text []byte
		if err == nil {
			text, _ = io.ReadAll(io.LimitReader(body, maxErrorBytes))
		}
		return nil, statusError(resp, text, c.now())
	}
	if err := checkType(resp, q); err != nil {
		return nil, err
	}
	body, err := w.body(resp, q.most)
	if err != nil {
		return nil, err
	}
	return nil, read(body)
}

// follow returns where a reply points on to. Only the same server is trusted
// with the request, and a safe connection is never left for an unsafe one. The
// request is posted again whatever the status, for it only reads.
func follow(resp *http.Response, at *url.URL) (*url.URL, error) {
	next, err := resp.Location()
	if err != nil {
		return nil, &Error{Kind: Redirected, Status: resp.StatusCode, Err: err, message: oddStatus.With(resp.StatusCode)}
	}
	sameServer := strings.EqualFold(next.Host, at.Host) && next.Scheme == at.Scheme
	madeSafe := strings.EqualFold(next.Hostname(), at.Hostname()) && at.Scheme == "http" && next.Scheme == "https"
	if !sameServer && !madeSafe || next.User != nil {
		return nil, &Error{Kind: Redirected, Status: resp.StatusCode, message: elsewhere.With(printable(next.Redacted(), 200))}
	}
	return next, nil
}

// connection is the error of a request that got no reply.
func connection(err error) *Error {
	cause := err
	var wrapped *url.Error
	if errors.As(err, &wrapped) {
		cause = wrapped.Err // without the address, which is said already
	}
	var unknown *net.DNSError
	var step *net.OpError
	if isNoHTTP(err) {
		return &Error{Kind: WrongReply, Err: err, message: notHTTP.With()}
	}
	nowhere := errors.As(err, &unknown) || errors.As(err, &step) && (step.Op == "dial" || step.Op == "proxyconnect")
	return &Error{Kind: Unreachable, Err: err, again: true, nowhere: nowhere, message: unreachable.With(noReply(cause))}
}
