package benchmark

import (
	"slices"

	"github.com/raaderum/raaderum/benchmark/plan"
	"github.com/raaderum/raaderum/dataset"
)

// DriverYear says which year a driver's figures are of.
type DriverYear struct {
	ID, Name string
	// The years that its indicators were taken from, usually one; [dataset.Undated] for
	// figures without a year. None: there are no figures.
	Years []int
	// The years in which all its indicators have figures.
	Available []int
	Notes     []string // what the publishers note of its indicators
}

// DriverYears returns the drivers of a plan's areas, and those to be chosen among, with the
// years that they would be taken from: for each indicator the year compared, or else the
// nearest that has figures.
func DriverYears(d *dataset.Dataset, p plan.Plan) []DriverYear {
	p = p.WithDefaults()
	var ids []string
	for _, a := range p.Areas {
		ids = append(ids, a.Drivers...)
		if a.Choose != "" {
			ids = append(ids, a.Candidates...)
		}
	}
	return listDriverYears(newDriverTable(d, &p, p.YearIn(d)), ids)
}

// DriverYears returns the drivers of the report's areas with the years that they were taken
// from.
func (r *Report) DriverYears() []DriverYear {
	r = r.orEmpty()
	var ids []string
	for _, c := range r.comparisons {
		for _, d := range c.drivers {
			ids = append(ids, d.id)
		}
	}
	return listDriverYears(newDriverTable(r.data, &r.Plan, r.Year), ids)
}

// listDriverYears describes drivers, each once.
func listDriverYears(t *driverTable, ids []string) (list []DriverYear) {
	told := map[string]bool{}
	for _, id := range ids {
		if told[id] {
			continue
		}
		told[id] = true
		d := t.findDriver(id)
		y := DriverYear{ID: id, Name: d.name}
		for _, u := range d.uses {
			if !slices.Contains(y.Years, u.year) {
				y.Years = append(y.Years, u.year)
			}
			ind, _ := t.data.Indicator(u.indicator)
			if ind.Note != "" && !slices.Contains(y.Notes, ind.Note) {
				y.Notes = append(y.Notes, ind.Note)
			}
		}
		slices.Sort(y.Years)
		for _, year := range t.data.Years() {
			lacks := func(u use) bool { return t.data.Coverage(u.indicator, year) == 0 }
			if len(d.uses) > 0 && !slices.ContainsFunc(d.uses, lacks) {
				y.Available = append(y.Available, year)
			}
		}
		list = append(list, y)
	}
	return list
}
