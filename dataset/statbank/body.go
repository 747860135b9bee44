package statbank

import (
	"compress/flate"
	"compress/gzip"
	"errors"
	"io"
	"net/http"

	"github.com/raaderum/raaderum/lang"
)

// body is the content of a reply. The transport has already undone its compression. Reading
// fails if there is more than allowed. All errors but io.EOF are of type *Error.
type body struct {
	reader     io.Reader
	left, most int64  // how many bytes may still come, and how many in all
	heard      func() // called when something comes
	endTold    bool   // the reply itself says where it ends
}

// newBody returns the content of a reply, of which at most so many bytes are read.
func newBody(resp *http.Response, most int64, heard func()) *body {
	// A reply may end only where the connection does: if it has no length, chunks, frames
	// or compression. Nothing then tells whether the connection was cut.
	endTold := resp.ContentLength >= 0 || len(resp.TransferEncoding) > 0 || resp.ProtoMajor > 1 ||
		resp.Uncompressed
	return &body{resp.Body, most, most, heard, endTold}
}

func (b *body) Read(p []byte) (int, error) {
	if int64(len(p)) > b.left+1 {
		p = p[:b.left+1] // one byte more shows that there is more
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

// overBound returns the error of a reply with more bytes than allowed.
func overBound(most int64) *Error {
	megabytes := lang.Number{Value: float64(most) / 1e6, Decimals: 1}
	return &Error{Kind: TooLarge, message: tooLarge.With(megabytes)}
}

// brokenReply returns the error of a reply that cannot be read to its end.
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
