package main

import (
	"context"
	"io"
	"os"
	"strings"
	"testing"

	"github.com/urfave/cli/v2"
)

// The library's flag for help is for all programs that use the library, and is
// left as it is.
func TestSharedHelpFlagIsLeftAlone(t *testing.T) {
	before, ok := cli.HelpFlag.(*cli.BoolFlag)
	if !ok {
		t.Fatalf("the flag is %T", cli.HelpFlag)
	}
	was := *before
	for _, args := range [][]string{{"--help"}, {"benchmark", "-h"}, {"help"}, {"version"}} {
		raaderum(args...)
	}
	if after, ok := cli.HelpFlag.(*cli.BoolFlag); !ok || after != before || after.String() != was.String() ||
		after.IsSet() != was.IsSet() || after.Value != was.Value {
		t.Errorf("the flag is %#v, and was %#v", cli.HelpFlag, was)
	}
}

// Help is shown in every way that it is asked for.
func TestHelpIsShown(t *testing.T) {
	ask := func(words string) string {
		stdout, stderr, code := raaderum(strings.Fields(words)...)
		if code != 0 || stderr != "" {
			t.Errorf("%s: exit code %d, %s", words, code, stderr)
		}
		return stdout
	}
	for _, words := range []string{"", "help", "-h", "--help", "-help"} {
		if got := ask(words); got != ask("--help") || !strings.Contains(got, "Sammenlign:") {
			t.Errorf("%q: %s", words, got)
		}
	}
	for _, words := range []string{"benchmark -h", "help benchmark", "--help benchmark", "benchmark --help --force"} {
		if got := ask(words); got != ask("benchmark --help") || !strings.Contains(got, "--municipality") {
			t.Errorf("%q: %s", words, got)
		}
	}
}

// Wrong use is told in our own words, wherever it is.
func TestWrongUse(t *testing.T) {
	for words, want := range map[string]string{
		"nosuch":                              "'nosuch' er ikke en kommando",
		"bencmark":                            "Mente du 'benchmark'?",
		"help nosuch":                         "'nosuch' er ikke en kommando",
		"--help nosuch":                       "ordet 'nosuch' hører ikke til et valg",
		"benchmark --help extra":              "ordet 'extra' hører ikke til et valg",
		"benchmark extra":                     "ordet 'extra' hører ikke til et valg",
		"--nosuch":                            "valget --nosuch findes ikke her",
		"--nosuch benchmark":                  "valget --nosuch findes ikke her",
		"benchmark --frce":                    "valget --frce findes ikke her. Mente du '--force'?",
		"benchmark -nosuch=1":                 "valget --nosuch findes ikke her",
		"benchmark --force --nosuch":          "valget --nosuch findes ikke her",
		"benchmark --plan --force":            "--force",
		"benchmark --plan":                    "valget --plan mangler sin værdi",
		"benchmark --data a.csv --data":       "valget --data mangler sin værdi",
		"benchmark --plan=":                   "valget --plan mangler sin værdi",
		"benchmark --data=":                   "valget --data mangler sin værdi",
		"benchmark --data a.csv --data=":      "valget --data mangler sin værdi",
		"benchmark --force=maybe":             "et valg er skrevet forkert",
		"benchmark ---force":                  "et valg er skrevet forkert",
		"benchmark --=1":                      "et valg er skrevet forkert",
		"benchmark --help=maybe":              "et valg er skrevet forkert",
		"benchmark --year 2024 --year 2023":   "--year er nævnt to gange",
		"benchmark --force --force":           "--force er nævnt to gange",
		"--lang da benchmark --lang da":       "--lang er nævnt to gange",
		"--lang da --lang da":                 "--lang er nævnt to gange",
		"benchmark --lang xx":                 "--lang kan ikke være 'xx'",
		"--lang":                              "valget --lang mangler sin værdi",
		"peers":                               "peers skal vide hvis gruppe",
		"compare --to a.json":                 "der mangler --from",
		"compare --from a.json":               "der mangler --to",
		"fetch --year 2024":                   "fetch skal vide hvilke år og hvor",
		"fetch --out data":                    "fetch skal vide hvilke år og hvor",
		"compare --from a.json --to a.json x": "ordet 'x' hører ikke til et valg",
	} {
		stdout, stderr, code := raaderum(strings.Fields(words)...)
		said := strings.Join(strings.Fields(stderr), " ")
		if words == "benchmark --plan --force" { // which is a file's name there
			if code != 1 || !strings.Contains(said, want) {
				t.Errorf("%s: exit code %d, %s", words, code, stderr)
			}
			continue
		}
		if code != 2 || !strings.Contains(said, want) || stdout != "" {
			t.Errorf("%s: exit code %d, want %q: %s%s", words, code, want, stdout, stderr)
		}
	}
}

// A flag's value may look like another flag that is given once.
func TestAValueIsNoFlag(t *testing.T) {
	if _, stderr, code := raaderum("areas", "--plan", "--plan"); code != 1 ||
		!strings.Contains(stderr, "filen '--plan' kan ikke læses") {
		t.Errorf("exit code %d: %s", code, stderr)
	}
}

// Words are completed wherever the flag for the language stands.
func TestCompletionAfterTheLanguage(t *testing.T) {
	for words, want := range map[string]string{
		"--lang en co":                    "compare\ncompletion\n",
		"--lang en benchmark --form":      "--format\n",
		"benchmark --lang en --form":      "--format\n",
		"benchmark --lang e":              "en\n",
		"benchmark --lang x --format c":   "csv\n",
		"benchmark --force --estimator w": "wls\n",
		"benchmark":                       "benchmark\n",
	} {
		stdout, stderr, code := raaderum(append(strings.Fields(words), completeFlag)...)
		if stdout != want || code != 0 {
			t.Errorf("%s: got %q, want %q; exit code %d, %s", words, stdout, want, code, stderr)
		}
	}
}

// halfTaking is a standard output that takes a part of what it is given, and
// says nothing of the rest.
type halfTaking struct{}

func (halfTaking) Write(p []byte) (int, error) { return len(p) / 2, nil }

// An answer of which a part gets lost is an error, of every command.
func TestAnswerIsCutShort(t *testing.T) {
	t.Chdir(t.TempDir())
	if err := os.WriteFile("p.toml", []byte(twoAreas), 0o666); err != nil {
		t.Fatal(err)
	}
	for _, words := range []string{
		"benchmark --plan p.toml --format json", "peers --plan p.toml --municipality Viborg --format json",
		"check --format json", "check", "plan", "areas", "version", "--help",
	} {
		args := append([]string{"raaderum"}, strings.Fields(words)...)
		err := runProgram(context.Background(), args, halfTaking{}, io.Discard)
		if findExitCode(err) != 1 || !strings.Contains(describeError(err, findLanguage(args)), "det hele blev ikke taget imod") {
			t.Errorf("%s: %v, exit code %d", words, err, findExitCode(err))
		}
	}
}
