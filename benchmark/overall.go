package benchmark

import (
	"math"
	"slices"

	"github.com/raaderum/raaderum/lang"
)

// Overall is one municipality's service as a whole. It has the differences of the areas added
// up, and says how much of all service the areas cover. It counts the areas of service that
// are not a part of another area and that have an expected level above zero.
type Overall struct {
	Municipality string `key:"municipality"` // code

	Areas int `key:"areas"` // how many are added up
	// ComparedPerUnit is what the areas cost, and WholePerUnit what all service costs, in
	// kr. per unit of [plan.Whole]. They are missing if the plan does not say what all
	// service is, or if the data have no figure of it.
	ComparedPerUnit float64 `key:"compared"`
	WholePerUnit    float64 `key:"whole"`
	SharePct        float64 `key:"share_pct"` // the first in percent of the second

	// Difference is the sum of the differences. Its interval allows for the areas of one
	// municipality moving together.
	Difference Difference `key:",inline"`
	Pct        float64    `key:"deviation_pct"` // Difference in percent of what is expected in all
	// Rank is the rank of Pct among the municipalities that have all the areas. 1 is the
	// farthest above what is expected.
	Rank Rank `key:",inline"`
}

// Overall returns the service as a whole of the report's first municipality. It returns nil
// if there are fewer than two areas to add up.
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

// sums has the areas of service that are added up.
type sums struct {
	report      *Report
	areas       []*comparison
	rows        [][]Row     // by area, then municipality
	correlation [][]float64 // by area and area: see correlateRows
	pct         []float64   // by municipality: the sum of differences in percent of expected
}

// addUp finds the areas that are added up, and what they add up to. It returns nil if there
// are fewer than two areas.
func (r *Report) addUp() *sums {
	s := &sums{report: r}
	for _, c := range r.comparisons {
		m := r.Model(c.area.ID)
		if m.Fitted() && !m.NotService && r.AddsUp(m) {
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
		kr, expected, areas := s.addUpRows(m)
		s.pct[m] = math.NaN()
		if areas == len(s.areas) {
			s.pct[m] = 100 * kr / expected
		}
	}
	return s
}

// AddsUp says whether the difference of an area can be added to those of others. That of all
// service cannot, nor that of a part of an area that has a model, nor that of an area whose
// accounts another area has that is added up.
func (r *Report) AddsUp(m *Model) bool {
	if m == nil {
		return false
	}
	for whole := r.Model(m.PartOf); whole != nil; whole = r.Model(whole.PartOf) {
		if whole.Fitted() {
			return false
		}
	}
	return !m.Whole && r.Model(m.SharedWith) == nil
}

// mostT bounds the studentised residuals that correlations are computed of, so that no
// single municipality decides a correlation.
const mostT = 4

// correlate computes how every two areas move together.
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

// correlateRows returns the correlation of the studentised residuals of two areas. It is
// taken about zero, and over the municipalities that are in both fits. It is 0 if there are
// none.
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

// isCounted says whether a row has what it takes to be added up.
func (s *sums) isCounted(row *Row) bool { return row.Difference.Known() && row.Expected.Level > 0 }

// addUpRows adds up a municipality's differences, and what is expected of it, in kr. It also
// returns the number of areas.
func (s *sums) addUpRows(m int) (kr, expected float64, areas int) {
	for a := range s.areas {
		if row := &s.rows[a][m]; s.isCounted(row) {
			kr += row.Difference.Kr
			expected += row.Expected.Level * row.Volume
			areas++
		}
	}
	return kr, expected, areas
}

// layOut returns one municipality's service as a whole.
func (s *sums) layOut(m int) *Overall {
	kr, expected, areas := s.addUpRows(m)
	nan := math.NaN()
	o := &Overall{
		Municipality: s.report.data.Municipalities()[m].Code, Areas: areas,
		ComparedPerUnit: nan, WholePerUnit: nan, SharePct: nan,
		Difference: Difference{nan, nan, nan}, Pct: nan, Rank: Rank{Change: nan},
	}
	if areas == 0 {
		return o
	}
	below := s.combineWidths(m, func(d Difference) float64 { return d.Kr - d.LowKr })
	above := s.combineWidths(m, func(d Difference) float64 { return d.HighKr - d.Kr })
	o.Difference = Difference{kr, kr - below, kr + above}
	o.Pct = 100 * kr / expected
	o.Rank.Place, o.Rank.Of = rankFarthest(s.pct, m)
	s.setShare(o, m)
	return o
}

// combineWidths returns the half-width of the interval of a sum. It is √Σᵢⱼ rᵢⱼwᵢwⱼ, where wᵢ
// is an area's half-width and rᵢⱼ the correlation of two areas.
func (s *sums) combineWidths(m int, width func(Difference) float64) float64 {
	total := 0.0
	for a := range s.areas {
		for b := range s.areas {
			one, other := &s.rows[a][m], &s.rows[b][m]
			if s.isCounted(one) && s.isCounted(other) {
				total += s.correlation[a][b] * width(one.Difference) * width(other.Difference)
			}
		}
	}
	return math.Sqrt(max(total, 0))
}

// rankFarthest returns the place of one of some values, where 1 is the largest, and how many
// values there are. The place of a missing value is 0.
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

// setShare fills in how much of all service the areas cover, over the years compared. It does
// nothing if the plan does not say what all service is.
func (s *sums) setShare(o *Overall, m int) {
	w := s.report.Plan.Whole
	if w == nil {
		return
	}
	cost, units := 0.0, 0.0
	for _, year := range s.report.Years {
		per := 1.0
		if w.SpendingPer != "" {
			per = pickValue(s.report.data.Column(w.SpendingPer, year), m)
			units += per
		}
		for _, id := range w.Spending {
			cost += pickValue(s.report.data.Column(id, year), m) * per
		}
	}
	if units == 0 {
		units = 1
	}
	compared := 0.0
	for a := range s.areas {
		if row := &s.rows[a][m]; s.isCounted(row) {
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

// pickValue returns a municipality's value in a column. It returns NaN if there is no column.
func pickValue(column []float64, m int) float64 {
	if column == nil || m >= len(column) {
		return math.NaN()
	}
	return column[m]
}

// Overalls returns the service as a whole of each municipality asked for. It returns nil if
// there are fewer than two areas to add up.
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

// Sentences returns what there is to say of the whole: the share of all service, if it is
// known, and the sum of the differences.
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
