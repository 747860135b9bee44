package benchmark

import (
	"context"
	"strconv"

	"github.com/raaderum/raaderum/dataset"
	"github.com/raaderum/raaderum/lang"
)

// nearest is the unweighted mean of the k municipalities nearest to the one
// compared by the area's drivers: its comparison group, see [Report.Peers].
type nearest int

func parseNearest(parameter string) (TargetRule, bool) {
	if parameter == "" {
		return nearest(defaultPeers), true
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

func (k nearest) on(_ context.Context, c *comparison) finder {
	return ofNearest(c, int(k), func(units []float64) level { return sumOf(units).mean() })
}

func (k nearest) misfits(d *dataset.Dataset) []lang.Message { return tooMany(k, int(k), d) }

// ofNearest is how targets made of the figures of the k nearest are found. The
// nearest are the same whatever they spend: one that has no figure in the area
// is among them, and the target is then made of fewer.
func ofNearest(c *comparison, k int, of func(units []float64) level) finder {
	if len(c.now.unit) > mostCompared {
		return func(int) level { return none(TooMany) }
	}
	space := c.space()
	return func(m int) level {
		near := space.nearest(m, k)
		if len(near) == 0 {
			return none(NoDrivers)
		}
		return of(pick(c.now.unit, near))
	}
}
