package regress_test

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/raaderum/raaderum/benchmark/regress"
	"github.com/raaderum/raaderum/benchmark/regress/internal/regresstest"
	"pgregory.net/rapid"
)

// drawn is a random model. The tolerances below are for rounding: some hundred units in
// the last place of the largest response.
type drawn struct {
	names      []string
	x          [][]float64
	y, weights []float64
}

// draw draws a model.
func draw(t *rapid.T) drawn {
	p := rapid.IntRange(1, 5).Draw(t, "drivers")
	n := rapid.IntRange(2*p+6, 50).Draw(t, "rows")
	var d drawn
	d.names, d.x, d.y, d.weights = random(rapid.Uint64().Draw(t, "seed"), n, p)
	if !rapid.Bool().Draw(t, "weighted") {
		d.weights = nil
	}
	return d
}

func (d drawn) fit(t *rapid.T) *regress.Fit { return fit(t, d.names, d.x, d.y, d.weights) }

// sameFits compares everything of two fits that does not depend on the order of the
// columns.
func sameFits(t regresstest.Errorer, got, want *regress.Fit, tolerance float64) {
	t.Helper()
	for k, c := range want.Coefficients {
		compare(t, "estimate of "+c.Name, got.Coefficients[k].Estimate, c.Estimate, tolerance, c.SE)
		compare(t, "se of "+c.Name, got.Coefficients[k].SE, c.SE, tolerance, 0)
		compare(t, "HC3 of "+c.Name, got.Coefficients[k].HC3, c.HC3, tolerance, 0)
	}
	sameRows(t, got, want, tolerance)
}

// sameRows compares what two fits say of each row.
func sameRows(t regresstest.Errorer, got, want *regress.Fit, tolerance float64) {
	t.Helper()
	scale := largest(want.Fitted)
	compare(t, "sigma", got.Sigma, want.Sigma, tolerance, 0)
	compare(t, "r2", got.R2, want.R2, tolerance, 1)
	compare(t, "adj r2", got.AdjR2, want.AdjR2, tolerance, 1)
	compare(t, "loo r2", got.LooR2, want.LooR2, tolerance, 1)
	compare(t, "press", got.PRESS, want.PRESS, tolerance, 0)
	compareAll(t, "fitted", got.Fitted, want.Fitted, tolerance, scale)
	compareAll(t, "residuals", got.Residuals, want.Residuals, tolerance, scale)
	compareAll(t, "leave-one-out", got.LeaveOneOut, want.LeaveOneOut, tolerance, scale)
	compareAll(t, "its standard deviation", got.LeaveOneOutSD, want.LeaveOneOutSD, tolerance, scale)
	compareAll(t, "studentised", got.Studentized, want.Studentized, tolerance, scale/want.Sigma)
	compareAll(t, "Cook", got.Cook, want.Cook, tolerance, scale/want.Sigma)
	compareAll(t, "leverage", got.Factor().Leverage(), want.Factor().Leverage(), tolerance, 1)
}

const rounding = 1e-10

// TestResponseScaled checks that a response in other units scales everything that has its
// units, and leaves the rest.
func TestResponseScaled(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := draw(t)
		by := rapid.SampledFrom([]float64{1e-6, 0.001, 3, 1000, 1e9, -1}).Draw(t, "by")
		before := d.fit(t)
		y := make([]float64, len(d.y))
		for i, v := range d.y {
			y[i] = by * v
		}
		after := fit(t, d.names, d.x, y, d.weights)
		for k, c := range before.Coefficients {
			compare(t, "estimate of "+c.Name, after.Coefficients[k].Estimate, by*c.Estimate,
				rounding, math.Abs(by)*c.SE)
			compare(t, "se of "+c.Name, after.Coefficients[k].SE, math.Abs(by)*c.SE, rounding, 0)
			compare(t, "HC3 of "+c.Name, after.Coefficients[k].HC3, math.Abs(by)*c.HC3, rounding, 0)
		}
		scale := largest(y)
		compare(t, "sigma", after.Sigma, math.Abs(by)*before.Sigma, rounding, 0)
		compare(t, "press", after.PRESS, by*by*before.PRESS, rounding, 0)
		compare(t, "r2", after.R2, before.R2, rounding, 1)
		compare(t, "loo r2", after.LooR2, before.LooR2, rounding, 1)
		for i := range y {
			compare(t, "leave-one-out", after.LeaveOneOut[i], by*before.LeaveOneOut[i], rounding,
				scale)
			compare(t, "its standard deviation", after.LeaveOneOutSD[i],
				math.Abs(by)*before.LeaveOneOutSD[i], rounding, 0)
			compare(t, "studentised", after.Studentized[i],
				math.Copysign(1, by)*before.Studentized[i], rounding, scale/after.Sigma)
			compare(t, "Cook", after.Cook[i], before.Cook[i], rounding, scale/after.Sigma)
		}
	})
}

// TestColumnScaled checks that a driver in other units changes its own coefficient and
// nothing else.
func TestColumnScaled(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := draw(t)
		k := rapid.IntRange(0, len(d.x)-1).Draw(t, "column")
		by := rapid.SampledFrom([]float64{10, 1e-9, 1e6, -0.3}).Draw(t, "by")
		before := d.fit(t)
		x := slices.Clone(d.x)
		x[k] = make([]float64, len(d.y))
		for i, v := range d.x[k] {
			x[k][i] = by * v
		}
		after := fit(t, d.names, x, d.y, d.weights)
		c := &after.Coefficients[k+1]
		c.Estimate, c.SE, c.HC3 = c.Estimate*by, c.SE*math.Abs(by), c.HC3*math.Abs(by)
		sameFits(t, after, before, rounding)
		compareAll(t, "vif", after.Factor().VIF(), before.Factor().VIF(), rounding, 0)
	})
}

// permuted returns the same with the rows in another order, and where each was.
func (d drawn) permute(t *rapid.T) (drawn, []int) {
	order := rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "order"), 3)).Perm(len(d.y))
	other := drawn{d.names, nil, rearrange(d.y, order), rearrange(d.weights, order)}
	for _, c := range d.x {
		other.x = append(other.x, rearrange(c, order))
	}
	return other, order
}

// rearrange returns values in another order; nil for nil.
func rearrange(values []float64, order []int) []float64 {
	if values == nil {
		return nil
	}
	list := make([]float64, len(order))
	for i, from := range order {
		list[i] = values[from]
	}
	return list
}

// TestRowsPermuted checks that the order of the rows does not matter.
func TestRowsPermuted(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := draw(t)
		other, order := d.permute(t)
		before, after := d.fit(t), other.fit(t)
		permuted := func(values []float64) []float64 { return rearrange(values, order) }
		for k, c := range before.Coefficients {
			compare(t, "estimate of "+c.Name, after.Coefficients[k].Estimate, c.Estimate, rounding,
				c.SE)
			compare(t, "HC3 of "+c.Name, after.Coefficients[k].HC3, c.HC3, rounding, 0)
		}
		scale := largest(d.y)
		compareAll(t, "fitted", after.Fitted, permuted(before.Fitted), rounding, scale)
		compareAll(t, "leave-one-out", after.LeaveOneOut, permuted(before.LeaveOneOut), rounding,
			scale)
		compareAll(t, "leverage", after.Factor().Leverage(), permuted(before.Factor().Leverage()),
			rounding, 1)
		compareAll(t, "Cook", after.Cook, permuted(before.Cook), rounding, scale/before.Sigma)
	})
}

// TestResponseShifted checks that to add an amount to every response moves the intercept
// alone.
func TestResponseShifted(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := draw(t)
		by := rapid.SampledFrom([]float64{1, -100, 1000}).Draw(t, "by")
		before := d.fit(t)
		y := make([]float64, len(d.y))
		for i, v := range d.y {
			y[i] = v + by
		}
		after := fit(t, d.names, d.x, y, d.weights)
		after.Coefficients[0].Estimate -= by
		for i := range y {
			after.Fitted[i] -= by
			after.LeaveOneOut[i] -= by
		}
		sameFits(t, after, before, rounding)
	})
}

// TestColumnsPermuted checks that the order of the drivers does not matter.
func TestColumnsPermuted(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := draw(t)
		order := rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "order"), 4)).Perm(len(d.x))
		names, x := make([]string, len(d.x)), make([][]float64, len(d.x))
		for k, from := range order {
			names[k], x[k] = d.names[from], d.x[from]
		}
		before, after := d.fit(t), fit(t, names, x, d.y, d.weights)
		sameRows(t, after, before, rounding)
		for k, from := range order {
			got, want := after.Coefficients[k+1], before.Coefficients[from+1]
			compare(t, "estimate of "+want.Name, got.Estimate, want.Estimate, rounding, want.SE)
			compare(t, "se of "+want.Name, got.SE, want.SE, rounding, 0)
			compare(t, "HC3 of "+want.Name, got.HC3, want.HC3, rounding, 0)
			compare(t, "vif of "+want.Name, after.Factor().VIF()[k+1],
				before.Factor().VIF()[from+1], rounding, 0)
		}
	})
}

// TestWeightsScaled checks that only the ratios of the weights matter to what is
// expected.
func TestWeightsScaled(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := draw(t)
		if d.weights == nil {
			return
		}
		by := rapid.SampledFrom([]float64{1e-6, 4, 1e7}).Draw(t, "by")
		before := d.fit(t)
		weights := make([]float64, len(d.weights))
		for i, w := range d.weights {
			weights[i] = by * w
		}
		after := fit(t, d.names, d.x, d.y, weights)
		compare(t, "sigma", after.Sigma, math.Sqrt(by)*before.Sigma, rounding, 0)
		compare(t, "press", after.PRESS, by*before.PRESS, rounding, 0)
		after.Sigma, after.PRESS = before.Sigma, before.PRESS
		sameFits(t, after, before, rounding)
	})
}
