package regress

import (
	"cmp"
	"context"
	"fmt"
	"math"

	"gonum.org/v1/gonum/floats"
)

// subsetTree goes through the subsets of candidates as a tree in which each adds
// one column to that above it, so that a subset costs one orthogonalisation and
// a step for each response, not a fit of its own.
//
// Rows from the n-th on are not fitted. They undergo what the fitted ones do:
// their rows of Q are x'R⁻¹, and what is left of a response that is 0 there is
// minus its prediction.
type subsetTree struct {
	ctx     context.Context
	n       int
	root    []float64   // √weights of the fitted rows; 1 for the others
	columns [][]float64 // the candidates, weighted
	most    int         // candidates in a subset
	visit   func(s *subsetState) error

	levels  []subsetState // by the number of columns; [0] is before the intercept
	visited int
}

// subsetState is a subset's orthonormal basis and what is left of the responses.
// It is overwritten by the next subset of as many columns.
type subsetState struct {
	chosen    []int // positions among the candidates, ascending
	basis     [][]float64
	leverage  []float64
	residuals [][]float64 // weighted, by response
}

// newSubsetTree has rows enough for all columns, of which the first n are
// fitted.
func newSubsetTree(ctx context.Context, n, rows int, weights []float64) (*subsetTree, error) {
	if weights != nil {
		if err := checkWeights(weights[:n]); err != nil {
			return nil, err
		}
	}
	t := &subsetTree{ctx: ctx, n: n, root: make([]float64, rows)}
	for i := range t.root {
		t.root[i] = 1
		if weights != nil && i < n {
			t.root[i] = math.Sqrt(weights[i])
		}
	}
	return t, nil
}

// weighted returns a column times the rows' √weights.
func (t *subsetTree) weighted(c []float64) []float64 {
	if len(c) != len(t.root) {
		panic(fmt.Sprintf("regress: a column of %d rows, not %d", len(c), len(t.root)))
	}
	w := make([]float64, len(c))
	for i, v := range c {
		w[i] = v * t.root[i]
	}
	return w
}

// check returns a *[ValueError] for the first number that no model can be fitted
// to.
func (t *subsetTree) check(what string, columns [][]float64) error {
	for k, c := range columns {
		if err := checkValues(fmt.Sprintf("%s %d", what, k), c, t.root); err != nil {
			return err
		}
	}
	return nil
}

// start puts the intercept and the forced columns in, which every subset has,
// and returns their state.
func (t *subsetTree) start(forced, candidates, responses [][]float64) (*subsetState, error) {
	err := cmp.Or(t.check("forced column", forced), t.check("candidate", candidates), t.check(ResponseName, responses))
	if err != nil {
		return nil, err
	}
	for _, c := range candidates {
		t.columns = append(t.columns, t.weighted(c))
	}
	begin := subsetState{leverage: make([]float64, len(t.root))}
	for _, y := range responses {
		begin.residuals = append(begin.residuals, t.weighted(y))
	}
	t.levels = make([]subsetState, 2+len(forced)+len(candidates))
	t.levels[0] = begin
	ones := make([]float64, len(t.root))
	for i := range ones {
		ones[i] = 1
	}
	level := 0
	for k, c := range append([][]float64{ones}, forced...) {
		if !t.add(level, t.weighted(c)) {
			if k == 0 {
				panic("regress: no rows")
			}
			return nil, &RankError{Column: fmt.Sprintf("forced column %d", k)}
		}
		level++
	}
	return &t.levels[level], nil
}

// add adds a column to a level, which makes the next. It reports false where the
// column is dependent on the basis.
func (t *subsetTree) add(level int, column []float64) bool {
	from, to := &t.levels[level], &t.levels[level+1]
	if to.leverage == nil {
		block := make([]float64, (2+len(from.residuals))*len(t.root))
		next := func() (c []float64) { c, block = block[:len(t.root):len(t.root)], block[len(t.root):]; return c }
		to.basis = append(from.basis[:level:level], next())
		to.leverage = next()
		for range from.residuals {
			to.residuals = append(to.residuals, next())
		}
	}
	q := to.basis[level]
	copy(q, column)
	size := norm2(q[:t.n])
	for range 2 { // once more for what rounding left
		for _, b := range from.basis {
			floats.AddScaled(q, -floats.Dot(b[:t.n], q[:t.n]), b)
		}
	}
	norm := norm2(q[:t.n])
	if !(norm > 1e-10*size) {
		return false
	}
	for i := range q {
		q[i] /= norm
		to.leverage[i] = from.leverage[i] + q[i]*q[i]
	}
	for r, e := range from.residuals {
		floats.AddScaledTo(to.residuals[r], e, -floats.Dot(q[:t.n], e[:t.n]), q)
	}
	to.chosen = append(to.chosen[:0], from.chosen...)
	return true
}

// walk visits a level, whose candidates end before one, and all that add later
// candidates to it. Subsets whose columns are dependent, or that leave no degree
// of freedom for a leave-one-out fit, are passed over.
func (t *subsetTree) walk(level, from int) error {
	if t.visited++; t.visited%64 == 0 && t.ctx.Err() != nil {
		return t.ctx.Err()
	}
	state := &t.levels[level]
	if t.n-len(state.basis) < 2 {
		return nil
	}
	if err := t.visit(state); err != nil {
		return err
	}
	if len(state.chosen) >= t.most {
		return nil
	}
	for k := from; k < len(t.columns); k++ {
		if !t.add(level, t.columns[k]) {
			continue
		}
		next := &t.levels[level+1]
		next.chosen = append(next.chosen, k)
		if err := t.walk(level+1, k+1); err != nil {
			return err
		}
	}
	return nil
}
