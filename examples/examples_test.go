package examples

import (
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/raaderum/raaderum/internal/longtest"
)

// TestExamples runs each example as a stranger would.
func TestExamples(t *testing.T) {
	longtest.SkipAlone(t)
	workbook := filepath.Join(t.TempDir(), "viborg.xlsx")
	for _, c := range []struct {
		args []string
		want string
	}{
		{[]string{"mainjob"}, "Sekretariat/forvaltning      2250 forventet     2419"},
		{[]string{"owndata"}, "Town 17: 570 per inhabitant, expected 400, marked\n"},
		{[]string{"ownfiles", workbook, "../dataset/danmark/data/regnskab.csv"}, ""},
	} {
		args := append([]string{"run", "./" + c.args[0]}, c.args[1:]...)
		out, err := exec.Command("go", args...).CombinedOutput()
		if err != nil {
			t.Errorf("%s: %v\n%s", c.args[0], err, out)
		}
		if !strings.Contains(string(out), c.want) {
			t.Errorf("%s does not say %q:\n%s", c.args[0], c.want, out)
		}
	}
	if file, err := os.Stat(workbook); err != nil || file.Size() == 0 {
		t.Errorf("no workbook was written: %v", err)
	}
}

// TestDocumentedCode: the Go code of the documents is a piece of an example, so that it
// is compiled and run. Indentation does not count.
func TestDocumentedCode(t *testing.T) {
	programs, err := filepath.Glob("*/main.go")
	if err != nil {
		t.Fatal(err)
	}
	var examples []string
	for _, name := range programs {
		examples = append(examples, "\n"+readTrimmed(t, name))
	}
	documents, err := filepath.Glob("../docs/*.md")
	if err != nil {
		t.Fatal(err)
	}
	found := 0
	for _, name := range append(documents, "../README.md") {
		for _, block := range strings.Split(readTrimmed(t, name), "\n```go\n")[1:] {
			code, _, _ := strings.Cut(block, "```")
			found++
			if !slices.ContainsFunc(examples, func(e string) bool { return strings.Contains(e, "\n"+code) }) {
				t.Errorf("%s: no example has\n%s", name, code)
			}
		}
	}
	if found < 4 {
		t.Errorf("%d pieces of Go code in the documents", found)
	}
}

// readTrimmed returns the text of a file without the white space around its lines.
func readTrimmed(t *testing.T, name string) string {
	t.Helper()
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	var trimmed strings.Builder
	for line := range strings.Lines(string(text)) {
		trimmed.WriteString(strings.TrimSpace(line) + "\n")
	}
	return trimmed.String()
}
