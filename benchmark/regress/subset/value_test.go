package subset_test

import (
	"context"
	"testing"

	"github.com/raaderum/raaderum/benchmark/regress"
	"github.com/raaderum/raaderum/benchmark/regress/internal/regresstest"
	"github.com/raaderum/raaderum/benchmark/regress/subset"
)

// TestValueError checks that a number that no model can be fitted to is an error that
// says where it stands.
func TestValueError(t *testing.T) {
	_, x, y, weights := regresstest.Random(1, 30, 2)
	ctx := context.Background()
	want, change := regresstest.WantValueError, regresstest.Change
	best := func(x [][]float64, weights []float64) error {
		_, err := subset.Best(ctx, nil, x, weights, [][]float64{y}, subset.ByBIC, 1, 1)
		return err
	}
	for _, v := range regresstest.BadValues() {
		want(t, best([][]float64{change(x[0], 5, v)}, nil), "candidate 0", 5, v)
		models := &subset.Models{Response: change(y, 2, v), Rows: len(y), Candidates: x}
		err := models.Each(ctx, func(*subset.Fit) error { return nil })
		want(t, err, "response 0", 2, v)
	}
	for _, v := range append(regresstest.BadValues(), 0, -1) {
		want(t, best(x, change(weights, 4, v)), regress.WeightName, 4, v)
	}
}

// TestExtremes fits the smallest and the largest numbers there are. They are fits or
// errors, and never a panic.
func TestExtremes(t *testing.T) {
	ctx := context.Background()
	fits := 0
	regresstest.VisitExtremes(func(_ []string, x [][]float64, y, weights []float64) {
		responses := [][]float64{y}
		_, _ = subset.Best(ctx, nil, x, weights, responses, subset.ByPRESS, len(x), 4)
		models := &subset.Models{Response: y, Rows: len(y), Candidates: x, Weights: weights}
		room := make([]float64, len(y))
		_ = models.Each(ctx, func(f *subset.Fit) error {
			f.Expected(room, room)
			f.Smearing(true, room)
			fits++
			return nil
		})
	})
	if fits < 100 {
		t.Errorf("%d fits: too few to say anything", fits)
	}
}
