package statbank_test

import (
	"context"
	"errors"
	"net/http"
	"net/http/httptest"
	"os"
	"runtime"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/raaderum/raaderum/dataset/statbank"
	"github.com/raaderum/raaderum/internal/fakestatbank"
	"github.com/raaderum/raaderum/lang"
)

// today is when all the tests' files are fetched.
var today = time.Date(2025, 11, 3, 9, 30, 0, 0, time.UTC)

// bench is a stand-in for the interface, and a client of it that takes no real
// time between its attempts.
type bench struct {
	*fakestatbank.Server
	client *statbank.Client
	url    string

	mutex  sync.Mutex
	pauses []time.Duration
}

func newBench(t *testing.T) *bench {
	t.Helper()
	b := &bench{Server: fakestatbank.New([]string{"101", "147", "751"}, []string{"2820", "32201", "32208"})}
	before := runtime.NumGoroutine()
	web := httptest.NewServer(b.Server)
	transport := &http.Transport{DisableCompression: true}
	t.Cleanup(func() {
		transport.CloseIdleConnections()
		web.Close()
		noneLeft(t, before)
	})
	b.url = web.URL
	b.client = &statbank.Client{
		Base:      web.URL,
		Transport: transport,
		Now:       func() time.Time { return today },
		Sleep: func(ctx context.Context, d time.Duration) error {
			b.mutex.Lock()
			defer b.mutex.Unlock()
			b.pauses = append(b.pauses, d)
			return ctx.Err()
		},
	}
	return b
}

// noneLeft fails where goroutines are left behind.
func noneLeft(t *testing.T, before int) {
	t.Helper()
	for end := time.Now().Add(5 * time.Second); runtime.NumGoroutine() > before; time.Sleep(time.Millisecond) {
		if time.Now().After(end) {
			stacks := make([]byte, 1<<16)
			t.Fatalf("%d goroutines are left, %d before:\n%s", runtime.NumGoroutine(), before, stacks[:runtime.Stack(stacks, true)])
		}
	}
}

// accounts is a request for two functions of three municipalities in two years:
// twelve figures.
func accounts() statbank.Request {
	return statbank.Request{
		Table: "REGK31",
		Years: []int{2023, 2024},
		Select: []statbank.Selection{
			{Values: []string{"101", "147", "751"}},
			{Variable: "FUNKTION", Values: []string{"32201", "2820"}},
			{Variable: "DRANST", Values: []string{"1"}},
			{Variable: "ART", Values: []string{"TOT"}},
			{Variable: "PRISENHED", Values: []string{"INDL"}},
		},
	}
}

const accountsFile = "regk31_2023-2024.csv"

// anError returns the *statbank.Error in an error.
func anError(t *testing.T, err error, kind statbank.Kind) *statbank.Error {
	t.Helper()
	var e *statbank.Error
	if !errors.As(err, &e) {
		t.Fatalf("got %v, want an error of kind %d", err, kind)
	}
	if e.Kind != kind {
		t.Errorf("kind %d, want %d: %v", e.Kind, kind, err)
	}
	return e
}

// says fails where an error does not say all of some words in both languages.
func says(t *testing.T, err error, da, en []string) {
	t.Helper()
	for l, words := range map[lang.Language][]string{lang.Danish: da, lang.English: en} {
		for _, w := range words {
			if text := lang.Of(err, l); !strings.Contains(text, w) {
				t.Errorf("%q is not said in %q", w, text)
			}
		}
	}
}

// filesIn lists a folder.
func filesIn(t *testing.T, dir string) (names []string) {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if errors.Is(err, os.ErrNotExist) { // no folder is left empty
		err = nil
	}
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		names = append(names, e.Name())
	}
	return names
}

func read(t *testing.T, path string) string {
	t.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}
