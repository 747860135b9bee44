package table

import (
	"regexp"
	"strings"

	"github.com/raaderum/raaderum/dataset/unit"
)

// Heading is what the text of a column's heading says: a period, the unit of the figures,
// and the rest.
type Heading struct {
	Name, Period, Unit string
	// Sure says that the period is the column's own, and not part of the name of something,
	// as in "Lov 2019". It is if the year stands first or alone.
	Sure bool
}

// ReadHeadings returns the periods in headings. The entry of a heading without a period
// is empty.
func ReadHeadings(headings []string) []Heading {
	list := make([]Heading, len(headings))
	of := map[string]int{} // how many periods each name has
	seen := map[[2]string]bool{}
	inUnits := map[string]bool{} // names that only their units tell apart
	for i, heading := range headings {
		p := ReadHeading(strings.Join(strings.Fields(heading), " "))
		if p.Period == "" {
			continue
		}
		list[i] = p
		of[p.Name]++
		column := [2]string{p.Name, p.Period}
		inUnits[p.Name] = inUnits[p.Name] || seen[column]
		seen[column] = true
	}
	for i, p := range list {
		if p.Period == "" {
			continue
		}
		if !p.Sure && of[p.Name] < 2 {
			list[i] = Heading{}
			continue
		}
		if inUnits[p.Name] && p.Unit != "" {
			list[i].Name = strings.TrimSpace(p.Name + " (" + p.Unit + ")")
		}
	}
	return list
}

// ofAccounts matches a heading of accounts or a budget, as offices abbreviate it: R2023,
// B 2025.
var ofAccounts = regexp.MustCompile(`^([RB]) ?((?:19|20)[0-9]{2})$`)

// ReadHeading splits a column's heading into a period, a unit and the rest. A heading
// that mentions two periods has neither.
func ReadHeading(heading string) Heading {
	if m := ofAccounts.FindStringSubmatch(heading); m != nil {
		return Heading{Name: map[string]string{"R": "Regnskab", "B": "Budget"}[m[1]], Period: m[2],
			Sure: true}
	}
	p := readOnePeriod(heading)
	if p.Period == "" { // the unit may stand after the year: "Regnskab 2023 (1.000 kr.)"
		stated, rest := unit.FindStated(heading)
		if stated == "" {
			return Heading{}
		}
		p = readOnePeriod(rest)
		p.Unit = stated
	} else if stated, rest := unit.FindStated(p.Name); stated != "" {
		p.Name, p.Unit = rest, stated
	}
	if readOnePeriod(p.Name).Period != "" {
		return Heading{}
	}
	return p
}

// accountsWords are words after which a year can only be the year of the figures.
var accountsWords = map[string]bool{"regnskab": true, "forbrug": true, "budget": true,
	"årets forbrug": true, "korrigeret budget": true, "oprindeligt budget": true,
	"vedtaget budget": true, "årsregnskab": true, "halvårsregnskab": true, "accounts": true}

// readOnePeriod splits off the period at the beginning or end of a heading.
func readOnePeriod(heading string) Heading {
	if p, rest, ok := cutPeriod(heading); ok {
		period := strings.TrimSpace(strings.TrimSuffix(heading, rest))
		// the period may stand twice, as code and label
		if again, after, ok := cutPeriod(rest); ok && again == p {
			rest = after
		}
		return Heading{Name: rest, Period: period, Sure: true}
	}
	words := strings.Fields(heading)
	for n := min(3, len(words)-1); n > 0; n-- {
		at := len(words) - n
		if _, ok := readPeriodWords(words[at:]); ok {
			name := strings.TrimRight(strings.Join(words[:at], " "), ",:")
			return Heading{Name: name, Period: strings.Join(words[at:], " "),
				Sure: accountsWords[unit.Fold(name)]}
		}
	}
	return Heading{}
}
