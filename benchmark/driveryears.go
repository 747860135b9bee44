package benchmark

import (
	"slices"

	"github.com/raaderum/raaderum/benchmark/plan"
	"github.com/raaderum/raaderum/dataset"
)

// DriverYear says which years a driver's figures are of.
type DriverYear struct {
	ID, Name string
	// Years are the years of the figures of the driver's indicators, usually one. The year of
	// undated figures is [dataset.Undated]. Years is empty if there are no figures.
	Years []int
	// Available are the years in which all of the driver's indicators have figures.
	Available []int
	Notes     []string // what the publishers note about its indicators
}

// DriverYears returns the drivers of a plan's areas, and the candidates that they choose among,
// with the years that a comparison would take them from. An indicator is taken from the year
// compared, or else from the nearest year that has figures.
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

// DriverYears returns the drivers of the report's areas, with the years that they were taken
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
