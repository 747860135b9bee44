package statbank

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"net/http/httptrace"
	"strings"
	"sync/atomic"
	"time"

	"github.com/raaderum/raaderum/internal/sysreason"
	"github.com/raaderum/raaderum/lang"
)

// question is one request to the interface.
type question struct {
	table string
	path  string      // the path below the base
	body  any         // what is posted, as JSON
	want  lang.Phrase // what the reply should be, for messages
	// the media types that the reply may have; one that ends in / stands for all below it
	kinds []string
	most  int64 // how many bytes the reply may have, uncompressed
}

// The reasons for giving up an attempt.
var (
	errSilent = errors.New("the server is silent")
	errSlow   = errors.New("the reply takes too long")
)

// maxRedirects is how often a server may redirect to another of its addresses.
const maxRedirects = 3

// ask makes one attempt, and hands the reply to read. It returns read's error, or an
// [Error] about what went wrong before that.
func (c *Client) ask(ctx context.Context, q question, read func(*body) error) error {
	base, err := parseBase(c.Base)
	if err != nil {
		return err
	}
	address := base.JoinPath(q.path).String()
	ctx, cancel := context.WithTimeoutCause(ctx, maxReply, errSlow)
	defer cancel()
	ctx, giveUp := context.WithCancelCause(ctx)
	defer giveUp(nil)
	err = c.post(ctx, giveUp, address, q, read)
	var e *Error
	if !errors.As(err, &e) {
		return err
	}
	switch cause := context.Cause(ctx); {
	case errors.Is(cause, errSilent):
		e = &Error{Kind: TimedOut, Err: cause, again: true, message: silent.With(span(maxSilence))}
	case errors.Is(cause, errSlow):
		e = &Error{Kind: TimedOut, Err: cause, message: tooSlow.With(span(maxReply))}
	}
	if e.Table = q.table; e.Kind != Disk {
		e.URL = address
	}
	return e
}

// post sends a question and deals with the reply. It calls giveUp if the server is silent
// for too long, before the reply or in the middle of it.
func (c *Client) post(
	ctx context.Context, giveUp context.CancelCauseFunc,
	address string, q question, read func(*body) error,
) error {
	silence := time.AfterFunc(maxSilence, func() { giveUp(errSilent) })
	defer silence.Stop()
	heard := func() { silence.Reset(maxSilence) }

	var replied atomic.Bool // the server said something, which may not be HTTP
	ctx = httptrace.WithClientTrace(ctx, &httptrace.ClientTrace{
		GotFirstResponseByte: func() { replied.Store(true); heard() },
	})
	posted, err := json.Marshal(q.body)
	if err != nil {
		panic(err) // it is made of strings and lists of strings
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, address, bytes.NewReader(posted))
	if err != nil {
		return badAddress(address)
	}
	req.Header.Set("Content-Type", "application/json")
	req.Header.Set("User-Agent", c.userAgent())
	resp, err := c.httpClient().Do(req)
	if err != nil {
		return connectionError(err, replied.Load())
	}
	defer resp.Body.Close()
	content := newBody(resp, q.most, heard)
	if resp.StatusCode != http.StatusOK {
		// The text of the reply would be good to have. Without it the status says enough.
		text, _ := io.ReadAll(io.LimitReader(content, maxErrorBytes))
		return statusError(resp, text)
	}
	if err := checkCoding(resp); err != nil {
		return err
	}
	if err := checkType(resp, q); err != nil {
		return err
	}
	if resp.ContentLength > q.most {
		return overBound(q.most)
	}
	return read(content)
}

// checkRedirect decides whether to follow a redirect. Only the same server is trusted with
// the request, and a safe connection is never left for an unsafe one.
//
// The request is posted again whatever the status. The standard library would do so only
// after a 307 or 308, because repeating a request may do harm in general. Those of this
// package only read.
func checkRedirect(req *http.Request, via []*http.Request) error {
	first, from := via[0], via[len(via)-1].URL
	status := req.Response.StatusCode
	sameServer := strings.EqualFold(req.URL.Host, from.Host) && req.URL.Scheme == from.Scheme
	madeSafe := strings.EqualFold(req.URL.Hostname(), from.Hostname()) &&
		from.Scheme == "http" && req.URL.Scheme == "https"
	switch {
	case !sameServer && !madeSafe || req.URL.User != nil:
		address := sysreason.Printable(req.URL.Redacted(), 200)
		return &Error{Kind: Redirected, Status: status, message: elsewhere.With(address)}
	case len(via) > maxRedirects:
		return &Error{Kind: Redirected, Status: status, message: goingAround.With()}
	}
	body, err := first.GetBody()
	if err != nil {
		return err
	}
	req.Method = http.MethodPost
	req.Body, req.GetBody, req.ContentLength = body, first.GetBody, first.ContentLength
	req.Header.Set("Content-Type", first.Header.Get("Content-Type"))
	return nil
}
