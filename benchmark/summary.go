package benchmark

import (
	"math"
	"slices"
	"strings"

	"github.com/raaderum/raaderum/lang"
)

// Summary says in one sentence what a row's numbers show. It tells how far the municipality is
// from what is expected, and how certain that is. It goes on with how the difference has
// lasted, in how many models it is found, and what it consists of, as far as the row has such
// evidence. Summary returns nil if there is no expected level.
func (r *Report) Summary(row *Row) lang.Localized {
	if row == nil {
		return nil
	}
	m := r.Model(row.Area)
	if m == nil || math.IsNaN(row.Difference.Kr) {
		return nil
	}
	var parts sentence
	area := lang.Localized(lang.Phrase{DA: m.Name, EN: m.Name})
	if whole := r.Model(m.PartOf); whole != nil {
		area = summaryPart.With(m.Name, whole.Name)
	}
	opening := summaryAbove.With(row.Name, formatDecimal(row.Deviation.Pct),
		formatMillions(row.Difference.Kr), area)
	switch {
	case math.IsNaN(row.Deviation.Pct): // the expected level is not above zero
		opening = summaryKr.With(row.Name,
			lang.Number{Value: row.Difference.Kr / 1e6, Decimals: 1, Signed: true}, area)
	case row.Deviation.Pct < 0:
		opening = summaryBelow.With(row.Name, formatDecimal(-row.Deviation.Pct),
			formatMillions(-row.Difference.Kr), area)
	}
	if !math.IsNaN(row.Expected.Low) && !math.IsNaN(row.Deviation.Pct) {
		low := 100 * (row.Actual - row.Expected.High) / row.Expected.Level
		high := 100 * (row.Actual - row.Expected.Low) / row.Expected.Level
		opening = summaryInterval.With(opening, formatDecimal(low), formatDecimal(high))
	}
	parts = append(parts, opening)
	lasted := row.Persistence != nil && row.Persistence.N > 1
	held := row.Curve != nil && row.Curve.Models > 0
	switch {
	case lasted && held:
		parts = append(parts, summaryBoth.With(row.Persistence.YearsAbove, row.Persistence.N,
			lang.Number{Value: 100 * row.Curve.ShareAbove}))
	case lasted:
		parts = append(parts, summaryYears.With(row.Persistence.YearsAbove, row.Persistence.N))
	case held:
		parts = append(parts, summaryModels.With(lang.Number{Value: 100 * row.Curve.ShareAbove}))
	}
	if p := row.Persistence; p != nil && p.JumpYear != 0 {
		parts = append(parts, describeLeap(p, summaryRise, summaryFall))
	}
	if a := row.Activity; a != nil && !math.IsNaN(a.ActivityKr) {
		parts = append(parts,
			summarySplit.With(formatMillions(a.ActivityKr), formatMillions(a.UnitCostKr)))
	}
	if m.NotService {
		parts = append(parts, summaryNotService)
	}
	far := slices.Contains(row.Reservations, Extrapolation)
	weak := slices.Contains(row.Reservations, ExplainsNothing)
	switch {
	case far && weak:
		parts = append(parts, summaryFarWeak)
	case far:
		parts = append(parts, summaryFar)
	case weak:
		parts = append(parts, summaryWeak)
	}
	return parts
}

// describeLeap puts a leap of the difference in words. There is a phrase for each direction.
func describeLeap(p *Persistence, rise, fall lang.Phrase) lang.Localized {
	if p.JumpPct < 0 {
		rise = fall
	}
	return rise.With(formatDecimal(math.Abs(p.JumpPct)), p.JumpYear)
}

// sentence is a sentence whose parts have semicolons between them.
type sentence []lang.Localized

// In returns the sentence in a language.
func (s sentence) In(l lang.Language) string {
	parts := make([]string, len(s))
	for i, part := range s {
		parts[i] = part.In(l)
	}
	// The last part may end with an abbreviation, which has its own full stop.
	return strings.TrimSuffix(strings.Join(parts, "; "), ".") + "."
}

func formatDecimal(v float64) lang.Number  { return lang.Number{Value: v, Decimals: 1} }
func formatMillions(v float64) lang.Number { return lang.Number{Value: v / 1e6, Decimals: 1} }
