// Package fullwrite writes whole or says that it did not. A writer may take less than
// it is given and say nothing, and what copies to it then loses the rest, or tries for
// ever.
package fullwrite

import (
	"context"
	"io"
)

// Writer passes writes on. A short write without an error is [io.ErrShortWrite]. Its
// first error stays: nothing is passed on after it.
type Writer struct {
	ctx context.Context // nil: it does not end
	w   io.Writer
	err error
}

// New returns a writer to w.
func New(w io.Writer) *Writer { return &Writer{w: w} }

// NewContext returns a writer to w that writes for as long as a context lasts.
func NewContext(ctx context.Context, w io.Writer) *Writer { return &Writer{ctx: ctx, w: w} }

// Write writes all of p, or returns why not.
func (f *Writer) Write(p []byte) (int, error) {
	if f.err == nil && f.ctx != nil {
		f.err = f.ctx.Err()
	}
	if f.err != nil {
		return 0, f.err
	}
	n, err := f.w.Write(p)
	if err == nil && n < len(p) {
		err = io.ErrShortWrite
	}
	f.err = err
	return n, err
}

// Err returns the first error.
func (f *Writer) Err() error { return f.err }
