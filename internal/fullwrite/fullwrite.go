// Package fullwrite writes everything or says that it did not. Some writers take less than
// they are given and say nothing. What copies to them then loses the rest, or tries for
// ever.
package fullwrite

import (
	"context"
	"io"
)

// Writer passes writes on to another writer. A short write without an error becomes
// [io.ErrShortWrite]. After its first error it passes nothing on and repeats that error.
type Writer struct {
	ctx context.Context // nil: writing never has to end early
	w   io.Writer
	err error
}

// New returns a Writer that writes to w.
func New(w io.Writer) *Writer { return &Writer{w: w} }

// NewContext returns a Writer that writes to w until a context ends.
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
