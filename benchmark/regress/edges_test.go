package regress_test

import (
	"testing"

	"github.com/raaderum/raaderum/benchmark/regress"
)

// TestDesignWithoutColumns has rows, and no column to factorise.
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
