package benchmark

import (
	"math"

	"github.com/raaderum/raaderum/benchmark/expected"
)

// explainLevel splits a municipality's expected level into the others' mean and what each
// driver adds to it. It returns nil if there is no expected level.
func (c *comparison) explainLevel(m int, e *expected.Expectation) []Contribution {
	if math.IsNaN(e.Level) {
		return nil
	}
	base, parts := c.numbers.Contributions(m, e.Level)
	list := append(make([]Contribution, 0, 1+len(parts)),
		Contribution{Name: OthersMean, Value: base})
	for k, d := range c.drivers {
		list = append(list, Contribution{Name: d.id, Value: parts[k]})
	}
	return list
}
