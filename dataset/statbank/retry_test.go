package statbank_test

import (
	"compress/gzip"
	"context"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/raaderum/raaderum/dataset/statbank"
	"github.com/raaderum/raaderum/internal/fakestatbank"
)

// failing answers the first requests wrongly, and then as it should.
func (b *bench) failing(times int, with answer) {
	b.Instead = func(n int, w http.ResponseWriter, r *http.Request, _ fakestatbank.Asked) bool {
		if n <= times {
			with(w, r)
		}
		return n <= times
	}
}

func TestRetriesUntilItSucceeds(t *testing.T) {
	for name, with := range map[string]answer{
		"500": status(500, ""), "502": status(502, "<html>"), "503": status(503, ""), "504": status(504, ""), "408": status(408, ""), "429": status(429, ""),
		"cut": cut("{"), "short": status(200, `{"id":"REGK31","variables":[`), "closed": func(http.ResponseWriter, *http.Request) { panic(http.ErrAbortHandler) },
	} {
		t.Run(name, func(t *testing.T) {
			b := newBench(t)
			b.failing(4, with)
			if _, err := b.client.Fetch(context.Background(), t.TempDir(), accounts(), false); err != nil {
				t.Error(err)
			}
			if len(b.pauses) != 4 {
				t.Fatalf("pauses %v", b.pauses)
			}
			for i, p := range b.pauses { // 1, 2, 4 and 8 seconds, of which half is by chance
				if most := time.Second << i; p < most/2 || p > most {
					t.Errorf("pause %d is %v", i, p)
				}
			}
		})
	}
}

func TestPausesAreBounded(t *testing.T) {
	b := newBench(t)
	b.client.Attempts, b.client.Wait = 40, 10*time.Second
	b.failing(39, status(503, ""))
	if _, err := b.client.Table(context.Background(), "REGK31"); err != nil {
		t.Error(err)
	}
	for _, p := range b.pauses {
		if p > 10*time.Second {
			t.Errorf("a pause of %v", p)
		}
	}
}

func TestHeedsRetryAfter(t *testing.T) {
	for _, c := range []struct {
		given string
		want  time.Duration // 0: as if nothing were given
	}{
		{"90", 90 * time.Second},
		{today.Add(100 * time.Second).Format(http.TimeFormat), 100 * time.Second},
		{today.Add(-time.Hour).Format(http.TimeFormat), 0},
		{"0", 0},
		{"-5", 0},
		{"soon", 0},
	} {
		b := newBench(t)
		b.failing(1, status(429, "", "Retry-After", c.given))
		if _, err := b.client.Table(context.Background(), "REGK31"); err != nil {
			t.Error(err)
		}
		if len(b.pauses) != 1 || c.want > 0 && b.pauses[0] != c.want || c.want == 0 && b.pauses[0] > time.Second {
			t.Errorf("%q: pauses %v", c.given, b.pauses)
		}
	}
}

// A wait that is too long to be waited for is told, whatever number it is.
func TestRetryAfterPastCounting(t *testing.T) {
	for _, given := range []string{"4000", "2147483647", "4294967297", "99999999999999999999999"} {
		b := newBench(t)
		b.failing(1, status(429, "", "Retry-After", given))
		_, err := b.client.Table(context.Background(), "REGK31")
		var e *statbank.Error
		if !errors.As(err, &e) || e.Kind != statbank.Busy || len(b.pauses) > 0 || !strings.Contains(err.Error(), "asks to wait") {
			t.Errorf("%q: the error is %v after the pauses %v", given, err, b.pauses)
		}
	}
}

// A body that fails half-way is fetched anew from its beginning.
func TestRetriesABodyFromItsBeginning(t *testing.T) {
	b := newBench(t)
	want, err := b.client.Fetch(context.Background(), t.TempDir(), accounts(), false)
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.SplitAfter(read(t, want.Path), "\n")
	var n atomic.Int32
	b.Instead = func(_ int, w http.ResponseWriter, r *http.Request, a fakestatbank.Asked) bool {
		if a.Path == "/v1/data" {
			if k := n.Add(1); k < 4 {
				cut(strings.Join(lines[:1+k], ""))(w, r)
			}
		}
		return false
	}
	got, err := b.client.Fetch(context.Background(), t.TempDir(), accounts(), false)
	if err != nil || got.SHA256 != want.SHA256 || read(t, got.Path) != read(t, want.Path) {
		t.Errorf("%+v, %v", got, err)
	}
}

func TestUndoesCompression(t *testing.T) {
	b := newBench(t)
	want, err := b.client.Fetch(context.Background(), t.TempDir(), accounts(), false)
	if err != nil {
		t.Fatal(err)
	}
	b.Instead = func(_ int, w http.ResponseWriter, r *http.Request, a fakestatbank.Asked) bool {
		if r.Header.Get("Accept-Encoding") != "gzip" {
			t.Errorf("accepts %q", r.Header.Get("Accept-Encoding"))
		}
		if a.Path == "/v1/data" {
			w.Header().Set("Content-Encoding", "gzip")
			z := gzip.NewWriter(w)
			io.WriteString(z, read(t, want.Path))
			z.Close()
		}
		return a.Path == "/v1/data"
	}
	got, err := b.client.Fetch(context.Background(), t.TempDir(), accounts(), false)
	if err != nil || got.SHA256 != want.SHA256 {
		t.Errorf("%+v, %v", got, err)
	}
}

// A server may point on to another of its own addresses, and is then posted
// the same.
func TestFollowsToTheSameServer(t *testing.T) {
	for _, code := range []int{301, 302, 307, 308} {
		b := newBench(t)
		inner := b.Server
		outer := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			if rest, ok := strings.CutPrefix(r.URL.Path, "/old"); ok {
				status(code, "", "Location", rest)(w, r)
				return
			}
			inner.ServeHTTP(w, r)
		}))
		b.client.Base = outer.URL + "/old/v1"
		if _, err := b.client.Fetch(context.Background(), t.TempDir(), accounts(), false); err != nil {
			t.Errorf("%d: %v", code, err)
		}
		b.client.Transport.(*http.Transport).CloseIdleConnections()
		outer.Close()
	}
}

// However far a request is, ending the context ends it.
func TestCancellation(t *testing.T) {
	silent := hang("")
	for name, with := range map[string]answer{
		"before the reply": silent, "in the body": hang(rowsHeader), "while it drips": drip, "in rows without end": endless("{\"id\":\"", "x"),
	} {
		t.Run(name, func(t *testing.T) {
			b := newBench(t)
			b.failing(1000, with)
			cancelled(t, b, 20*time.Millisecond)
		})
	}
	t.Run("in a pause", func(t *testing.T) {
		b := newBench(t)
		b.client.Sleep = nil // the real one
		b.failing(1000, status(503, "", "Retry-After", "60"))
		cancelled(t, b, 20*time.Millisecond)
	})
	t.Run("before it begins", func(t *testing.T) {
		cancelled(t, newBench(t), 0)
	})
}

// cancelled ends a fetch after a while, and fails where that takes more than 50
// milliseconds three times: once may be the machine's.
func cancelled(t *testing.T, b *bench, after time.Duration) {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "data")
	var took time.Duration
	for range 3 {
		ctx, cancel := context.WithCancel(context.Background())
		ended := make(chan time.Time, 1)
		end := func() { ended <- time.Now(); cancel() }
		if after == 0 {
			end()
		} else {
			time.AfterFunc(after, end)
		}
		_, err := b.client.Fetch(ctx, dir, accounts(), false)
		took = time.Since(<-ended)
		if !errors.Is(err, context.Canceled) {
			t.Errorf("got %v", err)
		}
		if names := filesIn(t, dir); len(names) != 0 {
			t.Errorf("files are left: %v", names)
		}
		if took < 50*time.Millisecond {
			return
		}
	}
	t.Errorf("took %v", took)
}

func TestProgressTellsOfPausesAndBytes(t *testing.T) {
	b := newBench(t)
	var told []statbank.Progress
	b.client.Progress = func(p statbank.Progress) { told = append(told, p) }
	b.failing(1, status(500, ""))
	if _, err := b.client.Fetch(context.Background(), t.TempDir(), accounts(), false); err != nil {
		t.Fatal(err)
	}
	// asking, pausing, asking again, asking for the file
	if len(told) != 4 || told[1].Waiting == 0 || told[1].Because == nil || told[2].Waiting != 0 || told[3].File != accountsFile {
		t.Errorf("told %+v", told)
	}
}
