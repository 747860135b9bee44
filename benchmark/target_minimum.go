package benchmark

import "github.com/raaderum/raaderum/lang"

// minimum is the lowest of the other municipalities' figures. One municipality
// decides it, and so all headroom against it.
type minimum struct{}

func (minimum) String() string { return "minimum" }

func (minimum) In(l lang.Language) string { return ruleMinimum.In(l) }

func (minimum) on(c *comparison) finder {
	sorted := c.sorted()
	return func(m int) level {
		i := 0
		if len(sorted) > 0 && sorted[0] == c.now.unit[m] {
			i = 1
		}
		if i >= len(sorted) {
			return none(NobodyElse)
		}
		return level{kr: sorted[i], n: 1}
	}
}
