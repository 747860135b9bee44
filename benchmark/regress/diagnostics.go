package regress

import (
	"math"

	"github.com/raaderum/raaderum/benchmark/internal/vector"
	"gonum.org/v1/gonum/stat/distuv"
)

// A Test is a test of a fit: the statistic, the degrees of freedom of its
// distribution, and the p-value.
type Test struct {
	Stat float64
	DF1  int
	DF2  int // 0 for a χ² test
	P    float64
}

// twoSided returns the two-sided p-value of Student's t.
func twoSided(t float64, df int) float64 {
	if df < 1 || math.IsNaN(t) {
		return math.NaN()
	}
	return 2 * distuv.StudentsT{Sigma: 1, Nu: float64(df)}.Survival(math.Abs(t))
}

// BreuschPagan tests whether the variance of the errors follows the drivers. The
// statistic is n·R² of the regression of the squared residuals, √wᵢ·eᵢ squared, on
// the design. It has a χ² distribution with p−1 degrees of freedom (Breusch &
// Pagan 1979, studentised by Koenker 1981; without weights R: lmtest::bptest).
func (f *Fit) BreuschPagan() Test {
	n, p := f.N, len(f.Coefficients)
	none := Test{Stat: math.NaN(), DF1: p - 1, P: math.NaN()}
	if p < 2 {
		return none
	}
	squared := make([]float64, n)
	mean := 0.0
	for i, e := range f.Residuals {
		squared[i] = f.x.weight(i) * e * e
		mean += squared[i] / float64(n)
	}
	x := f.x
	if x.weights != nil { // the squares are regressed without weights
		unweighted, err := Factorize(x.design, nil)
		if err != nil {
			return none
		}
		x = unweighted
	}
	rest := make([]float64, n)
	x.split(squared, make([]float64, p), rest)
	total := 0.0
	for _, v := range squared {
		total += (v - mean) * (v - mean)
	}
	t := Test{Stat: float64(n) * (1 - vector.Dot(rest, rest)/total), DF1: p - 1}
	t.P = distuv.ChiSquared{K: float64(t.DF1)}.Survival(t.Stat)
	return t
}

// RESET tests whether the model is bent. It is the F test of adding the squares
// and the cubes of the fitted values (Ramsey 1969; R: lmtest::resettest with power
// 2:3 and type "fitted"). It is NaN where they add nothing that the drivers do not
// span already.
func (f *Fit) RESET() Test {
	p := len(f.Coefficients)
	t := Test{Stat: math.NaN(), DF1: 2, DF2: f.N - p - 2, P: math.NaN()}
	if t.DF2 < 1 {
		return t
	}
	e := make([]float64, f.N)
	for i, v := range f.Residuals {
		e[i] = v * f.x.root(i)
	}
	before := vector.Dot(e, e)
	added := f.powersOfFitted()
	for k := range added {
		c := make([]float64, f.N)
		size := vector.Norm(added[k])
		for i := range added[k] {
			added[k][i] *= f.x.root(i)
		}
		f.x.split(added[k], make([]float64, p), c)
		if k == 1 {
			vector.AddScaled(c, -vector.Dot(c, added[0])/vector.Dot(added[0], added[0]), added[0])
		}
		if !(vector.Norm(c) > 1e-10*size) {
			return t
		}
		vector.AddScaled(e, -vector.Dot(c, e)/vector.Dot(c, c), c)
		added[k] = c
	}
	after := vector.Dot(e, e)
	t.Stat = ((before - after) / 2) / (after / float64(t.DF2))
	// With 2 degrees of freedom the survival function of F has a closed form, which
	// keeps all digits of a small p.
	half := float64(t.DF2) / 2
	t.P = math.Exp(-half * math.Log1p(t.Stat/half))
	return t
}

// powersOfFitted returns the squares and the cubes of the fitted values, moved to
// lie around 0 and scaled to at most 1. With the drivers they span what the powers
// of the values themselves do, and they keep more digits.
func (f *Fit) powersOfFitted() [2][]float64 {
	mean, largest := 0.0, 0.0
	for _, v := range f.Fitted {
		mean += v / float64(f.N)
	}
	for _, v := range f.Fitted {
		largest = max(largest, math.Abs(v-mean))
	}
	powers := [2][]float64{make([]float64, f.N), make([]float64, f.N)}
	for i, v := range f.Fitted {
		u := (v - mean) / largest
		powers[0][i], powers[1][i] = u*u, u*u*u
	}
	return powers
}

// Outlier returns the row with the largest studentised residual, that residual,
// and the two-sided p-value of its size times n, at most 1 (Bonferroni; R:
// car::outlierTest). The row is −1 where no residual is known.
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

// logLikelihood returns that of the normal model at its maximum (R: logLik).
func (f *Fit) logLikelihood() float64 {
	n := float64(f.N)
	rss, logWeights := 0.0, 0.0
	for i, e := range f.Residuals {
		w := f.x.weight(i)
		rss += w * e * e
		logWeights += math.Log(w)
	}
	return 0.5 * (logWeights - n*(math.Log(2*math.Pi)+1+math.Log(rss/n)))
}

// AICc returns Akaike's criterion with the correction for few rows (Hurvich & Tsai
// 1989): 2k − 2·log L + 2k(k+1)/(n−k−1), where k = p + 1 counts the variance as a
// parameter.
func (f *Fit) AICc() float64 {
	k := float64(len(f.Coefficients) + 1)
	return 2*k - 2*f.logLikelihood() + 2*k*(k+1)/(float64(f.N)-k-1)
}

// BIC returns Schwarz's criterion, k·log n − 2·log L with k = p + 1 (R: BIC).
func (f *Fit) BIC() float64 {
	return float64(len(f.Coefficients)+1)*math.Log(float64(f.N)) - 2*f.logLikelihood()
}
