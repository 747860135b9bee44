package regress

import (
	"context"
	"math"
	"slices"

	"github.com/raaderum/raaderum/benchmark/internal/vector"
	"github.com/raaderum/raaderum/benchmark/regress/internal/simplex"
	"gonum.org/v1/gonum/stat"
	"gonum.org/v1/gonum/stat/distuv"
)

// A quantileFit is a quantile regression on its way to a Fit.
type quantileFit struct {
	x *Factor
	s *simplex.Simplex

	b         []float64 // √w·y
	centre    []float64 // coefficients of the factor's A, near which the simplex works
	tolerance []float64 // the rounding errors of b − A·centre
	converged bool

	estimate []float64 // β̂
	without  []float64 // β̂₍ᵢ₎, row by row; NaN for a row that alone decides a coefficient
	moved    []float64 // (β̂−β̂₍ᵢ₎)'X'WX(β̂−β̂₍ᵢ₎)
}

// newQuantileFit centres the regression at least squares.
func newQuantileFit(x *Factor, y []float64, tau float64) *quantileFit {
	n, p := x.design.Rows(), x.design.Columns()
	q := &quantileFit{
		x: x, s: simplex.New(tau, p, n),
		b: make([]float64, n), centre: make([]float64, p), tolerance: make([]float64, n),
	}
	for i, v := range y {
		q.b[i] = v * x.root(i)
		// The rows of Q, as solutions of R'·u = a. So equal rows stay equal.
		u := q.s.Row(i)
		copy(u, x.a[i*p:(i+1)*p])
		x.solveTransposed(u)
		q.s.Norm[i] = math.Sqrt(vector.Dot(u, u))
		vector.AddScaled(q.centre, q.b[i], u)
	}
	x.solve(q.centre)
	return q
}

// recentre computes the responses of the simplex, z = b − A·centre, in twice the
// precision.
func (q *quantileFit) recentre() {
	p := q.x.design.Columns()
	largest := 0.0
	for _, b := range q.b {
		largest = max(largest, math.Abs(b))
	}
	floor := vector.Epsilon * largest // where all terms are 0 but for rounding
	if largest == 0 {
		floor = 1 // any number will do, because nothing is rounded
	}
	for i, b := range q.b {
		sum := twice{b, 0}
		size := math.Abs(b) + floor
		for k, a := range q.x.a[i*p : (i+1)*p] {
			sum = sum.addProduct(-a, q.centre[k])
			size += math.Abs(a * q.centre[k])
		}
		q.s.Z[i] = sum.value()
		q.tolerance[i] = simplex.Roundings * vector.Epsilon * size
	}
}

// solve finds the minimum.
//
// The simplex nudges the responses so that they do not tie. The nudges are some
// times the tolerance. They become smaller where they prove to be more than what
// lies between the rows, and in the end there are none. An outlier may put the
// least-squares fit far off, and then the tolerance at it is large as well. So the
// nudges are chosen anew for the fit that is found, where they can be smaller.
func (q *quantileFit) solve(ctx context.Context) error {
	s, x := q.s, q.x
	if err := ctx.Err(); err != nil {
		return err
	}
	q.recentre()
	if err := q.chooseBasis(ctx); err != nil {
		return err
	}
	mostPivots := 200*x.design.Columns() + 4*len(s.Z)
	for _, times := range []float64{4, 4, 1, 1.0 / 8, 0} {
		for i, t := range q.tolerance {
			s.Nudge[i] = times * t * simplex.Scatter(i)
			if math.Abs(s.Z[i]) > t {
				s.Side[i] = 0 // to be found anew
			}
		}
		if !s.Place(times == 0) {
			break
		}
		optimal, err := s.Solve(ctx, mostPivots)
		if err != nil {
			return err
		}
		if !s.Invert() {
			break
		}
		q.settle()
		s.AddGradient()
		q.converged = optimal && s.IsOptimal(s.Z, q.tolerance)
		coarse := false
		for i, t := range q.tolerance {
			coarse = coarse || math.Abs(s.Nudge[i]) > 32*t
		}
		if q.converged && !coarse {
			break
		}
	}
	for i, t := range q.tolerance {
		if math.Abs(s.Z[i]) <= t {
			s.Z[i] = 0
		}
	}
	q.estimate = make([]float64, x.design.Columns())
	for k, column := range x.pivot {
		q.estimate[column] = q.centre[k] / x.scale[k]
	}
	return nil
}

// chooseBasis starts the simplex at the rows that lie nearest to the least-squares
// fit, moved so that a share τ of the rows lies below it.
func (q *quantileFit) chooseBasis(ctx context.Context) error {
	s, x, n := q.s, q.x, len(q.b)
	order, distance := make([]int, n), make([]float64, n)
	for i, z := range s.Z {
		order[i], distance[i] = i, z/x.root(i)
	}
	slices.Sort(distance)
	if err := ctx.Err(); err != nil {
		return err
	}
	level := distance[min(n-1, int(s.Tau*float64(n)))]
	for i, z := range s.Z {
		distance[i] = math.Abs(z - level*x.root(i))
	}
	vector.SortByDistance(order, distance)
	s.ChooseBasis(order)
	return ctx.Err()
}

// settle goes to the vertex without nudges, to the last digit. The basis is fitted
// to its own rounding, and what that leaves in θ shows in every row.
func (q *quantileFit) settle() {
	s := q.s
	for range 3 {
		s.FindVertex(s.Theta, false)
		q.x.solve(s.Theta)
		vector.AddScaled(q.centre, 1, s.Theta)
		q.recentre()
	}
	left := 0.0
	for j, i := range s.Basis {
		left += q.tolerance[i] / 16 * vector.Norm(s.Edge(j))
	}
	for i := range q.tolerance {
		q.tolerance[i] += left * s.Norm[i]
	}
}

// finish turns the regression into a fit.
func (q *quantileFit) finish(ctx context.Context, e Estimator, y []float64) (*Fit, error) {
	x, s := q.x, q.s
	f := newFit(e, x)
	f.Iterations, f.Converged, f.without = s.Pivots, q.converged, q.without
	f.Sigma = q.findScale()
	f.Scale = f.Sigma
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	level := q.findLevelLoss(y)
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	loss, deleted := 0.0, 0.0
	for i, z := range s.Z {
		loss += checkLoss(s.Tau, z)
		if without := q.describeRow(f, i, y[i]); !math.IsNaN(without) {
			deleted += checkLoss(s.Tau, without)
		}
	}
	f.R2 = 1 - loss/level
	f.AdjR2 = 1 - (loss/float64(f.DF))/(level/x.design.totalDF(float64(f.N)))
	f.LooR2 = 1 - deleted/level
	f.Coefficients = q.coefficients()
	return f, nil
}

// describeRow fills in what is said of row i, whose response is y, and adds it to
// PRESS. It returns √wᵢ·(yᵢ − ŷ₍ᵢ₎), or NaN where the row alone decides a coefficient.
func (q *quantileFit) describeRow(f *Fit, i int, y float64) float64 {
	x, p := q.x, q.x.design.Columns()
	root := x.root(i)
	f.Residuals[i] = q.s.Z[i] / root
	f.Fitted[i] = y - f.Residuals[i]
	without, expected := f.Residuals[i], 0.0
	for k, c := range x.design.columns {
		without += c[i] * (q.estimate[k] - q.without[i*p+k])
		expected += c[i] * q.without[i*p+k]
	}
	f.LeaveOneOut[i] = y - without
	if math.Abs(without) > math.Abs(expected) { // a response that far off has fewer digits for it
		f.LeaveOneOut[i] = expected
	}
	if math.IsNaN(without) {
		f.markAlone(i)
		return math.NaN()
	}
	f.LeaveOneOutSD[i] = f.Sigma / (math.Sqrt(1-x.leverage[i]) * root)
	if f.Sigma > 0 {
		f.Studentized[i] = without / f.LeaveOneOutSD[i]
		f.Cook[i] = q.moved[i] / (float64(p) * f.Sigma * f.Sigma)
	} else if math.Abs(without*root) > q.tolerance[i] { // beside an exact fit
		f.Studentized[i] = math.Inf(int(math.Copysign(1, without)))
	}
	f.PRESS += without * without * root * root
	return without * root
}

// coefficients returns the coefficients with their standard errors.
func (q *quantileFit) coefficients() []Coefficient {
	x := q.x
	df := x.design.Rows() - x.design.Columns()
	list := make([]Coefficient, x.design.Columns())
	for k, se := range q.findErrors() {
		t := q.estimate[k] / se
		list[k] = Coefficient{
			Name: x.design.names[k], Estimate: q.estimate[k],
			SE: se, T: t, P: twoSided(t, df), VIF: x.vif[k],
			HC0: se, HC1: se, HC2: se, HC3: se, HC4: se,
		}
	}
	return list
}

// checkLoss returns ρ_τ(r).
func checkLoss(tau, r float64) float64 {
	if r < 0 {
		return (tau - 1) * r
	}
	return tau * r
}

// findLevelLoss returns the minimum of Σ √wᵢ·ρ_τ(yᵢ − b) over b, which a weighted
// quantile attains. Without an intercept it returns the sum for b = 0.
func (q *quantileFit) findLevelLoss(y []float64) float64 {
	tau, b, total := q.s.Tau, 0.0, 0.0
	if q.x.design.intercept {
		breaks := make([]simplex.Breakpoint, len(y))
		for i, v := range y {
			breaks[i] = simplex.Breakpoint{At: v, Slope: q.x.root(i)}
			total += q.x.root(i)
		}
		b = breaks[simplex.SelectBreak(breaks, tau*total)].At
	}
	sum := 0.0
	for i, v := range y {
		sum += q.x.root(i) * checkLoss(tau, v-b)
	}
	return sum
}

// findScale returns the normalised median absolute deviation of √w·e over the rows
// outside the basis.
func (q *quantileFit) findScale() float64 {
	outside := make([]float64, 0, len(q.s.Z))
	for i, z := range q.s.Z {
		if q.s.Side[i] != 0 {
			outside = append(outside, z)
		}
	}
	if len(outside) == 0 {
		return math.NaN()
	}
	middle := vector.FindMedian(outside)
	for i, v := range outside {
		outside[i] = math.Abs(v - middle)
	}
	return vector.FindMedian(outside) / 0.6744897501960817 // Φ⁻¹(¾)
}

// bandwidth returns that of Hall & Sheather (1988) for a 95 % interval, in shares:
//
//	n^(−1/3)·z₀.₉₇₅^(2/3)·(1.5·φ²/(2x²+1))^(1/3)  at x = Φ⁻¹(τ),
//
// halved until it stays within 0 and 1 on both sides of τ.
func bandwidth(tau float64, n int) float64 {
	normal := distuv.UnitNormal
	x := normal.Quantile(tau)
	phi := normal.Prob(x)
	h := math.Cbrt(1/float64(n)) * math.Pow(normal.Quantile(0.975), 2.0/3) *
		math.Cbrt(1.5*phi*phi/(2*x*x+1))
	for tau-h < 0 || tau+h > 1 {
		h /= 2
	}
	return h
}

// findErrors returns the standard errors of Powell's sandwich. In the coordinates
// where X'WX is the identity it is τ(1−τ)·H⁻².
func (q *quantileFit) findErrors() []float64 {
	s, p, normal := q.s, q.x.design.Columns(), distuv.UnitNormal
	sorted := slices.Clone(s.Z)
	slices.Sort(sorted)
	quartiles := vector.Quantile(sorted, 0.75) - vector.Quantile(sorted, 0.25)
	spread := min(stat.StdDev(sorted, nil), quartiles/1.34)
	h := bandwidth(s.Tau, len(s.Z))
	h = (normal.Quantile(s.Tau+h) - normal.Quantile(s.Tau-h)) * spread

	a := make([]float64, 2*p*p) // H beside its inverse
	for i, z := range s.Z {
		row, density := s.Row(i), normal.Prob(z/h)/h
		for k, v := range row {
			vector.AddScaled(a[k*2*p:k*2*p+p], density*v, row)
		}
	}
	regular := simplex.InvertMatrix(a, p)
	se, column := make([]float64, p), make([]float64, p)
	for k := range p { // H⁻¹ is symmetric
		q.x.solveCoefficients(a[k*2*p+p:(k+1)*2*p], column)
		for c, v := range column {
			se[c] += v * v
		}
	}
	for c := range se {
		se[c] = math.Sqrt(s.Tau * (1 - s.Tau) * se[c])
		if !regular {
			se[c] = math.NaN()
		}
	}
	return se
}
