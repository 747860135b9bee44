package target

import (
	"context"
	"math"

	"github.com/raaderum/raaderum/lang"
)

// countryMean is the mean of all other municipalities, weighted by volume. It is the sum of
// their spending divided by the sum of their volume.
type countryMean struct{}

func (countryMean) String() string { return "country" }

func (countryMean) In(l lang.Language) string { return ruleCountry.In(l) }

func (countryMean) prepare(_ context.Context, a Area) (Finder, error) {
	unit, volume := a.Figures()
	has := func(m int) bool { return !math.IsNaN(unit[m]) && volume[m] > 0 }
	spending, units, n := 0.0, 0.0, 0
	for m, u := range unit {
		if has(m) {
			spending += u * volume[m]
			units += volume[m]
			n++
		}
	}
	return func(m int) Level {
		s, v, others := spending, units, n
		if has(m) {
			s, v, others = s-unit[m]*volume[m], v-volume[m], n-1
		}
		if others == 0 {
			return newMissingLevel(NobodyElse)
		}
		return newLevel(s/v, others)
	}, nil
}
