package dataset_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/raaderum/raaderum/dataset"
	"github.com/raaderum/raaderum/dataset/danmark"
	"github.com/raaderum/raaderum/lang"
)

// cells makes the figures of 60 towns in four years: spending and people in all, and a driver
// around 40.
func makeTowns(seed uint64) map[string][][]float64 {
	r := rand.New(rand.NewPCG(seed, 1))
	towns := map[string][][]float64{}
	for range 60 {
		people := 30_000 * math.Exp(0.9*r.NormFloat64())
		each := 8_000 + 900*r.NormFloat64()
		age := 40 + 2*r.NormFloat64()
		for y := range 4 {
			if len(towns["people"]) <= y {
				for _, id := range []string{"people", "spending", "age"} {
					towns[id] = append(towns[id], nil)
				}
			}
			now := people * (1 + 0.01*float64(y) + 0.005*r.NormFloat64())
			towns["people"][y] = append(towns["people"][y], math.Round(now))
			towns["spending"][y] = append(towns["spending"][y], math.Round(now*each*(1+0.04*r.NormFloat64())))
			towns["age"][y] = append(towns["age"][y], age+0.1*r.NormFloat64())
		}
	}
	return towns
}

// buildTowns makes a data set of them.
func buildTowns(t *testing.T, towns map[string][][]float64) *dataset.Dataset {
	var list []cell
	for id, years := range towns {
		for y, column := range years {
			for m, v := range column {
				if !math.IsNaN(v) {
					list = append(list, cell{fmt.Sprintf("M%03d", m), 2021 + y, id, v})
				}
			}
		}
	}
	return buildCells(t, list)
}

// TestFindImplausible changes good figures in one way each.
func TestFindImplausible(t *testing.T) {
	all := func(column []float64, factor float64, every int) {
		for m := 0; m < len(column); m += every {
			column[m] *= factor
		}
	}
	for name, test := range map[string]struct {
		change func(towns map[string][][]float64)
		want   []string // in what is said; nil: nothing
	}{
		"one town's people in other years": {func(c map[string][][]float64) { c["people"][3][7] *= 3 }, nil},
		"the people of all years of one a thousand times": {func(c map[string][][]float64) {
			for y := range 4 {
				c["people"][y][20] *= 1000
			}
		}, []string{"people", "M020", "times what is typical"}},
		"the spending of one in all years ten times, relative to people": {func(c map[string][][]float64) {
			for y := range 4 {
				c["spending"][y][20] *= 1000
			}
		}, []string{"spending", "M020", "times what is typical"}},
		"half of the towns ten times": {func(c map[string][][]float64) {
			for y := range 4 {
				all(c["spending"][y], 10, 2)
			}
		}, []string{"spending", "relative to people", "two groups"}},
		"half of the towns ten times in a year": {func(c map[string][][]float64) { all(c["people"][2], 10, 2) },
			[]string{"people (2023)", "own of other years", "two groups"}},
		"a column moved down": {func(c map[string][][]float64) {
			column := c["people"][3]
			copy(column[21:], column[20:])
			column[20] = math.NaN()
		}, []string{"people (2024)", "from M02", "next municipality"}},
		"a column moved up": {func(c map[string][][]float64) {
			column := c["spending"][1]
			copy(column[10:], column[11:])
			column[59] = math.NaN()
		}, []string{"spending (2022)", "from M01", "next municipality"}},
		"two columns exchanged": {func(c map[string][][]float64) { c["people"][3], c["age"][3] = c["age"][3], c["people"][3] },
			[]string{"people", "age"}},
		"years for figures": {func(c map[string][][]float64) {
			for m := range c["age"][3] {
				c["age"][3][m] = 2024
			}
		}, []string{"age (2024)", "are the year"}},
		"nothing":                     {func(map[string][][]float64) {}, nil},
		"growth of a quarter":         {func(c map[string][][]float64) { all(c["spending"][3], 1.25, 1) }, nil},
		"one town grows by half":      {func(c map[string][][]float64) { c["people"][3][7] *= 1.5 }, nil},
		"an account moved for a year": {func(c map[string][][]float64) { c["spending"][2][7] /= 100 }, nil},
		"the last year in thousands": {func(c map[string][][]float64) { all(c["spending"][3], 1e-3, 1) },
			[]string{"spending", "2023", "2024", "0.0010"}},
		"a year a thousand times": {func(c map[string][][]float64) { all(c["spending"][1], 1e3, 1) },
			[]string{"spending", "2021", "2022", "times as large"}},
		"half of the towns in thousands": {func(c map[string][][]float64) {
			for y := range 4 {
				all(c["people"][y], 1e-3, 2)
			}
		}, []string{"people", "two groups"}},
		"a thousands mark in half of the rows": {func(c map[string][][]float64) {
			all(c["age"][3], 1e-3, 2)
		}, []string{"age", "2024", "two groups"}},
		"people of one a thousand times":    {func(c map[string][][]float64) { c["people"][3][20] *= 1000 }, []string{"people", "M020", "2024", "times the municipality"}},
		"people of one a thousandth":        {func(c map[string][][]float64) { c["people"][1][20] /= 1000 }, []string{"people", "M020", "2022", "0.00"}},
		"spending of one a thousand times":  {func(c map[string][][]float64) { c["spending"][3][20] *= 1000 }, []string{"spending", "M020", "2024"}},
		"a driver of one a tenth":           {func(c map[string][][]float64) { c["age"][3][20] /= 10 }, []string{"age", "M020", "2024", "0.1"}},
		"-9999 for what is missing":         {func(c map[string][][]float64) { c["age"][3][3], c["age"][3][9] = -9999, -9999 }, []string{"age", "-9999", "2 times"}},
		"99999 for what is missing":         {func(c map[string][][]float64) { c["age"][3][3], c["age"][3][9] = 99999, 99999 }, []string{"age", "99999", "2 times"}},
		"the same spending in two years":    {func(c map[string][][]float64) { copy(c["spending"][3], c["spending"][2]) }, []string{"spending", "2023", "2024", "the same"}},
		"a driver that is another one":      {func(c map[string][][]float64) { copy(c["age"][3], c["people"][3]) }, []string{"age", "people", "the same"}},
		"a driver that is the same for all": {func(c map[string][][]float64) { copy(c["age"][3], c["age"][2]) }, nil},
	} {
		t.Run(name, func(t *testing.T) {
			for seed := range uint64(5) {
				towns := makeTowns(seed)
				test.change(towns)
				found, _ := buildTowns(t, towns).FindImplausible(dataset.Scope{Indicators: []string{"people", "spending", "age"},
					Changing: []string{"spending"}, Sizes: []string{"people"}})
				if test.want == nil {
					if len(found) > 0 {
						t.Errorf("seed %d: found %s", seed, found.In(lang.English))
					}
					continue
				}
				said := found.In(lang.English)
				for _, want := range test.want {
					if !strings.Contains(said, want) {
						t.Errorf("seed %d: said %q, without %q", seed, said, want)
					}
				}
			}
		})
	}
}

// TestBundledArePlausible: nothing is found in real accounts, so that what is found means
// something.
func TestBundledArePlausible(t *testing.T) {
	d := danmark.Accounts()
	var ids, spending []string
	for _, ind := range d.Indicators() {
		ids = append(ids, ind.ID)
		if strings.HasPrefix(ind.ID, "regk31.") {
			spending = append(spending, ind.ID)
		}
	}
	if len(spending) < 20 {
		t.Fatalf("%d accounts", len(spending))
	}
	found, unusual := d.FindImplausible(dataset.Scope{Indicators: ids, Changing: spending, Sizes: []string{"folketal"}})
	if len(found) > 0 {
		t.Error(found)
	}
	t.Logf("unusual:\n%v", unusual)
}

// TestInvisibleLetters: a code with a letter that nobody sees in it is that code.
func TestInvisibleLetters(t *testing.T) {
	text := "kommunekode;år;x\n101;2024;1\n147\u200b;2024;2\n\u2060151\ufeff;2024;3\n"
	d, err := dataset.Read(t.Context(), []dataset.Source{dataset.Bytes("a.csv", []byte(text))}, dataset.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for code, want := range map[string]float64{"101": 1, "147": 2, "151": 3} {
		if got := d.Value(code, 2024, "x"); got != want {
			t.Errorf("%s: %v, want %v (%v)", code, got, want, d.Municipalities())
		}
	}
}
