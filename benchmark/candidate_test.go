package benchmark_test

import (
	"testing"

	"github.com/raaderum/raaderum/lang"
)

// TestCandidates: every row above what is expected is a candidate, but those of all service,
// which nothing takes for candidates.
func TestCandidates(t *testing.T) {
	r := bundled(t)
	candidates, whole := 0, 0
	for row := range r.Rows() {
		isWhole := r.Model(row.Area).Whole
		if want := row.Grade.Above() && !isWhole; row.Candidate != want {
			t.Errorf("%s, %s: a candidate is %v", row.Area, row.Name, row.Candidate)
		}
		if row.Candidate {
			candidates++
		}
		if !isWhole || !row.Grade.Above() {
			continue
		}
		whole++
		if row.Curve != nil && row.Curve.Verdict != "" {
			t.Errorf("all service of %s has the verdict %q", row.Name, row.Curve.Verdict)
		}
		for _, q := range r.Questions(&row) {
			if row.Persistence == nil || row.Persistence.JumpYear == 0 {
				t.Errorf("all service of %s is asked %q", row.Name, q.In(lang.English))
			}
		}
	}
	if whole == 0 {
		t.Error("all service of no municipality stands out")
	}
	if strongest, total := r.Strongest(candidates); total != candidates || len(strongest) != total {
		t.Errorf("%d are the strongest of %d, want %d", len(strongest), total, candidates)
	}
}
