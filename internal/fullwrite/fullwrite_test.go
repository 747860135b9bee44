package fullwrite_test

import (
	"context"
	"errors"
	"io"
	"testing"

	"github.com/raaderum/raaderum/internal/fullwrite"
)

// taking takes so many bytes, and says nothing of the rest.
type taking int

func (t *taking) Write(p []byte) (int, error) {
	n := min(len(p), int(*t))
	*t -= taking(n)
	return n, nil
}

func TestShort(t *testing.T) {
	room := taking(5)
	w := fullwrite.New(&room)
	if n, err := w.Write([]byte("four")); n != 4 || err != nil {
		t.Errorf("what there is room for: %d, %v", n, err)
	}
	if n, err := w.Write([]byte("four")); n != 1 || !errors.Is(err, io.ErrShortWrite) {
		t.Errorf("what there is no room for: %d, %v", n, err)
	}
	room = 100
	if n, err := w.Write([]byte("four")); n != 0 || !errors.Is(err, io.ErrShortWrite) || err != w.Err() {
		t.Errorf("after the first error: %d, %v", n, err)
	}
}

func TestContext(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	w := fullwrite.NewContext(ctx, io.Discard)
	if n, err := w.Write([]byte("four")); n != 4 || err != nil {
		t.Errorf("before the end: %d, %v", n, err)
	}
	cancel()
	if n, err := w.Write([]byte("four")); n != 0 || !errors.Is(err, context.Canceled) {
		t.Errorf("after the end: %d, %v", n, err)
	}
}
