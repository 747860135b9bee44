package benchmark

import (
	"math"

	"github.com/raaderum/raaderum/lang"
)

// countryMean is the mean of all other municipalities, weighted by volume:
// the sum of their spending over the sum of their volume.
type countryMean struct{}

func (countryMean) String() string { return "country" }

func (countryMean) In(l lang.Language) string { return ruleCountry.In(l) }

func (countryMean) levels(c *comparison) []float64 {
	levels := missing(len(c.response))
	spending, volume := 0.0, 0.0
	has := func(m int) bool { return !math.IsNaN(c.now.unit[m]) && c.now.volume[m] > 0 }
	for m, u := range c.now.unit {
		if has(m) {
			spending += u * c.now.volume[m]
			volume += c.now.volume[m]
		}
	}
	for m, u := range c.now.unit {
		s, v := spending, volume
		if has(m) {
			s, v = s-u*c.now.volume[m], v-c.now.volume[m]
		}
		if v > 0 {
			levels[m] = s / v
		}
	}
	return levels
}
