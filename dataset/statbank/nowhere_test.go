package statbank_test

import (
	"context"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/raaderum/raaderum/dataset/statbank"
)

// nowhere is a way to a server that is not there.
type nowhere struct{ err error }

func (n nowhere) RoundTrip(*http.Request) (*http.Response, error) { return nil, n.err }

// Where nothing answers, one more attempt is made at once, and no folder is left.
func TestNothingAtTheAddress(t *testing.T) {
	for name, err := range map[string]error{
		"no such name": &net.OpError{Op: "dial", Err: &net.DNSError{Err: "no such host", Name: "x", IsNotFound: true}},
		"refused":      &net.OpError{Op: "dial", Err: os.ErrDeadlineExceeded},
		"proxy":        &net.OpError{Op: "proxyconnect", Err: os.ErrDeadlineExceeded},
	} {
		t.Run(name, func(t *testing.T) {
			b := newBench(t)
			b.client.Transport = nowhere{err}
			folder := filepath.Join(t.TempDir(), "data")
			_, err := b.client.Fetch(context.Background(), folder, accounts(), false)
			anError(t, err, statbank.Unreachable)
			if len(b.pauses) != 1 || b.pauses[0] > 300*time.Millisecond {
				t.Errorf("the pauses are %v", b.pauses)
			}
			if _, err := os.Stat(folder); err == nil {
				t.Error("an empty folder is left")
			}
		})
	}
}

// A folder made for figures that then did not come is removed again.
func TestNoEmptyFolderIsLeft(t *testing.T) {
	b := newBench(t)
	b.client.Attempts = 1
	b.failing(0, nil)
	n := 0
	b.client.Transport = roundTrip(func(r *http.Request) (*http.Response, error) {
		if n++; n > 1 {
			return nil, os.ErrDeadlineExceeded
		}
		return http.DefaultTransport.RoundTrip(r)
	})
	folder := filepath.Join(t.TempDir(), "data")
	if _, err := b.client.Fetch(context.Background(), folder, accounts(), false); err == nil || n < 2 {
		t.Fatalf("no error after %d requests", n)
	}
	if _, err := os.Stat(folder); err == nil {
		t.Error("an empty folder is left")
	}
}

type roundTrip func(*http.Request) (*http.Response, error)

func (f roundTrip) RoundTrip(r *http.Request) (*http.Response, error) { return f(r) }
