package benchmark

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"sync"

	"github.com/raaderum/raaderum/benchmark/regress"
)

// mostCompared is how many municipalities there may be for all of them to be
// compared in pairs.
const mostCompared = 2000

// space is where municipalities lie by some drivers. The squared distance of
// two is Σ w(zᵢ − zⱼ)², z = (x − mean)/sd: the mean falls out, and the sd is that
// of the candidates, with n − 1.
//
// Equal distances must be equal however the data are ordered, or a tie would not
// be one: the sd is of sorted values, the drivers are in the order of their IDs,
// and what comes after the sixth digit of a squared distance is not looked at.
type space struct {
	ids       []string  // of the drivers, in alphabetical order
	drivers   []*driver // in that order
	scale     []float64 // √w/sd of each; 0 for one that does not tell candidates apart
	values    []float64 // by municipality, then driver
	complete  []bool    // has every driver
	candidate []bool    // complete, and may be in groups
	told      bool      // a driver tells them apart: without, nobody is nearer than another
	codes     []string
	warnings  []Warning // on the drivers

	mu   sync.Mutex
	near map[int][][]int32 // by k and municipality: the nearest, once found
}

// spaces are the spaces of a report, each made when it is first asked for.
type spaces struct {
	run *run
	mu  sync.Mutex
	all map[string]func() *space
}

// of returns the space of the drivers with some IDs.
func (s *spaces) of(ids []string) *space {
	ids = slices.Sorted(slices.Values(ids))
	key := strings.Join(ids, "\x00")
	s.mu.Lock()
	made, ok := s.all[key]
	if !ok {
		made = sync.OnceValue(func() *space { return s.run.newSpace(ids) })
		s.all[key] = made
	}
	s.mu.Unlock()
	return made()
}

// newSpace finds where the municipalities lie. It reads the drivers for itself,
// so that drivers that no area has leave no trace in the report.
func (r *run) newSpace(ids []string) *space {
	reader := &run{data: r.data, plan: r.plan, year: r.year, drivers: map[string]*driver{}, substituted: map[string]int{}}
	n, p := len(r.data.Municipalities()), len(ids)
	s := &space{
		ids: ids, scale: make([]float64, p), values: make([]float64, n*p),
		complete: make([]bool, n), candidate: make([]bool, n), codes: make([]string, n), near: map[int][][]int32{},
	}
	for _, id := range ids {
		s.drivers = append(s.drivers, reader.driver(id))
	}
	reader.warnings = append(reader.warnings, ofOtherYears(r.data, r.year, reader.substituted)...)
	s.warnings = reader.warnings
	out := r.outOfGroups()
	for m, who := range r.data.Municipalities() {
		s.codes[m], s.complete[m] = who.Code, p > 0
		for k, d := range s.drivers {
			s.values[m*p+k] = d.values[m]
			s.complete[m] = s.complete[m] && !math.IsNaN(d.values[m])
		}
		s.candidate[m] = s.complete[m] && !out[m]
	}
	for k, id := range ids {
		weight, given := r.plan.Peers.Weights[id]
		if !given {
			weight = 1
		}
		s.scale[k] = math.Sqrt(weight) * s.inverseSD(k)
		s.told = s.told || s.scale[k] > 0
	}
	return s
}

// outOfGroups says who is not a candidate for any comparison group.
func (r *run) outOfGroups() []bool {
	if r.plan.Peers.Exclude == nil {
		return r.excluded
	}
	out := make([]bool, len(r.excluded))
	for _, who := range r.plan.Peers.Exclude {
		if m, ok := r.data.Find(who); ok {
			out[m] = true
		}
	}
	return out
}

// inverseSD is one over a driver's standard deviation among the candidates; 0
// where they are all alike.
func (s *space) inverseSD(k int) float64 {
	var values []float64
	for m, c := range s.candidate {
		if c {
			values = append(values, s.values[m*len(s.ids)+k])
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

// squares is the squared distance of two municipalities.
func (s *space) squares(a, b int) float64 {
	p, sum := len(s.ids), 0.0
	x, y := s.values[a*p:(a+1)*p], s.values[b*p:(b+1)*p]
	for k, scale := range s.scale {
		d := (x[k] - y[k]) * scale
		sum += d * d
	}
	return sum
}

// share is a driver's part of the squared distance of two.
func (s *space) share(a, b, k int) float64 {
	d := (s.values[a*len(s.ids)+k] - s.values[b*len(s.ids)+k]) * s.scale[k]
	return d * d / s.squares(a, b)
}

// sixDigits rounds to some six digits.
func sixDigits(v float64) float64 {
	const dropped = 30 // of 52 bits
	return math.Float64frombits((math.Float64bits(v) + 1<<(dropped-1)) &^ (1<<dropped - 1))
}

// nearest returns the candidates nearest to a municipality, at most k, the
// nearest first and those equally near by code; none where it lacks a driver.
//
// Outputs ask for all municipalities' in one area after another, so what is found
// is kept.
func (s *space) nearest(m, k int) []int32 {
	if !s.complete[m] || !s.told {
		return nil
	}
	if len(s.codes) > mostCompared {
		return s.findNearest(m, k)
	}
	s.mu.Lock()
	if s.near[k] == nil {
		s.near[k] = make([][]int32, len(s.codes))
	}
	found := s.near[k][m]
	s.mu.Unlock()
	if found == nil {
		found = s.findNearest(m, k)
		s.mu.Lock()
		s.near[k][m] = found
		s.mu.Unlock()
	}
	return found
}

func (s *space) findNearest(m, k int) []int32 {
	type at struct {
		square float64
		m      int32
	}
	nearer := func(a, b at) bool {
		if a.square != b.square {
			return a.square < b.square
		}
		return cmp.Compare(s.codes[a.m], s.codes[b.m]) < 0
	}
	best := make([]at, 0, min(k, len(s.codes)))
	for j, candidate := range s.candidate {
		if !candidate || j == m {
			continue
		}
		one := at{sixDigits(s.squares(m, j)), int32(j)}
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
