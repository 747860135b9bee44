package regress

import (
	"cmp"
	"context"
	"fmt"
	"math"
	"slices"
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
//     median over the n−p rows outside the basis, which for normal errors is
//     their σ (Maronna, Martin & Yohai 2006, §4.4.2 for τ = 0.5).
//   - R2: R¹(τ) = 1 − V/V₀, with V the sum above and V₀ its minimum for a model
//     of a level alone (Koenker & Machado 1999). It is about half of the R² of
//     least squares where that is small. AdjR2 is
//     1 − (V/(n−p))/(V₀/(n−1)), and LooR2 is 1 − Σ √wᵢ·ρ_τ(yᵢ−ŷ₍ᵢ₎)/V₀.
//   - LeaveOneOut: what the fit to the other rows, minimised anew, predicts.
//   - LeaveOneOutSD: σ̂/√(wᵢ(1−hᵢ)) with the σ̂ of all rows, which one row hardly
//     moves (Rousseeuw & Leroy 1987, chapter 6, likewise divide by a robust
//     scale of all). Like the standard deviation of [Fit.Predict] it takes β̂ to
//     be as sure as that of least squares, and is somewhat too small for rows of
//     high leverage: for normal errors and τ = 0.5 the variance of β̂ is π/2 times
//     as large.
//   - Studentized: (yᵢ − ŷ₍ᵢ₎) over that. It is a robust distance in standard
//     deviations from the level that a share τ lies below, not from the middle:
//     where errors are normal it lies around Φ⁻¹(1−τ), which is 0.67 for τ =
//     0.25, and only for τ = 0.5 is it comparable with Student's t.
//   - Cook: (β̂−β̂₍ᵢ₎)'X'WX(β̂−β̂₍ᵢ₎)/(p·σ̂²) (Cook 1977; for least absolute
//     deviations Elian, André & Narula 2000).
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
	tau := e.Tau
	if tau == 0 {
		tau = 0.5
	}
	if !(tau > 0 && tau < 1) {
		panic(fmt.Sprintf("regress: quantile %v is not between 0 and 1", tau))
	}
	if n := x.design.Rows(); len(y) != n {
		panic(fmt.Sprintf("regress: %d responses for %d rows", len(y), n))
	}
	q := newQuantileFit(x, y, tau)
	if err := q.solve(ctx); err != nil {
		return nil, err
	}
	if err := q.leaveOneOut(ctx); err != nil {
		return nil, err
	}
	return q.fit(ctx, y)
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

// solve finds the minimum. It is started from the rows nearest to the least
// squares fit, moved so that a share τ lies below it.
func (q *quantileFit) solve(ctx context.Context) error {
	s, x := q.s, q.x
	n, p := x.design.Rows(), s.p
	if err := ctx.Err(); err != nil {
		return err
	}
	q.recentre()
	order, errors := make([]int, n), make([]float64, n)
	for i, z := range s.z {
		order[i], errors[i] = i, z/x.rootAt(i)
	}
	slices.Sort(errors)
	if err := ctx.Err(); err != nil {
		return err
	}
	level := errors[min(n-1, int(s.tau*float64(n)))]
	distance := errors
	for i, z := range s.z {
		distance[i] = math.Abs(z - level*x.rootAt(i))
	}
	byDistance(order, distance)
	s.start(order)

	// The nudges against ties are some times the tolerance, and ever less where
	// they proved to be more than what lies between the rows; then none. Where
	// the least squares fit is far off, by an outlier, so is the tolerance at it,
	// and those for the fit found are less.
	nudges := [...]float64{4, 4, 1, 1.0 / 8, 0}
	most := 200*p + 4*n
	theta := make([]float64, p)
	for _, nudge := range nudges {
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
		// The vertex without nudges, to the last digit.
		for range 3 {
			s.vertex(theta, false)
			x.solve(theta)
			addScaled(q.centre, 1, theta)
			q.recentre()
		}
		// The basis is fitted to its own rounding, and what that leaves in θ
		// shows in every row.
		left := 0.0
		for j, i := range s.basis {
			left += q.tolerance[i] / 16 * norm2(s.inverse[j*p:(j+1)*p])
		}
		for i := range q.tolerance {
			q.tolerance[i] += left * s.norm[i]
		}
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
	q.estimate = make([]float64, p)
	for k, column := range x.pivot {
		q.estimate[column] = q.centre[k] / x.scale[k]
	}
	return nil
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

// fit fills the result.
func (q *quantileFit) fit(ctx context.Context, y []float64) (*Fit, error) {
	x, s := q.x, q.s
	n, p := x.design.Rows(), s.p
	f := &Fit{
		Estimator: Quantile{}.Name(), N: n, DF: n - p, x: x,
		Iterations: s.pivots, Converged: q.converged,
		Coefficients: make([]Coefficient, p), without: q.without,
	}
	block := make([]float64, 6*n)
	column := func() (c []float64) { c, block = block[:n:n], block[n:]; return c }
	f.Fitted, f.Residuals, f.Studentized = column(), column(), column()
	f.LeaveOneOut, f.LeaveOneOutSD, f.Cook = column(), column(), column()

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
			f.LeaveOneOutSD[i], f.Studentized[i], f.Cook[i] = math.NaN(), math.NaN(), math.NaN()
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
	for k, se := range q.standardErrors() {
		t := q.estimate[k] / se
		f.Coefficients[k] = Coefficient{
			Name: x.design.names[k], Estimate: q.estimate[k],
			SE: se, T: t, P: twoSided(t, f.DF), VIF: x.vif[k],
			HC0: se, HC1: se, HC2: se, HC3: se, HC4: se,
		}
	}
	return f, nil
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
	x, tau := q.x, q.s.tau
	b := 0.0
	if x.design.intercept {
		order, total := make([]int, len(y)), 0.0
		for i := range order {
			order[i] = i
			total += x.rootAt(i)
		}
		byDistance(order, y)
		below := 0.0
		for _, i := range order {
			b = y[i]
			if below += x.rootAt(i); below >= tau*total {
				break
			}
		}
	}
	sum := 0.0
	for i, v := range y {
		sum += x.rootAt(i) * checkLoss(tau, v-b)
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
	slices.Sort(outside)
	middle := quantileOf(outside, 0.5)
	for i, v := range outside {
		outside[i] = math.Abs(v - middle)
	}
	slices.Sort(outside)
	return quantileOf(outside, 0.5) / normalQuantile(0.75)
}

// quantileOf returns a quantile of sorted values (Hyndman & Fan 1996,
// definition 7).
func quantileOf(sorted []float64, q float64) float64 {
	at := q * float64(len(sorted)-1)
	k := int(at)
	if k == len(sorted)-1 {
		return sorted[k]
	}
	return sorted[k] + (at-float64(k))*(sorted[k+1]-sorted[k])
}

// normalQuantile returns Φ⁻¹(q).
func normalQuantile(q float64) float64 { return math.Sqrt2 * math.Erfinv(2*q-1) }

func normalDensity(z float64) float64 { return math.Exp(-z*z/2) / math.Sqrt(2*math.Pi) }

// hallSheather is the bandwidth of Hall & Sheather (1988) for a 95 % interval, in shares:
// n^(−1/3)·z₀.₉₇₅^(2/3)·(1.5·φ²/(2x²+1))^(1/3) at x = Φ⁻¹(τ), halved until it
// stays within 0 and 1 on both sides of τ.
func hallSheather(tau float64, n int) float64 {
	x := normalQuantile(tau)
	phi := normalDensity(x)
	h := math.Cbrt(1/float64(n)) * math.Pow(normalQuantile(0.975), 2.0/3) * math.Cbrt(1.5*phi*phi/(2*x*x+1))
	for tau-h < 0 || tau+h > 1 {
		h /= 2
	}
	return h
}

// standardErrors are those of Powell's sandwich, in the coordinates where X'WX
// is the identity: τ(1−τ)·H⁻².
func (q *quantileFit) standardErrors() []float64 {
	x, s := q.x, q.s
	n, p := len(s.z), s.p
	se := make([]float64, p)
	sorted := slices.Clone(s.z)
	slices.Sort(sorted)
	mean, squares := 0.0, 0.0
	for _, v := range sorted {
		mean += v / float64(n)
	}
	for _, v := range sorted {
		squares += (v - mean) * (v - mean)
	}
	spread := min(math.Sqrt(squares/float64(n-1)), (quantileOf(sorted, 0.75)-quantileOf(sorted, 0.25))/1.34)
	h := hallSheather(s.tau, n)
	h = (normalQuantile(s.tau+h) - normalQuantile(s.tau-h)) * spread

	// H and beside it the identity become the identity and H⁻¹.
	a := make([]float64, 2*p*p)
	for i, z := range s.z {
		row, density := s.row(i), normalDensity(z/h)/h
		for k, v := range row {
			addScaled(a[k*2*p:k*2*p+p], density*v, row)
		}
	}
	for k := range p {
		a[k*2*p+p+k] = 1
	}
	for k := range p { // H is positive definite: no pivoting
		pivot := a[k*2*p : (k+1)*2*p]
		scale := 1 / pivot[k]
		if !(pivot[k] > 0) {
			scale = math.NaN()
		}
		for c := range pivot {
			pivot[c] *= scale
		}
		for l := range p {
			if l != k {
				addScaled(a[l*2*p:(l+1)*2*p], -a[l*2*p+k], pivot)
			}
		}
	}
	column := make([]float64, p)
	for k := range p { // H⁻¹ is symmetric
		x.unscale(a[k*2*p+p:(k+1)*2*p], column)
		for c, v := range column {
			se[c] += v * v
		}
	}
	for c := range se {
		se[c] = math.Sqrt(s.tau * (1 - s.tau) * se[c])
	}
	return se
}
