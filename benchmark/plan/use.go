package plan

import (
	"maps"
	"slices"
	"strconv"

	"github.com/raaderum/raaderum/dataset"
	"github.com/raaderum/raaderum/lang"
)

// Unused is a file that was read and that the plan makes no use of.
type Unused struct {
	File       string
	Indicators []string // that it has figures of

	message lang.Message
}

// In says which file, and what of the plan's may have been meant.
func (u Unused) In(l lang.Language) string { return u.message.In(l) }

// FindUnused returns the files with figures of which the plan makes no use.
func (p *Plan) FindUnused(d *dataset.Dataset) (unused []Unused) {
	if p == nil {
		return nil
	}
	wanted := p.Indicators()
	compared := p.YearIn(d)
	has := map[string][]string{}         // the indicators of each file
	later := map[string]map[string]int{} // those of them that are wanted, but of another year
	used := map[string]bool{}
	for _, ind := range d.Indicators() {
		isWanted := slices.Contains(wanted, ind.ID)
		for file, years := range listFiles(d, ind.ID) {
			has[file] = append(has[file], ind.ID)
			if isWanted && isOfUse(years, compared) {
				used[file] = true
			} else if isWanted {
				if later[file] == nil {
					later[file] = map[string]int{}
				}
				later[file][ind.ID] = years[0]
			}
		}
	}
	for _, t := range d.Tables() {
		ids := has[t.Source]
		if used[t.Source] || len(ids) == 0 {
			continue
		}
		used[t.Source] = true // told
		if ids := slices.Sorted(maps.Keys(later[t.Source])); len(ids) > 0 {
			year := later[t.Source][ids[0]]
			unused = append(unused, Unused{
				File: t.Source, Indicators: ids,
				message: otherYears.With(t.Source, listSome(ids), sayYear(year), sayYear(compared)),
			})
			continue
		}
		guess := lang.Localized(lang.Suggestion{})
		for _, id := range ids {
			if found := suggestIndicator(d, id, wanted); len(found) > 0 {
				guess = meantFor.With(id, found)
				break
			}
		}
		phrase := unusedFile
		if len(ids) == 1 {
			phrase = unusedFileOfOne
		}
		unused = append(unused, Unused{
			File: t.Source, Indicators: ids,
			message: phrase.With(t.Source, len(ids), listSome(ids), guess),
		})
	}
	return unused
}

// listFiles returns the files that the figures of an indicator are from, with their years.
// Those that lie beneath the files that were read are from none.
func listFiles(d *dataset.Dataset, id string) map[string][]int {
	files := map[string][]int{}
	for _, year := range d.Years() {
		if d.IsBeneath(id, year) {
			continue
		}
		for _, file := range d.Files(id, year) {
			files[file] = append(files[file], year)
		}
	}
	return files
}

// isOfUse says whether a comparison looks at one of some years: the year compared, or one
// before it. Figures without a year are of use only where all are.
func isOfUse(years []int, compared int) bool {
	return slices.ContainsFunc(years, func(year int) bool {
		return year == compared || year < compared && year != dataset.Undated
	})
}

// sayYear names a year.
func sayYear(year int) lang.Localized {
	if year == dataset.Undated {
		return withoutYear
	}
	return lang.List{strconv.Itoa(year)}
}

// suggestIndicator returns the IDs of wanted indicators that are nearest to another, by ID or
// by name.
func suggestIndicator(d *dataset.Dataset, id string, wanted []string) lang.Suggestion {
	if found := lang.Suggest(id, wanted); len(found) > 0 {
		return found
	}
	ind, _ := d.Indicator(id)
	ids := map[string]string{} // by the name
	for _, one := range wanted {
		if other, ok := d.Indicator(one); ok {
			ids[other.Name] = one
		}
	}
	var found lang.Suggestion
	for _, name := range lang.Suggest(ind.Name, slices.Sorted(maps.Keys(ids))) {
		found = append(found, ids[name])
	}
	return found
}

// listSome lists the first few of some IDs.
func listSome(ids []string) lang.List {
	const few = 3
	if len(ids) > few {
		return append(slices.Clone(lang.List(ids[:few])), "…")
	}
	return ids
}

// CheckYear returns an error where the year that is compared by default is not the one that
// the files which were read are of, but one of the figures beneath them. Then the report
// would be of another year than its reader thinks. A plan that names a year means it.
func (p *Plan) CheckYear(d *dataset.Dataset) error {
	if p == nil || p.Year != 0 {
		return nil
	}
	newest, file := dataset.Undated, ""
	spends := false // the newest figures are of spending
	for _, id := range p.Indicators() {
		for _, year := range d.Years() {
			if d.Column(id, year) == nil || d.IsBeneath(id, year) || year < newest {
				continue
			}
			isSpending := p.isSpending(id)
			if year > newest {
				newest, file, spends = year, "", false
			}
			spends = spends || isSpending
			if files := d.Files(id, year); file == "" && len(files) > 0 {
				file = files[0]
			}
		}
	}
	compared := p.YearIn(d)
	switch {
	case newest == dataset.Undated || compared == newest:
		return nil
	case compared < newest && p.hasFigures(d, file, compared): // it has newer ones besides
		return nil
	case compared < newest: // there is no spending of the newest year
		return noSpendingYet.With(strconv.Itoa(newest), file, strconv.Itoa(compared))
	case spends:
		return olderSpending.With(strconv.Itoa(newest), file, strconv.Itoa(compared))
	}
	return nil
}

// hasFigures says whether a file has figures of a year that the plan makes use of.
func (p *Plan) hasFigures(d *dataset.Dataset, file string, year int) bool {
	return slices.ContainsFunc(p.Indicators(), func(id string) bool {
		return !d.IsBeneath(id, year) && slices.Contains(d.Files(id, year), file)
	})
}

// isSpending says whether an indicator is the spending of an area.
func (p *Plan) isSpending(id string) bool {
	return slices.ContainsFunc(p.Areas, func(a Area) bool { return slices.Contains(a.Spending, id) })
}
