package benchmark_test

import (
	"cmp"
	"context"
	"flag"
	"math"
	"slices"
	"testing"

	"github.com/raaderum/raaderum/benchmark"
	"github.com/raaderum/raaderum/benchmark/plan"
	"github.com/raaderum/raaderum/dataset"
	"github.com/raaderum/raaderum/internal/longtest"
	"github.com/raaderum/raaderum/internal/simulation"
)

var simulatedYears = flag.Int("years", 0, "simulated years in TestDetection, with every estimator; 0: few, with the most important")

// detection is what a comparison finds of the figures that were moved.
type detection struct {
	power     float64 // the share of the moved that were found
	falseRate float64 // the share of what was found that was not moved that way
	flagged   float64 // the share of years in which anything was found
	gamma     float64 // how the variance was thought to fall with size
}

// detect compares every year and flags what differs on either side at a false
// discovery rate of 5 per cent within the year.
func detect(t *testing.T, figures *simulation.Figures, estimator, variance string) (all detection) {
	t.Helper()
	data, err := figures.Dataset()
	if err != nil {
		t.Fatal(err)
	}
	p := figures.Plan
	p.Estimator, p.Variance = plan.Estimator(estimator), plan.Variance(variance)
	years := float64(len(figures.Years()))
	for _, year := range figures.Years() {
		alone, err := data.Subset(dataset.Selection{Years: []int{year}})
		if err != nil {
			t.Fatal(err)
		}
		report, err := benchmark.Run(context.Background(), alone, p, benchmark.Options{})
		if err != nil {
			t.Fatal(err)
		}
		type result struct {
			p   float64 // two-sided
			hit bool
		}
		var results []result
		moved, right, wrong := 0, 0, 0
		for row := range report.Rows() {
			way := figures.Moved(row.Area, row.Municipality, year)
			if way != 0 {
				moved++
			}
			hit := float64(way)*row.Deviation.PerUnit > 0
			results = append(results, result{p: 2 * min(row.Test.P, 1-row.Test.P), hit: hit})
		}
		slices.SortFunc(results, func(a, b result) int { return cmp.Compare(a.p, b.p) })
		last := -1
		for i, r := range results {
			if r.p <= 0.05*float64(i+1)/float64(len(results)) {
				last = i
			}
		}
		for _, r := range results[:last+1] {
			if r.hit {
				right++
			} else {
				wrong++
			}
		}
		all.power += float64(right) / math.Max(1, float64(moved)) / years
		all.falseRate += float64(wrong) / math.Max(1, float64(right+wrong)) / years
		if right+wrong > 0 {
			all.flagged += 1 / years
		}
		for _, m := range report.Models {
			all.gamma += m.Gamma / float64(len(report.Models)) / years
		}
	}
	return all
}

// TestDetection looks for differences whose place is known. Least squares hides
// half of them, the robust estimators alone find false ones; the clean one with
// variance by size is the default because it does neither. docs/detection.md
// has the table of all of them.
func TestDetection(t *testing.T) {
	if testing.Short() {
		t.Skip("long")
	}
	// chance is how many times two standard errors on two years are allowed for
	years, estimators, chance := 2, []string{"ols", "clean"}, 1.0
	if *simulatedYears > 0 {
		chance = 0
		years, estimators = *simulatedYears, []string{"ols", "wls", "huber", "mm", "quantile", "clean"}
	}
	long := *simulatedYears > 0 || longtest.Wanted()
	t.Log("| municipalities | estimator | variance | power | false share | years flagged |")
	t.Log("|---|---|---|--:|--:|--:|")
	for _, s := range []struct {
		name                 string
		country              simulation.Country
		power, most, flagged float64 // of the default on many years
	}{
		{"98", simulation.Country{Municipalities: 98, Exponent: 0.35, Moved: 0.05}, 0.95, 0.05, 1},
		{"98, equal noise", simulation.Country{Municipalities: 98, Moved: 0.05}, 0.95, 0.06, 1},
		{"98, 15 % moved", simulation.Country{Municipalities: 98, Exponent: 0.35, Moved: 0.15}, 0.95, 0.06, 1},
		{"98, noise t with 4 df", simulation.Country{Municipalities: 98, Exponent: 0.35, Moved: 0.05, TailDF: 4}, 0.5, 0.06, 1},
		{"98, noise t with 8 df", simulation.Country{Municipalities: 98, Exponent: 0.35, Moved: 0.05, TailDF: 8}, 0.8, 0.06, 1},
		{"300", simulation.Country{Municipalities: 300, Exponent: 0.35, Moved: 0.05}, 0.95, 0.06, 1},
		{"98, none moved", simulation.Country{Municipalities: 98, Exponent: 0.35}, 0, 1, 0.05},
	} {
		if !long && s.name != "98" {
			continue
		}
		s.country.Seed, s.country.Areas, s.country.Years, s.country.Drivers = 1, 40, years, 10
		if s.country.Moved == 0 {
			s.country.Years *= 4 // a rare event
		}
		figures := s.country.Make()
		for _, estimator := range estimators {
			for _, variance := range plan.Variances() {
				got := detect(t, figures, estimator, string(variance))
				t.Logf("| %s | %s | %s | %.3f | %.3f | %.2f |", s.name, estimator, variance, got.power, got.falseRate, got.flagged)
				if variance == "size" && (got.gamma < 0 || got.gamma > 0.45 || s.country.Exponent > 0 && s.country.Moved <= 0.05 && got.gamma < 0.12) {
					t.Errorf("%s, %s: γ is %.2f on average, the noise falls with %.2f beside lasting effects that do not", s.name, estimator, got.gamma, s.country.Exponent)
				}
				if estimator == "clean" && variance == "size" && (got.power < s.power-0.02*chance || got.falseRate > s.most || got.flagged > s.flagged+0.2*chance) {
					t.Errorf("%s: the default finds %.3f (at least %.2f) with %.3f false (at most %.2f), and something in %.2f of the years (at most %.2f)",
						s.name, got.power, s.power, got.falseRate, s.most, got.flagged, s.flagged)
				}
				if estimator == "ols" && got.power > 0.7 {
					t.Errorf("%s: least squares hides nothing: %.3f", s.name, got.power)
				}
			}
		}
	}
}
