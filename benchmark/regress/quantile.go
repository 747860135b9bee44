package regress

import (
	"cmp"
	"context"
	"fmt"
	"math"
	"slices"

	"gonum.org/v1/gonum/stat"
	"gonum.org/v1/gonum/stat/distuv"
)

// Quantile is quantile regression: minimise Σ √wᵢ·ρ_τ(yᵢ − xᵢ'β), where
// ρ_τ(r) = τ·r for r ≥ 0 and (τ−1)·r for r < 0 (Koenker & Bassett 1978; R:
// quantreg::rq, whose weights are √w). Of the rows about a share τ lies below
// the fit: τ = 0.5 is the median regression or least absolute deviations, τ =
// 0.25 the best quarter given the conditions where less is better. The
// factor's weights are precisions, and a row of weight w has errors 1/√w as
// large, so that it is the rows times √w that are alike.
//
// The minimum is exact: found on vertices, with the duals as its proof.
// [Fit.Converged] says whether the proof was found, for the fit and for all
// those without one row. It is the only minimum where all duals lie strictly
// between τ−1 and τ; where one is τ−1 or τ, other β may have the same sum, and
// the fit is one of them. The same data give the same one.
//
// What [Fit] holds is this:
//
//   - Residuals: 0 for the rows that the fit passes through, p or more.
//   - Iterations: the exchanges of a row.
//   - SE and HC0 to HC4, all the same: the sandwich
//     τ(1−τ)·H⁻¹·X'WX·H⁻¹ with H = Σ fᵢwᵢxᵢxᵢ', where fᵢ is the density of the
//     error at the quantile by a Gaussian kernel of the bandwidth of Hall &
//     Sheather (1988), which holds for unequal variances (Powell 1991;
//     Koenker 2005, §3.4.2; R: summary.rq(se = "ker")). NaN where that
//     bandwidth is 0, as half of the residuals are equal.
//   - Sigma, and Scale: 1.4826 times the median distance of √wᵢeᵢ from their
//     median, which for normal errors is their σ, over the n−p rows outside the
//     basis: those in it have residuals of 0 whatever the errors are.
//   - R2: R¹(τ) = 1 − V/V₀, with V the sum above and V₀ its minimum for a model
//     of a level alone (Koenker & Machado 1999). It is about half of the R² of
//     least squares where that is small. AdjR2 is
//     1 − (V/(n−p))/(V₀/(n−1)), and LooR2 is 1 − Σ √wᵢ·ρ_τ(yᵢ−ŷ₍ᵢ₎)/V₀.
//   - LeaveOneOut: what the fit to the other rows, minimised anew, predicts.
//   - LeaveOneOutSD: σ̂/√(wᵢ(1−hᵢ)), that of least squares with the σ̂ of all
//     rows, which one row hardly moves. Like the standard deviation of
//     [Fit.Predict] it takes β̂ to be as sure as that of least squares, and is
//     somewhat too small for rows of high leverage: for normal errors and τ =
//     0.5 the variance of β̂ is π/2 times as large (Koenker & Bassett 1978).
//   - Studentized: (yᵢ − ŷ₍ᵢ₎) over that. It is a robust distance in standard
//     deviations from the level that a share τ lies below, not from the middle:
//     where errors are normal it lies around Φ⁻¹(1−τ), which is 0.67 for τ =
//     0.25, and only for τ = 0.5 is it comparable with Student's t.
//   - Cook: (β̂−β̂₍ᵢ₎)'X'WX(β̂−β̂₍ᵢ₎)/(p·σ̂²) (Cook 1977; for least absolute
//     deviations, over another scale, Sun & Wei 2004).
//
// Where the scale is 0, as half of the rows lie on the fit, Studentized is 0
// for those and infinite for the others, and Cook is 0.
type Quantile struct {
	Tau float64 // τ, between 0 and 1; 0 means 0.5
}

// Name returns "quantile".
func (Quantile) Name() string { return "quantile" }

// Fit fits by quantile regression. It ends with the context's error when that
// is cancelled, and panics where τ is not between 0 and 1.
func (e Quantile) Fit(ctx context.Context, x *Factor, y []float64) (*Fit, error) {
	q, err := e.minimise(ctx, x, y)
	if err != nil {
		return nil, err
	}
	if err := q.leaveOneOut(ctx); err != nil {
		return nil, err
	}
	return q.fit(ctx, y)
}

// Coefficients returns the coefficients of [Quantile.Fit] alone, which takes a
// part of the time: nothing is fitted anew without each row.
func (e Quantile) Coefficients(ctx context.Context, x *Factor, y []float64) ([]Coefficient, error) {
	q, err := e.minimise(ctx, x, y)
	if err != nil {
		return nil, err
	}
	return q.coefficients(), nil
}

// minimise finds the minimum.
func (e Quantile) minimise(ctx context.Context, x *Factor, y []float64) (*quantileFit, error) {
	tau := e.Tau
	if tau == 0 {
		tau = 0.5
	}
	if !(tau > 0 && tau < 1) {
		panic(fmt.Sprintf("regress: quantile %v is not between 0 and 1", tau))
	}
	if err := x.checkResponse(y); err != nil {
		return nil, err
	}
	q := newQuantileFit(x, y, tau)
	if err := q.solve(ctx); err != nil {
		return nil, err
	}
	return q, nil
}

// quantileFit is a quantile regression on its way to a Fit.
type quantileFit struct {
	x *Factor
	s *simplex

	b         []float64 // √w·y
	centre    []float64 // coefficients of the factor's scaled design
	tolerance []float64 // rounding errors of b − A·centre
	converged bool

	estimate []float64 // β̂
	without  []float64 // β̂₍ᵢ₎ row by row; NaN for a row that alone decides a coefficient
	moved    []float64 // (β̂−β̂₍ᵢ₎)'X'WX(β̂−β̂₍ᵢ₎)
}

func newQuantileFit(x *Factor, y []float64, tau float64) *quantileFit {
	n, p := x.design.Rows(), x.design.Columns()
	q := &quantileFit{
		x: x, s: newSimplex(tau, p, n),
		b: make([]float64, n), centre: make([]float64, p), tolerance: make([]float64, n),
	}
	for i, v := range y {
		q.b[i] = v * x.rootAt(i)
		// The rows of Q as solutions of R'·u = a: equal rows stay equal.
		u := q.s.row(i)
		copy(u, x.a[i*p:(i+1)*p])
		x.solveTransposed(u)
		q.s.norm[i] = math.Sqrt(dot(u, u))
		addScaled(q.centre, q.b[i], u)
	}
	x.solve(q.centre) // least squares
	return q
}

// roundings is how many units in the last place of its terms a residual is
// allowed.
const roundings = 64

// recentre computes z = b − A·centre in twice the precision.
func (q *quantileFit) recentre() {
	p := q.s.p
	largest := 0.0
	for _, b := range q.b {
		largest = max(largest, math.Abs(b))
	}
	floor := epsilon * largest // where all terms are 0 but for rounding
	if largest == 0 {
		floor = 1 // any number: nothing is rounded
	}
	for i, b := range q.b {
		sum := twice{b, 0}
		size := math.Abs(b) + floor
		for k, a := range q.x.a[i*p : (i+1)*p] {
			sum = sum.addProduct(-a, q.centre[k])
			size += math.Abs(a * q.centre[k])
		}
		q.s.z[i] = sum.value()
		q.tolerance[i] = roundings * epsilon * size
	}
}

// solve finds the minimum.
func (q *quantileFit) solve(ctx context.Context) error {
	s, x := q.s, q.x
	if err := ctx.Err(); err != nil {
		return err
	}
	q.recentre()
	if err := q.start(ctx); err != nil {
		return err
	}
	// The nudges against ties are some times the tolerance, and ever less where
	// they proved to be more than what lies between the rows; then none. Where
	// the least squares fit is far off, by an outlier, so is the tolerance at it,
	// and those for the fit found are less.
	most := 200*s.p + 4*len(s.z)
	for _, nudge := range []float64{4, 4, 1, 1.0 / 8, 0} {
		for i, t := range q.tolerance {
			s.nudge[i] = nudge * t * scatter(i)
			if math.Abs(s.z[i]) > t {
				s.side[i] = 0 // to be found anew
			}
		}
		if !s.place(nudge == 0) {
			break
		}
		optimal, err := s.solve(ctx, most)
		if err != nil {
			return err
		}
		if !s.invert() {
			break
		}
		q.settle()
		s.gradient()
		q.converged = optimal && s.optimal(s.z, q.tolerance)
		coarse := false
		for i, t := range q.tolerance {
			coarse = coarse || math.Abs(s.nudge[i]) > 32*t
		}
		if q.converged && !coarse {
			break
		}
	}
	for i, t := range q.tolerance {
		if math.Abs(s.z[i]) <= t {
			s.z[i] = 0
		}
	}
	q.estimate = make([]float64, s.p)
	for k, column := range x.pivot {
		q.estimate[column] = q.centre[k] / x.scale[k]
	}
	return nil
}

// start chooses the basis: the rows nearest to the least squares fit, moved so
// that a share τ lies below it.
func (q *quantileFit) start(ctx context.Context) error {
	s, x, n := q.s, q.x, len(q.b)
	order, distance := make([]int, n), make([]float64, n)
	for i, z := range s.z {
		order[i], distance[i] = i, z/x.rootAt(i)
	}
	slices.Sort(distance)
	if err := ctx.Err(); err != nil {
		return err
	}
	level := distance[min(n-1, int(s.tau*float64(n)))]
	for i, z := range s.z {
		distance[i] = math.Abs(z - level*x.rootAt(i))
	}
	byDistance(order, distance)
	s.start(order)
	return ctx.Err()
}

// settle goes to the vertex without nudges, to the last digit. The basis is
// fitted to its own rounding, and what that leaves in θ shows in every row.
func (q *quantileFit) settle() {
	s := q.s
	for range 3 {
		s.vertex(s.theta, false)
		q.x.solve(s.theta)
		addScaled(q.centre, 1, s.theta)
		q.recentre()
	}
	left := 0.0
	for j, i := range s.basis {
		left += q.tolerance[i] / 16 * norm2(s.edge(j))
	}
	for i := range q.tolerance {
		q.tolerance[i] += left * s.norm[i]
	}
}

// byDistance sorts rows by a distance, equal ones by their numbers.
func byDistance(rows []int, distance []float64) {
	slices.SortFunc(rows, func(i, j int) int {
		if c := cmp.Compare(distance[i], distance[j]); c != 0 {
			return c
		}
		return cmp.Compare(i, j)
	})
}

// fit fills the result.
func (q *quantileFit) fit(ctx context.Context, y []float64) (*Fit, error) {
	x, s := q.x, q.s
	n, p := len(y), s.p
	f := newFit(Quantile{}.Name(), x)
	f.Iterations, f.Converged, f.without = s.pivots, q.converged, q.without
	f.Sigma = q.scale()
	f.Scale = f.Sigma
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	loss, deleted, level := 0.0, 0.0, q.level(y)
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	for i, z := range s.z {
		root := x.rootAt(i)
		f.Residuals[i] = z / root
		f.Fitted[i] = y[i] - f.Residuals[i]
		loss += checkLoss(s.tau, z)
		without, expected := f.Residuals[i], 0.0
		for k, c := range x.design.columns {
			without += c[i] * (q.estimate[k] - q.without[i*p+k])
			expected += c[i] * q.without[i*p+k]
		}
		f.LeaveOneOut[i] = y[i] - without
		if math.Abs(without) > math.Abs(expected) { // a response far from it has fewer digits for it
			f.LeaveOneOut[i] = expected
		}
		if math.IsNaN(without) {
			f.alone(i)
			continue
		}
		f.LeaveOneOutSD[i] = f.Sigma / (math.Sqrt(1-x.leverage[i]) * root)
		if f.Sigma > 0 {
			f.Studentized[i] = without / f.LeaveOneOutSD[i]
			f.Cook[i] = q.moved[i] / (float64(p) * f.Sigma * f.Sigma)
		} else if math.Abs(without*root) > q.tolerance[i] { // beside an exact fit
			f.Studentized[i] = math.Inf(int(math.Copysign(1, without)))
		}
		f.PRESS += without * without * root * root
		deleted += checkLoss(s.tau, without*root)
	}
	total := float64(n)
	if x.design.intercept {
		total--
	}
	f.R2 = 1 - loss/level
	f.AdjR2 = 1 - (loss/float64(f.DF))/(level/total)
	f.LooR2 = 1 - deleted/level
	f.Coefficients = q.coefficients()
	return f, nil
}

// coefficients returns the coefficients with their standard errors.
func (q *quantileFit) coefficients() []Coefficient {
	x := q.x
	df := x.design.Rows() - x.design.Columns()
	list := make([]Coefficient, x.design.Columns())
	for k, se := range q.standardErrors() {
		t := q.estimate[k] / se
		list[k] = Coefficient{
			Name: x.design.names[k], Estimate: q.estimate[k],
			SE: se, T: t, P: twoSided(t, df), VIF: x.vif[k],
			HC0: se, HC1: se, HC2: se, HC3: se, HC4: se,
		}
	}
	return list
}

// checkLoss is ρ_τ(r).
func checkLoss(tau, r float64) float64 {
	if r < 0 {
		return (tau - 1) * r
	}
	return tau * r
}

// level returns the minimum of Σ √wᵢ·ρ_τ(yᵢ − b) over b, which is at a weighted
// quantile; without an intercept the sum for b = 0.
func (q *quantileFit) level(y []float64) float64 {
	s, b, total := q.s, 0.0, 0.0
	if q.x.design.intercept {
		s.breaks = s.breaks[:0]
		for i, v := range y {
			s.breaks = append(s.breaks, breakpoint{at: v, slope: q.x.rootAt(i)})
			total += q.x.rootAt(i)
		}
		b = s.breaks[lowest(s.breaks, s.tau*total)].at
	}
	sum := 0.0
	for i, v := range y {
		sum += q.x.rootAt(i) * checkLoss(s.tau, v-b)
	}
	return sum
}

// scale is the normalised median absolute deviation of √w·e over the rows
// outside the basis.
func (q *quantileFit) scale() float64 {
	outside := make([]float64, 0, len(q.s.z))
	for i, z := range q.s.z {
		if q.s.side[i] != 0 {
			outside = append(outside, z)
		}
	}
	if len(outside) == 0 {
		return math.NaN()
	}
	middle := medianOf(outside)
	for i, v := range outside {
		outside[i] = math.Abs(v - middle)
	}
	return medianOf(outside) / 0.6744897501960817 // Φ⁻¹(¾)
}

// hallSheather is the bandwidth of Hall & Sheather (1988) for a 95 % interval,
// in shares: n^(−1/3)·z₀.₉₇₅^(2/3)·(1.5·φ²/(2x²+1))^(1/3) at x = Φ⁻¹(τ), halved
// until it stays within 0 and 1 on both sides of τ.
func hallSheather(tau float64, n int) float64 {
	normal := distuv.UnitNormal
	x := normal.Quantile(tau)
	phi := normal.Prob(x)
	h := math.Cbrt(1/float64(n)) * math.Pow(normal.Quantile(0.975), 2.0/3) * math.Cbrt(1.5*phi*phi/(2*x*x+1))
	for tau-h < 0 || tau+h > 1 {
		h /= 2
	}
	return h
}

// standardErrors are those of Powell's sandwich, in the coordinates where X'WX
// is the identity: τ(1−τ)·H⁻².
func (q *quantileFit) standardErrors() []float64 {
	s, p, normal := q.s, q.s.p, distuv.UnitNormal
	sorted := slices.Clone(s.z)
	slices.Sort(sorted)
	spread := min(stat.StdDev(sorted, nil), (quantileOf(sorted, 0.75)-quantileOf(sorted, 0.25))/1.34)
	h := hallSheather(s.tau, len(s.z))
	h = (normal.Quantile(s.tau+h) - normal.Quantile(s.tau-h)) * spread

	a := make([]float64, 2*p*p) // H beside its inverse
	for i, z := range s.z {
		row, density := s.row(i), normal.Prob(z/h)/h
		for k, v := range row {
			addScaled(a[k*2*p:k*2*p+p], density*v, row)
		}
	}
	regular := invert(a, p)
	se, column := make([]float64, p), make([]float64, p)
	for k := range p { // H⁻¹ is symmetric
		q.x.unscale(a[k*2*p+p:(k+1)*2*p], column)
		for c, v := range column {
			se[c] += v * v
		}
	}
	for c := range se {
		se[c] = math.Sqrt(s.tau * (1 - s.tau) * se[c])
		if !regular {
			se[c] = math.NaN()
		}
	}
	return se
}
