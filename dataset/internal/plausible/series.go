package plausible

import (
	"cmp"
	"math"
	"slices"
)

// Series are the figures of an indicator: a column for each year.
type Series struct {
	Columns [][]float64
	Logs    [][]float64 // of base 10; NaN where a figure is not above 0
	Own     [][]float64 // the median logarithm of the municipality's figures of the other years
}

// NewSeries returns the series of some columns.
func NewSeries(columns [][]float64) *Series {
	s := &Series{Columns: columns}
	for _, column := range columns {
		s.Logs = append(s.Logs, TakeLogs(column))
	}
	others := make([]float64, 0, len(columns))
	for year := range columns {
		own := make([]float64, len(columns[year]))
		for m := range own {
			others = others[:0]
			for y, logs := range s.Logs {
				if y != year && !math.IsNaN(logs[m]) {
					others = append(others, logs[m])
				}
			}
			if own[m] = math.NaN(); len(others) > 0 {
				slices.Sort(others)
				own[m] = takeMedian(others)
			}
		}
		s.Own = append(s.Own, own)
	}
	return s
}

// TakeLogs returns the logarithms of figures, NaN for those that are not above 0.
func TakeLogs(column []float64) []float64 {
	logs := make([]float64, len(column))
	for i, v := range column {
		if logs[i] = math.NaN(); v > 0 {
			logs[i] = math.Log10(v)
		}
	}
	return logs
}

// Changes returns the logarithms of a year over the municipalities' own of other years.
func (s *Series) Changes(year int) []float64 {
	changes := make([]float64, len(s.Logs[year]))
	for m, v := range s.Logs[year] {
		changes[m] = v - s.Own[year][m]
	}
	return changes
}

// FindHeaps returns the factors by which two heaps of a year's figures have changed, where
// they are a power of ten apart.
func (s *Series) FindHeaps(year int) (low, high float64, ok bool) {
	changes := slices.DeleteFunc(s.Changes(year), math.IsNaN)
	slices.Sort(changes)
	return SplitHeaps(changes)
}

// Slip is a figure that is far from its municipality's figures of other years.
type Slip struct {
	Municipality, Year int     // positions
	By                 float64 // the logarithm of how many times those it is
	Power              bool    // that is about a power of ten
}

// leastJump is the least change that is no power of ten and still a slip: 1.4 times.
const leastJump = 0.15

// FindSlips looks for slips. The others' figures must change little beside a slip. The slips
// are in the order of municipalities.
func (s *Series) FindSlips() (slips []Slip) {
	first := 0
	if len(s.Columns) == 2 {
		first = 1 // nothing tells which of the two is wrong, so the later one is blamed
	}
	for year := first; year < len(s.Columns) && len(s.Columns) > 1; year++ {
		changes := s.Changes(year)
		center, spread := measureUsual(changes)
		for m, v := range changes {
			size := math.Abs(v - center)
			power := math.Round(size)
			switch {
			case power >= 1 && math.Abs(size-power) < 0.1 && size > 6*spread:
				slips = append(slips, Slip{m, year, v - center, true})
			case size > leastJump && size > 15*spread && spread > 0:
				slips = append(slips, Slip{m, year, v - center, false})
			}
		}
	}
	slices.SortFunc(slips, func(a, b Slip) int {
		return cmp.Or(cmp.Compare(a.Municipality, b.Municipality), cmp.Compare(a.Year, b.Year))
	})
	return slips
}

// measureUsual returns the median of logarithms, and how far most are from it. Of too few to
// say what is usual both are 0, as where nothing changes.
func measureUsual(logs []float64) (center, spread float64) {
	known := slices.DeleteFunc(slices.Clone(logs), math.IsNaN)
	n := len(known)
	if n < fewest {
		return 0, 0
	}
	slices.Sort(known)
	spread = 0.5 * (known[n*9/10] - known[n/10])
	// Where a tenth of the figures or more are wrong, the middle tells better.
	return takeMedian(known), min(spread, 0.75*(known[n*8/10]-known[n/5]))
}

// FindFar returns the logarithms that are about a power of ten or more from all others, over
// the typical one, by municipality. Where many are, they are two kinds of municipalities, and
// there is none.
func FindFar(logs []float64) (far map[int]float64) {
	known := 0
	for _, v := range logs {
		if !math.IsNaN(v) {
			known++
		}
	}
	if known < fewest {
		return nil
	}
	center, spread := measureUsual(logs)
	far = map[int]float64{}
	for m, v := range logs {
		if by := math.Abs(v - center); by > 0.85 && by > 6*spread {
			far[m] = v - center
		}
	}
	if 20*len(far) > known {
		return nil
	}
	return far
}

// Strays says whether the figures of a year differ from the municipalities' own of other
// years nearly as much as the municipalities do from each other.
func (s *Series) Strays(year int) bool {
	_, change := measureUsual(s.Changes(year))
	center, spread := measureUsual(s.Own[year])
	moved, _ := measureUsual(s.Logs[year])
	return len(s.Columns) > 1 && (change > 0.4*spread || math.Abs(moved-center) > 3*spread)
}
