package expected

import (
	"context"
	"errors"
	"math"

	"github.com/raaderum/raaderum/benchmark/internal/vector"
	"github.com/raaderum/raaderum/benchmark/regress"
	"github.com/raaderum/raaderum/benchmark/regress/subset"
)

// Candidates are drivers to choose among.
type Candidates struct {
	Forced    []Driver // those that every choice has
	Free      []Driver
	Criterion subset.Criterion
	BySize    bool // weights are found from the figures, by size
	Keep      int  // how many of the best choices to return
}

// Choice is the best subsets of some candidates.
type Choice struct {
	Rows    int             // municipalities that the choice was made on
	Subsets []subset.Choice // the best first, as positions among the free candidates
	Refusal *Refusal        // why there is no choice; nil: there is one
}

// Choose finds the subsets of an area's candidates that are best by a criterion. It
// compares them on the municipalities that have a figure and every candidate, so that all
// subsets are judged by the same figures. A subset is never so large that the
// municipalities are too few for its coefficients. The error is the context's.
func Choose(ctx context.Context, a Area, method Method, c Candidates) (Choice, error) {
	probe := &Model{Area: a, Method: method}
	probe.setResponse()
	all := append(c.Forced[:len(c.Forced):len(c.Forced)], c.Free...)
	var rows []int32
	for m, y := range probe.Response {
		complete := !math.IsNaN(y) && (a.Weights == nil || a.Weights[m] > 0) && !a.Excluded[m]
		for _, d := range all {
			complete = complete && !math.IsNaN(d.Values[m])
		}
		if complete {
			rows = append(rows, int32(m))
		}
	}
	forced := len(c.Forced)
	if least := max(method.MinN, forced+3); len(rows) < least {
		return Choice{
			Rows: len(rows), Refusal: &Refusal{Why: TooFew, N: len(rows), Needed: least},
		}, nil
	}
	names, columns := make([]string, len(all)), make([][]float64, len(all))
	for k, d := range all {
		names[k], columns[k] = d.ID, vector.Pick(d.Values, rows)
	}
	response := vector.Pick(probe.Response, rows)
	weights, err := findChoiceWeights(
		ctx, a, method.Options.Seed, c.BySize, names, columns, response, rows)
	if err != nil {
		return Choice{}, err
	}
	most := max(len(rows)/method.MinNPerDriver-1-forced, 0) // with more, guard refuses the model
	best, err := subset.Best(
		ctx, columns[:forced], columns[forced:], weights, [][]float64{response}, c.Criterion, most,
		c.Keep)
	var dependent *regress.RankError
	if errors.As(err, &dependent) {
		return Choice{
			Rows:    len(rows),
			Refusal: &Refusal{Why: Dependent, Driver: dependent.Column, Of: dependent.Of},
		}, nil
	}
	var value *regress.ValueError
	if errors.As(err, &value) {
		return Choice{Rows: len(rows), Refusal: &Refusal{Why: NotFitted}}, nil
	}
	if err != nil {
		return Choice{}, err
	}
	return Choice{Rows: len(rows), Subsets: best[0]}, nil
}

// findChoiceWeights returns the weights that subsets are compared by, or nil for none.
// With variance by size the weights follow from a γ of the area alone, found with every
// candidate. The γ of the model itself is later drawn towards that of all areas.
func findChoiceWeights(
	ctx context.Context, a Area, seed uint64, bySize bool, names []string, columns [][]float64,
	response []float64, rows []int32,
) ([]float64, error) {
	switch {
	case a.Weights == nil:
		return nil, nil
	case !bySize:
		return vector.Pick(a.Weights, rows), nil
	}
	volume := vector.Pick(a.Volume, rows)
	found, _, err := findSpread(ctx, seed, names, columns, response, volume)
	if err != nil {
		return nil, err
	}
	gamma := min(1, max(0, found.gamma))
	for i, v := range volume {
		volume[i] = math.Pow(v, 2*gamma)
	}
	return volume, nil
}
