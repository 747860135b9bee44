package subset

import (
	"cmp"
	"context"
	"fmt"
	"math"

	"github.com/raaderum/raaderum/benchmark/internal/vector"
	"github.com/raaderum/raaderum/benchmark/regress"
	"gonum.org/v1/gonum/floats"
)

// A tree goes through the subsets of candidates as a tree, in which each subset
// adds one column to the one above it. So a subset costs one orthogonalisation and a
// step for each response, and not a fit of its own.
//
// Rows from the n-th on are not fitted. They undergo what the fitted ones do: their
// rows of Q are x'R⁻¹, and what is left of a response that is 0 there is minus its
// prediction.
type tree struct {
	ctx     context.Context
	n       int
	roots   []float64   // √weights of the fitted rows; 1 for the others
	columns [][]float64 // the candidates, weighted
	most    int         // the most candidates in a subset
	visit   func(s *state) error

	levels  []state // by the number of columns; the first is before the intercept
	visited int
}

// A state is the orthonormal basis of a subset, and what is left of the
// responses. The next subset with as many columns overwrites it.
type state struct {
	chosen    []int // positions among the candidates, ascending
	basis     [][]float64
	leverage  []float64
	residuals [][]float64 // weighted, by response
}

// newTree makes room for so many rows, of which the first n are fitted. A weight
// that is not positive is a *[regress.ValueError].
func newTree(ctx context.Context, n, rows int, weights []float64) (*tree, error) {
	if weights != nil {
		if err := regress.CheckWeights(weights[:n]); err != nil {
			return nil, err
		}
	}
	t := &tree{ctx: ctx, n: n, roots: make([]float64, rows)}
	for i := range t.roots {
		t.roots[i] = 1
		if weights != nil && i < n {
			t.roots[i] = math.Sqrt(weights[i])
		}
	}
	return t, nil
}

// weigh returns a column times the rows' √weights.
func (t *tree) weigh(c []float64) []float64 {
	if len(c) != len(t.roots) {
		panic(fmt.Sprintf("subset: a column of %d rows, not %d", len(c), len(t.roots)))
	}
	w := make([]float64, len(c))
	for i, v := range c {
		w[i] = v * t.roots[i]
	}
	return w
}

// check returns a *[regress.ValueError] for the first number that no model can be fitted to.
func (t *tree) check(what string, columns [][]float64) error {
	for k, c := range columns {
		if err := regress.CheckValues(fmt.Sprintf("%s %d", what, k), c, t.roots); err != nil {
			return err
		}
	}
	return nil
}

// start adds the intercept and the forced columns, which every subset has, and
// returns their state.
func (t *tree) start(forced, candidates, responses [][]float64) (*state, error) {
	err := cmp.Or(
		t.check("forced column", forced),
		t.check("candidate", candidates),
		t.check(regress.ResponseName, responses),
	)
	if err != nil {
		return nil, err
	}
	for _, c := range candidates {
		t.columns = append(t.columns, t.weigh(c))
	}
	begin := state{leverage: make([]float64, len(t.roots))}
	for _, y := range responses {
		begin.residuals = append(begin.residuals, t.weigh(y))
	}
	t.levels = make([]state, 2+len(forced)+len(candidates))
	t.levels[0] = begin
	ones := make([]float64, len(t.roots))
	for i := range ones {
		ones[i] = 1
	}
	level := 0
	for k, c := range append([][]float64{ones}, forced...) {
		if !t.add(level, t.weigh(c)) {
			if k == 0 {
				panic("subset: no rows")
			}
			return nil, &regress.RankError{Column: fmt.Sprintf("forced column %d", k)}
		}
		level++
	}
	return &t.levels[level], nil
}

// add adds a column to a level, which makes the next one. It reports false where the
// column is dependent on the basis.
func (t *tree) add(level int, column []float64) bool {
	from, to := &t.levels[level], &t.levels[level+1]
	if to.leverage == nil {
		t.makeRoom(from, to)
	}
	q := to.basis[level]
	copy(q, column)
	size := vector.Norm(q[:t.n])
	for range 2 { // the second time for what rounding has left
		for _, b := range from.basis {
			floats.AddScaled(q, -floats.Dot(b[:t.n], q[:t.n]), b)
		}
	}
	norm := vector.Norm(q[:t.n])
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

// makeRoom allocates a state that has a column more than another.
func (t *tree) makeRoom(from, to *state) {
	rows := len(t.roots)
	block := make([]float64, (2+len(from.residuals))*rows)
	next := func() (c []float64) { c, block = block[:rows:rows], block[rows:]; return c }
	to.basis = append(from.basis[:len(from.basis):len(from.basis)], next())
	to.leverage = next()
	for range from.residuals {
		to.residuals = append(to.residuals, next())
	}
}

// walk visits a level and all that add candidates from the given one on to it. It
// passes over subsets whose columns are dependent, and ends where no degree of freedom
// is left for a leave-one-out fit.
func (t *tree) walk(level, from int) error {
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
