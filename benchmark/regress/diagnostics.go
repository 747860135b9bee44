package regress

import (
	"math"

	"gonum.org/v1/gonum/stat/distuv"
)

// Test is a test of a fit: what was found, the degrees of freedom of its
// distribution, and the p-value.
type Test struct {
	Stat float64
	DF1  int
	DF2  int // 0 for a χ² test
	P    float64
}

// twoSided is the two-sided p-value of Student's t.
func twoSided(t float64, df int) float64 {
	if df < 1 || math.IsNaN(t) {
		return math.NaN()
	}
	return 2 * distuv.StudentsT{Sigma: 1, Nu: float64(df)}.Survival(math.Abs(t))
}

// BreuschPagan tests whether the variance of the errors follows the drivers:
// n·R² of the regression of the squared residuals √wᵢ·eᵢ on the design, χ²
// with p−1 degrees of freedom (Breusch & Pagan 1979, studentised by Koenker
// 1981; without weights R: lmtest::bptest).
func (f *Fit) BreuschPagan() Test {
	n, p := f.N, len(f.Coefficients)
	squared := make([]float64, n)
	mean := 0.0
	for i, e := range f.Residuals {
		squared[i] = f.x.weightAt(i) * e * e
		mean += squared[i] / float64(n)
	}
	// The design's columns are those of the unweighted model. Where there are
	// weights, they need a factor of their own.
	x := f.x
	if x.weights != nil {
		unweighted, err := Factorize(x.design, nil)
		if err != nil {
			return Test{Stat: math.NaN(), DF1: p - 1, P: math.NaN()}
		}
		x = unweighted
	}
	rest := make([]float64, n)
	x.split(squared, make([]float64, p), rest)
	total := 0.0
	for _, v := range squared {
		total += (v - mean) * (v - mean)
	}
	t := Test{Stat: float64(n) * (1 - dot(rest, rest)/total), DF1: p - 1}
	if t.DF1 < 1 {
		t.Stat, t.P = math.NaN(), math.NaN()
		return t
	}
	t.P = distuv.ChiSquared{K: float64(t.DF1)}.Survival(t.Stat)
	return t
}

// RESET tests whether the model is bent: the F test of adding the squares and
// cubes of the fitted values (Ramsey 1969; R: lmtest::resettest, power 2:3,
// type "fitted"). NaN where they add nothing that the drivers do not span.
func (f *Fit) RESET() Test {
	p := len(f.Coefficients)
	t := Test{DF1: 2, DF2: f.N - p - 2}
	if t.DF2 < 1 {
		t.Stat, t.P = math.NaN(), math.NaN()
		return t
	}
	// The powers of any line through the fitted values span the same as their
	// own; those of values around zero keep more digits.
	mean, largest := 0.0, 0.0
	for _, v := range f.Fitted {
		mean += v / float64(f.N)
	}
	for _, v := range f.Fitted {
		largest = max(largest, math.Abs(v-mean))
	}
	added := [2][]float64{make([]float64, f.N), make([]float64, f.N)}
	for i, v := range f.Fitted {
		u := (v - mean) / largest
		added[0][i], added[1][i] = u*u, u*u*u
	}
	e := make([]float64, f.N)
	for i, v := range f.Residuals {
		e[i] = v * f.x.rootAt(i)
	}
	before := dot(e, e)
	for k := range added {
		c := make([]float64, f.N)
		size := norm2(added[k])
		for i := range added[k] {
			added[k][i] *= f.x.rootAt(i)
		}
		f.x.split(added[k], make([]float64, p), c)
		if k == 1 {
			addScaled(c, -dot(c, added[0])/dot(added[0], added[0]), added[0])
		}
		if !(norm2(c) > 1e-10*size) {
			t.Stat, t.P = math.NaN(), math.NaN()
			return t
		}
		addScaled(e, -dot(c, e)/dot(c, c), c)
		added[k] = c
	}
	after := dot(e, e)
	t.Stat = ((before - after) / 2) / (after / float64(t.DF2))
	// The survival function of F with 2 degrees of freedom in closed form, all
	// digits of a small p kept.
	half := float64(t.DF2) / 2
	t.P = math.Exp(-half * math.Log1p(t.Stat/half))
	return t
}

// Outlier returns the row with the largest studentised residual, and the
// two-sided p-value of its size times n (Bonferroni; R: car::outlierTest), at
// most 1. The row is −1 where no residual is known.
func (f *Fit) Outlier() (row int, t, p float64) {
	row, t, p = -1, math.NaN(), math.NaN()
	for i, v := range f.Studentized {
		if !math.IsNaN(v) && (row < 0 || math.Abs(v) > math.Abs(t)) {
			row, t = i, v
		}
	}
	if row >= 0 {
		p = min(1, float64(f.N)*twoSided(t, f.DF-1))
	}
	return row, t, p
}

// logLikelihood is that of the normal model at its maximum (R: logLik).
func (f *Fit) logLikelihood() float64 {
	n := float64(f.N)
	rss, logWeights := 0.0, 0.0
	for i, e := range f.Residuals {
		w := f.x.weightAt(i)
		rss += w * e * e
		logWeights += math.Log(w)
	}
	return 0.5 * (logWeights - n*(math.Log(2*math.Pi)+1+math.Log(rss/n)))
}

// AICc is Akaike's criterion with the correction for few rows (Hurvich & Tsai
// 1989), k = p + 1 parameters with the variance: 2k − 2 log L + 2k(k+1)/(n−k−1).
func (f *Fit) AICc() float64 {
	k := float64(len(f.Coefficients) + 1)
	return 2*k - 2*f.logLikelihood() + 2*k*(k+1)/(float64(f.N)-k-1)
}

// BIC is Schwarz's criterion, k·log n − 2 log L with k = p + 1 (R: BIC).
func (f *Fit) BIC() float64 {
	return float64(len(f.Coefficients)+1)*math.Log(float64(f.N)) - 2*f.logLikelihood()
}
