package benchmark_test

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/raaderum/raaderum/benchmark"
	"github.com/raaderum/raaderum/benchmark/plan"
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
		"only ratios":                 {1, map[int]float64{year - 1: 1, year: 1.1}, year, false, true, 1.1},
		"an index of other years":     {1, map[int]float64{1999: 100}, 0, true, true, 1},
		"an index that does not move": {1, map[int]float64{year - 1: 7, year: 7}, year, false, true, 1},
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
					checkWords(t, name, w)
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

// TestPricesPlan: the table [prices], and everything that can be wrong in it.
func TestPricesPlan(t *testing.T) {
	const area = "\n[[area]]\nid = \"a\"\nspending = [\"kr\"]\n"
	p, err := plan.Parse("p.toml", []byte("[prices]\nsource = \"KL\"\nindex = { 2021 = 100, 2022 = 103.1 }\n"+area))
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(plan.Prices{Source: "KL", Index: map[int]float64{2021: 100, 2022: 103.1}}, p.Prices); diff != "" {
		t.Error(diff)
	}
	if _, err := plan.Parse("p.toml", []byte("[prices]\nsource = \"KL\"\n[prices.index]\n2021 = 100\n"+area)); err != nil {
		t.Errorf("as a table of its own: %v", err)
	}
	for text, want := range map[string][]found{
		"prices = 3":                                                  {{1, "prices", "3"}},
		"[prices]\nfile = \"x\"":                                      {{2, "prices.file", "file"}},
		"[prices]\nsource = \"x\"\nindex = [1, 2]":                    {{3, "prices.index", "[1 2]"}},
		"[prices]\nsource = \"x\"\nindex = {a = 1}":                   {{3, "prices.index", "a"}},
		"[prices]\nsource = \"x\"\nindex = {21 = 1}":                  {{3, "prices.index", "21"}},
		"[prices]\nsource = \"x\"\nindex = {2021 = \"1\"}":            {{3, "prices.index", "2021"}},
		"[prices]\nsource = \"x\"\nindex = {2021 = nan}":              {{3, "prices.index", "2021"}},
		"[prices]\nsource = \"x\"\nindex = {2021 = 0}":                {{3, "prices.index", "0"}},
		"[prices]\nsource = \"x\"\nindex = {2021 = -1}":               {{3, "prices.index", "-1"}},
		"[prices]\nsource = \"x\"\nindex = {2021 = 100, 2022 = 1031}": {{3, "prices.index", "1031"}},
		"[prices]\nsource = \"x\"\nindex = {2021 = 1, 2019 = 100}":    {{3, "prices.index", "1"}},
		"[prices]\nindex = {2021 = 1}":                                {{1, "prices.source", ""}},
		"[prices]\nsource = \"x\"":                                    {{1, "prices.index", ""}},
	} {
		_, err := plan.Parse("p.toml", []byte(text+"\n"+area))
		if diff := cmp.Diff(want, listOf(t, err, "p.toml")); diff != "" {
			t.Errorf("%s (-want +got):\n%s", text, diff)
		}
	}
}

// TestPricesMissing: a year that is pooled and has no index is an error that
// names it.
func TestPricesMissing(t *testing.T) {
	d := panel(t, country(60, 3), 4, 1)
	p := testPlan()
	p.Pool, p.Prices = 3, plan.Prices{Source: "x", Index: map[int]float64{year - 2: 1, year: 2}}
	err := p.Check(d)
	if diff := cmp.Diff([]found{{0, "prices.index", "2023"}}, listOf(t, err, "")); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	p.Pool = 1
	if err := p.Check(d); err != nil {
		t.Errorf("one year alone: %v", err)
	}
	p.Pool, p.Year = 2, year-1 // 2022 and 2023
	if diff := cmp.Diff([]found{{0, "prices.index", "2023"}}, listOf(t, p.Check(d), "")); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
