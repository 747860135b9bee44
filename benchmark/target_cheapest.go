package benchmark

import (
	"context"
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/raaderum/raaderum/dataset"
	"github.com/raaderum/raaderum/lang"
)

// cheapestOfNearest is the unweighted mean of the cheapest of the municipalities
// nearest to the one compared: of 10 the 5 cheapest, as in the tool of the
// Danish municipalities' association for services to the disabled (KL 2010).
type cheapestOfNearest struct{ cheapest, nearest int }

func parseCheapest(parameter string) (TargetRule, bool) {
	if parameter == "" {
		return cheapestOfNearest{defaultPeers / 2, defaultPeers}, true
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

func (r cheapestOfNearest) on(_ context.Context, c *comparison) finder {
	return ofNearest(c, r.nearest, func(units []float64) level {
		units = slices.DeleteFunc(units, math.IsNaN)
		slices.Sort(units)
		return sumOf(units[:min(r.cheapest, len(units))]).mean()
	})
}

func (r cheapestOfNearest) misfits(d *dataset.Dataset) []lang.Message {
	return tooMany(r, r.nearest, d)
}
