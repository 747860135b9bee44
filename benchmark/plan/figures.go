package plan

import (
	"slices"

	"github.com/raaderum/raaderum/dataset"
)

// CheckFigures returns an error that lists the figures which the plan makes use of and which
// can hardly be right, such as those of one year in another unit. A plan that accepts an
// indicator says that its figures are right all the same. A run begins with it.
func (p *Plan) CheckFigures(d *dataset.Dataset) error {
	if p == nil {
		return noPlan.With()
	}
	accepted := func(id string) bool { return slices.Contains(p.Accept, id) }
	ids := slices.DeleteFunc(p.Indicators(), accepted)
	var spending []string
	for _, a := range p.Areas {
		spending = append(spending, a.Spending...)
	}
	found := d.FindImplausible(ids, spending)
	if len(found) == 0 {
		return nil
	}
	return implausible.With(found, found[0].Indicator)
}
