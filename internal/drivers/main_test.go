package main

import (
	"context"
	"flag"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/raaderum/raaderum/dataset/danmark"
	"github.com/raaderum/raaderum/lang"
)

var update = flag.Bool("update", false, "write the tables of the document anew")

// TestDocument holds the tables of the document against what the program prints, and has
// the document give a reason for all that was changed, and wherever a model fits worse.
func TestDocument(t *testing.T) {
	const path, begin, end = "../../docs/drivere.md", "<!-- go run ./internal/drivers -->\n", "<!-- slut -->\n"
	want, err := writeTables(context.Background(), danmark.DefaultPlan(lang.Danish))
	if err != nil {
		t.Fatal(err)
	}
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	start, rest, found := strings.Cut(string(text), begin)
	got, after, closed := strings.Cut(rest, end)
	if !found || !closed {
		t.Fatalf("%s has no place for the tables", path)
	}
	if *update {
		got = want
		if err := os.WriteFile(path, []byte(start+begin+want+end+after), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	if got != want {
		t.Errorf("the tables of %s are not those of go run ./internal/drivers; with -update the test writes them\n%s", path, want)
	}
	compared := 0
	for line := range strings.Lines(got) {
		cells := strings.Split(line, " | ")
		if len(cells) < 6 {
			continue
		}
		then, errThen := strconv.ParseFloat(strings.Replace(cells[2], ",", ".", 1), 64)
		now, errNow := strconv.ParseFloat(strings.Replace(cells[4], ",", ".", 1), 64)
		if errThen != nil || errNow != nil {
			continue // the head
		}
		compared++
		name := strings.TrimPrefix(cells[0], "| ")
		if cells[1] != cells[3] && !strings.Contains(after, "**"+name+"**") {
			t.Errorf("no reason is given for the change of %s", name)
		}
		if now < then-0.035 {
			t.Errorf("%s fits worse: R² %v and not %v", name, now, then)
		}
	}
	if compared < 50 {
		t.Errorf("%d models are compared", compared)
	}
	for _, r := range refused {
		if !strings.Contains(after, "**"+r.driver+"**") {
			t.Errorf("no reason is given for refusing %s", r.driver)
		}
	}
}

// TestNoAreaExplainsItself: what an area pays for is never a driver of it, and the mean age
// of 2021 is none at all.
func TestNoAreaExplainsItself(t *testing.T) {
	p := danmark.DefaultPlan(lang.Danish)
	for _, a := range p.Areas {
		circular := []string{"alder"}
		switch a.ID {
		case "foertidspension":
			circular = append(circular, "foertidspension", "beskaeftigelse")
		case "beskaeftigelsesindsats", "kontanthjaelp", "dagpenge", "fleksjob":
			circular = append(circular, "beskaeftigelse")
		}
		for _, id := range circular {
			if slices.Contains(a.Drivers, id) {
				t.Errorf("%s has the driver %s", a.ID, id)
			}
		}
	}
}
