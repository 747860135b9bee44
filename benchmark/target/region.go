package target

import (
	"context"
	"slices"

	"github.com/raaderum/raaderum/dataset"
	"github.com/raaderum/raaderum/lang"
)

// regionMean is the unweighted mean of the other municipalities in the same region. The
// register of municipalities says who is in which region.
type regionMean struct{}

func (regionMean) String() string { return "region" }

func (regionMean) In(l lang.Language) string { return ruleRegion.In(l) }

func (regionMean) prepare(_ context.Context, a Area) (Finder, error) {
	unit, _ := a.Figures()
	all := a.Register().Municipalities()
	regions := map[string]*figureSum{}
	for m, who := range all {
		if regions[who.Region] == nil {
			regions[who.Region] = &figureSum{}
		}
		regions[who.Region].add(unit[m])
	}
	return func(m int) Level {
		if all[m].Region == "" {
			return newMissingLevel(NoRegion)
		}
		return regions[all[m].Region].computeMeanWithout(unit[m])
	}, nil
}

func (regionMean) check(data Register) []lang.Message {
	hasRegion := func(m dataset.Municipality) bool { return m.Region != "" }
	if slices.ContainsFunc(data.Municipalities(), hasRegion) {
		return nil
	}
	return []lang.Message{noRegions.With()}
}
