package plan

import (
	"slices"

	"github.com/raaderum/raaderum/dataset"
)

// CheckFigures returns an error that lists the figures which the plan uses and which can
// hardly be right, such as those of one year in another unit. If the figures of an
// indicator are right all the same, the plan can say so: see [Plan.Accept]. benchmark.Run
// calls CheckFigures before it computes anything. A nil plan or data set is an error.
func (p *Plan) CheckFigures(d *dataset.Dataset) error {
	switch {
	case p == nil:
		return noPlan.With()
	case d == nil:
		return noData.With()
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
