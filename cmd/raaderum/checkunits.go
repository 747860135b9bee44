package main

import (
	"fmt"

	"github.com/raaderum/raaderum/dataset"
	"github.com/raaderum/raaderum/lang"
)

// units shows what each indicator is in: those in the same unit together, and
// last those whose unit no file says.
func (p *program) units(data *dataset.Dataset) {
	type unit struct{ is, given string }
	var order []unit
	of := map[unit][]string{}
	for _, ind := range data.Indicators() {
		if !hasFigures(data, ind.ID) {
			continue
		}
		u := unit{ind.Unit, ind.UnitGiven}
		if of[u] == nil && u.is != "" {
			order = append(order, u)
		}
		of[u] = append(of[u], ind.ID)
	}
	if len(of) == 0 {
		return
	}
	p.lines(unitsHead.In(p.lang), 0)
	for _, u := range order {
		name := lang.Localized(lang.List{u.is})
		if u.given != "" {
			name = unitsConverted.With(u.is, u.given)
		}
		p.lines(unitOf.With(name, firstOf(of[u])).In(p.lang), 2)
	}
	if ids := of[unit{}]; ids != nil {
		p.lines(unitOf.With(unitUnknown, firstOf(ids)).In(p.lang), 2)
	}
	fmt.Fprintln(p.stdout)
}

// hasFigures says whether the data have a figure of an indicator in any year.
func hasFigures(data *dataset.Dataset, id string) bool {
	for _, y := range data.Years() {
		if data.Column(id, y) != nil {
			return true
		}
	}
	return false
}
