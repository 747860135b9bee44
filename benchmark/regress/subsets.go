package regress

import (
	"cmp"
	"context"
	"fmt"
	"math"
	"slices"
)

// Criterion is what subsets of drivers are ranked by; less is better.
type Criterion string

// The criteria.
const (
	ByPRESS Criterion = "press" // leave-one-out squared error
	ByAICc  Criterion = "aicc"
	ByBIC   Criterion = "bic"
)

// Criteria lists the criteria.
var Criteria = []Criterion{ByPRESS, ByAICc, ByBIC}

// MaxCandidates is how many candidates a search takes: the subsets double with
// each.
const MaxCandidates = 15

// Subset is a choice among the candidates and how the model with it does; the
// figures are those of [Fit].
type Subset struct {
	Columns []int // positions among the candidates, ascending
	PRESS   float64
	AICc    float64
	BIC     float64
	AdjR2   float64
}

func (s *Subset) value(by Criterion) float64 {
	switch by {
	case ByAICc:
		return s.AICc
	case ByBIC:
		return s.BIC
	}
	return s.PRESS
}

// BestSubsets fits every response on the intercept, the forced columns and
// each subset of the candidates by (weighted) least squares, and returns for
// each response the best subsets by a criterion, at most keep, the best first;
// of equals the one with fewer columns; none where keep is below 1. No subset has
// more candidates than most. Subsets whose columns are dependent, or that leave no degree of freedom
// for a leave-one-out fit, are passed over.
//
// The subsets are gone through as a tree, see subsetTree; those with more than
// most candidates cost nothing, for the tree ends there. It panics for shapes
// that cannot be and for more than [MaxCandidates].
func BestSubsets(ctx context.Context, forced, candidates [][]float64, weights []float64, responses [][]float64, by Criterion, most, keep int) ([][]Subset, error) {
	if len(candidates) > MaxCandidates {
		panic(fmt.Sprintf("regress: %d candidates, more than %d", len(candidates), MaxCandidates))
	}
	if len(responses) == 0 {
		return nil, nil
	}
	if keep < 1 {
		return make([][]Subset, len(responses)), ctx.Err()
	}
	n := len(responses[0])
	s := &subsetSearch{n: n, by: by, keep: keep, best: make([][]Subset, len(responses))}
	for _, w := range weights {
		s.logWeights += math.Log(w)
	}
	tree, err := newSubsetTree(ctx, n, n, weights)
	if err != nil {
		return nil, err
	}
	tree.most = most
	tree.visit = func(state *subsetState) error {
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
		s.total = append(s.total, dot(e, e))
	}
	if err := tree.walk(len(first.basis), 0); err != nil {
		return nil, err
	}
	return s.best, nil
}

// subsetSearch is a search under way.
type subsetSearch struct {
	n          int
	by         Criterion
	keep       int
	logWeights float64
	total      []float64 // sum of squares around the mean, by response
	best       [][]Subset
}

// judge finds a subset's figures for a response and keeps it among the best.
func (s *subsetSearch) judge(r int, state *subsetState) {
	n, p := float64(s.n), float64(len(state.basis))
	rss, press := 0.0, 0.0
	for i, v := range state.residuals[r] {
		rss += v * v
		if rest := 1 - state.leverage[i]; rest > 1e-10 {
			press += (v / rest) * (v / rest)
		}
	}
	logLikelihood := 0.5 * (s.logWeights - n*(math.Log(2*math.Pi)+1+math.Log(rss/n)))
	k := p + 1
	subset := Subset{
		Columns: state.chosen,
		PRESS:   press,
		AICc:    2*k - 2*logLikelihood + 2*k*(k+1)/(n-k-1),
		BIC:     k*math.Log(n) - 2*logLikelihood,
		AdjR2:   1 - (rss/(n-p))/(s.total[r]/(n-1)),
	}
	if n-k-1 <= 0 {
		subset.AICc = math.Inf(1)
	}
	order := func(a, b Subset) int {
		return cmp.Or(cmp.Compare(a.value(s.by), b.value(s.by)), len(a.Columns)-len(b.Columns), slices.Compare(a.Columns, b.Columns))
	}
	best := s.best[r]
	if len(best) == s.keep && order(subset, best[len(best)-1]) >= 0 {
		return
	}
	subset.Columns = slices.Clone(subset.Columns) // those of the state do not last
	at, _ := slices.BinarySearchFunc(best, subset, order)
	best = slices.Insert(best, at, subset)
	s.best[r] = best[:min(len(best), s.keep)]
}
