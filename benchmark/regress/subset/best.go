// Package subset fits the least-squares models of all subsets of some drivers.
//
// [Best] finds the best subsets by a criterion. [Models] tells what each of them expects
// of every row. Both go through the subsets as a tree, in which a subset costs one
// column more than the one above it, and not a fit of its own.
package subset

import (
	"cmp"
	"context"
	"fmt"
	"math"
	"slices"

	"github.com/raaderum/raaderum/benchmark/internal/vector"
	"github.com/raaderum/raaderum/benchmark/regress"
)

// A Criterion is what subsets of drivers are ranked by. Less is better.
type Criterion string

// The criteria.
const (
	ByPRESS Criterion = "press" // the leave-one-out squared error
	ByAICc  Criterion = "aicc"
	ByBIC   Criterion = "bic"
)

// criteria returns, for each criterion, its value of a subset.
var criteria = map[Criterion]func(s Choice) float64{
	ByPRESS: func(s Choice) float64 { return s.PRESS },
	ByAICc:  func(s Choice) float64 { return s.AICc },
	ByBIC:   func(s Choice) float64 { return s.BIC },
}

// MaxCandidates is the most candidates that a search takes. Each one doubles the
// number of subsets.
const MaxCandidates = 15

// A Choice is a choice among the candidates, and how well the model with it does.
// The figures are those of [regress.Fit].
type Choice struct {
	Columns []int // positions among the candidates, ascending
	PRESS   float64
	AICc    float64
	BIC     float64
	AdjR2   float64
}

// Best fits every response by weighted least squares on the intercept, the
// forced columns and each subset of the candidates. For each response it returns the
// best subsets by a criterion, at most keep of them, the best first. Of equal subsets
// it prefers the one with fewer columns. No subset has more candidates than most.
//
// It passes over a subset whose columns are dependent, and one that leaves no degree
// of freedom for a leave-one-out fit. A number that no model can be fitted to is a
// *[regress.ValueError], and forced columns that are dependent are a *[regress.RankError].
//
// Subsets larger than most cost nothing. Best panics for shapes that cannot be, for an
// unknown criterion, and for more than [MaxCandidates].
func Best(
	ctx context.Context, forced, candidates [][]float64, weights []float64, responses [][]float64,
	by Criterion, most, keep int,
) ([][]Choice, error) {
	if len(candidates) > MaxCandidates {
		panic(fmt.Sprintf("subset: %d candidates, more than %d", len(candidates), MaxCandidates))
	}
	if criteria[by] == nil {
		panic(fmt.Sprintf("subset: no criterion %q", by))
	}
	if len(responses) == 0 {
		return nil, nil
	}
	if keep < 1 {
		return make([][]Choice, len(responses)), ctx.Err()
	}
	n := len(responses[0])
	s := &search{
		n: n, value: criteria[by], keep: keep,
		best: make([][]Choice, len(responses)),
	}
	for _, w := range weights {
		s.logWeights += math.Log(w)
	}
	tree, err := newTree(ctx, n, n, weights)
	if err != nil {
		return nil, err
	}
	tree.most = most
	tree.visit = func(state *state) error {
		for r := range responses {
			s.judge(r, state)
		}
		return nil
	}
	first, err := tree.start(forced, candidates, responses)
	if err != nil {
		return nil, err
	}
	for _, e := range tree.levels[1].residuals { // after the intercept alone
		s.total = append(s.total, vector.Dot(e, e))
	}
	if err := tree.walk(len(first.basis), 0); err != nil {
		return nil, err
	}
	return s.best, nil
}

// A search is a search under way.
type search struct {
	n          int
	value      func(s Choice) float64 // of the criterion
	keep       int
	logWeights float64
	total      []float64 // the sum of squares around the mean, by response
	best       [][]Choice
}

// judge finds how well a subset does for a response, and keeps it if it is among the
// best.
func (s *search) judge(r int, state *state) {
	n, p := float64(s.n), float64(len(state.basis))
	rss, press := 0.0, 0.0
	for i, v := range state.residuals[r] {
		rss += v * v
		if rest := 1 - state.leverage[i]; rest > regress.AloneLimit {
			press += (v / rest) * (v / rest)
		}
	}
	logLikelihood := 0.5 * (s.logWeights - n*(math.Log(2*math.Pi)+1+math.Log(rss/n)))
	k := p + 1
	subset := Choice{
		Columns: state.chosen,
		PRESS:   press,
		AICc:    2*k - 2*logLikelihood + 2*k*(k+1)/(n-k-1),
		BIC:     k*math.Log(n) - 2*logLikelihood,
		AdjR2:   1 - (rss/(n-p))/(s.total[r]/(n-1)),
	}
	if n-k-1 <= 0 {
		subset.AICc = math.Inf(1)
	}
	best := s.best[r]
	if len(best) == s.keep && s.compare(subset, best[len(best)-1]) >= 0 {
		return
	}
	subset.Columns = slices.Clone(subset.Columns) // the state's are overwritten
	place, _ := slices.BinarySearchFunc(best, subset, s.compare)
	best = slices.Insert(best, place, subset)
	s.best[r] = best[:min(len(best), s.keep)]
}

// compare orders subsets, the better first.
func (s *search) compare(a, b Choice) int {
	if c := cmp.Compare(s.value(a), s.value(b)); c != 0 {
		return c
	}
	if c := cmp.Compare(len(a.Columns), len(b.Columns)); c != 0 {
		return c
	}
	return slices.Compare(a.Columns, b.Columns)
}
