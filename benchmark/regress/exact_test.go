package regress_test

import (
	"math"
	"math/big"
	"math/rand/v2"
	"strconv"
	"testing"
)

// An exactFit is a least-squares fit in fractions. It solves the normal equations by
// Gauss-Jordan elimination, and rounds nothing until the results become numbers.
type exactFit struct {
	estimate, se, hc3              []float64
	fitted, residual, hat, deleted []float64 // deleted is eᵢ/(1−hᵢ)
	sigma, press                   float64
}

// fitExactly fits in fractions.
func fitExactly(names []string, x [][]float64, y, weights []float64) exactFit {
	n, p := len(y), len(names)+1
	rat := func(v float64) *big.Rat { return new(big.Rat).SetFloat64(v) }
	mul := func(a, b *big.Rat) *big.Rat { return new(big.Rat).Mul(a, b) }
	design, w, response := make([][]*big.Rat, n), make([]*big.Rat, n), make([]*big.Rat, n)
	for i := range n {
		design[i] = []*big.Rat{rat(1)}
		for _, c := range x {
			design[i] = append(design[i], rat(c[i]))
		}
		w[i], response[i] = rat(1), rat(y[i])
		if weights != nil {
			w[i] = rat(weights[i])
		}
	}
	// X'WX beside the identity becomes the identity beside its inverse.
	a := make([][]*big.Rat, p)
	for j := range p {
		a[j] = make([]*big.Rat, 2*p)
		for k := range 2 * p {
			a[j][k] = new(big.Rat)
			for i := 0; i < n && k < p; i++ {
				a[j][k].Add(a[j][k], mul(w[i], mul(design[i][j], design[i][k])))
			}
		}
		a[j][p+j] = rat(1)
	}
	for k := range p {
		for j := k; j < p; j++ {
			if a[j][k].Sign() != 0 {
				a[k], a[j] = a[j], a[k]
				break
			}
		}
		inverse := new(big.Rat).Inv(a[k][k])
		for c := range a[k] {
			a[k][c] = mul(a[k][c], inverse)
		}
		for j := range p {
			if j == k {
				continue
			}
			factor := new(big.Rat).Set(a[j][k])
			for c := range a[j] {
				a[j][c] = new(big.Rat).Sub(a[j][c], mul(factor, a[k][c]))
			}
		}
	}
	beta := make([]*big.Rat, p)
	for j := range p {
		beta[j] = new(big.Rat)
		for k := range p {
			for i := range n {
				beta[j].Add(beta[j], mul(a[j][p+k], mul(w[i], mul(design[i][k], response[i]))))
			}
		}
	}
	number := func(v *big.Rat) float64 { f, _ := v.Float64(); return f }
	var f exactFit
	rss, press := new(big.Rat), new(big.Rat)
	robust := make([]*big.Rat, p)
	for j := range robust {
		robust[j] = new(big.Rat)
	}
	for i := range n {
		fitted, h := new(big.Rat), new(big.Rat)
		solved := make([]*big.Rat, p) // (X'WX)⁻¹xᵢwᵢ
		for j := range p {
			fitted.Add(fitted, mul(design[i][j], beta[j]))
			solved[j] = new(big.Rat)
			for k := range p {
				solved[j].Add(solved[j], mul(w[i], mul(a[j][p+k], design[i][k])))
			}
			h.Add(h, mul(design[i][j], solved[j]))
		}
		e := new(big.Rat).Sub(response[i], fitted)
		deleted := new(big.Rat).Quo(e, new(big.Rat).Sub(rat(1), h))
		for j := range p {
			robust[j].Add(robust[j], mul(mul(solved[j], deleted), mul(solved[j], deleted)))
		}
		rss.Add(rss, mul(w[i], mul(e, e)))
		press.Add(press, mul(w[i], mul(deleted, deleted)))
		f.fitted, f.residual = append(f.fitted, number(fitted)), append(f.residual, number(e))
		f.hat, f.deleted = append(f.hat, number(h)), append(f.deleted, number(deleted))
	}
	f.press = number(press)
	f.sigma = math.Sqrt(number(rss) / float64(n-p))
	for j := range p {
		f.estimate = append(f.estimate, number(beta[j]))
		f.se = append(f.se, f.sigma*math.Sqrt(number(a[j][p+j])))
		f.hc3 = append(f.hc3, math.Sqrt(number(robust[j])))
	}
	return f
}

// TestExact compares with fits in fractions, with weights and without.
func TestExact(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 7))
	for range 20 {
		n, p := 8+r.IntN(10), 1+r.IntN(4)
		var names []string
		var x [][]float64
		y, weights := make([]float64, n), make([]float64, n)
		for k := range p {
			names, x = append(names, "x"+strconv.Itoa(k)), append(x, make([]float64, n))
			for i := range n {
				x[k][i] = float64(r.IntN(100)) - 20*float64(k)
			}
		}
		for i := range y {
			y[i], weights[i] = float64(r.IntN(1000)), float64(1+r.IntN(9))
		}
		compareExact(t, names, x, y, nil, 1e-12)
		compareExact(t, names, x, y, weights, 1e-12)
	}
}

// TestExactLongley shows why TestReference allows R more than 1e-8 on that data set: the
// fit in fractions agrees with this package to more than ten digits.
func TestExactLongley(t *testing.T) {
	path := shared(t, "reference/r/datasets_longley.csv")
	d := readDataset(t, path, "datasets_longley")
	names, x, y := d.model(t,
		"Employed ~ GNP.deflator + GNP + Unemployed + Armed.Forces + Population + Year")
	if len(y) != 16 {
		t.Fatalf("%d rows, want 16", len(y))
	}
	compareExact(t, names, x, y, nil, 1e-10)
}

// compareExact compares a fit with the one in fractions.
func compareExact(t *testing.T, names []string, x [][]float64, y, weights []float64,
	tolerance float64) {
	t.Helper()
	got, want := fit(t, names, x, y, weights), fitExactly(names, x, y, weights)
	for k, c := range got.Coefficients {
		// An estimate that is near zero is as sure as its standard error.
		compare(t, "estimate of "+c.Name, c.Estimate, want.estimate[k], tolerance, want.se[k])
		compare(t, "se of "+c.Name, c.SE, want.se[k], tolerance, 0)
		compare(t, "HC3 of "+c.Name, c.HC3, want.hc3[k], tolerance, 0)
	}
	compare(t, "sigma", got.Sigma, want.sigma, tolerance, 0)
	compare(t, "press", got.PRESS, want.press, tolerance, 0)
	scale := largest(y)
	compareAll(t, "fitted", got.Fitted, want.fitted, tolerance, scale)
	compareAll(t, "residuals", got.Residuals, want.residual, tolerance, scale)
	compareAll(t, "leverage", got.Factor().Leverage(), want.hat, tolerance, 1)
	for i := range y {
		compare(t, "leave-one-out", got.LeaveOneOut[i], y[i]-want.deleted[i], tolerance, scale)
	}
}
