package benchmark

import (
	"math"
	"slices"
	"strconv"

	"github.com/raaderum/raaderum/benchmark/internal/vector"
	"github.com/raaderum/raaderum/benchmark/plan"
	"github.com/raaderum/raaderum/lang"
)

// driver is a driver's value for each municipality; NaN is missing.
type driver struct {
	id, name string
	values   []float64
	uses     []use
}

// notOf says whether any of a driver's figures are of another year.
func (d *driver) notOf(year int) bool {
	return slices.ContainsFunc(d.uses, func(u use) bool { return u.year != year })
}

// driver computes a driver once, in the year compared, or where an indicator
// it is made of has no figure then, in the nearest year that has.
func (r *run) driver(id string) *driver {
	if d, ok := r.drivers[id]; ok {
		return d
	}
	def, defined := r.plan.Definition(id)
	if !defined {
		ind, _ := r.data.Indicator(id)
		def = plan.Driver{ID: id, Name: ind.Name, Of: []string{id}}
	}
	d := &driver{id: id, name: def.Name}
	r.drivers[id] = d

	d.values, d.uses = r.nearest(def.Of)
	if len(def.Per) > 0 {
		per, uses := r.nearest(def.Per)
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
			undefined = append(undefined, r.data.Municipalities()[i].Name)
			v = math.NaN()
		}
		d.values[i] = v
	}
	if len(undefined) > 0 {
		r.warn(Warning{Code: DriverUndefined, message: driverUndefined.With(d.name, few(undefined))})
	}
	return d
}

// nearest adds up indicators, each in the year compared or the nearest, and
// says which were used.
func (r *run) nearest(ids []string) (total []float64, uses []use) {
	total = make([]float64, len(r.data.Municipalities()))
	for _, id := range ids {
		year, found := nearestYear(r.data, id, r.year)
		if !found {
			return vector.Missing(len(total)), uses
		}
		uses = append(uses, use{id, year})
		if year != r.year {
			r.substituted[id] = year
		}
		for i, v := range r.data.Column(id, year) {
			total[i] += v
		}
	}
	return total, uses
}

// few names the first of many.
func few(names []string) lang.Localized {
	const most = 5
	if len(names) <= most {
		return lang.List(names)
	}
	rest := strconv.Itoa(len(names) - most + 1)
	return orMore{names[:most-1], rest}
}

// orMore is a list of names and how many there are besides.
type orMore struct {
	names []string
	rest  string
}

func (o orMore) In(l lang.Language) string {
	word := " andre"
	if l == lang.English {
		word = " others"
	}
	return lang.List(append(append([]string{}, o.names...), o.rest+word)).In(l)
}
