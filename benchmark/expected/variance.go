package expected

import (
	"context"
	"fmt"
	"math"
	"slices"

	"github.com/raaderum/raaderum/benchmark/internal/vector"
	"github.com/raaderum/raaderum/benchmark/regress"
)

// Small municipalities vary more than large ones. With variance = "size" the
// standard deviation of a municipality's figure is taken to be
// σ·(volume/median volume)^−γ, with a γ of each area's own, and enters as the
// weight (volume/median volume)^2γ.

// spreadQuantile is the quantile of the residuals' logarithm that γ is found
// from. Their spread around any quantile falls with size in the same way; those
// of the smallest residuals, whose logarithms run off, say little, and those of
// the largest are outliers.
const spreadQuantile = 0.65

// WeighBySize finds γ for every model that is not refused, and gives it the weights
// that follow from it. Areas tell each other: see [shrinkSpreads]. The error is the
// context's.
func WeighBySize(ctx context.Context, models []*Model) error {
	found := make([]spread, len(models))
	place := make(map[*Model]int, len(models))
	for i, m := range models {
		place[m] = i
	}
	err := forEachModel(ctx, models, func(m *Model, ctx context.Context) (err error) {
		names, columns := m.listColumns()
		found[place[m]], m.start, err = findSpread(ctx, m.Method.Options.Seed, names, columns,
			vector.Pick(m.Response, m.Rows), vector.Pick(m.Area.Volume, m.Rows))
		return err
	})
	if err != nil {
		return err
	}
	shrinkSpreads(found)
	for i, m := range models {
		if !m.Refused() {
			m.weighBySize(found[i].gamma)
			m.Area.WeightsKey = fmt.Sprintf("size %d", i)
		}
	}
	return nil
}

// spread is how fast an area's standard deviation falls with size, and the
// standard error of that; se is 0 where it could not be found.
type spread struct{ gamma, se float64 }

// findSpread finds γ from the residuals of a robust fit of a response without
// weights: the slope of their logarithm's quantile on the logarithm of the volume,
// negated. It also returns where the search for that fit came to, for the model's own
// search to begin at.
func findSpread(
	ctx context.Context, seed uint64, names []string, columns [][]float64, response,
	volume []float64,
) (spread, *regress.Start, error) {
	x, err := regress.Factorize(regress.NewDesign(len(response), names, columns), nil)
	if err != nil {
		return spread{}, nil, nil // the model itself will say why
	}
	residuals, start, err := regress.MM{Seed: seed}.Search(ctx, x, response)
	if err != nil {
		return spread{}, nil, ctx.Err()
	}
	var size, residual []float64
	for i, e := range residuals {
		if e != 0 {
			size = append(size, math.Log(volume[i]))
			residual = append(residual, math.Log(math.Abs(e)))
		}
	}
	if len(size) < 10 || regress.IsConstant(size) {
		return spread{}, start, nil
	}
	x, err = regress.Factorize(
		regress.NewDesign(len(size), []string{"log volume"}, [][]float64{size}), nil)
	if err != nil {
		return spread{}, start, nil // as good as the same size everywhere
	}
	coefficients, err := regress.Quantile{Tau: spreadQuantile}.Coefficients(ctx, x, residual)
	if err != nil {
		return spread{}, nil, ctx.Err()
	}
	slope := coefficients[1]
	if !(slope.SE > 0) || math.IsInf(slope.SE, 0) {
		return spread{}, start, nil
	}
	return spread{-slope.Estimate, slope.SE}, start, nil
}

// shrinkSpreads draws each area's γ towards that of all, the more the less sure it is:
// a random-effects mean with the variance between areas by moments (DerSimonian
// & Laird 1986). An area without one gets that of all. γ is kept from 0 to 1.
func shrinkSpreads(areas []spread) {
	var weight, sum, squares, k float64
	for _, a := range areas {
		if a.se > 0 {
			w := 1 / (a.se * a.se)
			weight, sum, squares, k = weight+w, sum+w*a.gamma, squares+w*w, k+1
		}
	}
	if k == 0 {
		return
	}
	mean, q := sum/weight, 0.0
	for _, a := range areas {
		if a.se > 0 {
			q += (a.gamma - mean) * (a.gamma - mean) / (a.se * a.se)
		}
	}
	between := 0.0
	if c := weight - squares/weight; k > 1 && c > 0 {
		between = max(0, (q-(k-1))/c)
	} else if k == 1 {
		between = math.Inf(1) // nothing to draw it towards
	}
	if k > 1 {
		weight, sum = 0, 0
		for _, a := range areas {
			if a.se > 0 {
				w := 1 / (a.se*a.se + between)
				weight, sum = weight+w, sum+w*a.gamma
			}
		}
		mean = sum / weight
	}
	for i, a := range areas {
		gamma := mean
		switch {
		case a.se > 0 && math.IsInf(between, 1):
			gamma = a.gamma
		case a.se > 0 && between > 0:
			gamma += between / (between + a.se*a.se) * (a.gamma - mean)
		}
		areas[i].gamma = min(1, max(0, gamma))
	}
}

// weighBySize gives the municipalities the weights of a γ.
func (m *Model) weighBySize(gamma float64) {
	m.Gamma = gamma
	sizes := vector.Pick(m.Area.Volume, m.Rows)
	slices.Sort(sizes)
	median := vector.Quantile(sizes, 0.5)
	weights := make([]float64, len(m.Area.Volume))
	for i, v := range m.Area.Volume {
		weights[i] = math.Pow(v/median, 2*gamma)
	}
	m.Area.Weights = weights
}
