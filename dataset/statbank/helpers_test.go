package statbank_test

import (
	"errors"
	"net/http"
	"os"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/raaderum/raaderum/dataset/statbank"
	"github.com/raaderum/raaderum/internal/fakestatbank"
	"github.com/raaderum/raaderum/lang"
)

// today is when all the tests' files are fetched: when the clock of a bubble
// begins.
var today = time.Date(2000, 1, 1, 0, 0, 0, 0, time.UTC)

// baseURL is the address that the tests ask.
const baseURL = "http://statbank.test"

// bench is a stand-in for the interface, and a client of it.
type bench struct {
	*fakestatbank.Server
	client    *statbank.Client
	transport *http.Transport
	pauses    []time.Duration // between attempts
}

// run tests with a bench in a bubble of package synctest, where the network and
// the clock are made: time passes at once when everything waits for it, so that
// the client's real patience is tested, and no test depends on how fast the
// machine is. A goroutine that is left behind fails the test.
func run(t *testing.T, test func(t *testing.T, b *bench)) {
	t.Helper()
	synctest.Test(t, func(t *testing.T) {
		bank := fakestatbank.New([]string{"101", "147", "751"}, []string{"2820", "32201", "32208"})
		b := &bench{Server: bank}
		b.transport = serve(t, b.Server)
		b.client = &statbank.Client{Base: baseURL, Transport: b.transport}
		b.client.Progress = func(p statbank.Progress) {
			if p.Waiting > 0 {
				b.pauses = append(b.pauses, p.Waiting)
			}
		}
		test(t, b)
	})
}

// serve leads the client's own transport to a handler until the test ends.
func serve(t *testing.T, handler http.Handler) *http.Transport {
	way, stop := fakestatbank.Serve(handler)
	transport := statbank.NewTransport()
	transport.DialContext = way.DialContext
	t.Cleanup(func() {
		transport.CloseIdleConnections()
		stop()
	})
	return transport
}

// insteadOf answers wrongly where some paths are asked for.
func (b *bench) insteadOf(wrong func(path string) bool, with answer) {
	b.Instead = func(_ int, w http.ResponseWriter, r *http.Request, a fakestatbank.Asked) bool {
		if wrong(a.Path) {
			with(w, r)
		}
		return wrong(a.Path)
	}
}

// insteadOfData answers wrongly where figures are asked for.
func (b *bench) insteadOfData(with answer) {
	b.insteadOf(func(path string) bool { return path == "/v1/data" }, with)
}

// insteadOfAll answers all requests wrongly.
func (b *bench) insteadOfAll(with answer) {
	b.insteadOf(func(string) bool { return true }, with)
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

// fetch fetches the accounts into a folder.
func (b *bench) fetch(t *testing.T, dir string, force bool) (statbank.File, error) {
	return b.client.Fetch(t.Context(), dir, accounts(), force)
}

// mustFetch fetches a request into a folder, and fails where that fails.
func (b *bench) mustFetch(t *testing.T, dir string, r statbank.Request, force bool) statbank.File {
	t.Helper()
	f, err := b.client.Fetch(t.Context(), dir, r, force)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// wantError returns the *statbank.Error in an error, which must be of a kind.
func wantError(t *testing.T, err error, kind statbank.Kind) *statbank.Error {
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

// wantWords fails where an error does not say all of some words, first those in
// Danish and then those in English.
func wantWords(t *testing.T, err error, da, en []string) {
	t.Helper()
	for l, words := range map[lang.Language][]string{lang.Danish: da, lang.English: en} {
		for _, w := range words {
			if text := lang.Of(err, l); !strings.Contains(text, w) {
				t.Errorf("%q is not said in %q", w, text)
			}
		}
	}
}

// filesIn lists a folder. One that is not there has no files: no folder is left
// empty.
func filesIn(t *testing.T, dir string) (names []string) {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil && !errors.Is(err, os.ErrNotExist) {
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
