package subset

import (
	"context"
	"fmt"
	"math"

	"github.com/raaderum/raaderum/benchmark/regress"
	"gonum.org/v1/gonum/floats"
)

// Models are the least-squares models of a response on an intercept, the
// forced columns and each subset of the candidates.
type Models struct {
	// Response has a value for each of the n rows that are fitted, which come first.
	// Rows is how many there are with the rows that are only predicted. The columns
	// and the weights have as many.
	Response           []float64
	Rows               int
	Forced, Candidates [][]float64
	Weights            []float64 // precisions; nil: 1
}

// A Fit is what one of [Models] expects of every row. The next one
// overwrites it.
type Fit struct {
	Columns     []int   // positions among the candidates, ascending
	DF          int     // n − p
	Unexplained float64 // 1 − R²

	models *Models
	tree   *tree
	state  *state
	total  float64   // the sum of squares around the mean
	rss    float64   // that of the residuals
	flat   []float64 // 1/√weights of the fitted rows
	moved  []float64 // scratch for Smearing
	grown  []float64
}

// Each fits every model and visits it. It goes through the subsets of the candidates
// as a tree, as [Best] does, and leaves out the diagnostics of a [regress.Fit]. It
// passes over the subsets that Best passes over, and returns the same errors.
func (m *Models) Each(ctx context.Context, visit func(f *Fit) error) error {
	n := len(m.Response)
	if m.Rows < n || m.Weights != nil && len(m.Weights) != m.Rows {
		panic(fmt.Sprintf("subset: %d responses and %d weights for %d rows",
			n, len(m.Weights), m.Rows))
	}
	tree, err := newTree(ctx, n, m.Rows, m.Weights)
	if err != nil {
		return err
	}
	tree.most = len(m.Candidates)
	f := &Fit{
		models: m, tree: tree,
		flat: make([]float64, n), moved: make([]float64, n), grown: make([]float64, n),
	}
	for i := range f.flat {
		f.flat[i] = 1 / tree.roots[i]
	}
	tree.visit = func(state *state) error {
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

// Expected writes what the model expects of every row, and the standard deviation of
// the prediction error. A fitted row has what the others predict for it, see
// [regress.Fit].LeaveOneOut, and another row has the prediction, see [regress.Fit.Predict].
func (f *Fit) Expected(expected, sd []float64) {
	n := len(f.models.Response)
	e, roots := f.state.residuals[0], f.tree.roots
	for i, y := range f.models.Response {
		rest := 1 - f.state.leverage[i]
		if rest < regress.AloneLimit {
			expected[i], sd[i] = math.NaN(), math.NaN()
			continue
		}
		deleted := e[i] / rest
		expected[i] = y - deleted/roots[i]
		sd[i] = math.Sqrt(max(0, f.rss-e[i]*deleted)/float64(f.DF-1)/rest) / roots[i]
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

// Smearing writes, for a response that is a logarithm, the factor that brings the
// exponential of what is expected of a row to the mean. It is the mean of the
// exponential of the residuals (Duan 1983). For a fitted row they are those of the fit
// without the row, see [regress.Fit.ResidualsWithout]: with q the rows of Q,
//
//	rⱼ = eⱼ + dⱼ,  dⱼ = qⱼ'qᵢ·√wᵢeᵢ/((1−hᵢ)·√wⱼ).
//
// To be exact takes n² steps. Where that is not asked for, only the row's own residual
// is left out.
func (f *Fit) Smearing(exact bool, factors []float64) {
	n := len(f.models.Response)
	e, roots, h := f.state.residuals[0], f.tree.roots, f.state.leverage
	// With reach = max √hⱼ/√wⱼ, |dⱼ| ≤ |√wᵢeᵢ/(1−hᵢ)|·√hᵢ·reach.
	sum, reach := 0.0, 0.0
	for i := range n {
		f.grown[i] = math.Exp(e[i] / roots[i])
		sum += f.grown[i]
		reach = max(reach, math.Sqrt(h[i])/roots[i])
	}
	for i := n; i < len(e); i++ {
		factors[i] = sum / float64(n)
	}
	for i := range n {
		rest := 1 - h[i]
		switch own := f.grown[i]; {
		case rest < regress.AloneLimit:
			factors[i] = math.NaN()
		case !exact:
			factors[i] = (sum - own) / float64(n-1)
		default:
			shift := e[i] / rest
			f.move(i, shift)
			f.grown[i] = 0 // the row itself does not count in the mean
			sum := sumGrown(f.grown, f.moved, math.Abs(shift)*math.Sqrt(h[i])*reach)
			factors[i] = sum / float64(n-1)
			f.grown[i] = own
		}
	}
}

// move writes dⱼ, given the shift √wᵢeᵢ/(1−hᵢ).
func (f *Fit) move(i int, shift float64) {
	n := len(f.moved)
	clear(f.moved)
	for _, q := range f.state.basis {
		floats.AddScaled(f.moved, shift*q[i], q[:n])
	}
	if f.models.Weights != nil {
		floats.Mul(f.moved, f.flat)
	}
}

// sumGrown returns Σ grownⱼ·exp(movedⱼ), where no |movedⱼ| is above reach. A row moves
// the others' residuals so little that a few terms of the exponential series are
// enough. They take a fraction of the time, and leave out less than 3·10⁻¹³.
func sumGrown(grown, moved []float64, reach float64) float64 {
	moved = moved[:len(grown)]
	sum := 0.0
	switch {
	case reach <= 0.008: // reach⁵/5! is left out
		for j, g := range grown {
			d := moved[j]
			sum += g * (1 + d*(1+d*(1./2+d*(1./6+d*(1./24)))))
		}
	case reach <= 0.02: // reach⁶/6!
		for j, g := range grown {
			d := moved[j]
			sum += g * (1 + d*(1+d*(1./2+d*(1./6+d*(1./24+d*(1./120))))))
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
