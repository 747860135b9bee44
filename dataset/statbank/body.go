package statbank

import (
	"compress/flate"
	"compress/gzip"
	"errors"
	"io"
	"net/http"

	"github.com/raaderum/raaderum/lang"
)

// body is what a reply holds, its compression undone by the transport. Reading
// fails where there is more than there may be, and all errors but io.EOF are of
// type *Error.
type body struct {
	reader     io.Reader
	left, most int64  // bytes that may still come, and in all
	heard      func() // called when something comes
	endTold    bool   // the reply itself says where it ends
}

// newBody returns what a reply holds, at most so many bytes of it.
func newBody(resp *http.Response, most int64, heard func()) *body {
	// A reply without a length, chunks, frames or compression ends where the
	// connection does, also where the connection was cut.
	endTold := resp.ContentLength >= 0 || len(resp.TransferEncoding) > 0 || resp.ProtoMajor > 1 ||
		resp.Uncompressed
	return &body{resp.Body, most, most, heard, endTold}
}

func (b *body) Read(p []byte) (int, error) {
	if int64(len(p)) > b.left+1 {
		p = p[:b.left+1] // one more tells that there is more
	}
	n, err := b.reader.Read(p)
	if n > 0 {
		b.heard()
	}
	if b.left -= int64(n); b.left < 0 {
		return 0, overBound(b.most)
	}
	if err != nil && err != io.EOF {
		err = brokenReply(err)
	}
	return n, err
}

// overBound is the error of a reply of more bytes than it may have.
func overBound(most int64) *Error {
	megabytes := lang.Number{Value: float64(most) / 1e6, Decimals: 1}
	return &Error{Kind: TooLarge, message: tooLarge.With(megabytes)}
}

// brokenReply is the error of a reply that cannot be read to its end.
func brokenReply(err error) *Error {
	what := badReply
	switch corrupt := flate.CorruptInputError(0); {
	case errors.As(err, &corrupt), errors.Is(err, gzip.ErrHeader), errors.Is(err, gzip.ErrChecksum):
		what = badGzip
	case isCut(err):
		what = shortReply
	}
	return &Error{Kind: Broken, Err: err, again: true, message: cutOff.With(what)}
}
