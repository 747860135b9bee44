package regress

import (
	"cmp"
	"context"
	"math"
	"math/rand/v2"
	"slices"
	"sort"
)

// The scale that the S-estimator makes smallest has many local minima. The
// search for the smallest is that of fast-S (Salibian-Barrera & Yohai 2006): it
// fits through p rows drawn at random, improves every such fit by one step, and
// goes down to a minimum from the best. It differs in how many fits it draws.
// Most responses have one minimum, and then it makes no difference where a
// descent begins. So the search draws in batches, and ends when all descents of
// the first lead to one minimum, or when those of a later one find nothing new.
const (
	// searchKept is how many fits of a batch are gone down from.
	searchKept = 12
	// searchPassed is how many of them another search is given beside the minima.
	searchPassed = 6
	// searchBatch and searchMost are the fewest fits that a later batch draws, and
	// the fewest that all batches may draw together.
	searchBatch, searchMost = 50, 500
	// searchRelaxed is how many times its length a step of a descent is taken. A
	// reweighted step minimises a quadratic function that is nowhere below the sum of
	// χ and touches it where the step begins. At twice the step this function is back
	// at its value there, so that up to that the sum goes down (de Leeuw & Heiser
	// 1980); just below it a descent takes half as many steps.
	searchRelaxed = 1.9
	// searchNear is how near to a known minimum, in scales, a descent has to come
	// to be taken to lead there. Minima of the reference sets are at least 1.4 scales
	// apart.
	searchNear = 0.7
	// searchSettled is how long a step, in scales, the rough part of a descent ends
	// at, and searchWorse by what share the scale there may be above the smallest for
	// the descent to go on: less than a thousandth of it is still to be won.
	searchSettled, searchWorse = 0.1, 0.005
)

// search looks for the coefficients with the smallest scale.
type search struct {
	r      *reweighting
	random *rand.Rand
	order  []int     // the rows, those that are drawn next first
	rows   []float64 // p rows of (qᵢ, startᵢ), eliminated
	pivots []int
	theta  []float64   // the fit through the rows drawn
	starts []candidate // the best of a batch, by scale
	minima []candidate // where descents have ended
}

// candidate is a fit: its coefficients on Q and the scale of its residuals.
type candidate struct {
	theta     []float64
	scale     float64
	converged bool
}

// distance is the norm of the differences between the fitted values of two fits.
func (c *candidate) distance(theta []float64) float64 {
	sum := 0.0
	for k, v := range c.theta {
		sum += (v - theta[k]) * (v - theta[k])
	}
	return math.Sqrt(sum)
}

func newSearch(r *reweighting, seed uint64) *search {
	s := &search{
		r: r, random: rand.New(rand.NewPCG(seed, 0x5ca1e)),
		order: make([]int, r.n), rows: make([]float64, r.p*(r.p+1)),
		pivots: make([]int, r.p), theta: make([]float64, r.p),
		starts: make([]candidate, 0, searchKept+1),
	}
	for i := range s.order {
		s.order[i] = i
	}
	// The rows stand in the order of how large their residuals are. So the draws, and
	// what they find, are the same in whatever order the rows are given.
	slices.SortStableFunc(s.order, func(a, b int) int {
		return cmp.Compare(math.Abs(r.start[a]), math.Abs(r.start[b]))
	})
	return s
}

// run searches, and returns the fit with the smallest scale, or nil where no rows
// drawn determine one. It begins with the fits of another search, if there are
// any. Descents take at most limit steps.
func (s *search) run(ctx context.Context, from *Start, limit int) (*candidate, error) {
	first := firstDraws(s.r.p)
	most := max(searchMost, 2*first)
	clear(s.theta)
	s.r.at(s.theta) // least squares
	s.improve()
	before := 1 // one minimum is no news
	if from != nil {
		before = from.minima
	}
	for drawn, size := 0, first; ; size = min(max(first, searchBatch), most-drawn) {
		if drawn == 0 && from != nil {
			s.begin(from)
		} else if err := s.draw(ctx, size); err != nil {
			return nil, err
		}
		drawn += size
		for _, c := range s.starts {
			if err := s.descend(ctx, c, limit); err != nil {
				return nil, err
			}
		}
		best := s.best()
		switch {
		case best == nil && drawn < most: // draw on
		case len(s.minima) <= before, best.scale == 0, drawn >= most:
			return best, nil
		}
		before = len(s.minima)
		s.starts = s.starts[:0]
	}
}

// best is the minimum with the smallest scale.
func (s *search) best() (best *candidate) {
	for k := range s.minima {
		if best == nil || s.minima[k].scale < best.scale {
			best = &s.minima[k]
		}
	}
	return best
}

// firstDraws is how many fits through p rows are drawn first: so many that with
// 40 % outliers, or if that is more than 250 with 30 %, one of them is free of
// outliers with probability 0.999. It is 5000 at most.
func firstDraws(p int) int {
	draws := func(outliers float64) float64 {
		free := math.Pow(1-outliers, float64(p)) // probability that p rows are
		return math.Ceil(math.Log(0.001) / math.Log1p(-free))
	}
	return int(min(5000, max(draws(0.3), min(250, draws(0.4)))))
}

// draw fits through p rows, as often as it is told, and keeps the best after a
// step.
func (s *search) draw(ctx context.Context, times int) error {
	for range times {
		if err := ctx.Err(); err != nil {
			return err
		}
		if len(s.starts) > 0 && s.starts[0].scale == 0 {
			break // nothing is smaller
		}
		if s.through() {
			s.r.at(s.theta)
			s.improve()
		}
	}
	return nil
}

// through draws rows until p of them determine a fit, and finds it by Gaussian
// elimination. Rows that do not help to determine it are passed over (Koller &
// Stahel 2017), so that columns that are zero almost everywhere are no obstacle.
func (s *search) through() bool {
	r, p := s.r, s.r.p
	found := 0
	for drawn := 0; drawn < r.n && found < p; drawn++ {
		other := drawn + s.random.IntN(r.n-drawn)
		s.order[drawn], s.order[other] = s.order[other], s.order[drawn]
		i := s.order[drawn]
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
				addScaled(row, -by, above)
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
			continue
		}
		s.pivots[found] = pivot
		inverse := 1 / row[pivot]
		for k := range row {
			row[k] *= inverse
		}
		row[pivot] = 1
		found++
	}
	if found < p {
		return false
	}
	clear(s.theta)
	for j := p - 1; j >= 0; j-- {
		row := s.rows[j*(p+1) : (j+1)*(p+1)]
		s.theta[s.pivots[j]] = row[p] - dot(row[:p], s.theta)
	}
	return true
}

// improve takes a reweighted step from where the reweighting stands, and keeps
// the result if it is among the best of its batch.
func (s *search) improve() {
	r := s.r
	scale := r.mad()
	if scale <= r.zero { // half of the rows lie on the fit
		s.keep(r.sScale(scale, exactly))
		return
	}
	scale = r.nextScale(scale)
	bisquare(r.e, chiS*scale, r.weights, r.curvature)
	if _, ok := r.solve(r.weights); !ok {
		return
	}
	r.move(1)
	if len(s.starts) == searchKept {
		worst := s.starts[searchKept-1].scale
		if worst == 0 || r.nextScale(worst) >= worst {
			return
		}
	}
	s.keep(r.sScale(scale, roughly))
}

// keep puts where the reweighting stands into the list, at its place.
func (s *search) keep(scale float64) {
	at := sort.Search(len(s.starts), func(k int) bool { return s.starts[k].scale > scale })
	s.starts = slices.Insert(s.starts, at, candidate{theta: slices.Clone(s.r.theta), scale: scale})
	s.starts = s.starts[:min(len(s.starts), searchKept)]
}

// descend goes down from a fit to a minimum, and notes it if it is a new one.
func (s *search) descend(ctx context.Context, from candidate, limit int) error {
	r, scale := s.r, from.scale
	r.at(from.theta)
	for steps := 0; scale > r.zero && steps < limit; steps++ {
		if err := ctx.Err(); err != nil {
			return err
		}
		scale = r.nextScale(scale)
		bisquare(r.e, chiS*scale, r.weights, r.curvature)
		size, ok := r.solve(r.weights)
		if !ok {
			return nil
		}
		r.move(searchRelaxed)
		if s.known(r.theta) != nil {
			return nil
		}
		if searchRelaxed*size <= searchSettled*scale {
			break
		}
	}
	scale = r.sScale(scale, exactly)
	if best := s.best(); best != nil && scale > best.scale*(1+searchWorse) {
		s.minima = append(s.minima, candidate{theta: slices.Clone(r.theta), scale: scale})
		return nil
	}
	own := func() (value, now float64) {
		scale = r.sScale(scale, exactly)
		return scale, scale
	}
	converged, err := r.descend(ctx, own, r.bisquare(chiS), limit)
	if err != nil {
		return err
	}
	c := candidate{slices.Clone(r.theta), scale, converged}
	if known := s.known(r.theta); known == nil {
		s.minima = append(s.minima, c)
	} else if c.scale < known.scale {
		*known = c
	}
	return nil
}

// known returns the known minimum that coefficients are near to, or nil.
func (s *search) known(theta []float64) *candidate {
	for k := range s.minima {
		if m := &s.minima[k]; m.distance(theta) <= searchNear*m.scale {
			return m
		}
	}
	return nil
}

// Start is where a search for the smallest scale went down from and where it
// came to, for another search: that for the same response with other weights, or
// without a row.
type Start struct {
	coefficients [][]float64 // of the minima first
	minima       int
}

// start returns the search's own.
func (s *search) start() *Start {
	from := Start{minima: len(s.minima)}
	for _, c := range slices.Concat(s.minima, s.starts[:min(len(s.starts), searchPassed)]) {
		from.coefficients = append(from.coefficients, s.r.coefficients(c.theta))
	}
	return &from
}

// begin takes another search's fits into the list of those to go down from.
func (s *search) begin(from *Start) {
	for _, coefficients := range from.coefficients {
		s.r.at(s.r.onQ(coefficients))
		s.starts = append(s.starts, candidate{slices.Clone(s.r.theta), s.r.mad(), false})
	}
}

// From returns an estimator that searches, [MM] or [Clean], with the start of
// another search, and any other as it is.
func From(e Estimator, start *Start) Estimator {
	if e, ok := e.(interface{ from(*Start) Estimator }); ok {
		return e.from(start)
	}
	return e
}

func (m MM) from(start *Start) Estimator    { m.From = start; return m }
func (c Clean) from(start *Start) Estimator { c.From = start; return c }
