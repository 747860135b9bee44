package plan

import (
	"slices"

	"github.com/raaderum/raaderum/dataset"
)

// YearIn returns the year that the plan compares, by default the last with spending.
func (p *Plan) YearIn(d *dataset.Dataset) int {
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

// SpendingYears returns the years in which the data have spending of some area; all years
// of the data where they have none. A year with a forecast only is none to compare.
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

func (p *Plan) hasSpending(d *dataset.Dataset, year int) bool {
	for _, a := range p.Areas {
		for _, id := range a.Spending {
			if d.Column(id, year) != nil {
				return true
			}
		}
	}
	return false
}

// YearsEnding returns n years, the last of them year.
func YearsEnding(year, n int) []int {
	years := make([]int, n)
	for i := range years {
		years[i] = year - n + 1 + i
	}
	return years
}
