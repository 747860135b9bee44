package expected

import (
	"encoding/csv"
	"math"
	"os"
	"slices"
	"strconv"
	"testing"
)

var ones = []float64{1, 1, 1, 1}

// TestVarianceComponents is by hand: means 2, 5 and 8 about 5.5, so that
// MSB = (2·3.5² + 0.5² + 3·2.5²)/2 = 21.75, MSW = (2 + 8)/3 and
// n₀ = (6 − 14/6)/2 = 11/6.
func TestVarianceComponents(t *testing.T) {
	nan := math.NaN()
	got := estimateComponents([][]float64{{1, 3, nan}, {nan, nan, 5}, {6, 8, 10}, {nan, nan, nan}}, ones)
	if math.Abs(got.within-10.0/3) > 1e-14 || math.Abs(got.between-(21.75-10.0/3)*6/11) > 1e-13 {
		t.Errorf("%+v", got)
	}
	if r := got.findReliability(2); math.Abs(r-got.between/(got.between+5.0/3)) > 1e-15 {
		t.Errorf("reliability %v", r)
	}
	// Nothing lasts: the estimate is below zero, and is zero.
	got = estimateComponents([][]float64{{1, -1}, {-1, 1}, {1, -1}}, ones)
	if got.between != 0 || got.within != 2 || got.findReliability(2) != 0 {
		t.Errorf("%+v", got)
	}
	// Four times the variance is a quarter of the weight: w = 2, ¼ and 3, so that
	// ȳ = (4 + 5/4 + 24)/5.25 and so on.
	got = estimateComponents([][]float64{{1, 3, nan}, {nan, nan, 5}, {6, 8, 10}, {nan, nan, nan}}, []float64{1, 4, 1, 1})
	const weight, mean = 5.25, 29.25 / 5.25
	msb := (2*(2-mean)*(2-mean) + 0.25*(5-mean)*(5-mean) + 3*(8-mean)*(8-mean)) / 2
	n0 := (weight - (4+1.0/16+9)/weight) / 2
	if math.Abs(got.within-10.0/3) > 1e-14 || math.Abs(got.between-(msb-10.0/3)/n0) > 1e-13 {
		t.Errorf("weighted: %+v", got)
	}
	for _, rows := range [][][]float64{nil, {{1, 2, 3}}, {{1, nan}, {2, nan}}, {{nan}, {nan}}} {
		if got := estimateComponents(rows, ones); !math.IsNaN(got.between) || !math.IsNaN(got.within) {
			t.Errorf("%v: %+v", rows, got)
		}
	}
}

// TestVarianceComponentsREML compares with restricted maximum likelihood, which
// analysis of variance is the same as where nothing is missing:
//
//	lme(y ~ 1, random = ~ 1 | municipality_code, method = "REML")
//
// in testdata/persistence.R, which wrote these numbers (R 4.2.2, nlme 3.1.162).
// y is the official deviation of net cost from reference cost.
func TestVarianceComponentsREML(t *testing.T) {
	f, err := os.Open("../../shared/data/sverige/kolada.csv")
	if err != nil {
		t.Skip("the Swedish panel does not stand beside the module")
	}
	defer f.Close()
	records, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	values := map[[3]string]float64{}
	codes := map[string]bool{}
	for _, r := range records[1:] {
		v, err := strconv.ParseFloat(r[4], 64)
		if err != nil {
			t.Fatal(err)
		}
		values[[3]string{r[3], r[0], r[2]}] = v
		codes[r[0]] = true
	}
	for area, want := range map[string]struct {
		n      int
		sigmaU float64
		sigmaE float64
	}{
		"compulsory_school":      {276, 0.07442676286, 0.0411172601},
		"elderly_care":           {285, 0.09795987534, 0.04535668133},
		"individual_family_care": {282, 0.217846448, 0.1290389118},
	} {
		var rows [][]float64
		for code := range codes {
			var row []float64
			for year := 2018; year <= 2022; year++ {
				net, has := values[[3]string{area + "_net_cost_per_inh", code, strconv.Itoa(year)}]
				if has {
					row = append(row, net/values[[3]string{area + "_ref_cost_per_inh", code, strconv.Itoa(year)}]-1)
				}
			}
			if len(row) == 5 {
				rows = append(rows, row)
			}
		}
		got := estimateComponents(rows, slices.Repeat([]float64{1}, len(rows)))
		u, e := math.Sqrt(got.between), math.Sqrt(got.within)
		if len(rows) != want.n || math.Abs(u-want.sigmaU) > 1e-7*want.sigmaU || math.Abs(e-want.sigmaE) > 1e-7*want.sigmaE {
			t.Errorf("%s: %d municipalities, σu %.10g, σe %.10g; want %+v", area, len(rows), u, e, want)
		}
	}
}
