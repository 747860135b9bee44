package benchmark

import (
	"context"
	"math"

	"github.com/raaderum/raaderum/lang"
)

// meanOfOthers is the unweighted mean of all other municipalities.
type meanOfOthers struct{}

func (meanOfOthers) String() string { return "mean" }

func (meanOfOthers) In(l lang.Language) string { return ruleMean.In(l) }

func (meanOfOthers) on(_ context.Context, c *comparison) finder {
	all := sumOf(c.now.unit)
	return func(m int) level { return all.without(c.now.unit[m]) }
}

// figureSum is the sum of figures that are there.
type figureSum struct {
	sum float64
	n   int
}

func sumOf(values []float64) (s figureSum) {
	for _, v := range values {
		s.add(v)
	}
	return s
}

func (s *figureSum) add(v float64) {
	if !math.IsNaN(v) {
		s.sum += v
		s.n++
	}
}

// without is the mean of the others than one that is in the sum.
func (s figureSum) without(own float64) level {
	if !math.IsNaN(own) {
		s.sum, s.n = s.sum-own, s.n-1
	}
	return s.mean()
}

func (s figureSum) mean() level {
	if s.n == 0 {
		return none(NobodyElse)
	}
	return level{kr: s.sum / float64(s.n), n: s.n}
}
