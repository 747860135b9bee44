package benchmark

import (
	"context"
	"math"

	"github.com/raaderum/raaderum/lang"
)

// countryMean is the mean of all other municipalities, weighted by volume:
// the sum of their spending over the sum of their volume.
type countryMean struct{}

func (countryMean) String() string { return "country" }

func (countryMean) In(l lang.Language) string { return ruleCountry.In(l) }

func (countryMean) on(_ context.Context, c *comparison) finder {
	has := func(m int) bool { return !math.IsNaN(c.now.unit[m]) && c.now.volume[m] > 0 }
	spending, volume, n := 0.0, 0.0, 0
	for m, u := range c.now.unit {
		if has(m) {
			spending += u * c.now.volume[m]
			volume += c.now.volume[m]
			n++
		}
	}
	return func(m int) level {
		s, v, others := spending, volume, n
		if has(m) {
			s, v, others = s-c.now.unit[m]*c.now.volume[m], v-c.now.volume[m], n-1
		}
		if others == 0 {
			return none(NobodyElse)
		}
		return level{kr: s / v, n: others}
	}
}
