package regress

import (
	"context"
	"math"
	"math/rand/v2"
	"slices"
	"sort"

	"github.com/raaderum/raaderum/benchmark/internal/vector"
)

// The S-scale has many local minima. The search for the smallest begins as fast-S
// does (Salibian-Barrera & Yohai 2006): it fits through p rows drawn at random,
// improves each of these fits by one step, and goes down from the best of them to
// a minimum.
//
// It differs in how many fits it draws. Most responses have one minimum only, and
// then it does not matter where a descent begins. So the search draws in batches.
// It ends when all descents of the first batch come to one minimum, and otherwise
// when a batch brings no new one.
const (
	// searchKept is how many fits of a batch the search goes down from.
	searchKept = 12
	// searchPassed is how many of these another search gets besides the minima.
	searchPassed = 6
	// searchBatch and searchMost are the fewest fits to draw in a later batch, and
	// the fewest that all batches may come to.
	searchBatch, searchMost = 50, 500
	// searchRelaxed is how many times its own length a step of a descent is taken. A
	// reweighted step minimises a quadratic function that lies nowhere below Σ χ and
	// touches it where the step begins. At twice the step the function is back at its
	// first value, so that Σ χ goes down for any shorter one (de Leeuw & Heiser 1980).
	// Just below twice, a descent takes half as many steps.
	searchRelaxed = 1.9
	// searchNear is how near to a known minimum, in scales, a descent must come to
	// be taken to lead there. The minima of the reference sets lie at least 1.4
	// scales apart.
	searchNear = 0.7
	// searchSettled is how short, in scales, the step is at which the rough part of
	// a descent ends. If the scale is then more than searchWorse, as a share, above
	// the smallest, the descent stops: less than a thousandth is left to win.
	searchSettled, searchWorse = 0.1, 0.005
)

// A search looks for the coefficients with the smallest S-scale.
type search struct {
	r      *reweighting
	random *rand.Rand
	order  []int     // the rows, those drawn first
	rows   []float64 // p rows of (qᵢ, startᵢ), eliminated
	pivots []int
	theta  []float64   // the fit through the rows drawn
	starts []candidate // the best of a batch, the smallest scale first
	minima []candidate // where descents have ended
}

// A candidate is a fit: its coefficients on Q and its S-scale.
type candidate struct {
	theta     []float64
	scale     float64
	converged bool
}

// distance returns the norm of the difference between the fitted values of two
// fits, which is that of θ because the columns of Q are orthonormal.
func (c *candidate) distance(theta []float64) float64 {
	sum := 0.0
	for k, v := range c.theta {
		sum += (v - theta[k]) * (v - theta[k])
	}
	return math.Sqrt(sum)
}

func newSearch(r *reweighting, seed uint64) *search {
	r.multiplyColumns()
	s := &search{
		r: r, random: rand.New(rand.NewPCG(seed, 0x5ca1e)),
		order: make([]int, r.n), rows: make([]float64, r.p*(r.p+1)),
		pivots: make([]int, r.p), theta: make([]float64, r.p),
		starts: make([]candidate, 0, searchKept+1),
	}
	for i, e := range r.start {
		s.order[i] = i
		r.column[i] = math.Abs(e)
	}
	// The rows are drawn from the order of their residuals' sizes. So the draws, and
	// what they find, do not depend on the order in which the rows are given.
	vector.SortByDistance(s.order, r.column)
	return s
}

// run searches and returns the fit with the smallest scale, or nil where no rows
// that were drawn determine one. It begins where another search came to, if there
// is one. A descent takes at most limit steps.
func (s *search) run(ctx context.Context, from *Start, limit int) (*candidate, error) {
	first := firstBatch(s.r.p)
	most := max(searchMost, 2*first)
	clear(s.theta)
	s.r.moveTo(s.theta) // least squares
	s.improve()
	expected := 1 // so many minima are no news
	if from != nil {
		expected = from.minima
	}
	for drawn, size := 0, first; ; size = min(max(first, searchBatch), most-drawn) {
		if drawn == 0 && from != nil {
			s.take(from)
		} else if err := s.draw(ctx, size); err != nil {
			return nil, err
		}
		drawn += size
		for _, c := range s.starts {
			if err := s.descend(ctx, c, limit); err != nil {
				return nil, err
			}
		}
		best := s.findBest()
		found := best != nil && (len(s.minima) <= expected || best.scale == 0)
		if found || drawn >= most {
			return best, nil
		}
		expected = len(s.minima)
		s.starts = s.starts[:0]
	}
}

// firstBatch returns how many fits through p rows the first batch has: so many
// that one of them is free of outliers with probability 0.999, where 40 % of the
// rows are outliers or, if that takes more than 250 fits, where 30 % are. It is
// 5000 at most.
func firstBatch(p int) int {
	draws := func(outliers float64) float64 {
		free := math.Pow(1-outliers, float64(p)) // the probability that p rows are
		return math.Ceil(math.Log(0.001) / math.Log1p(-free))
	}
	return int(min(5000, max(draws(0.3), min(250, draws(0.4)))))
}

// draw makes fits through p rows, and keeps the best of them after a step.
func (s *search) draw(ctx context.Context, fits int) error {
	for range fits {
		if err := ctx.Err(); err != nil {
			return err
		}
		if len(s.starts) > 0 && s.starts[0].scale == 0 {
			break // nothing is smaller
		}
		if s.drawFit() {
			s.r.moveTo(s.theta)
			s.improve()
		}
	}
	return nil
}

// drawFit draws rows until p of them determine a fit, which it finds by Gaussian
// elimination, and reports whether there are so many. It passes over a row that
// does not help to determine the fit (Koller & Stahel 2017). So a column that is
// zero almost everywhere is no obstacle.
func (s *search) drawFit() bool {
	r, p := s.r, s.r.p
	found := 0
	for drawn := 0; drawn < r.n && found < p; drawn++ {
		other := drawn + s.random.IntN(r.n-drawn)
		s.order[drawn], s.order[other] = s.order[other], s.order[drawn]
		if s.eliminate(s.order[drawn], found) {
			found++
		}
	}
	if found < p {
		return false
	}
	clear(s.theta)
	for j := p - 1; j >= 0; j-- {
		row := s.rows[j*(p+1) : (j+1)*(p+1)]
		s.theta[s.pivots[j]] = row[p] - vector.Dot(row[:p], s.theta)
	}
	return true
}

// eliminate writes row i, less what the rows found before it say, in the place of
// the next one found. It reports false where nothing is left of it.
func (s *search) eliminate(i, found int) bool {
	r, p := s.r, s.r.p
	row := s.rows[found*(p+1) : (found+1)*(p+1)]
	before := 0.0
	for k, q := range r.q {
		row[k] = q[i]
		before = max(before, math.Abs(q[i]))
	}
	row[p] = r.start[i]
	for j := range found {
		above := s.rows[j*(p+1) : (j+1)*(p+1)]
		if by := row[s.pivots[j]]; by != 0 {
			vector.AddScaled(row, -by, above)
			row[s.pivots[j]] = 0
		}
	}
	pivot, most := 0, 0.0
	for k, v := range row[:p] {
		if v = math.Abs(v); v > most {
			pivot, most = k, v
		}
	}
	if most <= 1e-11*before {
		return false
	}
	s.pivots[found] = pivot
	inverse := 1 / row[pivot]
	for k := range row {
		row[k] *= inverse
	}
	row[pivot] = 1
	return true
}

// improve takes a reweighted step from where the reweighting stands, and keeps the
// fit if it is among the best of its batch.
func (s *search) improve() {
	r := s.r
	scale := r.medianScale()
	if scale <= r.zero { // half of the rows lie on the fit
		s.keep(r.solveScale(scale, exactly))
		return
	}
	scale = r.improveScale(scale)
	weighBisquare(r.e, scaleC*scale, r.weights, r.curvature)
	if _, ok := r.findStep(r.weights); !ok {
		return
	}
	r.moveBy(1)
	if len(s.starts) == searchKept {
		worst := s.starts[searchKept-1].scale
		if worst == 0 || r.improveScale(worst) >= worst {
			return
		}
	}
	s.keep(r.solveScale(scale, roughly))
}

// keep puts the fit where the reweighting stands into the list, at its place.
func (s *search) keep(scale float64) {
	place := sort.Search(len(s.starts), func(k int) bool { return s.starts[k].scale > scale })
	c := candidate{theta: slices.Clone(s.r.theta), scale: scale}
	s.starts = slices.Insert(s.starts, place, c)
	s.starts = s.starts[:min(len(s.starts), searchKept)]
}

// descend goes down from a fit to a minimum, and notes that if it is a new one.
func (s *search) descend(ctx context.Context, from candidate, limit int) error {
	r, scale := s.r, from.scale
	r.moveTo(from.theta)
	for steps := 0; scale > r.zero && steps < limit; steps++ {
		if err := ctx.Err(); err != nil {
			return err
		}
		scale = r.improveScale(scale)
		weighBisquare(r.e, scaleC*scale, r.weights, r.curvature)
		size, ok := r.findStep(r.weights)
		if !ok {
			return nil
		}
		r.moveBy(searchRelaxed)
		if s.findKnown(r.theta) != nil {
			return nil
		}
		if searchRelaxed*size <= searchSettled*scale {
			break
		}
	}
	scale = r.solveScale(scale, exactly)
	if best := s.findBest(); best != nil && scale > best.scale*(1+searchWorse) {
		s.minima = append(s.minima, candidate{theta: slices.Clone(r.theta), scale: scale})
		return nil
	}
	objective := func() (value, now float64) {
		scale = r.solveScale(scale, exactly)
		return scale, scale
	}
	converged, err := r.descend(ctx, objective, r.bisquareWeigher(scaleC), limit)
	if err != nil {
		return err
	}
	c := candidate{slices.Clone(r.theta), scale, converged}
	if known := s.findKnown(r.theta); known == nil {
		s.minima = append(s.minima, c)
	} else if c.scale < known.scale {
		*known = c
	}
	return nil
}

// findBest returns the minimum with the smallest scale; nil where there is none.
func (s *search) findBest() (best *candidate) {
	for k := range s.minima {
		if best == nil || s.minima[k].scale < best.scale {
			best = &s.minima[k]
		}
	}
	return best
}

// findKnown returns the known minimum that the coefficients are near to; nil where
// there is none.
func (s *search) findKnown(theta []float64) *candidate {
	for k := range s.minima {
		if m := &s.minima[k]; m.distance(theta) <= searchNear*m.scale {
			return m
		}
	}
	return nil
}

// A Start is where a search for the smallest scale began and where it came to. A
// search for the same response with other weights can begin there.
type Start struct {
	coefficients [][]float64 // the minima's first
	minima       int
}

// pass returns what the search has found, for another one.
func (s *search) pass() *Start {
	passed := s.starts[:min(len(s.starts), searchPassed)]
	start := &Start{minima: len(s.minima)}
	for _, c := range slices.Concat(s.minima, passed) {
		start.coefficients = append(start.coefficients, s.r.coefficients(c.theta))
	}
	return start
}

// take adds what another search has found to the fits to go down from.
func (s *search) take(from *Start) {
	for _, coefficients := range from.coefficients {
		s.r.moveTo(s.r.transform(coefficients))
		c := candidate{theta: slices.Clone(s.r.theta), scale: s.r.medianScale()}
		s.starts = append(s.starts, c)
	}
}
