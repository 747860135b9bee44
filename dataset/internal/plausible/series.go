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

	changes [][]float64 // Logs less Own
	usual   []usual     // of the changes, by year
}

// usual is what most values are, and how far most are from it: see [measureUsual].
type usual struct{ center, spread float64 }

// NewSeries returns the series of some columns.
func NewSeries(columns [][]float64) *Series {
	s := &Series{Columns: columns}
	for _, column := range columns {
		s.Logs = append(s.Logs, TakeLogs(column))
	}
	s.setOwn()
	for year, logs := range s.Logs {
		changes := make([]float64, len(logs))
		for m, v := range logs {
			changes[m] = v - s.Own[year][m]
		}
		center, spread := measureUsual(changes)
		s.changes, s.usual = append(s.changes, changes), append(s.usual, usual{center, spread})
	}
	return s
}

// setOwn finds the medians of the other years. A municipality's figures are sorted once, and
// the median without one of them is then known by its place.
func (s *Series) setOwn() {
	for _, logs := range s.Logs {
		s.Own = append(s.Own, make([]float64, len(logs)))
	}
	if len(s.Logs) == 0 {
		return
	}
	sorted := make([]float64, 0, len(s.Logs))
	for m := range s.Logs[0] {
		sorted = sorted[:0]
		for _, logs := range s.Logs {
			if !math.IsNaN(logs[m]) {
				sorted = append(sorted, logs[m])
			}
		}
		slices.Sort(sorted)
		for year, logs := range s.Logs {
			s.Own[year][m] = takeMedianWithout(sorted, logs[m])
		}
	}
}

// takeMedianWithout returns the median of sorted values without one of them, NaN if there are
// no others. NaN stands for none to leave out.
func takeMedianWithout(sorted []float64, one float64) float64 {
	n, place := len(sorted), len(sorted)
	if !math.IsNaN(one) {
		place, _ = slices.BinarySearch(sorted, one)
		n--
	}
	if n == 0 {
		return math.NaN()
	}
	at := func(i int) float64 {
		if i >= place {
			i++
		}
		return sorted[i]
	}
	return (at((n-1)/2) + at(n/2)) / 2
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

// FindHeaps returns the factors by which two heaps of a year's figures have changed, where
// they are a power of ten apart.
func (s *Series) FindHeaps(year int) (low, high float64, ok bool) {
	changes := slices.DeleteFunc(slices.Clone(s.changes[year]), math.IsNaN)
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
// are in the order of municipalities. Of three years, one slip moves the median that the other
// two are held against, so only the largest of a municipality's is returned.
func (s *Series) FindSlips() (slips []Slip) {
	first := 0
	if len(s.Columns) == 2 {
		first = 1 // nothing tells which of the two is wrong, so the later one is blamed
	}
	for year := first; year < len(s.Columns) && len(s.Columns) > 1; year++ {
		center, spread := s.usual[year].center, s.usual[year].spread
		for m, v := range s.changes[year] {
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
	if len(s.Columns) == 3 {
		slips = keepLargest(slips)
	}
	return slips
}

// keepLargest returns the largest slip of each municipality.
func keepLargest(slips []Slip) (largest []Slip) {
	for _, one := range slips {
		last := len(largest) - 1
		switch {
		case last < 0 || largest[last].Municipality != one.Municipality:
			largest = append(largest, one)
		case math.Abs(one.By) > math.Abs(largest[last].By):
			largest[last] = one
		}
	}
	return largest
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
	change := s.usual[year].spread
	center, spread := measureUsual(s.Own[year])
	moved, _ := measureUsual(s.Logs[year])
	return len(s.Columns) > 1 && (change > 0.4*spread || math.Abs(moved-center) > 3*spread)
}
