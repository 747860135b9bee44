package dataset_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/raaderum/raaderum/dataset"
	"github.com/raaderum/raaderum/lang"
)

// makeAccounts makes the figures of 40 towns on eight accounts, and a driver, in four years.
func makeAccounts(seed uint64) map[string][][]float64 {
	r := rand.New(rand.NewPCG(seed, 2))
	accounts := map[string][][]float64{}
	add := func(id string, level, apart, change float64) {
		own := make([]float64, 40)
		for m := range own {
			own[m] = level * math.Exp(apart*r.NormFloat64())
		}
		for y := range 4 {
			column := make([]float64, len(own))
			for m, v := range own {
				growth := 1 + 0.03*float64(y)
				column[m] = math.Round(100*v*growth*math.Exp(change*r.NormFloat64())) / 100
			}
			accounts[id] = append(accounts[id], column)
		}
	}
	for i := range 8 {
		add(fmt.Sprintf("account%d", i), 400*float64(i+1), 0.25, 0.06)
	}
	add("driver", 2.7, 0.25, 0.05)
	return accounts
}

// TestWholeAccounts changes good accounts in one way each.
func TestWholeAccounts(t *testing.T) {
	each := func(c map[string][][]float64, change func(column []float64)) {
		for id, years := range c {
			if strings.HasPrefix(id, "account") {
				change(years[3])
			}
		}
	}
	times := func(by float64) func(c map[string][][]float64) {
		return func(c map[string][][]float64) {
			each(c, func(column []float64) {
				for m := range column {
					column[m] *= by
				}
			})
		}
	}
	for name, test := range map[string]struct {
		change func(c map[string][][]float64)
		want   []string // in what is said; nil: nothing
		accept string   // so that nothing is said
	}{
		"nothing":           {func(map[string][][]float64) {}, nil, ""},
		"a tenth more":      {times(1.08), nil, ""},
		"half of the year":  {times(0.5), []string{"accounts of 2024", "part of the year"}, "2024"},
		"three quarters":    {times(0.75), []string{"accounts of 2024", "part of the year"}, "2024"},
		"four times":        {times(4), []string{"accounts of 2024", "several years"}, ""},
		"one account twice": {func(c map[string][][]float64) { multiply(c["account3"][3], 4) }, []string{"account3", "in nearly all municipalities"}, ""},
		"half of one town": {func(c map[string][][]float64) { each(c, func(column []float64) { column[7] /= 2 }) },
			[]string{"M007", "8 accounts", "of the right municipality"}, "M007 2024"},
		"two towns exchanged": {func(c map[string][][]float64) {
			each(c, func(column []float64) { column[7], column[23] = column[23], column[7] })
		}, []string{"M007 and M023 (2024) have probably changed places"}, "M007 2024"},
		"two accounts exchanged": {func(c map[string][][]float64) {
			c["account6"][3], c["account7"][3] = c["account7"][3], c["account6"][3]
		}, []string{"account6", "account7", "(2024) have probably changed places"}, ""},
		"a mark":                {func(c map[string][][]float64) { c["account3"][3][9] = -9999 }, []string{"account3", "M009", "-9999"}, "account3"},
		"a sign":                {func(c map[string][][]float64) { c["account3"][3][9] *= -1 }, []string{"account3", "M009"}, "account3"},
		"a small refund":        {func(c map[string][][]float64) { c["account3"][3][9] = -2 }, nil, ""},
		"a refund every year":   {func(c map[string][][]float64) { c["account3"][3][9], c["account3"][2][9] = -2000, -1500 }, nil, ""},
		"the signs of a column": {func(c map[string][][]float64) { multiply(c["account3"][3], -1) }, []string{"account3 (2024)", "reversed"}, "account3"},
		"a zero":                {func(c map[string][][]float64) { c["account3"][3][9] = 0 }, nil, ""},
		"three zeros of a town": {func(c map[string][][]float64) {
			c["account1"][3][9], c["account3"][3][9], c["account5"][3][9] = 0, 0, 0
		}, []string{"M009 has 0 in 2024 on several accounts"}, ""},
		"four zeros of an account": {func(c map[string][][]float64) { clear(c["account1"][3][9:13]) }, []string{"account1: 4 municipalities have 0 in 2024"}, "account1"},
		"a driver below 0":         {func(c map[string][][]float64) { c["driver"][3][9] = -2.7 }, []string{"driver", "M009", "-2.7"}, "driver"},
		"a driver's mark":          {func(c map[string][][]float64) { c["driver"][3][9] = -9999 }, []string{"driver", "M009", "-9999"}, "driver"},
		"a driver of 0":            {func(c map[string][][]float64) { c["driver"][3][9] = 0 }, []string{"driver", "M009", "figure 0"}, "driver"},
		"five drivers of 0":        {func(c map[string][][]float64) { clear(c["driver"][3][9:14]) }, []string{"driver", "M009", "M013"}, "driver"},
		"a tenth of a driver":      {func(c map[string][][]float64) { c["driver"][3][9] /= 10 }, []string{"driver", "M009", "0.", "own of other years"}, "driver"},
	} {
		t.Run(name, func(t *testing.T) {
			for seed := range uint64(5) {
				c := makeAccounts(seed)
				test.change(c)
				d := buildTowns(t, c)
				scope := dataset.Scope{}
				for id := range c {
					scope.Indicators = append(scope.Indicators, id)
					if id != "driver" {
						scope.Changing = append(scope.Changing, id)
					}
				}
				found, _ := d.FindImplausible(scope)
				if test.want == nil && len(found) > 0 {
					t.Errorf("seed %d: found %s", seed, found.In(lang.English))
				}
				for _, want := range test.want {
					if said := found.In(lang.English); !strings.Contains(said, want) {
						t.Errorf("seed %d: said %q, without %q", seed, said, want)
					}
				}
				if test.accept == "" {
					continue
				}
				scope.Accepted = []string{test.accept}
				var others []string
				for _, id := range scope.Indicators {
					if id != test.accept {
						others = append(others, id)
					}
				}
				scope.Indicators = others
				if found, _ := d.FindImplausible(scope); len(found) > 0 {
					t.Errorf("seed %d: what is accepted is told: %s", seed, found.In(lang.English))
				}
			}
		})
	}
}

// multiply multiplies a column in place.
func multiply(column []float64, by float64) {
	for m := range column {
		column[m] *= by
	}
}

// TestUnusualFirst: a zero, and a few accounts that are several times those of the year before,
// as of another municipality, are told before what else is unusual.
func TestUnusualFirst(t *testing.T) {
	for name, test := range map[string]struct {
		change func(c map[string][][]float64)
		want   string
	}{
		"a zero": {func(c map[string][][]float64) { c["account3"][3][9] = 0 }, "account3: M009 has in 2024 the figure 0"},
		"another municipality's": {func(c map[string][][]float64) {
			for _, id := range []string{"account0", "account1", "account2"} {
				c[id][3][9] *= 4
				for m := range c[id][3] {
					if m != 9 {
						c[id][3][m] = math.NaN()
					}
				}
			}
			for i := 3; i < 8; i++ {
				id := fmt.Sprintf("account%d", i)
				c[id] = c[id][:3]
			}
		}, "M009: the municipality's 3 accounts of 2024"},
	} {
		c := makeAccounts(1)
		c["account5"][1][3] *= 9
		test.change(c)
		scope := dataset.Scope{}
		delete(c, "driver")
		for id := range c {
			scope.Indicators, scope.Changing = append(scope.Indicators, id), append(scope.Changing, id)
		}
		_, unusual := buildTowns(t, c).FindImplausible(scope)
		if len(unusual) == 0 || !strings.Contains(unusual[0].In(lang.English), test.want) {
			t.Errorf("%s: unusual are %v", name, unusual)
		}
	}
}
