package benchmark

import (
	"cmp"
	"context"
	"iter"
	"math"
	"slices"

	"github.com/raaderum/raaderum/benchmark/expected"
)

// Rows yields the rows of the municipalities asked for, one for each area and municipality.
// Areas are in the order of the plan. Within an area, municipalities are in the order of the
// data.
func (r *Report) Rows() iter.Seq[Row] { return r.RowsFrom(0, r.RowCount()) }

// RowCount returns how many rows [Report.Rows] yields.
func (r *Report) RowCount() int {
	r = r.orEmpty()
	return len(r.comparisons) * r.countAsked()
}

// RowsFrom yields at most n rows, beginning with the one at position first in the order of
// [Report.Rows]. So several goroutines can lay out rows at once. Positions outside the report
// have no rows.
func (r *Report) RowsFrom(first, n int) iter.Seq[Row] {
	return r.iterateRows(r.layOutRow, first, n)
}

// PlainRowsFrom yields the same rows as [Report.RowsFrom], but with nil Contributions, Curve,
// Persistence, Activity, Quality and PerHead. It takes half the time, and is for outputs that do not
// show them.
func (r *Report) PlainRowsFrom(first, n int) iter.Seq[Row] {
	return r.iterateRows(r.layOutPlainRow, first, n)
}

// iterateRows yields at most n rows from a position, as lay makes them.
func (r *Report) iterateRows(lay func(*comparison, int) Row, first, n int) iter.Seq[Row] {
	return func(yield func(Row) bool) {
		asked, count := r.orEmpty().countAsked(), r.RowCount()
		n, first := min(n, count), min(first, count) // so that their sum does not overflow
		for i := max(first, 0); i < min(first+n, count); i++ {
			if !yield(lay(r.comparisons[i/asked], r.findAsked(i%asked))) {
				return
			}
		}
	}
}

// Strongest returns the strongest candidates among the rows, at most n, and the number of all
// candidates. They are sorted by grade, and then by amount in kr.
func (r *Report) Strongest(n int) (rows []Row, total int) {
	strength := map[Grade]int{Marked: 0, Clear: 1, Possible: 2}
	type candidate struct {
		c      *comparison
		m      int
		grade  Grade
		amount float64
	}
	r = r.orEmpty()
	ofArea := make([][]candidate, len(r.comparisons))
	_ = forEachArea(context.Background(), r.comparisons, func(_ context.Context, k int) error {
		c := r.comparisons[k]
		for i := range r.countAsked() {
			m := r.findAsked(i)
			amount := (c.unit()[m] - c.numbers.Expect(m).Level) * c.volume()[m]
			g := c.gradeWithPosting(m, amount, *r.Plan.Materiality)
			if c.isCandidate(g) {
				ofArea[k] = append(ofArea[k], candidate{c, m, g, amount})
			}
		}
		return nil
	})
	found := slices.Concat(ofArea...)
	slices.SortStableFunc(found, func(a, b candidate) int {
		return cmp.Or(cmp.Compare(strength[a.grade], strength[b.grade]),
			cmp.Compare(b.amount, a.amount))
	})
	for _, f := range found[:max(0, min(n, len(found)))] {
		rows = append(rows, r.layOutRow(f.c, f.m))
	}
	return rows, len(found)
}

// layOutRow returns the row of an area and a municipality.
func (r *Report) layOutRow(c *comparison, m int) Row {
	e := c.numbers.Expect(m)
	row := r.layOutNumbers(c, m, &e)
	row.Contributions = c.explainLevel(m, &e)
	row.Curve = c.curve.summarise(m, row.Candidate)
	row.Persistence = c.layOutPersistence(m)
	row.Activity, row.Quality = c.splitDifference(&row, m), c.layOutQuality(m)
	row.PerHead = c.layOutPerHead(&row, m)
	row.Reservations = r.listReservations(c, m, &e, &row)
	return row
}

// layOutPlainRow returns the same row with only its numbers and reservations.
func (r *Report) layOutPlainRow(c *comparison, m int) Row {
	e := c.numbers.Expect(m)
	row := r.layOutNumbers(c, m, &e)
	row.Activity = c.splitDifference(&row, m) // the reservations look at it
	row.Reservations = r.listReservations(c, m, &e, &row)
	row.Activity = nil
	return row
}

// listReservations returns the codes of all warnings to read a row with.
func (r *Report) listReservations(
	c *comparison, m int, e *expected.Expectation, row *Row,
) []WarningCode {
	return slices.Concat(c.listExpectedReservations(e), c.listActivityReservations(row, m),
		c.listTargetReservations(row), r.listCorrectionReservations(c, m))
}

// layOutNumbers returns a row with only its numbers.
func (r *Report) layOutNumbers(c *comparison, m int, e *expected.Expectation) Row {
	who := r.data.Municipalities()[m]
	actual, volume := c.unit()[m], c.volume()[m]
	row := Row{
		Area: c.area.ID, AreaName: c.area.Name, Municipality: who.Code, Name: who.Name,
		Actual:    actual,
		Expected:  Expected{e.Level, e.Fitted, e.Low, e.High, expected.Confidence},
		Deviation: newDeviation(actual, e.Level),
		Volume:    volume,
		Difference: Difference{
			(actual - e.Level) * volume, (actual - e.High) * volume, (actual - e.Low) * volume,
		},
		Target: c.findTarget(c.own, m),
		Test: Test{
			T: e.T, DF: e.DF, P: c.numbers.P(m), Q: c.numbers.Q[m], QLow: c.numbers.QLow[m],
		},
		Influence: Influence{
			Leverage: e.Leverage, Cook: e.Cook, InFit: e.InFit, RobustWeight: e.RobustWeight,
		},
		Rank:        Rank{Place: int(c.ranks.now[m]), Of: c.ranks.ranked, Change: math.NaN()},
		ValueChange: math.NaN(),
	}
	row.Grade = c.gradeWithPosting(m, row.Difference.Kr, *r.Plan.Materiality)
	row.Candidate, row.Postings = c.isCandidate(row.Grade), c.postings[m]
	if c.before == nil {
		return row
	}
	if !r.Prices.mixed {
		row.ValueChange = actual - c.before[m]
	}
	if row.Rank.Place > 0 && c.ranks.before[m] > 0 {
		row.Rank.Change = float64(c.ranks.now[m] - c.ranks.before[m])
	}
	return row
}
