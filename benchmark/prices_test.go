package benchmark_test

import (
	"slices"
	"testing"

	"github.com/raaderum/raaderum/benchmark"
	"github.com/raaderum/raaderum/benchmark/plan"
	"github.com/raaderum/raaderum/internal/wordstest"
)

// TestPrices: pooling with an index is pooling of figures that were brought to
// the last year's prices by hand.
func TestPrices(t *testing.T) {
	s := country(60, 3)
	index := map[int]float64{year - 3: 90, year - 2: 95, year - 1: 100, year: 104}
	p := testPlan()
	p.Pool = 2
	p.Prices = plan.Prices{Source: "by hand", Index: index}
	r := run(t, panel(t, s, 4, 1), p)
	if want := (benchmark.PriceLevel{Year: year, Source: "by hand"}); r.Prices.Year != want.Year || r.Prices.Source != want.Source {
		t.Errorf("price level %+v", r.Prices)
	}
	if slices.Contains(codes(r.Warnings), benchmark.CurrentPrices) {
		t.Error("warns of current prices")
	}
	d := panel(t, s, 4, 1)
	for row := range r.Rows() {
		kr, krBefore, people := 0.0, 0.0, 0.0
		for y, factor := range index {
			v := d.Value(row.Municipality, y, "kr") * 104 / factor
			if y >= year-1 {
				kr += v
				people += d.Value(row.Municipality, y, "people")
			}
			if y == year-1 || y == year-2 { // the period a year earlier
				krBefore += v
			}
		}
		compare(t, "actual", row.Actual, kr/people, 1e-12)
		compare(t, "change", row.ValueChange, (kr-krBefore)/people, 1e-9)
		for _, y := range row.Persistence.Years { // a year is in its own prices
			compare(t, "year", y.Actual, d.Value(row.Municipality, y.Year, "kr")/d.Value(row.Municipality, y.Year, "people"), 1e-12)
		}
	}
}

// TestPriceLevels: what is said of the prices, and when changes are shown.
func TestPriceLevels(t *testing.T) {
	d := panel(t, country(60, 3), 4, 1)
	for name, test := range map[string]struct {
		pool    int
		index   map[int]float64
		year    int // of the price level
		warns   bool
		changes bool
		factor  float64 // of last year's figure in the change
	}{
		"none":                        {1, nil, 0, true, true, 1},
		"both years":                  {1, map[int]float64{year - 1: 100, year: 110}, year, false, true, 1.1},
		"another year":                {1, map[int]float64{year - 2: 100, year: 110}, 0, true, true, 1},
		"pooled, none":                {2, nil, 0, true, true, 1},
		"pooled, not those before":    {2, map[int]float64{year - 1: 100, year: 110}, year, true, false, 1},
		"only ratios":                 {1, map[int]float64{year - 1: 50, year: 55}, year, false, true, 1.1},
		"an index of other years":     {1, map[int]float64{1999: 100}, 0, true, true, 1},
		"an index that does not move": {1, map[int]float64{year - 1: 70, year: 70}, year, false, true, 1},
	} {
		t.Run(name, func(t *testing.T) {
			p := testPlan()
			p.Pool = test.pool
			if test.index != nil {
				p.Prices = plan.Prices{Source: "x", Index: test.index}
			}
			r := run(t, d, p)
			if r.Prices.Year != test.year || (r.Prices.Source != "") != (test.year != 0) {
				t.Errorf("price level %+v", r.Prices)
			}
			warned := 0
			for _, w := range r.Warnings {
				if w.Code == benchmark.CurrentPrices {
					warned++
					wordstest.Check(t, name, w)
				}
			}
			if (warned == 1) != test.warns || warned > 1 {
				t.Errorf("%d warnings of prices", warned)
			}
			row := rowOf(t, r, "all", "101")
			if !test.changes {
				compare(t, "change", row.ValueChange, nan, 0)
				return
			}
			if test.pool == 1 {
				people := d.Value("101", year, "people")
				compare(t, "change", row.ValueChange, (d.Value("101", year, "kr")-test.factor*d.Value("101", year-1, "kr"))/people, 1e-9)
			}
		})
	}
}
