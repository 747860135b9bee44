package regress

import "math"

// measure turns a least-squares fit on the weights wᵢrᵢ into one that measures
// every row against the others, where row i has the variance σ²/wᵢ that its weight
// in x gives it. The total is Σrᵢ. The scale is divided by the correction.
func (f *Fit) measure(x *Factor, y []float64, total, correction float64) {
	rss := f.Sigma * f.Sigma * float64(f.DF)
	df := total - float64(len(f.Coefficients))
	f.DF = int(df)
	f.Sigma = math.Sqrt(rss/df) / correction
	f.Scale = f.Sigma
	row := make([]float64, len(f.Coefficients))
	for i := range f.Residuals {
		if math.IsNaN(f.LeaveOneOut[i]) { // the row alone decides a coefficient
			f.Residuals[i] = y[i] - f.Fitted[i] // NaN where the response is missing
			continue
		}
		for k := range row {
			row[k] = x.design.columns[k][i]
		}
		f.measureRow(i, row, y[i], x.weight(i), rss, df, correction)
	}
	f.AdjR2 = 1 - (1-f.R2)*x.design.totalDF(total)/df
	for k := range f.Coefficients {
		c := &f.Coefficients[k]
		c.SE = 0
		for i, r := range f.Robustness {
			s := f.x.solved[i*len(f.Coefficients)+k]
			c.SE += s * s * r
		}
		c.SE = f.Sigma * math.Sqrt(c.SE)
		c.T = c.Estimate / c.SE
		c.P = twoSided(c.T, f.DF)
		c.HC1 = c.HC0 * math.Sqrt(total/df)
	}
}

// measureRow measures row i, whose response is y and whose weight is w, against the
// others. The fit has the weighted sum of squares rss with df degrees of freedom.
func (f *Fit) measureRow(i int, row []float64, y, w, rss, df, correction float64) {
	h, r, v := f.x.leverage[i], f.Robustness[i], f.x.weight(i)
	if r == 0 { // its weight is lost in rounding, and so is its row of Q
		f.Fitted[i] = 0
		for k, c := range f.Coefficients {
			f.Fitted[i] += c.Estimate * row[k]
		}
		f.Residuals[i], h, v = y-f.Fitted[i], 0, 0
	}
	rest := 1 - h
	deleted := f.Residuals[i] / rest
	g := f.x.spreadRow(row)
	variance := rss / df
	if r > 0 {
		f.LeaveOneOut[i] = f.Fitted[i] + f.Residuals[i] - deleted
		variance = max(0, rss-v*f.Residuals[i]*deleted) / (df - r)
	} else {
		f.LeaveOneOut[i] = f.Fitted[i] // also where the response is missing
	}
	f.LeaveOneOutSD[i] = math.Sqrt(variance*(1/w+g/rest)) / correction
	f.Studentized[i] = deleted / f.LeaveOneOutSD[i]
	f.Cook[i] = v * v * deleted * deleted * g / (float64(len(f.Coefficients)) * f.Sigma * f.Sigma)
}
