package benchmark

import (
	"cmp"
	"context"
	"iter"
	"math"
	"slices"

	"github.com/raaderum/raaderum/benchmark/expected"
	"github.com/raaderum/raaderum/dataset"
)

// Only returns the report of the municipalities that codes or names mean, and false where
// the data lack one of them. It keeps of all rows and warnings those of the municipalities,
// in the order named. The models, the sources, the corrections and the warnings of whole
// areas stay those of all: they are what its expected levels are made of.
//
// Only of a report that is of some municipalities already is the report of the others
// instead. Only and [Report.OnlyAreas] combine, in either order, to the rows of the
// municipalities in the areas.
func (r *Report) Only(who ...string) (*Report, bool) {
	r = r.orEmpty()
	one := *r
	one.whole = r.Whole()
	one.only, one.Municipality = []int{}, ""
	asked := map[string]bool{"": true} // codes; what is of nobody is of all
	for _, w := range who {
		m, ok := r.data.Find(w)
		if !ok {
			return nil, false
		}
		if code := r.data.Municipalities()[m].Code; !asked[code] {
			asked[code] = true
			one.only = append(one.only, m)
			one.Municipality = code
		}
	}
	if len(one.only) > 1 {
		one.Municipality = ""
	}
	one.Warnings = slices.DeleteFunc(slices.Clone(one.whole.Warnings),
		func(w Warning) bool { return !asked[w.Municipality] })
	return &one, true
}

// Whole returns the report of all municipalities that [Report.Only] made this one
// of; the report itself where it is of all.
func (r *Report) Whole() *Report {
	if r != nil && r.whole != nil {
		return r.whole
	}
	return r
}

// OnlyAreas returns the report of some areas of the plan by their IDs, in the plan's order,
// and false where the report lacks one of them. It keeps of all rows, models, sources and
// warnings those of the areas, and of the whole plan. The corrections and the plan stay
// those of all areas. Numbers that the areas share stay as they were found over all of
// them: the false discovery rates, and the variance by size.
//
// OnlyAreas of a report of some areas has those alone, and no other to go to. It combines
// with [Report.Only] as is said there.
func (r *Report) OnlyAreas(ids ...string) (*Report, bool) {
	r = r.orEmpty()
	for _, id := range ids {
		if r.Model(id) == nil {
			return nil, false
		}
	}
	some := *r
	if r.whole != nil {
		some.whole, _ = r.whole.OnlyAreas(ids...)
	}
	some.Models, some.comparisons = nil, nil
	for i, m := range r.Models {
		if slices.Contains(ids, m.Area) {
			some.Models = append(some.Models, m)
			some.comparisons = append(some.comparisons, r.comparisons[i])
		}
	}
	some.Sources = listSources(r.data, some.comparisons)
	some.Warnings = slices.DeleteFunc(slices.Clone(r.Warnings), func(w Warning) bool {
		return w.Area != "" && !slices.Contains(ids, w.Area) || w.isOfData()
	})
	some.Warnings = append(some.Warnings, some.listDataWarnings()...)
	return &some, true
}

// Model returns an area's model, nil where there is no such area.
func (r *Report) Model(area string) *Model {
	for i := range r.orEmpty().Models {
		if r.Models[i].Area == area {
			return &r.Models[i]
		}
	}
	return nil
}

// Municipalities returns the municipalities asked for.
func (r *Report) Municipalities() []dataset.Municipality {
	if r = r.orEmpty(); r.only == nil {
		return r.data.Municipalities()
	}
	var list []dataset.Municipality
	for _, m := range r.only {
		list = append(list, r.data.Municipalities()[m])
	}
	return list
}

// countAsked returns how many municipalities were asked for.
func (r *Report) countAsked() int {
	if r.only != nil {
		return len(r.only)
	}
	return len(r.data.Municipalities())
}

// findAsked returns the position in the data of the i-th municipality asked for.
func (r *Report) findAsked(i int) int {
	if r.only != nil {
		return r.only[i]
	}
	return i
}

// Rows yields every row of the municipalities asked for, whether a candidate
// or not: area by area in the plan's order, municipalities in the data's.
func (r *Report) Rows() iter.Seq[Row] { return r.RowsFrom(0, r.RowCount()) }

// RowCount returns how many rows [Report.Rows] yields.
func (r *Report) RowCount() int {
	r = r.orEmpty()
	return len(r.comparisons) * r.countAsked()
}

// RowsFrom yields at most n rows from position first on, in the order of
// [Report.Rows], so that several goroutines can lay them out. There are none before 0
// and past the last.
func (r *Report) RowsFrom(first, n int) iter.Seq[Row] {
	return r.iterateRows(r.layOutRow, first, n)
}

// PlainRowsFrom yields the same rows as [Report.RowsFrom] without what stands beside
// the numbers, for outputs that do not show it: Contributions, Curve, Persistence,
// Activity and Quality are nil. It takes half the time.
func (r *Report) PlainRowsFrom(first, n int) iter.Seq[Row] {
	return r.iterateRows(r.layOutPlainRow, first, n)
}

func (r *Report) iterateRows(lay func(*comparison, int) Row, first, n int) iter.Seq[Row] {
	return func(yield func(Row) bool) {
		asked, count := r.orEmpty().countAsked(), r.RowCount()
		n, first := min(n, count), min(first, count) // so that their sum is a number
		for i := max(first, 0); i < min(first+n, count); i++ {
			if !yield(lay(r.comparisons[i/asked], r.findAsked(i%asked))) {
				return
			}
		}
	}
}

// Strongest returns the candidates among the rows, the strongest first: by
// grade, then by the amount in kr. At most n, and how many there are in all.
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
			g := c.gradeOf(m, amount, *r.Plan.Materiality)
			if g.Candidate() {
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

// layOutRow lays out one row.
func (r *Report) layOutRow(c *comparison, m int) Row {
	e := c.numbers.Expect(m)
	row := r.layOutNumbers(c, m, &e)
	row.Contributions = c.explainLevel(m, &e)
	row.Curve = c.curve.summarise(m, row.Grade)
	row.Persistence = c.layOutPersistence(m)
	row.Activity, row.Quality = c.splitDifference(&row, m), c.layOutQuality(m)
	row.Reservations = r.listReservations(c, m, &e, &row)
	return row
}

// layOutPlainRow lays out the numbers of one row and its reservations.
func (r *Report) layOutPlainRow(c *comparison, m int) Row {
	e := c.numbers.Expect(m)
	row := r.layOutNumbers(c, m, &e)
	row.Activity = c.splitDifference(&row, m) // which the reservations look at
	row.Reservations = r.listReservations(c, m, &e, &row)
	row.Activity = nil
	return row
}

// listReservations returns the codes of the warnings that a row is to be read with.
func (r *Report) listReservations(
	c *comparison, m int, e *expected.Expectation, row *Row,
) []WarningCode {
	return slices.Concat(c.listReservations(e), c.listActivityReservations(row, m),
		c.listTargetReservations(row), r.listCorrectionReservations(c, m))
}

// layOutNumbers lays out the numbers of one row.
func (r *Report) layOutNumbers(c *comparison, m int, e *expected.Expectation) Row {
	who := r.data.Municipalities()[m]
	actual, volume := c.unit()[m], c.volume()[m]
	row := Row{
		Area: c.area.ID, AreaName: c.area.Name, Municipality: who.Code, Name: who.Name,
		Actual:    actual,
		Expected:  Expected{e.Level, e.Fitted, e.Low, e.High, expected.Confidence},
		Deviation: Deviation{PerUnit: actual - e.Level, Pct: math.NaN()},
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
	if e.Level > 0 {
		row.Deviation.Pct = 100 * row.Deviation.PerUnit / e.Level
	}
	row.Grade, row.Postings = c.gradeOf(m, row.Difference.Kr, *r.Plan.Materiality), c.postings[m]
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

// Figures yields the figures the report is made of: every source in every
// year used, one value for each of all municipalities of the data set.
func (r *Report) Figures() iter.Seq2[Source, Figures] {
	return func(yield func(Source, Figures) bool) {
		for _, s := range r.orEmpty().Sources {
			for _, year := range slices.Sorted(slices.Values(slices.Concat(s.Years, s.Followed))) {
				if !yield(s, Figures{year, r.data.Column(s.Indicator, year)}) {
					return
				}
			}
		}
	}
}

// Figures are an indicator's values in a year, one for each of
// [Report.AllMunicipalities]; NaN is missing, and nil is none at all.
type Figures struct {
	Year   int
	Values []float64
}

// AllMunicipalities returns the municipalities compared, whoever was asked
// for.
func (r *Report) AllMunicipalities() []dataset.Municipality {
	return r.orEmpty().data.Municipalities()
}
