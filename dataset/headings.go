package dataset

import (
	"regexp"
	"strings"

	"github.com/raaderum/raaderum/dataset/unit"
)

// periodOfColumn is what a column's heading says besides: a period, the unit of its
// figures, and what else stands there.
type periodOfColumn struct {
	name, period, unit string
	// sure says that the column is of the period and not of something that is
	// called after a year, such as "Lov 2019": the year stands first, or alone.
	sure bool
}

// findPeriods finds the columns of a period: those called "2024" or "2024 Elever",
// or, where there are several of a name, "Regnskab 2023" and "Regnskab 2024". A
// table that has a column of years has none.
func (g *grid) findPeriods(width int) {
	g.periods = make([]periodOfColumn, width)
	if g.keys.year >= 0 {
		return
	}
	headings := make([]string, width)
	for c := range width {
		headings[c] = g.at(g.header, c)
	}
	g.periods = periodsOf(headings)
}

// periodsOf returns what headings say of periods: nothing of those that are of none.
func periodsOf(headings []string) []periodOfColumn {
	list := make([]periodOfColumn, len(headings))
	of := map[string]int{} // how many periods have a name
	seen := map[[2]string]bool{}
	inUnits := map[string]bool{} // names that only the unit tells apart
	for i, heading := range headings {
		p := cutPeriod(strings.Join(strings.Fields(heading), " "))
		if p.period == "" {
			continue
		}
		list[i] = p
		of[p.name]++
		column := [2]string{p.name, p.period}
		inUnits[p.name] = inUnits[p.name] || seen[column]
		seen[column] = true
	}
	for i, p := range list {
		if p.period == "" {
			continue
		}
		if !p.sure && of[p.name] < 2 {
			list[i] = periodOfColumn{}
			continue
		}
		if inUnits[p.name] && p.unit != "" {
			list[i].name = strings.TrimSpace(p.name + " (" + p.unit + ")")
		}
	}
	return list
}

// ofAccounts is a heading of accounts or a budget, as offices abbreviate it: R2023,
// B 2025.
var ofAccounts = regexp.MustCompile(`^([RB]) ?((?:19|20)[0-9]{2})$`)

// cutPeriod takes the period and the unit off a column's heading. A heading that
// speaks of two periods is of neither.
func cutPeriod(heading string) periodOfColumn {
	if m := ofAccounts.FindStringSubmatch(heading); m != nil {
		return periodOfColumn{name: map[string]string{"R": "Regnskab", "B": "Budget"}[m[1]], period: m[2], sure: true}
	}
	p := cutOnePeriod(heading)
	if p.period == "" { // "Regnskab 2023 (1.000 kr.)": the unit stands after the year
		stated, rest := unit.FindStated(heading)
		if stated == "" {
			return periodOfColumn{}
		}
		p = cutOnePeriod(rest)
		p.unit = stated
	} else if stated, rest := unit.FindStated(p.name); stated != "" {
		p.name, p.unit = rest, stated
	}
	if cutOnePeriod(p.name).period != "" {
		return periodOfColumn{}
	}
	return p
}

// cutOnePeriod takes the period off a heading that begins or ends with one.
func cutOnePeriod(heading string) periodOfColumn {
	if p, rest, ok := leadingPeriod(heading); ok {
		period := strings.TrimSpace(strings.TrimSuffix(heading, rest))
		if again, after, ok := leadingPeriod(rest); ok && again == p { // as code and label
			rest = after
		}
		return periodOfColumn{name: rest, period: period, sure: true}
	}
	words := strings.Fields(heading)
	for n := min(3, len(words)-1); n > 0; n-- {
		at := len(words) - n
		if _, ok := wholePeriod(words[at:]); ok {
			return periodOfColumn{name: strings.TrimRight(strings.Join(words[:at], " "), ",:"), period: strings.Join(words[at:], " ")}
		}
	}
	return periodOfColumn{}
}
