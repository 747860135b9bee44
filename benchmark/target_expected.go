package benchmark

import "github.com/raaderum/raaderum/lang"

// expectedLevel is the level one could expect from the background conditions.
type expectedLevel struct{}

func (expectedLevel) String() string { return "expected" }

func (expectedLevel) In(l lang.Language) string { return ruleExpected.In(l) }

func (expectedLevel) levels(c *comparison) []float64 {
	levels := missing(len(c.response))
	for m := range levels {
		levels[m] = c.expect(m).expected
	}
	return levels
}
