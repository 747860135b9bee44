package text_test

import (
	"strings"
	"testing"

	"github.com/raaderum/raaderum/benchmark"
	"github.com/raaderum/raaderum/benchmark/plan"
	"github.com/raaderum/raaderum/benchmark/text"
	"github.com/raaderum/raaderum/lang"
)

// Of many warnings a few lines are written, the rest counted; those wanted are all written.
func TestWarningsAreFew(t *testing.T) {
	r := compareYears(t, years{func(*plan.Plan) {}, []string{"aeldre", "folkeskole", "specialskole"}})
	write := func(r *benchmark.Report, all bool) (said string, lines int) {
		t.Helper()
		var b strings.Builder
		if err := text.WriteWarnings(&b, r, lang.English, all); err != nil {
			t.Fatal(err)
		}
		return b.String(), strings.Count(b.String(), "\n")
	}
	few, lines := write(r, false)
	all, allLines := write(r, true)
	if lines > 3 || !strings.Contains(few, "remarks not shown: --warnings") {
		t.Errorf("%d lines of few:\n%s", lines, few)
	}
	if allLines <= 3 || strings.Contains(all, "--warnings") {
		t.Errorf("%d lines of all:\n%s", allLines, all)
	}
	said := strings.Join(strings.Fields(all), " ")
	last := -1
	for _, n := range r.Notices() {
		at := strings.Index(said, strings.Join(strings.Fields(n.In(lang.English)), " "))
		if at <= last {
			t.Errorf("%s is not said in its place", n.In(lang.English))
		}
		last = at
	}
	// What makes a figure wrong is said at once, however long it is, and first.
	wrong := *r
	wrong.Models = append([]benchmark.Model{}, r.Models...)
	wrong.Models[0].Warnings = append(wrong.Models[0].Warnings, benchmark.Warning{Code: benchmark.NotKroner})
	if said, _ := write(&wrong, false); !strings.HasPrefix(said, "Warning: ") {
		t.Errorf("a wrong figure is not told first:\n%s", said)
	}
	if n := wrong.Notices()[0]; n.Code != benchmark.NotKroner || n.Weight != benchmark.Wrong {
		t.Errorf("the first notice is %+v", n)
	}
}
