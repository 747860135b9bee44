package expected

import (
	"math"

	"github.com/raaderum/raaderum/benchmark/internal/vector"
	"github.com/raaderum/raaderum/benchmark/regress"
)

// Area is one area as numbers.
type Area struct {
	Unit    []float64 // what each municipality spends, per unit
	Volume  []float64 // units a year
	Drivers []Driver
	// Precision of each figure; nil: 1. Without a weight above 0 a municipality is in no fit.
	Weights []float64
	// WeightsKey is the same for areas with the same weights, so that they can share
	// a factorisation.
	WeightsKey string
	Excluded   []bool // in no fit, and still given an expected level
}

// Driver is a background condition.
type Driver struct {
	ID     string // coefficients are called by it
	Values []float64
}

// Method says how an area's model is made.
type Method struct {
	Estimator regress.Estimator
	Options   regress.Options // of the estimator

	Log      bool // the model is of the logarithm of the figures
	Untested bool // no test can be made of the residuals

	MinN          int // the fewest municipalities to fit a model to
	MinNPerDriver int // the fewest municipalities for each coefficient
}

// Model is an area's model and its results. It has no expected levels before it is
// fitted. A model that was refused never has any.
type Model struct {
	Area     Area
	Method   Method
	Response []float64 // the figures on the model's scale
	Rows     []int32   // the municipalities in the fit
	Refusals []Refusal // why there is no fit; nil: there is one, or will be

	NotPositive []int32 // figures without a logarithm
	Incomplete  []int32 // without a figure, a driver or a weight
	Gamma       float64 // how fast the standard deviation falls with size; NaN: it is constant

	Fitted *regress.Fit    // nil: there is no fit
	Factor *regress.Factor // of the fit

	tailDF   int // the most degrees of freedom that the residuals' tails allow
	position []int32
	design   *design
	start    *regress.Start // of the fit's search, where one was made for the variance; nil: none
	smearing smearing
	half     halfWidths

	Tail    []float64 // see [Model.Test]
	Q, QLow []float64 // false discovery rates, for above and below; see [SetRates]
}

// New makes the model of an area. It brings the figures to the model's scale and decides
// which municipalities are in the fit. It refuses the model if they are too few.
func New(a Area, method Method) *Model {
	m := &Model{
		Area: a, Method: method, Gamma: math.NaN(),
		position: make([]int32, len(a.Unit)), tailDF: math.MaxInt, smearing: smearing{all: 1},
	}
	m.setResponse()
	m.setRows()
	m.checkFigures()
	return m
}

// setResponse brings the figures to the model's scale.
func (m *Model) setResponse() {
	m.Response = m.Area.Unit
	if !m.Method.Log {
		return
	}
	m.Response = vector.Missing(len(m.Area.Unit))
	for i, u := range m.Area.Unit {
		if u > 0 {
			m.Response[i] = math.Log(u)
		} else if !math.IsNaN(u) {
			m.NotPositive = append(m.NotPositive, int32(i))
		}
	}
}

// setRows decides which municipalities are in the fit. They have a figure, every driver
// and a weight, and are not excluded.
func (m *Model) setRows() {
	for i, y := range m.Response {
		m.position[i] = -1
		complete := !math.IsNaN(y) && (m.Area.Weights == nil || m.Area.Weights[i] > 0)
		for _, d := range m.Area.Drivers {
			complete = complete && !math.IsNaN(d.Values[i])
		}
		switch {
		case !complete:
			m.Incomplete = append(m.Incomplete, int32(i))
		case !m.Area.Excluded[i]:
			m.position[i] = int32(len(m.Rows))
			m.Rows = append(m.Rows, int32(i))
		}
	}
}

// InFit says whether a municipality is one of those that the model is fitted on.
func (m *Model) InFit(municipality int) bool { return m.position[municipality] >= 0 }

// StandsOut says whether a robust estimator gave a municipality no weight.
func (m *Model) StandsOut(municipality int) bool {
	i := m.position[municipality]
	return i >= 0 && m.Fitted.Robustness != nil && m.Fitted.Robustness[i] == 0
}

// Kept returns how many of the municipalities in the fit form the expected level. These
// are all that a robust estimator did not leave out. It returns 0 if there is no fit.
func (m *Model) Kept() int {
	if m.Fitted == nil {
		return 0
	}
	return m.Fitted.DF + len(m.Fitted.Coefficients)
}

// Behind returns how many others form what is expected of a municipality.
func (m *Model) Behind(municipality int) int {
	if m.Fitted == nil {
		return 0
	}
	kept, i := m.Kept(), m.position[municipality]
	if i < 0 || kept < m.Fitted.N && m.Fitted.Robustness[i] == 0 { // it is not one of them
		return kept
	}
	return kept - 1
}

// listDrivers returns a municipality's drivers, and whether none is missing.
func (m *Model) listDrivers(municipality int) (x []float64, complete bool) {
	x = make([]float64, len(m.Area.Drivers))
	complete = true
	for k, d := range m.Area.Drivers {
		x[k] = d.Values[municipality]
		complete = complete && !math.IsNaN(x[k])
	}
	return x, complete
}

// ResponseInFit returns the figures of the municipalities in the fit, on the model's
// scale.
func (m *Model) ResponseInFit() []float64 { return vector.Pick(m.Response, m.Rows) }

// NotPositive returns the municipalities whose figure has no logarithm. There are none
// unless the model is of the logarithm.
func NotPositive(a Area, method Method) []int32 {
	m := &Model{Area: a, Method: method}
	m.setResponse()
	return m.NotPositive
}
