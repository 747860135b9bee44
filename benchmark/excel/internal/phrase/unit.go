package phrase

import (
	"github.com/raaderum/raaderum/benchmark"
	"github.com/raaderum/raaderum/lang"
)

// UnitOf returns the unit of the figures of a model's area.
func UnitOf(m *benchmark.Model, l lang.Language) string {
	if m.Unit == "" {
		return AnyUnit.In(l)
	}
	return m.Unit
}
