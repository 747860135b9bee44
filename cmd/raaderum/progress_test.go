package main

import (
	"bytes"
	"os"
	"testing"
	"time"

	"github.com/raaderum/raaderum/benchmark/plan"
	"github.com/raaderum/raaderum/lang"
)

// TestCurveProgress: nothing for a second, then a line that is written anew, and
// cleared.
func TestCurveProgress(t *testing.T) {
	var out bytes.Buffer
	now := time.Date(2026, 1, 1, 12, 0, 0, 0, time.UTC)
	line := newCurveProgress(&out, lang.Danish, func() time.Time { return now })
	for i := range 16 {
		line.showCount(i, 20)
		now = now.Add(90 * time.Millisecond)
	}
	line.clearLine()
	line.clearLine()
	const text = "Beregner modeller: 60 pct."
	want := "\r" + text + "\rBeregner modeller: 70 pct." + "\r" + "                          " + "\r"
	if got := out.String(); got != want {
		t.Errorf("got %q, want %q", got, want)
	}

	out.Reset()
	quick := newCurveProgress(&out, lang.English, func() time.Time { return now })
	quick.showCount(1, 2)
	quick.showCount(2, 2)
	quick.clearLine()
	if out.Len() > 0 {
		t.Errorf("a quick job says %q", out.String())
	}
}

// TestNoProgress: a file or a pipe gets no such line.
func TestNoProgress(t *testing.T) {
	f, err := os.Create(t.TempDir() + "/errors")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	asked := plan.Plan{Curve: &plan.Curve{}}
	for _, p := range []program{{line: f}, {line: &bytes.Buffer{}}} {
		options, done := p.newRunOptions(&asked)
		done()
		if options.Progress != nil {
			t.Errorf("%T gets progress", p.line)
		}
	}
}
