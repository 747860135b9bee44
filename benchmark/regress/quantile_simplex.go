package regress

import (
	"context"
	"math"
	"slices"
)

// simplex minimises Σ ρ_τ(zᵢ − uᵢ'θ) over θ exactly, where
// ρ_τ(r) = r·(τ − 1{r<0}). A minimum is at a θ that fits p rows exactly, the
// basis. From one basis to the next the way leads along an edge, on which p−1
// rows of the basis stay fitted and the sum falls, to the lowest point of that
// edge, a weighted median of the places where it crosses the other rows
// (Barrodale & Roberts 1973; Bloomfield & Steiger 1983; Koenker & d'Orey
// 1987).
//
// With ψᵢ = τ for a row above the fit and τ−1 for one below, a basis is optimal
// when there are numbers d in [τ−1, τ] for its rows with Σ ψᵢuᵢ + Σ d_h·u_h = 0:
// the duals. They prove the minimum, whatever way led there.
//
// Ties, which make a simplex go round in circles, are broken by adding to every
// response a fixed amount just above the rounding errors (Charnes 1952). Whether
// the basis is optimal for the responses as they are is then looked at without
// it.
type simplex struct {
	tau   float64
	p     int
	u     []float64 // rows of a design with orthonormal columns, row by row
	norm  []float64 // ‖uᵢ‖
	z     []float64 // responses
	nudge []float64 // what is added to them against ties

	basis   []int     // the rows fitted exactly
	inverse []float64 // U_h⁻¹, column by column, see edge
	side    []float64 // 1 above the fit, −1 below, 0 in the basis or left out
	r       []float64 // residuals of z + nudge; of the rows in the basis 0
	g       []float64 // Σ ψᵢuᵢ over the rows with a side
	out     int       // the row that is left out; −1 for none
	pivots  int

	along   []float64 // how fast each residual falls along the edge
	breaks  []breakpoint
	factor  []float64 // p × 2p, for the inverse
	theta   []float64
	lacking []float64 // what θ lacks for the basis
}

// breakpoint is where an edge crosses a row.
type breakpoint struct {
	at    float64 // how far along
	slope float64 // how much the slope of the sum rises there
	row   int
}

func newSimplex(tau float64, p, n int) *simplex {
	block := make([]float64, n*(p+6)+p*(3*p+3))
	cut := func(size int) (c []float64) { c, block = block[:size:size], block[size:]; return c }
	return &simplex{
		tau: tau, p: p, out: -1,
		u: cut(n * p), norm: cut(n), z: cut(n), nudge: cut(n),
		basis: make([]int, p), inverse: cut(p * p), side: cut(n), r: cut(n), g: cut(p),
		along: cut(n), breaks: make([]breakpoint, 0, n), factor: cut(2 * p * p), theta: cut(p), lacking: cut(p),
	}
}

func (s *simplex) row(i int) []float64 { return s.u[i*s.p : (i+1)*s.p] }

// edge is the direction in which row j of the basis rises by 1 and the others
// in it stay: column j of U_h⁻¹.
func (s *simplex) edge(j int) []float64 { return s.inverse[j*s.p : (j+1)*s.p] }

// psi is ψ of a row on a side.
func (s *simplex) psi(side float64) float64 {
	if side > 0 {
		return s.tau
	}
	return s.tau - 1
}

// duality is by how much a dual may leave [τ−1, τ]: rounding, and what it can
// cost of the sum is as small.
const duality = 1e-11

// start chooses the basis: the rows in the order given as far as they are
// independent, those first that are so by a good measure.
func (s *simplex) start(order []int) {
	p := s.p
	axes := make([]float64, 0, p*p) // orthonormal, of the span of those chosen
	rest := make([]float64, p)
	chosen := 0
	for threshold := 0.3; chosen < p && threshold > 1e-14; threshold /= 30 {
		for _, i := range order {
			if chosen == p {
				break
			}
			if slices.Contains(s.basis[:chosen], i) {
				continue
			}
			copy(rest, s.row(i))
			for range 2 {
				for k := range chosen {
					axis := axes[k*p : (k+1)*p]
					addScaled(rest, -dot(rest, axis), axis)
				}
			}
			size := norm2(rest)
			if size <= threshold*s.norm[i] {
				continue
			}
			for _, v := range rest {
				axes = append(axes, v/size)
			}
			s.basis[chosen] = i
			chosen++
		}
	}
}

// invert computes the inverse of the basis anew and says whether there is one.
func (s *simplex) invert() bool {
	p, a := s.p, s.factor
	for k, i := range s.basis {
		copy(a[k*2*p:], s.row(i))
	}
	if !invert(a, p) {
		return false
	}
	for j := range p {
		for k := range p {
			s.inverse[j*p+k] = a[k*2*p+p+j]
		}
	}
	return true
}

// invert writes beside a p × p matrix its inverse, in rows of 2p, by Gauss-Jordan
// elimination with partial pivoting, and says whether there is one.
func invert(a []float64, p int) bool {
	row := func(k int) []float64 { return a[k*2*p : (k+1)*2*p] }
	for k := range p {
		clear(row(k)[p:])
		row(k)[p+k] = 1
	}
	for k := range p {
		best := k
		for l := k + 1; l < p; l++ {
			if math.Abs(row(l)[k]) > math.Abs(row(best)[k]) {
				best = l
			}
		}
		pivot := row(k)
		if other := row(best); best != k {
			for c, v := range pivot {
				pivot[c], other[c] = other[c], v
			}
		}
		if pivot[k] == 0 {
			return false
		}
		scale := 1 / pivot[k]
		for c := range pivot {
			pivot[c] *= scale
		}
		for l := range p {
			if l != k {
				addScaled(row(l), -row(l)[k], pivot)
			}
		}
	}
	return true
}

// vertex writes the θ that fits the basis, with the nudges or without, and
// returns the size of the terms that add up to it.
func (s *simplex) vertex(theta []float64, nudged bool) (terms float64) {
	clear(theta)
	for range 2 { // the second time for what rounding in the inverse left
		for j, i := range s.basis {
			to := s.z[i]
			if nudged {
				to += s.nudge[i]
			}
			s.lacking[j] = to - dot(theta, s.row(i))
		}
		for j, v := range s.lacking {
			addScaled(theta, v, s.edge(j))
			terms += math.Abs(v) * norm2(s.edge(j))
		}
	}
	return terms
}

// place computes everything that depends on the basis anew. A row's side is
// that of its residual, or, where sides are kept, the one that it has.
func (s *simplex) place(keep bool) bool {
	if !s.invert() {
		return false
	}
	theta := s.theta
	s.vertex(theta, true)
	for i := range s.r {
		s.r[i] = s.z[i] + s.nudge[i] - dot(theta, s.row(i))
		if keep && s.side[i] != 0 {
			continue
		}
		s.side[i] = 1
		if s.r[i] < 0 {
			s.side[i] = -1
		}
	}
	for _, i := range s.basis {
		s.side[i], s.r[i] = 0, 0
	}
	if s.out >= 0 {
		s.side[s.out] = 0
	}
	s.gradient()
	return true
}

// gradient adds up g anew.
func (s *simplex) gradient() {
	clear(s.g)
	for i, side := range s.side {
		if side != 0 {
			addScaled(s.g, s.psi(side), s.row(i))
		}
	}
}

// worst returns the edge along which the sum falls fastest for the length of
// θ: the place in the basis of the row to leave, to which side, and how much
// the sum falls per unit of its residual; or −1 where no edge leads down, which
// is the proof of the minimum. A row that is left out leaves first.
func (s *simplex) worst() (place int, side, fall float64) {
	place = -1
	most := 0.0
	for j, i := range s.basis {
		column := s.edge(j)
		d := -dot(column, s.g)
		if i == s.out {
			if d < 0 {
				return j, -1, -d
			}
			return j, 1, d
		}
		to, by := 1.0, d-s.tau
		if low := s.tau - 1 - d; low > by {
			to, by = -1, low
		}
		if by > duality {
			if score := by * by / dot(column, column); score > most {
				place, side, fall, most = j, to, by, score
			}
		}
	}
	return place, side, fall
}

// fresh is the number of pivots after which rounding is cleared away.
const fresh = 64

// solve goes down edges until none leads down, at most so many, and says
// whether it came there.
func (s *simplex) solve(ctx context.Context, most int) (bool, error) {
	for count := 1; count <= most; count++ {
		if err := ctx.Err(); err != nil {
			return false, err
		}
		place, side, fall := s.worst()
		if place < 0 {
			return true, nil
		}
		if !s.pivot(place, side, fall) {
			return false, nil
		}
		if count%fresh == 0 && !s.place(true) {
			return false, nil
		}
	}
	return false, nil
}

// pivot goes along the edge on which the row at a place of the basis leaves to
// a side, as far as the sum falls. It costs O(np).
func (s *simplex) pivot(place int, side, fall float64) bool {
	p := s.p
	column := s.edge(place)
	// A row that all but lies in the edge cannot replace another.
	tiny := 1e-11 * math.Sqrt(dot(column, column))
	s.breaks = s.breaks[:0]
	for i, from := range s.side {
		sum := 0.0
		for k, v := range s.u[i*p : (i+1)*p] { // faster than dot of the row
			sum += v * column[k]
		}
		sum *= -side
		s.along[i] = sum
		if slope := from * sum; slope > tiny*s.norm[i] {
			s.breaks = append(s.breaks, breakpoint{max(0, from*s.r[i]) / slope, slope, i})
		}
	}
	if len(s.breaks) == 0 {
		return false
	}
	last := lowest(s.breaks, fall)
	at, enters, leaves := s.breaks[last].at, s.breaks[last].row, s.basis[place]
	for i, v := range s.along {
		s.r[i] -= at * v
	}
	for _, b := range s.breaks[:last] {
		addScaled(s.g, -s.side[b.row], s.row(b.row))
		s.side[b.row] = -s.side[b.row]
	}
	row := s.row(enters)
	addScaled(s.g, -s.psi(s.side[enters]), row)
	s.side[enters], s.r[enters] = 0, 0
	if leaves != s.out {
		s.side[leaves], s.r[leaves] = side, side*at
		addScaled(s.g, s.psi(side), s.row(leaves))
	}
	s.basis[place] = enters
	// The inverse after the exchange of one row (Sherman & Morrison 1950).
	scale := 1 / dot(row, column)
	for k := range column {
		column[k] *= scale
	}
	for j := range p {
		if j != place {
			other := s.edge(j)
			addScaled(other, -dot(row, other), column)
		}
	}
	s.pivots++
	return true
}

// lowest returns the place of the first break, in order of at, by which the
// slopes add up to the fall, the last one if they do not; it moves those before
// it to the front. That takes a time in proportion to their number, as in
// finding a median (Hoare 1961).
func lowest(breaks []breakpoint, fall float64) int {
	fall = max(fall, math.SmallestNonzeroFloat64)
	low, high := 0, len(breaks)
	for {
		a, b, c := breaks[low].at, breaks[(low+high)/2].at, breaks[high-1].at
		middle := max(min(a, b), min(max(a, b), c))
		less, next, more := low, low, high
		below, equal := 0.0, 0.0
		for next < more {
			switch b := breaks[next]; {
			case b.at < middle:
				below += b.slope
				breaks[next], breaks[less] = breaks[less], b
				less++
				next++
			case b.at > middle:
				more--
				breaks[next], breaks[more] = breaks[more], b
			default:
				equal += b.slope
				next++
			}
		}
		if below >= fall {
			high = less
			continue
		}
		fall -= below
		if equal >= fall || more == high {
			for i := less; i < more-1; i++ {
				if fall -= breaks[i].slope; fall <= 0 {
					return i
				}
			}
			return more - 1
		}
		fall -= equal
		low = more
	}
}

// optimal says whether the basis minimises the sum for the responses without
// nudges: by their residuals r, each known to a tolerance, no row lies on the
// wrong side, and the duals are between τ−1 and τ.
func (s *simplex) optimal(r, tolerance []float64) bool {
	for i, side := range s.side {
		if side*r[i] < -tolerance[i] {
			return false
		}
	}
	place, _, _ := s.worst()
	return place < 0
}

// scatter is a fixed number from −1 to 1 for each row, as if drawn at random
// (Steele, Lea & Flood 2014, SplitMix64).
func scatter(i int) float64 {
	x := uint64(i+1) * 0x9e3779b97f4a7c15
	x = (x ^ x>>30) * 0xbf58476d1ce4e5b9
	x = (x ^ x>>27) * 0x94d049bb133111eb
	x ^= x >> 31
	return float64(int64(x)) / (1 << 63)
}
