package benchmark

import (
	"slices"
	"strconv"

	"github.com/raaderum/raaderum/lang"
)

// listCorrectionReservations returns the warnings that a municipality's figure is corrected,
// and that only some of the years it is followed through are.
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

// splitYears divides the years that a municipality is followed through into those whose
// figure is corrected and those whose figure is as it was read.
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

// warnOfCorrectedYears names those whose development is of figures that are
// corrected in some years and not in others.
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

// listTargetReservations returns the warning of a target that is not above zero. The
// headroom is then all of the spending or more.
func (c *comparison) listTargetReservations(row *Row) []WarningCode {
	if row.Target.Level <= 0 {
		return []WarningCode{TargetBelowZero}
	}
	return nil
}
