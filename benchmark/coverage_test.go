package benchmark_test

import (
	"context"
	"flag"
	"math"
	"slices"
	"testing"

	"github.com/raaderum/raaderum/benchmark"
	"github.com/raaderum/raaderum/benchmark/plan"
	"github.com/raaderum/raaderum/internal/longtest"
	"github.com/raaderum/raaderum/internal/simulation"
)

var simulatedCountries = flag.Int("countries", 0, "simulated countries in TestCoverage, in every case; 0: few, in the first")

// fifths counts what happens among all municipalities, the smallest fifth and
// the largest.
type fifths struct{ n, hits [3]float64 }

func (f *fifths) add(fifth int, hit bool) {
	for k, in := range []bool{true, fifth == 0, fifth == 4} {
		if in {
			f.n[k]++
			if hit {
				f.hits[k]++
			}
		}
	}
}

func (f *fifths) share(k int) float64 { return f.hits[k] / f.n[k] }

// truth is how near a comparison comes to the differences that are planted.
type truth struct {
	interval fifths // the 95 per cent interval of the expected level has the figures that were not moved
	lasting  fifths // that of the persistent deviation has the lasting effect
	single   float64
	mean     float64
	shrunken float64 // mean squared errors of the year's deviation, the mean's and the persistent one's
	n        float64
}

// measure compares one country's last year, and looks back on the others.
func (tr *truth) measure(t *testing.T, c simulation.Country, change func(*plan.Plan)) {
	t.Helper()
	figures := c.Make()
	data, err := figures.Dataset()
	if err != nil {
		t.Fatal(err)
	}
	plan := figures.Plan
	plan.Estimator, plan.Variance = "clean", "size"
	change(&plan)
	report, err := benchmark.Run(context.Background(), data, plan, benchmark.Options{})
	if err != nil {
		t.Fatal(err)
	}
	var sizes []float64
	for row := range report.Rows() {
		if row.Area == plan.Areas[0].ID {
			sizes = append(sizes, row.Volume)
		}
	}
	slices.Sort(sizes)
	for row := range report.Rows() {
		fifth := 5 * slices.Index(sizes, row.Volume) / len(sizes)
		if figures.Moved(row.Area, row.Municipality, report.Year) == 0 {
			tr.interval.add(fifth, row.Expected.Low <= row.Actual && row.Actual <= row.Expected.High)
		}
		p := row.Persistence
		if p == nil {
			t.Fatalf("%s, %s: nothing lasts", row.Area, row.Name)
		}
		if p.Counted < 3 { // no figure of what lasts is given
			continue
		}
		want := 100 * figures.Lasting(row.Area, row.Municipality)
		tr.lasting.add(fifth, p.LowPct <= want && want <= p.HighPct)
		tr.single += (row.Deviation.Pct - want) * (row.Deviation.Pct - want)
		tr.mean += (p.MeanPct - want) * (p.MeanPct - want)
		tr.shrunken += (p.PersistentPct - want) * (p.PersistentPct - want)
		tr.n++
	}
}

// TestCoverage holds the intervals of the default estimator to what they
// promise, on municipalities whose differences are planted: small ones vary
// more, drivers are measured with error, one figure in twenty is moved. And the
// persistent deviation is nearer to what lasts than a single year's.
// docs/persistence.md has the table.
func TestCoverage(t *testing.T) {
	if testing.Short() {
		t.Skip("long")
	}
	// chance is two standard errors of the smallest and the largest fifth of so few
	countries, areas, chance := 1, 12, 0.03
	if longtest.Wanted() {
		countries, areas, chance = 3, 40, 0.01
	}
	if *simulatedCountries > 0 {
		countries, areas, chance = *simulatedCountries, 40, 0.005
	}
	t.Log("| municipalities | years | expected: all | smallest | largest | lasting: all | smallest | largest | error: year | mean | persistent |")
	t.Log("|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|")
	plain := simulation.Country{Municipalities: 98, Years: 5, Exponent: 0.35, Moved: 0.05, DriverError: 0.3}
	for _, s := range []struct {
		name   string
		always bool
		most   float64 // that an interval may have of the figures; 0: 0.97
		change func(*simulation.Country)
		plan   func(*plan.Plan)
	}{
		{name: "98", always: true},
		{name: "98, lasting effects of 15 per cent", change: func(c *simulation.Country) { c.Lasting = 0.15 }},
		{name: "98, three years", change: func(c *simulation.Country) { c.Years = 3 }},
		{name: "98, drivers without error", change: func(c *simulation.Country) { c.DriverError = 0 }},
		{name: "98, none moved", change: func(c *simulation.Country) { c.Moved = 0 }},
		{name: "98, equal noise", change: func(c *simulation.Country) { c.Exponent = 0 }},
		{name: "98, noise t with 8 df", most: 0.98, change: func(c *simulation.Country) { c.TailDF = 8 }},
		{name: "300", change: func(c *simulation.Country) { c.Municipalities = 300 }},
		{name: "98, least squares, variance constant", plan: func(p *plan.Plan) { p.Estimator, p.Variance = "ols", "constant" }},
	} {
		if !s.always && *simulatedCountries == 0 {
			continue
		}
		var tr truth
		for seed := range countries {
			c := plain
			c.Seed, c.Areas, c.Drivers = uint64(seed+1), areas, 10
			if s.change != nil {
				s.change(&c)
			}
			change := s.plan
			if change == nil {
				change = func(*plan.Plan) {}
			}
			tr.measure(t, c, change)
		}
		years := plain
		if s.change != nil {
			s.change(&years)
		}
		t.Logf("| %s | %d | %.3f | %.3f | %.3f | %.3f | %.3f | %.3f | %.2f | %.2f | %.2f |", s.name, years.Years,
			tr.interval.share(0), tr.interval.share(1), tr.interval.share(2),
			tr.lasting.share(0), tr.lasting.share(1), tr.lasting.share(2),
			math.Sqrt(tr.single/tr.n), math.Sqrt(tr.mean/tr.n), math.Sqrt(tr.shrunken/tr.n))
		if s.plan != nil {
			continue
		}
		if tr.shrunken >= tr.single || tr.shrunken >= tr.mean {
			t.Errorf("%s: the persistent deviation is not the nearest to what lasts", s.name)
		}
		most := s.most
		if most == 0 {
			most = 0.97
		}
		for k, who := range []string{"all", "the smallest fifth", "the largest fifth"} {
			for what, got := range map[string]float64{"the expected level": tr.interval.share(k), "what lasts": tr.lasting.share(k)} {
				if !(got >= 0.93-chance && got <= most+chance) {
					t.Errorf("%s: the interval for %s of %s has %.3f", s.name, what, who, got)
				}
			}
		}
	}
}
