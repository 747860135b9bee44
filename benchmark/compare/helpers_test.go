package compare_test

import (
	"maps"
	"math"
	"slices"

	"github.com/raaderum/raaderum/benchmark/compare"
)

var nan = math.NaN()

func codes(warnings []compare.Warning) []compare.WarningCode {
	found := map[compare.WarningCode]bool{}
	for _, w := range warnings {
		found[w.Code] = true
	}
	return slices.Sorted(maps.Keys(found))
}
