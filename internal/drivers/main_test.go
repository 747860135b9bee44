package main

import (
	"context"
	"flag"
	"os"
	"strconv"
	"strings"
	"testing"

	"github.com/raaderum/raaderum/dataset/danmark"
	"github.com/raaderum/raaderum/internal/longtest"
	"github.com/raaderum/raaderum/lang"
)

var update = flag.Bool("update", false, "write the tables of the document anew")

// TestDocument holds the tables of the document against what the program
// prints, and has the document give a reason wherever the plan's model is
// plainly the worse. Unless the long tests are asked for, only the rows of the
// first area are computed.
func TestDocument(t *testing.T) {
	const path, begin, end = "../../docs/drivere.md", "<!-- go run ./internal/drivers -->\n", "<!-- slut -->\n"
	p := danmark.DefaultPlan(lang.Danish)
	whole := longtest.Wanted() || *update
	if !whole {
		p.Areas = p.Areas[:1]
	}
	want, err := tables(context.Background(), p)
	if err != nil {
		t.Fatal(err)
	}
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	before, rest, found := strings.Cut(string(text), begin)
	got, after, closed := strings.Cut(rest, end)
	if !found || !closed {
		t.Fatalf("%s has no place for the tables", path)
	}
	if *update {
		got = want
		if err := os.WriteFile(path, []byte(before+begin+want+end+after), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	if whole && got != want {
		t.Errorf("the tables of %s are not those of go run ./internal/drivers; with -update the test writes them\n%s", path, want)
	}
	for line := range strings.Lines(want) {
		if !strings.Contains(got, line) {
			t.Errorf("the tables of %s do not have the line\n%s", path, line)
		}
	}
	compared := 0
	for line := range strings.Lines(got) {
		cells := strings.Split(line, " | ")
		if len(cells) < 7 {
			continue
		}
		planned, err := strconv.ParseFloat(strings.Replace(cells[2], ",", ".", 1), 64)
		if err != nil {
			continue // the head
		}
		best, err := strconv.ParseFloat(strings.Replace(cells[4], ",", ".", 1), 64)
		if err != nil {
			t.Fatal(err)
		}
		compared++
		if name := strings.TrimPrefix(cells[0], "| "); best-planned > 0.025 && !strings.Contains(after, "**"+name+"**") {
			t.Errorf("no reason is given for %s, R² %v and not %v", name, planned, best)
		}
		if strings.Count(cells[3], ",") > 3 {
			t.Errorf("more than four drivers: %s", line)
		}
	}
	if compared < 50 {
		t.Errorf("%d models are compared", compared)
	}
}
