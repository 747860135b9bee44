package target

import (
	"context"
	"strconv"

	"github.com/raaderum/raaderum/benchmark/internal/vector"
	"github.com/raaderum/raaderum/lang"
)

// nearest is the unweighted mean of the comparison group of the one compared: the k
// municipalities nearest to it by the area's drivers.
type nearest int

const defaultNearest = 10

func parseNearest(parameter string) (Rule, bool) {
	if parameter == "" {
		return nearest(defaultNearest), true
	}
	k, ok := parseCount(parameter)
	return nearest(k), ok
}

func (k nearest) String() string { return "nearest:" + strconv.Itoa(int(k)) }

func (k nearest) In(l lang.Language) string {
	if k == 1 {
		return ruleNearestOne.In(l)
	}
	return ruleNearest.With(int(k)).In(l)
}

func (k nearest) prepare(_ context.Context, a Area) (Finder, error) {
	return findByNearest(a, int(k),
		func(units []float64) Level { return sumFigures(units).computeMean() }), nil
}

func (k nearest) check(data Register) []lang.Message { return checkCount(k, int(k), data) }

// findByNearest finds a target from the figures of the k nearest municipalities. Who is
// nearest does not depend on spending. So some of the nearest may have no figure in the
// area, and the target is then made of fewer than k.
func findByNearest(a Area, k int, level func(units []float64) Level) Finder {
	unit, _ := a.Figures()
	return func(m int) Level {
		near, why := a.Nearest(m, k)
		if why != "" {
			return newMissingLevel(why)
		}
		return level(vector.Pick(unit, near))
	}
}
