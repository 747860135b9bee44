package plan

import (
	"cmp"
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
	found, _ := d.FindImplausible(p.scope())
	if len(found) == 0 {
		return nil
	}
	return implausible.With(found, found[0].Indicator)
}

// FindUnusual returns the figures that the plan makes use of and that should be looked at,
// though they may be right. Those that lie beneath others, see [dataset.Merge], and what the
// plan accepts are not among them. Those of the asked municipalities, given by code, come
// first, with the large changes of their own spending.
func (p *Plan) FindUnusual(d *dataset.Dataset, asked ...string) dataset.ImplausibleFigures {
	if p == nil {
		return nil
	}
	scope := p.scope()
	scope.Municipalities = asked
	_, unusual := d.FindImplausible(scope)
	slices.SortStableFunc(unusual, func(a, b dataset.Implausible) int {
		return cmp.Compare(rankAsked(a, asked), rankAsked(b, asked))
	})
	return unusual
}

// rankAsked returns 0 for what is about one of the asked municipalities, and otherwise 1.
func rankAsked(of dataset.Implausible, asked []string) int {
	if slices.Contains(asked, of.Municipality) {
		return 0
	}
	return 1
}

// scope returns the figures that the plan makes use of and does not accept as they are, and
// what it says of them.
func (p *Plan) scope() dataset.Scope {
	s := dataset.Scope{Indicators: p.Indicators(), Accepted: p.Accept}
	s.Indicators = slices.DeleteFunc(s.Indicators, func(id string) bool {
		return slices.Contains(p.Accept, id)
	})
	for _, a := range p.Areas {
		s.Changing = append(s.Changing, a.Spending...)
		for _, id := range a.VolumeIDs() {
			if !slices.Contains(s.Sizes, id) {
				s.Sizes = append(s.Sizes, id)
			}
		}
	}
	return s
}
