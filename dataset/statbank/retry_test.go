package statbank_test

import (
	"context"
	"errors"
	"io"
	"net/http"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/raaderum/raaderum/dataset/statbank"
	"github.com/raaderum/raaderum/internal/fakestatbank"
)

// failFirst answers the first requests wrongly, and then as it should.
func (b *bench) failFirst(times int, with answer) {
	b.Instead = func(n int, w http.ResponseWriter, r *http.Request, _ fakestatbank.Asked) bool {
		if n <= times {
			with(w, r)
		}
		return n <= times
	}
}

func TestRetriesUntilItSucceeds(t *testing.T) {
	for name, with := range map[string]answer{
		"500":    status(500, ""),
		"502":    status(502, "<html>"),
		"503":    status(503, ""),
		"504":    status(504, ""),
		"408":    status(408, ""),
		"429":    status(429, ""),
		"cut":    cut("{"),
		"short":  status(200, `{"id":"REGK31","variables":[`),
		"closed": func(http.ResponseWriter, *http.Request) { panic(http.ErrAbortHandler) },
		"silent": hang(""),
	} {
		t.Run(name, func(t *testing.T) {
			run(t, func(t *testing.T, b *bench) {
				b.failFirst(4, with)
				b.mustFetch(t, t.TempDir(), accounts(), false)
				if len(b.pauses) != 4 {
					t.Fatalf("pauses %v", b.pauses)
				}
				for i, p := range b.pauses { // 1, 2, 4 and 8 seconds, of which half is by chance
					if most := time.Second << i; p < most/2 || p > most {
						t.Errorf("pause %d is %v", i, p)
					}
				}
			})
		})
	}
}

func TestHeedsRetryAfter(t *testing.T) {
	for _, c := range []struct {
		given string
		want  time.Duration // 0: as if nothing were given
	}{
		{"90", 90 * time.Second},
		{"120", 2 * time.Minute},
		{today.Add(100 * time.Second).Format(http.TimeFormat), 100 * time.Second},
		{today.Add(-time.Hour).Format(http.TimeFormat), 0},
		{"0", 0},
		{"-5", 0},
		{"soon", 0},
	} {
		run(t, func(t *testing.T, b *bench) {
			b.failFirst(1, status(429, "", "Retry-After", c.given))
			begun := time.Now()
			if _, err := b.client.Table(t.Context(), "REGK31"); err != nil {
				t.Error(err)
			}
			if len(b.pauses) != 1 {
				t.Fatalf("%q: pauses %v", c.given, b.pauses)
			}
			pause := b.pauses[0]
			if c.want > 0 && pause != c.want || c.want == 0 && pause > time.Second {
				t.Errorf("%q: a pause of %v", c.given, pause)
			}
			if took := time.Since(begun); took != pause {
				t.Errorf("%q: waited %v where %v was told", c.given, took, pause)
			}
		})
	}
}

// A wait that is too long to be waited for is told, whatever number it is.
func TestRetryAfterPastCounting(t *testing.T) {
	for _, given := range []string{
		"121", "4000", "2147483647", "4294967297", "99999999999999999999999",
	} {
		run(t, func(t *testing.T, b *bench) {
			b.failFirst(1, status(429, "", "Retry-After", given))
			_, err := b.client.Table(t.Context(), "REGK31")
			wantError(t, err, statbank.Busy)
			if len(b.pauses) > 0 || !strings.Contains(err.Error(), "asks to wait") {
				t.Errorf("%q: the error is %v after the pauses %v", given, err, b.pauses)
			}
		})
	}
}

// A body that fails half-way is fetched anew from its beginning.
func TestRetriesABodyFromItsBeginning(t *testing.T) {
	run(t, func(t *testing.T, b *bench) {
		want := b.mustFetch(t, t.TempDir(), accounts(), false)
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
		got := b.mustFetch(t, t.TempDir(), accounts(), false)
		if got.SHA256 != want.SHA256 || read(t, got.Path) != read(t, want.Path) {
			t.Errorf("%+v", got)
		}
	})
}

func TestUndoesCompression(t *testing.T) {
	run(t, func(t *testing.T, b *bench) {
		want := b.mustFetch(t, t.TempDir(), accounts(), false)
		packed := zipped(strings.NewReader(read(t, want.Path)))
		b.Instead = func(_ int, w http.ResponseWriter, r *http.Request, a fakestatbank.Asked) bool {
			if r.Header.Get("Accept-Encoding") != "gzip" {
				t.Errorf("accepts %q", r.Header.Get("Accept-Encoding"))
			}
			if a.Path == "/v1/data" {
				w.Header().Set("Content-Encoding", "gzip")
				io.WriteString(w, packed)
			}
			return a.Path == "/v1/data"
		}
		if got := b.mustFetch(t, t.TempDir(), accounts(), false); got.SHA256 != want.SHA256 {
			t.Errorf("%+v", got)
		}
	})
}

// A server may point on to another of its own addresses, and is then posted
// the same.
func TestFollowsToTheSameServer(t *testing.T) {
	for _, code := range []int{301, 302, 303, 307, 308} {
		run(t, func(t *testing.T, b *bench) {
			outer := http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
				if rest, ok := strings.CutPrefix(r.URL.Path, "/old"); ok {
					status(code, "", "Location", rest)(w, r)
					return
				}
				b.Server.ServeHTTP(w, r)
			})
			b.client.Base, b.client.Transport = baseURL+"/old/v1", serve(t, outer)
			if _, err := b.fetch(t, t.TempDir(), false); err != nil {
				t.Errorf("%d: %v", code, err)
			}
		})
	}
}

// However far a request is, ending the context ends it at once.
func TestCancellation(t *testing.T) {
	for name, with := range map[string]answer{
		"before the reply":    hang(""),
		"in the body":         hang(rowsHeader),
		"while it drips":      drip,
		"in rows without end": endless("{\"id\":\"", "x"),
		"in a pause":          status(503, "", "Retry-After", "60"),
	} {
		t.Run(name, func(t *testing.T) {
			run(t, func(t *testing.T, b *bench) {
				b.insteadOfAll(with)
				fetchAndCancel(t, b, 20*time.Millisecond)
			})
		})
	}
	t.Run("before it begins", func(t *testing.T) {
		run(t, func(t *testing.T, b *bench) { fetchAndCancel(t, b, 0) })
	})
}

// fetchAndCancel ends a fetch after a while, and fails where it takes longer
// than that.
func fetchAndCancel(t *testing.T, b *bench, after time.Duration) {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "data")
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	if after == 0 {
		cancel()
	} else {
		time.AfterFunc(after, cancel)
	}
	begun := time.Now()
	_, err := b.client.Fetch(ctx, dir, accounts(), false)
	if took := time.Since(begun); took != after {
		t.Errorf("took %v", took)
	}
	if !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
	if names := filesIn(t, dir); len(names) != 0 {
		t.Errorf("files are left: %v", names)
	}
}

func TestProgressTellsOfPausesAndBytes(t *testing.T) {
	run(t, func(t *testing.T, b *bench) {
		var told []statbank.Progress
		b.client.Progress = func(p statbank.Progress) { told = append(told, p) }
		b.failFirst(1, status(500, ""))
		b.mustFetch(t, t.TempDir(), accounts(), false)
		// asking, pausing, asking again, asking for the file
		if len(told) != 4 || told[1].Waiting == 0 || told[1].Because == nil ||
			told[2].Waiting != 0 || told[3].File != accountsFile {
			t.Errorf("told %+v", told)
		}
	})
}
