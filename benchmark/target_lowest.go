package benchmark

import (
	"math"
	"slices"
	"strconv"

	"github.com/raaderum/raaderum/dataset"
	"github.com/raaderum/raaderum/lang"
)

// lowest is the unweighted mean of the n lowest of the other municipalities.
type lowest int

const defaultLowest = 10

func parseLowest(parameter string) (TargetRule, bool) {
	if parameter == "" {
		return lowest(defaultLowest), true
	}
	n, ok := parseCount(parameter)
	return lowest(n), ok
}

func (n lowest) String() string { return "lowest:" + strconv.Itoa(int(n)) }

func (n lowest) In(l lang.Language) string {
	if n == 1 {
		return ruleMinimum.In(l)
	}
	return ruleLowest.With(int(n)).In(l)
}

func (n lowest) on(c *comparison) finder { return lowestOthers(c, int(n)) }

func (n lowest) misfits(d *dataset.Dataset) []lang.Message { return tooMany(n, int(n), d) }

// lowestOthers finds the mean of the n lowest others. They are the n lowest of
// all, and for a municipality that is one of these, the next in its place.
func lowestOthers(c *comparison, n int) finder {
	sorted := c.sorted()
	first := sumOf(sorted[:min(n, len(sorted))])
	next := math.NaN()
	if n < len(sorted) {
		next = sorted[n]
	}
	return func(m int) level {
		own := c.now.unit[m]
		if rank, among := slices.BinarySearch(sorted, own); !among || rank >= n {
			return first.mean()
		}
		changed := first
		changed.add(next)
		return changed.without(own)
	}
}
