package benchmark

import (
	"slices"

	"github.com/raaderum/raaderum/dataset"
)

// Only returns the report of some municipalities, given by code or name. It returns false if
// the data lack one of them. The report keeps only the municipalities' rows, in the order in
// which they are named, and their warnings. It keeps all models, sources and corrections, and
// the warnings about whole areas, because expected levels are made of all of them.
//
// The report may already be of some municipalities. Only then returns the report of the others
// instead. Only and [Report.OnlyAreas] can be combined in either order.
func (r *Report) Only(who ...string) (*Report, bool) {
	r = r.orEmpty()
	one := *r
	one.whole = r.Whole()
	one.only, one.Municipality = []int{}, ""
	asked := map[string]bool{"": true} // by code; a warning without a code is about all
	for _, w := range who {
		m, ok := r.data.Find(w)
		if !ok {
			return nil, false
		}
		if code := r.data.Municipalities()[m].Code; !asked[code] {
			asked[code] = true
			one.only = append(one.only, m)
			one.Municipality = code
		}
	}
	if len(one.only) > 1 {
		one.Municipality = ""
	}
	one.Preliminary = slices.DeleteFunc(slices.Clone(one.whole.Preliminary),
		func(p Preliminary) bool { return !asked[p.Municipality] })
	one.Warnings = slices.DeleteFunc(slices.Clone(one.whole.Warnings),
		func(w Warning) bool { return !asked[w.Municipality] })
	return &one, true
}

// Whole returns the report of all municipalities that this report was made of by
// [Report.Only]. If this report is of all municipalities, Whole returns it.
func (r *Report) Whole() *Report {
	if r != nil && r.whole != nil {
		return r.whole
	}
	return r
}

// OnlyAreas returns the report of some areas, given by ID, in the plan's order. It returns
// false if the report lacks one of them. The new report keeps only the areas' rows, models,
// sources and warnings, and the warnings about the whole. It keeps the plan and all
// corrections. Some numbers were found over all areas, and they stay as they are: the false
// discovery rates and the variance by size.
//
// The report of some areas has no others, so there is no way back from it.
func (r *Report) OnlyAreas(ids ...string) (*Report, bool) {
	r = r.orEmpty()
	for _, id := range ids {
		if r.Model(id) == nil {
			return nil, false
		}
	}
	some := *r
	if r.whole != nil {
		some.whole, _ = r.whole.OnlyAreas(ids...)
	}
	some.Models, some.comparisons = nil, nil
	for i, m := range r.Models {
		if slices.Contains(ids, m.Area) {
			some.Models = append(some.Models, m)
			some.comparisons = append(some.comparisons, r.comparisons[i])
		}
	}
	some.Sources = listSources(r.data, some.comparisons)
	some.Preliminary = nil
	for _, p := range r.Preliminary {
		if p = p.onlyAreas(ids); len(p.Rows) > 0 {
			some.Preliminary = append(some.Preliminary, p)
		}
	}
	some.Warnings = slices.DeleteFunc(slices.Clone(r.Warnings), func(w Warning) bool {
		return w.Area != "" && !slices.Contains(ids, w.Area) || w.isOfData()
	})
	some.Warnings = append(some.Warnings, some.listDataWarnings()...)
	return &some, true
}

// Model returns the model of an area, given by ID. It returns nil if there is no such area.
func (r *Report) Model(area string) *Model {
	for i := range r.orEmpty().Models {
		if r.Models[i].Area == area {
			return &r.Models[i]
		}
	}
	return nil
}

// Municipalities returns the municipalities asked for.
func (r *Report) Municipalities() []dataset.Municipality {
	if r = r.orEmpty(); r.only == nil {
		return r.data.Municipalities()
	}
	var list []dataset.Municipality
	for _, m := range r.only {
		list = append(list, r.data.Municipalities()[m])
	}
	return list
}

// countAsked returns how many municipalities were asked for.
func (r *Report) countAsked() int {
	if r.only != nil {
		return len(r.only)
	}
	return len(r.data.Municipalities())
}

// findAsked returns the position in the data of the i-th municipality asked for.
func (r *Report) findAsked(i int) int {
	if r.only != nil {
		return r.only[i]
	}
	return i
}

// AllMunicipalities returns all municipalities that were compared, also in a report of one.
func (r *Report) AllMunicipalities() []dataset.Municipality {
	return r.orEmpty().data.Municipalities()
}
