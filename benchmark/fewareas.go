package benchmark

import (
	"slices"

	"github.com/raaderum/raaderum/benchmark/plan"
	"github.com/raaderum/raaderum/dataset"
)

// warnOfFewAreas says that only some areas have figures of the year compared, where another
// year has figures of them all or most have none. An analyst who reads in one account of a
// new year then sees that the others are not forgotten but lacking.
func (r *run) warnOfFewAreas() {
	areas := slices.DeleteFunc(slices.Clone(r.plan.Areas), // all service is published before them
		func(a plan.Area) bool { return r.plan.IsWhole(&a) })
	var names []string
	for _, a := range areas {
		if r.hasSpending(&a, r.year) {
			names = append(names, a.Name)
		}
	}
	total := len(areas)
	if len(names) == 0 || len(names) == total {
		return
	}
	for _, year := range slices.Backward(r.data.Years()) {
		if year != dataset.Undated && !slices.ContainsFunc(areas,
			func(a plan.Area) bool { return !r.hasSpending(&a, year) }) {
			r.warn(Warning{
				Code:    FewAreas,
				message: fewAreas.With(len(names), total, r.year, nameFew(names), year),
			})
			return
		}
	}
	if 2*len(names) < total {
		r.warn(Warning{
			Code: FewAreas, message: fewAreasEver.With(len(names), total, r.year, nameFew(names)),
		})
	}
}

// hasSpending says whether any municipality has figures of all of an area's accounts.
func (r *run) hasSpending(a *plan.Area, year int) bool {
	return !slices.ContainsFunc(a.Spending,
		func(id string) bool { return r.data.Coverage(id, year) == 0 })
}
