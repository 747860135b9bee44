package regress

import (
	"context"
	"math"
)

// leaveOneOut solves anew without each row in turn, from the basis of all rows.
//
// Such a fit is near that of all, and only rows near that are crossed on the
// way: the others keep their sides. With the rows sorted by |zᵢ|/‖uᵢ‖, the
// distance that θ must move to cross them, it is enough to look at the first
// few, and if θ then has moved less than to the next, that is proof for all. So
// the cost of a row does not grow with n.
func (q *quantileFit) leaveOneOut(ctx context.Context) error {
	all, x := q.s, q.x
	n, p := x.design.Rows(), all.p
	q.without, q.moved = make([]float64, n*p), make([]float64, n)
	placed := all.place(true)
	q.converged = q.converged && placed
	order, distance := make([]int, n), make([]float64, n)
	for i, z := range all.z {
		order[i], distance[i] = i, math.Abs(z)/all.norm[i]
		if all.norm[i] == 0 {
			distance[i] = math.Inf(1)
		}
	}
	for _, i := range all.basis {
		distance[i] = -1
	}
	byDistance(order, distance)
	if err := ctx.Err(); err != nil {
		return err
	}
	d := newDeletion(all, order, distance, q.tolerance)
	theta := make([]float64, p)
	for k, i := range order {
		if err := ctx.Err(); err != nil {
			return err
		}
		beta := q.without[i*p : (i+1)*p]
		if !placed || 1-x.leverage[i] < 1e-10 { // the row alone decides a coefficient
			for c := range beta {
				beta[c] = math.NaN()
			}
			q.moved[i] = math.NaN()
			continue
		}
		found, err := d.without(ctx, k, theta)
		if err != nil {
			return err
		}
		q.converged = q.converged && found
		q.moved[i] = dot(theta, theta)
		x.unscale(theta, beta)
		addScaled(beta, 1, q.estimate)
	}
	return nil
}

// deletion solves a simplex without one row after another. The rows are in the
// order of their distance from the minimum of all, which is at θ = 0.
type deletion struct {
	all       *simplex // at its minimum
	s         *simplex
	near      []float64 // how far θ must move to cross a row, of the first not looked at and on
	known     []float64 // tolerances of z
	rest      []float64
	tolerance []float64
	first     int // how many rows to look at first
}

func newDeletion(all *simplex, order []int, distance, tolerance []float64) *deletion {
	n, p := len(order), all.p
	d := &deletion{
		all: newSimplex(all.tau, p, n), s: newSimplex(all.tau, p, n),
		near: make([]float64, n+1), known: make([]float64, n),
		rest: make([]float64, n), tolerance: make([]float64, n),
		first: min(n, 8*p+32),
	}
	place := make([]int, n) // of a row in the order
	for k, i := range order {
		place[i] = k
		copy(d.all.row(k), all.row(i))
		d.all.norm[k], d.all.z[k], d.all.nudge[k] = all.norm[i], all.z[i], all.nudge[i]
		d.all.side[k], d.all.r[k] = all.side[i], all.r[i]
		d.near[k], d.known[k] = distance[i], tolerance[i]
	}
	d.near[n] = math.Inf(1)
	for j, i := range all.basis {
		d.all.basis[j] = place[i]
	}
	copy(d.all.inverse, all.inverse)
	copy(d.all.g, all.g)
	return d
}

// without writes the θ that is the minimum without a row, and says whether it
// is proved to be one. Where the few rows nearest are not enough for a proof,
// it takes more, and where the nudges stand in its way, it does without.
func (d *deletion) without(ctx context.Context, row int, theta []float64) (proved bool, err error) {
	s, n := d.s, len(d.known)
	for rows, nudged := d.first, true; ; {
		if d.start(row, rows, nudged) {
			clear(theta)
			return true, nil
		}
		// Few exchanges are enough, and fewer than the simplex does before it
		// adds up the gradient anew, which it could not from these rows.
		optimal, err := s.solve(ctx, fresh-1)
		if err != nil {
			return false, err
		}
		if rows == n {
			optimal = s.invert() && optimal
		}
		terms := s.vertex(theta, false)
		for k := range rows {
			d.rest[k] = s.z[k] - dot(theta, s.row(k))
			d.tolerance[k] = d.known[k] + roundings*epsilon*terms*s.norm[k]
		}
		moved := norm2(theta) // not at all, often, where many rows tie
		proved = optimal && (moved == 0 || moved < 0.999*d.near[rows]) && s.optimal(d.rest, d.tolerance)
		if proved || rows == n && !nudged {
			return proved, nil
		}
		nudged = rows < n
		rows = min(4*rows, n)
	}
}

// start sets the simplex to the minimum of all rows, of which it looks at some
// and not at the one left out, and says whether that is the minimum without it.
func (d *deletion) start(row, rows int, nudged bool) (optimal bool) {
	s, all := d.s, d.all
	s.out = row
	copy(s.g, all.g)
	copy(s.inverse, all.inverse)
	copy(s.basis, all.basis)
	if side := all.side[row]; side != 0 {
		addScaled(s.g, -s.psi(side), all.row(row))
		if place, _, _ := s.worst(); place < 0 {
			return true
		}
	}
	s.u, s.norm, s.z, s.nudge = all.u[:rows*s.p], all.norm[:rows], all.z[:rows], all.nudge[:rows]
	s.side, s.r, s.along = s.side[:rows], s.r[:rows], s.along[:rows]
	copy(s.side, all.side)
	if row < rows {
		s.side[row] = 0
	}
	copy(s.r, all.r)
	if !nudged {
		copy(s.r, all.z)
	}
	return false
}
