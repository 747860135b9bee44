package benchmark

import (
	"maps"
	"slices"

	"github.com/raaderum/raaderum/benchmark/regress"
)

// estimators are the estimators a plan can name.
var estimators = register(regress.OLS{}, regress.WLS{})

func register(list ...regress.Estimator) map[string]regress.Estimator {
	byName := map[string]regress.Estimator{}
	for _, e := range list {
		byName[e.Name()] = e
	}
	return byName
}

// Estimators lists the estimators a plan can name.
func Estimators() []string { return slices.Sorted(maps.Keys(estimators)) }
