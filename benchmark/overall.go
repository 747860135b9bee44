package benchmark

import (
	"math"
	"slices"

	"github.com/raaderum/raaderum/lang"
)

// Overall is one municipality's service as a whole: how much of it the compared areas hold,
// and their differences added up. It is of the areas of service that are no part of another
// area and have an expected level above zero.
type Overall struct {
	Municipality string `key:"municipality"` // code

	Areas int `key:"areas"` // that are added up
	// What the areas cost, and what all service does by the plan's [plan.Whole], in kr. per
	// unit of that; missing where the plan names none, or the data have no figure.
	ComparedPerUnit float64 `key:"compared"`
	WholePerUnit    float64 `key:"whole"`
	SharePct        float64 `key:"share_pct"` // the first in per cent of the second

	// The differences added up, with an interval that allows for how areas of one
	// municipality move together.
	Difference Difference `key:",inline"`
	Pct        float64    `key:"deviation_pct"` // in per cent of what is expected in all
	// Rank of Pct among all municipalities that have all the areas, 1 the farthest above.
	Rank Rank `key:",inline"`
}

// Overall returns the report's first municipality as a whole; nil where fewer than two areas
// can be added up.
func (r *Report) Overall() *Overall {
	if r.orEmpty().countAsked() == 0 {
		return nil
	}
	s := r.addUp()
	if s == nil {
		return nil
	}
	return s.layOut(r.findAsked(0))
}

// sums are the areas of service that are added up, and their rows by area and municipality.
type sums struct {
	report      *Report
	areas       []*comparison
	rows        [][]Row
	correlation [][]float64 // of the t of two areas over the municipalities of their fits
	pct         []float64   // by municipality: the differences in per cent of the expected
}

// addUp finds what is to be added up; nil where it is fewer than two areas.
func (r *Report) addUp() *sums {
	s := &sums{report: r}
	for _, c := range r.comparisons {
		m := r.Model(c.area.ID)
		if m.Fitted() && !m.NotService && r.isAddedUp(m) {
			s.areas = append(s.areas, c)
		}
	}
	if len(s.areas) < 2 {
		return nil
	}
	n := len(r.data.Municipalities())
	for _, c := range s.areas {
		rows := make([]Row, n)
		for m := range rows {
			e := c.numbers.Expect(m)
			rows[m] = r.layOutNumbers(c, m, &e)
		}
		s.rows = append(s.rows, rows)
	}
	s.correlate()
	s.pct = make([]float64, n)
	for m := range s.pct {
		kr, expected, areas := s.add(m)
		s.pct[m] = math.NaN()
		if areas == len(s.areas) {
			s.pct[m] = 100 * kr / expected
		}
	}
	return s
}

// isAddedUp says whether an area is added to others. The whole is not, nor is an area whose
// accounts another that is added up has.
func (r *Report) isAddedUp(m *Model) bool {
	return !m.Whole && r.Model(m.PartOf) == nil && r.Model(m.SharedWith) == nil
}

// mostT bounds the t that the correlations are of, so that no single one decides them.
const mostT = 4

// correlate computes how the areas move together.
func (s *sums) correlate() {
	s.correlation = make([][]float64, len(s.areas))
	for a := range s.areas {
		s.correlation[a] = make([]float64, len(s.areas))
		for b := range a + 1 {
			r := 1.0
			if a != b {
				r = correlateRows(s.rows[a], s.rows[b])
			}
			s.correlation[a][b], s.correlation[b][a] = r, r
		}
	}
}

// correlateRows returns the correlation, about zero, of the t of two areas over the
// municipalities that both fits have. It is 0 where there are none.
func correlateRows(one, other []Row) float64 {
	var xx, yy, xy float64
	for m := range one {
		x, y := one[m].Test.T, other[m].Test.T
		if !one[m].Influence.InFit || !other[m].Influence.InFit || math.IsNaN(x+y) {
			continue
		}
		x, y = max(-mostT, min(x, mostT)), max(-mostT, min(y, mostT))
		xx, yy, xy = xx+x*x, yy+y*y, xy+x*y
	}
	if xx == 0 || yy == 0 {
		return 0
	}
	return xy / math.Sqrt(xx*yy)
}

// counts says whether a row is among those that are added up.
func (s *sums) counts(row *Row) bool { return row.Difference.Known() && row.Expected.Level > 0 }

// add adds up a municipality's differences and what is expected of it, in kr.
func (s *sums) add(m int) (kr, expected float64, areas int) {
	for a := range s.areas {
		if row := &s.rows[a][m]; s.counts(row) {
			kr += row.Difference.Kr
			expected += row.Expected.Level * row.Volume
			areas++
		}
	}
	return kr, expected, areas
}

// layOut lays out one municipality.
func (s *sums) layOut(m int) *Overall {
	kr, expected, areas := s.add(m)
	nan := math.NaN()
	o := &Overall{
		Municipality: s.report.data.Municipalities()[m].Code, Areas: areas,
		ComparedPerUnit: nan, WholePerUnit: nan, SharePct: nan,
		Difference: Difference{nan, nan, nan}, Pct: nan, Rank: Rank{Change: nan},
	}
	if areas == 0 {
		return o
	}
	below := s.combine(m, func(d Difference) float64 { return d.Kr - d.LowKr })
	above := s.combine(m, func(d Difference) float64 { return d.HighKr - d.Kr })
	o.Difference = Difference{kr, kr - below, kr + above}
	o.Pct = 100 * kr / expected
	o.Rank.Place, o.Rank.Of = rankFarthest(s.pct, m)
	s.cover(o, m)
	return o
}

// combine returns the half-width of a sum: the square root of the areas' half-widths, each
// times each, by how they move together.
func (s *sums) combine(m int, width func(Difference) float64) float64 {
	total := 0.0
	for a := range s.areas {
		for b := range s.areas {
			one, other := &s.rows[a][m], &s.rows[b][m]
			if s.counts(one) && s.counts(other) {
				total += s.correlation[a][b] * width(one.Difference) * width(other.Difference)
			}
		}
	}
	return math.Sqrt(max(total, 0))
}

// rankFarthest returns the place of one among values, 1 the largest, and how many there are;
// 0 where it is missing.
func rankFarthest(values []float64, m int) (place, of int) {
	larger := 0
	for _, v := range values {
		if math.IsNaN(v) {
			continue
		}
		of++
		if v > values[m] {
			larger++
		}
	}
	if math.IsNaN(values[m]) {
		return 0, of
	}
	return larger + 1, of
}

// cover says how much of all service the areas hold. Both are of the years compared.
func (s *sums) cover(o *Overall, m int) {
	w := s.report.Plan.Whole
	if w == nil {
		return
	}
	cost, units := 0.0, 0.0
	for _, year := range s.report.Years {
		per := 1.0
		if w.SpendingPer != "" {
			per = valueAt(s.report.data.Column(w.SpendingPer, year), m)
			units += per
		}
		for _, id := range w.Spending {
			cost += valueAt(s.report.data.Column(id, year), m) * per
		}
	}
	if units == 0 {
		units = 1
	}
	compared := 0.0
	for a := range s.areas {
		if row := &s.rows[a][m]; s.counts(row) {
			compared += row.SpendingKr()
		}
	}
	years := float64(max(len(s.report.Years), 1))
	o.WholePerUnit = cost / units
	o.ComparedPerUnit = compared / (units / years)
	if math.IsNaN(o.WholePerUnit) {
		o.ComparedPerUnit = math.NaN()
	}
	o.SharePct = 100 * o.ComparedPerUnit / o.WholePerUnit
}

// valueAt returns a municipality's figure of a column; missing where there is none.
func valueAt(column []float64, m int) float64 {
	if column == nil || m >= len(column) {
		return math.NaN()
	}
	return column[m]
}

// Overalls returns the municipalities asked for as wholes; empty where [Report.Overall] is
// nil.
func (r *Report) Overalls() []Overall {
	if r.orEmpty().countAsked() == 0 {
		return nil
	}
	s := r.addUp()
	if s == nil {
		return nil
	}
	list := make([]Overall, r.countAsked())
	for i := range list {
		list[i] = *s.layOut(r.findAsked(i))
	}
	return slices.Clip(list)
}

// Sentences say the share of all service, where it is known, and the difference in all.
func (o *Overall) Sentences() (list []lang.Message) {
	number := func(v float64) lang.Number { return lang.Number{Value: v} }
	if !math.IsNaN(o.SharePct) {
		list = append(list, overallShare.With(o.Areas, number(o.ComparedPerUnit),
			number(o.WholePerUnit), number(o.SharePct)))
	}
	signed := func(v float64) lang.Number {
		return lang.Number{Value: v, Decimals: 1, Signed: true}
	}
	if o.Rank.Place == 0 {
		return list
	}
	return append(list, overallDifference.With(signed(o.Difference.Kr/1e6), signed(o.Pct),
		signed(o.Difference.LowKr/1e6), signed(o.Difference.HighKr/1e6), o.Rank.Place, o.Rank.Of))
}
