package benchmark

import (
	"math"
	"slices"
	"strconv"

	"github.com/raaderum/raaderum/benchmark/expected"
	"github.com/raaderum/raaderum/benchmark/internal/vector"
	"github.com/raaderum/raaderum/benchmark/plan"
	"github.com/raaderum/raaderum/dataset"
	"github.com/raaderum/raaderum/lang"
)

// driver is a driver with its values.
type driver struct {
	id, name string
	values   []float64 // by municipality; NaN is missing
	uses     []use     // the figures that it is made of
}

// toExpected returns the driver in the form that package expected takes.
func (d *driver) toExpected() expected.Driver { return expected.Driver{ID: d.id, Values: d.values} }

// listDrivers returns the drivers with some IDs, in the form that package expected takes.
func (t *driverTable) listDrivers(ids []string) []expected.Driver {
	list := make([]expected.Driver, len(ids))
	for i, id := range ids {
		list[i] = t.findDriver(id).toExpected()
	}
	return list
}

// isOfOtherYear says whether any of a driver's figures are of another year than this one.
func (d *driver) isOfOtherYear(year int) bool {
	return slices.ContainsFunc(d.uses, func(u use) bool { return u.year != year })
}

// driverTable computes each driver of a plan once. It takes every indicator from the year
// compared, or from the nearest year in which the indicator has figures.
type driverTable struct {
	data *dataset.Dataset
	plan *plan.Plan
	year int

	// The year that the drivers of one municipality alone are of, where it has figures of it;
	// 0: none. The rest of its drivers, and everybody's else, are those of the year compared.
	later int
	who   int

	made        map[string]*driver
	substituted map[string]int  // by indicator: the year whose figures stand in for year's
	mixed       map[string]bool // by indicator: it is warned of
	warnings    []Warning
}

func newDriverTable(d *dataset.Dataset, p *plan.Plan, year int) *driverTable {
	return &driverTable{
		data: d, plan: p, year: year, made: map[string]*driver{}, substituted: map[string]int{},
	}
}

// findDriver returns the driver with an ID. It computes a driver once, and warns if some
// municipality's value is not a number.
func (t *driverTable) findDriver(id string) *driver {
	if d, ok := t.made[id]; ok {
		return d
	}
	def, defined := t.plan.Definition(id)
	if !defined {
		ind, _ := t.data.Indicator(id)
		def = plan.Driver{ID: id, Name: ind.Name, Of: []string{id}}
	}
	d := &driver{id: id, name: def.Name}
	t.made[id] = d

	d.values, d.uses = t.sumIndicators(def.Of)
	if len(def.Per) > 0 {
		per, uses := t.sumIndicators(def.Per)
		d.uses = append(d.uses, uses...)
		for i := range d.values {
			d.values[i] /= per[i]
		}
	}
	var undefined []string // municipalities whose value has no logarithm, root or quotient
	for i, v := range d.values {
		switch def.Transform {
		case plan.LogOf:
			v = math.Log(v)
		case plan.SqrtOf:
			v = math.Sqrt(v)
		}
		if (math.IsNaN(v) || math.IsInf(v, 0)) && !math.IsNaN(d.values[i]) {
			undefined = append(undefined, t.data.Municipalities()[i].Name)
			v = math.NaN()
		}
		d.values[i] = v
	}
	if len(undefined) > 0 {
		t.warnings = append(t.warnings, Warning{
			Code: DriverUndefined, message: driverUndefined.With(d.name, nameFew(undefined)),
		})
	}
	return d
}

// sumIndicators adds up indicators, each of the year compared or of the nearest year that it
// has. Where the nearest year stands in, a municipality that has a figure of the year
// compared keeps it. sumIndicators also returns the figures that it used.
func (t *driverTable) sumIndicators(ids []string) (total []float64, uses []use) {
	total = make([]float64, len(t.data.Municipalities()))
	for _, id := range ids {
		year, found := findNearestYear(t.data, id, t.year)
		if !found {
			return vector.Missing(len(total)), uses
		}
		uses = append(uses, use{id, year})
		if year != t.year {
			t.substituted[id] = year
		}
		now := t.data.Column(id, t.year)
		if now != nil && year != t.year {
			uses = append(uses, use{id, t.year})
			t.warnOfMixedYears(id, now, year)
		}
		for i, v := range t.data.Column(id, year) {
			if own := pickValue(now, i); !math.IsNaN(own) {
				v = own
			}
			if i == t.who && t.later != 0 {
				if own := pickValue(t.data.Column(id, t.later), i); !math.IsNaN(own) {
					v = own
				}
			}
			total[i] += v
		}
	}
	return total, uses
}

// fewestMixed is of how many municipalities figures of another year than the others' are told.
// One that has its own of the year compared knows of it.
const fewestMixed = 2

// warnOfMixedYears warns, once of an indicator, of figures of the year compared that some have
// while the others' are of another year.
func (t *driverTable) warnOfMixedYears(id string, now []float64, year int) {
	own, others := 0, 0
	for i, v := range t.data.Column(id, year) {
		switch {
		case !math.IsNaN(pickValue(now, i)):
			own++
		case !math.IsNaN(v):
			others++
		}
	}
	if own < fewestMixed || t.mixed[id] {
		return
	}
	if t.mixed == nil {
		t.mixed = map[string]bool{}
	}
	t.mixed[id] = true
	ind, _ := t.data.Indicator(id)
	t.warnings = append(t.warnings, Warning{
		Code: MixedYears, message: mixedYears.With(ind.Name, id, own, t.year, others, year),
	})
}

// nameFew lists some names. If there are many, it lists the first, and says how many others
// there are.
func nameFew(names []string) lang.Localized {
	const most = 5
	if len(names) <= most {
		return lang.List(names)
	}
	others := strconv.Itoa(len(names) - most + 1)
	return namesAndOthers{names[:most-1], others}
}

// namesAndOthers is a list that ends with the number of those that are not named.
type namesAndOthers struct {
	names  []string
	others string
}

// In returns the list in a language.
func (o namesAndOthers) In(l lang.Language) string {
	word := " andre"
	if l == lang.English {
		word = " others"
	}
	return lang.List(append(append([]string{}, o.names...), o.others+word)).In(l)
}
