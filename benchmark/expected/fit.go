package expected

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"strings"
	"sync"

	"github.com/raaderum/raaderum/benchmark/internal/vector"
	"github.com/raaderum/raaderum/benchmark/regress"
	"golang.org/x/sync/errgroup"
)

// Fit fits the models that were not refused, on all processors. Areas with the same
// drivers, weights and municipalities share a factorisation. What the data do not
// allow becomes a [Refusal]; the error is the context's.
func Fit(ctx context.Context, models []*Model) error {
	firsts := map[string]*Model{} // by the key of their designs
	for _, m := range models {
		if m.Refused() {
			continue
		}
		key := m.makeDesignKey()
		first := firsts[key]
		if first == nil {
			m.design = newDesign(m)
			firsts[key] = m
			continue
		}
		// The key says that they have the same municipalities, so one list is enough.
		m.design, m.Rows, m.position = first.design, first.Rows, first.position
	}
	return forEachModel(ctx, models, (*Model).fit)
}

// forEachModel calls do for every model that was not refused, on all processors.
func forEachModel(
	ctx context.Context, models []*Model, do func(*Model, context.Context) error,
) error {
	g, ctx := errgroup.WithContext(ctx)
	g.SetLimit(runtime.GOMAXPROCS(0))
	for _, m := range models {
		if m.Refused() {
			continue
		}
		g.Go(func() error {
			if err := ctx.Err(); err != nil {
				return err
			}
			return do(m, ctx)
		})
	}
	return g.Wait()
}

// FitAlone fits one model.
func (m *Model) FitAlone(ctx context.Context) error {
	if m.Refused() {
		return nil
	}
	m.design = newDesign(m)
	return m.fit(ctx)
}

// design is a factorisation that models share, made by the first that asks.
type design struct {
	factor func() (*regress.Factor, error)
}

func newDesign(m *Model) *design {
	return &design{factor: sync.OnceValues(func() (*regress.Factor, error) {
		names, columns := m.listColumns()
		var weights []float64
		if m.Area.Weights != nil {
			weights = vector.Pick(m.Area.Weights, m.Rows)
		}
		return regress.Factorize(regress.NewDesign(len(m.Rows), names, columns), weights)
	})}
}

// makeDesignKey returns a key that is the same for models that can share a factorisation.
func (m *Model) makeDesignKey() string {
	var b strings.Builder
	for _, d := range m.Area.Drivers {
		fmt.Fprintf(&b, "%q ", d.ID)
	}
	fmt.Fprintf(&b, "%q ", m.Area.WeightsKey)
	bits := make([]byte, (len(m.position)+7)/8)
	for _, i := range m.Rows {
		bits[i/8] |= 1 << (i % 8)
	}
	b.Write(bits)
	return b.String()
}

// listColumns returns the drivers of the rows in the fit, and their IDs.
func (m *Model) listColumns() (names []string, columns [][]float64) {
	for _, d := range m.Area.Drivers {
		names, columns = append(names, d.ID), append(columns, vector.Pick(d.Values, m.Rows))
	}
	return names, columns
}

// fit fits the model.
func (m *Model) fit(ctx context.Context) error {
	factor, err := m.design.factor()
	var dependent *regress.RankError
	if errors.As(err, &dependent) {
		m.Refuse(Refusal{Why: Dependent, Driver: dependent.Column, Of: dependent.Of})
		return nil
	}
	var fit *regress.Fit
	if err == nil {
		options := m.Method.Options
		options.Start = m.start
		fit, err = m.Method.Estimator.With(options).
			Fit(ctx, factor, vector.Pick(m.Response, m.Rows))
	}
	switch {
	case ctx.Err() != nil:
		return ctx.Err()
	case err != nil:
		m.Refuse(Refusal{Why: NotFitted})
		return nil
	case m.hasNoSpread(fit):
		m.Refuse(Refusal{Why: NoSpread})
		return nil
	case fit.R2 > 1-1e-15:
		m.Refuse(Refusal{Why: Perfect})
		return nil
	}
	m.Fitted, m.Factor = fit, factor
	if m.Method.Log {
		m.smear()
	}
	return nil
}
