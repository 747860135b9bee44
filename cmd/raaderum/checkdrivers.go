package main

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/raaderum/raaderum/benchmark"
	"github.com/raaderum/raaderum/benchmark/text"
	"github.com/raaderum/raaderum/dataset"
)

// findDriverYears returns which years the drivers of the plan are of. There are none where
// the files are checked for themselves, or something is wrong with the plan.
func findDriverYears(found checkResult) []benchmark.DriverYear {
	if !found.asPlanned || found.planErr != nil || len(found.problems) > 0 {
		return nil
	}
	return benchmark.DriverYears(found.data, found.plan)
}

// printDriverYears shows which years the drivers are of, in one table.
func (p *program) printDriverYears(found checkResult) {
	list := findDriverYears(found)
	if len(list) == 0 {
		return
	}
	const nameWidth, yearWidth = 50, 10
	year := found.plan.YearIn(found.data)
	p.printLines(driverYearsHead.With(p.nameYear(year)), 0)
	line := func(name, from, available string) {
		row := "  " + text.Pad(name, nameWidth) + " " + text.Pad(from, yearWidth) + " " + available
		fmt.Fprintln(p.stdout, strings.TrimRight(row, " "))
	}
	line(columnDriver.In(p.lang), columnFrom.In(p.lang), columnAvailable.In(p.lang))
	for _, d := range list {
		from := p.nameYears(d.Years)
		if slices.ContainsFunc(d.Years, func(y int) bool { return y != year }) {
			from += " *"
		}
		line(d.Name, from, p.nameYears(d.Available))
	}
	p.printLines(otherYearMark.With(p.nameYear(year)), 0)
	fmt.Fprintln(p.stdout)
}

// nameYears writes years in order, those in a row by the first and the last.
func (p *program) nameYears(years []int) string {
	var spans []string
	for i := 0; i < len(years); i++ {
		first := i
		for i+1 < len(years) && years[i+1] == years[i]+1 {
			i++
		}
		span := p.nameYear(years[first])
		if i > first {
			span += "-" + p.nameYear(years[i])
		}
		spans = append(spans, span)
	}
	return strings.Join(spans, ", ")
}

// nameYear writes a year.
func (p *program) nameYear(year int) string {
	if year == dataset.Undated {
		return noYear.In(p.lang)
	}
	return strconv.Itoa(year)
}
