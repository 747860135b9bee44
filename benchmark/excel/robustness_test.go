package excel_test

import (
	"strconv"
	"testing"

	"github.com/raaderum/raaderum/benchmark"
	"github.com/raaderum/raaderum/lang"
)

// TestRobustness: the sheet has the municipality's summaries as the report has
// them, the verdict as a word beside candidates, and is not
// there where the plan asks for no curve or nobody was asked for.
func TestRobustness(t *testing.T) {
	r := report(t)
	lolland, _ := r.Only("Lolland")
	words := map[benchmark.Verdict]string{"robust": "robust", "middling": "nogenlunde", "fragile": "skrøbelig"}
	rows := sheets(t, workbook(t, r, "360", lang.Danish))["Robusthed"]
	if len(rows) != 4+len(r.Models) {
		t.Fatalf("%d rows", len(rows))
	}
	i, seen := 4, map[string]bool{}
	for row := range lolland.Rows() {
		got, c := rows[i], row.Curve
		i++
		if c == nil {
			t.Fatalf("%s has no curve", row.Area)
		}
		if got[0] != r.Model(row.Area).Name || got[2] != strconv.Itoa(c.Models) || got[3] != strconv.Itoa(c.Failed) {
			t.Errorf("%s: %q", row.Area, got)
		}
		for column, want := range map[int]float64{1: row.DeviationPct / 100, 4: c.ShareAbove, 5: c.ShareFlagged, 6: c.MedianPct / 100, 7: c.LowPct / 100, 8: c.HighPct / 100} {
			cell(t, row.Area+", "+rows[3][column], got[column], want, 0)
		}
		want := words[c.Verdict]
		if (want != "") != row.Grade.Candidate() {
			t.Errorf("%s: %q of %q", row.Area, want, row.Grade)
		}
		seen[want] = true
		if got[9] != want {
			t.Errorf("%s: verdict %q, want %q", row.Area, got[9], want)
		}
	}
	if !seen["robust"] || !seen[""] {
		t.Errorf("only the verdicts %v", seen)
	}
	english := sheets(t, workbook(t, r, "360", lang.English))
	if len(english["Robustness"]) != len(rows) {
		t.Error("no sheet Robustness in English")
	}
	if _, ok := sheets(t, workbook(t, r, "", lang.Danish))["Robusthed"]; ok {
		t.Error("a sheet of nobody's")
	}
	without := *r
	without.Plan.Curve = nil
	if _, ok := sheets(t, workbook(t, &without, "360", lang.Danish))["Robusthed"]; ok {
		t.Error("a sheet that the plan does not ask for")
	}
}
