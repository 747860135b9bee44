package target

import (
	"context"
	"math"

	"github.com/raaderum/raaderum/lang"
)

// meanOfOthers is the unweighted mean of all other municipalities.
type meanOfOthers struct{}

func (meanOfOthers) String() string { return "mean" }

func (meanOfOthers) In(l lang.Language) string { return ruleMean.In(l) }

func (meanOfOthers) prepare(_ context.Context, a Area) (Finder, error) {
	unit, _ := a.Figures()
	all := sumFigures(unit)
	return func(m int) Level { return all.computeMeanWithout(unit[m]) }, nil
}

// figureSum is a sum of figures that are not missing, and how many they are.
type figureSum struct {
	sum float64
	n   int
}

func sumFigures(values []float64) (s figureSum) {
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

// computeMeanWithout returns the mean without one of the figures. A missing one is not in
// the sum, so nothing is taken away.
func (s figureSum) computeMeanWithout(own float64) Level {
	if !math.IsNaN(own) {
		s.sum, s.n = s.sum-own, s.n-1
	}
	return s.computeMean()
}

func (s figureSum) computeMean() Level {
	if s.n == 0 {
		return newMissingLevel(NobodyElse)
	}
	return newLevel(s.sum/float64(s.n), s.n)
}
