package benchmark

import (
	"math"

	"github.com/raaderum/raaderum/benchmark/expected"
	"github.com/raaderum/raaderum/lang"
)

// explainLevel explains a municipality's expected level: the others' mean and what
// each driver adds, which sum to it. Nil where there is no level.
func (c *comparison) explainLevel(m int, e *expected.Expectation) []Contribution {
	if math.IsNaN(e.Level) {
		return nil
	}
	base, parts := c.numbers.Contributions(m, e.Level)
	list := append(make([]Contribution, 0, 1+len(parts)),
		Contribution{Name: OthersMean, Value: base})
	for k, d := range c.drivers {
		list = append(list, Contribution{Name: d.id, Value: parts[k]})
	}
	return list
}

// listReservations returns the warnings that an expected level is to be read with.
func (c *comparison) listReservations(e *expected.Expectation) (codes []WarningCode) {
	if c.numbers.Fitted == nil {
		return nil
	}
	if e.Leverage > c.numbers.FarLimit() {
		codes = append(codes, Extrapolation)
	}
	if e.Level <= 0 {
		codes = append(codes, NegativeExpected)
	}
	if c.numbers.ExplainsNothing() {
		codes = append(codes, ExplainsNothing)
	}
	return codes
}

// warnOfExpected warns of the municipalities whose expected level is to be read with
// reservation.
func (c *comparison) warnOfExpected() (list []Warning) {
	for m, who := range c.data.Municipalities() {
		e := c.numbers.Expect(m)
		for _, code := range c.listReservations(&e) {
			w := Warning{Code: code, Area: c.area.ID, Municipality: who.Code}
			switch code {
			case Extrapolation:
				leverage := lang.Number{Value: e.Leverage, Decimals: 2}
				limit := lang.Number{Value: c.numbers.FarLimit(), Decimals: 2}
				w.message = extrapolation.With(who.Name, c.area.Name, leverage, limit)
			case NegativeExpected:
				w.message = negativeExpected.With(who.Name, c.area.Name)
			default:
				continue // of the model as a whole, which has the warning
			}
			list = append(list, w)
		}
	}
	return list
}
