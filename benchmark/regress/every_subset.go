package regress

import (
	"context"
	"fmt"
	"math"

	"gonum.org/v1/gonum/floats"
)

// SubsetModels are the least-squares models of a response on an intercept, the
// forced columns and each subset of the candidates.
type SubsetModels struct {
	// Response has a value for each of the n rows that are fitted, which come
	// first. Rows is how many there are with those that are only predicted; the
	// columns and the weights have as many.
	Response           []float64
	Rows               int
	Forced, Candidates [][]float64
	Weights            []float64 // precisions; nil: 1
}

// SubsetFit is what one of [SubsetModels] expects of every row. It lasts until
// the next.
type SubsetFit struct {
	Columns     []int   // positions among the candidates, ascending
	DF          int     // n − p
	Unexplained float64 // 1 − R²

	models *SubsetModels
	tree   *subsetTree
	state  *subsetState
	total  float64   // sum of squares around the mean
	rss    float64   // of the residuals
	flat   []float64 // 1/√weights of the fitted rows
	moved  []float64 // room for Smearing
	grown  []float64
}

// Each fits every model and visits it: the subsets of the candidates as a tree,
// as [BestSubsets] does, and without the diagnostics of a [Fit]. Subsets whose columns are dependent, or that
// leave no degree of freedom for a leave-one-out fit, are passed over. A forced
// column that is dependent is a *[RankError].
func (m *SubsetModels) Each(ctx context.Context, visit func(f *SubsetFit) error) error {
	n := len(m.Response)
	if m.Rows < n || m.Weights != nil && len(m.Weights) != m.Rows {
		panic(fmt.Sprintf("regress: %d responses and %d weights for %d rows", n, len(m.Weights), m.Rows))
	}
	tree, err := newSubsetTree(ctx, n, m.Rows, m.Weights)
	if err != nil {
		return err
	}
	tree.most = len(m.Candidates)
	f := &SubsetFit{models: m, tree: tree, flat: make([]float64, n), moved: make([]float64, n), grown: make([]float64, n)}
	for i := range f.flat {
		f.flat[i] = 1 / tree.root[i]
	}
	tree.visit = func(state *subsetState) error {
		if err := ctx.Err(); err != nil { // a large model takes some milliseconds
			return err
		}
		f.state, f.Columns, f.DF = state, state.chosen, n-len(state.basis)
		e := state.residuals[0][:n]
		f.rss = floats.Dot(e, e)
		f.Unexplained = f.rss / f.total
		return visit(f)
	}
	response := make([]float64, m.Rows) // 0 where it is to be predicted
	copy(response, m.Response)
	first, err := tree.start(m.Forced, m.Candidates, [][]float64{response})
	if err != nil {
		return err
	}
	mean := tree.levels[1].residuals[0][:n]
	f.total = floats.Dot(mean, mean)
	return tree.walk(len(first.basis), 0)
}

// Expected writes what is expected of every row and the standard deviation of
// the prediction error: of fitted rows what the others predict for them, see
// [Fit].LeaveOneOut, of the rest the prediction, see [Fit.Predict].
func (f *SubsetFit) Expected(expected, sd []float64) {
	n := len(f.models.Response)
	e, root := f.state.residuals[0], f.tree.root
	for i, y := range f.models.Response {
		rest := 1 - f.state.leverage[i]
		if rest < 1e-10 { // nothing is left to predict it from
			expected[i], sd[i] = math.NaN(), math.NaN()
			continue
		}
		deleted := e[i] / rest
		expected[i] = y - deleted/root[i]
		sd[i] = math.Sqrt(max(0, f.rss-e[i]*deleted)/float64(f.DF-1)/rest) / root[i]
	}
	sigma2 := f.rss / float64(f.DF)
	for i := n; i < len(e); i++ {
		weight := 1.0
		if f.models.Weights != nil {
			weight = f.models.Weights[i]
		}
		expected[i], sd[i] = -e[i], math.Sqrt(sigma2*(1/weight+f.state.leverage[i]))
	}
}

// Smearing writes the factor that brings the exponential of what is expected of
// a row to the mean, where the response is a logarithm: the mean of the
// exponential of the residuals (Duan 1983), of the fitted rows from the fit
// without the row, whose residuals are those of [Fit.ResidualsWithout].
//
//	rⱼ = eⱼ + dⱼ,  dⱼ = qⱼ'qᵢ·√wᵢeᵢ/((1−hᵢ)·√wⱼ)
//
// with q the rows of Q. Where it is not to be exact, which takes n² steps, only
// the row's own residual is left out.
func (f *SubsetFit) Smearing(exact bool, factors []float64) {
	n := len(f.models.Response)
	e, root, h := f.state.residuals[0], f.tree.root, f.state.leverage
	sum, reach := 0.0, 0.0 // with reach, |dⱼ| ≤ |√wᵢeᵢ/(1−hᵢ)|·√hᵢ·√hⱼ/√wⱼ
	for i := range n {
		f.grown[i] = math.Exp(e[i] / root[i])
		sum += f.grown[i]
		reach = max(reach, math.Sqrt(h[i])/root[i])
	}
	for i := n; i < len(e); i++ {
		factors[i] = sum / float64(n)
	}
	for i := range n {
		rest := 1 - h[i]
		switch own := f.grown[i]; {
		case rest < 1e-10:
			factors[i] = math.NaN()
		case !exact:
			factors[i] = (sum - own) / float64(n-1)
		default:
			f.move(i, e[i]/rest)
			f.grown[i] = 0 // the row itself is not in the mean
			sum := sumGrown(f.grown, f.moved, math.Abs(e[i]/rest)*math.Sqrt(h[i])*reach)
			factors[i] = sum / float64(n-1)
			f.grown[i] = own
		}
	}
}

// move writes dⱼ, given √wᵢeᵢ/(1−hᵢ).
func (f *SubsetFit) move(i int, shift float64) {
	n := len(f.moved)
	clear(f.moved)
	for _, q := range f.state.basis {
		floats.AddScaled(f.moved, shift*q[i], q[:n])
	}
	if f.models.Weights != nil {
		floats.Mul(f.moved, f.flat)
	}
}

// sumGrown returns Σ grownⱼ·exp(movedⱼ), where no |movedⱼ| is above reach. A row
// moves the others' residuals so little that a few terms of the exponential series
// do, which take a fraction of the time: what is left out is below 3·10⁻¹³.
func sumGrown(grown, moved []float64, reach float64) float64 {
	moved = moved[:len(grown)]
	sum := 0.0
	switch {
	case reach <= 0.008: // reach⁵/5! is what is left out
		for j, g := range grown {
			d := moved[j]
			sum += g * (1 + d*(1+d*(1./2+d*(1./6+d*(1./24)))))
		}
	case reach <= 0.1: // reach⁸/8!
		for j, g := range grown {
			d := moved[j]
			sum += g * (1 + d*(1+d*(1./2+d*(1./6+d*(1./24+d*(1./120+d*(1./720+d*(1./5040))))))))
		}
	case reach <= 0.35: // reach¹¹/11!
		for j, g := range grown {
			d := moved[j]
			sum += g * (1 + d*(1+d*(1./2+d*(1./6+d*(1./24+d*(1./120+d*(1./720+d*(1./5040+
				d*(1./40320+d*(1./362880+d*(1./3628800)))))))))))
		}
	default:
		for j, g := range grown {
			sum += g * math.Exp(moved[j])
		}
	}
	return sum
}
