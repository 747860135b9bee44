package excel_test

import (
	"strconv"
	"strings"
	"testing"

	"github.com/raaderum/raaderum/benchmark"
	"github.com/raaderum/raaderum/lang"
)

// checkEvidence compares the sheets of years, activity and quality with the
// rows of a municipality's report.
func checkEvidence(t *testing.T, all map[string][][]string, r *benchmark.Report, tolerance float64) {
	t.Helper()
	const first = 4 // rows above the areas
	years, activity, quality := first, first, first
	for row := range r.Rows() {
		name := r.Model(row.Area).Name
		if p := row.Persistence; p != nil {
			cells := all["Udvikling"][years]
			years++
			if cells[0] != name || cells[1] != r.Model(row.Area).Unit {
				t.Errorf("row %d of the years is of %q, want %q", years, cells[0], name)
			}
			for i, y := range p.Years {
				cell(t, "actual", cells[2+i], y.Actual, tolerance)
				cell(t, "deviation", cells[6+i], y.DeviationPct/100, tolerance)
				if strings.Contains(cells[min(15, len(cells)-1)], strconv.Itoa(y.Year)+"*") == y.Counts {
					t.Errorf("%s %d: counts is %v, shown in %q", row.Area, y.Year, y.Counts, cells[len(cells)-1])
				}
			}
			for i, want := range []float64{p.MeanPct, p.PersistentPct, p.LowPct, p.HighPct} {
				cell(t, "what lasts", cells[10+i], want/100, tolerance)
			}
			cell(t, "years above", cells[14], float64(p.YearsAbove), tolerance)
		}
		if a := row.Activity; a != nil {
			cells := all["Aktivitet"][activity]
			activity++
			if cells[0] != name {
				t.Errorf("row %d of the activities is of %q, want %q", activity, cells[0], name)
			}
			for i, want := range []float64{
				row.Difference.Kr / 1e6, a.ActivityKr / 1e6, a.UnitCostKr / 1e6, row.Deviation.Pct / 100, a.ActivityPct / 100, a.UnitCostPct / 100,
				a.UnitCost, a.UnitCostExpected, a.PerUnit, a.Expected, a.Low, a.High, a.DeviationPct / 100,
			} {
				cell(t, "activity of "+row.Area, cells[3+i], want, tolerance)
			}
		}
		for _, q := range row.Quality {
			cells := all["Kvalitet"][quality]
			quality++
			if cells[0] != name || cells[2] != q.Name {
				t.Errorf("row %d of the qualities is of %q, %q, want %q, %q", quality, cells[0], cells[2], name, q.Name)
			}
			for i, want := range map[int]float64{1: row.Deviation.Pct / 100, 5: q.Value, 6: float64(q.Year), 7: float64(q.Rank), 8: float64(q.Ranked)} {
				cell(t, "quality of "+row.Area, cells[i], want, tolerance)
			}
			if shown := len(cells) > 9 && cells[9] != ""; shown != (len(q.CheaperAsGood) > 0) {
				t.Errorf("%s: %d cheaper as good are shown as %v", q.Indicator, len(q.CheaperAsGood), shown)
			}
		}
	}
	if years != first+len(r.Models) || activity < first+5 || quality < first+7 {
		t.Errorf("%d, %d and %d rows", years, activity, quality)
	}
}

// TestEvidenceEnglish has the sheets by English names, and none of them in the
// workbook of no municipality.
func TestEvidenceEnglish(t *testing.T) {
	t.Parallel()
	for who, want := range map[string]bool{"791": true, "": false} {
		all := officialSheets(t, who, lang.English)
		for _, name := range []string{"Development", "Activity", "Quality"} {
			if got := all[name] != nil; got != want {
				t.Errorf("%q: the sheet %s is there: %v", who, name, got)
			}
		}
		figures := "Key figures"
		if who == "" {
			figures = "Overview"
		}
		if !strings.Contains(strings.Join(all[figures][3], " "), "current prices") {
			t.Error("the change does not say what prices it is in")
		}
	}
}
