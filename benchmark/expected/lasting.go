package expected

import (
	"math"
	"slices"

	"github.com/raaderum/raaderum/benchmark/internal/vector"
	"gonum.org/v1/gonum/stat/distuv"
)

// LeastYears is the fewest years from which to tell what lasts.
const LeastYears = 3

// jumpSDs is how many standard deviations of an ordinary change a leap is.
const jumpSDs = 3

// leastDF is the fewest degrees of freedom of an interval. With fewer, the interval would
// say more of the variance than of the municipality.
const leastDF = 3

// Lasting is what lasts in an area's differences, year after year. Years are by
// position.
type Lasting struct {
	Between, Within float64 // variances of what lasts and of what does not, relative to expected

	actual    [][]float64 // by year, and then by municipality
	expected  [][]float64
	deviation [][]float64 // relative to expected; by municipality, and then by year
	counted   [][]float64 // the same; NaN where the year does not count
	noise     []float64   // by municipality: the variance of its noise, over that of the median
	// By municipality: the variance of its expected level, over that of an effect.
	level    []float64
	half     float64 // how many standard errors the intervals reach to each side
	variance components
}

// Follow finds what lasts in the differences of one area. Each model compares one year,
// and the last is that of the year compared. Follow returns nil if there are fewer than
// [LeastYears] models, or if the variance cannot be estimated.
func Follow(years []*Model, compared *Model) *Lasting {
	if len(years) < LeastYears {
		return nil
	}
	n := len(compared.Response)
	l := &Lasting{
		noise:     compared.findNoise(),
		deviation: table(n, len(years)), counted: table(n, len(years)),
	}
	standsOut := make([]int, n) // years
	for t, m := range years {
		expected := make([]float64, n)
		l.actual, l.expected = append(l.actual, m.Area.Unit), append(l.expected, expected)
		for i := range n {
			expected[i] = m.Expect(i).Level
			if level := expected[i]; level > 0 {
				l.deviation[i][t] = (m.Area.Unit[i] - level) / level
			}
			if l.counted[i][t] = l.deviation[i][t]; m.StandsOut(i) {
				l.counted[i][t] = math.NaN()
				standsOut[i]++
			}
		}
	}
	// The variance components are those of the municipalities that form the
	// expected level, in the years that they do.
	var formed [][]float64
	for _, i := range compared.Rows {
		formed = append(formed, l.counted[i])
	}
	l.variance = estimateComponents(formed, vector.Pick(l.noise, compared.Rows))
	if math.IsNaN(l.variance.between) {
		return nil
	}
	l.Between, l.Within = l.variance.between, l.variance.within
	l.level = make([]float64, n)
	for i := range l.level {
		e := compared.Expect(i)
		l.level[i] = l.noise[i] * e.Leverage
		if e.InFit {
			l.level[i] /= 1 - e.Leverage
		}
	}
	for i, times := range standsOut { // one that stands out year after year differs lastingly
		if n, _ := countKnown(l.deviation[i]); 2*float64(times) >= n {
			l.counted[i] = l.deviation[i]
		}
	}
	nu := max(leastDF, l.variance.df)
	l.half = distuv.StudentsT{Sigma: 1, Nu: nu}.Quantile((1 + Confidence) / 2)
	return l
}

// findNoise returns the variance of each municipality's noise, divided by the variance of
// one with the median weight.
func (m *Model) findNoise() []float64 {
	noise := slices.Repeat([]float64{1}, len(m.Response))
	if m.Area.Weights == nil {
		return noise
	}
	sorted := vector.Pick(m.Area.Weights, m.Rows)
	slices.Sort(sorted)
	median := vector.Quantile(sorted, 0.5)
	for i, w := range m.Area.Weights {
		noise[i] = median / w
	}
	return noise
}

// table returns a table of missing values.
func table(rows, columns int) [][]float64 {
	block, list := vector.Missing(rows*columns), make([][]float64, rows)
	for i := range list {
		list[i] = block[i*columns : (i+1)*columns : (i+1)*columns]
	}
	return list
}

// Year is a municipality's figure of one year against what was expected.
type Year struct {
	Actual   float64
	Expected float64
	Pct      float64 // deviation in percent of expected; NaN where that is not above zero
	Counts   bool    // it says something of what lasts
}

// Effect is what lasts in a municipality's differences, in percent of expected.
// MeanPct is the mean of the years; the others are missing where fewer than
// [LeastYears] count.
type Effect struct {
	Years   []Year
	N       int // years with a deviation
	Counted int // those of them that count
	Above   int // years in which the figure was above what was expected

	MeanPct    float64
	LastingPct float64 // the shrunken mean of the years that count
	SEPct      float64
	LowPct     float64
	HighPct    float64

	Jump    int     // the position of the year with the largest leap; −1: there is none
	JumpPct float64 // the leap, in percentage points
}

// Effect returns the effect of one municipality. It returns false if the municipality has
// no deviation.
func (l *Lasting) Effect(municipality int) (e Effect, ok bool) {
	n, sum := countKnown(l.deviation[municipality])
	counted, countedSum := countKnown(l.counted[municipality])
	if counted == 0 {
		return Effect{}, false
	}
	nan := math.NaN()
	e = Effect{
		N: int(n), Counted: int(counted), MeanPct: 100 * sum / n,
		LastingPct: nan, SEPct: nan, LowPct: nan, HighPct: nan, Jump: -1, JumpPct: nan,
	}
	noise := l.noise[municipality]
	before := nan
	for t := range l.actual {
		y := Year{
			Actual: l.actual[t][municipality], Expected: l.expected[t][municipality], Pct: nan,
			Counts: !math.IsNaN(l.counted[municipality][t]),
		}
		if y.Expected > 0 {
			y.Pct = 100 * (y.Actual - y.Expected) / y.Expected
		}
		if y.Pct > 0 {
			e.Above++
		}
		e.Years = append(e.Years, y)
		leap := math.Abs(y.Pct - before)
		if leap > 100*jumpSDs*math.Sqrt(2*noise*l.Within) && !(leap <= math.Abs(e.JumpPct)) {
			e.Jump, e.JumpPct = t, y.Pct-before
		}
		if !math.IsNaN(y.Pct) {
			before = y.Pct
		}
	}
	if e.Counted < LeastYears {
		return e, true
	}
	lambda := l.variance.findReliability(counted / noise)
	e.LastingPct = 100 * lambda * countedSum / counted
	e.SEPct = 100 * math.Sqrt(l.Between*(1-lambda+lambda*l.level[municipality]))
	e.LowPct, e.HighPct = e.LastingPct-l.half*e.SEPct, e.LastingPct+l.half*e.SEPct
	return e, true
}

// HasDeviation says whether a municipality has a deviation in a year, by position.
func (l *Lasting) HasDeviation(municipality, year int) bool {
	return !math.IsNaN(l.deviation[municipality][year])
}
