package main

import (
	"bytes"
	"context"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/raaderum/raaderum/internal/longtest"
)

var update = flag.Bool("update", false, "write the golden files anew")

func TestMain(m *testing.M) {
	longtest.CollectSeldom()
	m.Run()
}

// raaderum runs the program in the current directory as a person would, and
// returns what was written and the exit code.
func raaderum(args ...string) (stdout, stderr string, code int) {
	var out, errs bytes.Buffer
	args = append([]string{"raaderum"}, args...)
	err := runProgram(context.Background(), args, &out, &errs)
	if err != nil {
		fmt.Fprintln(&errs, describeError(err, findLanguage(args)))
	}
	return out.String(), errs.String(), findExitCode(err)
}

// quickPlan is a plan of one area.
const quickPlan = `title = "Kend din kommune"
drivers = ["gennemsnitsalder", "gini"]

[[area]]
id = "folkeskole"
name = "Folkeskoler"
spending = ["regk31.3.22.01"]
spending_per = "folketal"
per = ["folketal"]
activity = ["elever_folkeskole"]
`

// askQuickly returns the arguments that ask for a plan that is quickly computed,
// or none, which is the default plan, for the long tests. The plan has the areas that are
// given, too.
func askQuickly(t *testing.T, areas ...string) []string {
	t.Helper()
	if longtest.Wanted() {
		return nil
	}
	path := filepath.Join(t.TempDir(), "plan.toml")
	text := quickPlan + strings.Join(areas, "")
	if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
	return []string{"--plan", path}
}

// golden compares a text with a golden file, by the test's name.
func golden(t *testing.T, dir, got string) {
	t.Helper()
	path := goldenPath(t, dir)
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		if err := os.WriteFile(path+".got", []byte(got), 0o666); err != nil {
			t.Fatal(err)
		}
		line := 0
		for line < min(len(got), len(want)) && got[line] == want[line] {
			line++
		}
		t.Errorf("differs from %s at line %d; see the .got file beside it, or run with -update", filepath.Base(path), 1+strings.Count(got[:line], "\n"))
	}
}

func goldenPath(t *testing.T, dir string) string {
	return filepath.Join(dir, "testdata", strings.ReplaceAll(t.Name(), "/", "_")+".golden")
}

// here returns the directory of the tests, before any change of it.
func here(t *testing.T) string {
	t.Helper()
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	return dir
}

func within80(t *testing.T, text string) {
	t.Helper()
	for line := range strings.Lines(text) {
		if n := utf8.RuneCountInString(strings.TrimRight(line, "\n")); n > 80 {
			t.Errorf("%d columns: %s", n, line)
		}
	}
}

// TestScreen holds what a person sees of the main commands, in both languages
// and within 80 columns.
func TestScreen(t *testing.T) {
	long := []string{"lolland-en", "all", "area", "country", "wls-2022", "full-area", "peers"} // compute much
	for name, args := range map[string][]string{
		"viborg":      {"benchmark", "--municipality", "Viborg"},
		"lolland-en":  {"benchmark", "--municipality", "360", "--lang", "en"},
		"all":         {"benchmark"},
		"area":        {"benchmark", "--area", "administration"},
		"country":     {"benchmark", "--municipality", "Læsø", "--target", "country"},
		"wls-2022":    {"benchmark", "--municipality", "Odense", "--estimator", "wls", "--year", "2022"},
		"full-area":   {"benchmark", "--municipality", "Viborg", "--area", "folkeskole", "--target", "cheapest-of-nearest:3/8"},
		"sensitivity": {"benchmark", "--municipality", "Læsø", "--area", "administration", "--lang", "en", "--target", "list:Samsø,Fanø"},
		"peers":       {"peers", "--municipality", "Viborg"},
		"peers-en":    {"peers", "--municipality", "Læsø", "--area", "skole", "--k", "4", "--lang", "en"},
		"peers-help":  {"peers", "--help"},
		"areas":       {"areas"},
		"check":       {"check"},
		"help":        {"--help"},
		"help-en":     {"benchmark", "--help", "--lang", "en"},
		"help-check":  {"check", "-h"},
		"help-fetch":  {"fetch", "--help"},
		"plan-help":   {"plan", "--help"},
		"completions": {"benchmark", "--municipality", "vi", completeFlag},
	} {
		t.Run(name, func(t *testing.T) {
			if slices.Contains(long, name) {
				longtest.Skip(t)
			}
			stdout, stderr, code := raaderum(args...)
			if code != 0 {
				t.Errorf("exit code %d", code)
			}
			within80(t, stdout)
			within80(t, stderr)
			golden(t, ".", fmt.Sprintf("$ raaderum %s\n%s-- standard error --\n%s", strings.Join(args, " "), stdout, stderr))
		})
	}
}

// TestCompletion completes each kind of word.
func TestCompletion(t *testing.T) {
	for _, c := range []struct {
		words []string
		want  string
	}{
		{[]string{""}, "benchmark\npeers\ncompare\nfetch\ncheck\ndata\nplan\nareas\ncompletion\nversion\n"},
		{[]string{"b"}, "benchmark\n"},
		{[]string{"benchmark", "--mun"}, "--municipality\n"},
		{[]string{"benchmark", "--municipality", "Ær"}, "Ærø\n"},
		{[]string{"benchmark", "--area", "skol"}, "skole\n"},
		{[]string{"benchmark", "--format", ""}, "text\njson\ncsv\n"},
		{[]string{"benchmark", "--estimator", "w"}, "wls\n"},
		{[]string{"benchmark", "--target", "med"}, "median\n"},
		{[]string{"benchmark", "--target", "cheap"}, "cheapest-of-nearest:5/10\n"},
		{[]string{"p"}, "peers\nplan\n"},
		{[]string{"peers", "--municipality", "Ær"}, "Ærø\n"},
		{[]string{"peers", "--format", ""}, "text\njson\n"},
		{[]string{"completion", "--shell", "z"}, "zsh\n"},
		{[]string{"fetch", "--table", "f"}, "FOLK1A\nFOLK1E\n"},
		{[]string{"fetch", "--b"}, "--base\n"},
		{[]string{"benchmark", "--kom"}, "--kommune\n"},
		{[]string{"benchmark", "--out", "x"}, ""},
	} {
		stdout, _, _ := raaderum(append(c.words, completeFlag)...)
		if stdout != c.want {
			t.Errorf("%q: got %q, want %q", c.words, stdout, c.want)
		}
	}
	for _, shell := range shells {
		stdout, _, code := raaderum("completion", "--shell", shell)
		if code != 0 || !strings.Contains(stdout, completeFlag) {
			t.Errorf("%s: exit code %d, %q", shell, code, stdout)
		}
	}
}

// TestOut shows that a workbook is written whole or not at all.
func TestOut(t *testing.T) {
	quickly := askQuickly(t)
	write := func(more ...string) (stdout, stderr string, code int) {
		return raaderum(slices.Concat([]string{"benchmark", "--out", "v.xlsx"}, more, quickly)...)
	}
	t.Chdir(t.TempDir())
	if _, stderr, code := write("--municipality", "Viborg"); code != 0 {
		t.Fatalf("exit code %d: %s", code, stderr)
	}
	first, err := os.ReadFile("v.xlsx")
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.HasPrefix(first, []byte("PK")) {
		t.Error("the workbook is not a zip file")
	}
	if _, _, code := write("--municipality", "Aarhus"); code != 1 {
		t.Errorf("overwriting without --force: exit code %d", code)
	}
	if kept, _ := os.ReadFile("v.xlsx"); !bytes.Equal(kept, first) {
		t.Error("the old workbook was changed without --force")
	}
	if _, _, code := write("--municipality", "Viborg", "--force"); code != 0 {
		t.Errorf("--force: exit code %d", code)
	}
	if again, _ := os.ReadFile("v.xlsx"); !bytes.Equal(again, first) {
		t.Error("the same report is not the same file")
	}
	half := func(w io.Writer) error {
		if _, err := w.Write([]byte("half")); err != nil {
			return err
		}
		return os.ErrInvalid
	}
	if err := writeFile(context.Background(), "v.xlsx", true, half); err == nil {
		t.Error("a failing writer is no error")
	}
	if kept, _ := os.ReadFile("v.xlsx"); !bytes.Equal(kept, first) {
		t.Error("a failure changed the old workbook")
	}
	files, err := os.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	if len(files) != 1 {
		t.Errorf("files are left behind: %v", files)
	}
}

// failing is a standard output that cannot be written.
type failing struct{}

func (failing) Write([]byte) (int, error) { return 0, os.ErrPermission }

// TestAnswerCannotBeWritten shows that an answer that gets lost is an error, of
// every command.
func TestAnswerCannotBeWritten(t *testing.T) {
	t.Chdir(t.TempDir())
	if err := os.WriteFile("p.toml", []byte(twoAreas), 0o666); err != nil {
		t.Fatal(err)
	}
	for _, words := range []string{
		"benchmark --plan p.toml", "benchmark --plan p.toml --format json",
		"benchmark --plan p.toml --format csv", "peers --plan p.toml --municipality Viborg",
		"peers --plan p.toml --municipality Viborg --format json", "check", "check --format json",
		"plan", "areas", "version", "completion", "--help",
	} {
		args := append([]string{"raaderum"}, strings.Fields(words)...)
		err := runProgram(context.Background(), args, failing{}, io.Discard)
		if findExitCode(err) != 1 || !strings.Contains(describeError(err, findLanguage(args)), "svaret kan ikke skrives") {
			t.Errorf("%s: %v, exit code %d", words, err, findExitCode(err))
		}
	}
}

// TestInterrupted shows that an interrupted run says so and writes nothing.
func TestInterrupted(t *testing.T) {
	t.Chdir(t.TempDir())
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	err := runProgram(ctx, []string{"raaderum", "benchmark", "--out", "v.xlsx"}, io.Discard, io.Discard)
	if findExitCode(err) != 1 || !strings.Contains(describeError(err, findLanguage(nil)), "afbrudt") {
		t.Errorf("%v, exit code %d", err, findExitCode(err))
	}
	if files, _ := os.ReadDir("."); len(files) > 0 {
		t.Errorf("files are left: %v", files)
	}
}
