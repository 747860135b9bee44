package vector

import (
	"encoding/json"
	"math"
	"os"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

// TestQuantile compares with R 4.2.2: quantile(values, at, type = 7).
func TestQuantile(t *testing.T) {
	text, err := os.ReadFile("../../testdata/reference.json")
	if err != nil {
		t.Fatal(err)
	}
	var r struct {
		Quantiles []struct{ Values, At, Quantiles []float64 }
	}
	if err := json.Unmarshal(text, &r); err != nil {
		t.Fatal(err)
	}
	samples := r.Quantiles
	if len(samples) < 5 {
		t.Fatalf("%d samples, want 5", len(samples))
	}
	for _, s := range samples {
		for i, q := range s.At {
			if diff := cmp.Diff(s.Quantiles[i], Quantile(s.Values, q), cmpopts.EquateApprox(1e-12, 0)); diff != "" {
				t.Errorf("quantile %v of %d values (-R +got):\n%s", q, len(s.Values), diff)
			}
		}
	}
	if got := Quantile(nil, 0.5); !math.IsNaN(got) {
		t.Errorf("the median of nothing is %v", got)
	}
}
