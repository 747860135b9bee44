// Package simplex minimises the loss of quantile regression exactly. It knows rows of
// numbers, and neither designs nor weights.
package simplex

import (
	"context"
	"math"
	"slices"

	"github.com/raaderum/raaderum/benchmark/internal/vector"
)

// A Simplex minimises Σ ρ_τ(zᵢ − uᵢ'θ) over θ exactly, where
// ρ_τ(r) = r·(τ − 1{r<0}). Some θ that fits p rows exactly, the basis, attains the
// minimum. The simplex goes from one basis to the next along an edge. There p−1 rows
// of the basis stay fitted, and the sum falls. It goes to the lowest point of the
// edge, which is a weighted median of the places where the edge crosses the other
// rows (Barrodale & Roberts 1973; Bloomfield & Steiger 1983; Koenker & d'Orey 1987).
//
// Let ψᵢ be τ for a row above the fit and τ−1 for one below. A basis is optimal when
// there are numbers d in [τ−1, τ] for its rows with Σ ψᵢuᵢ + Σ d_h·u_h = 0. These are
// the duals. They prove the minimum, whatever way led there.
//
// Ties make a simplex go round in circles. To break them, it adds to every response
// a fixed amount just above the rounding errors, the nudge (Charnes 1952). Whether
// the basis is optimal for the responses as they are is then looked at without
// nudges.
type Simplex struct {
	Tau    float64
	Norm   []float64 // ‖uᵢ‖
	Z      []float64 // the responses
	Nudge  []float64 // what is added to them against ties
	Basis  []int     // the rows that are fitted exactly
	Side   []float64 // 1 above the fit, −1 below it, 0 in the basis or left out
	Theta  []float64
	Pivots int // how many rows were exchanged

	p       int
	u       []float64 // rows of a design with orthonormal columns, row by row
	inverse []float64 // U_h⁻¹, column by column, see Edge
	r       []float64 // the residuals of z + nudge; 0 for the rows in the basis
	g       []float64 // Σ ψᵢuᵢ over the rows with a side
	out     int       // the row that is left out; −1 for none

	along   []float64 // how fast each residual falls along the edge
	breaks  []Breakpoint
	factor  []float64 // p × 2p, for the inverse
	lacking []float64 // what θ lacks to fit the rows of the basis
}

// Roundings is how many units in the last place of its terms a residual may be off.
const Roundings = 64

// A Breakpoint is a place where an edge crosses a row.
type Breakpoint struct {
	At    float64 // how far along the edge
	Slope float64 // by how much the slope of the sum rises there
	Row   int
}

// New returns a simplex with room for n rows of p columns, which the caller fills in by
// Row, Norm, Z and Nudge.
func New(tau float64, p, n int) *Simplex {
	block := make([]float64, n*(p+6)+p*(3*p+3))
	cut := func(size int) (c []float64) { c, block = block[:size:size], block[size:]; return c }
	return &Simplex{
		Tau: tau, p: p, out: -1,
		u: cut(n * p), Norm: cut(n), Z: cut(n), Nudge: cut(n),
		Basis: make([]int, p), inverse: cut(p * p), Side: cut(n), r: cut(n), g: cut(p),
		along: cut(n), breaks: make([]Breakpoint, 0, n), factor: cut(2 * p * p),
		Theta: cut(p), lacking: cut(p),
	}
}

// Row returns uᵢ, for the caller to read or to fill in.
func (s *Simplex) Row(i int) []float64 { return s.u[i*s.p : (i+1)*s.p] }

// Edge returns the direction in which row j of the basis rises by 1 and the others
// in it stay. It is column j of U_h⁻¹.
func (s *Simplex) Edge(j int) []float64 { return s.inverse[j*s.p : (j+1)*s.p] }

// psi returns the ψ of a row on a side.
func (s *Simplex) psi(side float64) float64 {
	if side > 0 {
		return s.Tau
	}
	return s.Tau - 1
}

// duality is by how much a dual may leave [τ−1, τ]. It is rounding, and it can cost
// the sum as little.
const duality = 1e-11

// ChooseBasis takes the rows in the order given, as far as they are independent.
// Those that are so by a good measure come first.
func (s *Simplex) ChooseBasis(order []int) {
	p := s.p
	axes := make([]float64, 0, p*p) // orthonormal, of the span of those chosen
	rest := make([]float64, p)
	chosen := 0
	for threshold := 0.3; chosen < p && threshold > 1e-14; threshold /= 30 {
		for _, i := range order {
			if chosen == p {
				break
			}
			if slices.Contains(s.Basis[:chosen], i) {
				continue
			}
			copy(rest, s.Row(i))
			for range 2 {
				for k := range chosen {
					axis := axes[k*p : (k+1)*p]
					vector.AddScaled(rest, -vector.Dot(rest, axis), axis)
				}
			}
			size := vector.Norm(rest)
			if size <= threshold*s.Norm[i] {
				continue
			}
			for _, v := range rest {
				axes = append(axes, v/size)
			}
			s.Basis[chosen] = i
			chosen++
		}
	}
}

// Invert computes the inverse of the basis anew, and reports whether there is one.
func (s *Simplex) Invert() bool {
	p, a := s.p, s.factor
	for k, i := range s.Basis {
		copy(a[k*2*p:], s.Row(i))
	}
	if !InvertMatrix(a, p) {
		return false
	}
	for j := range p {
		for k := range p {
			s.inverse[j*p+k] = a[k*2*p+p+j]
		}
	}
	return true
}

// Invert writes the inverse of a p × p matrix beside it, in rows of 2p, and reports
// whether there is one. It is Gauss-Jordan elimination with partial pivoting.
func InvertMatrix(a []float64, p int) bool {
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
				vector.AddScaled(row(l), -row(l)[k], pivot)
			}
		}
	}
	return true
}

// FindVertex writes the θ that fits the basis, with the nudges or without them. It
// returns the size of the terms that add up to it.
func (s *Simplex) FindVertex(theta []float64, nudged bool) (terms float64) {
	clear(theta)
	for range 2 { // the second time for what rounding in the inverse has left
		for j, i := range s.Basis {
			to := s.Z[i]
			if nudged {
				to += s.Nudge[i]
			}
			s.lacking[j] = to - vector.Dot(theta, s.Row(i))
		}
		for j, v := range s.lacking {
			vector.AddScaled(theta, v, s.Edge(j))
			terms += math.Abs(v) * vector.Norm(s.Edge(j))
		}
	}
	return terms
}

// Place computes anew everything that depends on the basis, and reports whether the
// Basis has an inverse. A row gets the side of its residual or, where sides are kept,
// keeps the one that it has.
func (s *Simplex) Place(keep bool) bool {
	if !s.Invert() {
		return false
	}
	theta := s.Theta
	s.FindVertex(theta, true)
	for i := range s.r {
		s.r[i] = s.Z[i] + s.Nudge[i] - vector.Dot(theta, s.Row(i))
		if keep && s.Side[i] != 0 {
			continue
		}
		s.Side[i] = 1
		if s.r[i] < 0 {
			s.Side[i] = -1
		}
	}
	for _, i := range s.Basis {
		s.Side[i], s.r[i] = 0, 0
	}
	if s.out >= 0 {
		s.Side[s.out] = 0
	}
	s.AddGradient()
	return true
}

// AddGradient adds up g anew.
func (s *Simplex) AddGradient() {
	clear(s.g)
	for i, side := range s.Side {
		if side != 0 {
			vector.AddScaled(s.g, s.psi(side), s.Row(i))
		}
	}
}

// findSteepest returns the edge along which the sum falls fastest for the length of
// θ: the place in the basis of the row to leave, the side it leaves to, and by how
// much the sum falls per unit of its residual. The place is −1 where no edge leads
// down, which proves the minimum. A row that is left out leaves first.
func (s *Simplex) findSteepest() (place int, side, fall float64) {
	place = -1
	most := 0.0
	for j, i := range s.Basis {
		column := s.Edge(j)
		d := -vector.Dot(column, s.g)
		if i == s.out {
			if d < 0 {
				return j, -1, -d
			}
			return j, 1, d
		}
		to, by := 1.0, d-s.Tau
		if low := s.Tau - 1 - d; low > by {
			to, by = -1, low
		}
		if by > duality {
			if score := by * by / vector.Dot(column, column); score > most {
				place, side, fall, most = j, to, by, score
			}
		}
	}
	return place, side, fall
}

// fresh is after how many pivots everything is computed anew, so that rounding does
// not add up.
const fresh = 64

// Solve goes down edges until none leads down, and reports whether it came to that.
// It goes down at most so many.
func (s *Simplex) Solve(ctx context.Context, most int) (bool, error) {
	for count := 1; count <= most; count++ {
		if err := ctx.Err(); err != nil {
			return false, err
		}
		place, side, fall := s.findSteepest()
		if place < 0 {
			return true, nil
		}
		if !s.pivot(place, side, fall) {
			return false, nil
		}
		if count%fresh == 0 && !s.Place(true) {
			return false, nil
		}
	}
	return false, nil
}

// pivot goes along the edge on which the row at a place of the basis leaves to a
// side, as far as the sum falls. It reports whether the edge ends. It costs O(np).
func (s *Simplex) pivot(place int, side, fall float64) bool {
	p := s.p
	column := s.Edge(place)
	// A row that the edge all but lies in cannot replace another.
	tiny := 1e-11 * math.Sqrt(vector.Dot(column, column))
	s.breaks = s.breaks[:0]
	for i, from := range s.Side {
		sum := 0.0
		for k, v := range s.u[i*p : (i+1)*p] { // faster than dot of the row
			sum += v * column[k]
		}
		sum *= -side
		s.along[i] = sum
		if slope := from * sum; slope > tiny*s.Norm[i] {
			s.breaks = append(s.breaks, Breakpoint{max(0, from*s.r[i]) / slope, slope, i})
		}
	}
	if len(s.breaks) == 0 {
		return false
	}
	last := SelectBreak(s.breaks, fall)
	at, enters, leaves := s.breaks[last].At, s.breaks[last].Row, s.Basis[place]
	for i, v := range s.along {
		s.r[i] -= at * v
	}
	for _, b := range s.breaks[:last] {
		vector.AddScaled(s.g, -s.Side[b.Row], s.Row(b.Row))
		s.Side[b.Row] = -s.Side[b.Row]
	}
	row := s.Row(enters)
	vector.AddScaled(s.g, -s.psi(s.Side[enters]), row)
	s.Side[enters], s.r[enters] = 0, 0
	if leaves != s.out {
		s.Side[leaves], s.r[leaves] = side, side*at
		vector.AddScaled(s.g, s.psi(side), s.Row(leaves))
	}
	s.Basis[place] = enters
	// This is the inverse after the exchange of one row (Sherman & Morrison 1950).
	scale := 1 / vector.Dot(row, column)
	for k := range column {
		column[k] *= scale
	}
	for j := range p {
		if j != place {
			other := s.Edge(j)
			vector.AddScaled(other, -vector.Dot(row, other), column)
		}
	}
	s.Pivots++
	return true
}

// SelectBreak returns the place of the break by which the slopes, added up in the
// order of at, come to the fall; the last break if they do not come to it. It moves
// the breaks before that to the front. This takes a time in proportion to their
// number, as finding a median does (Hoare 1961).
func SelectBreak(breaks []Breakpoint, fall float64) int {
	fall = max(fall, math.SmallestNonzeroFloat64)
	low, high := 0, len(breaks)
	for {
		a, b, c := breaks[low].At, breaks[(low+high)/2].At, breaks[high-1].At
		middle := max(min(a, b), min(max(a, b), c))
		less, next, more := low, low, high
		below, equal := 0.0, 0.0
		for next < more {
			switch b := breaks[next]; {
			case b.At < middle:
				below += b.Slope
				breaks[next], breaks[less] = breaks[less], b
				less++
				next++
			case b.At > middle:
				more--
				breaks[next], breaks[more] = breaks[more], b
			default:
				equal += b.Slope
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
				if fall -= breaks[i].Slope; fall <= 0 {
					return i
				}
			}
			return more - 1
		}
		fall -= equal
		low = more
	}
}

// IsOptimal reports whether the basis minimises the sum for the responses without
// nudges. It does if no row lies on the wrong side, by its residual r, which is known
// to a tolerance, and if the duals lie between τ−1 and τ.
func (s *Simplex) IsOptimal(r, tolerance []float64) bool {
	for i, side := range s.Side {
		if side*r[i] < -tolerance[i] {
			return false
		}
	}
	place, _, _ := s.findSteepest()
	return place < 0
}

// Scatter returns a fixed number from −1 to 1 for each row, as if it were drawn at
// random (Steele, Lea & Flood 2014, SplitMix64).
func Scatter(i int) float64 {
	x := uint64(i+1) * 0x9e3779b97f4a7c15
	x = (x ^ x>>30) * 0xbf58476d1ce4e5b9
	x = (x ^ x>>27) * 0x94d049bb133111eb
	x ^= x >> 31
	return float64(int64(x)) / (1 << 63)
}
