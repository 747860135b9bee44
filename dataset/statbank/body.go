package statbank

import (
	"compress/gzip"
	"errors"
	"io"
	"net/http"
	"strings"
	"time"

	"github.com/raaderum/raaderum/lang"
)

// watch gives up an attempt whose server falls silent.
type watch struct {
	silence time.Duration
	silent  *time.Timer
}

func (w *watch) heard() { w.silent.Reset(w.silence) }

// body is what a reply holds, uncompressed, at most so many bytes of it. Its
// errors are of type *Error.
func (w *watch) body(resp *http.Response, most int64) (*body, error) {
	var content io.Reader = &heeded{resp.Body, w}
	// Without a length, chunks or frames a reply ends where the connection does,
	// also where that was cut.
	endTold := resp.ContentLength >= 0 || len(resp.TransferEncoding) > 0 || resp.ProtoMajor > 1
	switch coding := strings.ToLower(strings.TrimSpace(resp.Header.Get("Content-Encoding"))); coding {
	case "", "identity":
		if resp.ContentLength > most {
			return nil, overBound(most)
		}
	case "gzip", "x-gzip":
		z, err := gzip.NewReader(content)
		if err != nil {
			return nil, damaged(err)
		}
		content, endTold = uncompressed{z}, true
	default:
		return nil, &Error{Kind: WrongReply, Status: resp.StatusCode, message: wrongCoding.With(printable(coding, 40))}
	}
	return &body{content, most, most, endTold}, nil
}

// heeded tells the watch of every byte.
type heeded struct {
	r io.Reader
	w *watch
}

func (h *heeded) Read(p []byte) (int, error) {
	n, err := h.r.Read(p)
	if n > 0 {
		h.w.heard()
	}
	if err != nil && err != io.EOF {
		err = cut(err)
	}
	return n, err
}

// uncompressed tells a damaged reply from one that was cut.
type uncompressed struct{ z *gzip.Reader }

func (u uncompressed) Read(p []byte) (int, error) {
	n, err := u.z.Read(p)
	if err != nil && err != io.EOF {
		err = damaged(err)
	}
	return n, err
}

// body fails where there is more than there may be.
type body struct {
	r          io.Reader
	left, most int64
	endTold    bool // the reply itself says where it ends
}

func (b *body) Read(p []byte) (int, error) {
	if int64(len(p)) > b.left+1 {
		p = p[:b.left+1]
	}
	n, err := b.r.Read(p)
	if b.left -= int64(n); b.left < 0 {
		return 0, overBound(b.most)
	}
	return n, err
}

func overBound(most int64) *Error {
	return &Error{Kind: TooLarge, message: tooLarge.With(lang.Number{Value: float64(most) / 1e6, Decimals: 1})}
}

// cut is the error of a reply that ended too early.
func cut(err error) *Error {
	words := badReply
	if isCut(err) {
		words = shortReply
	}
	return &Error{Kind: Broken, Err: err, again: true, message: cutOff.With(words)}
}

// damaged is the error of a compressed reply that cannot be undone.
func damaged(err error) error {
	var e *Error
	switch {
	case errors.As(err, &e):
		return e // of the connection
	case errors.Is(err, io.ErrUnexpectedEOF), errors.Is(err, io.EOF):
		return cut(io.ErrUnexpectedEOF)
	}
	return &Error{Kind: Broken, Err: err, again: true, message: cutOff.With(badGzip)}
}
