package plan

import (
	"slices"

	"github.com/raaderum/raaderum/dataset"
)

// checkDividedBy reports an area for which plan and data disagree: the data say that the
// spending is already divided by one indicator, and the plan says that it is by another.
func (c *checker) checkDividedBy(path string, a Area, d *dataset.Dataset) {
	for _, id := range a.Spending {
		ind, _ := d.Indicator(id)
		if a.SpendingPer != "" && ind.Per != "" && ind.Per != a.SpendingPer && !c.isAccepted(id) {
			c.add(path, a.SpendingPer, dividedOtherwise.With(id, ind.Per, ind.Per))
		}
	}
}

// findDivisor returns the ID of the indicator that the area's spending is already divided
// by. The plan's word comes first. If the plan is silent, the data decide, as long as they
// say the same of every account of the spending. It returns "" if the spending is totals,
// or if nobody says what it is divided by.
func (a *Area) findDivisor(d *dataset.Dataset) string {
	if a.SpendingPer != "" || len(a.Spending) == 0 {
		return a.SpendingPer
	}
	first, _ := d.Indicator(a.Spending[0])
	for _, id := range a.Spending[1:] {
		if ind, _ := d.Indicator(id); ind.Per != first.Per {
			return ""
		}
	}
	if _, ok := d.Indicator(first.Per); !ok {
		return ""
	}
	return first.Per
}

// WithData returns the plan with SpendingPer filled in for the areas that leave it to the
// data to say what their spending is divided by.
func (p Plan) WithData(d *dataset.Dataset) Plan {
	p.Areas = slices.Clone(p.Areas)
	for i := range p.Areas {
		p.Areas[i].SpendingPer = p.Areas[i].findDivisor(d)
	}
	return p
}
