package benchmark

import (
	"slices"
	"strconv"

	"github.com/raaderum/raaderum/benchmark/expected"
	"github.com/raaderum/raaderum/lang"
)

// listCorrectionReservations returns the code for a figure that is corrected. It returns
// another one if the municipality is followed through several years and only some of them
// are corrected.
func (r *Report) listCorrectionReservations(c *comparison, m int) (codes []WarningCode) {
	years := c.corrected[m]
	if slices.ContainsFunc(years, func(year int) bool { return slices.Contains(r.Years, year) }) {
		codes = append(codes, Corrected)
	}
	if corrected, not := c.splitYears(m); len(corrected) > 0 && len(not) > 0 {
		codes = append(codes, CorrectedSomeYears)
	}
	return codes
}

// splitYears divides the years that a municipality is followed through. In some its figure
// is corrected, and in the others it is as it was read.
func (c *comparison) splitYears(m int) (corrected, not lang.List) {
	if len(c.corrected[m]) == 0 || c.years == nil {
		return nil, nil
	}
	for t, year := range c.years.years {
		switch {
		case !c.years.lasting.HasDeviation(m, t):
		case slices.Contains(c.corrected[m], year):
			corrected = append(corrected, strconv.Itoa(year))
		default:
			not = append(not, strconv.Itoa(year))
		}
	}
	return corrected, not
}

// warnOfCorrectedYears warns of each municipality that is followed through years of which
// only some are corrected.
func (r *Report) warnOfCorrectedYears(c *comparison) {
	for m, who := range r.data.Municipalities() {
		if corrected, not := c.splitYears(m); len(corrected) > 0 && len(not) > 0 {
			r.Warnings = append(r.Warnings, Warning{
				Code: CorrectedSomeYears, Area: c.area.ID, Municipality: who.Code,
				message: correctedSomeYears.With(who.Name, c.area.Name, corrected, not),
			})
		}
	}
}

// listExpectedReservations returns the codes of the warnings to read an expected level with.
func (c *comparison) listExpectedReservations(e *expected.Expectation) (codes []WarningCode) {
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

// warnOfExpected returns the warnings to read single municipalities' expected levels with.
func (c *comparison) warnOfExpected() (list []Warning) {
	for m, who := range c.data.Municipalities() {
		e := c.numbers.Expect(m)
		for _, code := range c.listExpectedReservations(&e) {
			w := Warning{Code: code, Area: c.area.ID, Municipality: who.Code}
			switch code {
			case Extrapolation:
				leverage := lang.Number{Value: e.Leverage, Decimals: 2}
				limit := lang.Number{Value: c.numbers.FarLimit(), Decimals: 2}
				w.message = extrapolation.With(who.Name, c.area.Name, leverage, limit)
			case NegativeExpected:
				w.message = negativeExpected.With(who.Name, c.area.Name)
			default:
				continue // the warning is about the model as a whole, and stands there
			}
			list = append(list, w)
		}
	}
	return list
}

// listTargetReservations returns the code for a target that is not above zero. The headroom
// is then all of the spending or more.
func (c *comparison) listTargetReservations(row *Row) []WarningCode {
	if row.Target.Level <= 0 {
		return []WarningCode{TargetBelowZero}
	}
	return nil
}
