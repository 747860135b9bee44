package main

import (
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/raaderum/raaderum/benchmark"
	"github.com/raaderum/raaderum/benchmark/plan"
	"github.com/raaderum/raaderum/benchmark/target"
	"github.com/raaderum/raaderum/dataset"
	"github.com/raaderum/raaderum/dataset/danmark"
	"github.com/raaderum/raaderum/internal/longtest"
	"github.com/raaderum/raaderum/lang"
)

// A block is a piece of code in a document, between two lines of three backquotes.
type block struct {
	place    string // the document and the line where it begins
	language string // what stands after the backquotes
	text     string
}

// documents returns the text of every document by its path from the root of the module,
// and goes there.
func documents(t *testing.T) map[string]string {
	t.Helper()
	t.Chdir("../..")
	names, err := filepath.Glob("docs/*.md")
	if err != nil {
		t.Fatal(err)
	}
	texts := map[string]string{}
	for _, name := range append(names, "README.md", "CONTRIBUTING.md") {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		texts[filepath.ToSlash(name)] = string(text)
	}
	return texts
}

// blocks returns the pieces of code of all documents.
func blocks(t *testing.T) []block {
	t.Helper()
	var all []block
	for name, text := range documents(t) {
		var b *block
		line := 0
		for l := range strings.Lines(text) {
			line++
			language, fence := strings.CutPrefix(strings.TrimSpace(l), "```")
			switch {
			case fence && b == nil:
				b = &block{place: fmt.Sprintf("%s:%d", name, line), language: language}
			case fence:
				all = append(all, *b)
				b = nil
			case b != nil:
				b.text += l
			}
		}
		if b != nil {
			t.Errorf("%s: the block has no end", b.place)
		}
	}
	return all
}

// TestDocumentedOutput runs the commands of the console blocks and compares what they
// write on standard output, from the root of the module. A line of three points stands
// for any lines. Each command takes a whole run, so those that show what another shows
// in other words are run by the long tests.
func TestDocumentedOutput(t *testing.T) {
	repeats := []string{
		"raaderum benchmark --municipality Lolland --lang en",
		"raaderum benchmark --municipality Lolland --area plejefamilier --lang en",
		"raaderum benchmark --municipality Viborg --area administration --target median --lang en",
		"raaderum benchmark --municipality Viborg --area administration" +
			" --prices testdata/prisindeks.csv --lang en",
		"raaderum benchmark --municipality Viborg --area administration" +
			" --corrections testdata/rettelser.csv --lang en",
	}
	found := map[string]bool{}
	wrote := map[string]string{} // by command, for some stand in two documents
	for _, b := range blocks(t) {
		if b.language != "console" {
			continue
		}
		for _, part := range strings.Split("\n"+b.text, "\n$ ")[1:] {
			command, want, _ := strings.Cut(part, "\n")
			found[command] = true
			t.Run(b.place, func(t *testing.T) {
				if slices.Contains(repeats, command) {
					longtest.Skip(t)
				}
				args := strings.Fields(command)
				if args[0] != "raaderum" {
					t.Fatalf("not a command of ours: %s", command)
				}
				got, known := wrote[command]
				if !known {
					var code int
					if got, _, code = raaderum(args[1:]...); code != 0 {
						t.Errorf("$ %s: exit code %d", command, code)
					}
					wrote[command] = got
				}
				if !fits(strings.Split(strings.TrimSpace(got), "\n"), strings.Split(strings.TrimSpace(want), "\n")) {
					t.Errorf("$ %s\nwrites\n%s\nand the document says\n%s", command, got, want)
				}
			})
		}
	}
	if len(found) < 8 {
		t.Errorf("%d commands in the documents", len(found))
	}
	for _, command := range repeats {
		if !found[command] {
			t.Errorf("%s is in no document", command)
		}
	}
}

// fits says whether lines are those of a pattern, in which "..." is any lines.
func fits(lines, pattern []string) bool {
	if len(pattern) == 0 {
		return len(lines) == 0
	}
	if pattern[0] == "..." {
		for skip := 0; skip <= len(lines); skip++ {
			if fits(lines[skip:], pattern[1:]) {
				return true
			}
		}
		return false
	}
	return len(lines) > 0 && lines[0] == pattern[0] && fits(lines[1:], pattern[1:])
}

// TestDocumentedFlags: every command that a document writes is one, and has the flags
// that are written with it.
func TestDocumentedFlags(t *testing.T) {
	found := 0
	for _, b := range blocks(t) {
		for line := range strings.Lines(b.text) {
			line = strings.TrimPrefix(line, "$ ")
			line = strings.Replace(line, "go run ./cmd/raaderum ", "raaderum ", 1)
			words := strings.Fields(line)
			if len(words) < 2 || words[0] != "raaderum" {
				continue
			}
			found++
			help, _, code := raaderum(words[1], "--help")
			if code != 0 {
				t.Errorf("%s: there is no command %q", b.place, words[1])
			}
			for _, word := range words[2:] {
				if strings.HasPrefix(word, "--") && !strings.Contains(help, "\n  "+word+" ") {
					t.Errorf("%s: %s has no flag %s", b.place, words[1], word)
				}
			}
		}
	}
	if found < 20 {
		t.Errorf("%d commands in the documents", found)
	}
}

// TestDocumentedFiles: every plan, ledger, price index and table of figures that a
// document shows can be read.
func TestDocumentedFiles(t *testing.T) {
	dir := t.TempDir()
	found := 0
	for i, b := range blocks(t) {
		file := filepath.Join(dir, fmt.Sprintf("%d.2024.%s", i, b.language))
		var args []string
		switch text := b.text; b.language {
		case "toml":
			if !strings.Contains(text, "[[area]]") { // a piece of a plan
				text = "[[area]]\nid = \"a\"\nspending = [\"library_loans\"]\n\n" + text
			}
			b.text = text
			args = []string{"areas", "--plan", file}
		case "csv":
			flag := "--data"
			switch {
			case strings.HasPrefix(text, "#"):
				flag = "--prices"
			case strings.Contains(text, "begrundelse"):
				flag = "--corrections"
			}
			args = []string{"check", flag, file}
		default:
			continue
		}
		found++
		if err := os.WriteFile(file, []byte(b.text), 0o666); err != nil {
			t.Fatal(err)
		}
		if stdout, stderr, code := raaderum(args...); code != 0 {
			t.Errorf("%s cannot be read:\n%s%s", b.place, stdout, stderr)
		}
	}
	if found < 7 {
		t.Errorf("%d files in the documents", found)
	}
}

// TestDocumentedKeys: the pages on plans and files have every key of an area and of a
// section on files.
func TestDocumentedKeys(t *testing.T) {
	texts := documents(t)
	for page, section := range map[string]any{
		"docs/plans.md": plan.Area{},
		"docs/files.md": dataset.Mapping{},
	} {
		of := reflect.TypeOf(section)
		for i := range of.NumField() {
			key := of.Field(i).Tag.Get("toml")
			found := false
			for line := range strings.Lines(texts[page]) {
				names, _, _ := strings.Cut(strings.TrimPrefix(line, "| "), " | ")
				found = found || strings.HasPrefix(line, "| ") && strings.Contains(names, "`"+key+"`")
			}
			if !found {
				t.Errorf("%s has no line on the key %s", page, key)
			}
		}
	}
}

// TestDocumentedPlan: every plan in the documents runs on the bundled data, and has models.
func TestDocumentedPlan(t *testing.T) {
	found := 0
	for _, b := range blocks(t) {
		if b.language != "toml" || !strings.Contains(b.text, "[[area]]") {
			continue
		}
		found++
		p, err := plan.Parse(b.place, []byte(b.text))
		if err != nil {
			t.Errorf("%v", err)
			continue
		}
		report, err := benchmark.Run(t.Context(), danmark.Accounts(), p, benchmark.Options{})
		if err != nil {
			t.Errorf("%s: %v", b.place, err)
			continue
		}
		for _, m := range report.Models {
			if !m.Fitted() {
				t.Errorf("%s: nothing is expected in %s: %v", b.place, m.Area, m.Warnings)
			}
		}
		for row := range report.Rows() { // a total taken for a figure per inhabitant would be next to 0
			if row.Actual < 10 {
				t.Errorf("%s: %s has %v kr. per unit in %s", b.place, row.Name, row.Actual, row.Area)
			}
		}
	}
	if found == 0 {
		t.Error("there is no plan in the documents")
	}
}

// TestNamedEverywhere: the help and the comments of the default plan name every target
// rule and estimator, and the page on the method every estimator.
func TestNamedEverywhere(t *testing.T) {
	method := documents(t)["docs/method.md"]
	for _, l := range []lang.Language{lang.Danish, lang.English} {
		comments := string(danmark.PlanText(l))
		for _, form := range target.Forms() {
			word, _, _ := strings.Cut(form, ":")
			if !hasWord(usageTarget.In(l), word) {
				t.Errorf("usageTarget, %s: the rule %s is not named", l, word)
			}
			if !hasWord(comments, word) {
				t.Errorf("the default plan, %s: the rule %s is not named", l, word)
			}
		}
		for _, e := range plan.Estimators() {
			if !hasWord(usageEstimator.In(l), string(e)) {
				t.Errorf("usageEstimator, %s: the estimator %s is not named", l, e)
			}
			if !hasWord(comments, string(e)) {
				t.Errorf("the default plan, %s: the estimator %s is not named", l, e)
			}
			if !hasWord(method, string(e)) {
				t.Errorf("docs/method.md: the estimator %s is not named", e)
			}
		}
	}
}

// hasWord says whether a text has a word, and not only as a part of another.
func hasWord(text, word string) bool {
	return regexp.MustCompile(`(^|[^\w-])` + regexp.QuoteMeta(word) + `($|[^\w-])`).MatchString(text)
}

// link finds the targets of links and pictures.
var link = regexp.MustCompile(`\]\(([^)\s]+)\)`)

// TestLinks: every link from one document to another place of the repository leads
// there, and so does the heading that it names.
func TestLinks(t *testing.T) {
	texts := documents(t)
	for name, text := range texts {
		for _, found := range link.FindAllStringSubmatch(text, -1) {
			if strings.Contains(found[1], "://") {
				continue
			}
			path, heading, _ := strings.Cut(found[1], "#")
			target := name
			if path != "" {
				target = filepath.ToSlash(filepath.Join(filepath.Dir(name), path))
			}
			if _, err := os.Stat(target); err != nil {
				t.Errorf("%s: the link %s leads nowhere", name, found[1])
			}
			if heading != "" && !hasHeading(texts[target], heading) {
				t.Errorf("%s: %s has no heading for the link %s", name, target, found[1])
			}
		}
	}
}

// hasHeading says whether a document has a heading that a link calls by its anchor: in
// small letters, with hyphens for spaces and without other marks.
func hasHeading(text, anchor string) bool {
	for line := range strings.Lines(text) {
		heading, ok := strings.CutPrefix(strings.TrimLeft(line, "#"), " ")
		if !ok || !strings.HasPrefix(line, "#") {
			continue
		}
		got := strings.Map(func(r rune) rune {
			switch {
			case r == ' ':
				return '-'
			case unicode.IsLetter(r), unicode.IsDigit(r), r == '-', r == '_':
				return unicode.ToLower(r)
			}
			return -1
		}, strings.TrimSpace(heading))
		if got == anchor {
			return true
		}
	}
	return false
}

// TestPictures: the pictures of the sheets are all shown, and small.
func TestPictures(t *testing.T) {
	texts := documents(t)
	pictures, err := filepath.Glob("docs/billeder/*.png")
	if err != nil {
		t.Fatal(err)
	}
	if len(pictures) == 0 {
		t.Error("there are no pictures")
	}
	var all int64
	for _, picture := range pictures {
		file, err := os.Stat(picture)
		if err != nil {
			t.Fatal(err)
		}
		all += file.Size()
		if file.Size() > 150_000 {
			t.Errorf("%s is %d bytes", picture, file.Size())
		}
		if !strings.Contains(texts["docs/vejledning.md"], "(billeder/"+filepath.Base(picture)+")") {
			t.Errorf("the guide does not show %s", picture)
		}
	}
	if all > 1_000_000 {
		t.Errorf("the pictures are %d bytes together", all)
	}
}

// TestReadmeIsShort: the README is the way in, and no longer than that takes.
func TestReadmeIsShort(t *testing.T) {
	if lines := strings.Count(documents(t)["README.md"], "\n"); lines > 200 {
		t.Errorf("the README has %d lines", lines)
	}
}
