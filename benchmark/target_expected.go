package benchmark

import (
	"math"

	"github.com/raaderum/raaderum/lang"
)

// expectedLevel is the level one could expect from the background conditions.
type expectedLevel struct{}

func (expectedLevel) String() string { return "expected" }

func (expectedLevel) In(l lang.Language) string { return ruleExpected.In(l) }

func (expectedLevel) on(c *comparison) finder {
	return func(m int) level {
		e := c.expect(m)
		if math.IsNaN(e.expected) {
			return none(NoExpected)
		}
		n := c.fitted.N
		if e.inFit {
			n--
		}
		return level{kr: e.expected, n: n}
	}
}
