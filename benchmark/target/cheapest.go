package target

import (
	"context"
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/raaderum/raaderum/lang"
)

// cheapestOfNearest is the unweighted mean of the cheapest among the municipalities nearest
// to the one compared. If nothing else is asked for, it takes the 5 cheapest of the 10
// nearest. So does the tool for services to the disabled of KL, the association of Danish
// municipalities (KL 2010).
type cheapestOfNearest struct{ cheapest, nearest int }

func parseCheapest(parameter string) (Rule, bool) {
	if parameter == "" {
		return cheapestOfNearest{defaultNearest / 2, defaultNearest}, true
	}
	some, all, _ := strings.Cut(parameter, "/")
	m, ok := parseCount(some)
	k, alsoOK := parseCount(all)
	return cheapestOfNearest{m, k}, ok && alsoOK && m <= k
}

func (r cheapestOfNearest) String() string {
	return fmt.Sprintf("cheapest-of-nearest:%d/%d", r.cheapest, r.nearest)
}

func (r cheapestOfNearest) In(l lang.Language) string {
	if r.cheapest == 1 {
		return ruleCheapestOne.With(r.nearest).In(l)
	}
	return ruleCheapest.With(r.cheapest, r.nearest).In(l)
}

func (r cheapestOfNearest) prepare(_ context.Context, a Area) (Finder, error) {
	return findByNearest(a, r.nearest, func(units []float64) Level {
		units = slices.DeleteFunc(units, math.IsNaN)
		slices.Sort(units)
		return sumFigures(units[:min(r.cheapest, len(units))]).computeMean()
	}), nil
}

func (r cheapestOfNearest) check(data Register) []lang.Message {
	return checkCount(r, r.nearest, data)
}
