package benchmark

import (
	"context"

	"github.com/raaderum/raaderum/lang"
)

// expectedLevel is the level one could expect from the background conditions.
type expectedLevel struct{}

func (expectedLevel) String() string { return "expected" }

func (expectedLevel) In(l lang.Language) string { return ruleExpected.In(l) }

func (expectedLevel) on(_ context.Context, c *comparison) finder {
	return func(m int) level {
		e := c.expect(m)
		if !(e.expected > 0) { // what nobody can spend is no target
			return none(NoExpected)
		}
		return level{kr: e.expected, n: c.behindExpected(m)}
	}
}

// behindExpected is how many others form what is expected of a municipality:
// those in the fit, but for those that "clean" leaves out.
func (c *comparison) behindExpected(m int) int {
	kept, i := c.model.Kept, c.position[m]
	if i < 0 || kept < c.fitted.N && c.fitted.Robustness[i] == 0 { // not one of them
		return kept
	}
	return kept - 1
}
