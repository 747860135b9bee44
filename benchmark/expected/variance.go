package expected

import (
	"context"
	"fmt"
	"math"
	"slices"

	"github.com/raaderum/raaderum/benchmark/internal/vector"
	"github.com/raaderum/raaderum/benchmark/regress"
)

// The figures of small municipalities vary more than those of large ones. With variance =
// "size", the standard deviation of a municipality's figure is
//
//	σ·(volume/median volume)^−γ.
//
// Each area has its own γ. The models take it as the weight (volume/median volume)^2γ.

// spreadQuantile is the quantile of the logarithms of the residuals' sizes that γ is found
// from. All their quantiles fall with size in the same way. The low ones say little,
// because the logarithm of a residual near zero can be anything. The high ones are those
// of outliers.
const spreadQuantile = 0.65

// WeighBySize finds γ for every model that was not refused, and gives the model the
// weights that follow from it. The γ of an area also depends on the other areas: see
// [shrinkSpreads]. The error is the context's.
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
			m.Area.WeightsKey = fmt.Sprintf("size %p", m) // of no other model
		}
	}
	return nil
}

// spread says how fast an area's standard deviation falls with size, and the standard
// error of that. If it could not be found, se is 0.
type spread struct{ gamma, se float64 }

// findSpread finds γ from the residuals of a robust fit without weights. It regresses a
// quantile of the logarithm of their sizes on the logarithm of the volume. The slope is
// −γ. It also returns the coefficients that the search for the robust fit ended with, so
// that the model's own search can begin there.
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

// shrinkSpreads draws the γ of each area towards the mean of all areas. The larger its
// standard error is, the further it is drawn. The mean is that of a random-effects model,
// with the variance between areas found by moments (DerSimonian & Laird 1986). An area
// without a γ gets the mean. No γ is below 0 or above 1.
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

// weighBySize gives the municipalities the weights that follow from γ.
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
