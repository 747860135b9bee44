package expected

import "math"

// components are the variance components of a one-way layout with random effects,
//
//	y_it = μ + u_i + e_it.
//
// The effect u_i lasts from year to year, and e_it does not. The variance of u_i is
// between. The variance of e_it is kᵢ times within.
type components struct {
	between, within float64
	// Degrees of freedom of between, see estimateComponents; 0 where that is 0.
	df float64
}

// estimateComponents estimates the components by analysis of variance. This is the method
// of moments, and it takes layouts where some figures are missing, here NaN (Searle,
// Casella & McCulloch 1992, §3.6; Swamy & Arora 1972 without regressors). A row has the
// figures of a municipality by year, and noise has the kᵢ.
//
// With T_i figures of municipality i, a municipalities, N = ΣT_i and w_i = T_i/k_i,
//
//	MSW = Σ(y_it − ȳ_i)²/k_i / (N − a),  MSB = Σw_i(ȳ_i − ȳ)²/(a − 1),  ȳ = Σw_iȳ_i/Σw_i,
//	σ²_e = MSW,  σ²_u = max(0, (MSB − MSW)/n₀),  n₀ = (Σw_i − Σw_i²/Σw_i)/(a − 1).
//
// If every k_i is 1, all municipalities have the same number of figures and σ²_u is
// positive, these are the estimates of restricted maximum likelihood. Both are NaN if
// there are fewer than two municipalities or none has two figures.
//
// The degrees of freedom of σ²_u are Satterthwaite's (1946) for the difference of two
// mean squares:
//
//	(MSB − MSW)²/(MSB²/(a−1) + MSW²/(N−a)).
func estimateComponents(rows [][]float64, noise []float64) components {
	var years, weight, squares, sum, a float64
	for i, row := range rows {
		if t, total := countKnown(row); t > 0 {
			w := t / noise[i]
			a, years = a+1, years+t
			weight, squares, sum = weight+w, squares+w*w, sum+total/noise[i]
		}
	}
	if a < 2 || years == a {
		return components{math.NaN(), math.NaN(), 0}
	}
	var between, within float64
	for i, row := range rows {
		t, total := countKnown(row)
		if t == 0 {
			continue
		}
		mean := total / t
		between += t / noise[i] * (mean - sum/weight) * (mean - sum/weight)
		for _, v := range row {
			if !math.IsNaN(v) {
				within += (v - mean) * (v - mean) / noise[i]
			}
		}
	}
	within /= years - a
	between /= a - 1
	lasts := max(0, between-within)
	return components{
		between: lasts * (a - 1) / (weight - squares/weight), within: within,
		df: lasts * lasts / (between*between/(a-1) + within*within/(years-a)),
	}
}

// countKnown counts and sums the figures that are not missing.
func countKnown(row []float64) (n, sum float64) {
	for _, v := range row {
		if !math.IsNaN(v) {
			n, sum = n+1, sum+v
		}
	}
	return n, sum
}

// findReliability returns λ = σ²_u/(σ²_u + σ²_e/w). It is the share of the variance of a
// mean of w = T/k figures that lasts.
func (v components) findReliability(w float64) float64 {
	if v.between == 0 {
		return 0
	}
	return v.between / (v.between + v.within/w)
}
