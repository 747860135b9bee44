package benchmark

import (
	"context"
	"math"
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

func (n lowest) on(_ context.Context, c *comparison) finder { return lowestOthers(c, int(n)) }

func (n lowest) misfits(d *dataset.Dataset) []lang.Message { return tooMany(n, int(n), d) }

func (n lowest) lowest() int { return int(n) }

// madeOfLowest is a rule made of the figures of the lowest, which may be in error
// just because they are the lowest: a posting, or a figure that is missing.
type madeOfLowest interface {
	TargetRule
	lowest() int // how many
}

// lowestOthers finds the mean of the n lowest others. They are the n lowest of
// all, and for a municipality that is one of these, the next in its place. Of
// those with the same figure the first in the data is taken.
func lowestOthers(c *comparison, n int) finder {
	order := c.byFigure()
	units := pick(c.now.unit, order)
	first := sumOf(units[:min(n, len(units))])
	next := math.NaN()
	if n < len(units) {
		next = units[n]
	}
	low := 0 // so many are not above zero
	for low < len(units) && units[low] <= 0 {
		low++
	}
	place := make([]int, len(c.now.unit))
	for m := range place {
		place[m] = len(order)
	}
	for i, m := range order {
		place[m] = i
	}
	return func(m int) level {
		taken, l := min(n, len(order)), first.mean()
		if place[m] < n { // the next stands in for it
			taken = min(n+1, len(order))
			changed := first
			changed.add(next)
			l = changed.without(c.now.unit[m])
		}
		if l.missing != "" {
			return l
		}
		for _, other := range order[:min(taken, low)] {
			if int(other) != m {
				l.notPositive = append(l.notPositive, other)
			}
		}
		if n == 1 {
			l.decidedBy = order[taken-1] + 1
		}
		return l
	}
}

// warnOfLowest says whose figures are not above zero where an area's target is
// made of the lowest.
func (r *Report) warnOfLowest(c *comparison) {
	rule, is := c.rule.(madeOfLowest)
	if !is {
		return
	}
	var names []string
	order := c.byFigure()
	for _, m := range order[:min(rule.lowest()+1, len(order))] { // and the next, who stands in for one of them
		if c.now.unit[m] <= 0 {
			names = append(names, c.names(int(m)))
		}
	}
	if len(names) > 0 {
		r.Warnings = append(r.Warnings, Warning{Code: TargetNotPositive, Area: c.area.ID, message: targetNotPositive.With(rule.String(), c.area.Name, few(names))})
	}
}
