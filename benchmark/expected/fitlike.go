package expected

import (
	"context"
	"errors"
	"math"
	"slices"

	"github.com/raaderum/raaderum/benchmark/internal/vector"
	"github.com/raaderum/raaderum/benchmark/regress"
)

// With returns an unfitted model of other figures, such as an area's activity. It has the
// drivers, the municipalities and the scale of the first model. [Model.FitLike] fits it
// to the municipalities that have a figure.
func (m *Model) With(unit []float64) *Model {
	other := &Model{
		Area: m.Area, Method: m.Method, Gamma: m.Gamma, Rows: m.Rows, position: m.position,
		Factor: m.Factor, tailDF: math.MaxInt, smearing: smearing{all: 1},
	}
	other.Area.Unit = unit
	other.setResponse()
	return other
}

// FiguresInFit returns how many municipalities in the fit have a figure.
func (m *Model) FiguresInFit() (n int) {
	for _, i := range m.Rows {
		if !math.IsNaN(m.Response[i]) {
			n++
		}
	}
	return n
}

// Needed returns the fewest municipalities with a figure that the model can be fitted to.
func (m *Model) Needed() int { return max(m.Method.MinN, m.Method.Needed(m.Columns())) }

// IsConstant says whether the figures in the fit are all the same.
func (m *Model) IsConstant() bool {
	return regress.IsConstant(slices.DeleteFunc(vector.Pick(m.Response, m.Rows), math.IsNaN))
}

// errNoMinimum is the error of a quantile that was not proved to be the minimum.
var errNoMinimum = errors.New("expected: no proof of a minimum")

// FitLike fits the model with the weights that the fit of first ended with, where first
// is the model that [Model.With] made this one from. The expected levels of both are then
// the same linear function of their figures, so that the quotient of the levels is
// consistent with the quotient of the figures. The errors are the context's and those of
// an estimator that finds no model.
func (m *Model) FitLike(ctx context.Context, first *Model) (err error) {
	if !m.Method.Estimator.Traits().Reweighted {
		m.Fitted, err = m.fitAnew(ctx)
	} else {
		m.Fitted, err = first.Fitted.FitAgain(ctx, first.Factor, vector.Pick(m.Response, m.Rows))
	}
	if err == nil && m.Method.Log {
		m.smear()
	}
	return err
}

// isQuantile says whether the model is of a quantile and not of a mean.
func (m *Model) isQuantile() bool {
	return m.Method.Estimator.Traits().Tau > 0
}

// fitAnew fits with an estimator that has no weights to take over, such as that of a
// quantile, to the municipalities that have a figure.
func (m *Model) fitAnew(ctx context.Context) (*regress.Fit, error) {
	if m.FiguresInFit() < len(m.Rows) {
		rows := m.Rows
		m.Rows, m.position = nil, slices.Clone(m.position)
		for _, i := range rows {
			m.position[i] = -1
			if !math.IsNaN(m.Response[i]) {
				m.position[i] = int32(len(m.Rows))
				m.Rows = append(m.Rows, i)
			}
		}
		var err error
		if m.Factor, err = newDesign(m).factor(); err != nil {
			return nil, err
		}
	}
	estimator := m.Method.Estimator.With(m.Method.Options)
	fit, err := estimator.Fit(ctx, m.Factor, vector.Pick(m.Response, m.Rows))
	if err == nil && !fit.Converged {
		err = errNoMinimum
	}
	return fit, err
}
