package benchmark

import (
	"cmp"
	"math"

	"github.com/raaderum/raaderum/benchmark/internal/vector"
	"github.com/raaderum/raaderum/benchmark/peers"
	"github.com/raaderum/raaderum/benchmark/plan"
)

// QualityRow is a municipality's quality by one measure.
type QualityRow struct {
	Indicator string      `key:"indicator"` // ID
	Name      string      `key:"name"`
	Better    plan.Better `key:"better"`
	Value     float64     `key:"value"`
	// Year is the year of the value: the year compared, or the nearest with figures.
	Year   int `key:"year,null"`
	Rank   int `key:"rank,null"` // 1 is the best; 0 if there is no value
	Ranked int `key:"ranked"`    // how many municipalities have a rank
	// CheaperAsGood are the codes of municipalities that spend less per unit and are at least
	// as good by this measure. They are of the municipality's comparison group, the nearest
	// first.
	CheaperAsGood []string `key:"cheaper_as_good"`
}

// quality is a measure of an area's quality, for every municipality.
type quality struct {
	plan.Quality
	name   string
	year   int
	values []float64
	rank   []int32
	ranked int
}

// findQualities finds an area's measures of quality, and ranks the municipalities by each. A
// measure is of the year compared, or of the nearest year that has figures.
func (r *run) findQualities(c *comparison) (list []quality) {
	if r.lookingBack {
		return nil
	}
	for _, q := range c.area.Quality {
		ind, _ := r.data.Indicator(q.Indicator)
		one := quality{
			Quality: q, name: cmp.Or(q.Name, ind.Name), values: vector.Missing(len(r.excluded)),
		}
		if year, found := findNearestYear(r.data, q.Indicator, r.year); found {
			one.year, one.values = year, r.data.Column(q.Indicator, year)
			c.uses = append(c.uses, use{q.Indicator, year})
		}
		badness := make([]float64, len(one.values)) // the lowest is the best
		for m, v := range one.values {
			badness[m] = v
			if q.Better == plan.HighIsBetter {
				badness[m] = -v
			}
		}
		one.rank = rankValues(badness)
		for _, rank := range one.rank {
			if rank > 0 {
				one.ranked++
			}
		}
		list = append(list, one)
	}
	return list
}

// isAsGood says whether one municipality is at least as good as another.
func (q *quality) isAsGood(one, other int) bool {
	return q.rank[one] > 0 && q.rank[other] > 0 && q.rank[one] <= q.rank[other]
}

// layOutQuality returns a municipality's quality by every measure of the area.
func (c *comparison) layOutQuality(m int) (rows []QualityRow) {
	if len(c.quality) == 0 {
		return nil
	}
	unit := c.unit()
	var group []int32
	if g := c.peers(); !math.IsNaN(unit[m]) && len(unit) <= peers.MostCompared {
		group = g.space.Nearest(m, g.k)
	}
	for i := range c.quality {
		q := &c.quality[i]
		row := QualityRow{
			Indicator: q.Indicator, Name: q.name, Better: q.Better, Value: q.values[m],
			Year: q.year, Rank: int(q.rank[m]), Ranked: q.ranked,
		}
		for _, other := range group {
			if unit[other] < unit[m] && q.isAsGood(int(other), m) {
				row.CheaperAsGood = append(row.CheaperAsGood, c.code(int(other)))
			}
		}
		rows = append(rows, row)
	}
	return rows
}
