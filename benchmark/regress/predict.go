package regress

import (
	"math"

	"github.com/raaderum/raaderum/benchmark/internal/vector"
)

// Predict returns what the fit predicts for a row that is not in it, given
// without the intercept's 1. For a row of weight w it also returns the standard
// deviation of the prediction error, σ̂·√(1/w + x'(X'WX)⁻¹x), and the leverage
// w·x'(X'WX)⁻¹x. The error has [Fit.DF] degrees of freedom.
func (f *Fit) Predict(x []float64, weight float64) (mean, sd, leverage float64) {
	row := f.x.design.completeRow(x)
	for k, c := range f.Coefficients {
		mean += c.Estimate * row[k]
	}
	h := f.x.spreadRow(row)
	return mean, f.Sigma * math.Sqrt(1/weight+h), weight * h
}

// Contributions splits the leave-one-out prediction of a row. The base is the
// others' weighted mean response. The part of each column but the intercept is
// β̂₍ᵢ₎ₖ·(xᵢₖ − x̄₍ᵢ₎ₖ), where x̄₍ᵢ₎ is the others' mean, and
//
//	β̂₍ᵢ₎ = β̂ − (X'WX)⁻¹xᵢ·wᵢeᵢ/(1−hᵢ)
//
// are the coefficients without the row. Base and parts add up to ŷ₍ᵢ₎. The parts
// are written to a slice that has a place for each.
func (f *Fit) Contributions(i int, parts []float64) (base float64) {
	p := len(f.Coefficients)
	total := f.x.total
	others := total - f.x.weight(i)
	shift := f.x.root(i) * f.Residuals[i] / (1 - f.x.leverage[i])
	base = f.LeaveOneOut[i]
	for k := 1; k < p; k++ {
		without := f.Coefficients[k].Estimate - f.x.solved[i*p+k]*shift
		if f.without != nil {
			without = f.without[i*p+k]
		}
		// xᵢ − x̄₍ᵢ₎ = (xᵢ − x̄)·Σw/(Σw − wᵢ)
		parts[k-1] = without * (f.x.design.columns[k][i] - f.x.mean[k]) * total / others
		base -= parts[k-1]
	}
	return base
}

// PredictContributions splits the prediction of a row that is not in the fit in
// the same way, around the weighted means of all rows in it.
func (f *Fit) PredictContributions(x, parts []float64) (base float64) {
	base, _, _ = f.Predict(x, 1)
	for k, c := range f.Coefficients[1:] {
		parts[k] = c.Estimate * (x[k] - f.x.mean[k+1])
		base -= parts[k]
	}
	return base
}

// ResidualsWithout writes the residuals that every row would have from the fit
// without row i: eⱼ + xⱼ'(X'WX)⁻¹xᵢ·wᵢeᵢ/(1−hᵢ). That of row i is the error of its
// leave-one-out prediction.
func (f *Fit) ResidualsWithout(i int, residuals []float64) {
	p := len(f.Coefficients)
	shift := f.x.root(i) * f.Residuals[i] / (1 - f.x.leverage[i])
	copy(residuals, f.Residuals)
	for k, s := range f.x.solved[i*p : (i+1)*p] {
		moved := s * shift
		if f.without != nil {
			moved = f.Coefficients[k].Estimate - f.without[i*p+k]
		}
		vector.AddScaled(residuals, moved, f.x.design.columns[k])
	}
}
