package benchmark

import (
	"context"
	"slices"

	"github.com/raaderum/raaderum/dataset"
	"github.com/raaderum/raaderum/lang"
)

// regionMean is the unweighted mean of the other municipalities of the region,
// as the register has it.
type regionMean struct{}

func (regionMean) String() string { return "region" }

func (regionMean) In(l lang.Language) string { return ruleRegion.In(l) }

func (regionMean) on(_ context.Context, c *comparison) finder {
	all := c.data.Municipalities()
	regions := map[string]*figureSum{}
	for m, who := range all {
		if regions[who.Region] == nil {
			regions[who.Region] = &figureSum{}
		}
		regions[who.Region].add(c.now.unit[m])
	}
	return func(m int) level {
		if all[m].Region == "" {
			return none(NoRegion)
		}
		return regions[all[m].Region].without(c.now.unit[m])
	}
}

func (regionMean) misfits(d *dataset.Dataset) []lang.Message {
	if slices.ContainsFunc(d.Municipalities(), func(m dataset.Municipality) bool { return m.Region != "" }) {
		return nil
	}
	return []lang.Message{noRegions.With()}
}
