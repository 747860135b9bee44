package regress_test

import (
	"context"
	"testing"

	"github.com/raaderum/raaderum/benchmark/regress"
)

// TestNoSubsetsKept: who asks for none gets none.
func TestNoSubsetsKept(t *testing.T) {
	for _, keep := range []int{0, -1} {
		best, err := regress.BestSubsets(context.Background(), nil, [][]float64{{1, 2, 4, 3}}, nil, [][]float64{{1, 2, 3, 5}, {2, 2, 3, 1}}, regress.ByPRESS, 1, keep)
		if err != nil || len(best) != 2 || len(best[0]) != 0 || len(best[1]) != 0 {
			t.Errorf("keep %d: %v, %v", keep, best, err)
		}
	}
}

// TestDesignWithoutColumns has rows, and nothing to factorise.
func TestDesignWithoutColumns(t *testing.T) {
	d := regress.ThroughOrigin(3, nil, nil)
	if d.Rows() != 3 || d.Columns() != 0 {
		t.Errorf("%d rows and %d columns", d.Rows(), d.Columns())
	}
	defer func() {
		if got := recover(); got != "regress: a design without columns" {
			t.Errorf("Factorize said %v", got)
		}
	}()
	regress.Factorize(d, nil)
}
