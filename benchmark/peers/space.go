package peers

import (
	"cmp"
	"math"
	"slices"
	"sync"

	"github.com/raaderum/raaderum/benchmark/regress"
)

// MostCompared is the most municipalities of which all pairs are compared. The work grows
// with the square of their number.
const MostCompared = 2000

// Driver is a background condition that distances are made of.
type Driver struct {
	ID     string
	Values []float64
	Weight float64 // 0 leaves it out
}

// Space is the space that municipalities lie in, with a dimension for each driver. Any
// number of goroutines may use it.
//
// Two distances that are equal must come out equal in whatever order the data are, or a tie
// would be broken by rounding. So the standard deviation is computed of sorted values, the
// drivers are in the order of their IDs, and only six digits of a squared distance count.
type Space struct {
	drivers   []Driver  // in the order of their IDs
	scale     []float64 // by driver: √w/sd; 0 if all candidates are alike
	values    []float64 // by municipality, then driver
	complete  []bool    // by municipality: it has every driver
	candidate []bool    // by municipality: it is complete, and may be in groups
	separates bool      // some driver separates the candidates, so that some are nearer
	codes     []string

	mu   sync.Mutex
	near []neighbours // by municipality; those that were found are kept
}

// neighbours are the k nearest to a municipality, or all if there are fewer.
type neighbours struct {
	k    int
	list []int32
}

// mostKept is the most neighbours of a municipality that are kept. Outputs ask for the
// nearest of all municipalities in one area after another, mostly for ten.
const mostKept = 256

// New places the municipalities by their drivers. Those in out are in nobody's group.
func New(codes []string, drivers []Driver, out []bool) *Space {
	drivers = slices.Clone(drivers)
	slices.SortFunc(drivers, func(a, b Driver) int { return cmp.Compare(a.ID, b.ID) })
	n, p := len(codes), len(drivers)
	s := &Space{
		drivers: drivers, codes: codes, scale: make([]float64, p), values: make([]float64, n*p),
		complete: make([]bool, n), candidate: make([]bool, n),
	}
	for m := range codes {
		s.complete[m] = p > 0
		for k, d := range drivers {
			s.values[m*p+k] = d.Values[m]
			s.complete[m] = s.complete[m] && !math.IsNaN(d.Values[m])
		}
		s.candidate[m] = s.complete[m] && !out[m]
	}
	for k, d := range drivers {
		s.scale[k] = math.Sqrt(d.Weight) * s.findInverseSD(k)
		s.separates = s.separates || s.scale[k] > 0
	}
	return s
}

// findInverseSD returns one over a driver's standard deviation among the candidates. It
// returns 0 if all candidates are alike.
func (s *Space) findInverseSD(k int) float64 {
	var values []float64
	for m, c := range s.candidate {
		if c {
			values = append(values, s.values[m*len(s.drivers)+k])
		}
	}
	if len(values) < 2 || regress.IsConstant(values) {
		return 0
	}
	slices.Sort(values)
	sum, squares := 0.0, 0.0
	for _, v := range values {
		sum += v
	}
	mean := sum / float64(len(values))
	for _, v := range values {
		squares += (v - mean) * (v - mean)
	}
	return 1 / math.Sqrt(squares/float64(len(values)-1))
}

// Complete says whether a municipality has every driver. If not, it has no group.
func (s *Space) Complete(m int) bool { return s.complete[m] }

// Candidate says whether a municipality can be in groups.
func (s *Space) Candidate(m int) bool { return s.candidate[m] }

// Lacks says whether a municipality lacks a driver. The driver is given by its place in the
// order of IDs.
func (s *Space) Lacks(m, driver int) bool { return math.IsNaN(s.values[m*len(s.drivers)+driver]) }

// Square returns the squared distance of two municipalities.
func (s *Space) Square(a, b int) float64 {
	p, sum := len(s.drivers), 0.0
	x, y := s.values[a*p:(a+1)*p], s.values[b*p:(b+1)*p]
	for k, scale := range s.scale {
		d := (x[k] - y[k]) * scale
		sum += d * d
	}
	return sum
}

// Share returns a driver's part of the squared distance of two municipalities, from 0 to 1.
// The driver is given by its place in the order of IDs. Share returns NaN if the distance
// is 0.
func (s *Space) Share(a, b, driver int) float64 {
	p := len(s.drivers)
	d := (s.values[a*p+driver] - s.values[b*p+driver]) * s.scale[driver]
	return d * d / s.Square(a, b)
}

// Nearest returns the candidates nearest to a municipality, at most k. The nearest stands
// first, and those equally near stand in the order of their codes. Nearest returns nil if
// the municipality lacks a driver, or if no driver separates the candidates. The caller must
// not change the list.
func (s *Space) Nearest(m, k int) []int32 {
	if !s.complete[m] || !s.separates {
		return nil
	}
	if len(s.codes) > MostCompared || k > mostKept {
		return s.findNearest(m, k)
	}
	s.mu.Lock()
	if s.near == nil {
		s.near = make([]neighbours, len(s.codes))
	}
	found := s.near[m]
	s.mu.Unlock()
	if found.k < k {
		found = neighbours{k, s.findNearest(m, k)}
		s.mu.Lock()
		s.near[m] = found
		s.mu.Unlock()
	}
	return found.list[:min(k, len(found.list))]
}

// findNearest finds the nearest without looking at what is kept. It goes through the
// candidates once, and inserts each into the sorted list of the k nearest so far.
func (s *Space) findNearest(m, k int) []int32 {
	type neighbour struct {
		square float64
		m      int32
	}
	nearer := func(a, b neighbour) bool {
		if a.square != b.square {
			return a.square < b.square
		}
		return cmp.Compare(s.codes[a.m], s.codes[b.m]) < 0
	}
	best := make([]neighbour, 0, min(k, len(s.codes)))
	for j, candidate := range s.candidate {
		if !candidate || j == m {
			continue
		}
		one := neighbour{roundToSixDigits(s.Square(m, j)), int32(j)}
		i := len(best)
		switch {
		case i < k:
			best = append(best, one)
		case nearer(one, best[i-1]):
			i--
		default:
			continue
		}
		for ; i > 0 && nearer(one, best[i-1]); i-- {
			best[i] = best[i-1]
		}
		best[i] = one
	}
	found := make([]int32, len(best))
	for i, b := range best {
		found[i] = b.m
	}
	return found
}

// roundToSixDigits rounds a number to about six significant digits. It keeps 22 of the 52
// bits of the fraction, and 2⁻²³ is about 10⁻⁷.
func roundToSixDigits(v float64) float64 {
	const dropped = 30 // of 52 bits
	return math.Float64frombits((math.Float64bits(v) + 1<<(dropped-1)) &^ (1<<dropped - 1))
}

// OnLists returns, for each municipality, on how many other municipalities' lists of the k
// nearest it stands. It returns nil if there are more than [MostCompared] municipalities.
func (s *Space) OnLists(k int) []int {
	if len(s.codes) > MostCompared {
		return nil
	}
	count := make([]int, len(s.codes))
	for m := range s.codes {
		for _, j := range s.Nearest(m, k) {
			count[j]++
		}
	}
	return count
}
