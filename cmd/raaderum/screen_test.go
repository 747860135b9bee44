package main

import (
	"bytes"
	"encoding/json"
	"net/http"
	"os"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/raaderum/raaderum/internal/fakestatbank"
)

func TestScreenCleans(t *testing.T) {
	for text, want := range map[string]string{
		"plain, æøå €\tx\n":       "plain, æøå €\tx\n",
		"\x1b[31mred\x07\x7f":     "\ufffd[31mred\ufffd\ufffd",
		"\u009b2J":                "\ufffd2J",
		"over\rwritten\r\nnext":   "over\ufffdwritten\nnext",
		"no text \x9b2J \xff.":    "no text \ufffd2J \ufffd.",
		"\ufeffkommune;år\n1;2\n": "\ufeffkommune;år\n1;2\n",
	} {
		for _, size := range []int{1, 2, 3, len(text)} { // however it is cut up
			var b strings.Builder
			s := &screen{w: &b}
			for rest := text; rest != ""; {
				n := min(size, len(rest))
				if got, err := s.Write([]byte(rest[:n])); got != n || err != nil {
					t.Fatalf("%d of %d bytes, %v", got, n, err)
				}
				rest = rest[n:]
			}
			if b.String() != want {
				t.Errorf("%q by %d bytes: %q, want %q", text, size, b.String(), want)
			}
		}
	}
}

// What steers a terminal does not reach it, from wherever it comes.
func TestNothingSteersTheTerminal(t *testing.T) {
	withBank(t, func(t *testing.T, bank *fakestatbank.Server) {
		bank.Tables["FOLK1A"].Updated = "\x1b[31mnever\u009b2J"
		bank.Instead = func(_ int, w http.ResponseWriter, _ *http.Request, asked fakestatbank.Asked) bool {
			if asked.Table == "REGK31" {
				w.WriteHeader(http.StatusBadRequest)
				json.NewEncoder(w).Encode(map[string]string{"errorTypeCode": "X\x1b[2J", "message": "a\x1b]0;b\x07"})
			}
			return asked.Table == "REGK31"
		}
		t.Chdir(t.TempDir())
		const evil = "\x1b[31mx\u009b2J"
		for name, text := range map[string]string{
			"p.toml": "title = \"\\u001b[31mT\\u009b2J\"\n[[area]]\nid = \"a\"\nname = \"\\u001b[31mA\\u009b2J\"\nspending = [\"x\"]\n",
			"d.csv":  "kommune;år;" + evil + "\nViborg;2024;1\nAarhus;2024;2\n" + evil + ";2024;3\n",
		} {
			if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
				t.Fatal(err)
			}
		}
		for _, args := range [][]string{
			{"fetch", "--year", "2024", "--out", "data"},
			{"areas", "--plan", "p.toml"},
			{"check", "--data", "d.csv"},
			{"check", "--data", "d.csv", "--format", "json"},
			{"benchmark", "--data", evil},
			{"benchmark", "--" + evil},
			{evil},
		} {
			for _, l := range []string{"da", "en"} {
				stdout, stderr, _ := raaderum(append(args, "--lang", l)...)
				if stdout+stderr == "" || strings.ContainsAny(stdout+stderr, "\x1b\x07\u009b") {
					t.Errorf("%q says %q and %q", args, stdout, stderr)
				}
			}
		}
	})
}

// TestHasControl checks every letter alone and in the middle of text.
func TestHasControl(t *testing.T) {
	found := 0
	for r := rune(0); r <= utf8.MaxRune; r++ {
		if !utf8.ValidRune(r) {
			continue
		}
		want := isControl(r)
		if want {
			found++
		}
		for _, text := range []string{string(r), "å" + string(r) + "b"} {
			if got := hasControl([]byte(text)); got != want || got != (bytes.IndexFunc([]byte(text), isControl) >= 0) {
				t.Fatalf("%q: %v, want %v", text, got, want)
			}
		}
	}
	if want := 32 - 2 + 1 + 32; found != want {
		t.Errorf("%d control letters, want %d", found, want)
	}
}
