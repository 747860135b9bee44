package regress

import (
	"context"
	"math"

	"github.com/raaderum/raaderum/benchmark/internal/vector"
	"github.com/raaderum/raaderum/benchmark/regress/internal/simplex"
)

// leaveEachOut solves anew without each row in turn, from the basis of all rows.
//
// Such a fit is near that of all, and only rows near that are crossed on the way.
// The others keep their sides. To cross row i, θ must move by |zᵢ|/‖uᵢ‖. With the
// rows in the order of that distance, it is enough to look at the first few. If θ
// then has moved less than the distance of the next row, that proves the minimum for
// all rows. So the cost of a row does not grow with n.
func (q *quantileFit) leaveEachOut(ctx context.Context) error {
	all, x := q.s, q.x
	n, p := x.design.Rows(), x.design.Columns()
	q.without, q.moved = make([]float64, n*p), make([]float64, n)
	placed := all.Place(true)
	q.converged = q.converged && placed
	order, distance := make([]int, n), make([]float64, n)
	for i, z := range all.Z {
		order[i], distance[i] = i, math.Abs(z)/all.Norm[i]
		if all.Norm[i] == 0 {
			distance[i] = math.Inf(1)
		}
	}
	for _, i := range all.Basis {
		distance[i] = -1
	}
	vector.SortByDistance(order, distance)
	if err := ctx.Err(); err != nil {
		return err
	}
	d := simplex.NewDeletion(all, order, distance, q.tolerance)
	theta := make([]float64, p)
	for k, i := range order {
		if err := ctx.Err(); err != nil {
			return err
		}
		beta := q.without[i*p : (i+1)*p]
		if !placed || 1-x.leverage[i] < AloneLimit {
			for c := range beta {
				beta[c] = math.NaN()
			}
			q.moved[i] = math.NaN()
			continue
		}
		found, err := d.SolveWithout(ctx, k, theta)
		if err != nil {
			return err
		}
		q.converged = q.converged && found
		q.moved[i] = vector.Dot(theta, theta)
		x.solveCoefficients(theta, beta)
		vector.AddScaled(beta, 1, q.estimate)
	}
	return nil
}
