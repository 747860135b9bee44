package benchmark

import "math"

// components are the variance components of a one-way layout with random
// effects, y_it = μ + u_i + e_it: what lasts from year to year, and what does
// not.
type components struct{ between, within float64 }

// varianceComponents estimates them by analysis of variance, the method of
// moments for layouts where some figures (NaN) are missing (Searle, Casella &
// McCulloch 1992, §3.6; Swamy & Arora 1972 without regressors). With T_i figures
// of municipality i, N = ΣT_i and a municipalities,
//
//	MSW = Σ(y_it − ȳ_i)²/(N − a),  MSB = ΣT_i(ȳ_i − ȳ)²/(a − 1),
//	σ²_e = MSW,  σ²_u = max(0, (MSB − MSW)/n₀),  n₀ = (N − ΣT_i²/N)/(a − 1).
//
// Where as many figures stand behind every municipality and σ²_u is positive,
// these are the estimates of restricted maximum likelihood. Both are NaN with
// fewer than two municipalities, or no municipality with two figures.
func varianceComponents(rows [][]float64) components {
	var n, squares, sum, a float64
	for _, row := range rows {
		t, total := known(row)
		if t > 0 {
			a, n, squares, sum = a+1, n+t, squares+t*t, sum+total
		}
	}
	if a < 2 || n == a {
		return components{math.NaN(), math.NaN()}
	}
	var between, within float64
	for _, row := range rows {
		t, total := known(row)
		if t == 0 {
			continue
		}
		mean := total / t
		between += t * (mean - sum/n) * (mean - sum/n)
		for _, v := range row {
			if !math.IsNaN(v) {
				within += (v - mean) * (v - mean)
			}
		}
	}
	within /= n - a
	between /= a - 1
	return components{between: max(0, (between-within)*(a-1)/(n-squares/n)), within: within}
}

// known counts and sums the figures that are not missing.
func known(row []float64) (n, sum float64) {
	for _, v := range row {
		if !math.IsNaN(v) {
			n, sum = n+1, sum+v
		}
	}
	return n, sum
}

// reliability is λ = σ²_u/(σ²_u + σ²_e/T), the share of the variance of a mean
// of T figures that lasts.
func (v components) reliability(t float64) float64 {
	if v.between == 0 {
		return 0
	}
	return v.between / (v.between + v.within/t)
}
