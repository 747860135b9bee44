package benchmark

import (
	"math"

	"github.com/raaderum/raaderum/benchmark/plan"
	"github.com/raaderum/raaderum/lang"
)

// PerHead is what a municipality spends for each of those whom an area is for, such as persons
// of 80 and over. It stands beside the figure per unit and is the same spending. What is
// expected per head is the expected level for as many inhabitants and as many of the group.
type PerHead struct {
	Group    string  `key:"group"`    // what one of them is called
	Heads    float64 `key:"heads"`    // how many of them, the mean of the years compared
	Actual   float64 `key:"actual"`   // kr. per head a year
	Expected float64 `key:"expected"` // kr. per head a year
	// Others is what all other municipalities spend, over all of their heads.
	Others float64 `key:"others"`
}

// heads are those whom an area is for, by municipality, and what is spent on all of them.
type heads struct {
	name             string
	count            []float64
	allKr, allCounts float64 // over the municipalities that have both
}

// findHeads counts those whom an area is for; nil where the plan does not say who they are.
func (r *run) findHeads(c *comparison) *heads {
	a := c.area
	if len(a.TargetGroup) == 0 || r.lookingBack {
		return nil
	}
	h := &heads{name: r.nameHead(a), count: make([]float64, len(c.unit()))}
	for _, year := range r.years {
		for m, n := range r.sumIndicators(a.TargetGroup, year) {
			h.count[m] += n / float64(len(r.years))
		}
		for _, id := range a.TargetGroup {
			c.uses = append(c.uses, use{id, year})
		}
	}
	for m, n := range h.count {
		if kr := c.unit()[m] * c.volume()[m]; n > 0 && !math.IsNaN(kr) {
			h.allKr += kr
			h.allCounts += n
		}
	}
	return h
}

// nameHead returns what one of those whom an area is for is called.
func (r *run) nameHead(a *plan.Area) string {
	if a.TargetGroupName != "" {
		return a.TargetGroupName
	}
	name := ""
	for i, id := range a.TargetGroup {
		ind, _ := r.data.Indicator(id)
		if i > 0 {
			name += " + "
		}
		name += ind.Name
	}
	return name
}

// layOutPerHead lays out what a municipality spends per head; nil where the area is for nobody
// in particular, or the municipality has none of them.
func (c *comparison) layOutPerHead(row *Row, m int) *PerHead {
	if c.heads == nil || !(c.heads.count[m] > 0) || math.IsNaN(row.Actual) {
		return nil
	}
	n, kr := c.heads.count[m], row.SpendingKr()
	return &PerHead{
		Group: c.heads.name, Heads: n, Actual: kr / n, Expected: row.Expected.Level * row.Volume / n,
		Others: (c.heads.allKr - kr) / (c.heads.allCounts - n),
	}
}

// In says what is spent per head, and what that was held against.
func (p *PerHead) In(l lang.Language) string {
	kr := func(v float64) lang.Number { return lang.Number{Value: v} }
	if math.IsNaN(p.Expected) {
		return perHeadAlone.With(p.Group, kr(p.Actual), kr(p.Others)).In(l)
	}
	return perHead.With(p.Group, kr(p.Actual), kr(p.Expected), kr(p.Others)).In(l)
}
