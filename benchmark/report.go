package benchmark

import (
	"cmp"
	"iter"
	"math"
	"slices"

	"github.com/raaderum/raaderum/benchmark/regress"
	"github.com/raaderum/raaderum/dataset"
)

// Report is everything a comparison found. Outputs lay it out and compute
// nothing. Its JSON form is described at [Report.WriteJSON].
//
// Amounts are in kr. or kr. per unit as said, and NaN is missing.
type Report struct {
	Title        string
	Year         int       // the year compared; [dataset.Undated] where the data have none
	Years        []int     // the years pooled into one figure, the last of them Year
	Municipality string    // the code of the one municipality asked for; empty: all
	Estimator    string    // as the plan names it
	Models       []Model   // one an area, in the plan's order
	Warnings     []Warning // on the whole and on municipalities; a model has its own
	Sources      []Source  // the indicators used, with their publishers
	Plan         Plan      // the plan, defaults in place

	data        *dataset.Dataset
	comparisons []*comparison
	only        []int // municipalities asked for; nil: all
}

// Model is an area and its model of the expected level.
type Model struct {
	Area      string // ID
	Name      string
	Unit      string
	PartOf    string // ID of the area of the plan whose spending this one's is a part of; empty: none
	Estimator string
	Scale     string
	Drivers   []DriverName

	N     int     // municipalities in the fit
	DF    int     // degrees of freedom of the residuals; 0 where there is no fit
	Sigma float64 // residual standard error, in kr. per unit, or of the logarithm
	R2    float64
	AdjR2 float64
	LooR2 float64 // 1 − PRESS/SST: how much of the variance the others predict

	Coefficients []regress.Coefficient // empty where the model was refused
	Warnings     []Warning
}

// DriverName is a driver's ID, which coefficients and contributions are
// called by, and its name.
type DriverName struct{ ID, Name string }

// Fitted says whether there is a model: the warnings tell why there is none.
func (m *Model) Fitted() bool { return len(m.Coefficients) > 0 }

// Row is one municipality in one area.
type Row struct {
	Area         string // ID
	Municipality string // code
	Name         string // the municipality's

	Actual   float64 // u, kr. per unit
	Expected float64 // what the others lead one to expect, kr. per unit
	Fitted   float64 // the model's in-sample value, for comparison with official models
	Low      float64 // the interval for the expected level
	High     float64
	Level    float64 // of the interval: 0.95

	Deviation    float64 // actual − expected, kr. per unit
	DeviationPct float64 // in percent of expected; missing where that is not positive
	Volume       float64 // units a year

	DifferenceKr     float64 // deviation × volume, kr. a year
	DifferenceLowKr  float64 // its interval
	DifferenceHighKr float64

	Target     float64 // the level headroom is computed against, kr. per unit
	TargetRule string  // the rule it was found by, as [ParseTarget] reads it
	HeadroomKr float64 // max(0, actual − target) × volume, kr. a year

	T        float64 // studentised residual
	DF       int     // its degrees of freedom
	P        float64 // one-sided for above expected
	Q        float64 // false discovery rate for above expected
	QLow     float64 // and for below
	Grade    Grade
	Leverage float64
	Cook     float64 // missing outside the fit
	InFit    bool

	Rank        int     // 1 is the lowest actual figure; 0: no figure
	Ranked      int     // how many municipalities have a rank
	RankChange  float64 // rank − last year's: above 0, towards the most expensive
	ValueChange float64 // actual − last year's, kr. per unit

	Contributions []Contribution // they add up to Expected
}

// Contribution is a part of an expected level, in kr. per unit.
type Contribution struct {
	Name  string // a driver's ID, or [OthersMean]
	Value float64
}

// OthersMean is the name of the contribution that all the others start from:
// the mean of the municipalities in the fit, without the one compared.
const OthersMean = "others_mean"

// Only returns the report of the municipality that a code or name means, and
// false where the data have none. The models stay those of all.
func (r *Report) Only(who string) (*Report, bool) {
	m, ok := r.data.Find(who)
	if !ok {
		return nil, false
	}
	one := *r
	one.Municipality = r.data.Municipalities()[m].Code
	one.only = []int{m}
	one.Warnings = slices.DeleteFunc(slices.Clone(r.Warnings), func(w Warning) bool {
		return w.Municipality != "" && w.Municipality != one.Municipality
	})
	return &one, true
}

// OnlyArea returns the report of one area of the plan, and false where the
// plan has none with that ID.
func (r *Report) OnlyArea(id string) (*Report, bool) {
	i := slices.IndexFunc(r.Models, func(m Model) bool { return m.Area == id })
	if i < 0 {
		return nil, false
	}
	one := *r
	one.Models, one.comparisons = r.Models[i:i+1], r.comparisons[i:i+1]
	one.Sources = sources(r.data, one.comparisons)
	one.Warnings = slices.DeleteFunc(slices.Clone(r.Warnings), func(w Warning) bool { return w.Area != "" && w.Area != id })
	return &one, true
}

// Model returns an area's model, nil where there is no such area.
func (r *Report) Model(area string) *Model {
	for i := range r.Models {
		if r.Models[i].Area == area {
			return &r.Models[i]
		}
	}
	return nil
}

// Municipalities returns the municipalities asked for.
func (r *Report) Municipalities() []dataset.Municipality {
	var list []dataset.Municipality
	for _, m := range r.asked() {
		list = append(list, r.data.Municipalities()[m])
	}
	return list
}

func (r *Report) asked() []int {
	if r.only != nil {
		return r.only
	}
	all := make([]int, len(r.data.Municipalities()))
	for i := range all {
		all[i] = i
	}
	return all
}

// Rows yields every row of the municipalities asked for, whether a candidate
// or not: area by area in the plan's order, municipalities in the data's.
func (r *Report) Rows() iter.Seq[Row] {
	return func(yield func(Row) bool) {
		asked := r.asked()
		for _, c := range r.comparisons {
			for _, m := range asked {
				if !yield(r.row(c, m)) {
					return
				}
			}
		}
	}
}

// Strongest returns the candidates among the rows, the strongest first: by
// grade, then by the amount in kr. At most n, and how many there are in all.
func (r *Report) Strongest(n int) (rows []Row, total int) {
	strength := map[Grade]int{Marked: 0, Clear: 1, Possible: 2}
	type candidate struct {
		place
		grade  Grade
		amount float64
	}
	var found []candidate
	for _, c := range r.comparisons {
		for _, m := range r.asked() {
			amount := (c.now.unit[m] - c.expect(m).expected) * c.now.volume[m]
			if g := grade(amount, c.q[m], c.qLow[m], *r.Plan.Materiality); g.Candidate() {
				found = append(found, candidate{place{c, m}, g, amount})
			}
		}
	}
	slices.SortStableFunc(found, func(a, b candidate) int {
		return cmp.Or(cmp.Compare(strength[a.grade], strength[b.grade]), cmp.Compare(b.amount, a.amount))
	})
	for _, f := range found[:min(n, len(found))] {
		rows = append(rows, r.row(f.c, f.m))
	}
	return rows, len(found)
}

// row lays out one row.
func (r *Report) row(c *comparison, m int) Row {
	who := r.data.Municipalities()[m]
	e := c.expect(m)
	actual, volume := c.now.unit[m], c.now.volume[m]
	row := Row{
		Area: c.area.ID, Municipality: who.Code, Name: who.Name,
		Actual: actual, Expected: e.expected, Fitted: e.fitted, Low: e.low, High: e.high, Level: confidence,
		Deviation: actual - e.expected, DeviationPct: math.NaN(), Volume: volume,
		DifferenceKr: (actual - e.expected) * volume, DifferenceLowKr: (actual - e.high) * volume, DifferenceHighKr: (actual - e.low) * volume,
		Target: c.target[m], TargetRule: c.rule.String(),
		HeadroomKr: max(0, actual-c.target[m]) * volume,
		T:          e.t, DF: e.df, P: c.p[m], Q: c.q[m], QLow: c.qLow[m],
		Leverage: e.leverage, Cook: e.cook, InFit: e.inFit,
		Rank: c.rank[m], Ranked: c.ranked, RankChange: math.NaN(), ValueChange: actual - c.before[m],
		Contributions: c.contributions(m, e.expected),
	}
	if e.expected > 0 {
		row.DeviationPct = 100 * row.Deviation / e.expected
	}
	row.Grade = grade(row.DifferenceKr, row.Q, row.QLow, *r.Plan.Materiality)
	if row.Rank > 0 && c.rankBefore[m] > 0 {
		row.RankChange = float64(row.Rank - c.rankBefore[m])
	}
	return row
}

// Figures yields the figures the report is made of: every source in every
// year used, one value for each of all municipalities of the data set.
func (r *Report) Figures() iter.Seq2[Source, Figures] {
	return func(yield func(Source, Figures) bool) {
		for _, s := range r.Sources {
			for _, year := range s.Years {
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
func (r *Report) AllMunicipalities() []dataset.Municipality { return r.data.Municipalities() }
