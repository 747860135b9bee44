package plan

import (
	"cmp"
	"slices"
	"strconv"

	"github.com/raaderum/raaderum/dataset"
)

// YearIn returns the year that the plan compares in a data set. A plan that names no year
// compares the last one with spending. If too few municipalities have spending of that year,
// YearIn returns the last year before it that can be compared: see [Plan.LaterIn]. If the
// data have no years, or no spending of any area, YearIn returns [dataset.Undated].
func (p *Plan) YearIn(d *dataset.Dataset) int {
	asked := p.findAskedYear(d)
	if !p.hasSpending(d, asked) { // which is told
		return asked
	}
	for _, year := range slices.Backward(d.Years()) {
		if year <= asked && year != dataset.Undated && p.isComparable(d, year) {
			return year
		}
	}
	return asked
}

// LaterIn returns the year that was asked for, or the last with spending, where only too few
// municipalities to compare have figures of it: their own preliminary accounts. It is 0
// where that year itself is compared.
func (p *Plan) LaterIn(d *dataset.Dataset) int {
	if asked := p.findAskedYear(d); asked != p.YearIn(d) {
		return asked
	}
	return 0
}

// isComparable says whether enough municipalities to fit a model to have the spending of an
// area in a year.
func (p *Plan) isComparable(d *dataset.Dataset, year int) bool {
	least := cmp.Or(p.MinN, DefaultMinN)
	return slices.ContainsFunc(p.listDeciding(), func(a Area) bool {
		return len(a.Spending) > 0 && !slices.ContainsFunc(a.Spending, func(id string) bool {
			return d.Coverage(id, year) < least
		})
	})
}

// findAskedYear returns the plan's year, by default the last with spending.
func (p *Plan) findAskedYear(d *dataset.Dataset) int {
	all := d.Years()
	dated := len(all) > 0 && all[len(all)-1] != dataset.Undated
	if p.Year != 0 && dated {
		return p.Year
	}
	for _, year := range slices.Backward(all) {
		if p.hasSpending(d, year) {
			return year
		}
	}
	return dataset.Undated
}

// SpendingYears returns the years in which the data have spending of at least one area:
// those that can be compared. A year for which there is only a forecast of drivers is not
// among them. If no year has spending, SpendingYears returns all years of the data.
func (p *Plan) SpendingYears(d *dataset.Dataset) []int {
	var years []int
	for _, year := range d.Years() {
		if p.hasSpending(d, year) {
			years = append(years, year)
		}
	}
	if years == nil {
		return d.Years()
	}
	return years
}

// listDeciding returns the areas whose figures decide which year is compared. An area that is
// all service does only in a plan of no other, for its figures are published before those of
// the accounts that it is made of.
func (p *Plan) listDeciding() []Area {
	areas := slices.DeleteFunc(slices.Clone(p.Areas), func(a Area) bool { return p.IsWhole(&a) })
	if len(areas) == 0 {
		return p.Areas
	}
	return areas
}

// hasSpending says whether the data have spending of any area in a year.
func (p *Plan) hasSpending(d *dataset.Dataset, year int) bool {
	for _, a := range p.listDeciding() {
		for _, id := range a.Spending {
			if d.Column(id, year) != nil {
				return true
			}
		}
	}
	return false
}

// CheckYear returns an error if the year that is compared by default is a year of the
// bundled figures and not of the files that were laid over them. The report would then be
// of another year than its reader thinks. A plan that names a year means it, and is never
// an error.
func (p *Plan) CheckYear(d *dataset.Dataset) error {
	if p == nil || p.Year != 0 {
		return nil
	}
	// Look for the newest year of the files, and for a file that has it.
	newest, file := dataset.Undated, ""
	spends := false // whether the newest figures are of spending
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
	case newest == dataset.Undated || compared == newest || p.LaterIn(d) == newest:
		return nil
	case compared < newest && p.hasFigures(d, file, compared):
		// The file has the year compared, and newer figures besides.
		return nil
	case compared < newest: // the newest year has drivers and no spending
		return noSpendingYet.With(strconv.Itoa(newest), file, strconv.Itoa(compared))
	case spends:
		return olderSpending.With(strconv.Itoa(newest), file, strconv.Itoa(compared))
	}
	return nil
}

// hasFigures says whether a file has figures of a year that the plan uses.
func (p *Plan) hasFigures(d *dataset.Dataset, file string, year int) bool {
	return slices.ContainsFunc(p.Indicators(), func(id string) bool {
		return !d.IsBeneath(id, year) && slices.Contains(d.Files(id, year), file)
	})
}

// isSpending says whether an indicator is part of the spending of an area.
func (p *Plan) isSpending(id string) bool {
	return slices.ContainsFunc(p.Areas, func(a Area) bool { return slices.Contains(a.Spending, id) })
}

// YearsEnding returns n years in order, of which the last is year.
func YearsEnding(year, n int) []int {
	years := make([]int, n)
	for i := range years {
		years[i] = year - n + 1 + i
	}
	return years
}
