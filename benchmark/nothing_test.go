package benchmark_test

import (
	"bytes"
	"context"
	"errors"
	"io"
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/raaderum/raaderum/benchmark"
	"github.com/raaderum/raaderum/benchmark/plan"
	"github.com/raaderum/raaderum/internal/niltest"
	"github.com/raaderum/raaderum/lang"
)

// TestNothing: no data set, no report and a plan without areas are errors in words of
// both languages, and never a panic.
func TestNothing(t *testing.T) {
	ctx := t.Context()
	d := country(45, 1).dataset(t)
	_, noData := benchmark.Run(ctx, nil, testPlan(), benchmark.Options{})
	_, noPlan := benchmark.Run(ctx, d, plan.Plan{}, benchmark.Options{})
	var none *benchmark.Report
	_, noTargets := none.Sensitivity(ctx)
	_, noCurve := none.CurveOf(ctx, "101", "all")
	for what, err := range map[string]error{
		"no data": noData, "no plan": noPlan, "targets of no report": noTargets,
		"curve of no report": noCurve, "JSON of no report": none.WriteJSON(ctx, io.Discard),
	} {
		if err == nil {
			t.Errorf("%s: no error", what)
			continue
		}
		if da, en := lang.Of(err, lang.Danish), lang.Of(err, lang.English); da == en || da == "" || en == "" {
			t.Errorf("%s: %q and %q", what, da, en)
		}
	}
}

// TestNothingElse: whatever is asked of nothing is an error or an empty answer.
func TestNothingElse(t *testing.T) {
	niltest.Methods(t, (*benchmark.Report)(nil), &benchmark.Report{},
		(*benchmark.Sensitivity)(nil), &benchmark.Sensitivity{}, (*benchmark.Model)(nil),
		&benchmark.Model{}, (*benchmark.PeerGroup)(nil), &benchmark.PeerGroup{},
		&benchmark.Peer{}, &benchmark.Row{}, benchmark.Target{}, benchmark.Warning{},
		benchmark.AppliedCorrection{}, benchmark.Grade(""), benchmark.Expected{}, benchmark.Difference{})
	niltest.Functions(t, map[string]any{"Run": benchmark.Run})
	r := run(t, country(45, 1).dataset(t), testPlan())
	targets, err := r.Sensitivity(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	niltest.Methods(t, r, targets) // without a municipality, an area or a row
}

// TestNotFinite: a volume of next to nothing, or a factor beyond all sense, makes no
// figure that anybody is compared with.
func TestNotFinite(t *testing.T) {
	s := country(45, 3)
	s.columns["people"][4] = 1e-305
	p := testPlan()
	p.Accept = []string{"kr", "density"}
	p.Curve = &plan.Curve{Estimators: []plan.Estimator{plan.OLS}}
	r := run(t, s.dataset(t), p)
	var warned bool
	for _, w := range r.Models[0].Warnings {
		if w.Code == benchmark.NotFinite {
			warned = strings.Contains(w.In(lang.English), "Town 105")
		}
	}
	if !warned {
		t.Errorf("nobody is told of Town 105: %v", r.Models[0].Warnings)
	}
	for row := range r.Rows() {
		if lost := row.Municipality == "105"; math.IsNaN(row.Actual) != lost {
			t.Errorf("%s: actual %v", row.Name, row.Actual)
		}
		if e := row.Expected.Level; row.Municipality != "105" && !(e > 1000 && e < 1e6) {
			t.Errorf("%s: %v is expected", row.Name, e)
		}
	}
	written(t, r)

	p.Areas[0].SpendingFactor = 1e300
	if err := p.Check(s.dataset(t)); err == nil || !strings.Contains(err.Error(), "spending_factor") {
		t.Errorf("a factor of 1e300: %v", err)
	}
}

// TestOutputsCancelled: what takes its time ends with its context.
func TestOutputsCancelled(t *testing.T) {
	p := testPlan()
	p.Curve = &plan.Curve{Estimators: []plan.Estimator{plan.OLS}}
	r := run(t, country(45, 4).dataset(t), p)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	_, targets := r.Sensitivity(ctx)
	_, curve := r.CurveOf(ctx, "101", "all")
	var b bytes.Buffer
	for what, err := range map[string]error{
		"Run": func() error {
			_, err := benchmark.Run(ctx, country(45, 4).dataset(t), p, benchmark.Options{})
			return err
		}(),
		"Sensitivity": targets, "CurveOf": curve, "WriteJSON": r.WriteJSON(ctx, &b),
	} {
		if !errors.Is(err, context.Canceled) {
			t.Errorf("%s: %v", what, err)
		}
	}
}

// TestRowsFrom: the rows from a position are those of the report, whatever is asked
// for.
func TestRowsFrom(t *testing.T) {
	r := run(t, country(45, 4).dataset(t), testPlan())
	all := slices.Collect(r.Rows())
	for _, c := range []struct{ first, n, from, to int }{
		{0, len(all), 0, len(all)}, {5, 3, 5, 8}, {5, math.MaxInt, 5, len(all)}, {len(all) - 1, 9, len(all) - 1, len(all)},
		{len(all), 1, 0, 0}, {math.MaxInt, 1, 0, 0}, {-5, 3, 0, 0}, {-2, 5, 0, 3}, {3, 0, 0, 0}, {3, -1, 0, 0},
	} {
		got := slices.Collect(r.RowsFrom(c.first, c.n))
		if plain := slices.Collect(r.PlainRowsFrom(c.first, c.n)); len(plain) != len(got) {
			t.Errorf("%d from %d: %d plain rows and %d", c.n, c.first, len(plain), len(got))
		}
		if diff := cmp.Diff(all[c.from:c.to], got, cmpopts.EquateNaNs(), cmpopts.EquateEmpty()); diff != "" {
			t.Errorf("%d from %d (-want +got):\n%s", c.n, c.first, diff)
		}
	}
}
