package simplex

import (
	"context"
	"math"

	"github.com/raaderum/raaderum/benchmark/internal/vector"
)

// A Deletion solves a simplex without one row after another. Its rows are in the
// order of their distance from the minimum of all, which is at θ = 0.
type Deletion struct {
	all       *Simplex // at its minimum
	s         *Simplex
	near      []float64 // how far θ must move to cross row k or a later one
	known     []float64 // the tolerances of z
	rest      []float64
	tolerance []float64
	first     int // how many rows to look at first
}

func NewDeletion(all *Simplex, order []int, distance, tolerance []float64) *Deletion {
	n, p := len(order), all.p
	d := &Deletion{
		all: New(all.Tau, p, n), s: New(all.Tau, p, n),
		near: make([]float64, n+1), known: make([]float64, n),
		rest: make([]float64, n), tolerance: make([]float64, n),
		first: min(n, 8*p+32),
	}
	place := make([]int, n) // of a row in the order
	for k, i := range order {
		place[i] = k
		copy(d.all.Row(k), all.Row(i))
		d.all.Norm[k], d.all.Z[k], d.all.Nudge[k] = all.Norm[i], all.Z[i], all.Nudge[i]
		d.all.Side[k], d.all.r[k] = all.Side[i], all.r[i]
		d.near[k], d.known[k] = distance[i], tolerance[i]
	}
	d.near[n] = math.Inf(1)
	for j, i := range all.Basis {
		d.all.Basis[j] = place[i]
	}
	copy(d.all.inverse, all.inverse)
	copy(d.all.g, all.g)
	return d
}

// SolveWithout writes the θ that is the minimum without a row, and reports whether
// that is proved. Where the nearest rows are not enough for a proof, it takes more of
// them. Where the nudges stand in the way of one, it does without.
func (d *Deletion) SolveWithout(
	ctx context.Context, row int, theta []float64,
) (proved bool, err error) {
	s, n := d.s, len(d.known)
	for rows, nudged := d.first, true; ; {
		if d.prepare(row, rows, nudged) {
			clear(theta)
			return true, nil
		}
		// A few exchanges are enough. The simplex would add up the gradient anew after
		// some more, which it could not do from these rows alone.
		optimal, err := s.Solve(ctx, fresh-1)
		if err != nil {
			return false, err
		}
		if rows == n {
			optimal = s.Invert() && optimal
		}
		terms := s.FindVertex(theta, false)
		for k := range rows {
			d.rest[k] = s.Z[k] - vector.Dot(theta, s.Row(k))
			d.tolerance[k] = d.known[k] + Roundings*vector.Epsilon*terms*s.Norm[k]
		}
		moved := vector.Norm(theta) // often 0, where many rows tie
		enough := moved == 0 || moved < 0.999*d.near[rows]
		proved = optimal && enough && s.IsOptimal(d.rest, d.tolerance)
		if proved || rows == n && !nudged {
			return proved, nil
		}
		nudged = rows < n
		rows = min(4*rows, n)
	}
}

// prepare sets the simplex to the minimum of all rows. It looks at some of them, and
// not at the one that is left out. It reports whether that is the minimum without
// the row as well.
func (d *Deletion) prepare(row, rows int, nudged bool) (optimal bool) {
	s, all := d.s, d.all
	s.out = row
	copy(s.g, all.g)
	copy(s.inverse, all.inverse)
	copy(s.Basis, all.Basis)
	if side := all.Side[row]; side != 0 {
		vector.AddScaled(s.g, -s.psi(side), all.Row(row))
		if place, _, _ := s.findSteepest(); place < 0 {
			return true
		}
	}
	s.u, s.Norm, s.Z, s.Nudge = all.u[:rows*s.p], all.Norm[:rows], all.Z[:rows], all.Nudge[:rows]
	s.Side, s.r, s.along = s.Side[:rows], s.r[:rows], s.along[:rows]
	copy(s.Side, all.Side)
	if row < rows {
		s.Side[row] = 0
	}
	copy(s.r, all.r)
	if !nudged {
		copy(s.r, all.Z)
	}
	return false
}
