package target

import (
	"context"
	"math"
	"strconv"

	"github.com/raaderum/raaderum/benchmark/internal/vector"
	"github.com/raaderum/raaderum/lang"
)

// lowest is the unweighted mean of the n lowest of the other municipalities.
type lowest int

const defaultLowest = 10

func parseLowest(parameter string) (Rule, bool) {
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

func (n lowest) prepare(_ context.Context, a Area) (Finder, error) {
	return findLowest(a, int(n)), nil
}

func (n lowest) check(data Register) []lang.Message { return checkCount(n, int(n), data) }

func (n lowest) countLowest() int { return int(n) }

// Lowest returns how many of the lowest figures a rule is made of. It returns false if the
// rule is not made of the lowest figures.
//
// The lowest figures deserve a second look. An error in the accounts, such as a cost posted
// elsewhere, can be the very reason why a figure is the lowest.
func Lowest(rule Rule) (n int, ok bool) {
	if made, is := rule.(interface{ countLowest() int }); is {
		return made.countLowest(), true
	}
	return 0, false
}

// findLowest finds the mean of the n lowest of the other municipalities. They are the n
// lowest of all, unless the municipality compared is one of these. Then the next lowest
// takes its place. Of several with the same figure, the first in the data is taken.
func findLowest(a Area, n int) Finder {
	unit, _ := a.Figures()
	order := a.Lowest()
	units := vector.Pick(unit, order)
	first := sumFigures(units[:min(n, len(units))])
	next := math.NaN()
	if n < len(units) {
		next = units[n]
	}
	low := 0 // how many figures are not above zero
	for low < len(units) && units[low] <= 0 {
		low++
	}
	place := make([]int, len(unit)) // of a municipality in order; past its end without a figure
	for m := range place {
		place[m] = len(order)
	}
	for i, m := range order {
		place[m] = i
	}
	return func(m int) Level {
		taken, l := min(n, len(order)), first.computeMean()
		if place[m] < n { // it is among the lowest itself, and the next takes its place
			taken = min(n+1, len(order))
			changed := first
			changed.add(next)
			l = changed.computeMeanWithout(unit[m])
		}
		if l.Missing != "" {
			return l
		}
		for _, other := range order[:min(taken, low)] {
			if int(other) != m {
				l.NotPositive = append(l.NotPositive, other)
			}
		}
		if n == 1 {
			l.DecidedBy = order[taken-1]
		}
		return l
	}
}
